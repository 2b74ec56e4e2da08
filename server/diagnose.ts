// A model → the diagnostics of its project: language faults and rules, less what is suppressed.
import type { Chunk, Fault, FileTree } from "../grammar/tree.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";
import type { Finding, Fix } from "./finding.ts";
import { memo } from "./memo.ts";
import { linkFindings } from "./model/link/link.ts";
import { outline } from "./model/outline.ts";
import type { Model } from "./model/universe.ts";
import { rules } from "./rules/index.ts";
import { optionsOf, severityOf } from "./settings.ts";
import { soundFixes } from "./sound.ts";
import { suppressed } from "./suppress.ts";

/** The diagnostics of a project in project order: by path, then by position. */
export const diagnose: (model: Model) => readonly Diagnostic[] = memo((model) => {
  const found: Diagnostic[] = [];
  const notText = new Map<string, Diagnostic>();
  for (const file of model.project.files.values()) {
    const [first] = file.tree.chunks;
    if (first !== undefined && isBinary(file.tree)) {
      notText.set(file.path, diagnostic(model, binary(first), "error", true));
      continue;
    }
    for (const chunk of file.tree.chunks) {
      for (const finding of [...syntaxFindings(chunk), ...outline(chunk).findings]) {
        found.push(fault(model, finding));
      }
    }
  }
  for (const finding of linkFindings(model)) found.push(fault(model, finding));
  found.push(...suppressed(model, ruleDiagnostics(model), [...found]));
  const byFile = Map.groupBy(found, (one) => one.path);
  return [...model.project.files.keys()].flatMap((path) => {
    const binary = notText.get(path);
    if (binary !== undefined) return [binary];
    return (byFile.get(path) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
  });
});

/** A language fault, with those of its fixes that are sound. */
function fault(model: Model, finding: Finding): Diagnostic {
  const fixes = () => soundFixes(model, finding);
  return diagnostic(model, finding.fixes ? { ...finding, fixes } : finding, "error", true);
}

/** Whether a file holds no text: characters that no text has make up more than a hundredth of its beginning. */
const isBinary: (tree: FileTree) => boolean = memo(({ text }) => {
  const beginning = text.slice(0, 4000);
  return (beginning.match(/[\0\uFFFD]/g)?.length ?? 0) > Math.max(8, beginning.length / 100);
});

/** One fault for the whole of such a file. */
function binary(chunk: Chunk): Finding {
  return {
    code: "syntax",
    at: { chunk, span: { start: 0, end: Math.min(1, chunk.text.length) } },
    message:
      "This file is not text. Save it as text in UTF-8, or give it another ending than .strategy.",
  };
}

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
  return [{ title: fix.title, edits: () => edits, ...(fix.unsure ? {} : { safe: true }) }];
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
