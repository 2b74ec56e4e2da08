// A model → the diagnostics of each file of its project: language faults and rules, less what is suppressed.
import { isSameList } from "../cells/contributions.ts";
import { seldom } from "../cells/gathering.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { distributed } from "../cells/shares.ts";
import { isSameFinding } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import type { ConfigFault } from "../project/config.ts";
import { type Diagnostic, diagnostic, type Offer } from "./diagnostic.ts";
import { type Gap, inRuleOrder, type Summary, summary, type Tally, tallyKey } from "./fold.ts";
import { brokenInProject, type Found, judged } from "./judge.ts";
import { configFaults } from "./settings.ts";
import { isSameTallies, pathsOf, summed, type Tallies } from "./sums.ts";
import { suppressed, suppresses, unsuppressed } from "./suppress.ts";
import { type Broken, guarded, unjudged, unjudgedCode } from "./unjudged.ts";

/** The diagnostics of a project in project order: by path, then by position. */
export const diagnose: (model: Model) => readonly Diagnostic[] = memo((model) =>
  [...model.paths()].flatMap((path) => diagnoseFile(model, path)),
);

/** The diagnostics of a file of a project, by position. */
export const diagnoseFile: (model: Model, path: string) => readonly Diagnostic[] = memoIn(
  (model, path) => {
    const own = judgement(model, path).diagnostics;
    if (firstPath(model) !== path || model.project.config.text !== "") return own;
    return [...breakages(model, path), ...own];
  },
);

