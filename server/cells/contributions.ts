// What each chunk of a whole contributes → found again only where what was read for it has changed.
import type { Chunk } from "../../grammar/tree.ts";
import { type Aspect, type Engine, Watcher } from "./engine.ts";

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

/** The contributions of the chunks of a whole, each with what it read. */
export abstract class Contributions<On extends Whole, Given> implements Follower {
  protected readonly engine: Engine;
  protected readonly whole: On;
  /** Of the chunks for which anything else was read. */
  readonly #parts = new Map<Chunk, Watcher<Chunk>>();
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
        const known = this.#parts.get(chunk);
        if (known !== undefined && !known.isOutdated) continue;
        const part = known ?? new Watcher(this.#stale, chunk);
        const given = part.run(this.engine, () => this.give(chunk));
        // What follows from the chunk alone stays as it is.
        if (part.hasRead) this.#parts.set(chunk, part);
        else this.#parts.delete(chunk);
        this.take(chunk, given);
      }
    } finally {
      this.#isBusy = false;
    }
    return true;
  }
}

/** Whether two lists hold the same things in the same order. */
export function isSameList<One>(a: readonly One[], b: readonly One[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((one, index) => Object.is(one, b[index]));
}
