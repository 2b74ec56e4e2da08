// A model → what is found in each of its files: language faults and what rules say, not yet placed or suppressed.

import { compact } from "../../grammar/compact.ts";
import type { Chunk, Fault } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import { isFollowed } from "../cells/engine.ts";
import { indexed } from "../cells/indexed.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { distributed } from "../cells/shares.ts";
import { type Finding, type Fix, isSameFinding } from "../finding.ts";
import type { Entity } from "../model/entity.ts";
import { linkChecks } from "../model/link/link.ts";
import { outline } from "../model/outline.ts";
import { Part } from "../model/part.ts";
import type { Model } from "../model/universe.ts";
import { rules } from "../rules/index.ts";
import type { Options, Rule, RuleFinding } from "../rules/rule.ts";
import { byPlace, Told } from "./diagnostic.ts";
import { type Garbled, garbled, isOfLost } from "./encoding.ts";
import { type Habit, habitOf } from "./habits.ts";
import { optionsOf, severityOf } from "./settings.ts";
import { soundFixes } from "./sound.ts";
import { type Broken, guarded } from "./unjudged.ts";

/** What is found in a part of a project. */
export interface Verdict {
  readonly found: readonly Told[];
  /** What practices looked at and found in order. */
  readonly kept: readonly Habit[];
  readonly broken: readonly Broken[];
  /** What was found and stands in another file. */
  readonly astray?: readonly Told[];
}

/** A file that is no text: nothing else is told of it. */
export interface NotText {
  readonly notText: Told;
}

/** What is found in a file of a project, by place. */
export const judged: (model: Model, path: string) => Verdict | NotText = memoIn((model, path) => {
  const { strange, broken } = signsOf(model, path);
  const lost = strange && new Told(model, strange.finding, "error", { rank: 0 });
  if (strange?.isWhole && lost !== undefined) return { notText: lost };
  const verdicts = isFollowed(model) ? inParts(model, path) : [inWhole(model).get(path) ?? none];
  const found = verdicts.flatMap((one) => one.found);
  if (lost !== undefined) found.push(lost);
  return {
    found: inPlaceOrder(model, path, found),
    kept: verdicts.flatMap((one) => one.kept),
    broken: [...broken, ...verdicts.flatMap((one) => one.broken)],
  };
});

/**
 * What is told in a file, by place, and at one place in the order of what tells it. So it is found
 * without asking where in the file each of its chunks stands.
 */
export function inPlaceOrder(model: Model, path: string, found: readonly Told[]): Told[] {
  const indexes = new Map(model.chunksIn(path).map((chunk, index) => [chunk, index]));
  const indexOf = ({ at: { chunk } }: Told) => indexes.get(model.readingOf(chunk)) ?? 0;
  return found
    .map((told) => ({ told, index: indexOf(told), span: told.at.span }))
    .sort((a, b) => a.index - b.index || byPlace(a.span, b.span) || a.told.rank - b.told.rank)
    .map(({ told }) => told);
}

/** What is wrong with the characters of a file: mostly nothing, whatever is edited in it. */
const signsOf: (
  model: Model,
  path: string,
) => { readonly strange: Garbled | undefined; readonly broken: readonly Broken[] } = memoIn(
  (model, path) => {
    const broken: Broken[] = [];
    const strange = guarded(`The part that reads '${path}'`, broken, () => {
      const file = model.fileAt(path);
      return file && garbled(file);
    });
    return { strange, broken };
  },
  (a, b) => a.strange === b.strange && a.broken.length + b.broken.length === 0,
);

const none: Verdict = { found: [], kept: [], broken: [] };

/** What broke while a project was judged as a whole. */
export function brokenInProject(model: Model): readonly Broken[] {
  return isFollowed(model) ? projectParts.flatMap((part) => inProject(model, part).broken) : [];
}

/** The verdicts on the chunks of a file, on the file, and what is said of it elsewhere. */
function inParts(model: Model, path: string): readonly Verdict[] {
  return [
    ...model.chunksIn(path).map((chunk) => onChunk(model, chunk)),
    onFile(model, path),
    { ...none, found: ofProject(model, path) ?? [] },
    { ...none, found: astray(model).get(path) },
  ];
}

