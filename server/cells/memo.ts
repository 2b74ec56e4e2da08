// A function of an object → the same function, computed once: the one cache.
//
// For what never changes (a chunk, a tree, a declaration) a result is kept as long as the object lives.
// For a whole whose changes are followed (`Live`) it is kept as long as nothing has changed that was
// read for it; what is read is noted by itself, so that nothing is ever invalidated by hand.
import { type Aspect, Cell, engineOf, Live, type Task } from "./engine.ts";
import { type Outcome, outcomeOf, resultOf } from "./outcome.ts";

/** When two results are the same to those who read them; else they are where they are one object. */
type Same<Result> = (a: Result, b: Result) => boolean;

/** What is remembered of a part is remembered of the whole. */
function wholeOf<Key extends object>(key: Key & Aspect<Key>): Key {
  return key.whole ?? key;
}

/** Of what is followed a cell, else the result. */
type Kept<Whole extends object, Key, Result> = Cell<Whole, Key, Result> | Outcome<Result>;

function keep<Whole extends object, Key, Result>(
  task: Task<Whole, Key, Result>,
  whole: Whole,
  key: Key,
): Kept<Whole, Key, Result> {
  return whole instanceof Live ? new Cell(task, whole, key) : outcomeOf(task.make(whole, key));
}

function read<Whole extends object, Key, Result>(kept: Kept<Whole, Key, Result>): Result {
  return kept instanceof Cell ? kept.get() : resultOf(kept);
}

/** Remembers what `make` gave for each object. */
export function memo<Key extends object, Result>(
  make: (key: Key) => Result,
  same?: Same<Result>,
): (key: Key) => Result {
  const known = new WeakMap<Key, Kept<Key, undefined, Result>>();
  const task: Task<Key, undefined, Result> = { make, same };
  return (of) => {
    const key = wholeOf(of);
    let kept = known.get(key);
    if (kept === undefined) {
      kept = keep(task, key, undefined);
      known.set(key, kept);
    }
    return read(kept);
  };
}

type Table<Whole extends object, Key, Result> = Map<Key, Kept<Whole, Key, Result>>;

/** A function of a key within a whole that is remembered; `find` finds what is in no table yet. */
function inTables<Whole extends object, Key, Result>(
  find: (table: Table<Whole, Key, Result>, whole: Whole, key: Key) => Result,
): (whole: Whole, key: Key) => Result {
  const tables = new WeakMap<Whole, Table<Whole, Key, Result>>();
  return (of, key) => {
    const whole = wholeOf(of);
    let table = tables.get(whole);
    if (table === undefined) {
      table = new Map();
      tables.set(whole, table);
      engineOf(whole)?.keep(forgetful(table));
    }
    const kept = table.get(key);
    return kept === undefined ? find(table, whole, key) : read(kept);
  };
}

function forgetful<Key, One>(table: Map<Key, One>) {
  return {
    forget(key: unknown): void {
      // A key of another type is not in it.
      const known: Map<unknown, One> = table;
      const kept = known.get(key);
      if (kept === undefined) return;
      if (kept instanceof Cell) kept.drop();
      known.delete(key);
    },
  };
}

/** The same for a function of a key within a whole. */
export function memoIn<Whole extends object, Key, Result>(
  make: (whole: Whole, key: Key) => Result,
  same?: Same<Result>,
): (whole: Whole, key: Key) => Result {
  const task: Task<Whole, Key, Result> = { make, same };
  return inTables((table, whole, key) => {
    const kept = keep(task, whole, key);
    table.set(key, kept);
    return read(kept);
  });
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
  const task: Task<Whole, Key, Result> = { make, same };
  const ahead = (table: Table<Whole, Key, Result>, whole: Whole, key: Key) => {
    // Mostly all neighbours are made already, and nothing is entered.
    let entered: Set<Key> | undefined;
    const work = [key];
    for (let at = work.at(-1); at !== undefined; at = work.at(-1)) {
      const before = work.length;
      if (!entered?.has(at))
        for (const other of next(whole, at)) if (!table.has(other)) work.push(other);
      if (work.length > before) {
        entered ??= new Set();
        entered.add(at);
        continue;
      }
      if (!table.has(at)) {
        const kept = keep(task, whole, at);
        table.set(at, kept);
        read(kept);
      }
      work.pop();
    }
  };
  return inTables((table, whole, key) => {
    // Most things stand alone, and are found again as quickly as they are looked up.
    if (whole instanceof Live && isEmpty(next(whole, key))) return make(whole, key);
    const engine = engineOf(whole);
    if (engine === undefined) ahead(table, whole, key);
    else engine.aside(() => ahead(table, whole, key));
    const made = table.get(key);
    return made === undefined ? make(whole, key) : read(made);
  });
}

function isEmpty(things: Iterable<unknown>): boolean {
  for (const _ of things) return false;
  return true;
}
