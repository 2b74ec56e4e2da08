// A chunk, or a file of chunks → where its lines begin: counted once, however often the text around a chunk changes.
import { lineStarts } from "../../grammar/lines.ts";
import type { Chunk, FileTree } from "../../grammar/tree.ts";
import { memo } from "../cells/memo.ts";

/** The starts of the lines of a chunk, relative to it. */
export const linesIn: (chunk: Chunk) => readonly number[] = memo((chunk) => lineStarts(chunk.text));

/** The starts of the lines of a file. */
export const linesInFile: (tree: FileTree) => readonly number[] = memo((tree) =>
  lineStarts(tree.text),
);

/** Where each chunk of a file begins: its line, and the offset at which that line begins. */
interface Lines {
  readonly first: readonly number[];
  readonly begin: readonly number[];
}

/** The lines on which the chunks of a file begin. */
export const linesOf: (tree: FileTree) => Lines = memo((tree) => {
  const first: number[] = [];
  const begin: number[] = [];
  let line = 0;
  let lineBegin = 0;
  for (const [index, chunk] of tree.chunks.entries()) {
    const start = tree.starts[index] ?? 0;
    first.push(line);
    begin.push(lineBegin);
    const inner = linesIn(chunk);
    line += inner.length - 1;
    if (inner.length > 1) lineBegin = start + (inner.at(-1) ?? 0);
  }
  return { first, begin };
});

/** Where a chunk stands as one counts lines, whatever is typed into other lines. */
export interface ChunkLine {
  /** What stands there now: the chunk itself, or one that says the same. */
  readonly now: Chunk;
  readonly line: number;
  /** How many code units stand before it on its line: mostly none. */
  readonly character: number;
}

/** Where the chunk with a number stands in its file. */
export function lineAt(tree: FileTree, index: number): ChunkLine | undefined {
  const now = tree.chunks[index];
  if (now === undefined) return undefined;
  const { first, begin } = linesOf(tree);
  const character = (tree.starts[index] ?? 0) - (begin[index] ?? 0);
  return { now, line: first[index] ?? 0, character };
}

export function isSameLine(a: ChunkLine | undefined, b: ChunkLine | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  return a.now === b.now && a.line === b.line && a.character === b.character;
}
