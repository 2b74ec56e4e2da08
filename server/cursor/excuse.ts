// A finding and the comments of its file → the change that leaves it out at its place and asks for the reason.
import { lineBefore, lineEndAt } from "../../grammar/lines.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { Declaration, Entry, Field, FileTree } from "../../grammar/tree.ts";
import { memoIn } from "../cells/memo.ts";
import type { Suppression } from "../diagnosis/suppressions.ts";
import { lineEndOf } from "../edits/blocks.ts";
import { chunkAt, spotIn } from "./spot.ts";
import { plainText, type SamplePiece, snippetText } from "./stops.ts";

/** A replacement of a stretch of a file, as plain text and with the cursor in the reason. */
export interface Excuse {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly snippet: string;
}

const why = "why";

/**
 * Writes `// ignore rule: why` above the declaration or field that begins the line at or around an
 * offset. A comment that leaves out other rules there takes this one in; where nothing begins a
 * line, the comment stands at the end of the line. Undefined where it can stand nowhere.
 */
export function excuse(
  tree: FileTree,
  offset: number,
  rule: string,
  comments: readonly Suppression[],
): Excuse | undefined {
  const { text } = tree;
  const entry = entriesAround(tree, offset).findLast((one) => isBlank(linesStart(text, one.start)));
  if (entry === undefined) return behindLine(tree, offset, rule);
  const known = comments.findLast(
    ({ covers, end }) => covers?.start === entry.start && end <= entry.start,
  );
  if (known !== undefined) return joined(text, known, rule);
  const indent = linesStart(text, entry.start);
  const at = entry.start - indent.length;
  return change(at, at, [`${indent}// ignore ${rule}: `, { text: why }, lineEndOf(text)]);
}

/** The declarations and fields around an offset, outermost first, with offsets of the file. */
function entriesAround(tree: FileTree, offset: number): readonly { readonly start: number }[] {
  const index = chunkAt(tree.starts, offset + 1);
  const base = tree.starts[index] ?? 0;
  const at = offset - base;
  const found: { start: number }[] = [];
  let inside: readonly Entry[] = tree.chunks[index]?.entries ?? [];
  for (;;) {
    const next = inside.find(
      (one): one is Declaration | Field =>
        (one.type === "declaration" || one.type === "field") && one.start <= at && at < one.end,
    );
    if (next === undefined) return found;
    found.push({ start: base + next.start });
    inside = next.block?.entries ?? [];
  }
}

/** What stands before an offset on its line, less a byte order mark. */
function linesStart(text: string, offset: number): string {
  const line = lineBefore(text, offset);
  return line.slice(line.lastIndexOf("\uFEFF") + 1);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function behindLine(tree: FileTree, offset: number, rule: string): Excuse | undefined {
  const end = lineEndAt(tree.text, offset);
  if (!mayRemark(tree, end)) return undefined;
  return change(end, end, [` // ignore ${rule}: `, { text: why }]);
}

/** Whether a comment that is put at the end of a line begins one: not in another, nor in a long text. */
const mayRemark = memoIn((tree: FileTree, end: number): boolean => {
  const after = `${tree.text.slice(0, end)} //${tree.text.slice(end)}`;
  const spot = spotIn(parseFile(after, tree), end + 2);
  return spot?.chunk.comments.some((one) => spot.start + one.start === end + 1) ?? false;
});

/** The rule in the list of a comment that stands there already, for the reason that it gives. */
function joined(text: string, { rules, end }: Suppression, rule: string): Excuse {
  const last = rules.at(-1)?.end ?? end;
  const isNamed = rules.some((one) => one.id === rule);
  const rest = /^(\s+until\s+[^\s:]+)?\s*:?(.*)$/.exec(text.slice(last, end).trimEnd());
  const list = `${isNamed ? "" : `, ${rule}`}${rest?.[1] ?? ""}: `;
  return change(last, end, [list, { text: rest?.[2]?.trimStart() || why }]);
}

function change(start: number, end: number, parts: readonly SamplePiece[]): Excuse {
  return { start, end, text: plainText(parts), snippet: snippetText(parts) };
}
