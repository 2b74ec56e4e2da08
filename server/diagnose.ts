// A model → the diagnostics of its project: language faults and rules, less what is suppressed.
import type { Chunk, Fault } from "../grammar/tree.ts";
import { type Diagnostic, diagnostic, type Offer } from "./diagnostic.ts";
import { garbled, isOfLost } from "./encoding.ts";
import type { Finding, Fix } from "./finding.ts";
import { fold, type Gauged } from "./fold.ts";
import { memo } from "./memo.ts";
import { linkFindings } from "./model/link/link.ts";
import { outline } from "./model/outline.ts";
import type { Model } from "./model/universe.ts";
import { rules } from "./rules/index.ts";
import type { RuleFinding } from "./rules/rule.ts";
import { optionsOf, severityOf } from "./settings.ts";
import { soundFixes } from "./sound.ts";
import { suppressed } from "./suppress.ts";

/** What a project is told, and what stays on offer in it without being told. */
interface Judgement {
  readonly diagnostics: readonly Diagnostic[];
  readonly offers: readonly Offer[];
}

/** The diagnostics of a project in project order: by path, then by position. */
export function diagnose(model: Model): readonly Diagnostic[] {
  return judge(model).diagnostics;
}

/** The fixes of a project at places without a diagnostic: what is said once is mended one by one. */
export function offers(model: Model): readonly Offer[] {
  return judge(model).offers;
}

const judge: (model: Model) => Judgement = memo((model) => {
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
        if (!isOfLost(finding)) found.push(fault(model, finding));
      }
    }
  }
  for (const finding of linkFindings(model))
    if (!isOfLost(finding)) found.push(fault(model, finding));
  const gauged: Gauged[] = [];
  let onOffer: ReturnType<typeof fold>["offers"] = [];
  const told = ruleDiagnostics(model, gauged);
  const foldLeft = (left: readonly Diagnostic[]) => {
    const { diagnostics, offers } = fold(model, gauged, left);
    onOffer = offers;
    return diagnostics;
  };
  found.push(...suppressed(model, told, [...found], foldLeft));
  const byFile = Map.groupBy(found, (one) => one.path);
  const diagnostics = [...model.project.files.keys()].flatMap((path) => {
    const binary = notText.get(path);
    if (binary !== undefined) return [binary];
    return (byFile.get(path) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
  });
  const isTold = new Set(diagnostics);
  return { diagnostics, offers: onOffer.filter(({ spokenFor }) => isTold.has(spokenFor)) };
});

/** A language fault, with those of its fixes that are sound. */
function fault(model: Model, finding: Finding): Diagnostic {
  const fixes = () => soundFixes(model, finding);
  return diagnostic(model, finding.fixes ? { ...finding, fixes } : finding, "error", true);
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

/** `gauged` takes what the practices looked at. */
function* ruleDiagnostics(model: Model, gauged: Gauged[]): Iterable<Diagnostic> {
  for (const rule of rules) {
    const severity = severityOf(model, rule);
    if (severity === "off") continue;
    const isSet = model.project.config.rules.get(rule.id)?.severity !== undefined;
    const options = optionsOf(model, rule);
    const tell = (finding: RuleFinding) =>
      diagnostic(
        model,
        { ...finding, code: rule.id },
        isSet ? severity : (finding.severity ?? severity),
        false,
      );
    if (rule.practice === undefined) {
      for (const finding of rule.check(model, options)) yield tell(finding);
    } else {
      for (const { about, lack } of rule.practice.look(model, options)) {
        const told = lack && tell(lack);
        gauged.push({ rule, about, told });
        if (told !== undefined) yield told;
      }
    }
  }
}
