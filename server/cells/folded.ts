// What each chunk gives → a sum or a list of all, kept up to date chunk by chunk and file by file.
import type { Chunk } from "../../grammar/tree.ts";
import { Contributions, isSameList, type Whole } from "./contributions.ts";
import { type Engine, engineOf, Source } from "./engine.ts";
import { memo } from "./memo.ts";

const none: readonly never[] = [];

/**
 * What the chunks of a whole give, joined file by file and then all together: of a change one chunk,
 * one file and the list of files are looked at again. Undefined where no chunk gives anything.
 */
export function folded<On extends Whole, Given>(
  give: (whole: On, chunk: Chunk) => Given | undefined,
  join: (parts: readonly Given[]) => Given,
  same: (a: Given, b: Given) => boolean = Object.is,
): (whole: On) => Given | undefined {
  const sums = memo((whole: On): { get(): Given | undefined } => {
    const engine = engineOf(whole);
    if (engine !== undefined)
      return engine.aside(() => new LiveSum(engine, whole, { give, join, same }));
    const parts: Given[] = [];
    for (const chunk of whole.chunks()) {
      const given = give(whole, chunk);
      if (given !== undefined) parts.push(given);
    }
    const sum = parts.length === 0 ? undefined : join(parts);
    return { get: () => sum };
  });
  return (whole) => sums(whole).get();
}

/** All that the chunks of a whole give, in project order. */
export function collected<On extends Whole, One>(
  give: (whole: On, chunk: Chunk) => Iterable<One>,
): (whole: On) => readonly One[] {
  const all = folded<On, readonly One[]>(
    (whole, chunk) => {
      const given = [...give(whole, chunk)];
      return given.length === 0 ? undefined : given;
    },
    (parts) => parts.flat(),
    isSameList,
  );
  return (whole) => all(whole) ?? none;
}

/** Whether any chunk of a whole gives something. */
export function anywhere<On extends Whole>(
  test: (whole: On, chunk: Chunk) => boolean,
): (whole: On) => boolean {
  const found = folded<On, true>(
    (whole, chunk) => test(whole, chunk) || undefined,
    () => true,
  );
  return (whole) => found(whole) ?? false;
}

interface Adding<On, Given> {
  give(whole: On, chunk: Chunk): Given | undefined;
  join(parts: readonly Given[]): Given;
  same(a: Given, b: Given): boolean;
}

class LiveSum<On extends Whole, Given> extends Contributions<On, Given | undefined> {
  readonly #adding: Adding<On, Given>;
  readonly #given = new Map<Chunk, { readonly file: string; readonly given: Given }>();
  readonly #files = new Map<string, Part<Given>>();
  /** Those whose chunks have changed since they were joined. */
  readonly #stale = new Set<Part<Given>>();
  readonly #total: Total<Given>;
  #isSorted = true;
  /** Whether a file has come or gone, or comes to something else, since all were joined. */
  #isOther = true;
  #now: Given | undefined;

  constructor(engine: Engine, whole: On, adding: Adding<On, Given>) {
    super(engine, whole);
    this.#adding = adding;
    this.#total = new Total(engine, () => this.#sum(), adding.same);
    this.start();
  }

  get(): Given | undefined {
    this.update();
    return this.#total.get();
  }

  override give(chunk: Chunk): Given | undefined {
    return this.#adding.give(this.whole, chunk);
  }

  override take(chunk: Chunk, given: Given | undefined): void {
    const before = this.#given.get(chunk);
    if (given === undefined) {
      if (before === undefined) return;
      this.#given.delete(chunk);
      const file = this.#files.get(before.file);
      file?.chunks.delete(chunk);
      if (file !== undefined) this.#stale.add(file);
      if (file?.chunks.size === 0) {
        this.#files.delete(before.file);
        this.#stale.delete(file);
        this.#isOther = true;
      }
    } else {
      if (before !== undefined && this.#adding.same(before.given, given)) return;
      const key = before?.file ?? this.whole.fileKeyOf?.(chunk) ?? "";
      this.#given.set(chunk, { file: key, given });
      const file = this.#files.get(key) ?? { chunks: new Set(), sum: undefined };
      if (file.chunks.size === 0) {
        this.#isSorted = false;
        this.#isOther = true;
      }
      this.#files.set(key, file);
      file.chunks.add(chunk);
      this.#stale.add(file);
    }
    this.#total.touch();
  }

  /** Joins again the files that have changed, and all together where one of them comes to something else. */
  #sum(): Given | undefined {
    const rankOf = (chunk: Chunk) => this.whole.rankOf?.(chunk) ?? 0;
    if (!this.#isSorted) this.#sort(rankOf);
    for (const file of this.#stale) {
      const after = this.#adding.join(this.#inOrder(file.chunks, rankOf));
      if (file.sum !== undefined && this.#adding.same(file.sum.of, after)) continue;
      file.sum = { of: after };
      this.#isOther = true;
    }
    this.#stale.clear();
    if (!this.#isOther) return this.#now;
    const sums: Given[] = [];
    for (const { sum } of this.#files.values()) if (sum !== undefined) sums.push(sum.of);
    this.#now = sums.length === 0 ? undefined : this.#adding.join(sums);
    this.#isOther = false;
    return this.#now;
  }

  /** Files that stay keep their order: they are sorted where one has come. */
  #sort(rankOf: (chunk: Chunk) => number): void {
    const ranked = [...this.#files].map(([key, file]) => {
      // Of chunks of other files any is before or behind.
      const [first] = file.chunks;
      return { key, file, rank: first === undefined ? 0 : rankOf(first) };
    });
    this.#files.clear();
    for (const { key, file } of ranked.sort((a, b) => a.rank - b.rank)) this.#files.set(key, file);
    this.#isSorted = true;
  }

  #inOrder(chunks: Iterable<Chunk>, rankOf: (chunk: Chunk) => number): readonly Given[] {
    return [...chunks]
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map((chunk) => this.#given.get(chunk))
      .filter((one) => one !== undefined)
      .map(({ given }) => given);
  }
}

/** What the chunks of a file come to. */
interface Part<Given> {
  readonly chunks: Set<Chunk>;
  sum: { readonly of: Given } | undefined;
}

class Total<Given> extends Source {
  readonly #sum: () => Given | undefined;
  readonly #same: (a: Given, b: Given) => boolean;
  #now: Given | undefined;

  constructor(engine: Engine, sum: () => Given | undefined, same: (a: Given, b: Given) => boolean) {
    super(engine);
    this.#sum = sum;
    this.#same = same;
  }

  get(): Given | undefined {
    this.read();
    return this.#now;
  }

  override refresh(): boolean {
    super.refresh();
    const before = this.#now;
    this.#now = this.#sum();
    if (before === undefined || this.#now === undefined) return before !== this.#now;
    return !this.#same(before, this.#now);
  }
}
