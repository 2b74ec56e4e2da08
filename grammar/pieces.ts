// The tree of a file → the pieces of its canonical text, each with the space that belongs before it.

import { colonAt } from "./faults.ts";
import { valueParts } from "./parts.ts";
import {
  breaks,
  comma,
  covers,
  find,
  isBlank,
  type SourceText,
  touchesFault,
  trimmed,
} from "./source.ts";
import type { Block, Declaration, Entry, Field, FileTree, Import, Span } from "./tree.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf } from "./vocabulary.ts";

/** A run of source that stays together, and what stands before it. */
export interface Run extends Span {
  /** What stands there instead of the source. */
  readonly text?: string;
  /** `as is`: whatever the author wrote before it. */
  readonly before: "none" | "space" | "line" | "as is";
  /** How deep it stands where it begins a line, and comments above it do. */
  readonly indent: number;
  readonly inner: number;
  /** `one`: a blank line before it; `none`: never one; else the author's, but not two. */
  readonly blank?: "one" | "none";
  /** No blank line behind what it follows; none right before it. */
  readonly top?: true;
  readonly bottom?: true;
  /** Pieces that a formatted range takes in as a whole share a number. */
  readonly unit: number;
}

/** How an entry stands among its neighbours. */
interface Place {
  readonly indent: number;
  readonly before: Pick<Run, "before" | "blank" | "top">;
  readonly owner: KindEntry | FieldEntry | undefined;
  /** Where the next entry starts, or the closing brace. */
  readonly limit: number;
  /** A comma at the end of a list would not draw in what follows. */
  readonly closed: boolean;
  /** It stands in a block on one line. */
  readonly flat: boolean;
}

/** Measures pieces from the first to the last: the columns they take, or undefined over several lines. */
type Measure = (pieces: readonly Run[]) => number | undefined;

const listWidth = 80;
const blockWidth = 100;

/** The pieces of a whole file in the order of the text. */
export function piecesOf(tree: FileTree, source: SourceText, width: Measure): readonly Run[] {
  const entries = tree.chunks.flatMap((chunk, index) =>
    chunk.entries.map((entry) => ({ entry, base: tree.starts[index] ?? 0 })),
  );
  const pieces = entries.flatMap(({ entry, base }, index) => {
    const next = entries[index + 1];
    const limit = next === undefined ? source.text.length : next.base + next.entry.start;
    const before = beforeEntry(entry, entries[index - 1]?.entry);
    const closed = endsList(next?.entry);
    const place = { indent: 0, before, owner: undefined, limit, closed, flat: false };
    return entryPieces({ source, base, width }, entry, place);
  });
  return guarded(pieces, source);
}

interface Context {
  readonly source: SourceText;
  /** Where the chunk begins. */
  readonly base: number;
  readonly width: Measure;
}

/** The pieces of an entry, and of a comma behind it, which nothing needs. */
function entryPieces(context: Context, entry: Entry, place: Place): readonly Run[] {
  const pieces = ownPieces(context, entry, place);
  const last = pieces.at(-1);
  if (last === undefined || last.before === "as is") return pieces;
  const mark = comma(context.source, last.end, place.limit);
  return mark ? [...pieces, { ...token(0, mark, "none", place, last.unit), text: "" }] : pieces;
}

function ownPieces(context: Context, entry: Entry, place: Place): readonly Run[] {
  const { base, source } = context;
  if (entry.type === "junk" || hasOpenBlock(entry)) return [asItIs(context, entry, place)];
  const unit = base + entry.start;
  if (entry.type === "declaration") return declarationPieces(context, entry, place);
  if (
    entry.type === "field" &&
    entry.block !== undefined &&
    !isFaulty(context, entry, entry.block)
  ) {
    const colon =
      entry.colon === undefined ? [] : [token(base, colonAt(entry.colon), "none", place, unit)];
    const head = [{ ...token(base, entry.name, "none", place, unit), ...place.before }, ...colon];
    const owner = place.owner && fieldOf(place.owner, entry.name.text);
    return withBlock(context, head, entry.block, { ...place, owner });
  }
  if (isFaulty(context, entry)) return [asItIs(context, entry, place)];
  const pieces =
    entry.type === "import" ? importPieces(context, entry) : fieldPieces(context, entry, place);
  const [first, ...rest] = pieces ?? [];
  if (first === undefined || !covers(source, pieces ?? [])) return [asItIs(context, entry, place)];
  return [{ ...first, ...place.before, indent: place.indent, inner: place.indent }, ...rest];
}

