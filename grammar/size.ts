// A text → its tree; where it is too long to be read, a tree that says so.
import { parseFile } from "./parser.ts";
import type { FileTree } from "./tree.ts";

/**
 * A text of more characters is not read, whether it is typed or comes from a disk. Real plans stay
 * under a million, which is some 40,000 lines; at this length reading takes a few seconds and a
 * gigabyte, and much above it a program that follows each keystroke would seem to hang.
 */
export const longestText = 4_000_000;

/** So much of the first line is marked where a file is not read. */
const longestMark = 80;

/** The tree of a text that is covered by one chunk in which nothing stands but a sentence why. */
export function unread(text: string, message: string): FileTree {
  const end = /^[^\r\n]*/.exec(text.slice(0, longestMark))?.[0].length ?? 0;
  const fault = { code: "syntax", start: 0, end, message } as const;
  const chunk = { text, entries: [], comments: [], faults: [fault] };
  const tree = { text, chunks: [chunk], starts: [0] };
  known.add(tree);
  return tree;
}

const known = new WeakSet<FileTree>();

/** Parses a text that is not too long; one that is has a tree that says so and nothing else. */
export function readText(text: string, before?: FileTree): FileTree {
  if (text.length > longestText)
    return before?.text === text
      ? before
      : unread(text, `This file is not read. ${lengthFault(longestText)}`);
  // Nothing is carried over from what nobody read.
  return parseFile(text, before && !known.has(before) ? before : undefined);
}

/** What is said of something that is longer than so many characters. */
export function lengthFault(most: number): string {
  return `It has more than ${most.toLocaleString("en-US")} characters. Divide it, or shorten it.`;
}
