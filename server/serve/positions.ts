// Offsets of a parsed file ↔ lines and characters as the editor counts them, in UTF-16 or UTF-8 units.
import type { Position, Range } from "../../grammar/lines.ts";
import { lastUpTo } from "../../grammar/ordered.ts";
import type { Chunk, FileTree, Span } from "../../grammar/tree.ts";
import { memo } from "../cells/memo.ts";
import type { At } from "../finding.ts";
import { type ChunkLine, linesIn, linesOf } from "../model/lines.ts";
import { offsetIn } from "../model/reading.ts";

export type { Position, Range } from "../../grammar/lines.ts";

export type Encoding = "utf-16" | "utf-8";

/** The position of an offset; one outside the text counts as its nearest end. */
export function positionOf(tree: FileTree, offset: number, encoding: Encoding): Position {
  const at = Math.max(0, Math.min(offset, tree.text.length));
  const index = lastUpTo(tree.starts, at);
  const chunk = tree.chunks[index];
  if (chunk === undefined) return { line: 0, character: 0 };
  const { first, begin } = linesOf(tree);
  const start = tree.starts[index] ?? 0;
  const inner = linesIn(chunk);
  const line = lastUpTo(inner, at - start);
  const lineBegin = line === 0 ? (begin[index] ?? 0) : start + (inner[line] ?? 0);
  const character = encoding === "utf-16" ? at - lineBegin : bytes(tree, lineBegin, at);
  return { line: (first[index] ?? 0) + line, character };
}

/** The position of a chunk in its file: what its own lines and characters count from. */
export function positionOfChunk(tree: FileTree, index: number, encoding: Encoding): Position {
  const { first, begin } = linesOf(tree);
  const start = tree.starts[index] ?? 0;
  const before = begin[index] ?? 0;
  const character = encoding === "utf-16" ? start - before : bytes(tree, before, start);
  return { line: first[index] ?? 0, character };
}

/** The position of an offset of a chunk, counted from where the chunk begins. */
export function positionWithin(chunk: Chunk, offset: number, encoding: Encoding): Position {
  const inner = linesIn(chunk);
  const line = lastUpTo(inner, offset);
  const begin = inner[line] ?? 0;
  const character = encoding === "utf-16" ? offset - begin : bytes(chunk, begin, offset);
  return { line, character };
}

/**
 * The range of a place of a chunk that stands on a line; undefined where characters are counted in
 * bytes and other chunks stand before it on that line.
 */
export function rangeOn(
  { now, line, character }: ChunkLine,
  { chunk, span }: At,
  encoding: Encoding,
): Range | undefined {
  const isPlain = character === 0 || encoding === "utf-16";
  const position = (offset: number): Position | undefined => {
    const inner = positionWithin(now, offsetIn(now, chunk, offset), encoding);
    if (inner.line > 0) return { line: line + inner.line, character: inner.character };
    return isPlain ? { line, character: character + inner.character } : undefined;
  };
  const [start, end] = [position(span.start), position(span.end)];
  return start && end && { start, end };
}

/** A stretch as a range of positions. */
export function rangeOf(tree: FileTree, span: Span, encoding: Encoding): Range {
  return {
    start: positionOf(tree, span.start, encoding),
    end: positionOf(tree, span.end, encoding),
  };
}

/** The offset of a position; a character behind the end of its line counts as that end. */
export function offsetOf(tree: FileTree, position: Position, encoding: Encoding): number {
  const { first } = linesOf(tree);
  if (position.line < 0) return 0;
  // Several chunks may share a line: the first of them that begins on it, or the one before, holds its start.
  let index = lastUpTo(first, position.line);
  while (index > 0 && first[index] === position.line) index--;
  const chunk = tree.chunks[index];
  if (chunk === undefined) return 0;
  const inner = linesIn(chunk)[position.line - (first[index] ?? 0)];
  if (inner === undefined) return tree.text.length;
  return forward(tree.text, (tree.starts[index] ?? 0) + inner, position.character, encoding);
}

/** Goes on by some units, but not over the end of the line. */
function forward(text: string, from: number, units: number, encoding: Encoding): number {
  let at = from;
  let left = units;
  while (left > 0 && at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (code === 10 || code === 13) break;
    const width = code > 0xffff ? 2 : 1;
    if (encoding === "utf-16") {
      at++;
      left--;
    } else {
      at += width;
      left -= utf8Width(code);
    }
  }
  return at;
}

/** How many bytes stand between two offsets, neither of them within a character. */
function bytes(of: Text, from: number, to: number): number {
  return bytesBefore(of, to) - bytesBefore(of, from);
}

type Text = Pick<FileTree, "text">;

/** A line may be as long as its file: the bytes are counted once, up to every so many code units. */
const step = 512;

const counts: (of: Text) => readonly number[] = memo(({ text }) => {
  const found = [0];
  for (let at = 0; at < text.length; at += step)
    found.push((found.at(-1) ?? 0) + bytesIn(text, at, Math.min(at + step, text.length)));
  return found;
});

function bytesBefore(of: Text, offset: number): number {
  const mark = Math.floor(offset / step);
  return (counts(of)[mark] ?? 0) + bytesIn(of.text, mark * step, offset);
}

/** The bytes of the characters that begin between two offsets. */
function bytesIn(text: string, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) {
    // The second half of a character of two code units was counted with the first.
    const isSecond = isLow(text.charCodeAt(at)) && (text.codePointAt(at - 1) ?? 0) > 0xffff;
    if (!isSecond) sum += utf8Width(text.codePointAt(at) ?? 0);
  }
  return sum;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function utf8Width(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
