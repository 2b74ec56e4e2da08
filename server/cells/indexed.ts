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

/** What a chunk contributes, key by key. */
type Given<Key, Value> = readonly (readonly [Key, readonly Value[]])[];

class LiveIndex<On extends Whole, Key, Value>
  extends Contributions<On, Given<Key, Value>>
  implements Index<Key, Value>
{
  readonly #contribute: (whole: On, chunk: Chunk) => Iterable<readonly [Key, Value]>;
  /** The keys under which each chunk contributes something. */
  readonly #keys = new Map<Chunk, readonly Key[]>();
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
    if (this.#keys.size === 0) {
      this.#any.read();
      return none;
    }
    return this.#entry(key).get();
  }

  #entry(key: Key): Entry<Value> {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = new Entry(this.engine, this.whole);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  protected override sweep(): void {
    for (const [key, entry] of this.#entries) if (entry.isIdle) this.#entries.delete(key);
  }

  override give(chunk: Chunk): Given<Key, Value> {
    const pairs = [...this.#contribute(this.whole, chunk)];
    const [only, other] = pairs;
    if (only === undefined) return none;
    if (other === undefined) return [[only[0], [only[1]]]];
    const found = new Map<Key, Value[]>();
    for (const [key, value] of pairs) put(found, key, value);
    // A list that has grown has room to spare, a copy has none.
    return Array.from(found, ([key, values]) => [key, values.slice()] as const);
  }

  override take(chunk: Chunk, given: Given<Key, Value> = none): void {
    const before = this.#keys.get(chunk);
    if (before === undefined && given.length === 0) return;
    const keys = given.map(([key]) => key);
    if (keys.length === 0) this.#keys.delete(chunk);
    else this.#keys.set(chunk, keys);
    const gone = new Set(before);
    for (const [key, values] of given) {
      gone.delete(key);
      this.#put(key, chunk, values);
    }
    for (const key of gone) this.#put(key, chunk, undefined);
    if (this.#keys.size > 0 && this.#any.isRead) this.#any.touch();
  }

  #put(key: Key, chunk: Chunk, values: readonly Value[] | undefined): void {
    const entry = this.#entry(key);
    entry.put(chunk, values);
    if (entry.isIdle) this.#entries.delete(key);
  }
}

/** What is known under a key of an index. */
class Entry<Value> extends Source {
  readonly #whole: Whole;
  /** Most keys are of one chunk; of more of them there is a table. */
  #chunk: Chunk | undefined;
  #values: readonly Value[] = none;
  #parts: Map<Chunk, readonly Value[]> | undefined;
  #list: readonly Value[] = none;

  constructor(engine: Engine, whole: Whole) {
    super(engine);
    this.#whole = whole;
  }

  get(): readonly Value[] {
    this.read();
    return this.#list;
  }

  /** Takes what a chunk contributes; undefined where that is nothing any more. */
  put(chunk: Chunk, values: readonly Value[] | undefined): void {
    const before = this.#parts?.get(chunk) ?? (this.#chunk === chunk ? this.#values : undefined);
    if (values !== undefined && before !== undefined && isSameList(before, values)) return;
    this.#keep(chunk, values);
    this.touch();
  }

  #keep(chunk: Chunk, values: readonly Value[] | undefined): void {
    const only = this.#chunk;
    if (this.#parts === undefined && (only === undefined || only === chunk)) {
      this.#chunk = values && chunk;
      this.#values = values ?? none;
      return;
    }
    this.#parts ??= new Map(only && [[only, this.#values]]);
    this.#chunk = undefined;
    this.#values = none;
    if (values === undefined) this.#parts.delete(chunk);
    else this.#parts.set(chunk, values);
    if (this.#parts.size === 0) this.#parts = undefined;
  }

  /** Whether it is empty and nobody asks for it. */
  get isIdle(): boolean {
    return this.#chunk === undefined && this.#parts === undefined && !this.isRead;
  }

  override refresh(): boolean {
    super.refresh();
    const before = this.#list;
    this.#list = this.#parts === undefined ? this.#values : inOrder(this.#parts, this.#whole);
    return !isSameList(before, this.#list);
  }
}

function inOrder<Value>(
  parts: ReadonlyMap<Chunk, readonly Value[]>,
  whole: Whole,
): readonly Value[] {
  return [...parts]
    .map(([chunk, values]) => [whole.rankOf?.(chunk) ?? 0, values] as const)
    .sort(([a], [b]) => a - b)
    .flatMap(([, values]) => values)
    .slice();
}
