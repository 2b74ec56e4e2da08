// A place in half-typed text → what may be written there: an entry, a name, a value, a path, a rule.
import type { Lexeme } from "../../grammar/stream.ts";
import type {
  Comment,
  Declaration,
  Entry,
  Field,
  Import,
  Span,
  Value,
} from "../../grammar/tree.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf } from "../../grammar/vocabulary.ts";
import { type Enclosure, frameOf } from "./frame.ts";
import { encloses, type Probe, probe, probeHead } from "./probe.ts";
import type { Query } from "./spot.ts";

/** What may stand at a place. */
export type Slot =
  | { readonly is: "nothing" }
  /**
   * A field or a declaration; at the top level also an import. `begun` is what the word at the place
   * begins already: behind it stands the rest of a field, or the name, title or block of a declaration.
   */
  | { readonly is: "entry"; readonly begun: "field" | "declaration" | undefined }
  /** The name of a new declaration. */
  | { readonly is: "name"; readonly kind: KindEntry }
  /**
   * `before`: the words of this value that stand already; `others`: the other names of the list;
   * `signed`: a colon, or what is taken for one, stands behind the name of the field.
   */
  | {
      readonly is: "value";
      readonly entry: FieldEntry;
      readonly before: readonly Lexeme[];
      readonly others: readonly string[];
      readonly signed: boolean;
    }
  /** Inside the quotes of a text, or where one should open. */
  | { readonly is: "path"; readonly of: FieldEntry | "import"; readonly quoted: boolean }
  | { readonly is: "from" }
  | { readonly is: "comment" }
  /** Behind `// ignore `. */
  | { readonly is: "rule"; readonly rules: readonly string[] };

/** A slot, what of it is typed already, and the block around it. */
export interface Typing {
  readonly slot: Slot;
  /** The block to which a field would belong. */
  readonly frame: Enclosure;
  /** The block to which a declaration would belong: one without its brace may end before it. */
  readonly outer: Enclosure;
  /** The word at the cursor, in offsets of the file; empty where there is none. */
  readonly word: Span;
}

const nothing: Slot = { is: "nothing" };

/** What may be written at a place: what the grammar makes of a word that is put there. */
export function typingAt(query: Query): Typing {
  const { offset } = query;
  const { tree } = query.file;
  const found = probe(tree, offset);
  const frame = frameOf(query, found);
  const none = { start: offset, end: offset };
  if (found.comment !== undefined)
    return { ...ruleSlot(found.comment, found.mark, offset), frame, outer: frame };
  const slot = slotOf(found, frame);
  const word = wordOf(found, offset) ?? none;
  const outer =
    slot.is === "entry" && slot.begun === undefined ? frameOf(query, probeHead(tree, word)) : frame;
  return { slot, frame, outer, word };
}

function ruleSlot(comment: Comment, mark: Span, offset: number): Pick<Typing, "slot" | "word"> {
  const before = comment.text.slice(0, mark.start - comment.start);
  const match = /^\/\/\s*ignore(?:-file)?\s+((?:[a-z-]+\s*,\s*)*)([a-z-]*)$/.exec(before);
  if (match === null) return { slot: { is: "comment" }, word: { start: offset, end: offset } };
  const [, earlier = "", typed = ""] = match;
  const behind = comment.text.slice(mark.end - comment.start);
  const rest = /^[a-z-]*/.exec(behind)?.[0].length ?? 0;
  return {
    slot: { is: "rule", rules: earlier.split(",").map((rule) => rule.trim()) },
    word: { start: offset - typed.length, end: offset + rest },
  };
}

/** The word that the place lies in or behind, or what stands between the quotes around it. */
function wordOf({ token, mark, spot, growth }: Probe, offset: number): Span | undefined {
  if (token === undefined || (token.is !== "text" && token.start === mark.start)) return undefined;
  const long = token.text.startsWith('"""') ? 3 : 1;
  const quotes = token.is === "text" ? long : 0;
  const start = spot.start + token.start + quotes;
  if (!token.closed) return { start, end: offset };
  return { start, end: Math.max(offset, spot.start + token.end - quotes - growth) };
}

