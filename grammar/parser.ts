// Text → tree. Only the pieces that an edit touched are parsed; the others are carried over.
import type { Piece } from "./braces.ts";
import { type Change, splitChange } from "./change.ts";
import { split } from "./chunks.ts";
import { lineStartAt } from "./lines.ts";
import { StrategyParser } from "./rules/entries.ts";
import { sliceOf } from "./slice.ts";
import { openStream, type Stream } from "./stream.ts";
import { areSame, tiesOf } from "./ties.ts";
import type { Chunk, Fault, FileTree, Span, Ties } from "./tree.ts";

/** One for the whole process, built when the first text comes: building it takes a while. */
const parserOf = lazily(() => new StrategyParser());

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Parses a file. Any text gives a tree that covers it. A chunk of `previous` whose text and braces
 * are the same is carried over as the same object. `onParse` is told the text of each chunk that
 * had to be parsed.
 */
export function parseFile(
  text: string,
  previous?: FileTree,
  onParse: (chunkText: string) => void = () => {},
): FileTree {
  if (previous?.text === text) return previous;
  const { head, tail, pieces, stream } =
    (previous && splitChange(text, previous)) ?? splitAll(text);
  const old = previous?.chunks ?? [];
  const cut = pieces.map((piece) => ({ ...piece, ties: tiesOf(stream, piece) }));
  const kept = carryOver(text, cut, old.slice(head, old.length - tail));
  const chunks = [
    ...old.slice(0, head),
    ...cut.map(
      (piece, index) =>
        kept[index] ?? parsePiece(stream, piece, { isEdit: previous !== undefined, onParse }),
    ),
    ...old.slice(old.length - tail),
  ];
  let start = 0;
  const starts = chunks.map((chunk) => {
    start += chunk.text.length;
    return start - chunk.text.length;
  });
  return { text, chunks, starts };
}

function splitAll(text: string): Change {
  const stream = openStream(text);
  return { head: 0, tail: 0, pieces: split(stream), stream };
}

/** A piece with what ties it to what stands around it. */
interface TiedPiece extends Piece {
  readonly ties: Ties | undefined;
}

/** For each piece the chunk of the earlier tree that it may keep. */
function carryOver(
  text: string,
  pieces: readonly TiedPiece[],
  old: readonly Chunk[],
): readonly (Chunk | undefined)[] {
  const kept: (Chunk | undefined)[] = new Array(pieces.length).fill(undefined);
  const fits = (piece: TiedPiece | undefined, chunk: Chunk | undefined): boolean =>
    piece !== undefined &&
    chunk !== undefined &&
    chunk.text.length === piece.end - piece.start &&
    text.startsWith(chunk.text, piece.start) &&
    areSame(chunk.ties, piece.ties);
  const shorter = Math.min(pieces.length, old.length);
  let head = 0;
  while (head < shorter && fits(pieces[head], old[head])) {
    kept[head] = old[head];
    head++;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    fits(pieces[pieces.length - 1 - tail], old[old.length - 1 - tail])
  ) {
    kept[pieces.length - 1 - tail] = old[old.length - 1 - tail];
    tail++;
  }
  const middle = new Map<string, Chunk[]>();
  for (const chunk of old.slice(head, old.length - tail)) {
    const same = middle.get(chunk.text);
    if (same === undefined) middle.set(chunk.text, [chunk]);
    else same.push(chunk);
  }
  for (let index = head; index < pieces.length - tail && middle.size > 0; index++) {
    const piece = pieces[index];
    const same = piece && middle.get(text.slice(piece.start, piece.end));
    const place = same?.findIndex((chunk) => fits(piece, chunk)) ?? -1;
    if (place >= 0) kept[index] = same?.splice(place, 1)[0];
  }
  return kept;
}

function parsePiece(
  stream: Stream,
  piece: TiedPiece,
  how: { readonly isEdit: boolean; readonly onParse: (text: string) => void },
): Chunk {
  const { start, isCut, ties } = piece;
  const part = stream.text.slice(start, piece.end);
  // A part of a text keeps the whole alive: after an edit, a chunk of its own does not.
  const text = how.isEdit ? ` ${part}`.slice(1) : part;
  how.onParse(text);
  const { tokens, comments, faults } = sliceOf(stream, piece, text, how.isEdit);
  const odd = comments.filter((comment) => !comment.closed || comment.text.startsWith("#"));
  const cutAt = isCut ? text.length : undefined;
  const { entries, faults: found, endsInProse } = parserOf().parse(text, tokens, odd, cutAt);
  const own = [...faults, ...found].sort(inOrder);
  const kept = isCut ? withoutLast(text, own, endsInProse) : own;
  const all = [...piece.faults.map((fault) => moveFault(fault, -start)), ...kept].sort(inOrder);
  const chunk = { text, entries, comments, faults: all };
  return ties === undefined ? chunk : { ...chunk, ties };
}

function inOrder(a: Fault, b: Fault): number {
  return a.start - b.start || a.end - b.end;
}

/** What a file cut off inside a block breaks on its last line, or in a long text, is the same mistake. */
function withoutLast(
  text: string,
  faults: readonly Fault[],
  endsInProse: boolean,
): readonly Fault[] {
  const line = lineStartAt(text, text.length);
  return faults.filter(
    (one, index) => one.end < line && !(endsInProse && index === faults.length - 1),
  );
}

function moveFault(fault: Fault, by: number): Fault {
  const move = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  const moved = move(fault);
  return {
    ...moved,
    ...(fault.related === undefined ? {} : { related: fault.related.map(move) }),
    ...(fault.fix === undefined
      ? {}
      : { fix: { title: fault.fix.title, edits: fault.fix.edits.map(move) } }),
  };
}
