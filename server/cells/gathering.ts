// A function that is asked for each of many keys of a whole → what it gives, gathered and kept up to date key by key.
import { type Engine, engineOf, Source } from "./engine.ts";
import { memo } from "./memo.ts";
import { Watch } from "./watch.ts";

/** The keys of a whole, and what is found for each. */
export interface Keyed<On, Key, Value> {
  /** The same list as long as nothing comes or goes. */
  keys(whole: On): readonly Key[];
  find(whole: On, key: Key): Value;
}

/** What is found for the keys of a whole that is followed. */
export abstract class Gathering<On, Key, Value> {
  readonly #engine: Engine;
  readonly #whole: On;
  readonly #finding: Keyed<On, Key, Value>;
  readonly #watch: Watch<Key, Value>;
  #keys: readonly Key[] = [];
  #isBusy = false;

  constructor(engine: Engine, whole: On, finding: Keyed<On, Key, Value>) {
    this.#engine = engine;
    this.#whole = whole;
    this.#finding = finding;
    this.#watch = new Watch(engine, (key) => finding.find(whole, key));
  }

  /** Starts once the heir is ready to take what is found. */
  protected start(): void {
    this.update();
    this.#engine.onSettle(() => this.update());
  }

  /** Takes what is found for a key now. */
  protected abstract take(key: Key, value: Value): void;
  /** Lets go of a key that is gone. */
  protected abstract drop(key: Key): void;

  /** Finds again what may have changed; whether there was anything to find. */
  protected update(): boolean {
    if (this.#isBusy) return false;
    this.#isBusy = true;
    try {
      return this.#engine.aside(() => this.#catchUp());
    } finally {
      this.#isBusy = false;
    }
  }

  #catchUp(): boolean {
    let isDone = false;
    const keys = this.#finding.keys(this.#whole);
    if (keys !== this.#keys) {
      const listed = new Set(keys);
      for (const key of this.#keys) if (!listed.has(key)) this.drop(key);
      this.#keys = keys;
      this.#watch.keep(keys);
      isDone = true;
    }
    for (const [key, value] of this.#watch.changes()) {
      this.take(key, value);
      isDone = true;
    }
    return isDone;
  }
}

/** Of what is found for each key the few lists that are not empty, in the order of the keys. */
export function seldom<On extends object, Key, One>(
  finding: Keyed<On, Key, readonly One[]>,
): (whole: On) => readonly One[] {
  const found = memo((whole: On): { get(): readonly One[] } => {
    const engine = engineOf(whole);
    if (engine !== undefined) return engine.aside(() => new LiveSeldom(engine, whole, finding));
    const all = finding.keys(whole).flatMap((key) => finding.find(whole, key));
    return { get: () => all };
  });
  return (whole) => found(whole).get();
}

class LiveSeldom<On, Key, One> extends Gathering<On, Key, readonly One[]> {
  readonly #source: Source;
  readonly #found = new Map<Key, readonly One[]>();
  readonly #inOrder: () => Iterable<Key>;

  constructor(engine: Engine, whole: On, finding: Keyed<On, Key, readonly One[]>) {
    super(engine, whole, finding);
    this.#source = new Source(engine);
    this.#inOrder = () => finding.keys(whole);
    this.start();
  }

  get(): readonly One[] {
    this.update();
    this.#source.read();
    if (this.#found.size === 0) return [];
    return [...this.#inOrder()].flatMap((key) => this.#found.get(key) ?? []);
  }

  protected override take(key: Key, found: readonly One[]): void {
    if (found.length === 0) this.drop(key);
    else {
      this.#found.set(key, found);
      this.#source.touch();
    }
  }

  protected override drop(key: Key): void {
    if (this.#found.delete(key)) this.#source.touch();
  }
}
