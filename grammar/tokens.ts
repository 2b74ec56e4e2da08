// Text → tokens for the parser, and comments. Line ends and spaces are no tokens; each token knows its lines.
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
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
import type { Comment } from "./tree.ts";
import { addressEnd, isAddressSlash, nameEnd, nameRestEnd } from "./words.ts";

const token = (name: string, ...categories: TokenType[]) =>
  createToken({ name, pattern: Lexer.NA, categories });

/** Every token is one of these, so the grammar can take whatever stands there. */
export const Any = token("Any");
export const Word = token("Word", Any);
/** A word that begins with a digit and is neither number nor date, such as `5g`. */
export const Digits = token("Digits", Any);
export const NumberWord = token("Number", Any);
/** Digits joined by `-`, or a date in another country's form: a date, or `invalid-date`. */
export const DateWord = token("Date", Any);
export const Quoted = token("Text", Any);
export const Address = token("Address", Any);
export const PercentSign = token("Percent", Any);
export const Colon = token("Colon", Any);
export const Comma = token("Comma", Any);
export const Dot = token("Dot", Any);
export const DotDot = token("DotDot", Any);
export const Open = token("Open");
export const Close = token("Close");
/** A block that is nested too deep, from its brace to its brace. */
export const Skipped = token("Skipped");
/** A closing brace that closes nothing. */
export const Stray = token("Stray", Any);
export const Other = token("Other", Any);

/** In this order, so that each has one place in the parser's tables. */
export const allTokens: readonly TokenType[] = [
  Any,
  Word,
  Digits,
  NumberWord,
  DateWord,
  Quoted,
  Address,
  PercentSign,
  Colon,
  Comma,
  Dot,
  DotDot,
  Open,
  Close,
  Skipped,
  Stray,
  Other,
];

export interface Token extends IToken {
  /** Half-open, unlike Chevrotain's own `endOffset`. */
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  /** What should have been written, where the token has a form that the language does not have. */
  readonly instead: string | undefined;
  readonly quotes: TextSpan | undefined;
}

/** A token with everything that the parser asks of one. */
export function makeToken(
  type: TokenType,
  image: string,
  startOffset: number,
  line: number,
  endLine: number,
  instead?: string,
  quotes?: TextSpan,
): Token {
  return {
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    image,
    startOffset,
    end: startOffset + image.length,
    line,
    endLine,
    instead,
    quotes,
  };
}

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

export interface Tokens {
  readonly tokens: Token[];
  readonly comments: Comment[];
}

/** All tokens and comments of a text. */
export function lex(text: string): Tokens {
  const stream = openStream(text, 0, noHorizon());
  while (stream.advance());
  return stream;
}

/** Tokens that are read as they are asked for. */
export interface Stream extends Tokens {
  /** Reads one more token; false at the end of the text. */
  advance(): boolean;
  /** Goes on at another offset. Lines in between are not counted. */
  seek(offset: number): void;
}

/** A stream of the tokens from an offset on. Lines are counted from that offset. */
export function openStream(text: string, from: number, horizon: Horizon): Stream {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let at = from;
  let line = 0;

  const skipSpace = () => {
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isSpace(code)) {
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
        at++;
      } else if (startsComment(text, at)) readComment();
      else return;
    }
  };

  const readComment = () => {
    const end = commentEnd(text, at, horizon);
    const image = text.slice(at, Math.abs(end));
    const isLine = !image.startsWith("/*");
    comments.push({
      start: at,
      end: at + image.length,
      line: isLine,
      closed: end >= 0,
      text: image,
    });
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

  const advance = (): boolean => {
    skipSpace();
    if (at >= text.length) return false;
    const code = text.charCodeAt(at);
    const name = nameEnd(text, at);
    if (name > at) {
      const isAddress = text.startsWith("://", name) && isAddressSlash(text, name + 1);
      return isAddress ? push(Address, addressEnd(text, at)) : push(Word, name);
    }
    const number = readNumberWord(text, at);
    if (number !== undefined) return push(tokenTypes[number.type], number.end, number.instead);
    if (code === 34 || isOtherQuote(code)) {
      const quotes = textAt(text, at, horizon);
      if (quotes !== undefined) return push(Quoted, quotes.end, undefined, quotes);
    }
    const mark = marks.get(code);
    if (mark === undefined) return push(Other, otherEnd(text, at));
    const [type, instead] = mark;
    if (type !== Dot) return push(type, at + 1, instead);
    const twice = marks.get(text.charCodeAt(at + 1))?.[0] === Dot;
    return push(twice ? DotDot : Dot, at + (twice ? 2 : 1), instead && (twice ? ".." : "."));
  };

  const seek = (offset: number) => {
    at = offset;
  };
  return { tokens, comments, advance, seek };
}

const tokenTypes = { number: NumberWord, date: DateWord, digits: Digits } as const;

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
    if (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length) at++;
    at++;
  }
  return Math.max(at, from + 1);
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95
  );
}
