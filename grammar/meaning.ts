// A parsed file → what it says without where it says it, to tell whether two texts mean the same.
import type { FileTree } from "./tree.ts";

/**
 * One line of text for each chunk: its entries, faults and comments without offsets. Equal lines
 * mean the same, whatever the layout. `on` and `by` are one word here, and so they are read.
 */
export function meaningOf(tree: FileTree): readonly string[] {
  return tree.chunks.map(({ entries, faults, comments }) =>
    JSON.stringify(
      [
        entries,
        faults.map(({ code, message }) => [code, message]),
        comments.map(({ text, line }) => (line ? text.trimEnd() : text)),
      ],
      withoutPlace,
    ),
  );
}

function withoutPlace(key: string, value: unknown): unknown {
  if (key === "start" || key === "end" || key === "open" || key === "close") return undefined;
  if (key === "at" && typeof value === "object") return { ...value, word: undefined };
  return value;
}
