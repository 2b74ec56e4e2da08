// A function of an object → the same function, computed once: the one cache.
//
// For what never changes (a chunk, a tree, a declaration) a result is kept as long as the object lives.
// For a whole whose changes are followed (`Live`) it is kept as long as nothing has changed that was
// read for it; what is read is noted by itself, so that nothing is ever invalidated by hand.
import { type Aspect, Cell, engineOf, Live, type Task } from "./engine.ts";

/** When two results are the same to those who read them; else they are where they are one object. */
type Same<Result> = (a: Result, b: Result) => boolean;

/** What is remembered of a part is remembered of the whole. */
function wholeOf<Key extends object>(key: Key & Aspect<Key>): Key {
  return key.whole ?? key;
}

interface Kept<Result> {
  get(): Result;
  drop?(): void;
}

class Fixed<Result> implements Kept<Result> {
  readonly #result: Result;

  constructor(result: Result) {
    this.#result = result;
  }

  get(): Result {
    return this.#result;
  }
}

/** Remembers what `make` gave for each object. */
export function memo<Key extends object, Result>(
  make: (key: Key) => Result,
  same?: Same<Result>,
): (key: Key) => Result {
  const known = new WeakMap<Key, Kept<Result>>();
  const task: Task<Key, undefined, Result> = { make, same };
  return (of) => {
    const key = wholeOf(of);
    const found = known.get(key);
    if (found !== undefined) return found.get();
    if (key instanceof Live) {
      const cell = new Cell<Key, undefined, Result>(task, key, undefined);
      known.set(key, cell);
      return cell.get();
    }
    const result = make(key);
    known.set(key, new Fixed(result));
    return result;
  };
}

/** The results for the keys of each whole. */
type Tables<Whole extends object, Key, Result> = (whole: Whole) => Map<Key, Kept<Result>>;

function tablesOf<Whole extends object, Key, Result>(): Tables<Whole, Key, Result> {
  const known = new WeakMap<Whole, Map<Key, Kept<Result>>>();
  return (whole) => {
    let table = known.get(whole);
    if (table === undefined) {
      table = new Map();
      known.set(whole, table);
      engineOf(whole)?.keep(forgetful(table));
    }
    return table;
  };
}

function forgetful<Key, Result>(table: Map<Key, Kept<Result>>) {
  return {
    forget(key: unknown): void {
      // A key of another type is not in it.
      const known = table as ReadonlyMap<unknown, Kept<Result>>;
      const kept = known.get(key);
      if (kept === undefined) return;
      kept.drop?.();
      (table as Map<unknown, Kept<Result>>).delete(key);
    },
  };
}

/** The same for a function of a key within a whole. */
export function memoIn<Whole extends object, Key, Result>(
  make: (whole: Whole, key: Key) => Result,
  same?: Same<Result>,
): (whole: Whole, key: Key) => Result {
  const tables = tablesOf<Whole, Key, Result>();
  const task: Task<Whole, Key, Result> = { make, same };
  return (of, key) => {
    const whole = wholeOf(of);
    const table = tables(whole);
    const found = table.get(key);
    if (found !== undefined) return found.get();
    if (whole instanceof Live) {
      const cell = new Cell<Whole, Key, Result>(task, whole, key);
      table.set(key, cell);
      return cell.get();
    }
    const result = make(whole, key);
    table.set(key, new Fixed(result));
    return result;
  };
}

/**
 * The same where `make` asks for the results of the neighbours to which `next` leads: these are made
 * first, so that no call stack is as deep as a chain is long. `next` must not lead round in a circle.
 */
export function memoAlong<Whole extends object, Key extends object, Result>(
  next: (whole: Whole, key: Key) => Iterable<Key>,
  make: (whole: Whole, key: Key) => Result,
  same?: Same<Result>,
): (whole: Whole, key: Key) => Result {
  const tables = tablesOf<Whole, Key, Result>();
  const task: Task<Whole, Key, Result> = { make, same };
  return (of, key) => {
    const whole = wholeOf(of);
    const table = tables(whole);
    const found = table.get(key);
    if (found !== undefined) return found.get();
    const engine = engineOf(whole);
    // Most things stand alone, and are found again as quickly as they are looked up.
    if (engine !== undefined && isEmpty(next(whole, key))) return make(whole, key);
    const one = (at: Key): Kept<Result> =>
      whole instanceof Live
        ? new Cell<Whole, Key, Result>(task, whole, at)
        : new Fixed(make(whole, at));
    const ahead = () => {
      const entered = new Set<Key>();
      const work = [key];
      for (let at = work.at(-1); at !== undefined; at = work.at(-1)) {
        const before = work.length;
        if (!entered.has(at))
          for (const other of next(whole, at)) if (!table.has(other)) work.push(other);
        entered.add(at);
        if (work.length > before) continue;
        if (!table.has(at)) {
          const kept = one(at);
          table.set(at, kept);
          kept.get();
        }
        work.pop();
      }
    };
    if (engine === undefined) ahead();
    else engine.aside(ahead);
    const made = table.get(key);
    return made === undefined ? make(whole, key) : made.get();
  };
}

function isEmpty(things: Iterable<unknown>): boolean {
  for (const _ of things) return false;
  return true;
}
