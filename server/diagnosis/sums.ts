// What came of practices in each file → the same summed up by rule and kind, and kept up to date file by file.
import { isSameList } from "../cells/contributions.ts";
import { type Engine, engineOf, Source } from "../cells/engine.ts";
import { Gathering } from "../cells/gathering.ts";
import { memo } from "../cells/memo.ts";
import type { Severity } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import type { Gap, Sum, Tally } from "./fold.ts";
import type { Habit } from "./habits.ts";

/** What came of practices in a file, by rule and kind. */
export type Tallies = ReadonlyMap<Habit, Tally>;

export function isSameTallies(a: Tallies, b: Tallies): boolean {
  return a.size === b.size && [...a].every(([key, one]) => isSameTally(one, b.get(key)));
}

function isSameTally(a: Tally, b: Tally | undefined): boolean {
  if (a.kept !== b?.kept || a.gaps.length !== b.gaps.length) return false;
  return a.gaps.every(({ about, severity }, index) => {
    const other = b.gaps[index];
    return about === other?.about && severity === other.severity;
  });
}

/** What came of practices in a project, by rule and kind. */
export interface Sums {
  keys(): Iterable<Habit>;
  get(key: Habit): Sum | undefined;
}

type Find = (model: Model, path: string) => Tallies;

/** Sums up what is found file by file. */
export function summed(find: Find): (model: Model) => Sums {
  return memo((model: Model): Sums => {
    const engine = engineOf(model);
    if (engine !== undefined) return engine.aside(() => new LiveSums(engine, model, find));
    const sums = new Map<Habit, Parts>();
    for (const path of model.paths())
      for (const [habit, tally] of find(model, path)) partsIn(sums, model, habit).put(path, tally);
    return sums;
  });
}

function partsIn(sums: Map<Habit, Parts>, model: Model, habit: Habit): Parts {
  const known = sums.get(habit) ?? new Parts(model, habit);
  sums.set(habit, known);
  return known;
}

/** The paths of the files of a project: the same list as long as none comes or goes. */
export const pathsOf = memo((model: Model): readonly string[] => [...model.paths()], isSameList);

const severities = ["error", "warning", "info", "hint"] as const;

/** A sum, with what each file gives to it. */
class Parts implements Sum {
  readonly habit: Habit;
  kept = 0;
  count = 0;
  readonly #model: Model;
  readonly #parts = new Map<string, Tally>();
  readonly #counts = new Map<Severity, number>();

  constructor(model: Model, habit: Habit) {
    this.#model = model;
    this.habit = habit;
  }

  get severity(): Severity {
    return severities.find((one) => (this.#counts.get(one) ?? 0) > 0) ?? "hint";
  }

  get isEmpty(): boolean {
    return this.#parts.size === 0;
  }

  *gaps(): Iterable<Gap> {
    for (const path of pathsOf(this.#model)) yield* this.#parts.get(path)?.gaps ?? [];
  }

  put(path: string, tally: Tally | undefined): void {
    const before = this.#parts.get(path);
    if (before !== undefined) this.#add(before, -1);
    if (tally === undefined) this.#parts.delete(path);
    else this.#parts.set(path, tally);
    if (tally !== undefined) this.#add(tally, 1);
  }

  #add({ kept, gaps }: Tally, times: 1 | -1): void {
    this.kept += times * kept;
    this.count += times * gaps.length;
    for (const { severity } of gaps)
      this.#counts.set(severity, (this.#counts.get(severity) ?? 0) + times);
  }
}

const none: Tallies = new Map();

/** The sums of a project that is followed: who asks for one depends on that alone. */
class LiveSums extends Gathering<Model, string, Tallies> implements Sums {
  readonly #engine: Engine;
  readonly #model: Model;
  readonly #found = new Map<string, Tallies>();
  readonly #sums = new Map<Habit, Parts>();
  readonly #sources = new Map<Habit, Source>();
  /** Told where a rule and kind come or go. */
  readonly #list: Source;

  constructor(engine: Engine, model: Model, find: Find) {
    super(engine, model, { keys: pathsOf, find });
    this.#engine = engine;
    this.#model = model;
    this.#list = new Source(engine);
    this.start();
  }

  keys(): Iterable<Habit> {
    this.update();
    this.#list.read();
    return this.#sums.keys();
  }

  get(key: Habit): Sum | undefined {
    this.update();
    const source = this.#sources.get(key) ?? new Source(this.#engine);
    this.#sources.set(key, source);
    source.read();
    return this.#sums.get(key);
  }

  protected override drop(path: string): void {
    this.take(path, none);
  }

  protected override take(path: string, tallies: Tallies): void {
    const before = this.#found.get(path) ?? none;
    if (tallies.size === 0) this.#found.delete(path);
    else this.#found.set(path, tallies);
    for (const key of before.keys()) if (!tallies.has(key)) this.#put(key, path, undefined);
    for (const [key, tally] of tallies)
      if (!isSameTally(tally, before.get(key))) this.#put(key, path, tally);
  }

  #put(key: Habit, path: string, tally: Tally | undefined): void {
    const isNew = !this.#sums.has(key);
    const sum = tally === undefined ? this.#sums.get(key) : partsIn(this.#sums, this.#model, key);
    sum?.put(path, tally);
    if (sum?.isEmpty) this.#sums.delete(key);
    if (isNew || sum?.isEmpty) this.#list.touch();
    this.#sources.get(key)?.touch();
  }
}
