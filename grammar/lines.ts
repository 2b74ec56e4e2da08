// Offsets ↔ lines and characters, counted as the language server protocol counts them: from 0, in UTF-16 units.
import { lastUpTo } from "./ordered.ts";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const CR = 13;
const LF = 10;

/** The offset at which each line begins. LF, CRLF and a lone CR end a line, and nothing else. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    else if (code !== CR && code !== LF) continue;
    starts.push(at + 1);
  }
  return starts;
}

/** The line and character of an offset; an offset outside the text counts as its nearest end. */
export function positionAt(starts: readonly number[], text: string, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, text.length));
  const line = lastUpTo(starts, inside);
  const start = starts[line] ?? 0;
  return { line, character: Math.min(inside, lineEnd(starts, text, line)) - start };
}

/** Whether a character ends a line: LF, or CR with or without LF. */
export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** Where the line that an offset lies in ends, before what ends it. */
export function lineEndAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Where the line that an offset lies in starts. It looks back from there, which no pattern does: one
 * that is tried from each place of a line costs its length each time.
 */
export function lineStartAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

/** What stands between the start of its line and an offset. */
export function lineBefore(text: string, at: number): string {
  return text.slice(lineStartAt(text, at), at);
}

/** Where a line ends, before what ends it. */
function lineEnd(starts: readonly number[], text: string, line: number): number {
  const next = starts[line + 1];
  if (next === undefined) return text.length;
  const crlf = text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR;
  return crlf ? next - 2 : next - 1;
}
