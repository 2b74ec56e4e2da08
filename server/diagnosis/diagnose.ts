// A model → the diagnostics of each file of its project: language faults and rules, less what is suppressed.
import { isSameList } from "../cells/contributions.ts";
import { seldom } from "../cells/gathering.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { distributed } from "../cells/shares.ts";
import { isSameFinding } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import type { ConfigFault } from "../project/config.ts";
import { byPlace, type Diagnostic, type Offer, Told } from "./diagnostic.ts";
import { type Gap, type Summary, summary } from "./fold.ts";
import { type Habit, inRuleOrder } from "./habits.ts";
import { brokenInProject, inPlaceOrder, judged } from "./judge.ts";
import { configFaults } from "./settings.ts";
import { isSameTallies, pathsOf, summed, type Tallies } from "./sums.ts";
import { meansSuppressions, suppressed, unsuppressed } from "./suppress.ts";
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
    .folded.filter((one) => isSpokenFor(model, one))
    .map(offerOf)
    .sort(byPlace);
}

/** Whether the finding that speaks for many is told where it stands. */
function isSpokenFor(model: Model, { habit }: Told): boolean {
  const at = habit && folding(model, habit).summary?.finding.at;
  const path = at && model.pathOf(at.chunk);
  return habit !== undefined && path !== undefined && judgement(model, path).summaries.has(habit);
}

/** The fixes of a gap, which stay on offer where it stands. */
function offerOf(told: Told): Offer {
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

/** The path of the first file in which anything stands. */
function firstPath(model: Model): string | undefined {
  for (const path of model.paths()) if (model.chunksIn(path).length > 0) return path;
  return undefined;
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
  const ours = unjudged(brokenParts(model));
  const [chunk] = model.chunksIn(path);
  if (ours.length === 0 || chunk === undefined) return [];
  const end = /[\r\n]|$/.exec(chunk.text)?.index ?? 0;
  const at = { chunk, span: { start: 0, end } };
  return ours.map(
    (message) => new Told(model, { code: unjudgedCode, at, message }, "error", { rank: 0 }),
  );
}

/** What a file is told, and what became part of a finding that speaks for many. */
interface Judgement {
  readonly diagnostics: readonly Diagnostic[];
  readonly folded: readonly Told[];
  /** Those of which the findings that speak for many are told here. */
  readonly summaries: ReadonlySet<Habit>;
  readonly broken: readonly Broken[];
}

const nothing: Judgement = { diagnostics: [], folded: [], summaries: new Set(), broken: [] };

const judgement: (model: Model, path: string) => Judgement = memoIn((model, path) => {
  const verdict = judged(model, path);
  if ("notText" in verdict) return { ...nothing, diagnostics: [verdict.notText] };
  const broken: Broken[] = [];
  const folded: Told[] = [];
  const summaries = (summariesIn(model, path) ?? []).map(({ finding, severity, habit }) => {
    const { rule } = habit;
    return { habit, told: new Told(model, finding, severity, { rule, rank: behindAll }) };
  });
  const habits = new Set(verdict.found.map(({ habit }) => habit));
  const away = new Set([...habits].filter((one) => one && isFolded(model, one)));
  const fold = (left: readonly Told[]) => {
    const remaining: Told[] = [];
    for (const one of left) (away.has(one.habit) ? folded : remaining).push(one);
    for (const { told } of summaries) remaining.push(told);
    return remaining;
  };
  const held = guarded("The part that heeds 'ignore' comments", broken, () => {
    // Where no comment is meant for a rule, nothing depends on where in the file things stand.
    const file = hasSuppressions(model, path) ? model.fileAt(path) : undefined;
    if (file !== undefined) return [...suppressed(model, file, verdict.found, fold)].sort(byPlace);
    const left = fold(verdict.found);
    return summaries.length === 0 ? left : inPlaceOrder(model, path, left);
  });
  const diagnostics = held ?? verdict.found;
  const spoken = summaries.filter(({ told }) => diagnostics.includes(told));
  return { diagnostics, folded, summaries: new Set(spoken.map(({ habit }) => habit)), broken };
});

/** Behind all that is told at the same place. */
const behindAll = Number.POSITIVE_INFINITY;

/** Whether a file has comments that are meant as suppressions: mostly not, whatever is edited in it. */
const hasSuppressions: (model: Model, path: string) => boolean = memoIn((model, path) => {
  const file = model.fileAt(path);
  return file !== undefined && meansSuppressions(file);
});

/** What came of practices in a file, once what is suppressed there is left out. */
const tallies: (model: Model, path: string) => Tallies = memoIn((model, path) => {
  const verdict = judged(model, path);
  const found = new Map<Habit, { kept: number; gaps: Gap[] }>();
  if ("notText" in verdict) return found;
  const tallyOf = (habit: Habit) => {
    const known = found.get(habit);
    if (known !== undefined) return known;
    const tally = { kept: 0, gaps: [] };
    found.set(habit, tally);
    return tally;
  };
  for (const habit of verdict.kept) tallyOf(habit).kept += 1;
  for (const { habit, about, severity } of left(model, path, verdict.found))
    if (habit !== undefined && about !== undefined) tallyOf(habit).gaps.push({ about, severity });
  return found;
}, isSameTallies);

/** What is not suppressed of what is found in a file. */
function left(model: Model, path: string, found: readonly Told[]): readonly Told[] {
  const file = hasSuppressions(model, path) ? model.fileAt(path) : undefined;
  return file === undefined ? found : unsuppressed(model, file, found);
}

const sums = summed(tallies);

const gathering = "The part that gathers what is said once";

/** The habits of which there is something to gather, in the order of the rules. */
const gathered: (model: Model) => {
  readonly habits: readonly Habit[];
  readonly broken: readonly Broken[];
} = memo((model) => {
  const broken: Broken[] = [];
  const habits = guarded(gathering, broken, () => [...sums(model).keys()].sort(inRuleOrder));
  return { habits: habits ?? [], broken };
});

/** The one finding that speaks for many, if those of a habit become one. */
const folding: (
  model: Model,
  habit: Habit,
) => { readonly summary: Summary | undefined; readonly broken: readonly Broken[] } = memoIn(
  (model, habit) => {
    const broken: Broken[] = [];
    const one = guarded(gathering, broken, () => {
      const sum = sums(model).get(habit);
      return sum && summary(model, sum);
    });
    return { summary: one, broken };
  },
);

function* brokenFolds(model: Model): Iterable<Broken> {
  const { habits, broken } = gathered(model);
  yield* broken;
  for (const habit of habits) yield* folding(model, habit).broken;
}

function* folds(model: Model): Iterable<Summary> {
  for (const habit of gathered(model).habits) {
    const { summary } = folding(model, habit);
    if (summary !== undefined) yield summary;
  }
}

/** Whether the findings of a practice about things of a kind become one. */
const isFolded = distributed<Model, Habit, true>(
  (model) => new Map([...folds(model)].map(({ habit }) => [habit, true])),
  Object.is,
);

/** The findings that speak for many, by the path of the file in which they stand. */
const summariesIn = distributed<Model, string, readonly Summary[]>(
  (model) => Map.groupBy(folds(model), ({ finding }) => model.pathOf(finding.at.chunk) ?? ""),
  (a, b) => a.length === b.length && a.every((one, index) => isSameSummary(one, b[index])),
);

function isSameSummary(a: Summary, b: Summary | undefined): boolean {
  if (a.habit !== b?.habit || a.severity !== b.severity) return false;
  return isSameFinding(a.finding, b.finding);
}
