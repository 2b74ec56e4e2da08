// A field, or items of its list, that go → the edits that take them out of the text. Comments stay.
import { isLineEnd, lineBefore, lineEndAt } from "../../grammar/lines.ts";
import type { Block, Chunk, Comment, Field, Span } from "../../grammar/tree.ts";
import type { SourceEdit } from "../finding.ts";
import type { Entity } from "../model/entity.ts";
import type { Universe } from "../model/universe.ts";
import { wholeLine } from "../model/whole-line.ts";
import { wholeBlock } from "./blocks.ts";
import { holder, lineEndIn } from "./edits.ts";

/**
 * Takes a field out, with its line where it has one to itself, and with a block that would be empty;
 * none where it is not written.
 */
export function removeField(
  all: Universe,
  declaration: Entity,
  field: string,
): readonly SourceEdit[] {
  const entity = all.standing(declaration);
  const { text } = entity.chunk;
  const { block } = entity.node;
  const gone = entity.fields.get(field)?.node;
  if (gone === undefined || block === undefined) return [];
  const others = text.slice(block.open.end, gone.start) + text.slice(gone.end, block.close.start);
  const isAlone = /^[\s,]*$/.test(others) && commentsIn(entity.chunk, gone).length === 0;
  const whole = isAlone ? wholeBlock(text, holder(entity)) : undefined;
  return whole === undefined
    ? [fieldOut(entity.chunk, gone, block, lineEndIn(all, declaration))]
    : [{ at: { chunk: entity.chunk, span: whole }, text: "" }];
}

/** Takes a field out of a field that is a block, such as a half out of `residual`. */
export function removeInside(
  all: Universe,
  declaration: Entity,
  field: string,
  inner: string,
): readonly SourceEdit[] {
  const { chunk, fields } = all.standing(declaration);
  const use = fields.get(field);
  const gone = use?.block?.get(inner)?.node;
  if (gone === undefined || use?.node.block === undefined) return [];
  return [fieldOut(chunk, gone, use.node.block, lineEndIn(all, declaration))];
}

function fieldOut(chunk: Chunk, field: Field, block: Block, lineEnd: string): SourceEdit {
  const comments = commentsIn(chunk, field);
  if (comments.length === 0)
    return { at: { chunk, span: spanOfField(chunk.text, field, block) }, text: "" };
  const indent = /^[ \t]*/.exec(lineBefore(chunk.text, field.start))?.[0] ?? "";
  return inPlace(chunk, field, comments, lineEnd + indent);
}

/** What a field takes with it: its line, or the blanks on one side of it. */
function spanOfField(text: string, field: Field, { open, close }: Block): Span {
  const inside = text.slice(open.end, field.start) + text.slice(field.end, close.start);
  if (/^[ \t,]*$/.test(inside)) return { start: open.end, end: close.start };
  const { start, end } = wholeLine(field, text);
  const before = lineBefore(text, start);
  const isLine = before.trim() === "" && isLineEnd(text.charCodeAt(end - 1));
  if (isLine) return withBlankLine(text, { start, end }, open.end, close.start);
  const isLast = end >= text.length || isLineEnd(text.charCodeAt(end));
  if (before.trim() === "" || !isLast) return { start, end };
  return { start: start - (before.length - before.trimEnd().length), end };
}

/** A line, with the blank ones above or below it that would be left doubled or beside a brace. */
function withBlankLine(text: string, { start, end }: Span, top: number, bottom: number): Span {
  const before = text.slice(0, start).trimEnd().length;
  const isBelowBlank = text.slice(before, start).split(/\r\n|\r|\n/).length > 2;
  const below = /^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/.exec(text.slice(end))?.[0] ?? "";
  if ((before === top || isBelowBlank) && below !== "") return { start, end: end + below.length };
  if (!isBelowBlank || text.slice(end, bottom).trim() !== "") return { start, end };
  const rest = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(text.slice(before))?.[0] ?? "";
  return { start: before + rest.length, end };
}

/** The comments inside of a field in its place; what stands behind it does not become part of one. */
function inPlace(
  chunk: Chunk,
  { start, end }: Span,
  comments: readonly Comment[],
  newLine: string,
): SourceEdit {
  const { text } = chunk;
  const lines = comments.map((one) => one.text.trimEnd());
  if (comments.every(({ line }) => !line))
    return { at: { chunk, span: { start, end } }, text: lines.join(" ") };
  const behind = text.slice(end, lineEndAt(text, end));
  const blank = behind.length - behind.trimStart().length;
  const last = blank === behind.length ? "" : newLine;
  return { at: { chunk, span: { start, end: end + blank } }, text: lines.join(newLine) + last };
}

/** The items of a list, and which of them go. */
interface List {
  readonly chunk: Chunk;
  readonly items: readonly Span[];
  readonly gone: readonly boolean[];
  /** The end of the field, behind a last comma. */
  readonly end: number;
}

