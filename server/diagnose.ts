// A model → the diagnostics of its project: language faults and rules, less what is suppressed.
import type { Chunk, Fault } from "../grammar/tree.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";
import { garbled, isOfLost } from "./encoding.ts";
import type { Finding, Fix } from "./finding.ts";
import { memo } from "./memo.ts";
import { linkFindings } from "./model/link/link.ts";
import { outline } from "./model/outline.ts";
import type { Model } from "./model/universe.ts";
import { rules } from "./rules/index.ts";
import { optionsOf, severityOf } from "./settings.ts";
import { suppressed } from "./suppress.ts";

/** The diagnostics of a project in project order: by path, then by position. */
export const diagnose: (model: Model) => readonly Diagnostic[] = memo((model) => {
  const found: Diagnostic[] = [];
  const notText = new Map<string, Diagnostic>();
  for (const file of model.project.files.values()) {
    const strange = garbled(file);
    if (strange !== undefined) {
      const told = diagnostic(model, strange.finding, "error", true);
      if (strange.isWhole) {
        notText.set(file.path, told);
        continue;
      }
      found.push(told);
    }
    for (const chunk of file.tree.chunks) {
      for (const finding of [...syntaxFindings(chunk), ...outline(chunk).findings]) {
        if (!isOfLost(finding)) found.push(diagnostic(model, finding, "error", true));
      }
    }
  }
  for (const finding of linkFindings(model))
    if (!isOfLost(finding)) found.push(diagnostic(model, finding, "error", true));
  found.push(...suppressed(model, ruleDiagnostics(model), [...found]));
  const byFile = Map.groupBy(found, (one) => one.path);
  return [...model.project.files.keys()].flatMap((path) => {
    const binary = notText.get(path);
    if (binary !== undefined) return [binary];
    return (byFile.get(path) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
  });
});

/** The faults that the parser told of a chunk. */
const syntaxFindings: (chunk: Chunk) => readonly Finding[] = memo((chunk) =>
  chunk.faults.map((fault) => ({
    code: fault.code,
    at: { chunk, span: fault },
    message: fault.message,
    related: (fault.related ?? []).map((one) => ({
      at: { chunk, span: one },
      message: one.message,
    })),
    fixes: fixesOf(chunk, fault),
  })),
);

function fixesOf(chunk: Chunk, { fix }: Fault): readonly Fix[] {
  if (fix === undefined) return [];
  const edits = fix.edits.map((edit) => ({ at: { chunk, span: edit }, text: edit.text }));
  return [{ title: fix.title, edits: () => edits, safe: true }];
}

function* ruleDiagnostics(model: Model): Iterable<Diagnostic> {
  for (const rule of rules) {
    const severity = severityOf(model, rule);
    if (severity === "off") continue;
    const isSet = model.project.config.rules.get(rule.id)?.severity !== undefined;
    for (const finding of rule.check(model, optionsOf(model, rule))) {
      const own = isSet ? severity : (finding.severity ?? severity);
      yield diagnostic(model, { ...finding, code: rule.id }, own, false);
    }
  }
}