/** The fixes of a file at places without a diagnostic: what is said once is mended one by one. */
export function offersIn(model: Model, path: string): readonly Offer[] {
  return judgement(model, path)
    .folded.filter(({ key }) => isSpokenFor(model, key))
    .map(({ told }) => offerOf(told))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether the finding that speaks for many is told where it stands. */
function isSpokenFor(model: Model, key: string): boolean {
  const at = folding(model, key).summary?.finding.at;
  const path = at && model.pathOf(at.chunk);
  return path !== undefined && judgement(model, path).summaries.has(key);
}

/** The fixes of a gap, which stay on offer where it stands. */
function offerOf(told: Diagnostic): Offer {
  const { root, path, start, end, code } = told;
  return {
    ...{ root, path, start, end, code },
    get fixes() {
      return told.fixes;
    },
  };
}

/** What broke while a project was judged, with the errors: the user is told of it in diagnostics. */
export function broken(model: Model): readonly Broken[] {
  return [...brokenParts(model), ...configuration(model).broken];
}

const brokenParts: (model: Model) => readonly Broken[] = memo((model) => {
  const parts = new Map<string, Broken>();
  for (const one of [...brokenAnywhere(model), ...brokenInProject(model), ...brokenFolds(model)])
    if (!parts.has(one.part)) parts.set(one.part, one);
  return [...parts.values()];
}, isSameList);

/** What broke while a file was judged; with the first file of a project comes all that broke in it. */
export function brokenIn(model: Model, path: string): readonly Broken[] {
  return path === firstPath(model) ? broken(model) : brokenHere(model, path);
}

function firstPath(model: Model): string | undefined {
  const [first] = model.paths();
  return first;
}

const brokenHere: (model: Model, path: string) => readonly Broken[] = memoIn((model, path) => {
  const verdict = judged(model, path);
  return [...("notText" in verdict ? [] : verdict.broken), ...judgement(model, path).broken];
}, isSameList);

const brokenAnywhere = seldom<Model, string, Broken>({ keys: pathsOf, find: brokenHere });

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

/** What broke, told on the first line of the first file. */
function breakages(model: Model, path: string): readonly Diagnostic[] {
  const { root } = model.project;
  const ours = unjudged(brokenParts(model));
  if (ours.length === 0) return [];
  const end = /[\r\n]|$/.exec(model.fileAt(path)?.tree.text ?? "")?.index ?? 0;
  return ours.map((message) => ({
    ...{ root, path, start: 0, end, severity: "error", code: unjudgedCode },
    ...{ isFault: true, message, related: [], shown: [], fixes: [], firstFixes: () => [] },
  }));
}

/** What a file is told, and what became part of a finding that speaks for many. */
interface Judgement {
  readonly diagnostics: readonly Diagnostic[];
  readonly folded: readonly { readonly key: string; readonly told: Diagnostic }[];
  /** The findings that speak for many and are told here, by their keys. */
  readonly summaries: ReadonlySet<string>;
  readonly broken: readonly Broken[];
}

const nothing: Judgement = { diagnostics: [], folded: [], summaries: new Set(), broken: [] };

const judgement: (model: Model, path: string) => Judgement = memoIn((model, path) => {
  const verdict = judged(model, path);
  const file = model.fileAt(path);
  if (file === undefined) return nothing;
  if ("notText" in verdict)
    return { ...nothing, diagnostics: [diagnostic(model, verdict.notText, "error", true)] };
  const broken: Broken[] = [];
  const { faults, told } = placed(model, path);
  const folded: { key: string; told: Diagnostic }[] = [];
  const keys = new Map<Diagnostic, string>();
  const foldLeft = (left: readonly Diagnostic[]) => {
    const remaining: Diagnostic[] = [];
    for (const one of left) {
      const key = keyOf(told.get(one));
      if (key !== undefined && isFolded(model, key)) folded.push({ key, told: one });
      else remaining.push(one);
    }
    for (const [key, { finding, severity }] of summariesIn(model, path) ?? []) {
      const one = diagnostic(model, finding, severity, false);
      keys.set(one, key);
      remaining.push(one);
    }
    return remaining;
  };
  const held = guarded("The part that heeds 'ignore' comments", broken, () => [
    ...suppressed(model, file, [...told.keys()], faults, foldLeft),
  ]);
  const diagnostics = inOrder([...faults, ...(held ?? told.keys())]);
  const summaries = new Set(diagnostics.flatMap((one) => keys.get(one) ?? []));
  return { diagnostics, folded, summaries, broken };
});

function keyOf(found: Found | undefined): string | undefined {
  return found?.rule && found.about && tallyKey(found.rule, found.about);
}

function inOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** What is found in a file, at its place. */
interface Placed {
  readonly faults: readonly Diagnostic[];
  readonly told: ReadonlyMap<Diagnostic, Found>;
}

const placed: (model: Model, path: string) => Placed = memoIn((model, path) => {
  const verdict = judged(model, path);
  const faults: Diagnostic[] = [];
  const told = new Map<Diagnostic, Found>();
  for (const one of "notText" in verdict ? [] : verdict.found) {
    const placed = diagnostic(model, one.finding, one.severity, one.rule === undefined);
    if (one.rule === undefined) faults.push(placed);
    else told.set(placed, one);
  }
  return { faults, told };
});

/** What came of practices in a file, once what is suppressed there is left out. */
const tallies: (model: Model, path: string) => Tallies = memoIn((model, path) => {
  const verdict = judged(model, path);
  const found = new Map<
    string,
    { rule: Tally["rule"]; kind: Tally["kind"]; kept: number; gaps: Gap[] }
  >();
  if ("notText" in verdict) return found;
  const count = (rule: Tally["rule"], about: Gap["about"]) => {
    const key = tallyKey(rule, about);
    const known = found.get(key);
    if (known !== undefined || about.kind === undefined) return known;
    const tally = { rule, kind: about.kind, kept: 0, gaps: [] };
    found.set(key, tally);
    return tally;
  };
  for (const { rule, about } of verdict.kept) {
    const tally = count(rule, about);
    if (tally !== undefined) tally.kept += 1;
  }
  for (const { rule, about, severity } of left(model, path, verdict.found))
    if (rule !== undefined && about !== undefined)
      count(rule, about)?.gaps.push({ about, severity });
  return found;
}, isSameTallies);

/** Whether a file has suppressions that hold: mostly not, whatever is edited in it. */
const isSuppressing: (model: Model, path: string) => boolean = memoIn((model, path) => {
  const file = model.fileAt(path);
  return file !== undefined && suppresses(model, file);
});

/** What is not suppressed of what is found in a file. */
function left(model: Model, path: string, found: readonly Found[]): Iterable<Found> {
  if (!isSuppressing(model, path)) return found;
  const file = model.fileAt(path);
  if (file === undefined) return found;
  const { told } = placed(model, path);
  return unsuppressed(model, file, [...told.keys()]).flatMap((one) => told.get(one) ?? []);
}

const sums = summed(tallies);

const gathering = "The part that gathers what is said once";

/** Rules and kinds of which there is something to gather, in the order of the rules. */
const gathered: (model: Model) => {
  readonly keys: readonly string[];
  readonly broken: readonly Broken[];
} = memo((model) => {
  const broken: Broken[] = [];
  const keys = guarded(gathering, broken, () => [...sums(model).keys()].sort(inRuleOrder));
  return { keys: keys ?? [], broken };
});

/** Of each rule and kind the one finding that speaks for many, if their findings become one. */
const folding: (
  model: Model,
  key: string,
) => { readonly summary: Summary | undefined; readonly broken: readonly Broken[] } = memoIn(
  (model, key) => {
    const broken: Broken[] = [];
    const one = guarded(gathering, broken, () => {
      const sum = sums(model).get(key);
      return sum && summary(model, sum);
    });
    return { summary: one, broken };
  },
);

function* brokenFolds(model: Model): Iterable<Broken> {
  const { keys, broken } = gathered(model);
  yield* broken;
  for (const key of keys) yield* folding(model, key).broken;
}

function* folds(model: Model): Iterable<readonly [string, Summary]> {
  for (const key of gathered(model).keys) {
    const { summary } = folding(model, key);
    if (summary !== undefined) yield [key, summary];
  }
}

/** Whether the findings of a practice about things of a kind become one. */
const isFolded = distributed<Model, string, true>(
  (model) => new Map([...folds(model)].map(([key]) => [key, true])),
  Object.is,
);

/** The findings that speak for many, by the path of the file in which they stand. */
const summariesIn = distributed<Model, string, readonly (readonly [string, Summary])[]>(
  (model) => Map.groupBy(folds(model), ([, { finding }]) => model.pathOf(finding.at.chunk) ?? ""),
  (a, b) =>
    a.length === b.length &&
    a.every(([key, one], index) => {
      const [otherKey, other] = b[index] ?? [];
      return (
        key === otherKey &&
        one.severity === other?.severity &&
        isSameFinding(one.finding, other.finding)
      );
    }),
);