/** Takes items out of a field's list, by their numbers; with the last of them the field. */
export function removeItems(
  all: Universe,
  declaration: Entity,
  field: string,
  numbers: readonly number[],
): readonly SourceEdit[] {
  const { chunk, fields } = all.standing(declaration);
  const use = fields.get(field);
  const items: readonly Span[] = use?.values.map(({ node }) => node) ?? [];
  const gone = items.map((_, number) => numbers.includes(number));
  const kept = gone.indexOf(false);
  if (use === undefined || kept < 0) return removeField(all, declaration, field);
  const list: List = { chunk, items, gone, end: use.node.end };
  const [first] = items;
  const [keeper, last] = [items[kept], items.at(-1)];
  if (first === undefined || keeper === undefined || last === undefined) return [];
  const head = { start: first.start, end: keeper.start };
  if (commentsIn(chunk, { start: first.start, end: last.end }).length === 0)
    return [...(kept > 0 ? [{ at: { chunk, span: head }, text: "" }] : []), ...runs(list, kept)];
  if (kept === 0) return oneByOne(list);
  // The first stands beside the colon, whatever is said behind it: the next takes its place.
  const instead = [textWithout(chunk, keeper), ...commentsIn(chunk, first).map(({ text }) => text)];
  return [
    { at: { chunk, span: first }, text: instead.join(" ") },
    ...oneByOne({
      ...list,
      gone: gone.map((one, number) => (number === 0 ? false : one || number === kept)),
    }),
  ];
}

/** Without comments, what goes behind an item goes with the comma before it. */
function runs({ chunk, items, gone }: List, from: number): readonly SourceEdit[] {
  return items.flatMap((item, number) => {
    const before = items[number - 1];
    if (number < from || !gone[number] || before === undefined) return [];
    return [{ at: { chunk, span: { start: before.end, end: item.end } }, text: "" }];
  });
}

/** With comments, an item goes with the comma behind it, and with its line where nothing else stands there. */
function oneByOne({ chunk, items, gone, end }: List): readonly SourceEdit[] {
  const { text } = chunk;
  const edits: SourceEdit[] = [];
  const tail = gone.lastIndexOf(false);
  const commaOf = (number: number) =>
    commaIn(chunk, items[number]?.end ?? end, items[number + 1]?.start ?? end);
  const comma = commaOf(tail);
  // The comma before what goes at the end is the last then: it stays only where there was one.
  if (tail < items.length - 1 && comma !== undefined && commaOf(items.length - 1) === undefined)
    edits.push({ at: { chunk, span: { start: comma, end: comma + 1 } }, text: "" });
  let done = 0;
  for (const [number, item] of items.entries()) {
    if (!gone[number]) continue;
    const after = (commaOf(number) ?? item.end - 1) + 1;
    const inner = commentsIn(chunk, { start: item.start, end: after }).map((one) => one.text);
    const span = inner.length > 0 ? { start: item.start, end: after } : around(text, item, after);
    edits.push({
      at: { chunk, span: { start: Math.max(span.start, done), end: span.end } },
      text: inner.join(" "),
    });
    done = span.end;
  }
  return edits;
}

/** An item with what would be left of its line if it went alone. */
function around(text: string, { start }: Span, after: number): Span {
  const before = lineBefore(text, start);
  const end = after + (/^[ \t]*/.exec(text.slice(after))?.[0].length ?? 0);
  if (end < text.length && !isLineEnd(text.charCodeAt(end))) return { start, end };
  const kept = text.slice(0, start - before.length);
  if (before.trim() !== "") return { start: start - before.length + before.trimEnd().length, end };
  return { start: kept.replace(/(?:\r\n|\r|\n)$/, "").length, end };
}

/** Where the first comma stands in a stretch, outside of comments. */
function commaIn(chunk: Chunk, start: number, end: number): number | undefined {
  let blank = chunk.text.slice(start, end);
  for (const one of commentsIn(chunk, { start, end }))
    blank =
      blank.slice(0, one.start - start) +
      " ".repeat(one.end - one.start) +
      blank.slice(one.end - start);
  const at = blank.indexOf(",");
  return at < 0 ? undefined : start + at;
}

/** A stretch of the text without the comments in it. */
function textWithout(chunk: Chunk, { start, end }: Span): string {
  let at = start;
  let rest = "";
  for (const one of commentsIn(chunk, { start, end })) {
    rest += chunk.text.slice(at, one.start).trimEnd();
    at = one.end;
  }
  return rest + chunk.text.slice(at, end);
}

/** The comments within a stretch. */
function commentsIn({ comments }: Chunk, { start, end }: Span): readonly Comment[] {
  return comments.filter((one) => start <= one.start && one.end <= end);
}