function slotOf(found: Probe, frame: Enclosure): Slot {
  const { entry, token } = found;
  if (entry === undefined || token === undefined) return nothing;
  switch (entry.type) {
    case "declaration":
      return inDeclaration(entry, token, found);
    case "field":
      return inField(entry, token, found, frame);
    case "import":
      return inImport(entry, token, found);
    case "junk":
      return begins(entry, token) ? { is: "entry", begun: undefined } : nothing;
  }
}

/** Whether an entry begins with a token, and that with the word. */
function begins(entry: Entry, token: Lexeme): boolean {
  return token.is !== "text" && token.start === entry.start;
}

/** Whether the place lies right before a word: another one is to be written there. */
function isBefore(token: Lexeme, mark: Span): boolean {
  return token.start === mark.start && token.end > mark.end;
}

function inDeclaration(entry: Declaration, token: Lexeme, { mark }: Probe): Slot {
  const { kind, name, title, block } = entry;
  if (begins(entry, token)) {
    const isBegun = (name ?? title ?? block) !== undefined && !isBefore(token, mark);
    return { is: "entry", begun: isBegun ? "declaration" : undefined };
  }
  if (token.is === "text") return nothing;
  const known = kindOf(kind.text);
  return token.start === name?.start && known ? { is: "name", kind: known } : nothing;
}

function inField(field: Field, token: Lexeme, found: Probe, { owner }: Enclosure): Slot {
  const { name, colon, values } = field;
  if (encloses(name, token)) {
    const isBegun = isSigned(field, found) && !isBefore(token, found.mark);
    const begun = isBegun ? "field" : undefined;
    return begins(field, token) ? { is: "entry", begun } : nothing;
  }
  const entry = owner && fieldOf(owner, name.text);
  if (entry === undefined) return nothing;
  if (isPath(entry)) return { is: "path", of: entry, quoted: token.is === "text" };
  if (token.is === "text") return nothing;
  const index = values.findLastIndex((value) => value.start <= token.start);
  // Behind a comma, what takes one value has got it.
  if (index > 0 && !entry.list) return { is: "entry", begun: undefined };
  const value = values[index];
  const behind = found.before.filter(
    (one) => one.start >= (colon === undefined ? name.end : colon + 1),
  );
  const before = behind.filter((one) => value !== undefined && one.start >= value.start);
  if (value !== undefined && before.length > 0 && isProse(value)) return nothing;
  return {
    is: "value",
    entry,
    before: lastOfList(before),
    others: othersIn(field, token),
    signed: colon !== undefined || behind.length > before.length,
  };
}

/** Whether a colon stands behind the name of a field, or what is taken for one, or its block. */
function isSigned({ name, colon, values, block }: Field, { spot }: Probe): boolean {
  const sign = spot.chunk.text.slice(name.end, values[0]?.start ?? name.end);
  return (colon ?? block) !== undefined || sign.trim() !== "";
}

/** Whether words stand where a value belongs that are none: a text without its quotes. */
function isProse({ head, until, length, at, per }: Value): boolean {
  return (head ?? until ?? length ?? at ?? per) === undefined;
}

/** Of `after a, b` only what counts for the last name. */
function lastOfList(before: readonly Lexeme[]): readonly Lexeme[] {
  const [first] = before;
  const comma = before.findLastIndex((one) => /^[,;\uff0c\u3001\uff1b]$/.test(one.text));
  return first?.text === "after" && comma > 0 ? [first, ...before.slice(comma + 1)] : before;
}

/** The names in the values of a field, that at the cursor aside. */
function othersIn({ values }: Field, token: Lexeme): readonly string[] {
  return values
    .flatMap(({ head }) => {
      if (head?.type === "after") return head.references;
      return head?.type === "reference" ? [head] : [];
    })
    .filter((one) => !encloses(one, token))
    .map(({ path }) => path.map((word) => word.text).join("."));
}

function inImport({ start, name, path }: Import, token: Lexeme, { before }: Probe): Slot {
  if (path !== undefined && encloses(path, token))
    return { is: "path", of: "import", quoted: true };
  if (token.is === "text") return nothing;
  if (token.start === start) return { is: "entry", begun: undefined };
  const [from, ...more] = before.slice(2);
  if (name === undefined || token.start <= name.start || path || more.length > 0) return nothing;
  if (from === undefined) return { is: "from" };
  return from.text === "from" ? { is: "path", of: "import", quoted: false } : nothing;
}

/** Whether the text of a field is the path of a file. */
function isPath(field: FieldEntry): boolean {
  return field.name === "actuals";
}