function declarationPieces(context: Context, entry: Declaration, place: Place): readonly Run[] {
  const { base, source } = context;
  const unit = base + entry.start;
  const hang = { indent: place.indent + 1 };
  const words = [
    token(base, entry.kind, "none", hang, unit),
    ...(entry.name ? [token(base, entry.name, "space", hang, unit)] : []),
    ...(entry.title ? [token(base, entry.title, "space", hang, unit)] : []),
  ];
  const sound = !isFaulty(context, entry, entry.block) && covers(source, words);
  if (!sound && entry.block === undefined) return [asItIs(context, entry, place)];
  // A faulty head stays as it is, up to its brace; what stands in the block is laid out.
  const end = trimmed(source.masked, unit, base + (entry.block?.open.start ?? entry.end));
  const head = sound ? words : [{ ...token(base, entry.kind, "none", hang, unit), end }];
  const [first, ...rest] = head;
  if (first === undefined) return [];
  const start = { ...first, ...place.before, indent: place.indent, inner: place.indent };
  if (entry.block === undefined) return [start, ...rest];
  return withBlock(context, [start, ...rest], entry.block, {
    ...place,
    owner: kindOf(entry.kind.text),
  });
}

/** A head and its block: on one line where the author had it so and it fits, else line by line. */
function withBlock(
  context: Context,
  head: readonly Run[],
  block: Block,
  place: Place,
): readonly Run[] {
  const { base, source, width } = context;
  const flat = () => [...head, ...blockPieces(context, block, { ...place, flat: true })];
  if (place.flat) return flat();
  const oneLine = !breaks(source, base + block.open.start, base + block.close.end);
  const holdsBlock = block.entries.some((entry) => "block" in entry && entry.block !== undefined);
  if (oneLine && !holdsBlock) {
    const pieces = flat();
    const columns = width(pieces);
    if (columns !== undefined && columns <= blockWidth) return pieces;
  }
  return [...head, ...blockPieces(context, block, place)];
}

function blockPieces(context: Context, block: Block, place: Place): readonly Run[] {
  const { base, source } = context;
  const { indent, flat, owner } = place;
  const unit = base + block.open.start;
  const inside = { before: flat ? ("space" as const) : ("line" as const) };
  const empty = flat && isBlank(source, base + block.open.end, base + block.close.start, "nothing");
  const open = { ...token(base, block.open, "space", place, unit), inner: indent + 1 };
  const close = {
    ...token(base, block.close, empty ? "none" : inside.before, place, base + block.close.start),
  };
  const entries = block.entries.flatMap((entry, index) => {
    const next = block.entries[index + 1];
    const limit = base + (next?.start ?? block.close.start);
    const before = flat ? inside : beforeEntry(entry, block.entries[index - 1]);
    const closed = endsList(next);
    return entryPieces(context, entry, { indent: indent + 1, before, owner, limit, closed, flat });
  });
  const ends = { ...close, inner: indent + 1, bottom: true as const };
  return [open, ...entries, block.entries.length === 0 ? { ...ends, top: true } : ends];
}

function importPieces(context: Context, entry: Import): readonly Run[] | undefined {
  const { base, source } = context;
  const { keyword, name, path } = entry;
  if (name === undefined || path === undefined) return undefined;
  const unit = base + entry.start;
  const from = find(source, "from", base + name.end, base + path.start);
  if (from === undefined) return undefined;
  const hang = { indent: 1 };
  return [
    token(base, keyword, "none", hang, unit),
    token(base, name, "space", hang, unit),
    token(0, from, "space", hang, unit),
    token(base, path, "space", hang, unit),
  ];
}

