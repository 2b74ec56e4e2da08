// A field in a text → what goes with it when it is removed.
import { lineBefore } from "../../grammar/lines.ts";
import type { Field, Span } from "../../grammar/tree.ts";

/** The line of a field that has it to itself, else the field with the blanks and the comma behind it. */
export function wholeLine({ start, end }: Field, text: string): Span {
  const before = lineBefore(text, start);
  const behind = /^[^\S\r\n]*,?[^\S\r\n]*(\r\n|\r|\n)/.exec(text.slice(end));
  if (before.trim() === "" && behind !== null)
    return { start: start - before.length, end: end + behind[0].length };
  const rest = /^[^\S\r\n]*,?[^\S\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + rest };
}
