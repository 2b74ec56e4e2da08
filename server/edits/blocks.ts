// New lines for the block of a declaration → the edits that put them there, with its indentation and comments.
import { lineStartAt } from "../../grammar/lines.ts";
import type { Block, Chunk, Entry, Span } from "../../grammar/tree.ts";
import type { SourceEdit } from "../finding.ts";

/** Something that has a block or may get one. */
export interface Holder {
  readonly start: number;
  /** The end of what stands before the block. */
  readonly head: number;
  readonly block: Block | undefined;
}

/** Lines to write, indented among themselves. */
export interface NewEntry {
  readonly lines: readonly string[];
  /** It stands behind fields with these names; without it, at the end of the block. */
  readonly isAfter?: (field: string) => boolean;
  /** A blank line stands before it. */
  readonly apart?: true;
  /** The numbers of lines that go on with a text or a comment: they get no indentation. */
  readonly bare?: ReadonlySet<number>;
}

/**
 * The span of a block that would be left empty, with the blanks before it; undefined where comments
 * stand there, or a comma behind it, which separates nothing without it.
 */
export function wholeBlock(text: string, { head, block }: Holder): Span | undefined {
  if (block === undefined || block.close.end === block.close.start) return undefined;
  if (/^[ \t]*,/.test(text.slice(block.close.end))) return undefined;
  const isBare = text.slice(head, block.open.start).trim() === "";
  return isBare ? { start: head, end: block.close.end } : undefined;
}

const widest = 100;

/** The line end that a text uses. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** Adds entries to the block of a holder; several at one place in the order given. `end` ends the lines. */
export function insert(
  chunk: Chunk,
  holder: Holder,
  entries: readonly NewEntry[],
  end: string,
): readonly SourceEdit[] {
  const { block } = holder;
  const indent = lineIndent(chunk.text, holder.start);
  if (block === undefined) {
    const inner = laidOut(entries, `${indent}  `, end);
    const span = { start: holder.head, end: holder.head };
    return [{ at: { chunk, span }, text: ` {${inner}${end}${indent}}` }];
  }
  const inside = chunk.text.slice(block.open.end, block.close.start);
  const sound = block.close.end > block.close.start && block.open.end > block.open.start;
  if (sound && !/[\r\n]/.test(inside))
    return intoLine({ chunk, indent, end }, holder, block, entries);
  if (sound && inside.trim() === "") {
    const inner = laidOut(entries, `${indent}  `, end);
    const span = { start: block.open.end, end: block.close.start };
    return [{ at: { chunk, span }, text: inner + end + indent }];
  }
  const places = Map.groupBy(entries, (entry) => anchorOf(block, entry));
  return [...places].map(([anchor, group]) =>
    intoLines({ chunk, indent, end }, block, anchor, group),
  );
}

/** Where something is written: its indentation, and what ends the lines there. */
interface Ground {
  readonly chunk: Chunk;
  readonly indent: string;
  readonly end: string;
}

/** The entry of a block behind which a new one belongs; undefined at the top. */
function anchorOf(block: Block, entry: NewEntry): Entry | undefined {
  if (entry.isAfter === undefined) return block.entries.at(-1);
  return block.entries.findLast(
    (other) => other.type === "field" && entry.isAfter?.(other.name.text),
  );
}

function laidOut(entries: readonly NewEntry[], indent: string, end: string): string {
  const shown = entries.map((entry, index) => {
    const blank = entry.apart && index > 0 ? end : "";
    return blank + end + indent + joinedLines(entry, end + indent, end);
  });
  return shown.join("");
}

/** The lines of an entry; the first has its indentation already. */
function joinedLines({ lines, bare }: NewEntry, newLine: string, end: string): string {
  const [first = "", ...rest] = lines;
  const others = rest.map((line, index) =>
    line === "" || bare?.has(index + 1) ? end + line : newLine + line,
  );
  return first + others.join("");
}

/** The indentation of the line on which something begins. */
export function lineIndent(text: string, start: number): string {
  const line = lineStartAt(text, start);
  return line === 0 ? "" : (/^[ \t]*/.exec(text.slice(line, start))?.[0] ?? "");
}

/**
 * A block on one line: the new fields join the line where they fit, else each entry gets its own.
 * What the entries say stays untouched, so that another edit may change it.
 */
function intoLine(
  { chunk, indent, end }: Ground,
  holder: Holder,
  block: Block,
  entries: readonly NewEntry[],
): readonly SourceEdit[] {
  const { text } = chunk;
  const holdsBlock = block.entries.some((entry) => "block" in entry && entry.block !== undefined);
  const items = itemsOf(text, block);
  for (const entry of entries) {
    const anchor = anchorOf(block, entry);
    // Those of the same place are already behind it, and come first.
    let at = items.findIndex((item) => item.entry === anchor) + 1;
    while (items[at]?.entry === undefined && items[at] !== undefined) at++;
    items.splice(at, 0, { entry: undefined, added: entry, text: entry.lines.join("\n"), own: 0 });
  }
  const flat = ` ${items.map((item) => item.text).join(" ")} `;
  const short = entries.every(({ lines, apart }) => lines.length === 1 && !apart);
  const width = indent.length + (block.open.end - holder.start) + flat.length + 1;
  if (block.entries.length > 0 && short && !holdsBlock && width <= widest)
    return between(chunk, block, items, () => " ", " ");
  const inner = `${indent}  `;
  const gap = ({ added }: Item, index: number) =>
    (added?.apart && index > 0 ? end : "") + end + inner;
  const laid = items.map((item) => {
    const { added } = item;
    return added === undefined ? item : { ...item, text: joinedLines(added, end + inner, end) };
  });
  return between(chunk, block, laid, gap, end + indent);
}

