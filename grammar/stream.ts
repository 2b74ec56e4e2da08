// Text → its tokens and comments, read as they are asked for: the one reader of the language.
import { isLineEnd } from "./lines.ts";
import { readNumberWord } from "./numbers.ts";
import {
  commentEnd,
  type Horizon,
  isOtherQuote,
  isSpace,
  noHorizon,
  startsComment,
  type TextSpan,
  textAt,
} from "./scan.ts";
import {
  Address,
  Close,
  Colon,
  Comma,
  DateWord,
  Digits,
  Dot,
  DotDot,
  makeToken,
  NumberWord,
  Open,
  Other,
  PercentSign,
  Quoted,
  type Token,
  Word,
} from "./tokens.ts";
import type { Comment, Span } from "./tree.ts";
import { addressEnd, isAddressSlash, isWordCode, nameEnd, nameRestEnd } from "./words.ts";

type TokenType = Token["tokenType"];

/** ASCII marks, and the full-width and other marks that are read as them, by code. */
const marks = new Map<number, readonly [TokenType, string | undefined]>([
  [58, [Colon, undefined]],
  [44, [Comma, undefined]],
  [59, [Comma, ","]],
  [46, [Dot, undefined]],
  [37, [PercentSign, undefined]],
  [123, [Open, undefined]],
  [125, [Close, undefined]],
  [0xff1a, [Colon, ":"]],
  [0xff0c, [Comma, ","]],
  [0x3001, [Comma, ","]],
  [0xff1b, [Comma, ","]],
  [0xff0e, [Dot, "."]],
  [0x2025, [DotDot, ".."]],
  [0x2026, [DotDot, ".."]],
  [0xff05, [PercentSign, "%"]],
  [0xff5b, [Open, "{"]],
  [0xff5d, [Close, "}"]],
]);

/** Tokens that are read as they are asked for. Line ends and spaces are none; each token knows its lines. */
export interface Stream {
  readonly text: string;
  readonly horizon: Horizon;
  /** Those that have been read so far. */
  readonly tokens: Token[];
  /** The comments before them, and where each begins. */
  readonly comments: Comment[];
  readonly commentStarts: number[];
  /** Where what was read depends on what stands beyond it, and how far on: without end, where an end is missing. */
  readonly farStarts: number[];
  readonly farReaches: number[];
  /** Reads one more token; false at the end of the text. */
  advance(): boolean;
}

/** A stream of the tokens from an offset on. Lines are counted from that offset. */
export function openStream(text: string, from = 0): Stream {
  const horizon = noHorizon();
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const commentStarts: number[] = [];
  const farStarts: number[] = [];
  const farReaches: number[] = [];
  let at = from;
  let line = 0;

  const reachFar = (reach: number) => {
    farStarts.push(at);
    farReaches.push(reach);
  };

  const readComment = () => {
    const end = commentEnd(text, at, horizon);
    const image = text.slice(at, Math.abs(end));
    const isLine = !image.startsWith("/*");
    const closed = end >= 0;
    if (!closed) reachFar(Number.POSITIVE_INFINITY);
    commentStarts.push(at);
    comments.push({ start: at, end: at + image.length, line: isLine, closed, text: image });
    if (!isLine) line += countLines(image);
    at += image.length;
  };

  const push = (type: TokenType, end: number, instead?: string, quotes?: TextSpan) => {
    const image = text.slice(at, end);
    const start = line;
    if (quotes?.quotes === "long") line += countLines(image);
    tokens.push(makeToken(type, image, at, start, line, instead, quotes));
    at = end;
    return true;
  };

  const readText = (): boolean => {
    horizon.reach = at;
    const quotes = textAt(text, at, horizon);
    const isOpen = quotes?.quotes === "long" && !quotes.closed;
    const reach = isOpen ? Number.POSITIVE_INFINITY : horizon.reach;
    if (reach > (quotes?.end ?? at)) reachFar(reach);
    return quotes !== undefined && push(Quoted, quotes.end, undefined, quotes);
  };

  const readMark = (code: number): boolean => {
    const mark = marks.get(code);
    if (mark === undefined) return push(Other, otherEnd(text, at));
    const [type, instead] = mark;
    if (type !== Dot) return push(type, at + 1, instead);
    const twice = marks.get(text.charCodeAt(at + 1))?.[0] === Dot;
    return push(twice ? DotDot : Dot, at + (twice ? 2 : 1), instead && (twice ? ".." : "."));
  };

  const advance = (): boolean => {
    let code = text.charCodeAt(at);
    for (; at < text.length; code = text.charCodeAt(at)) {
      if (isSpace(code)) {
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
        at++;
      } else if ((code === 47 || code === 35) && startsComment(text, at)) readComment();
      else break;
    }
    if (at >= text.length) return false;
    const name = nameEnd(text, at);
    if (name > at) {
      const isSlash = text.charCodeAt(name + 1) === 47 && text.startsWith("://", name);
      const isAddress = isSlash && isAddressSlash(text, name + 1);
      return isAddress ? push(Address, addressEnd(text, at)) : push(Word, name);
    }
    const number = readNumberWord(text, at);
    if (number !== undefined) return push(numbers[number.type], number.end, number.instead);
    return ((code === 34 || isOtherQuote(code)) && readText()) || readMark(code);
  };

  return { text, horizon, tokens, comments, commentStarts, farStarts, farReaches, advance };
}

