// A text → whether it is short enough to be read, and the tree of one that nobody reads.
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

/** Whether nobody read the text of a tree, so that nothing of it is carried over to the next one. */
export function isUnread(tree: FileTree): boolean {
  return known.has(tree);
}

const known = new WeakSet<FileTree>();

/** The tree of a text that is too long. */
export function tooLong(text: string): FileTree {
  return unread(text, `This file is not read. ${lengthFault(longestText)}`);
}

/** What is said of something that is longer than so many characters. */
export function lengthFault(most: number): string {
  return `It has more than ${most.toLocaleString("en-US")} characters. Divide it, or shorten it.`;
}
