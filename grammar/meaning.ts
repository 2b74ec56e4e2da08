// A parsed file → what it says without where it says it, to tell whether two texts mean the same.
import type { Chunk, FileTree } from "./tree.ts";

/**
 * One line of text for each chunk: its entries, faults and comments without offsets, and nothing
 * for a chunk of space. Equal lines mean the same, whatever the layout. `on` and `by` are one word
 * here, and so they are read.
 */
export function meaningOf(tree: FileTree): readonly string[] {
  return tree.chunks.map(meaningOfChunk);
}

function meaningOfChunk({ entries, faults, comments }: Chunk): string {
  if (entries.length + faults.length + comments.length === 0) return "";
  const said = faults.map(({ code, message }) => [code, message]);
  const texts = comments.map(({ text, line }) => (line ? text.trimEnd() : text));
  return `${JSON.stringify([entries, said, texts], withoutPlace)}\n`;
}

function withoutPlace(key: string, value: unknown): unknown {
  if (key === "start" || key === "end" || key === "open" || key === "close") return undefined;
  if (key === "at" && typeof value === "object") return { ...value, word: undefined };
  return value;
}
