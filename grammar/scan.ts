// Offsets in a text → where the thing that begins there ends: spaces, names, texts, comments, addresses.

const LF = 10;
const CR = 13;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACE = 123;

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

/** Whether a character ends a line: LF, or CR with or without LF. */
export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** Where the line that an offset lies in ends, before what ends it. */
export function lineEndAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** Where the line that an offset lies in starts. */
export function lineStartAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

const nameForm = /[\p{XID_Start}_](?:[\p{XID_Continue}-]|\u200c|\u200d)*/uy;
const nameRest = /(?:[\p{XID_Continue}-]|\u200c|\u200d)*/uy;

/** Where the name that begins at an offset ends; the offset itself where none begins. */
export function nameEnd(text: string, at: number): number {
  return matchEnd(nameForm, text, at);
}

/** Where characters that may continue a name end. */
export function nameRestEnd(text: string, at: number): number {
  return matchEnd(nameRest, text, at);
}

/** Where a sticky pattern ends that matches at an offset; the offset itself where it does not. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** What is known of a whole text: from where on no comment and no long text closes any more. */
export interface Horizon {
  comments: number;
  longTexts: number;
}

export function noHorizon(): Horizon {
  return { comments: Number.POSITIVE_INFINITY, longTexts: Number.POSITIVE_INFINITY };
}

/** Where a comment ends that begins at an offset; negative where it is not closed. */
export function commentEnd(text: string, at: number, horizon: Horizon): number {
  if (text.charCodeAt(at + 1) === 47) return lineEndAt(text, at);
  const close = at >= horizon.comments ? -1 : text.indexOf("*/", at + 2);
  if (close >= 0) return close + 2;
  horizon.comments = Math.min(horizon.comments, at);
  return -trimEnd(text, at, lineEndAt(text, at));
}

/** Whether a comment begins at a slash. */
export function startsComment(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === 42 || next === 47;
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
  if (text.charCodeAt(at) !== QUOTE) return otherText(text, at);
  if (text.startsWith('"""', at)) return longText(text, at, horizon);
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return { end: end + 1, closed: true, quotes: "plain" };
    if (isLineEnd(code)) break;
    if (code === BACKSLASH && !isLineEnd(text.charCodeAt(end + 1))) end++;
  }
  return { end: openEnd(text, at), closed: false, quotes: "plain" };
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
function otherText(text: string, at: number): TextSpan | undefined {
  const mark = text[at] ?? "";
  const close = closers[mark];
  if (close === undefined) return undefined;
  const single = mark === "'" || mark === "`" || mark === "\u2018";
  if (single && at > 0 && !isSpace(text.charCodeAt(at - 1)) && !":,".includes(text[at - 1] ?? ""))
    return undefined;
  for (let here = at + 1; here < text.length && !(single && here > at + longestSingle); here++) {
    if (isLineEnd(text.charCodeAt(here))) break;
    if (close.includes(text[here] ?? "")) return { end: here + 1, closed: true, quotes: "other" };
  }
  return single ? undefined : { end: openEnd(text, at), closed: false, quotes: "other" };
}

/** An unclosed text ends at its line, before a brace that ends the line. */
function openEnd(text: string, at: number): number {
  const end = trimEnd(text, at + 1, lineEndAt(text, at));
  const brace = text.charCodeAt(end - 1);
  const last = end - 1 > at && (brace === OPEN_BRACE || brace === 0xff5b) ? end - 1 : end;
  return trimEnd(text, at + 1, last);
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const scheme = /(?:^|[^\p{XID_Continue}])(?:https?|ftps?|sftp|file|ssh|git|teams|slack|vscode)$/iu;
const address = /[^\s\u200b\ufeff"<>{}]*/uy;

/** Whether the `//` at an offset belongs to an address such as `https://example.org`. */
export function isAddressSlash(text: string, at: number): boolean {
  if (at < 4 || text.charCodeAt(at - 1) !== 58) return false;
  return scheme.test(text.slice(Math.max(0, at - 8), at - 1));
}

/** Where an address ends; punctuation at its end is none of it. */
export function addressEnd(text: string, at: number): number {
  let end = matchEnd(address, text, at);
  while (end > at && ".,;:!?)'".includes(text[end - 1] ?? "")) end--;
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
    else if (code === 47 && line === undefined && startsComment(text, at))
      at = Math.abs(commentEnd(text, at, horizon)) - 1;
    else if (!isSpace(code)) return line ?? end;
  }
  return text.length;
}

/** The opening braces of a text that have a closing one, and where that is. */
export function pairBraces(text: string, horizon: Horizon): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123 || code === 0xff5b) {
      open.push(at);
    } else if (code === 125 || code === 0xff5d) {
      const start = open.pop();
      if (start !== undefined) partners.set(start, at);
    } else at = skipInert(text, at, code, horizon) - 1;
  }
  return partners;
}

/** Where a text, a comment or an address ends that begins at an offset; else the next offset. */
function skipInert(text: string, at: number, code: number, horizon: Horizon): number {
  if (code === 47) {
    if (!startsComment(text, at)) return at + 1;
    if (text.charCodeAt(at + 1) === 47 && isAddressSlash(text, at)) return addressEnd(text, at);
    return Math.abs(commentEnd(text, at, horizon));
  }
  if (code === 34 || (code > 34 && isOtherQuote(code)))
    return textAt(text, at, horizon)?.end ?? at + 1;
  return at + 1;
}
