// A function that is asked for many keys again and again → the keys for which it may give something else by now.
import { type Engine, Watcher } from "./engine.ts";

/** Keeps watch over what a function of a key gives, and of which keys it has to be asked again. */
export class Watch<Key, Result> {
  readonly #engine: Engine;
  readonly #make: (key: Key) => Result;
  readonly #watchers = new Map<Key, Watcher<Key>>();
  readonly #stale = new Set<Key>();

  constructor(engine: Engine, make: (key: Key) => Result) {
    this.#engine = engine;
    this.#make = make;
  }

  /** Watches these keys from now on, and no others. */
  keep(keys: Iterable<Key>): void {
    const kept = new Set(keys);
    for (const [key, watcher] of this.#watchers) {
      if (kept.has(key)) continue;
      watcher.drop();
      this.#watchers.delete(key);
      this.#stale.delete(key);
    }
    for (const key of kept) {
      if (this.#watchers.has(key)) continue;
      this.#watchers.set(key, new Watcher(this.#stale, key));
      this.#stale.add(key);
    }
  }

  /** Asks again for the keys for which something may have changed since it was asked last. */
  *changes(): Iterable<readonly [Key, Result]> {
    for (const key of this.#stale) {
      this.#stale.delete(key);
      const watcher = this.#watchers.get(key);
      if (watcher?.isOutdated) yield [key, watcher.run(this.#engine, () => this.#make(key))];
    }
  }
}
