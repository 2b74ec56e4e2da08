// What is computed and what was read for it → that it is computed again only where something it read has changed.
import { createReactiveSystem, type Link, type ReactiveNode } from "alien-signals/system";
import { breakOf, isSameOutcome, type Outcome, outcomeOf, resultOf } from "./outcome.ts";

/** The flags of a node, as alien-signals names them. */
const mutable = 1;
const watching = 2;
const running = 4;
const dirty = 16;
const pending = 32;
/** A flag of our own: it will not be asked for again. */
const dropped = 64;

/** Something that others read, or that reads others. */
interface Node extends ReactiveNode {
  /** Brings it up to date; whether that changed what others see of it. */
  refresh(): boolean;
}

const { link, unlink, propagate, checkDirty, shallowPropagate } = createReactiveSystem({
  update: (node) => isNode(node) && node.refresh(),
  notify(node) {
    if (node instanceof Watcher) node.wake();
  },
  // What nobody reads at the moment is kept: it may be asked for again, and is still told of changes.
  unwatched(node) {
    if (node instanceof Cell) node.unread();
  },
});

function isNode(node: ReactiveNode): node is Node {
  return "refresh" in node;
}

/** Takes up a list of readings anew; what stood behind it is still there, to be found again or let go. */
function rewind(node: { depsTail?: Link | undefined }): void {
  node.depsTail = undefined;
}

/** Lets go of what a node read the last time and not this time. */
function trim(node: ReactiveNode): void {
  let rest = node.depsTail === undefined ? node.deps : node.depsTail.nextDep;
  while (rest !== undefined) rest = unlink(rest, node);
}

/**
 * The computations of one whole, such as a workspace, with what each of them read. A change of a
 * `Source` is pushed on as a mark; a `Cell` is computed again when it is asked for, and only where
 * something that it read has really changed (the scheme of salsa and of signals: early cutoff).
 */
export class Engine {
  #reader: (ReactiveNode & { readonly turn: number }) | undefined;
  #turns = 0;
  /** Grows with every step. */
  revision = 0;
  readonly #keepers = new Set<Keeper>();
  readonly #settlers: (() => boolean)[] = [];

  /** Notes that whoever computes at the moment has read a node; once, however often it does. */
  reads(node: ReactiveNode & { seen: number }): void {
    const reader = this.#reader;
    if (reader === undefined || node.seen === reader.turn) return;
    node.seen = reader.turn;
    link(node, reader, reader.turn);
  }

  /** Computes for a node: what is read meanwhile is what it depends on. */
  run<Result>(node: ReactiveNode & { turn: number }, work: () => Result): Result {
    const before = this.#reader;
    node.turn = ++this.#turns;
    rewind(node);
    node.flags = (node.flags & (mutable | watching | dropped)) | running;
    this.#reader = node;
    try {
      return work();
    } finally {
      this.#reader = before;
      node.flags &= ~running;
      trim(node);
    }
  }

  /** Does some work whose readings nobody depends on. */
  aside<Result>(work: () => Result): Result {
    const before = this.#reader;
    this.#reader = undefined;
    try {
      return work();
    } finally {
      this.#reader = before;
    }
  }

  /** Has something that keeps results by key told of keys that are gone. */
  keep(keeper: Keeper): void {
    this.#keepers.add(keeper);
  }

  /** What hung on a key is forgotten: it will not be asked for again. */
  forget(key: unknown): void {
    for (const keeper of this.#keepers) keeper.forget(key);
  }

  /** Has something kept ready; `settle` brings it up to date, and says whether there was anything to do. */
  onSettle(settle: () => boolean): void {
    this.#settlers.push(settle);
  }

  /**
   * Brings up to date what is kept ready: indexes and sums, each behind those that it rests on. Called
   * once all changes of a step are told.
   */
  settle(): void {
    this.revision += 1;
    let isDone = false;
    while (!isDone) {
      isDone = true;
      for (const settle of this.#settlers) {
        try {
          if (settle()) isDone = false;
        } catch {
          // What breaks is told to those who ask for it.
        }
      }
    }
  }
}

/** Something that keeps results by key. */
interface Keeper {
  forget(key: unknown): void;
}

/** A whole whose computations are followed. */
export class Live {
  readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }
}

/** A whole under another light, of which only a part is looked at. */
export interface Aspect<Whole> {
  readonly whole?: Whole;
}

/** The engine of a whole whose changes are followed; undefined of what never changes. */
export function engineOf(whole: Aspect<unknown>): Engine | undefined {
  const one = whole.whole ?? whole;
  return one instanceof Live ? one.engine : undefined;
}

/** Whether the changes of a whole are followed. */
export function isFollowed(whole: Aspect<unknown>): boolean {
  return engineOf(whole) !== undefined;
}

/** Something that changes from outside. */
export class Source implements Node {
  flags = mutable;
  seen = 0;
  subs?: Link;
  subsTail?: Link;
  readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  refresh(): boolean {
    this.flags = mutable;
    return true;
  }

