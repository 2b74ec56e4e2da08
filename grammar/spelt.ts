// A date or a period as people write it at an offset → where it ends, and the form to write.

import { readDate, suggestDate } from "./values.ts";
import { matchEnd } from "./words.ts";

/** Something that is meant as a date or a period. */
export interface Spelt {
  readonly end: number;
  /** The form to write; undefined where that is not sure. */
  readonly iso: string | undefined;
  /** What to write, where it is not sure. */
  readonly advice?: string;
}

/** What a date is for: a coarse one is its first day as a start, else its last. */
export type Role = "start" | "end";

/** The first three letters of the months, and what else they are called in English, German and French. */
const months: readonly string[] = [
  "jan(?:uary|uar|vier|v)?|jänner",
  "feb(?:ruary|ruar)?|févr?(?:ier)?",
  "mar(?:ch|s)?|märz?|mrz",
  "apr(?:il)?|avr(?:il)?",
  "may|mai",
  "june?|juni|juin",
  "july?|juli|juil(?:let)?",
  "aug(?:ust)?|août",
  "sept?(?:ember|embre)?",
  "oct(?:ober|obre)?|okt(?:ober)?",
  "nov(?:ember|embre)?",
  "dec(?:ember)?|dez(?:ember)?|déc(?:embre)?",
];
const monthForms = months.map((names) => new RegExp(`^(?:${names})$`, "iu"));

const blank = "[ \\t\\u00a0\\u202f]";
const gap = `${blank}*`;
const joint = `(?:${gap}[-/.,]${gap}|${gap})`;
const year = "(?<year>\\d{4}|['’]\\d\\d|(?:FY|GJ)[- ]?(?:\\d{4}|\\d\\d))";
const month = `(?<month>${months.join("|")})\\.?`;
const day = "(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?";
const part = "(?<letter>[QH])[- ]?(?<number>\\d)";
const of = `(?:${gap}(?:of|de)${blank}+)?`;
const over = "(?![\\p{XID_Continue}'’])";

type Groups = Readonly<Partial<Record<"year" | "month" | "day" | "letter" | "number", string>>>;

const form = (source: string): RegExp => new RegExp(source + over, "iuy");

/** Dates with their year. */
const dated: readonly RegExp[] = [
  // Q1 2026, Q1/2026, Q1-2026, H2 '26, Q1 FY28
  form(`${part}${joint}${of}${year}`),
  // 1Q2026
  form(`(?<number>[1-4])(?<letter>[QH])${joint}${year}`),
  // 2026 Q1, 2026/Q1, 2026Q1, FY28-Q1
  form(`${year}${joint}${part}`),
  // March 2026, 15 March 2026, 15. März 2026, 15-Mar-2026, 15 Mar 26
  form(`(?:${day}${joint}${of})?${month}${joint}${of}${year}`),
  form(`${day}${joint}${month}${joint}(?<year>\\d\\d)`),
  // March 15, 2026, March 15th 2026
  form(`${month}${blank}*${day}(?:,${gap}|${blank}+)${year}`),
  // 2026 March, 2026-Mar-15
  form(`${year}${joint}${month}(?:${joint}${day})?`),
  // 31.12.26
  form("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d\\d)"),
  // FY28
  form("(?<year>(?:FY|GJ)[- ]?(?:\\d{4}|\\d\\d)(?!\\/))"),
];

/** The same without it, as the start of a period whose end has one. */
const undated: readonly RegExp[] = [form(part), form(`(?:${day}${joint})?${month}`)];

/** Dates with digits alone, in the language's form or another country's. */
const digits: readonly RegExp[] = [
  form("\\d{4}(?:-(?:Q[1-4]|H[12]|\\d\\d(?:-\\d\\d(?!\\d))?(?!\\d)))?(?![-/.]?\\d)"),
  form("\\d{4}(?:-(?:Q[1-4]|H[12]|\\d\\d(?:-\\d\\d(?!\\d))?(?!\\d)))?"),
  form("\\d{1,2}\\.\\d{1,2}\\.\\d{4}"),
  form("\\d{1,2}\\/\\d{1,2}\\/\\d{4}"),
  form("\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}"),
  form("\\d{1,2}[/.]\\d{4}"),
];

const week = [
  form(`(?<year>\\d{4})${joint}(?:W|KW|CW|week${gap})[- ]?(?<number>\\d{1,2})(?:-?[1-7])?`),
  form(`(?:W|KW|CW|week${gap})[- ]?(?<number>\\d{1,2})${joint}(?<year>\\d{4})`),
];

const vague = form(
  `(?:early|mid|late|beginning${blank}+of|start${blank}+of|anfang|mitte)[- ]${gap}(?<year>\\d{4})`,
);
const twoYears = form("(?:FY|GJ)?[- ]?(?<year>\\d{4}|(?<=[FG][YJ][- ]?)\\d\\d)/(?:\\d{4}|\\d\\d)");

const lead = new RegExp(`(?:by|until|till|in|on|bis)${blank}+`, "iuy");
const endOf = new RegExp(
  `(?:(?:by|until|till|bis|at|on)${blank}+)?(?:the${blank}+)?(?:end(?:${blank}+of)?|ende)${blank}+`,
  "iuy",
);
const from = new RegExp(`(?:from|since|between|von|ab)${blank}+`, "iuy");
const to = new RegExp(
  `${gap}(?:\\.{2,}|[-\\u2010-\\u2015~\\u2192\\u2026]+>?)${gap}|${blank}+(?:to|until|till|through|thru|and|bis|by)${blank}+`,
  "iuy",
);

