// The text of a chunk and the braces it lacks → tokens whose braces pair, for the parser.
import type { Repair } from "./braces.ts";
import { fault, place } from "./faults.ts";
import { noHorizon } from "./scan.ts";
import { openStream } from "./stream.ts";
import { Close, makeToken, Open, Skipped, Stray, type Token, Word } from "./tokens.ts";
import type { Comment, Fault } from "./tree.ts";

/** Blocks nest this deep. */
const deepest = 64;

export interface Ready {
  readonly tokens: Token[];
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
}

/** The tokens of a chunk with its repairs made. Whatever they are, braces pair and nest only so deep. */
export function tokensOf(text: string, repairs: readonly Repair[]): Ready {
  const stream = openStream(text, 0, noHorizon());
  while (stream.advance());
  const { tokens, comments } = stream;
  const faults: Fault[] = [];
  for (const comment of comments) {
    if (comment.closed) continue;
    const message = "This comment has no end. Write */ where it ends.";
    const edits = [{ start: comment.end, end: comment.end, text: " */" }];
    faults.push(fault(comment, message, { title: "Write */ at the end", edits }));
  }
  const paired = pair(insert(tokens, repairs), text.length);
  return { tokens: skipDeep(paired, text, faults), comments, faults };
}

/** Puts braces of no width where the repairs say, and marks those that close nothing. */
function insert(tokens: Token[], repairs: readonly Repair[]): Token[] {
  if (repairs.length === 0) return tokens;
  const sorted = [...repairs].sort((a, b) => a.at - b.at);
  const result: Token[] = [];
  let next = 0;
  const add = (until: number) => {
    for (let repair = sorted[next]; repair && repair.at <= until; repair = sorted[++next]) {
      if (repair.is === "stray") continue;
      const line = result.at(-1)?.endLine ?? 0;
      result.push(makeToken(repair.is === "open" ? Open : Close, "", repair.at, line, line));
    }
  };
  const strays = new Set(repairs.filter((one) => one.is === "stray").map((one) => one.at));
  for (const token of tokens) {
    add(token.startOffset);
    const { image, startOffset, line } = token;
    result.push(strays.has(startOffset) ? makeToken(Stray, image, startOffset, line, line) : token);
  }
  add(Number.POSITIVE_INFINITY);
  return result;
}

/** Makes sure that braces pair, so that the grammar always comes to its end. */
function pair(tokens: readonly Token[], end: number): Token[] {
  let depth = 0;
  const result: Token[] = [];
  for (const token of tokens) {
    const isExtra = token.tokenType === Close && depth === 0;
    if (token.tokenType === Open) depth++;
    else if (token.tokenType === Close && depth > 0) depth--;
    const { image, startOffset, line } = token;
    if (!isExtra) result.push(token);
    // One that a repair has put there and that closes nothing is none.
    else if (image !== "") result.push(makeToken(Stray, image, startOffset, line, line));
  }
  const line = tokens.at(-1)?.endLine ?? 0;
  for (; depth > 0; depth--) result.push(makeToken(Close, "", end, line, line));
  return result;
}

/** Takes out blocks that are nested too deep: one token and one fault for each. */
function skipDeep(tokens: Token[], text: string, faults: Fault[]): Token[] {
  let depth = 0;
  let from: number | undefined;
  let result: Token[] | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.tokenType === Open && ++depth === deepest + 1) {
      result ??= tokens.slice(0, index);
      from = index;
    }
    if (from === undefined) result?.push(token);
    if (token.tokenType === Close && depth-- === deepest + 1 && from !== undefined) {
      result?.push(skipped(tokens, from, token, text));
      faults.push(tooDeep(tokens, from));
      from = undefined;
    }
  }
  return result ?? tokens;
}

function skipped(tokens: readonly Token[], from: number, close: Token, text: string): Token {
  const open = tokens[from];
  const start = open?.startOffset ?? 0;
  return makeToken(Skipped, text.slice(start, close.end), start, open?.line ?? 0, close.endLine);
}

function tooDeep(tokens: readonly Token[], from: number): Fault {
  let at = from - 1;
  while (tokens[at] !== undefined && tokens[at]?.tokenType !== Word) at--;
  const brace = tokens[from];
  const token = tokens[at] ?? brace;
  const span = token === undefined ? { start: 0, end: 0 } : place(token);
  return fault(
    span,
    `Blocks nest at most ${deepest} deep. Move this one out, and name what it belongs to in a field such as 'supports'.`,
  );
}
