// A file → what it says of bytes that are no text in UTF-8: one fault, instead of all that comes of them.

import { memo } from "../cells/memo.ts";
import type { Finding } from "../finding.ts";
import type { SourceFile } from "../project/project.ts";

export interface Garbled {
  readonly finding: Finding;
  /** The file is no text at all, so nothing else is said of it. */
  readonly isWhole: boolean;
}

/** What stands for bytes that are no UTF-8, or for a character that was lost before. */
const lost = "\uFFFD";

/** What is wrong with the characters of a file; undefined where all of them can be read. */
export const garbled: (file: SourceFile) => Garbled | undefined = memo(({ path, tree }) => {
  const isWhole = isBinary(tree.text);
  const at = isWhole ? 0 : tree.text.indexOf(lost);
  const index = at < 0 ? -1 : tree.starts.findLastIndex((start) => start <= at);
  const chunk = tree.chunks[index];
  if (chunk === undefined) return undefined;
  const start = at - (tree.starts[index] ?? 0);
  const span = { start, end: Math.min(start + 1, chunk.text.length) };
  const message =
    isWhole && !isWide(tree.text)
      ? "This file is not text. Save it as text in UTF-8, or give it another ending than .strategy."
      : `'${path}' is not written in UTF-8. Save it as UTF-8, opened in its own encoding (such as Windows 1252), or write this character again.`;
  return { finding: { code: "syntax", at: { chunk, span }, message }, isWhole };
});

/** Whether characters that no text has make up more than a hundredth of the beginning. */
function isBinary(text: string): boolean {
  const beginning = text.slice(0, 4000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  const strange = beginning.match(/[\0-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0;
  return strange > Math.max(8, beginning.length / 100);
}

/** UTF-16 with its mark: every other byte of a text in Latin letters is a zero. */
function isWide(text: string): boolean {
  return text.startsWith(lost + lost) && text.includes("\0");
}

/** Whether a fault of the language comes of a character that cannot be read: one was told already. */
export function isOfLost({ at: { chunk, span } }: Finding): boolean {
  return chunk.text.slice(span.start, span.end).includes(lost);
}