/** Reads a date that begins at an offset and is not written as the language asks. */
export function speltDate(text: string, at: number, role: Role): Spelt | undefined {
  const found = longest(dated, text, at);
  if (found !== undefined) return dateOf(found.end, isoOf(found.groups));
  const weekly = longest(week, text, at);
  if (weekly !== undefined)
    return { end: weekly.end, iso: undefined, ...adviceOfWeek(weekly.groups) };
  const unsure = adviceAt(text, at);
  if (unsure !== undefined) return unsure;
  const late = matchEnd(endOf, text, at);
  const start = late > at ? late : matchEnd(lead, text, at);
  if (start === at) return undefined;
  const end = wholeDate(text, start);
  if (end === undefined) return undefined;
  return role === "end" ? end : { end: end.end, iso: undefined };
}

/** Reads a period that begins at an offset, where something else than its dates is amiss. */
export function speltPeriod(text: string, at: number): Spelt | undefined {
  const start = matchEnd(from, text, at);
  const first = wholeDate(text, start) ?? partOfDate(text, start);
  if (first === undefined) return undefined;
  const second = matchEnd(to, text, first.end);
  if (start > at && second === first.end && "iso" in first)
    return { end: first.end, iso: first.iso && `${first.iso} ..` };
  const last = second === first.end ? undefined : wholeDate(text, second);
  if (last === undefined) return undefined;
  // Two dates and a joint with blanks round it are two things, each of which may be wrong by itself.
  if (start === at && isSound(text, at, first.end) && isSound(text, second, last.end)) {
    // A word behind a year would be its unit.
    const joint = text.slice(first.end, second);
    const isUnit = /\p{L}/u.test(joint) && first.end - at === 4;
    if (/\s/u.test(joint) && !isUnit) return undefined;
  }
  const isJoined = /^\s*\.\.\s*$/u.test(text.slice(first.end, second));
  if (isJoined && start === at && "iso" in first) return undefined;
  const begin =
    "iso" in first ? first.iso : isoOf({ ...first.groups, year: last.iso?.slice(0, 4) ?? "" });
  const isKnown = begin !== undefined && last.iso !== undefined && begin.slice(0, 4) <= last.iso;
  return { end: last.end, iso: isKnown ? `${begin} .. ${last.iso}` : undefined };
}

const moment = new RegExp(
  `(?:(?:until|till|in|at|as of|from|to|bis|am|im|zum|per)${blank}+|@${gap})?`,
  "iuy",
);

/** Reads the date of a figure that stands behind another word than `on` or `by`, or right behind it. */
export function speltMoment(text: string, at: number): Spelt | undefined {
  const start = matchEnd(moment, text, at);
  return speltDate(text, start, "end") ?? wholeDate(text, start);
}

interface Found {
  readonly end: number;
  readonly groups: Groups;
}

function longest(forms: readonly RegExp[], text: string, at: number): Found | undefined {
  let found: Found | undefined;
  for (const one of forms) {
    one.lastIndex = at;
    const match = one.exec(text);
    const end = at + (match?.[0].length ?? 0);
    if (match !== null && end > (found?.end ?? at)) found = { end, groups: match.groups ?? {} };
  }
  return found;
}

interface Dated {
  readonly end: number;
  readonly iso: string | undefined;
}

/** A date in whatever form. */
function wholeDate(text: string, at: number): Dated | undefined {
  const spelt = longest(dated, text, at);
  const plain = longest(digits, text, at);
  if (spelt !== undefined && spelt.end >= (plain?.end ?? 0))
    return dateOf(spelt.end, isoOf(spelt.groups));
  if (plain === undefined) return undefined;
  const word = text.slice(at, plain.end);
  return dateOf(plain.end, readDate(word) === undefined ? suggestDate(word) : word);
}

function partOfDate(text: string, at: number): Found | undefined {
  return longest(undated, text, at);
}

function isSound(text: string, from: number, to: number): boolean {
  return readDate(text.slice(from, to)) !== undefined;
}

function dateOf(end: number, iso: string | undefined): Dated {
  return { end, iso: iso !== undefined && readDate(iso) !== undefined ? iso : undefined };
}

function isoOf({ year = "", month, day, letter, number }: Groups): string | undefined {
  const digit = /\d+$/.exec(year)?.[0] ?? "";
  const full = digit.length === 2 ? `20${digit}` : digit;
  if (letter !== undefined) return `${full}-${letter.toUpperCase()}${number}`;
  if (month === undefined) return full;
  // A month of a fiscal year may lie in one or the other.
  if (/^\D{2}/u.test(year)) return undefined;
  const index = Number(month) || monthForms.findIndex((one) => one.test(month)) + 1;
  const head = `${full}-${String(index).padStart(2, "0")}`;
  return day === undefined ? head : `${head}-${day.padStart(2, "0")}`;
}

/** Dates that may be one thing or another. */
function adviceAt(text: string, at: number): Spelt | undefined {
  const some = longest([vague], text, at);
  if (some !== undefined) {
    const { year } = some.groups;
    const advice = `Write the quarter or month that you mean, such as ${year}-Q2 or ${year}-05`;
    return { end: some.end, iso: undefined, advice };
  }
  const both = longest([twoYears], text, at);
  if (both === undefined) return undefined;
  const advice = "A fiscal year bears one number. Write the year in which it ends, such as 2028";
  return { end: both.end, iso: undefined, advice };
}

const dayLength = 86_400_000;

/** A week is no date: its days are. */
function adviceOfWeek({ year, number }: Groups): { readonly advice?: string } {
  const count = Number(number);
  if (count < 1 || count > 53) return {};
  // The fourth of January lies in the first week.
  const fourth = Date.UTC(Number(year), 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const monday = fourth + ((count - 1) * 7 - weekday) * dayLength;
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  return {
    advice: `A week is written by its days. Write ${iso(monday)} for its Monday, or ${iso(monday + 6 * dayLength)} for its Sunday`,
  };
}
