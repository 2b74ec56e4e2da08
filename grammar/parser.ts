// Text → tree. Only the pieces that an edit touched are parsed; the others are carried over.
import type { Piece, Repair } from "./braces.ts";
import { split } from "./chunks.ts";
import { tokensOf } from "./repairs.ts";
import { StrategyParser } from "./rules/entries.ts";
import type { Chunk, Fault, FileTree, Span } from "./tree.ts";

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
  onParse?: (chunkText: string) => void,
): FileTree {
  const pieces = split(text);
  const chunks = carryOver(text, pieces, previous?.chunks ?? []);
  const starts: number[] = [];
  const parsed = pieces.map((piece, index) => {
    starts.push(piece.start);
    const kept = chunks[index];
    if (kept !== undefined) return kept;
    const chunkText = text.slice(piece.start, piece.end);
    onParse?.(chunkText);
    return parsePiece(chunkText, piece);
  });
  return { text, chunks: parsed, starts };
}

/** What a chunk was made from besides its text: where braces are missing. */
const mendings = new WeakMap<Chunk, string>();

function mendingOf({ start, repairs, faults, isCut }: Piece): string {
  if (repairs.length === 0 && faults.length === 0 && !isCut) return "";
  const move = (span: Span) => [span.start - start, span.end - start];
  return JSON.stringify([
    isCut,
    repairs.map((repair) => [repair.at - start, repair.is]),
    faults.map((fault) => [
      fault.message,
      move(fault),
      fault.related?.map(move),
      fault.fix?.edits.map((edit) => [move(edit), edit.text]),
    ]),
  ]);
}

/** For each piece the chunk of the earlier tree that it may keep. */
function carryOver(
  text: string,
  pieces: readonly Piece[],
  old: readonly Chunk[],
): readonly (Chunk | undefined)[] {
  const kept: (Chunk | undefined)[] = new Array(pieces.length).fill(undefined);
  const fits = (piece: Piece | undefined, chunk: Chunk | undefined): boolean =>
    piece !== undefined &&
    chunk !== undefined &&
    chunk.text.length === piece.end - piece.start &&
    text.startsWith(chunk.text, piece.start) &&
    (mendings.get(chunk) ?? "") === mendingOf(piece);
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

function parsePiece(text: string, piece: Piece): Chunk {
  const { start } = piece;
  const repairs: Repair[] = piece.repairs.map((one) => ({ ...one, at: one.at - start }));
  const { tokens, comments, faults } = tokensOf(text, repairs);
  const unclosed = comments.filter((comment) => !comment.closed);
  const cutAt = piece.isCut ? text.length : undefined;
  const { entries, faults: found, endsInProse } = parserOf().parse(tokens, unclosed, cutAt);
  const own = [...faults, ...found].sort(inOrder);
  const kept = piece.isCut ? withoutLast(text, own, endsInProse) : own;
  const all = [...piece.faults.map((fault) => moveFault(fault, -start)), ...kept].sort(inOrder);
  const chunk: Chunk = { text, entries, comments, faults: all };
  const mending = mendingOf(piece);
  if (mending !== "") mendings.set(chunk, mending);
  return chunk;
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
  const line = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
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
