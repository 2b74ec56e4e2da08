// The chunks of a followed project → on which line each stands, told to those who asked where that changes.
import type { Chunk, FileTree } from "../../grammar/tree.ts";
import { type Engine, Input } from "../cells/engine.ts";
import { type ChunkLine, isSameLine, lineAt } from "./lines.ts";
import type { FileStep } from "./spots.ts";

/** Who asks for a line depends on that alone. */
export class FollowedLines {
  readonly #engine: Engine;
  readonly #lineNow: (chunk: Chunk) => ChunkLine | undefined;
  /** Of the chunks for which somebody has asked. */
  readonly #lines = new Map<Chunk, Input<ChunkLine | undefined>>();

  /** `lineNow`: where a chunk stands at the moment. */
  constructor(engine: Engine, lineNow: (chunk: Chunk) => ChunkLine | undefined) {
    this.#engine = engine;
    this.#lineNow = lineNow;
  }

  of(chunk: Chunk): ChunkLine | undefined {
    let line = this.#lines.get(chunk);
    if (line === undefined) {
      line = new Input(this.#engine, this.#lineNow(chunk));
      this.#lines.set(chunk, line);
    }
    return line.get();
  }

  /** Takes a file in another form; without one before or after it comes or goes. */
  change(
    before: FileTree | undefined,
    after: FileTree | undefined,
    { went, stayed, behind }: FileStep,
  ): void {
    for (const chunk of went) {
      // Where it comes again, who reads its line follows another source.
      this.#lines.get(chunk)?.set(undefined);
      this.#lines.delete(chunk);
    }
    for (const chunk of stayed) this.#move(chunk);
    if (before === undefined || after === undefined || behind.length === 0) return;
    const old = lineAt(before, before.chunks.length - behind.length);
    const now = lineAt(after, after.chunks.length - behind.length);
    // They stand one behind the other: where the first stays, all do.
    if (!isSameLine(old, now)) for (const chunk of behind) this.#move(chunk);
  }

  #move(chunk: Chunk): void {
    this.#lines.get(chunk)?.set(this.#lineNow(chunk), isSameLine);
  }
}
