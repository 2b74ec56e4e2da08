// What each chunk contributes → an index by key, or a sum: kept up to date chunk by chunk.
import type { Chunk } from "../grammar/tree.ts";
import { type Aspect, type Engine, engineOf, Source, Watcher } from "./engine.ts";
import { memo } from "./memo.ts";

/** Something that consists of chunks: a project, or all projects that were loaded together. */
export interface Whole extends Aspect<unknown> {
  /** In project order. */
  chunks(): Iterable<Chunk>;
  /** Of a whole that is followed: hands over all chunks, and from then on those that come and go. */
  follow?(follower: Follower): void;
  /** A number that grows in project order; it holds until the next change. */
  rankOf?(chunk: Chunk): number;
  /** The file of a chunk, as a key. */
  fileKeyOf?(chunk: Chunk): string;
}

/** Who is told of chunks that come and go; a chunk that moves goes and comes. */
export interface Follower {
  came(chunk: Chunk): void;
  went(chunk: Chunk): void;
}

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

/** The contributions of the chunks of a whole, each with what it read. */
export abstract class Contributions<On extends Whole, Given> implements Follower {
  protected readonly engine: Engine;
  protected readonly whole: On;
  readonly #parts = new Map<Chunk, Watcher>();
  readonly #stale = new Set<Chunk>();
  #isBusy = false;

  constructor(engine: Engine, whole: On) {
    this.engine = engine;
    this.whole = whole;
  }

  /** Starts once the heir is ready to take what is given. */
  protected start(): void {
    this.whole.follow?.(this);
    this.update();
    this.engine.onSettle(() => this.update());
  }

  abstract give(chunk: Chunk): Given;
  /** Takes what a chunk gives; undefined where it gives nothing any more. */
  abstract take(chunk: Chunk, given: Given | undefined): void;

  came(chunk: Chunk): void {
    this.#stale.add(chunk);
    this.#parts.set(chunk, new Watcher(this.engine, () => this.#stale.add(chunk)));
  }

  went(chunk: Chunk): void {
    this.#stale.delete(chunk);
    this.#parts.get(chunk)?.drop();
    this.#parts.delete(chunk);
    this.take(chunk, undefined);
  }

  /** Finds again what may have changed; whether there was anything to find. */
  update(): boolean {
    if (this.#isBusy || this.#stale.size === 0) return false;
    this.#isBusy = true;
    try {
      for (const chunk of this.#stale) {
        this.#stale.delete(chunk);
        const part = this.#parts.get(chunk);
        if (part?.isOutdated)
          this.take(
            chunk,
            part.run(() => this.give(chunk)),
          );
      }
    } finally {
      this.#isBusy = false;
    }
    return true;
  }
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

/** Whether two lists hold the same things in the same order. */
export function isSameList<One>(a: readonly One[], b: readonly One[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((one, index) => Object.is(one, b[index]));
}

/**
 * What is found for a whole at once, by key. Who asks for a key depends on what is found for that key
 * alone: where the whole is looked at again, nobody else is bothered.
 */
export function distributed<On extends Whole, Key, Value>(
  find: (whole: On) => ReadonlyMap<Key, Value>,
  same: (a: Value, b: Value) => boolean,
): (whole: On, key: Key) => Value | undefined {
  const all = memo((whole: On): { get(key: Key): Value | undefined } => {
    const engine = engineOf(whole);
    if (engine === undefined) return find(whole);
    return engine.aside(() => new LiveShares(engine, () => find(whole), same));
  });
  return (whole, key) => all(whole).get(key);
}

class LiveShares<Key, Value> {
  readonly #engine: Engine;
  readonly #find: () => ReadonlyMap<Key, Value>;
  readonly #same: (a: Value, b: Value) => boolean;
  readonly #watcher: Watcher;
  readonly #sources = new Map<Key, Source>();
  #now: ReadonlyMap<Key, Value> = new Map();
  #isStale = true;
  #isBusy = false;

  constructor(
    engine: Engine,
    find: () => ReadonlyMap<Key, Value>,
    same: (a: Value, b: Value) => boolean,
  ) {
    this.#engine = engine;
    this.#find = find;
    this.#same = same;
    this.#watcher = new Watcher(engine, () => {
      this.#isStale = true;
    });
    this.#update();
    engine.onSettle(() => this.#update());
  }

  get(key: Key): Value | undefined {
    this.#update();
    let source = this.#sources.get(key);
    if (source === undefined) {
      source = new Source(this.#engine);
      this.#sources.set(key, source);
    }
    source.read();
    return this.#now.get(key);
  }

  #update(): boolean {
    if (!this.#isStale || this.#isBusy) return false;
    this.#isStale = false;
    if (!this.#watcher.isOutdated) return false;
    this.#isBusy = true;
    try {
      const before = this.#now;
      const after = this.#watcher.run(this.#find);
      this.#now = after;
      for (const key of new Set([...before.keys(), ...after.keys()]))
        if (!this.#isSame(before.get(key), after.get(key))) this.#sources.get(key)?.touch();
    } finally {
      this.#isBusy = false;
    }
    return true;
  }

  #isSame(a: Value | undefined, b: Value | undefined): boolean {
    return a === undefined || b === undefined ? a === b : this.#same(a, b);
  }
}

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
  readonly #total: Total<Given>;

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
      if (file?.chunks.size === 0) this.#files.delete(before.file);
      if (file !== undefined) file.sum = undefined;
    } else {
      if (before !== undefined && this.#adding.same(before.given, given)) return;
      const key = before?.file ?? this.whole.fileKeyOf?.(chunk) ?? "";
      this.#given.set(chunk, { file: key, given });
      const file = this.#files.get(key) ?? { chunks: new Set(), sum: undefined };
      this.#files.set(key, file);
      file.chunks.add(chunk);
      file.sum = undefined;
    }
    this.#total.touch();
  }

  #sum(): Given | undefined {
    const rankOf = (chunk: Chunk) => this.whole.rankOf?.(chunk) ?? 0;
    const sums: (readonly [number, Given])[] = [];
    for (const file of this.#files.values()) {
      const [first] = file.chunks;
      if (first === undefined) continue;
      file.sum ??= { of: this.#adding.join(this.#inOrder(file.chunks, rankOf)) };
      // Of chunks of other files any is before or behind.
      sums.push([rankOf(first), file.sum.of]);
    }
    if (sums.length === 0) return undefined;
    return this.#adding.join(sums.sort(([a], [b]) => a - b).map(([, sum]) => sum));
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
