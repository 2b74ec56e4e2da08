// Offsets in a text → where the thing that begins there ends: spaces, texts, comments.
import { isLineEnd, lineEndAt } from "./lines.ts";
import { nameRestEnd } from "./words.ts";

const QUOTE = 34;
const HASH = 35;
const SLASH = 47;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Unicode's White_Space, the zero-width space, and the mark that may open a file. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** What is known of a whole text: from where on no comment and no long text closes any more. */
export interface Horizon {
  comments: number;
  longTexts: number;
  /** How far anything has looked along a line to see what a quote means. */
  reach: number;
}

export function noHorizon(): Horizon {
  return { comments: Number.POSITIVE_INFINITY, longTexts: Number.POSITIVE_INFINITY, reach: 0 };
}

/** Where a comment ends that begins at an offset; negative where it is not closed. */
export function commentEnd(text: string, at: number, horizon: Horizon): number {
  if (text.charCodeAt(at + 1) !== 42 || text.charCodeAt(at) === HASH) return lineEndAt(text, at);
  const close = at >= horizon.comments ? -1 : text.indexOf("*/", at + 2);
  if (close >= 0) return close + 2;
  horizon.comments = Math.min(horizon.comments, at);
  return -trimEnd(text, at, lineEndAt(text, at));
}

/** Whether a comment begins at an offset: `//`, `/*`, or the `#` of other languages. */
export function startsComment(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === HASH) return startsRemark(text, at);
  const next = text.charCodeAt(at + 1);
  return code === SLASH && (next === 42 || next === SLASH);
}

/** Whether a `#` stands at the start of a line, behind a brace, or behind a blank and no mark that asks for more. */
function startsRemark(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && isBlankCode(text.charCodeAt(before - 1))) before--;
  if (before === 0) return true;
  const code = text.charCodeAt(before - 1);
  if (isLineEnd(code) || isClosing(code)) return true;
  const next = text.charCodeAt(at + 1);
  const isNumber = next >= 48 && next <= 57;
  return before < at && !isNumber && !":,=([;".includes(text[before - 1] ?? "");
}

function isBlankCode(code: number): boolean {
  return isSpace(code) && !isLineEnd(code);
}

export type Quotes = "plain" | "long" | "other";

export interface TextSpan {
  readonly end: number;
  readonly closed: boolean;
  readonly quotes: Quotes;
}

const closers: Readonly<Record<string, string>> = {
  "\u201c": '\u201d\u201c\u201f"',
  "\u201d": '\u201d\u201c"',
  "\u201e": '\u201c\u201d\u201f"',
  "\u201f": '\u201d\u201c"',
  "\u00ab": "\u00bb",
  "\uff02": '\uff02"',
  "\u2018": "\u2019",
  "'": "'",
  "`": "`",
};

/** Whether a character is a quotation mark other than the one that the language uses. */
export function isOtherQuote(code: number): boolean {
  return (
    (code >= 0x201c && code <= 0x201f) ||
    code === 0xab ||
    code === 0xff02 ||
    code === 0x2018 ||
    code === 39 ||
    code === 96
  );
}

/** The text that begins at a quotation mark; undefined where the mark is only a mark. */
export function textAt(text: string, at: number, horizon: Horizon): TextSpan | undefined {
  if (text.charCodeAt(at) !== QUOTE) return otherText(text, at, horizon);
  if (text.startsWith('"""', at)) return longText(text, at, horizon);
  if (isLost(text, at, horizon)) return { end: at + 1, closed: false, quotes: "plain" };
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) {
      const open = runawayEnd(text, at, end, horizon);
      return { end: open ?? end + 1, closed: open === undefined, quotes: "plain" };
    }
    if (isLineEnd(code)) break;
    if (code === BACKSLASH && !isLineEnd(text.charCodeAt(end + 1))) end++;
  }
  return { end: openEnd(text, at), closed: false, quotes: "plain" };
}

/** How far a quote is followed along its line to see whether quotes pair. */
const longestLine = 1000;

/** Whether an odd number of quotes stands on a line from an offset on. */
function hasOddQuotes(text: string, from: number, horizon: Horizon): boolean {
  let odd = false;
  let at = from;
  for (; at < text.length && at < from + longestLine; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) break;
    // The quotes of a long text and of a comment are no part of the count.
    if (!odd && (startsComment(text, at) || text.startsWith('"""', at))) break;
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) odd = !odd;
  }
  horizon.reach = Math.max(horizon.reach, at);
  return odd;
}

/** Whether a quote stands at the end of a text whose first quote is missing: `Monthly churn" {`. */
function isLost(text: string, at: number, horizon: Horizon): boolean {
  return at > 0 && nameRestEnd(text, at - 1) === at && hasOddQuotes(text, at, horizon);
}

