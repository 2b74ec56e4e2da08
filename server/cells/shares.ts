// What is found for a whole at once → shares of it, each of which is followed by itself.
import type { Whole } from "./contributions.ts";
import { type Engine, engineOf, Source, Watcher } from "./engine.ts";
import { memo } from "./memo.ts";

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

/**
 * Something that is found for a whole at once and that many ask for. They are bothered where it is
 * another one in the end; where it is only found again, none of them has to look whether it is.
 */
export function settled<On extends Whole, Value>(
  find: (whole: On) => Value,
  same: (a: Value, b: Value) => boolean = Object.is,
): (whole: On) => Value {
  const share = distributed<On, true, { readonly of: Value }>(
    (whole) => new Map([[true, { of: find(whole) }]]),
    (a, b) => same(a.of, b.of),
  );
  return (whole) => {
    const found = share(whole, true);
    return found === undefined ? find(whole) : found.of;
  };
}

class LiveShares<Key, Value> {
  readonly #engine: Engine;
  readonly #find: () => ReadonlyMap<Key, Value>;
  readonly #same: (a: Value, b: Value) => boolean;
  readonly #watcher: Watcher<true>;
  readonly #sources = new Map<Key, Source>();
  #now: ReadonlyMap<Key, Value> = new Map();
  readonly #stale = new Set<true>([true]);
  #isBusy = false;

  constructor(
    engine: Engine,
    find: () => ReadonlyMap<Key, Value>,
    same: (a: Value, b: Value) => boolean,
  ) {
    this.#engine = engine;
    this.#find = find;
    this.#same = same;
    this.#watcher = new Watcher(this.#stale, true);
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
    if (this.#isBusy || !this.#stale.delete(true)) return false;
    if (!this.#watcher.isOutdated) return false;
    this.#isBusy = true;
    try {
      const before = this.#now;
      const after = this.#watcher.run(this.#engine, this.#find);
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
