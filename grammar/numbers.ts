// The word that begins with a digit, a sign or a currency at an offset → number, date or neither, and what to write instead.
import { currencyOfSign } from "./currencies.ts";
import { isWordCode, matchEnd, nameRestEnd } from "./words.ts";

export interface NumberWord {
  readonly type: "number" | "date" | "digits";
  readonly end: number;
  /** The form to write, where the language does not have this one. */
  readonly instead?: string;
}

const number = /[+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?[kMB]?/y;
const date =
  /\d+-[\p{XID_Continue}-]*(?:[Tt]\d\d(?::?\d\d)*Z?)?|\d{4}[qQhH]\d(?![\p{XID_Continue}-])/uy;
const foreignDate =
  /(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2}|\d{4}\/\d{1,2}(?:\/\d{1,2})?|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\/\d{4})(?![\p{XID_Continue}])/uy;
const time = /:\d\d(?::\d\d)*Z?/y;

/** Groups of three digits, or a decimal comma, as other countries write them. */
const forms: readonly (readonly [RegExp, (word: string) => string])[] = [
  // 1,200,000.50 · not 0,500, which is a fraction
  [/[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?/y, (word) => word.replaceAll(",", "_")],
  // 1.200.000,50
  [/[+-]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?/y, (word) => word.replaceAll(".", "_").replace(",", ".")],
  // 1.200,50
  [/[+-]?\d{1,3}(?:\.\d{3})+,\d+/y, (word) => word.replaceAll(".", "_").replace(",", ".")],
  // 12 000,50 and 12'000.50
  [
    /[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?/y,
    (word) => word.replaceAll(/[ \u00a0\u2009\u202f'’]/g, "_").replace(",", "."),
  ],
  // 4,2
  [/[+-]?\d+,\d+(?!,)/y, (word) => word.replace(",", ".")],
  // .5
  [/[+-]?\.\d+/y, (word) => word.replace(".", "0.")],
];
const tail = /[kMB]?(?![\p{XID_Continue}-])(?!\.\d|,\d)/uy;
const sign = /\p{Sc}/uy;
const signBefore = /(\p{Sc})[ \u00a0\u202f]*/uy;
const signBehind = /[ \u00a0\u202f]*(\p{Sc})/uy;

/** Reads the word at an offset; undefined where it begins otherwise. */
export function readNumberWord(text: string, at: number): NumberWord | undefined {
  const code = text.charCodeAt(at);
  const isDigit = isDigitCode(code);
  if (!isDigit && !mayLead(code)) return undefined;
  if (isDigit) {
    const usual = usualWord(text, at);
    if (usual !== undefined) return usual;
  }
  if (!isDigit && isGlued(text, at)) return undefined;
  if (code === 46 && text.charCodeAt(at + 1) === 46) return undefined;
  if (isDigit) {
    const foreign = matchEnd(foreignDate, text, at);
    if (foreign > at) return { type: "date", end: foreign };
    const word = matchEnd(date, text, at);
    if (word > at) return { type: "date", end: dateTimeEnd(text, at, word) };
  } else if (matchEnd(sign, text, at) > at) return money(text, at);
  return withSign(text, at, plain(text, at));
}

/**
 * A date or number of the usual form, such as `2026-Q1`, `40%`, `4.2` or `1.9M` before a word or the
 * end of its line, which no other form can be; undefined for all others, whatever they are.
 */
function usualWord(text: string, at: number): NumberWord | undefined {
  let end = at + 1;
  while (isDigitCode(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) === 45) {
    while (isDateCode(text.charCodeAt(end))) end++;
    const isOther = text.charCodeAt(end) >= 128 || text.charCodeAt(end - 3) === 84;
    return isOther ? undefined : { type: "date", end };
  }
  if (text.charCodeAt(end) === 46 && isDigitCode(text.charCodeAt(end + 1))) {
    end += 2;
    while (isDigitCode(text.charCodeAt(end))) end++;
  }
  const size = text.charCodeAt(end);
  if (size === 107 || size === 77 || size === 66) end++;
  const next = text.charCodeAt(end);
  const behind = next === 32 ? text.charCodeAt(end + 1) : next;
  const isLast = behind === 10 || behind === 13 || next === 37;
  const isBefore = next === 32 && behind > 64 && behind < 128 && isWordCode(behind);
  return isLast || isBefore ? { type: "number", end } : undefined;
}

function isDateCode(code: number): boolean {
  return code === 45 || (code < 128 && isWordCode(code));
}

function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A sign or a dot right behind a word is no part of a number. */
function isGlued(text: string, at: number): boolean {
  return at > 0 && /[\p{XID_Continue}%.]/u.test(text[at - 1] ?? "");
}

function mayLead(code: number): boolean {
  return code === 43 || code === 45 || code === 46 || code === 36 || code >= 0xa2;
}

/** `2026-03-15T10` takes its minutes with it. */
function dateTimeEnd(text: string, at: number, end: number): number {
  return /T\d\d$/.test(text.slice(at, end)) ? matchEnd(time, text, end) : end;
}

function plain(text: string, at: number): NumberWord | undefined {
  for (const [form, rewrite] of forms) {
    const body = matchEnd(form, text, at);
    if (body === at) continue;
    tail.lastIndex = body;
    if (!tail.test(text)) continue;
    const end = tail.lastIndex;
    return { type: "number", end, instead: rewrite(text.slice(at, body)) + text.slice(body, end) };
  }
  const end = matchEnd(number, text, at);
  if (end === at) return undefined;
  const rest = nameRestEnd(text, end);
  return rest > end ? { type: "digits", end: rest } : { type: "number", end };
}

/** `5 €` */
function withSign(text: string, at: number, word: NumberWord | undefined): NumberWord | undefined {
  if (word?.type !== "number") return word;
  signBehind.lastIndex = word.end;
  const code = currencyOfSign(signBehind.exec(text)?.[1] ?? "");
  if (code === undefined) return word;
  const end = matchEnd(signBehind, text, word.end);
  return { type: "number", end, instead: `${word.instead ?? text.slice(at, word.end)} ${code}` };
}

/** `€5` */
function money(text: string, at: number): NumberWord | undefined {
  signBefore.lastIndex = at;
  const match = signBefore.exec(text);
  const word = match && plain(text, at + match[0].length);
  if (!word || word.type === "date") return undefined;
  const amount = word.instead ?? text.slice(at + (match?.[0].length ?? 0), word.end);
  const code = currencyOfSign(match?.[1] ?? "");
  return {
    type: "number",
    end: word.end,
    instead: code === undefined ? amount : `${asNumber(amount)} ${code}`,
  };
}

const suffixes: Readonly<Record<string, string>> = {
  k: "k",
  K: "k",
  tsd: "k",
  m: "M",
  M: "M",
  mn: "M",
  mio: "M",
  mil: "M",
  million: "M",
  b: "B",
  B: "B",
  bn: "B",
  mrd: "B",
  billion: "B",
};

/** `1.2m` → `1.2M`; a word that is no number with a size stays as it is. */
export function asNumber(word: string): string {
  const match = /^([+-]?\d+(?:_\d+)*(?:\.\d+)?)(\p{L}+)$/u.exec(word);
  const size = match && sizeOf(match[2] ?? "");
  return match && size ? `${match[1]}${size}` : word;
}

/** The letter that the language uses for a size that is written otherwise: `M` for `m` or `mio`. */
export function sizeOf(word: string): string | undefined {
  const found = Object.hasOwn(suffixes, word) ? word : word.toLowerCase();
  return Object.hasOwn(suffixes, found) ? suffixes[found] : undefined;
}
