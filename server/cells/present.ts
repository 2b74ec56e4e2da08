// What the chunks of a whole name → whether any of them names a thing, followed thing by thing.
import type { Chunk } from "../../grammar/tree.ts";
import { Contributions, type Whole } from "./contributions.ts";
import { type Engine, engineOf, Source } from "./engine.ts";
import { memo } from "./memo.ts";

/**
 * Whether a chunk of a whole names something, wherever and however often. Who asks depends on that
 * alone: one more or one less of many bothers nobody.
 */
export function present<On extends Whole, Key>(
  name: (whole: On, chunk: Chunk) => Iterable<Key>,
): (whole: On, key: Key) => boolean {
  const named = memo((whole: On): { has(key: Key): boolean } => {
    const engine = engineOf(whole);
    if (engine !== undefined) return engine.aside(() => new LivePresence(engine, whole, name));
    const found = new Set<Key>();
    for (const chunk of whole.chunks()) for (const key of name(whole, chunk)) found.add(key);
    return found;
  });
  return (whole, key) => named(whole).has(key);
}

/** How many chunks name a thing, and who wants to know whether any does. */
interface Count {
  chunks: number;
  source: Source | undefined;
}

class LivePresence<On extends Whole, Key> extends Contributions<On, readonly Key[]> {
  readonly #name: (whole: On, chunk: Chunk) => Iterable<Key>;
  readonly #given = new Map<Chunk, readonly Key[]>();
  readonly #counts = new Map<Key, Count>();
  /** Read by those who ask while nothing is named at all. */
  readonly #any: Source;

  constructor(engine: Engine, whole: On, name: (whole: On, chunk: Chunk) => Iterable<Key>) {
    super(engine, whole);
    this.#name = name;
    this.#any = new Source(engine);
    this.start();
  }

  has(key: Key): boolean {
    this.update();
    if (this.#given.size === 0) {
      this.#any.read();
      return false;
    }
    const count = this.#counts.get(key) ?? { chunks: 0, source: undefined };
    this.#counts.set(key, count);
    count.source ??= new Source(this.engine);
    count.source.read();
    return count.chunks > 0;
  }

  protected override sweep(): void {
    for (const [key, { chunks, source }] of this.#counts)
      if (chunks === 0 && !source?.isRead) this.#counts.delete(key);
  }

  override give(chunk: Chunk): readonly Key[] {
    const keys = [...this.#name(this.whole, chunk)];
    return keys.length < 2 ? keys : [...new Set(keys)];
  }

  override take(chunk: Chunk, given: readonly Key[] = []): void {
    const before = new Set(this.#given.get(chunk));
    if (given.length === 0) this.#given.delete(chunk);
    else this.#given.set(chunk, given);
    for (const key of given) if (!before.delete(key)) this.#count(key, 1);
    for (const key of before) this.#count(key, -1);
    if (this.#given.size > 0 && this.#any.isRead) this.#any.touch();
  }

  #count(key: Key, by: 1 | -1): void {
    const count = this.#counts.get(key) ?? { chunks: 0, source: undefined };
    const before = count.chunks;
    count.chunks += by;
    if (count.chunks === 0 && !count.source?.isRead) this.#counts.delete(key);
    else this.#counts.set(key, count);
    // What goes with one chunk and comes with another of the same step has not changed in the end.
    if ((before === 0) !== (count.chunks === 0)) count.source?.touch();
  }
}