const runaway =
  /(?:[\p{White_Space}\u200b]*\{)?[\p{White_Space}\u200b]*(?:[\p{XID_Continue}-]+:|,)[\p{White_Space}\u200b]*$/u;

/** Where a text ends whose last quote is missing, so that it runs on to the first of the next text. */
function runawayEnd(text: string, at: number, quote: number, horizon: Horizon): number | undefined {
  const last = text.charCodeAt(trimEnd(text, at + 1, quote) - 1);
  if ((last !== 58 && last !== 44) || !hasOddQuotes(text, at, horizon)) return undefined;
  const found = runaway.exec(text.slice(at + 1, quote));
  return found === null ? undefined : Math.max(at + 1 + found.index, at + 1);
}

function longText(text: string, at: number, horizon: Horizon): TextSpan {
  if (at < horizon.longTexts) {
    for (let end = at + 3; ; ) {
      const quotes = text.indexOf('"""', end);
      if (quotes < 0) break;
      let slashes = quotes;
      while (slashes > end && text.charCodeAt(slashes - 1) === BACKSLASH) slashes--;
      if ((quotes - slashes) % 2 === 0) return { end: quotes + 3, closed: true, quotes: "long" };
      end = quotes + 3;
    }
    horizon.longTexts = at;
  }
  return { end: openEnd(text, at), closed: false, quotes: "long" };
}

/** How far a single quote looks for its partner. */
const longestSingle = 400;

/** A text in curly, angular, full-width or single quotes. The latter two must close to be one. */
function otherText(text: string, at: number, horizon: Horizon): TextSpan | undefined {
  const mark = text[at] ?? "";
  const close = closers[mark];
  if (close === undefined) return undefined;
  const single = mark === "'" || mark === "`" || mark === "\u2018";
  if (single && at > 0 && !isSpace(text.charCodeAt(at - 1)) && !":,".includes(text[at - 1] ?? ""))
    return undefined;
  let here = at + 1;
  for (; here < text.length && !(single && here > at + longestSingle); here++) {
    if (isLineEnd(text.charCodeAt(here))) break;
    if (close.includes(text[here] ?? "")) return { end: here + 1, closed: true, quotes: "other" };
  }
  if (single) horizon.reach = Math.max(horizon.reach, here);
  return single ? undefined : { end: openEnd(text, at), closed: false, quotes: "other" };
}

/**
 * An unclosed text ends at its line, before a brace that ends the line: one that opens a block, or
 * one that closes a block which opens on the same line.
 */
function openEnd(text: string, at: number): number {
  const line = lineEndAt(text, at);
  let end = trimEnd(text, at + 1, line);
  if (end - 1 > at && isOpening(text.charCodeAt(end - 1))) return trimEnd(text, at + 1, end - 1);
  if (!isClosing(text.charCodeAt(end - 1))) return end;
  for (let open = openOnLine(text, at); open > 0 && end - 1 > at; open--) {
    if (!isClosing(text.charCodeAt(end - 1))) break;
    end = trimEnd(text, at + 1, end - 1);
  }
  return end;
}

function isOpening(code: number): boolean {
  return code === OPEN_BRACE || code === 0xff5b;
}

function isClosing(code: number): boolean {
  return code === CLOSE_BRACE || code === 0xff5d;
}

/** How many braces open before an offset on its line and do not close there. */
function openOnLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && start > at - longestLine && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let open = 0;
  for (let here = start; here < at; here++) {
    const code = text.charCodeAt(here);
    if (isOpening(code)) open++;
    else if (isClosing(code)) open = Math.max(0, open - 1);
  }
  return open;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const tabWidth = 4;

/** How many columns stand before an offset on its line; what is no space counts from there on. */
export function indentAt(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    const code = text.charCodeAt(start - 1);
    if (isLineEnd(code) || !isSpace(code)) break;
    start--;
  }
  let column = 0;
  for (; start < at; start++) {
    const code = text.charCodeAt(start);
    if (code === 9) column += tabWidth - (column % tabWidth);
    else if (code !== 0xfeff) column++;
  }
  return column;
}

/**
 * Where a forgotten brace would stand behind a thing that ends at an offset: at the start of the
 * line of the next token or comment, or right there if that follows on the same line.
 */
export function closingPlace(text: string, end: number, horizon: Horizon): number {
  let line: number | undefined;
  for (let at = end; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) line = at + 1;
    else if (line === undefined && startsComment(text, at))
      at = Math.abs(commentEnd(text, at, horizon)) - 1;
    else if (!isSpace(code)) return line ?? end;
  }
  return text.length;
}