/** The edits that put what is new between the entries of a block, with a gap before each item. */
function between(
  chunk: Chunk,
  block: Block,
  items: readonly Item[],
  gapOf: (item: Item, index: number) => string,
  last: string,
): readonly SourceEdit[] {
  const edits: SourceEdit[] = [];
  let from = block.open.end;
  let added = "";
  const put = (to: number, text: string) => {
    if (chunk.text.slice(from, to) !== text)
      edits.push({ at: { chunk, span: { start: from, end: to } }, text });
  };
  for (const [index, item] of items.entries()) {
    added += gapOf(item, index);
    if (item.entry !== undefined) {
      put(item.entry.start, added);
      from = item.entry.start + item.own;
      added = "";
    }
    added += item.text.slice(item.own);
  }
  put(block.close.start, added + last);
  return edits;
}

interface Item {
  readonly entry: Entry | undefined;
  readonly added?: NewEntry;
  readonly text: string;
  /** How much of the text is the entry as it stands. */
  readonly own: number;
}

/** The entries of a block on one line, each with the comments behind it. */
function itemsOf(text: string, block: Block): Item[] {
  const top = commentsIn(text.slice(block.open.end, block.entries[0]?.start ?? block.close.start));
  const items: Item[] = top === "" ? [] : [{ entry: undefined, text: top, own: 0 }];
  for (const [index, entry] of block.entries.entries()) {
    const next = block.entries[index + 1]?.start ?? block.close.start;
    const behind = commentsIn(text.slice(entry.end, next));
    const own = text.slice(entry.start, entry.end).trim().replace(/,$/, "");
    items.push({ entry, text: behind === "" ? own : `${own} ${behind}`, own: own.length });
  }
  return items;
}

/** The comments of a gap, less the commas and spaces between them. */
function commentsIn(gap: string): string {
  return gap.replace(/^[\s,]+|[\s,]+$/g, "");
}

/** A block over several lines: the new lines stand behind the line of their anchor. */
function intoLines(
  { chunk, indent, end }: Ground,
  block: Block,
  anchor: Entry | undefined,
  entries: readonly NewEntry[],
): SourceEdit {
  const { text } = chunk;
  const inner = innerIndent(text, block) ?? `${indent}  `;
  const last = entries.every((entry) => entry.isAfter === undefined);
  const from = last ? contentEnd(text, block) : lineEndBehind(chunk, anchor?.end ?? block.open.end);
  const blank = last && from > block.open.end && entries[0]?.apart ? end : "";
  const added = blank + laidOut(entries, inner, end);
  const behind = /^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0;
  const at = from + behind;
  if (/[\r\n]/.test(text.charAt(at)) || at >= text.length) {
    return {
      at: { chunk, span: { start: from, end: from } },
      text: added + (anchor === undefined ? gapBelow(text, at, block, end) : ""),
    };
  }
  // Something follows on the same line: it goes to a line of its own.
  const next = at === block.close.start ? indent : inner;
  return { at: { chunk, span: { start: from, end: at } }, text: added + end + next };
}

/** A blank line where a declaration would follow the first field of a block directly. */
function gapBelow(text: string, at: number, block: Block, end: string): string {
  const space = /^\s*/.exec(text.slice(at))?.[0] ?? "";
  const next = block.entries.find((entry) => entry.start >= at);
  const breaks = space.match(/\r\n|\r|\n/g)?.length ?? 0;
  return next?.type === "declaration" && breaks < 2 ? end : "";
}

/** The indentation of the first entry that begins a line. */
function innerIndent(text: string, block: Block): string | undefined {
  for (const entry of block.entries) {
    const line = lineStartAt(text, entry.start);
    const before = text.slice(line, entry.start);
    if (line > block.open.end && /^[ \t]*$/.test(before)) return before;
  }
  return undefined;
}

/** The end of all that stands in a block, comments too. */
function contentEnd(text: string, block: Block): number {
  return block.open.end + text.slice(block.open.end, block.close.start).trimEnd().length;
}

/** The end of the line on which something ends, if only a comma and comments stand behind it; else its end. */
export function lineEndBehind(chunk: Chunk, from: number): number {
  const { text, comments } = chunk;
  let at = from;
  for (;;) {
    at += /^[ \t,]*/.exec(text.slice(at))?.[0].length ?? 0;
    const comment = comments.find((one) => one.start === at);
    if (comment === undefined || /[\r\n]/.test(comment.text.trimEnd())) break;
    at = comment.end;
  }
  const done = at >= text.length || /[\r\n]/.test(text.charAt(at));
  return done ? at : from;
}
