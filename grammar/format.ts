// The tree of a file → the edits that bring its text into canonical form.
import { columns, type Laid, layOut, layOutEnd } from "./layout.ts";
import { lineEndAt, lineStartAt } from "./lines.ts";
import { chunksThatDiffer, meaningOf } from "./meaning.ts";
import { lastUpTo } from "./ordered.ts";
import { parseFile } from "./parser.ts";
import { piecesOf, type Run } from "./pieces.ts";
import { longestText } from "./size.ts";
import { sourceOf } from "./source.ts";
import type { Edit, FileTree } from "./tree.ts";

/**
 * The edits that format a file; offsets are absolute, in order, and do not overlap. None where the
 * text is canonical. They never change what the file means: what does not parse stays as it is.
 */
export function format(tree: FileTree): readonly Edit[] {
  return sound(tree, laidOut(tree));
}

/** The edits of `format` in the fields, heads and comments that the lines of a range touch. */
export function formatRange(tree: FileTree, start: number, end: number): readonly Edit[] {
  const from = lineStartAt(tree.text, start);
  const to = lineEndAt(tree.text, end);
  const edits = laidOut(tree);
  const touched = edits.filter(({ owner }) => owner.start <= to && from <= owner.end);
  const units = new Set(touched.map(({ owner }) => owner.unit));
  return sound(
    tree,
    edits.filter(({ owner }) => units.has(owner.unit)),
  );
}

/** A text in canonical form; one that is too long to be read stays as it is. */
export function formatText(text: string): string {
  return text.length > longestText ? text : applied(text, format(parseFile(text)));
}

/** A text with edits that are in order and do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function laidOut(tree: FileTree): readonly Laid[] {
  const source = sourceOf(tree);
  const lineEnd = lineEndOf(tree.text);
  const start = tree.text.startsWith("\ufeff") ? 1 : 0;
  const width = (pieces: readonly Run[]) => columns(source, pieces, lineEnd);
  const pieces = piecesOf(tree, source, width);
  const last = pieces.at(-1)?.end ?? start;
  return [
    ...layOut(source, pieces, start, lineEnd),
    ...layOutEnd(source, last, pieces.length === 0, lineEnd),
  ];
}

/** The line end behind the last thing in a text, which formatting keeps; else the most used. */
function lineEndOf(text: string): string {
  const counts = { "\n": 0, "\r\n": 0, "\r": 0 };
  const body = text.trimEnd();
  const last = /\r\n|\r|\n/.exec(text.slice(body.length));
  if (last !== null) return last[0];
  for (const [end] of body.matchAll(/\r\n|\r|\n/g))
    if (end === "\n" || end === "\r\n" || end === "\r") counts[end]++;
  if (counts["\r\n"] > counts["\n"] && counts["\r\n"] >= counts["\r"]) return "\r\n";
  return counts["\r"] > counts["\n"] ? "\r" : "\n";
}

/** The edits that change something, less those in chunks whose meaning they would change. */
function sound(tree: FileTree, edits: readonly Edit[]): readonly Edit[] {
  const changes = edits.filter(({ start, end, text }) => tree.text.slice(start, end) !== text);
  const before = meaningOf(tree);
  let safe = merged(changes);
  for (let round = 0; round < 3 && safe.length > 0; round++) {
    const wrong = chunksThatDiffer(before, meaningOf(parseFile(applied(tree.text, safe))));
    if (wrong.size === 0) return safe;
    safe = safe.filter((edit) => !touches(tree, wrong, edit));
  }
  return [];
}

/** Whether an edit lies in one of some chunks, or at its edge. */
function touches({ starts }: FileTree, chunks: ReadonlySet<number>, edit: Edit): boolean {
  const last = lastUpTo(starts, edit.end);
  for (let index = last; index >= 0; index--) {
    if (chunks.has(index)) return true;
    if ((starts[index] ?? 0) < edit.start) return false;
  }
  return false;
}

/** Neighbours made one, so that no two edits meet at a place. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const { start, end, text } of edits) {
    const last = result.at(-1);
    if (last?.end === start)
      result[result.length - 1] = { start: last.start, end, text: last.text + text };
    else result.push({ start, end, text });
  }
  return result;
}
