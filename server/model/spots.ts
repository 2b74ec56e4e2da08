// The chunks of a followed project → where each lies, and what comes, goes or only stands otherwise with an edit.
import type { Chunk } from "../../grammar/tree.ts";
import { saysTheSame } from "./reading.ts";

/** Where a chunk lies: its file, and its number in it. */
interface Spot {
  readonly path: string;
  readonly index: number;
}

/** What an edit of a file does to the chunks from which declarations are read. */
export interface FileStep {
  readonly went: readonly Chunk[];
  readonly came: readonly Chunk[];
  /** Chunks that stay as they were read, though others stand in the file. */
  readonly stayed: readonly Chunk[];
  /** Those behind all that: they are the same, though they may stand further up or down. */
  readonly behind: readonly Chunk[];
}

/** The chunks of a project as they were read, by what stands in its files. */
export class Spots {
  readonly #spots = new Map<Chunk, Spot>();
  /** What stands in a file, and the chunk that was read before, of what says the same. */
  readonly #readings = new Map<Chunk, Chunk>();

  /** All that was read. */
  chunks(): Iterable<Chunk> {
    return this.#spots.keys();
  }

  /** Where a chunk lies, as it was read or as it stands. */
  of(chunk: Chunk): Spot | undefined {
    return this.#spots.get(chunk) ?? this.#spots.get(this.readingOf(chunk));
  }

  readingOf(chunk: Chunk): Chunk {
    return this.#readings.get(chunk) ?? chunk;
  }

  readingsOf(chunks: readonly Chunk[]): readonly Chunk[] {
    return this.#readings.size === 0 ? chunks : chunks.map((chunk) => this.readingOf(chunk));
  }

  /** Takes the chunks of a file that come after others; no others where the file is new. */
  change(path: string, before: readonly Chunk[], after: readonly Chunk[]): FileStep {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head]) head++;
    let tail = 0;
    while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
    const old = before.slice(head, before.length - tail);
    const fresh = after.slice(head, after.length - tail);
    const [went, came, stayed] = [[] as Chunk[], [...fresh], [] as Chunk[]];
    const known = new Set(old);
    for (const [index, chunk] of old.entries()) {
      const reading = this.readingOf(chunk);
      this.#readings.delete(chunk);
      const next = old.length === fresh.length ? fresh[index] : undefined;
      // What has only moved goes and comes: it is read from itself.
      const isOther = next !== undefined && next !== chunk && known.has(next);
      if (next !== undefined && !isOther && saysTheSame(chunk, next)) {
        came.splice(came.indexOf(next), 1);
        stayed.push(reading);
        if (next !== reading) this.#readings.set(next, reading);
      } else {
        this.#spots.delete(reading);
        went.push(reading);
      }
    }
    const end = before.length === after.length ? after.length - tail : after.length;
    for (let index = head; index < end; index++) {
      const chunk = after[index];
      if (chunk !== undefined) this.#spots.set(this.readingOf(chunk), { path, index });
    }
    return { went, came, stayed, behind: this.readingsOf(after.slice(after.length - tail)) };
  }
}
