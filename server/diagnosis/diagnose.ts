// A model → the diagnostics of its project: language faults and rules, less what is suppressed.
import type { Chunk, Fault } from "../../grammar/tree.ts";
import type { Finding, Fix } from "../finding.ts";
import { memo } from "../memo.ts";
import { linkChecks } from "../model/link/link.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import type { ConfigFault } from "../project/config.ts";
import { rules } from "../rules/index.ts";
import type { Rule, RuleFinding } from "../rules/rule.ts";
import { type Diagnostic, diagnostic, type Offer } from "./diagnostic.ts";
import { garbled, isOfLost } from "./encoding.ts";
import { fold, type Gauged } from "./fold.ts";
import { configFaults, optionsOf, severityOf } from "./settings.ts";
import { soundFixes } from "./sound.ts";
import { suppressed } from "./suppress.ts";
import { type Broken, guarded, unjudged, unjudgedCode } from "./unjudged.ts";

/** What a project is told, and what stays on offer in it without being told. */
interface Judgement {
  readonly diagnostics: readonly Diagnostic[];
  readonly offers: readonly Offer[];
  readonly broken: readonly Broken[];
}

/** The diagnostics of a project in project order: by path, then by position. */
export function diagnose(model: Model): readonly Diagnostic[] {
  return judge(model).diagnostics;
}

/** The fixes of a project at places without a diagnostic: what is said once is mended one by one. */
export function offers(model: Model): readonly Offer[] {
  return judge(model).offers;
}

/** What broke while a project was judged, with the errors: the user is told of it in diagnostics. */
export function broken(model: Model): readonly Broken[] {
  return [...judge(model).broken, ...configuration(model).broken];
}

/** A fault in a configuration, or the fault of ours that is told in it. */
export interface ConfigDiagnostic extends ConfigFault {
  readonly code?: typeof unjudgedCode;
}

/** What is told in the configuration of a project, where it has one. */
export function diagnoseConfig(model: Model): readonly ConfigDiagnostic[] {
  const { faults } = configuration(model);
  const { text } = model.project.config;
  // One that cannot be read has a fault and no text: what is ours is told in the first file then.
  if (text === "") return faults;
  const end = /[\r\n]|$/.exec(text)?.index ?? 0;
  const ours = unjudged(broken(model)).map((message) => {
    return { start: 0, end, severity: "error" as const, message, code: unjudgedCode };
  });
  return [...ours, ...faults];
}

const configuration = memo((model: Model) => {
  const broken: Broken[] = [];
  const part = "The check of strategy.config.json";
  const faults = guarded(part, broken, () => configFaults(model)) ?? [];
  return { faults, broken };
});

const judge: (model: Model) => Judgement = memo((model) => {
  const broken: Broken[] = [];
  const { faults, notText } = languageFaults(model, broken);
  const gauged: Gauged[] = [];
  const told = rules.flatMap((rule) => {
    const found = guarded(`The rule '${rule.id}'`, broken, () => judgedBy(model, rule));
    for (const one of found?.gauged ?? []) gauged.push(one);
    return found?.told ?? [];
  });
  let onOffer: ReturnType<typeof fold>["offers"] = [];
  const foldLeft = (left: readonly Diagnostic[]) => {
    const folded = guarded("The part that gathers what is said once", broken, () =>
      fold(model, gauged, left),
    );
    onOffer = folded?.offers ?? [];
    return folded?.diagnostics ?? left;
  };
  const held = guarded("The part that heeds 'ignore' comments", broken, () => [
    ...suppressed(model, told, faults, foldLeft),
  ]);
  const byFile = Map.groupBy([...faults, ...(held ?? told)], (one) => one.path);
  const ours = model.project.config.text === "" ? breakages(model, broken) : [];
  const diagnostics = [...model.project.files.keys()].flatMap((path, index) => {
    const binary = notText.get(path);
    const own = binary === undefined ? inOrder(byFile.get(path) ?? []) : [binary];
    return index === 0 ? [...ours, ...own] : own;
  });
  const isTold = new Set(diagnostics);
  const offers = onOffer.filter(({ spokenFor }) => isTold.has(spokenFor));
  return { diagnostics, offers, broken };
});

function inOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** What broke, told on the first line of the first file. */
function breakages(model: Model, broken: readonly Broken[]): readonly Diagnostic[] {
  const [file] = model.project.files.values();
  if (file === undefined) return [];
  const { root } = model.project;
  const end = /[\r\n]|$/.exec(file.tree.text)?.index ?? 0;
  return unjudged(broken).map((message) => ({
    ...{ root, path: file.path, start: 0, end, severity: "error", code: unjudgedCode },
    ...{ isFault: true, message, related: [], fixes: [] },
  }));
}

/** So many characters of a chunk may be read again, to see which fixes of its faults are sound. */
const mostReread = 2_000_000;

/** The faults of the language, and the files that are no text, of which nothing else is told. */
function languageFaults(model: Model, broken: Broken[]) {
  const faults: Diagnostic[] = [];
  const notText = new Map<string, Diagnostic>();
  const counts = new Map<Chunk, number>();
  const tell = (finding: Finding) => {
    if (isOfLost(finding)) return;
    const { chunk } = finding.at;
    const count = (counts.get(chunk) ?? 0) + 1;
    counts.set(chunk, count);
    // Each fix is read once more with all around it; of thousands of faults the first have theirs.
    const isMany = count > 1 && count * chunk.text.length > mostReread;
    faults.push(fault(model, isMany ? { ...finding, fixes: [] } : finding));
  };
  for (const file of model.project.files.values()) {
    guarded(`The part that reads '${file.path}'`, broken, () => {
      const strange = garbled(file);
      const told = strange && diagnostic(model, strange.finding, "error", true);
      if (told !== undefined && strange?.isWhole) {
        notText.set(file.path, told);
        return;
      }
      if (told !== undefined) faults.push(told);
      for (const chunk of file.tree.chunks) {
        for (const finding of syntaxFindings(chunk)) tell(finding);
        for (const finding of outline(chunk).findings) tell(finding);
      }
    });
  }
  for (const { name, find } of linkChecks)
    guarded(`The check of ${name}`, broken, () => {
      for (const finding of find(model)) tell(finding);
    });
  return { faults, notText };
}

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

/** What a rule says, and of a practice what it looked at. */
function judgedBy(model: Model, rule: Rule) {
  const told: Diagnostic[] = [];
  const gauged: Gauged[] = [];
  const severity = severityOf(model, rule);
  if (severity === "off") return { told, gauged };
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
    for (const finding of rule.check(model, options)) told.push(tell(finding));
  } else {
    for (const { about, lack } of rule.practice.look(model, options)) {
      const one = lack && tell(lack);
      gauged.push({ rule, about, told: one });
      if (one !== undefined) told.push(one);
    }
  }
  return { told, gauged };
}