const onChunk: (model: Model, chunk: Chunk) => Verdict = memoIn((model, chunk) => {
  const path = model.pathOf(chunk) ?? "";
  const part = new Part(model, path, [chunk]);
  const judge = new Judge(model);
  guarded(`The part that reads '${path}'`, judge.broken, () => judge.read(chunk));
  for (const [rank, { name, find, ofWhole }] of linkChecks.entries())
    if (!ofWhole) judge.link(name, rank, () => find(part));
  const kinds = Map.groupBy(sureIn(chunk), ({ kind }) => kind);
  judge.askOfEach((kind) => kinds.get(kind) ?? []);
  return judge.verdict((one) => model.pathOf(one.finding.at.chunk) === path);
});

const onFile: (model: Model, path: string) => Verdict = memoIn((model, path) => {
  const judge = new Judge(model);
  judge.askOfFiles([path]);
  return judge.verdict();
});

function sureIn(chunk: Chunk): readonly Entity[] {
  return outline(chunk).entities.filter(({ sure }) => sure);
}

/** What is found of a declaration and stands in another file. */
const astray = indexed<Model, string, Told>(function* (model, chunk) {
  for (const one of onChunk(model, chunk).astray ?? [])
    yield [model.pathOf(one.finding.at.chunk) ?? "", one];
});

/** What is found of a project as a whole and stands in a file. */
const ofProject = distributed<Model, string, readonly Told[]>(
  (model) =>
    Map.groupBy(
      projectParts.flatMap((part) => inProject(model, part).found),
      ({ finding }) => model.pathOf(finding.at.chunk) ?? "",
    ),
  (a, b) => a.length === b.length && a.every((one, index) => isSameTold(one, b[index])),
);

function isSameTold(a: Told, b: Told | undefined): boolean {
  if (a === b) return true;
  return a.severity === b?.severity && a.rank === b.rank && isSameFinding(a.finding, b.finding);
}

/** What asks about a project as a whole: the numbers of checks of links, then of rules. */
const projectParts: readonly (readonly ["link" | "rule", number])[] = [
  ...linkChecks.flatMap(({ ofWhole }, rank) => (ofWhole ? [["link", rank] as const] : [])),
  ...rules.flatMap(({ judgeProject }, rank) =>
    judgeProject === undefined ? [] : [["rule", rank] as const],
  ),
];

const inProject: (model: Model, part: (typeof projectParts)[number]) => Verdict = memoIn(
  (model, [is, rank]) => {
    const judge = new Judge(model);
    const [check, rule] = [linkChecks[rank], rules[rank]];
    if (is === "link" && check !== undefined) judge.link(check.name, rank, () => check.find(model));
    if (is === "rule" && rule !== undefined) judge.askOfProject(rule, rank);
    return judge.verdict();
  },
);

/** All verdicts at once, of a project that never changes: no part of it is asked about twice. */
const inWhole = memo((model: Model): ReadonlyMap<string, Verdict> => {
  const judge = new Judge(model);
  for (const path of model.paths())
    guarded(`The part that reads '${path}'`, judge.broken, () => {
      for (const chunk of model.chunksIn(path)) judge.read(chunk);
    });
  for (const [rank, { name, find }] of linkChecks.entries())
    judge.link(name, rank, () => find(model));
  // File by file: what all rules look at of one declaration lies together.
  for (const path of model.paths()) {
    const kinds = Map.groupBy(model.chunksIn(path).flatMap(sureIn), ({ kind }) => kind);
    judge.askOfEach((kind) => kinds.get(kind) ?? []);
  }
  judge.askOfFiles([...model.paths()]);
  for (const [rank, rule] of rules.entries()) judge.askOfProject(rule, rank);
  const { found, broken } = judge.verdict();
  const pathOf = (chunk: Chunk) => model.pathOf(chunk) ?? "";
  const foundIn = Map.groupBy(found, (one) => pathOf(one.finding.at.chunk));
  const keptIn = Map.groupBy(judge.kept, (one) => pathOf(one.about.chunk));
  return new Map(
    [...model.paths()].map((path, index) => [
      path,
      {
        found: foundIn.get(path) ?? [],
        kept: keptIn.get(path)?.map(({ habit }) => habit) ?? [],
        broken: index === 0 ? broken : [],
      },
    ]),
  );
});

/** So many characters of a chunk may be read again, to see which fixes of its faults are sound. */
const mostReread = 2_000_000;

/** Asks, and gathers what is found. */
class Judge {
  readonly broken: Broken[] = [];
  readonly #model: Model;
  readonly #found: Told[] = [];
  readonly #kept: { readonly habit: Habit; readonly about: Entity }[] = [];
  /** How many faults were told of each chunk. */
  readonly #counts = new Map<Chunk, number>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** What practices found in order, with what they looked at. */
  get kept(): Iterable<{ readonly habit: Habit; readonly about: Entity }> {
    return this.#kept;
  }

