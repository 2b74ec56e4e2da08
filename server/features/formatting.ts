// A file and what of it should be tidied → the edits that bring it into canonical form.
import { format, formatRange } from "../../grammar/format.ts";
import { lineStartAt } from "../../grammar/lines.ts";
import type { Edit, Span } from "../../grammar/tree.ts";
import { spotIn } from "../cursor/spot.ts";
import type { SourceFile } from "../project/project.ts";

/** The edits that format a file, or the lines of a range of it. */
export function formatting({ tree }: SourceFile, range?: Span): readonly Edit[] {
  return range === undefined ? format(tree) : formatRange(tree, range.start, range.end);
}

/** The signs behind which a stretch is tidied while one types. */
export const formattingSigns = ["}", "\n"] as const;

/**
 * The edits that a sign just typed asks for: behind `}` the block that it closes, behind a line end
 * the line before. What stands at the cursor itself is left to its author.
 */
export function formattingOnType(file: SourceFile, offset: number, sign: string): readonly Edit[] {
  const { tree } = file;
  if (sign === "}") {
    const spot = spotIn(tree, offset);
    const block = spot?.path.findLast(
      (node) => node.type === "block" && spot.start + node.close.end === offset,
    );
    const owner = spot?.path.findLast((node) => "block" in node && node.block === block);
    if (spot === undefined || owner === undefined) return [];
    const range = { start: spot.start + owner.start, end: offset };
    return inside(formatRange(tree, range.start, range.end), range);
  }
  const { text } = tree;
  const line = lineStartAt(text, offset);
  if (line === 0) return [];
  const end = text.startsWith("\r\n", line - 2) ? line - 2 : line - 1;
  const range = { start: lineStartAt(text, end), end };
  // The indentation of a line belongs to the gap that begins on the line before.
  return formatRange(tree, range.start, range.end).filter(
    (edit) => edit.end >= range.start && edit.end <= range.end,
  );
}

function inside(edits: readonly Edit[], range: Span): readonly Edit[] {
  return edits.filter((edit) => edit.start >= range.start && edit.end <= range.end);
}
