// A text and an offset → what the parser makes of a word that is put there, and what completion takes the place to be.
import { parseFile } from "../../grammar/parser.ts";
import { type Lexeme, tokensIn } from "../../grammar/stream.ts";
import type {
  Block,
  Chunk,
  Declaration,
  Entry,
  Field,
  FileTree,
  Import,
  Span,
} from "../../grammar/tree.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf } from "../../grammar/vocabulary.ts";
import type { Enclosure } from "../../server/cursor/frame.ts";
import { typingAt } from "../../server/cursor/slot.ts";
import type { Query } from "../../server/cursor/spot.ts";
import { outline } from "../../server/model/outline.ts";

/** No kind, no field, no word of the language, and none that is nearly one. */
const mark = "qqzzx";

/**
 * Where a word lands that is put at an offset of a file, as the tree of the new text has it:
 *
 * - `entry in …`: it begins something in a block, be it a field, a declaration or nothing yet, or
 *   stands behind a comma where a field has its one value; `declarations in …`: where a declaration
 *   lands that is put there, unless a name, a title, a colon or a block stands behind the word;
 * - `value of status in …`: it stands behind the name of a field that is known there;
 * - `name of kpi in …`: it is, or begins, the name of a declaration of a kind that is known;
 * - `path in …`: it stands where a path is written, in its quotes or without them;
 * - `from`: it stands behind the name of an import without a path;
 * - `comment`;
 * - `nothing`: in a text or among words that should be one, behind a title, in something unknown.
 *
 * Behind `in` stands the innermost block: its kind and name, its field, `file`, or `?`.
 */
export function landingIn(tree: FileTree, offset: number): string {
  const { text } = tree;
  const landing = put(tree, text.slice(0, offset), mark, text.slice(offset));
  if (landing.chunk.comments.some((one) => holds(one, landing.place))) return "comment";
  const { token, entry, around } = landing;
  if (token === undefined || entry === undefined) return "nothing";
  const read = inEntry(entry, token, landing);
  const found = read === "further" ? "entry" : read;
  if (found !== "entry")
    return found === "from" || found === "nothing" ? found : `${found} in ${around}`;
  const isBefore = token.start === landing.place.start && token.end > landing.place.end;
  if (read === "entry" && !isBefore && isBegun(landing.chunk, entry)) return `entry in ${around}`;
  // What stands before the place in its word is left out, and what stands behind it.
  const word = token.start < landing.place.start ? token.text : mark;
  const start = offset - word.indexOf(mark);
  const rest = text.slice(start + word.length - mark.length);
  const head = put(tree, text.slice(0, start), `${mark} ${mark} {} `, rest);
  return `entry in ${around}, declarations in ${head.around}`;
}

/** What completion takes a place to be, in the same words. */
export function takenFor(query: Query): string {
  const { slot, frame, outer } = typingAt(query);
  switch (slot.is) {
    case "nothing":
    case "comment":
    case "from":
      return slot.is;
    case "rule":
      return "comment";
    case "entry": {
      const found = `entry in ${nameOf(frame)}`;
      return slot.begun !== undefined ? found : `${found}, declarations in ${nameOf(outer)}`;
    }
    case "name":
      return `name of ${slot.kind.name} in ${nameOf(frame)}`;
    case "value":
      return `value of ${slot.entry.name} in ${nameOf(frame)}`;
    case "path":
      return `path in ${nameOf(frame)}`;
  }
}

function nameOf({ owner, place, entity }: Enclosure): string {
  if (owner === undefined) return place === "file" ? "file" : "?";
  return owner.name === place ? `${owner.name} ${entity?.name ?? ""}` : owner.name;
}

interface Landing {
  readonly chunk: Chunk;
  readonly place: Span;
  /** The token that the word has become, or a part of. */
  readonly token: Lexeme | undefined;
  /** The innermost entry that holds it, and the block that this stands in. */
  readonly entry: Entry | undefined;
  readonly around: string;
  readonly owner: KindEntry | FieldEntry | undefined;
}

