// A place in half-typed text → what may be written there: an entry, a name, a value, a path, a rule.
import type { Span } from "../../grammar/tree.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf } from "../../grammar/vocabulary.ts";
import { type Enclosure, frameAt } from "./frame.ts";
import { type Scanned, scan } from "./scan.ts";
import { type Query, spotAt } from "./spot.ts";

/** What may stand at a place. */
export type Slot =
  | { readonly is: "nothing" }
  /** A field or a declaration; at the top level also an import. */
  | { readonly is: "entry" }
  /** The name of a new declaration. */
  | { readonly is: "name"; readonly kind: KindEntry }
  /** `before`: the words of this value that stand already; `others`: the earlier names of the list. */
  | {
      readonly is: "value";
      readonly entry: FieldEntry;
      readonly before: readonly Scanned[];
      readonly others: readonly string[];
    }
  /** Inside the quotes of a text, or where one should open. */
  | {
      readonly is: "path";
      readonly of: FieldEntry | "import";
      readonly quoted: boolean;
      readonly typed: string;
    }
  | { readonly is: "from" }
  /** Behind `// ignore `. */
  | { readonly is: "rule"; readonly rules: readonly string[] };

/** A slot, what of it is typed already, and the block around it. */
export interface Typing {
  readonly slot: Slot;
  readonly frame: Enclosure;
  /** The word at the cursor, in offsets of the file; empty where there is none. */
  readonly word: Span;
  /** Something stands on the line before the word, so that a field would share the line. */
  readonly inline: boolean;
}

type Mode =
  | { readonly is: "entry" }
  | { readonly is: "word"; readonly word: Scanned }
  | { readonly is: "named" | "titled" }
  | {
      readonly is: "value";
      readonly entry: FieldEntry | undefined;
      /** Both grow as a value is read: a copy with each word would cost the length of it each time. */
      readonly before: Scanned[];
      readonly others: string[];
      readonly comma: boolean;
    }
  | { readonly is: "import"; readonly step: "name" | "from" | "path" };

const entry: Mode = { is: "entry" };

/** What may be written at a place. */
export function typingAt(query: Query): Typing {
  const { text } = query.file.tree;
  const frame = frameAt(query);
  const none = { start: query.offset, end: query.offset };
  if (inLongText(query)) return { slot: { is: "nothing" }, frame, word: none, inline: true };
  const tokens = scan(text, frame.from, query.offset, frame.skip);
  const last = tokens.at(-1);
  const open = last !== undefined && last.end === query.offset && !last.closed ? last : undefined;
  const typed = last?.end === query.offset && /^(?:word|number)$/.test(last.type) ? last : open;
  const before = tokens.filter((token) => token !== typed && token.type !== "comment");
  const newLine = /[\r\n]/.test(
    text.slice(before.at(-1)?.end ?? frame.from, typed?.start ?? query.offset),
  );
  const inline = before.length > 0 && !newLine;
  if (open?.type === "comment") return { ...ruleSlot(open, text, query.offset), frame, inline };
  const mode = settle(modeBehind(before, frame), newLine, typed);
  const quotes = /^"*/.exec(open?.text ?? "")?.[0].length ?? 0;
  const word =
    typed === undefined ? none : { start: typed.start + quotes, end: wordEnd(text, typed, open) };
  return { slot: slotOf(mode, frame, open), frame, word, inline };
}

function inLongText(query: Query): boolean {
  const spot = spotAt(query);
  return (
    spot?.path.some(
      (node) =>
        node.type === "text" && node.long && node.start + 2 < spot.at && spot.at < node.end - 2,
    ) ?? false
  );
}

