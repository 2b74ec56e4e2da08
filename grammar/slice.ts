// A piece of a stream → its tokens and comments as a chunk has them, with the braces written in that it lacks.
import type { Piece, Repair } from "./braces.ts";
import { fault, place } from "./faults.ts";
import { commentsIn } from "./source.ts";
import type { Stream } from "./stream.ts";
import { Close, makeToken, Open, Skipped, Stray, type Token, Word } from "./tokens.ts";
import type { Comment, Fault } from "./tree.ts";

/** Blocks nest this deep. */
const deepest = 64;

export interface Slice {
  readonly tokens: Token[];
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
}

/**
 * The tokens of a piece, whose text is `text`: braces pair and nest only so deep. They are taken
 * from the stream, and count from the start of the piece from then on. Where the text `isOwn`, all
 * that they say is a part of it and of no larger text.
 */
export function sliceOf(stream: Stream, piece: Piece, text: string, isOwn: boolean): Slice {
  const { start, end } = piece;
  const comments = commentsIn(stream, start, end).map((comment) => ({
    ...comment,
    start: comment.start - start,
    end: comment.end - start,
    text: isOwn ? text.slice(comment.start - start, comment.end - start) : comment.text,
  }));
  const faults: Fault[] = [];
  for (const comment of comments) {
    if (comment.closed) continue;
    const message = "This comment has no end. Write */ where it ends.";
    const edits = [{ start: comment.end, end: comment.end, text: " */" }];
    faults.push(fault(comment, message, { title: "Write */ at the end", edits }));
  }
  const tokens = mended(stream.tokens.slice(piece.from, piece.to), piece);
  let depth = 0;
  let isDeep = false;
  for (const token of tokens) {
    token.startOffset -= start;
    token.end -= start;
    if (isOwn) token.image = text.slice(token.startOffset, token.end);
    if (token.tokenType === Open && ++depth > deepest) isDeep = true;
    else if (token.tokenType === Close) depth--;
  }
  return { tokens: isDeep ? skipDeep(tokens, text, faults) : tokens, comments, faults };
}

/** Writes braces of no width before the tokens that the repairs name, and marks those that close nothing. */
function mended(tokens: Token[], { from, repairs }: Piece): Token[] {
  if (repairs.length === 0) return tokens;
  const sorted = [...repairs].sort((a, b) => a.token - b.token || a.at - b.at);
  const result: Token[] = [];
  let next = 0;
  for (let index = 0; index <= tokens.length; index++) {
    let token = tokens[index];
    for (let one = sorted[next]; one?.token === from + index; one = sorted[++next]) {
      if (one.is !== "stray") result.push(written(one, result.at(-1)));
      else if (token !== undefined) token = strayOf(token);
    }
    if (token !== undefined) result.push(token);
  }
  return result;
}

function written({ is, at }: Repair, before: Token | undefined): Token {
  const line = before?.endLine ?? 0;
  return makeToken(is === "open" ? Open : Close, "", at, line, line);
}

function strayOf({ image, startOffset, line }: Token): Token {
  return makeToken(Stray, image, startOffset, line, line);
}

/** Takes out blocks that are nested too deep: one token and one fault for each. */
function skipDeep(tokens: readonly Token[], text: string, faults: Fault[]): Token[] {
  let depth = 0;
  let from = 0;
  const result: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.tokenType === Open && ++depth === deepest + 1) from = index;
    if (depth <= deepest) result.push(token);
    if (token.tokenType !== Close || depth-- !== deepest + 1) continue;
    result.push(skipped(tokens, from, token, text));
    faults.push(tooDeep(tokens, from));
  }
  return result;
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
