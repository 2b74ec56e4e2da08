// A text in JSON with comments → values that know their places, and what is wrong with the text.
import {
  createScanner,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";

/** A value and where it stands. */
export interface Json {
  readonly start: number;
  readonly end: number;
  /** Objects are maps, so that no key of a text can mean something to the program. */
  readonly value: string | number | boolean | null | readonly Json[] | ReadonlyMap<string, Member>;
}

/** A value in an object, with its key. */
export interface Member {
  readonly key: Key;
  readonly json: Json;
}

export interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface JsonText {
  /** Undefined where no value stands in it. */
  readonly json: Json | undefined;
  /** The first place that cannot be read. */
  readonly fault?: { readonly start: number; readonly end: number; readonly message: string };
  /** Keys that stand in an object once more; the first one counts. */
  readonly again: readonly Key[];
}

/** Settings need four levels; the parser needs some of the stack for each. */
const deepest = 50;

/** Reads a text. What stands before the first fault is read all the same. */
export function readJson(text: string): JsonText {
  const tooDeep = depthFault(text);
  const whole = tooDeep === undefined ? text : text.slice(0, tooDeep);
  const errors: ParseError[] = [];
  const tree = parseTree(whole, errors, { allowTrailingComma: true, disallowComments: false });
  const again: Key[] = [];
  const json = tree && jsonOf(tree, again);
  if (tooDeep !== undefined) {
    const message = `Brackets are nested more than ${deepest} deep here. Take some away; what stands before them still holds.`;
    return { json, fault: { start: tooDeep, end: tooDeep + 1, message }, again };
  }
  const [first] = errors;
  // A file of comments only sets nothing, as an empty one.
  if (first === undefined || (json === undefined && isOnlyMissing(errors, text)))
    return { json, again };
  const message = `This is not readable as JSON here (${spaced(printParseErrorCode(first.error))}). Mend it; what stands before it still holds.`;
  const { offset, length } = first;
  // What is missing at the end is missing behind the last character.
  const end = Math.min(offset + Math.max(length, 1), text.length);
  return { json, fault: { start: Math.min(offset, end), end, message }, again };
}

/** Where brackets are nested too deep. */
function depthFault(text: string): number | undefined {
  const scanner = createScanner(text, true);
  // A bracket that closes another kind than is open closes nothing, here as in the parser.
  const open: string[] = [];
  for (;;) {
    scanner.scan();
    const [start, length] = [scanner.getTokenOffset(), scanner.getTokenLength()];
    // Behind a comment that is never closed, even the end has a length.
    if (start >= text.length) return undefined;
    const token = text.slice(start, start + Math.min(length, 2));
    if (token === "{" || token === "[") open.push(token);
    if (open.length > deepest) return start;
    if (token === "}" && open.at(-1) === "{") open.pop();
    if (token === "]" && open.at(-1) === "[") open.pop();
  }
}

function jsonOf({ type, offset, length, value, children = [] }: Node, again: Key[]): Json {
  const place = { start: offset, end: offset + length };
  if (type === "array") return { ...place, value: children.map((child) => jsonOf(child, again)) };
  if (type !== "object") return { ...place, value: plainOf(value) };
  const members = new Map<string, Member>();
  for (const { children: [left, right] = [] } of children) {
    if (left === undefined || right === undefined) continue;
    const name = String(left.value);
    const key = { name, start: left.offset, end: left.offset + left.length };
    if (members.has(name)) again.push(key);
    else members.set(name, { key, json: jsonOf(right, again) });
  }
  return { ...place, value: members };
}

function plainOf(value: unknown): string | number | boolean | null {
  const isPlain =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? value : null;
}

function isOnlyMissing(errors: readonly ParseError[], text: string): boolean {
  return errors.every(
    ({ error, offset }) =>
      printParseErrorCode(error) === "ValueExpected" && offset >= text.trimEnd().length,
  );
}

function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
