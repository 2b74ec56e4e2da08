// What each chunk contributes → an index by key, of which each key is followed by itself.
import type { Chunk } from "../../grammar/tree.ts";
import { Contributions, isSameList, type Whole } from "./contributions.ts";
import { type Engine, engineOf, Source } from "./engine.ts";
import { memo } from "./memo.ts";

/** What was contributed under each key, in project order. */
export interface Index<Key, Value> {
  get(key: Key): readonly Value[];
}

/**
 * An index of what the chunks of a whole contribute. Each contribution is found again only where
 * something that was read for it has changed, and who asks for a key depends on that key alone.
 */
export function indexed<On extends Whole, Key, Value>(
  contribute: (whole: On, chunk: Chunk) => Iterable<readonly [Key, Value]>,
): (whole: On) => Index<Key, Value> {
  return memo((whole: On): Index<Key, Value> => {
    const engine = engineOf(whole);
    if (engine !== undefined) return engine.aside(() => new LiveIndex(engine, whole, contribute));
    const found = new Map<Key, Value[]>();
    for (const chunk of whole.chunks())
      for (const [key, value] of contribute(whole, chunk)) put(found, key, value);
    return { get: (key) => found.get(key) ?? none };
  });
}

const none: readonly never[] = [];

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

class LiveIndex<On extends Whole, Key, Value>
  extends Contributions<On, ReadonlyMap<Key, readonly Value[]>>
  implements Index<Key, Value>
{
  readonly #contribute: (whole: On, chunk: Chunk) => Iterable<readonly [Key, Value]>;
  readonly #given = new Map<Chunk, ReadonlyMap<Key, readonly Value[]>>();
  readonly #entries = new Map<Key, Entry<Value>>();
  /** Read by those who ask while there is nothing at all. */
  readonly #any: Source;

  constructor(
    engine: Engine,
    whole: On,
    contribute: (whole: On, chunk: Chunk) => Iterable<readonly [Key, Value]>,
  ) {
    super(engine, whole);
    this.#contribute = contribute;
    this.#any = new Source(engine);
    this.start();
  }

  get(key: Key): readonly Value[] {
    this.update();
    if (this.#given.size === 0) {
      this.#any.read();
      return none;
    }
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = new Entry(this.engine, (chunk) => this.whole.rankOf?.(chunk) ?? 0);
      this.#entries.set(key, entry);
    }
    return entry.get();
  }

  override give(chunk: Chunk): ReadonlyMap<Key, readonly Value[]> {
    const found = new Map<Key, Value[]>();
    for (const [key, value] of this.#contribute(this.whole, chunk)) put(found, key, value);
    return found;
  }

  override take(chunk: Chunk, given: ReadonlyMap<Key, readonly Value[]> | undefined): void {
    const before = this.#given.get(chunk);
    const after = given === undefined || given.size === 0 ? undefined : given;
    if (before === undefined && after === undefined) return;
    if (after === undefined) this.#given.delete(chunk);
    else this.#given.set(chunk, after);
    for (const key of before?.keys() ?? []) if (!after?.has(key)) this.#put(key, chunk, undefined);
    for (const [key, values] of after ?? []) {
      const known = before?.get(key);
      if (known === undefined || !isSameList(known, values)) this.#put(key, chunk, values);
    }
    if (this.#given.size > 0 && this.#any.isRead) this.#any.touch();
  }

  #put(key: Key, chunk: Chunk, values: readonly Value[] | undefined): void {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = new Entry(this.engine, (one) => this.whole.rankOf?.(one) ?? 0);
      this.#entries.set(key, entry);
    }
    entry.put(chunk, values);
    if (entry.isIdle) this.#entries.delete(key);
  }
}

/** What is known under a key of an index. */
class Entry<Value> extends Source {
  readonly #rankOf: (chunk: Chunk) => number;
  readonly #parts = new Map<Chunk, readonly Value[]>();
  #list: readonly Value[] = none;

  constructor(engine: Engine, rankOf: (chunk: Chunk) => number) {
    super(engine);
    this.#rankOf = rankOf;
  }

  get(): readonly Value[] {
    this.read();
    return this.#list;
  }

  put(chunk: Chunk, values: readonly Value[] | undefined): void {
    if (values === undefined) this.#parts.delete(chunk);
    else this.#parts.set(chunk, values);
    this.touch();
  }

  /** Whether it is empty and nobody asks for it. */
  get isIdle(): boolean {
    return this.#parts.size === 0 && !this.isRead;
  }

  override refresh(): boolean {
    super.refresh();
    const before = this.#list;
    this.#list = inOrder(this.#parts, this.#rankOf).flat();
    return !isSameList(before, this.#list);
  }
}

function inOrder<Value>(
  parts: ReadonlyMap<Chunk, Value>,
  rankOf: (chunk: Chunk) => number,
): readonly Value[] {
  if (parts.size < 2) return [...parts.values()];
  return [...parts]
    .map(([chunk, value]) => [rankOf(chunk), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}
