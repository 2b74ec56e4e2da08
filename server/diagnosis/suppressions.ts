// `// ignore rule: why` comments of a file → what they cover, and what is wrong with them.

import { firstWhere } from "../../grammar/ordered.ts";
import type { Block, Chunk, Comment, Entry, FileTree, Span } from "../../grammar/tree.ts";
import { readDate } from "../../grammar/values.ts";
import { matchEnd } from "../../grammar/words.ts";
import { memo } from "../cells/memo.ts";

/** One `// ignore` comment. All offsets are those of the file. */
export interface Suppression extends Span {
  readonly chunk: Chunk;
  /** Offset of the chunk in the file. */
  readonly base: number;
  /** The words that name rules, with where they stand. */
  readonly rules: readonly (Span & { readonly id: string })[];
  readonly reason: string;
  /** The date as written behind `until`. */
  readonly until?: string;
  /** What it covers; undefined where nothing stands below it. */
  readonly covers: Span | undefined;
  /** It is meant for the file and stands behind its first declaration, where it covers nothing. */
  readonly late?: true;
}

const form = /^\/\/\s*(ignore|ignore-file)\s+(?=\S)/;

/** The comments of a file that have the form of a suppression, whether or not their rules exist. */
export const suppressionsOf: (tree: FileTree) => readonly Suppression[] = memo((tree) => {
  const found: Suppression[] = [];
  const firstDeclaration = startOfFirst(tree);
  tree.chunks.forEach((chunk, index) => {
    const base = tree.starts[index] ?? 0;
    for (const comment of chunk.comments) {
      const match = comment.line ? form.exec(comment.text) : null;
      if (match === null) continue;
      const start = base + comment.start;
      const wholeFile = match[1] === "ignore-file";
      found.push({
        chunk,
        base,
        start,
        end: base + comment.end,
        ...readRest(comment.text, match[0].length, start),
        ...(wholeFile
          ? fileFrom(start, firstDeclaration, tree.text.length)
          : { covers: covered(tree.text, chunk, base, comment) }),
      });
    }
  });
  return found;
});

/** What `ignore-file` covers: the file, where it stands before the first declaration. */
function fileFrom(start: number, first: number, end: number): Pick<Suppression, "covers" | "late"> {
  return start < first ? { covers: { start: 0, end } } : { covers: undefined, late: true };
}

function startOfFirst(tree: FileTree): number {
  for (const [index, chunk] of tree.chunks.entries()) {
    const first = chunk.entries.find((entry) => entry.type === "declaration");
    if (first !== undefined) return (tree.starts[index] ?? 0) + first.start;
  }
  return tree.text.length;
}

/** `rule, rule until 2027-01-31: reason` */
function readRest(
  text: string,
  offset: number,
  start: number,
): Pick<Suppression, "rules" | "reason" | "until"> {
  const colon = text.indexOf(":", offset);
  const head = text.slice(offset, colon < 0 ? text.length : colon);
  const until = /\suntil(?:\s+(\S.*))?$/.exec(head.trimEnd());
  const names = until === null ? head : head.slice(0, until.index);
  const rules = [...names.matchAll(/[^\s,]+/g)].map((match) => {
    const from = start + offset + match.index;
    return { id: match[0], start: from, end: from + match[0].length };
  });
  return {
    rules: colon < 0 && until === null ? rules.slice(0, listLength(names)) : rules,
    reason: colon < 0 ? "" : text.slice(colon + 1).trim(),
    ...(until === null ? {} : { until: until[1] ?? "" }),
  };
}

/** How many words of `a, b and more words` are a comma list. */
function listLength(names: string): number {
  const list = /^[^\s,]+(?:\s*,\s*[^\s,]+)*/.exec(names)?.[0] ?? "";
  return list.split(",").length;
}

/** The line, where something stands before the comment on it; else what stands below. */
function covered(text: string, chunk: Chunk, base: number, comment: Comment): Span | undefined {
  const start = base + comment.start;
  let line = start;
  while (line > 0 && !/[\n\r]/.test(text[line - 1] ?? "")) line -= 1;
  const isBehind =
    text.slice(line, Math.max(line, base)).trim() !== "" ||
    !isBlank(chunk, Math.max(line - base, 0), comment.start);
  if (isBehind) return { start: line, end: start };
  const below = entryBelow(chunk.entries, chunk, comment.end);
  return below && { start: base + below.start, end: base + below.end };
}

/** The declaration or field that begins behind an offset with only space and comments between. */
function entryBelow(entries: readonly Entry[], chunk: Chunk, offset: number): Entry | undefined {
  const entry = entries[firstWhere(entries, ({ start, end }) => start >= offset || end > offset)];
  if (entry === undefined) return undefined;
  if (entry.start >= offset) {
    const onlyComments = isBlank(chunk, offset, entry.start);
    return onlyComments && entry.type !== "junk" ? entry : undefined;
  }
  const block: Block | undefined = "block" in entry ? entry.block : undefined;
  return entryBelow(block?.entries ?? [], chunk, offset);
}

/** Whether only space, comments and the harmless comma between fields stand between two offsets. */
function isBlank(chunk: Chunk, start: number, end: number): boolean {
  const first = chunk.comments[firstWhere(chunk.comments, (comment) => comment.end > start)];
  const at = matchEnd(blanks, chunk.text, start);
  return (
    at >= end || (first !== undefined && at >= first.start && solidBehind(chunk)(first) >= end)
  );
}

/** Where something else than space, comments and commas comes behind each comment of a chunk. */
const solidBehind: (chunk: Chunk) => (comment: Comment) => number = memo(({ text, comments }) => {
  const solid = new Map<Comment, number>();
  for (const [index, comment] of [...comments.entries()].reverse()) {
    const next = comments[index + 1];
    const at = matchEnd(blanks, text, comment.end);
    solid.set(comment, next !== undefined && at >= next.start ? (solid.get(next) ?? at) : at);
  }
  return (comment) => solid.get(comment) ?? comment.end;
});

/** Unicode's White_Space, the zero-width space and a byte order mark. */
const blanks = /[\s\u0085\u200B,]*/y;

/** Whether a date behind `until` exists. */
export function isDate(text: string): boolean {
  return readDate(text) !== undefined;
}
