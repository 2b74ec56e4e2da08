// What the chunks of a whole say under a key → the different things among it, followed key by key.
import type { Chunk } from "../../grammar/tree.ts";
import { Contributions, type Whole } from "./contributions.ts";
import { type Engine, engineOf, Source } from "./engine.ts";
import { memo } from "./memo.ts";

/**
 * The different values that chunks of a whole give for a key, however many give each, in no order. Who
 * asks depends on that alone: one more or one less of many bothers nobody.
 */
export function distinct<On extends Whole, Key, Value>(
  give: (whole: On, chunk: Chunk) => Iterable<readonly [Key, Value]>,
): (whole: On, key: Key) => readonly Value[] {
  const found = memo((whole: On): { get(key: Key): readonly Value[] } => {
    const engine = engineOf(whole);
    if (engine !== undefined) return engine.aside(() => new LiveDistinct(engine, whole, give));
    const values = new Map<Key, Set<Value>>();
    for (const chunk of whole.chunks())
      for (const [key, value] of give(whole, chunk)) {
        const known = values.get(key);
        if (known === undefined) values.set(key, new Set([value]));
        else known.add(value);
      }
    return { get: (key) => [...(values.get(key) ?? [])] };
  });
  return (whole, key) => found(whole).get(key);
}

/** How often each value is given for a key, and who wants to know which are. */
interface Counts<Value> {
  readonly of: Map<Value, number>;
  source: Source | undefined;
}

type Given<Key, Value> = readonly (readonly [Key, Value])[];

class LiveDistinct<On extends Whole, Key, Value> extends Contributions<On, Given<Key, Value>> {
  readonly #give: (whole: On, chunk: Chunk) => Iterable<readonly [Key, Value]>;
  readonly #given = new Map<Chunk, Given<Key, Value>>();
  readonly #counts = new Map<Key, Counts<Value>>();

  constructor(
    engine: Engine,
    whole: On,
    give: (whole: On, chunk: Chunk) => Iterable<readonly [Key, Value]>,
  ) {
    super(engine, whole);
    this.#give = give;
    this.start();
  }

  get(key: Key): readonly Value[] {
    this.update();
    const counts = this.#countsOf(key);
    counts.source ??= new Source(this.engine);
    counts.source.read();
    return [...counts.of.keys()];
  }

  protected override sweep(): void {
    for (const [key, { of, source }] of this.#counts)
      if (of.size === 0 && !source?.isRead) this.#counts.delete(key);
  }

  override give(chunk: Chunk): Given<Key, Value> {
    return [...this.#give(this.whole, chunk)];
  }

  override take(chunk: Chunk, given: Given<Key, Value> = []): void {
    const before = this.#given.get(chunk) ?? [];
    if (given.length === 0) this.#given.delete(chunk);
    else this.#given.set(chunk, given);
    // What comes is counted first, so that what stays is never gone.
    for (const [key, value] of given) this.#count(key, value, 1);
    for (const [key, value] of before) this.#count(key, value, -1);
  }

  #countsOf(key: Key): Counts<Value> {
    const known = this.#counts.get(key) ?? { of: new Map(), source: undefined };
    this.#counts.set(key, known);
    return known;
  }

  #count(key: Key, value: Value, by: 1 | -1): void {
    const { of, source } = this.#countsOf(key);
    const before = of.get(value) ?? 0;
    if (before + by === 0) of.delete(value);
    else of.set(value, before + by);
    if (before === 0 || before + by === 0) source?.touch();
  }
}