const numbers = { number: NumberWord, date: DateWord, digits: Digits } as const;

function countLines(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code) && !(code === 13 && text.charCodeAt(at + 1) === 10)) lines++;
  }
  return lines;
}

/** A run of characters that mean nothing in the language. Marks of assignment stand alone. */
function otherEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === 34 || marks.has(code) || isOtherQuote(code)) break;
    if (code === 47 && startsComment(text, at)) break;
    if (code < 128 ? isWordCode(code) : nameRestEnd(text, at) > at) break;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return Math.max(at, from + 1);
}

/** A token at an index, once the stream has come so far; undefined behind the last one. */
export function tokenAt(stream: Stream, index: number): Token | undefined {
  while (index >= stream.tokens.length) if (!stream.advance()) return undefined;
  return stream.tokens[index];
}

/** What stands in a stretch of a text, whether it parses or not. */
export interface Lexeme extends Span {
  readonly is: "word" | "number" | "text" | "comment" | "address" | ".." | "sign";
  readonly text: string;
  /** False for a text or comment that does not end with its quotes or its star and slash. */
  readonly closed: boolean;
  /** A line end stands between it and the token before it, or there is none before it. */
  readonly newLine: boolean;
}

/**
 * The tokens and comments of a text that begin from `start` on, as the text stands up to `end`: a
 * text or comment that `end` cuts is not closed. `start` must not lie inside of one.
 */
export function tokensIn(text: string, start: number, end: number): readonly Lexeme[] {
  const stream = openStream(text.slice(0, end), start);
  while (stream.advance());
  const found = [...stream.tokens.map(lexemeOf), ...stream.comments.map(lexemeOfComment)].sort(
    (a, b) => a.start - b.start,
  );
  let newLine = true;
  return found.map((one, index) => {
    newLine ||= /[\r\n]/.test(text.slice(found[index - 1]?.end ?? start, one.start));
    const lexeme = { ...one, newLine };
    newLine = one.is === "comment" && (newLine || /[\r\n]/.test(one.text));
    return lexeme;
  });
}

function lexemeOf({ tokenType, image, startOffset: start, end, quotes }: Token) {
  return { is: nameOf(tokenType), text: image, start, end, closed: quotes?.closed ?? true };
}

function lexemeOfComment({ text, start, end, line, closed }: Comment) {
  return { is: "comment", text, start, end, closed: closed && !line } as const;
}

function nameOf(type: TokenType): Lexeme["is"] {
  switch (type) {
    case Word:
      return "word";
    case NumberWord:
    case DateWord:
    case Digits:
      return "number";
    case Quoted:
      return "text";
    case Address:
      return "address";
    case DotDot:
      return "..";
    default:
      return "sign";
  }
}
