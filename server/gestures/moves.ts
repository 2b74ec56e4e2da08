// A declaration in another → the same with its comments in a third one or at the top level, perhaps of another file.
import { lineBefore, lineStarts } from "../../grammar/lines.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { Chunk, Node, Span } from "../../grammar/tree.ts";
import { nodesIn } from "../cursor/spot.ts";
import { lineEndBehind, lineIndent, type NewEntry, wholeBlock } from "../edits/blocks.ts";
import { addEntry, holder, lineEndIn } from "../edits/edits.ts";
import { isRefusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { type Entity, lineage } from "../model/entity.ts";
import type { Model, Universe } from "../model/universe.ts";
import { type GestureEdits, nothingToDo } from "./fields.ts";
import { fromElsewhere } from "./portable.ts";

/**
 * Cuts a nested declaration out and puts it at the end of the block of another, or without one behind
 * the top-level declaration that holds it. `inner` are edits of its own text, which go with it.
 */
export function moveTo(
  model: Model,
  entity: Entity,
  target: Entity | undefined,
  inner: readonly SourceEdit[] = [],
): GestureEdits {
  const all = model.universe;
  const top = lineage(entity).at(-1);
  if (top === undefined || top === entity) return nothingToDo;
  const now = all.standing(entity);
  const paths = fromElsewhere(model, now, target ?? top);
  if (isRefusal(paths)) return paths;
  const { chunk } = now;
  const cut = cutOf(now, lineEndIn(all, entity));
  const text = withEdits(chunk, cut.whole, [...cut.inner, ...inner, ...paths]);
  const entry = entryOf(text, lineIndent(chunk.text, now.node.start));
  const added = target === undefined ? behind(all, top, entry) : addEntry(all, target, entry);
  return [{ at: { chunk, span: cut.span }, text: cut.left }, ...added];
}

interface Cut {
  /** The declaration with the comments that belong to it, and what it does not take with it. */
  readonly whole: Span;
  readonly inner: readonly SourceEdit[];
  /** What goes, and what stands in its place: what parts its neighbours. */
  readonly span: Span;
  readonly left: string;
}

function cutOf({ node, chunk, parent }: Entity, lineEnd: string): Cut {
  const { text } = chunk;
  const start = startAbove(chunk, node.start);
  const line = lineEndBehind(chunk, node.end);
  const comma = /^[ \t]*,/.exec(text.slice(node.end))?.[0].length ?? 0;
  const end = Math.max(line, node.end + comma);
  const inner = { at: { chunk, span: { start: node.end, end: node.end + comma } }, text: "" };
  const whole = { start, end: node.end + text.slice(node.end, end).trimEnd().length };
  const from = text.slice(0, start).trimEnd().length;
  const to = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  const isFirst = from === parent?.node.block?.open.end;
  const isLast = to === parent?.node.block?.close.start;
  const around = isFirst && isLast ? wholeBlock(text, holder(parent)) : undefined;
  const indent = isLast && parent ? lineIndent(text, parent.node.start) : undefined;
  const [above, below] = [text.slice(from, start), text.slice(end, to)];
  // What follows a comment on its line would become part of it.
  const isOpen = chunk.comments.some((one) => one.line && one.start < from && from <= one.end);
  const breaks = breaksLeft(breaksIn(above), breaksIn(below), isFirst, isLast) || Number(isOpen);
  const last = breaksIn(below) > 0 ? lastLine(below) : (indent ?? lastLine(above));
  const blank = isFirst && isLast ? "" : " ";
  return {
    whole,
    inner: comma > 0 ? [inner] : [],
    span: around ?? { start: from, end: to },
    left: around !== undefined ? "" : breaks > 0 ? lineEnd.repeat(breaks) + last : blank,
  };
}

/** How many line ends part what stood above something and what stood below it. */
function breaksLeft(above: number, below: number, isFirst: boolean, isLast: boolean): number {
  if (isFirst && isLast) return Math.min(below, 1);
  return isFirst ? above : isLast ? below : Math.max(above, below);
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function lastLine(text: string): string {
  return /[^\r\n]*$/.exec(text)?.[0] ?? "";
}

/** Where the comments begin that stand directly above something, each on a line of its own. */
function startAbove({ text, comments }: Chunk, start: number): number {
  let [found, at] = [start, start];
  for (const comment of comments.toReversed()) {
    if (comment.end > at) continue;
    const gap = text.slice(comment.end, at);
    if (gap.trim() !== "" || breaksIn(gap) > 1) break;
    at = comment.start;
    if (lineBefore(text, at).trim() === "") found = at;
  }
  return found;
}

/** A stretch of a text after edits that lie in it. */
function withEdits({ text }: Chunk, { start, end }: Span, edits: readonly SourceEdit[]): string {
  let at = start;
  let result = "";
  for (const edit of edits.toSorted((a, b) => a.at.span.start - b.at.span.start)) {
    result += text.slice(at, edit.at.span.start) + edit.text;
    at = edit.at.span.end;
  }
  return result + text.slice(at, end);
}

/** The lines of a declaration without the indentation that it had. What stands in texts and comments stays as it is. */
function entryOf(text: string, indent: string): NewEntry {
  const { chunks, starts } = parseFile(text);
  const fixed = chunks.flatMap((chunk, index) =>
    [...chunk.comments, ...chunk.entries.flatMap(textsIn)].map((one) => ({
      start: (starts[index] ?? 0) + one.start,
      end: (starts[index] ?? 0) + one.end,
    })),
  );
  const begins = lineStarts(text);
  const isInside = (start: number) => fixed.some((one) => one.start < start && start < one.end);
  const bare = new Set(begins.flatMap((start, line) => (isInside(start) ? [line] : [])));
  const lines = begins.map((start, index) => {
    const line = text.slice(start, begins[index + 1]).replace(/[\r\n]+$/, "");
    if (bare.has(index)) return line;
    if (line.trim() === "") return "";
    return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
  });
  return { lines, bare, apart: true };
}

function textsIn(node: Node): readonly Span[] {
  return node.type === "text" ? [node] : nodesIn(node).flatMap(textsIn);
}

/** Puts a declaration behind a top-level one. */
function behind(all: Universe, top: Entity, { lines }: NewEntry): readonly SourceEdit[] {
  const { chunk, node } = all.standing(top);
  const place = all.homeOf(top.chunk)?.placeOf(top.chunk);
  const next = place?.file.tree.chunks[place.index + 1];
  const [around, from] = next === undefined ? [chunk, node.end] : [next, 0];
  const start = lineEndBehind(around, from);
  const gap = /^\s*/.exec(around.text.slice(start))?.[0] ?? "";
  const isEnd = start + gap.length === around.text.length;
  const end = lineEndIn(all, top);
  const missing = isEnd ? 0 : Math.max(0, 2 - breaksIn(gap));
  const blank = missing === 2 ? gap.length : 0;
  return [
    {
      at: { chunk: around, span: { start, end: start + blank } },
      text: end + end + lines.join(end) + end.repeat(missing),
    },
  ];
}
