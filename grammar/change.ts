// An edit of a parsed file → the pieces that it touches, and how many chunks before and behind them stay.
import type { Piece } from "./braces.ts";
import { closeOf, endWalk, mendOn, nextStep, startWalk } from "./chunks.ts";
import { countUpTo } from "./ordered.ts";
import { openStream, type Stream, tokenAt } from "./stream.ts";
import { tiesOf } from "./ties.ts";
import type { Chunk, FileTree } from "./tree.ts";

export interface Change {
  /** How many chunks at the start and at the end of the earlier tree stay. */
  readonly head: number;
  readonly tail: number;
  readonly pieces: readonly Piece[];
  /** Where the pieces have their tokens. */
  readonly stream: Stream;
}

/** An earlier version of a file, and the new text from the first chunk on that may differ. */
interface Edited {
  readonly chunks: readonly Chunk[];
  /** Where, in the new text, each chunk begins that stays at the end. */
  readonly startOf: (chunk: number) => number;
  /** The chunk that begins in the old text where an offset of the new one lies, or the next one. */
  readonly nextTo: (offset: number) => number;
  readonly stream: Stream;
}

/** So many braces that have no partner are looked for one by one. */
const mostMissing = 32;

/**
 * Cuts only what differs from an earlier version of a file. Undefined where what stays depends on
 * what differs, so that all must be cut anew.
 */
export function splitChange(text: string, old: FileTree): Change | undefined {
  const { chunks, starts } = old;
  const shift = text.length - old.text.length;
  const head = headOf(text, old);
  const from = starts[head] ?? 0;
  let tail = tailOf(text, old, from);
  const kept = chunks.slice(0, head);
  if (chunks.slice(tail).some(({ ties }) => ties?.isHanging)) return undefined;

  const stream = openStream(text, from);
  const startOf = (chunk: number) => (starts[chunk] ?? 0) + shift;
  const nextTo = (offset: number) => countUpTo(starts, offset - shift - 1);
  const edited = { chunks, startOf, nextTo, stream };
  const lows = lowsOf(chunks);
  let missing = 0;
  // What stays closes no brace of what differs, where it closes none but its own.
  const isOver = (index: number, depth: number) => {
    const token = stream.tokens[index];
    if (tail === chunks.length || token === undefined || token.startOffset < startOf(tail))
      return false;
    const next = nextTo(stream.tokens[index - 1]?.end ?? from);
    return next >= tail && (lows[next] ?? 0) + depth > 0 && isSeam(edited, next, index);
  };
  const pairs = (open: number) => {
    const close = closeOf(stream, open, isOver);
    if (close === undefined) missing++;
    return close;
  };

  const walk = startWalk(stream, pairs, from);
  for (let step = nextStep(walk); step !== "end"; step = nextStep(walk)) {
    if (step === "trouble") mendOn(walk);
    if (missing > mostMissing || (head > 0 && walk.pieces[0]?.isHanging)) return undefined;
    while (tail < chunks.length && startOf(tail) < walk.start) tail++;
    if (startOf(tail) !== walk.start || !isSeam(edited, tail, walk.index)) continue;
    if (chunks[tail]?.ties?.isInner) continue;
    return unlessEnding(kept, lows[tail] ?? 0, {
      head,
      tail: chunks.length - tail,
      pieces: walk.pieces,
      stream,
    });
  }
  // The space that is left belongs to a chunk that stays.
  if (walk.pieces.length === 0 && walk.indent === undefined) return undefined;
  const pieces = endWalk(walk, text.length);
  return unlessEnding(kept, 0, { head, tail: 0, pieces, stream });
}

/** How many chunks at the start stay whatever differs behind them. */
function headOf(text: string, { chunks, starts, text: was }: FileTree): number {
  const same = sameStart(text, was);
  const last = countUpTo(starts, same) - 1;
  const isWhole = last === chunks.length - 1 && same === was.length;
  // What follows a piece has a say in where it ends, and, where it is short, in where it begins.
  let head = Math.max(0, (isWhole ? chunks.length : last) - 2);
  for (; head > 0; head--) {
    const ties = chunks[head]?.ties;
    if (!ties?.isInner && !ties?.isOnLine) break;
  }
  return head;
}

/** The first of the chunks at the end whose texts are the same, in a text that differs from `from` on. */
function tailOf(text: string, { starts, text: was }: FileTree, from: number): number {
  const same = sameEnd(text, was, Math.min(text.length, was.length) - from);
  return countUpTo(starts, was.length - same - 1);
}

/** So many characters are compared at a time: as parts of their texts, which is by far the quickest. */
const stride = 4096;

/** How many characters two texts have in common at the start. */
function sameStart(text: string, was: string): number {
  const most = Math.min(text.length, was.length);
  let at = 0;
  while (at + stride < most && text.slice(at, at + stride) === was.slice(at, at + stride))
    at += stride;
  while (at < most && text.charCodeAt(at) === was.charCodeAt(at)) at++;
  return at;
}

/** How many characters, at most so many, two texts have in common at the end. */
function sameEnd(text: string, was: string, most: number): number {
  const shift = text.length - was.length;
  let at = was.length;
  const first = was.length - most;
  while (at > first) {
    const start = Math.max(at - stride, first);
    if (text.slice(start + shift, at + shift) !== was.slice(start, at)) break;
    at = start;
  }
  while (at > first && text.charCodeAt(at - 1 + shift) === was.charCodeAt(at - 1)) at--;
  return was.length - at;
}

/** For each chunk: how many more braces close at most than open from there on, as a negative number. */
function lowsOf(chunks: readonly Chunk[]): readonly number[] {
  const lows: number[] = new Array(chunks.length).fill(0);
  for (let index = chunks.length - 1; index >= 0; index--) {
    const behind = lows[index + 1] ?? 0;
    const ties = chunks[index]?.ties;
    lows[index] = ties === undefined ? behind : Math.min(ties.low, ties.net + behind);
  }
  return lows;
}

/** Whether a chunk begins before a token as it did: nothing reaches over, and it has a line of its own. */
function isSeam({ chunks, startOf, stream }: Edited, chunk: number, index: number): boolean {
  const [before, token] = [stream.tokens[index - 1], tokenAt(stream, index)];
  const found = chunks[chunk];
  if (found === undefined || found.ties?.isOnLine || !before || !token) return false;
  const start = startOf(chunk);
  if (before.end > start || token.startOffset < start || before.endLine === token.line)
    return false;
  const comment = stream.comments[countUpTo(stream.commentStarts, start - 1) - 1];
  return comment === undefined || comment.end <= start;
}

/** A change, unless it may end what has no end in the chunks that stay before it. */
function unlessEnding(
  kept: readonly Chunk[],
  lowBehind: number,
  change: Change,
): Change | undefined {
  const { pieces, stream } = change;
  const [from, to] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
  const mayEnd = () => /\*\/|"""/.test(stream.text.slice(Math.max(0, from - 2), to + 2));
  if (kept.some(({ ties }) => ties?.isOpen) && mayEnd()) return undefined;
  if (!kept.some(({ ties }) => ties?.isUnclosed)) return change;
  let low = lowBehind;
  for (const piece of pieces.toReversed()) {
    const ties = tiesOf(stream, piece);
    if (ties !== undefined) low = Math.min(ties.low, ties.net + low);
  }
  return low < 0 ? undefined : change;
}
