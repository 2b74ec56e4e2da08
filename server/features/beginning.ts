// A kind and a place in a file → a whole declaration to begin with, put into what takes one there, or at the end of the file.
import { applied } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { Declaration, FileTree, Span } from "../../grammar/tree.ts";
import { type KindEntry, kindsIn } from "../../grammar/vocabulary.ts";
import { type Beginning, draftOf } from "../cursor/draft.ts";
import { entityOfNode, type Query, spotAt } from "../cursor/spot.ts";
import { escapedSnippet } from "../cursor/stops.ts";
import { locate } from "../diagnosis/diagnostic.ts";
import { lineEndOf } from "../edits/blocks.ts";
import { addEntry } from "../edits/edits.ts";
import type { SourceEdit } from "../finding.ts";
import { faultBrought } from "../gestures/as-one.ts";
import type { Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { allRefs, entityOf } from "../model/resolve.ts";

/** Where a declaration is to stand; without an offset at the end of the file. */
export type Wish = Pick<Query, "model" | "file"> & Partial<Pick<Query, "offset">>;

export interface Inserted {
  /** What takes the place of the span, in LSP snippet syntax, with the line ends of the file. */
  readonly snippet: string;
  /** In offsets of the file. */
  readonly span: Span;
  /** The declaration in which it stands; undefined at the end of the file. */
  readonly into: Entity | undefined;
}

/**
 * A declaration of a kind in the innermost one around a place that takes such a thing, at the end of
 * its block, else at the end of the file. Where the text around a place is so broken that the new
 * declaration would not stand there, or would bring a fault, the next place is taken; undefined where
 * there is none.
 */
export function beginning(wish: Wish, kind: KindEntry): Inserted | undefined {
  const around = declarationsAround(wish);
  for (const parent of around) {
    if (parent.kind === undefined || !kindsIn(parent.kind).includes(kind)) continue;
    const found = insideOf(wish, kind, parent);
    if (found !== undefined) return found;
  }
  return kind.places.includes("file") ? atEnd(wish, kind, around) : undefined;
}

/** The declarations around the place, the innermost first. */
function declarationsAround({ model, file, offset }: Wish): readonly Entity[] {
  const spot = offset === undefined ? undefined : spotAt({ model, file, offset });
  const nodes = (spot?.path ?? []).filter((one): one is Declaration => one.type === "declaration");
  return nodes.reverse().flatMap((node) => (spot && entityOfNode(spot.chunk, node)) ?? []);
}

function insideOf(wish: Wish, kind: KindEntry, parent: Entity): Inserted | undefined {
  const { model, file } = wish;
  const draft = draftOf({ model, file, parent }, kind.snippet);
  const lines = draft.text.split("\n");
  return placed(wish, draft, addEntry(model.universe, parent, { lines, apart: true }), parent);
}

/** It names first what is around the place, or what that names. */
function atEnd(wish: Wish, kind: KindEntry, around: readonly Entity[]): Inserted | undefined {
  const { model, file } = wish;
  const named = around.flatMap((one) =>
    allRefs(one).flatMap((ref) => entityOf(model.universe, ref) ?? []),
  );
  const near = [...around, ...named];
  const draft = draftOf({ model, file, parent: undefined, near }, kind.snippet);
  const { text, chunks } = file.tree;
  const end = lineEndOf(text);
  const added = gapBehind(text, end) + withEnds(draft.text, end) + end;
  const chunk = chunks.at(-1);
  if (chunk === undefined) {
    const whole = { start: text.length, end: text.length };
    const snippet = escapedSnippet(gapBehind(text, end)) + withEnds(draft.snippet, end) + end;
    return { snippet, span: whole, into: undefined };
  }
  const last = { start: chunk.text.length, end: chunk.text.length };
  return placed(wish, draft, [{ at: { chunk, span: last }, text: added }], undefined);
}

/** What stands between the end of a text and a declaration behind it: one empty line. */
function gapBehind(text: string, end: string): string {
  const space = /\s*$/.exec(text)?.[0] ?? "";
  if (space.length === text.length) return "";
  const breaks = space.match(/\r\n|\r|\n/g)?.length ?? 0;
  return end.repeat(Math.max(0, 2 - breaks));
}

/** Lines with the ends of a file, and the indentation of a place. */
function withEnds(text: string, end: string, indent = ""): string {
  return text.replace(/\n(.?)/g, (_, next: string) => end + (next === "" ? "" : indent + next));
}

/** The edits as one snippet, if the declaration stands where it should then, and nothing else is wrong. */
function placed(
  { model, file }: Wish,
  draft: Beginning,
  edits: readonly SourceEdit[],
  into: Entity | undefined,
): Inserted | undefined {
  const changes = edits
    .map(({ at, text }) => ({ ...locate(model, at), text }))
    .sort((a, b) => a.start - b.start);
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const before = file.tree.text;
  const after = parseFile(applied(before, changes), file.tree);
  const declared = declaredIn(after, draft, into);
  if (declared === undefined || faultBrought(model, edits) !== undefined) return undefined;
  const span = { start: first.start, end: last.end };
  const until = after.text.length - (before.length - span.end);
  const line =
    after.text
      .slice(0, declared.start)
      .split(/\r\n|\r|\n/)
      .at(-1) ?? "";
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const snippet = [
    escapedSnippet(after.text.slice(span.start, declared.start)),
    withEnds(draft.snippet, lineEndOf(before), indent),
    escapedSnippet(after.text.slice(declared.end, until)),
  ];
  return { snippet: snippet.join(""), span, into };
}

/** Where the new declaration stands in its file; undefined where it has come to stand in something else. */
function declaredIn(tree: FileTree, draft: Beginning, into: Entity | undefined): Span | undefined {
  const [entry] = parseFile(draft.text).chunks.flatMap((chunk) => chunk.entries);
  const name = entry?.type === "declaration" ? entry.name?.text : undefined;
  for (const [index, chunk] of tree.chunks.entries()) {
    const start = tree.starts[index] ?? 0;
    for (const { node, name: own, parent } of outline(chunk).entities) {
      const isThere = parent?.name === into?.name && parent?.kind === into?.kind;
      if (own === name && isThere && textOf(chunk.text, node) === draft.text)
        return { start: start + node.start, end: start + node.end };
    }
  }
  return undefined;
}

/** What a declaration says, whatever its indentation. */
function textOf(text: string, { start, end }: Span): string {
  const lines = text.slice(start, end).split(/\r\n|\r|\n/);
  const inner = /^[ \t]*/.exec(lines.at(-1) ?? "")?.[0] ?? "";
  return lines.map((line) => (line.startsWith(inner) ? line.slice(inner.length) : line)).join("\n");
}