function put(tree: FileTree, before: string, word: string, behind: string): Landing {
  // A quote right behind a word is one that belongs to it.
  const blank = /^["'`\u2018\u201c-\u201f\u00ab\uff02]/.test(behind) ? " " : "";
  const { chunks, starts } = parseFile(before + word + blank + behind, tree);
  const index = starts.findLastIndex((start) => start <= before.length);
  const chunk = chunks[index];
  if (chunk === undefined) throw new Error("The word has landed nowhere.");
  const start = before.length - (starts[index] ?? 0);
  const place = { start, end: start + mark.length };
  const token = tokensIn(chunk.text, 0, chunk.text.length).find((one) => holds(one, place));
  return { chunk, place, token, ...innermost(chunk, chunk.entries, place) };
}

function innermost(
  chunk: Chunk,
  entries: readonly Entry[],
  place: Span,
  around = "file",
  owner?: KindEntry | FieldEntry,
): Pick<Landing, "entry" | "around" | "owner"> {
  const entry = entries.find((one) => holds(one, place));
  const block = entry === undefined || entry.type === "import" ? undefined : entry.block;
  if (block === undefined || !isInside(block, place)) return { entry, around, owner };
  const field = entry?.type === "field" && owner ? fieldOf(owner, entry.name.text) : undefined;
  const kind = entry?.type === "declaration" ? kindIn(chunk, entry) : undefined;
  const name = entry?.type === "declaration" ? (entry.name?.text ?? "") : "";
  const called = kind ? `${kind.name} ${name}` : (field?.name ?? "?");
  return innermost(chunk, block.entries, place, called, kind ?? field);
}

function kindIn(chunk: Chunk, node: Declaration): KindEntry | undefined {
  const entity = outline(chunk).entities.find((one) => one.node === node);
  return kindOf(entity?.kind ?? "");
}

function inEntry(entry: Entry, token: Lexeme, { chunk, owner }: Landing): string {
  const isText = token.is === "text";
  if (!isText && token.start === entry.start) return "entry";
  switch (entry.type) {
    case "declaration": {
      const kind = kindOf(entry.kind.text);
      return kind && !isText && entry.name?.start === token.start
        ? `name of ${kind.name}`
        : "nothing";
    }
    case "field":
      return inField(entry, token, owner);
    case "import":
      return inImport(chunk, entry, token);
    case "junk":
      return "nothing";
  }
}

/** Whether a head has more than its first word, or the name of a field its colon or block. */
function isBegun(chunk: Chunk, entry: Entry): boolean {
  if (entry.type === "declaration") return (entry.name ?? entry.title ?? entry.block) !== undefined;
  if (entry.type !== "field") return false;
  const { name, values, colon, block } = entry;
  if (colon !== undefined) return true;
  const between = chunk.text.slice(name.end, (values[0] ?? block)?.start ?? name.end);
  return block !== undefined || between.trim() !== "";
}

function inField(field: Field, token: Lexeme, owner: Landing["owner"]): string {
  const row = holds(field.name, token) ? undefined : owner && fieldOf(owner, field.name.text);
  if (row?.name === "actuals") return "path";
  if (row === undefined || token.is === "text") return "nothing";
  const index = field.values.findLastIndex((value) => value.start <= token.start);
  const value = field.values[index];
  if (index > 0 && row.list === undefined) return "further";
  const { head, until, length, at, per } = value ?? {};
  const isProse = value && value.start < token.start && !(head ?? until ?? length ?? at ?? per);
  return isProse ? "nothing" : `value of ${row.name}`;
}

function inImport(chunk: Chunk, { name, path }: Import, token: Lexeme): string {
  if (path !== undefined && holds(path, token)) return "path";
  if (token.is === "text" || path !== undefined || name === undefined) return "nothing";
  const between = chunk.text
    .slice(name.end, token.start)
    .replace(/\/\*.*?\*\//gs, "")
    .trim();
  if (token.start <= name.start) return "nothing";
  return between === "" ? "from" : between === "from" ? "path" : "nothing";
}

function holds(span: Span, place: Span): boolean {
  return span.start <= place.start && place.end <= span.end;
}

function isInside(block: Block, place: Span): boolean {
  return block.open.end <= place.start && place.end <= block.close.start;
}