  /** `isOwn`: whether something is of what was asked about. */
  verdict(isOwn: (one: Told) => boolean = () => true): Verdict {
    const astray = this.#found.filter((one) => !isOwn(one));
    return {
      found: compact(astray.length === 0 ? this.#found : this.#found.filter(isOwn)),
      kept: compact(this.#kept.map(({ habit }) => habit)),
      broken: compact(this.broken),
      ...(astray.length > 0 && { astray }),
    };
  }

  /** The faults of a chunk that can be told from it alone. */
  read(chunk: Chunk): void {
    for (const finding of syntaxFindings(chunk)) this.#fault(finding, 0);
    for (const finding of outline(chunk).findings) this.#fault(finding, 0);
  }

  link(name: string, rank: number, find: () => Iterable<Finding>): void {
    guarded(`The check of ${name}`, this.broken, () => {
      for (const finding of find()) this.#fault(finding, 1 + rank);
    });
  }

  /** A language fault, with those of its fixes that are sound. */
  #fault(finding: Finding, rank: number): void {
    if (isOfLost(finding)) return;
    const { chunk } = finding.at;
    const count = (this.#counts.get(chunk) ?? 0) + 1;
    this.#counts.set(chunk, count);
    // Each fix is read once more with all around it; of thousands of faults the first have theirs.
    const isMany = count > 1 && count * chunk.text.length > mostReread;
    const model = this.#model;
    const fixes = isMany || !finding.fixes ? [] : () => soundFixes(model, finding);
    this.#found.push(new Told(model, { ...finding, fixes }, "error", { rank }));
  }

  /** What rules say of declarations, and of practices what they looked at. */
  askOfEach(declared: (kind: Kind) => readonly Entity[]): void {
    for (const [rank, rule] of rules.entries()) {
      const { kinds, judge, practice } = rule;
      if (!kinds?.some((kind) => declared(kind).length > 0)) continue;
      this.#ask(rule, rank, (tell, options) => {
        for (const kind of kinds) {
          for (const one of declared(kind)) {
            const looked = practice?.look(this.#model, one, options);
            if (looked?.lack !== undefined) tell(looked.lack, looked.about);
            else if (looked !== undefined) this.#keep(rule, looked.about);
            if (practice === undefined)
              for (const finding of judge?.(this.#model, one, options) ?? []) tell(finding);
          }
        }
      });
    }
  }

  #keep(rule: Rule, about: Entity): void {
    const habit = habitOf(rule, about);
    if (habit !== undefined) this.#kept.push({ habit, about });
  }

  /** What rules say of whole files. */
  askOfFiles(paths: readonly string[]): void {
    for (const [rank, rule] of rules.entries()) {
      if (rule.judgeFile === undefined) continue;
      this.#ask(rule, rank, (tell, options) => {
        for (const path of paths)
          for (const finding of rule.judgeFile?.(this.#model, path, options) ?? []) tell(finding);
      });
    }
  }

  /** What a rule says of a project as a whole. */
  askOfProject(rule: Rule, rank: number): void {
    if (rule.judgeProject === undefined) return;
    this.#ask(rule, rank, (tell, options) => {
      for (const finding of rule.judgeProject?.(this.#model, options) ?? []) tell(finding);
    });
  }

  #ask(
    rule: Rule,
    order: number,
    ask: (tell: (finding: RuleFinding, about?: Entity) => void, options: Options) => void,
  ): void {
    const model = this.#model;
    const set = severityOf(model, rule);
    if (set === "off") return;
    const isSet = model.project.config.rules.get(rule.id)?.severity !== undefined;
    const rank = 1 + linkChecks.length + order;
    const tell = (one: RuleFinding, about?: Entity) => {
      const severity = isSet ? set : (one.severity ?? set);
      this.#found.push(new Told(model, one, severity, { rule, about, rank }));
    };
    const before = [this.#found.length, this.#kept.length] as const;
    guarded(`The rule '${rule.id}'`, this.broken, () => {
      try {
        ask(tell, optionsOf(model, rule));
      } catch (error) {
        // Of a rule that breaks nothing is told.
        this.#found.length = before[0];
        this.#kept.length = before[1];
        throw error;
      }
    });
  }
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
