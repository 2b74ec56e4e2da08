// A chunk and the one that took its place → whether both say the same, and where a place of one lies in the other.
import type { Chunk, Span, Text } from "../../grammar/tree.ts";
import { memo } from "../cells/memo.ts";
import type { SourceFile } from "../project/project.ts";
import type { Entity } from "./entity.ts";
import { type Outline, outline } from "./outline.ts";

/**
 * Whether all that a chunk means stays when another takes its place, but for where it stands and the
 * title of one declaration. So it is where the texts differ only between the quotation marks of a
 * title, or in the empty lines before all else, and the parser and the outline have nothing to say of
 * either: the same words then stand in the same order.
 */
export function saysTheSame(before: Chunk, after: Chunk): boolean {
  if (before.faults.length > 0 || after.faults.length > 0) return false;
  if ([before, after].some((one) => isDoubtful(outline(one)))) return false;
  const difference = differenceOf(before.text, after.text);
  return isRetitled(before, after, difference) || isMoved(before, after, difference);
}

function isDoubtful({ findings, imports }: Outline): boolean {
  return findings.length > 0 || imports.length > 0;
}

function isRetitled(before: Chunk, after: Chunk, { start, end, growth }: Difference): boolean {
  const [old, now] = [outline(before).entities, outline(after).entities];
  const index = old.findIndex(({ node: { title } }) => title && holds(title, start, end));
  const [entity, next] = [old[index], now[index]?.node.title];
  const title = entity?.node.title;
  if (title === undefined || next === undefined || !isPlain(title) || !isPlain(next)) return false;
  return next.start === title.start && next.end === title.end + growth && now.length === old.length;
}

function isMoved(before: Chunk, after: Chunk, { end, growth }: Difference): boolean {
  const [first, next] = [headOf(before), headOf(after)];
  return (
    end <= first &&
    next === first + growth &&
    outline(before).entities.length === outline(after).entities.length &&
    hasEmptyLines(before, first) &&
    hasEmptyLines(after, next)
  );
}

/** Where the first entry of a chunk begins. */
function headOf({ entries, text }: Chunk): number {
  return entries[0]?.start ?? text.length;
}

/** Whether nothing but empty lines stands before an offset, and all lines end alike. */
function hasEmptyLines({ text }: Chunk, offset: number): boolean {
  return /^\n*$/.test(text.slice(0, offset)) && !text.includes("\r");
}

interface Difference {
  readonly start: number;
  readonly end: number;
  readonly growth: number;
}

/** The stretch of a text that another text has otherwise, and by how much that is longer. */
function differenceOf(before: string, after: string): Difference {
  const growth = after.length - before.length;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = before.length;
  while (end > start && end + growth > start) {
    if (before.charCodeAt(end - 1) !== after.charCodeAt(end - 1 + growth)) break;
    end--;
  }
  return { start, end, growth };
}

/** Whether a stretch lies between the quotation marks of a text. */
function holds(text: Text, start: number, end: number): boolean {
  return text.start < start && end < text.end;
}

function isPlain({ closed, long }: Text): boolean {
  return closed && !long;
}

/** The titles of a chunk, in the order of the text. */
const titlesOf: (chunk: Chunk) => readonly (Text | undefined)[] = memo((chunk) =>
  outline(chunk).entities.map(({ node }) => node.title),
);

/** Where an offset of a chunk lies in one that says the same. */
export function offsetIn(other: Chunk, chunk: Chunk, offset: number): number {
  if (other === chunk) return offset;
  const others = titlesOf(other);
  const [head, otherHead] = [headOf(chunk), headOf(other)];
  if (offset < head) return Math.min(offset, otherHead);
  let moved = offset + otherHead - head;
  for (const [index, title] of titlesOf(chunk).entries()) {
    const next = others[index];
    if (title === undefined || next === undefined || title.start >= offset) continue;
    const isInside = offset < title.end;
    // A place in a title is near its start as before, and before the quotation mark at its end.
    if (isInside) return Math.min(next.start + offset - title.start, next.end - 1);
    moved = offset + next.end - title.end;
  }
  return moved;
}

/** The declaration of a chunk that stands where one stands in a chunk that says the same. */
export function counterpart(chunk: Chunk, entity: Entity): Entity | undefined {
  if (entity.chunk === chunk) return entity;
  return outline(chunk).entities[outline(entity.chunk).entities.indexOf(entity)];
}

/** Where a chunk lies. */
export class ChunkPlace {
  readonly file: SourceFile;
  /** Its number among the chunks of the file. */
  readonly index: number;
  readonly #chunk: Chunk;

  /** Another chunk that says the same may stand there now. */
  constructor(file: SourceFile, index: number, chunk: Chunk) {
    this.file = file;
    this.index = index;
    this.#chunk = chunk;
  }

  /** What stands there now. */
  get now(): Chunk {
    return this.file.tree.chunks[this.index] ?? this.#chunk;
  }

  /** Where that begins. */
  get start(): number {
    return this.file.tree.starts[this.index] ?? 0;
  }

  /** The offset in the file of one in the chunk. */
  at(offset: number): number {
    return this.start + offsetIn(this.now, this.#chunk, offset);
  }

  /** A stretch of the chunk as one of the file. */
  spanOf({ start, end }: Span): Span {
    return { start: this.at(start), end: this.at(end) };
  }
}