function fieldPieces(context: Context, field: Field, place: Place): readonly Run[] | undefined {
  const { base, source, width } = context;
  const unit = base + field.start;
  const hang = { indent: place.indent + 1 };
  if (field.colon === undefined || field.values.length === 0) return undefined;
  const entry = place.owner && fieldOf(place.owner, field.name.text);
  const name = { ...token(base, field.name, "none", place, unit), ...place.before };
  const colon = token(base, colonAt(field.colon), "none", hang, unit);
  const items = field.values.map((value) => {
    const parts = valueParts(source, base, value, entry);
    return parts?.map((part) => ({ ...token(0, part, part.before, hang, unit), ...part }));
  });
  if (!items.every((item) => item !== undefined)) return undefined;
  const list = (broken: boolean): readonly Run[] | undefined => {
    const between = broken ? ({ before: "line", blank: "none" } as const) : {};
    const values = items.map((item, index) => {
      const last = index === items.length - 1;
      const until = last ? place.limit : (items[index + 1]?.[0]?.start ?? place.limit);
      const mark = listComma(source, item.at(-1)?.end ?? 0, until, { last, broken }, place.closed);
      const pieces = mark ? [...item, { ...token(0, mark, "none", hang, unit), ...mark }] : item;
      return pieces.map((piece, at) => (index > 0 && at === 0 ? { ...piece, ...between } : piece));
    });
    return [name, colon, ...values.flat()];
  };
  const joined = list(false);
  if (joined === undefined || items.length === 1 || place.flat) return joined;
  const columns = covers(source, joined) ? width(joined) : 0;
  return columns !== undefined && columns <= listWidth ? joined : list(true);
}

/** The comma behind an item: what is broken has one at its end too, what is not needs none. */
function listComma(
  source: SourceText,
  end: number,
  until: number,
  item: { readonly last: boolean; readonly broken: boolean },
  closed: boolean,
): (Span & { readonly text?: string }) | undefined {
  const written = comma(source, end, until);
  if (!item.last) return written;
  if (written !== undefined) return item.broken ? written : { ...written, text: "" };
  return item.broken && closed ? { start: end, end, text: "," } : undefined;
}

function token(
  base: number,
  span: Span,
  before: Run["before"],
  { indent }: { readonly indent: number },
  unit: number,
): Run {
  return { start: base + span.start, end: base + span.end, before, indent, inner: indent, unit };
}

/** One blank line between declarations; else as the author has it, but none at the top of a block. */
function beforeEntry(entry: Entry, previous: Entry | undefined): Place["before"] {
  if (previous === undefined) return { before: "line", top: true };
  const apart = entry.type === "declaration" && previous.type === "declaration";
  return { before: "line", ...(apart && { blank: "one" as const }) };
}

/** Whether what follows begins on its own and is no item of a list with a comma at its end. */
function endsList(next: Entry | undefined): boolean {
  if (next === undefined) return true;
  return (next.type === "field" || next.type === "declaration") && next.faulty === undefined;
}

/** What does not parse stands as the author wrote it, where the author wrote it. */
function asItIs(context: Context, entry: Entry, place: Place): Run {
  const piece = token(context.base, entry, "as is", place, context.base + entry.start);
  return { ...piece, end: trimmed(context.source.text, piece.start, piece.end) };
}

/** Where a brace is missing the indentation tells the blocks apart, so nothing may move. */
function hasOpenBlock(entry: Entry): boolean {
  if (entry.type === "import" || entry.block === undefined) return false;
  const { open, close, entries } = entry.block;
  return open.start === open.end || close.start === close.end || entries.some(hasOpenBlock);
}

/** Whether a syntax fault lies in an entry; with a block, only what stands before it counts. */
function isFaulty(context: Context, entry: Entry, block?: Block): boolean {
  if ("faulty" in entry && entry.faulty) return true;
  if (entry.type === "field" && entry.values.some((value) => value.faulty)) return true;
  const end = context.base + (block?.open.start ?? entry.end);
  return touchesFault(context.source, context.base + entry.start, end);
}

/** Keeps the author's space wherever something stands in it that no piece speaks for. */
function guarded(pieces: readonly Run[], source: SourceText): readonly Run[] {
  return pieces.map((piece, index) => {
    const last = pieces[index - 1];
    const from = last?.end ?? 0;
    const sameLine = last?.before === "as is" && !breaks(source, from, piece.start);
    return isBlank(source, from, piece.start, "comments") && !sameLine
      ? piece
      : { ...piece, before: "as is" };
  });
}