  /** Notes that it was read. */
  read(): void {
    if (this.flags & dirty && this.refresh() && this.subs !== undefined)
      shallowPropagate(this.subs);
    this.engine.reads(this);
  }

  get isRead(): boolean {
    return this.subs !== undefined;
  }

  /** Tells all who read it that it has changed. */
  touch(): void {
    this.flags = mutable | dirty;
    if (this.subs !== undefined) propagate(this.subs, false);
  }
}

/** A value that changes from outside. */
export class Input<Value> extends Source {
  #value: Value;

  constructor(engine: Engine, value: Value) {
    super(engine);
    this.#value = value;
  }

  get(): Value {
    this.read();
    return this.#value;
  }

  set(value: Value, same: (a: Value, b: Value) => boolean = Object.is): void {
    if (same(value, this.#value)) return;
    this.#value = value;
    this.touch();
  }
}

/** Something computed. */
export class Cell<Whole extends object, Key, Result> implements Node {
  flags = mutable | dirty;
  turn = 0;
  seen = 0;
  deps?: Link;
  depsTail?: Link;
  subs?: Link;
  subsTail?: Link;
  readonly #task: Task<Whole, Key, Result>;
  readonly #whole: Whole & Live;
  readonly #key: Key;
  #outcome: Outcome<Result> | undefined;

  constructor(task: Task<Whole, Key, Result>, whole: Whole & Live, key: Key) {
    this.#task = task;
    this.#whole = whole;
    this.#key = key;
  }

  refresh(): boolean {
    const before = this.#outcome;
    const after = this.#whole.engine.run(this, () => madeBy(this.#task, this.#whole, this.#key));
    const { same = Object.is } = this.#task;
    if (before !== undefined && isSameOutcome(before, after, same)) return false;
    this.#outcome = after;
    return true;
  }

  get(): Result {
    if (this.flags & running) throw new Error("What is computed rests on itself.");
    if (isOutdated(this)) {
      const isOther = this.refresh();
      if (isOther && this.subs !== undefined) shallowPropagate(this.subs);
    }
    // What follows from the whole alone stays as it is: nobody has to be told of it.
    if (this.deps !== undefined || this.#key !== undefined) this.#whole.engine.reads(this);
    const outcome = this.#outcome;
    if (outcome === undefined) throw new Error("What is computed has no result.");
    return resultOf(outcome);
  }

  /** Its key is gone or stands elsewhere: who still holds on to it looks again. */
  drop(): void {
    this.flags = mutable | dirty | dropped;
    if (this.subs === undefined) this.unread();
    else propagate(this.subs, false);
  }

  /** Nobody reads it any more; if it will not be asked for again either, it lets go of what it read. */
  unread(): void {
    if (!(this.flags & dropped)) return;
    rewind(this);
    trim(this);
  }
}

/** What a cell computes, and when two results are the same to those who read them. */
export interface Task<Whole, Key, Result> {
  make(whole: Whole, key: Key): Result;
  readonly same?: ((a: Result, b: Result) => boolean) | undefined;
}

function madeBy<Whole, Key, Result>(
  task: Task<Whole, Key, Result>,
  whole: Whole,
  key: Key,
): Outcome<Result> {
  try {
    return outcomeOf(task.make(whole, key));
  } catch (error) {
    return breakOf(error);
  }
}

/** Whether something that a node read has really changed, or it was never computed. */
function isOutdated(node: ReactiveNode): boolean {
  if (node.flags & dirty) return true;
  if (!(node.flags & pending)) return false;
  if (node.deps !== undefined && checkDirty(node.deps, node)) return true;
  node.flags &= ~pending;
  return false;
}

/** Something that wants to be told, by a key, when what was read for it may have changed. */
export class Watcher<Key = unknown> implements ReactiveNode {
  flags = watching | dirty;
  turn = 0;
  deps?: Link;
  depsTail?: Link;
  readonly #stale: Set<Key>;
  readonly #key: Key;

  /** The key is put among those that are stale. */
  constructor(stale: Set<Key>, key: Key) {
    this.#stale = stale;
    this.#key = key;
  }

  wake(): void {
    this.#stale.add(this.#key);
  }

  /** Whether what it read has changed since it ran. */
  get isOutdated(): boolean {
    return isOutdated(this);
  }

  /** Whether anything was read for it. */
  get hasRead(): boolean {
    return this.deps !== undefined;
  }

  /** Does its work; what is read meanwhile is what it watches. */
  run<Result>(engine: Engine, work: () => Result): Result {
    try {
      return engine.run(this, work);
    } catch (error) {
      // It stays to be done, and breaks for whoever asks next.
      this.flags |= dirty;
      throw error;
    } finally {
      // What changed while it ran is looked at again.
      if (this.flags & (pending | dirty)) this.wake();
    }
  }

  /** It watches nothing any more. */
  drop(): void {
    rewind(this);
    trim(this);
  }
}
