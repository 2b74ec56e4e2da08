// A parsed file → what it says without where it says it, to tell whether two texts mean the same.
import type { Chunk, FileTree } from "./tree.ts";

/** One thing that a file says, with the number of the chunk that holds it. */
interface Said {
  readonly text: string;
  readonly chunk: number;
}

/** What a file says, each list in the order of the text. */
interface Meaning {
  readonly entries: readonly Said[];
  readonly faults: readonly Said[];
  readonly comments: readonly Said[];
}

/**
 * The entries, faults and comments of a file without offsets. How it is cut into chunks is no part
 * of what it means: an entry that comes to stand on a line of its own becomes a chunk of its own.
 * `on` and `by` are one word here, and so they are read.
 */
export function meaningOf({ chunks }: FileTree): Meaning {
  const all = (saidIn: (chunk: Chunk) => readonly unknown[]): readonly Said[] =>
    chunks.flatMap((one, chunk) =>
      saidIn(one).map((said) => ({ text: JSON.stringify(said, withoutPlace), chunk })),
    );
  return {
    entries: all((chunk) => chunk.entries),
    faults: all((chunk) => chunk.faults.map(({ code, message }) => [code, message])),
    comments: all((chunk) =>
      chunk.comments.map(({ text, line }) => (line ? text.trimEnd() : text)),
    ),
  };
}

/**
 * The chunks of a file in which something reads otherwise in another version of it; none where
 * both mean the same. What is new in the other version counts to the chunk before it.
 */
export function chunksThatDiffer(before: Meaning, after: Meaning): ReadonlySet<number> {
  const found = new Set<number>();
  for (const list of ["entries", "faults", "comments"] as const)
    for (const chunk of differing(before[list], after[list])) found.add(chunk);
  return found;
}

function differing(before: readonly Said[], after: readonly Said[]): readonly number[] {
  if (before.length === after.length)
    return before.flatMap(({ text, chunk }, index) => (text === after[index]?.text ? [] : [chunk]));
  let head = 0;
  while (head < before.length && before[head]?.text === after[head]?.text) head++;
  const spare = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < spare && before.at(-1 - tail)?.text === after.at(-1 - tail)?.text) tail++;
  // Nothing is missing but something is new: it came out of what stands around that place.
  const from = Math.max(0, Math.min(head, before.length - tail - 1));
  const wrong = before.slice(from, before.length - tail + 1).map(({ chunk }) => chunk);
  return wrong.length > 0 ? wrong : [0];
}

function withoutPlace(key: string, value: unknown): unknown {
  if (key === "start" || key === "end" || key === "open" || key === "close") return undefined;
  if (key === "colon") return true;
  if (key === "at" && typeof value === "object") return { ...value, word: undefined };
  return value;
}