/** The end of the word that the cursor stands in, which may lie behind the cursor. */
function wordEnd(text: string, typed: Scanned, open: Scanned | undefined): number {
  if (open !== undefined) {
    const rest = /^[^"\r\n]*/.exec(text.slice(typed.end))?.[0] ?? "";
    return text[typed.end + rest.length] === '"' ? typed.end + rest.length : typed.end;
  }
  const rest = /^(?:[\p{XIDC}\u200C\u200D]|-)*/u.exec(text.slice(typed.end, typed.end + 200));
  return typed.end + (rest?.[0].length ?? 0);
}

function ruleSlot(comment: Scanned, text: string, offset: number): Pick<Typing, "slot" | "word"> {
  const none = { start: offset, end: offset };
  const match = /^\/\/\s*ignore(?:-file)?\s+((?:[a-z-]+\s*,\s*)*)([a-z-]*)$/.exec(comment.text);
  if (match === null) return { slot: { is: "nothing" }, word: none };
  const [, earlier = "", typed = ""] = match;
  const rest = /^[a-z-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  return {
    slot: { is: "rule", rules: earlier.split(",").map((rule) => rule.trim()) },
    word: { start: offset - typed.length, end: offset + rest },
  };
}

function modeBehind(tokens: readonly Scanned[], frame: Enclosure): Mode {
  let mode = entry;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    mode = step(settle(mode, token.newLine, token), token, next, frame);
  }
  return mode;
}

/** What a line end does: it ends everything but a list behind a comma and what may stand on the next line. */
function settle(mode: Mode, newLine: boolean, token: Scanned | undefined): Mode {
  if (!newLine) return mode;
  const opens = token?.type === "text" || token?.text === "{}";
  switch (mode.is) {
    case "value":
      if (mode.comma && mode.before.every((one) => one.text === "after")) return mode;
      return mode.before.length === 0 && token?.type === "text" ? mode : entry;
    case "named":
    case "titled":
      return opens ? mode : entry;
    default:
      return entry;
  }
}

function step(mode: Mode, token: Scanned, next: Scanned | undefined, frame: Enclosure): Mode {
  switch (mode.is) {
    case "entry":
    case "titled":
      return start(token, frame);
    case "word":
      return behindWord(mode.word, token, frame);
    case "named":
      if (token.type === "text") return { is: "titled" };
      return token.text === "{}" ? entry : start(token, frame);
    case "value":
      return behindColon(mode, token, next, frame);
    case "import":
      if (mode.step === "name") return { is: "import", step: "from" };
      return mode.step === "from" ? { is: "import", step: "path" } : entry;
  }
}

function start(token: Scanned, frame: Enclosure): Mode {
  if (token.type !== "word") return entry;
  if (token.text === "import" && frame.place === "file") return { is: "import", step: "name" };
  return { is: "word", word: token };
}

function behindWord(word: Scanned, token: Scanned, frame: Enclosure): Mode {
  const field = frame.owner && fieldOf(frame.owner, word.text);
  const value: Mode = { is: "value", entry: field, before: [], others: [], comma: false };
  if (token.text === ":" || token.text === "=") return value;
  if (token.text === "{}") return entry;
  if (token.type === "text") return { is: "titled" };
  if (token.type !== "word") return field === undefined ? entry : { ...value, before: [token] };
  return kindOf(word.text) !== undefined || field === undefined
    ? { is: "named" }
    : { ...value, before: [token] };
}

function behindColon(
  mode: Mode & { is: "value" },
  token: Scanned,
  next: Scanned | undefined,
  frame: Enclosure,
): Mode {
  if (token.text === "{}") return entry;
  const [first] = mode.before;
  if (token.text === ",") {
    const after = first?.text === "after" && mode.before.length > 1;
    if (!after && !mode.entry?.list) return entry;
    const words = mode.before.slice(after ? 1 : 0);
    // What stands behind the name is how much of it: `platform 4 FTE`.
    const end = words.findIndex((one) => one.type !== "word" && one.text !== ".");
    const name = words
      .slice(0, end < 0 ? words.length : end)
      .map((one) => one.text)
      .join("");
    mode.others.push(name);
    return { ...mode, before: after && first ? [first] : [], comma: true };
  }
  const behind = next !== undefined && !next.newLine ? next.text : "";
  const starts = token.type === "word" && (behind === ":" || behind === "{}");
  if (starts && (first !== undefined || mode.comma)) return start(token, frame);
  if (!continues(mode.before, token)) return start(token, frame);
  mode.before.push(token);
  return { ...mode, comma: false };
}

/** Whether a token can belong to the value before it. */
function continues(before: readonly Scanned[], token: Scanned): boolean {
  const last = before.at(-1);
  if (last === undefined || last.text === "." || last.text === "after") return true;
  if (token.type === "word")
    return last.type === "number" || /^(?:on|by|for|per)$/.test(token.text) || last.text === "per";
  return token.type !== "text";
}

function slotOf(mode: Mode, frame: Enclosure, open: Scanned | undefined): Slot {
  if (open !== undefined) return textSlot(mode, open);
  switch (mode.is) {
    case "entry":
      return { is: "entry" };
    case "word": {
      const kind = kindOf(mode.word.text);
      return kind !== undefined && (frame.owner === undefined || frame.place)
        ? { is: "name", kind }
        : { is: "nothing" };
    }
    case "value": {
      const { entry: of, before, others } = mode;
      if (of === undefined) return { is: "nothing" };
      if (isPath(of)) return { is: "path", of, quoted: false, typed: "" };
      return { is: "value", entry: of, before, others };
    }
    case "import":
      if (mode.step === "path") return { is: "path", of: "import", quoted: false, typed: "" };
      return mode.step === "from" ? { is: "from" } : { is: "nothing" };
    default:
      return { is: "nothing" };
  }
}

function textSlot(mode: Mode, open: Scanned): Slot {
  const typed = open.text.replace(/^"+/, "");
  if (mode.is === "import" && mode.step === "path")
    return { is: "path", of: "import", quoted: true, typed };
  if (mode.is === "value" && mode.entry && isPath(mode.entry))
    return { is: "path", of: mode.entry, quoted: true, typed };
  return { is: "nothing" };
}

/** Whether the text of a field is the path of a file. */
function isPath(field: FieldEntry): boolean {
  return field.name === "actuals";
}
