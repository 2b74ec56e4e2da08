// A project and some of its chunks → the same project, of which only these are looked at.
import type { Chunk } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Project, SourceFile } from "../project/project.ts";
import type { Day, Fiscal } from "./calendar.ts";
import type { Entity } from "./entity.ts";
import type { ChunkLine } from "./lines.ts";
import { outline } from "./outline.ts";
import type { ChunkPlace } from "./reading.ts";
import type { Model, Names, Universe } from "./universe.ts";

/**
 * What is asked of a part goes through its declarations only; names, figures and all that is
 * remembered are those of the whole.
 */
export class Part implements Model {
  readonly whole: Model;
  readonly #chunks: readonly Chunk[];
  readonly #path: string;

  /** The chunks lie in one file, in its order. */
  constructor(whole: Model, path: string, chunks: readonly Chunk[]) {
    this.whole = whole;
    this.#path = path;
    this.#chunks = chunks;
  }

  get entities(): readonly Entity[] {
    return this.#chunks.flatMap((chunk) => outline(chunk).entities);
  }

  of(kind: Kind): readonly Entity[] {
    const found: Entity[] = [];
    for (const chunk of this.#chunks)
      for (const one of outline(chunk).entities) if (one.sure && one.kind === kind) found.push(one);
    return found;
  }

  chunks(): Iterable<Chunk> {
    return this.#chunks;
  }

  chunksIn(path: string): readonly Chunk[] {
    return path === this.#path ? this.#chunks : [];
  }

  paths(): Iterable<string> {
    return [this.#path];
  }

  get project(): Project {
    return this.whole.project;
  }

  get universe(): Universe {
    return this.whole.universe;
  }

  get today(): Day {
    return this.whole.today;
  }

  get strategy(): Entity | undefined {
    return this.whole.strategy;
  }

  get names(): Names {
    return this.whole.names;
  }

  get aliases(): Model["aliases"] {
    return this.whole.aliases;
  }

  get fiscal(): Fiscal | undefined {
    return this.whole.fiscal;
  }

  placeOf(chunk: Chunk): ChunkPlace | undefined {
    return this.whole.placeOf(chunk);
  }

  lineOf(chunk: Chunk): ChunkLine | undefined {
    return this.whole.lineOf(chunk);
  }

  readingOf(chunk: Chunk): Chunk {
    return this.whole.readingOf(chunk);
  }

  pathOf(chunk: Chunk): string | undefined {
    return this.whole.pathOf(chunk);
  }

  fileAt(path: string): SourceFile | undefined {
    return this.whole.fileAt(path);
  }
}
