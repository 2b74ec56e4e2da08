// The pieces of a canonical text → the space and the comments before each, as edits of the source.
import type { Run } from "./pieces.ts";
import { breaks, commentsIn, isBlank, type SourceText } from "./source.ts";
import type { Comment, Edit } from "./tree.ts";

/** An edit, changed or not, with the piece or comment that it belongs to. */
export interface Laid extends Edit {
  readonly owner: Run;
}

/** Lays out pieces that stand one behind the other, with what is in the text before the first. */
export function layOut(
  source: SourceText,
  pieces: readonly Run[],
  from: number,
  lineEnd: string,
): readonly Laid[] {
  const edits: Laid[] = [];
  let end = from;
  for (const [index, piece] of pieces.entries()) {
    if (piece.before !== "as is")
      for (const one of gap(source, piece, end, index === 0, lineEnd)) edits.push(one);
    if (piece.text !== undefined)
      edits.push({ start: piece.start, end: piece.end, text: piece.text, owner: piece });
    end = piece.end;
  }
  return edits;
}

/** The end of the file: one line end behind the last thing that stands in it. */
export function layOutEnd(
  source: SourceText,
  from: number,
  first: boolean,
  lineEnd: string,
): readonly Laid[] {
  const size = source.text.length;
  if (!isBlank(source, from, size, "comments")) return [];
  const end: Run = {
    start: size,
    end: size,
    before: "line",
    indent: 0,
    inner: 0,
    bottom: true,
    unit: size,
  };
  const edits = gap(source, end, from, first, lineEnd);
  const last = edits.at(-1);
  const text = first && edits.length === 1 ? "" : lineEnd;
  return last === undefined ? [] : [...edits.slice(0, -1), { ...last, text }];
}

/** The columns of pieces laid out on one line, or undefined where they take several. */
export function columns(source: SourceText, pieces: readonly Run[], lineEnd: string) {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return 0;
  let text = "";
  let at = first.start;
  for (const edit of layOut(source, pieces, first.start, lineEnd)) {
    if (edit.owner === first && edit.end <= first.start) continue;
    text += source.text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  text += source.text.slice(at, last.end);
  return /[\r\n]/.test(text) ? undefined : 2 * first.indent + [...text].length;
}

/** The spaces around the comments before a piece, and the one right before it. */
function gap(
  source: SourceText,
  piece: Run,
  from: number,
  first: boolean,
  lineEnd: string,
): readonly Laid[] {
  const edits: Laid[] = [];
  const comments = commentsIn(source, from, piece.start);
  const blank = blankLines(source, piece, comments, from, first);
  let end = from;
  // Whether the comment before stands on a line that it began, and whether a line must follow it.
  let own = false;
  let broken = false;
  const newLine = (index: number, indent: number) =>
    first && index === 0 ? "" : lineEnd.repeat(blank[index] ? 2 : 1) + "  ".repeat(indent);
  for (const [index, comment] of comments.entries()) {
    const fresh = (first && index === 0) || breaks(source, end, comment.start);
    own = fresh || (own && index > 0);
    broken ||= fresh || comment.line || !comment.closed;
    const owner = { ...piece, start: comment.start, end: comment.end, unit: -1 - comment.start };
    const text = fresh ? newLine(index, piece.inner) : " ";
    edits.push({ start: end, end: comment.start, text, owner });
    end = comment.end;
    const kept = comment.line ? comment.text.trimEnd().length : comment.text.length;
    if (comment.start + kept < end)
      edits.push({ start: comment.start + kept, end, text: "", owner });
  }
  const last = comments.at(-1);
  const beside = own && last?.line === false && last.closed && !breaks(source, end, piece.start);
  const onLine = piece.before === "line" ? !beside : broken;
  const tight = (first && comments.length === 0) || piece.before === "none" ? "" : " ";
  const text = onLine ? newLine(comments.length, piece.indent) : tight;
  edits.push({ start: end, end: piece.start, text, owner: piece });
  return edits;
}

/** For each comment before a piece, and for the piece, whether a blank line belongs above it. */
function blankLines(
  source: SourceText,
  piece: Run,
  comments: readonly Comment[],
  from: number,
  first: boolean,
): readonly boolean[] {
  const stops = [...comments, piece];
  const ends = stops.map((stop, index) => {
    const space = source.text.slice(stops[index - 1]?.end ?? from, stop.start);
    return space.match(/\r\n|\r|\n/g)?.length ?? 0;
  });
  if (piece.before !== "line" || piece.blank === "none") return ends.map(() => false);
  const blanks = ends.map((count) => count > 1);
  if (piece.bottom) blanks[comments.length] = false;
  const firstLine = ends.findIndex((count, index) => (first && index === 0) || count > 0);
  const top = firstLine < 0 ? comments.length : firstLine;
  if (piece.top) blanks[top] = false;
  if (piece.blank === "one" && !blanks.includes(true)) blanks[top] = true;
  return blanks;
}
