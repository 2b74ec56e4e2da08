// The cells of a column with dates as a country or a tool writes them → dates of the language.
import { speltDate } from "../../grammar/spelt.ts";
import { readDate, type WrittenDate } from "../../grammar/values.ts";
import { asCompared } from "./folded.ts";

/** Which part of 3/4/2026 comes first. */
export type DateOrder = "day" | "month";

const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/;
const weekday = /^\p{L}{2,9}\.?,?\s+(?=\d|\p{L}+\.?\s+\d)/u;
const time =
  /(?:[T,]?\s*(?:at|um|à)?\s*)?\d{1,2}[:h]\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[AP]\.?M\.?|Uhr)?\s*(?:Z|[+-]\d\d:?\d\d|UTC|GMT|CES?T)?$/i;

/** A date alone: without the name of its day before it and its time behind it. */
function bare(cell: string): string {
  const text = cell.trim();
  if (text.length > 80) return "";
  return text.replace(time, "").replace(/T\s*$/, "").trim();
}

/** "Mon 3/2/26" without its day; another text stays as it is. */
function withoutDay(text: string): string {
  return text.replace(weekday, (found) => (days.has(asCompared(found)) ? "" : found)).trim();
}

const days = new Set(
  "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday|mo|montag|di|dienstag|mi|mittwoch|do|donnerstag|fr|freitag|sa|samstag|so|sonntag|lun|lundi|mar|mardi|mer|mercredi|jeu|jeudi|ven|vendredi|sam|samedi|dim|dimanche".split(
    "|",
  ),
);

/** What the dates of a column tell of their order; "both" where they contradict each other. */
export function dateOrderOf(cells: readonly string[]): DateOrder | "both" | undefined {
  let order: DateOrder | undefined;
  for (const cell of cells) {
    const found = slashed.exec(withoutDay(bare(cell)));
    if (found === null) continue;
    const [first, second] = [Number(found[1]), Number(found[3])];
    const own = first > 12 ? "day" : second > 12 ? "month" : undefined;
    if (own === undefined) continue;
    if (order !== undefined && order !== own) return "both";
    order = own;
  }
  return order;
}

/** Whether a date could be read in two ways. */
export function isAmbiguousDate(cell: string): boolean {
  const found = slashed.exec(bare(cell));
  return (
    found !== null && Number(found[1]) <= 12 && Number(found[3]) <= 12 && found[1] !== found[3]
  );
}

/** The date in a cell as the language writes it; undefined where it holds something else. */
export function dateIn(cell: string, order: DateOrder | "both"): string | undefined {
  const text = bare(cell);
  // "Mar" is a Tuesday in French, and a month in English: with its month it is a date already.
  const iso = text === "" ? undefined : (isoOf(text, order) ?? isoOf(withoutDay(text), order));
  if (iso === undefined) return undefined;
  const date = readDate(iso);
  // Before and after that nobody plans: it is a number of something else.
  return date !== undefined && date.year >= 1950 && date.year <= 2199 ? iso : undefined;
}

function isoOf(text: string, order: DateOrder | "both"): string | undefined {
  const found = slashed.exec(text);
  if (found !== null) return ofSlashes(found, order);
  if (readDate(text) !== undefined) return text;
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  if (serial !== null) return ofSerial(Number(serial[1]));
  return ofQuarter(text) ?? ofWords(text);
}

function ofSlashes(
  [, first = "", , second = "", year = ""]: RegExpExecArray,
  order: DateOrder | "both",
): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const monthFirst =
    Number(second) > 12 || (Number(first) <= 12 && (order === "month" || first === second));
  if (order === "both" && Number(first) <= 12 && Number(second) <= 12 && first !== second)
    return undefined;
  const [month, day] = monthFirst ? [first, second] : [second, first];
  return `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The number of a day in a workbook, counted from the turn of 1900. */
function ofSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

const quarterWord = "(?:q|t|quarter|quartal|trimestre|trim|qtr)";
const halfWord = "(?:h|s|half|halbjahr|hj|semestre|sem|hy)";
const year = "(?:(?:fy|gj|ex)\\s?)?(\\d{4}|\\d{2})";
const ordinal = "(?:st|nd|rd|th|er|eme|e)?";

/** Q3 2026, T3 2026, 3. Quartal 2026, 3ème trimestre 2026, FY27 Q2, H1/26, S1 2026, Q1–Q2 aside. */
const parts: readonly (readonly [RegExp, "Q" | "H", year: 1 | 2])[] = [
  ...pairs(quarterWord, "Q", "[1-4]"),
  ...pairs(halfWord, "H", "[12]"),
];

function pairs(
  word: string,
  letter: "Q" | "H",
  digit: string,
): readonly (readonly [RegExp, "Q" | "H", 1 | 2])[] {
  return [
    [new RegExp(`^${word}\\s?(${digit})\\s?${year}$`), letter, 2],
    [new RegExp(`^(${digit})\\s?${ordinal}\\s?${word}(?:\\s(?:of|de))?\\s?${year}$`), letter, 2],
    [new RegExp(`^${year}\\s?${word}\\s?(${digit})$`), letter, 1],
    [new RegExp(`^${year}\\s(${digit})\\s?${ordinal}\\s?${word}$`), letter, 1],
  ];
}

function ofQuarter(text: string): string | undefined {
  const word = asCompared(text.replace(/(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)/g, " ")).replace(
    / (\d)/g,
    "$1",
  );
  const spaced = asCompared(text);
  for (const [form, letter, yearAt] of parts) {
    const found = form.exec(spaced) ?? form.exec(word);
    if (found === null) continue;
    const [digits = "", number = ""] = yearAt === 1 ? [found[1], found[2]] : [found[2], found[1]];
    return `${digits.length === 2 ? `20${digits}` : digits}-${letter}${number}`;
  }
  const fiscal = /^(?:fy|gj)\s?(\d{4}|\d{2})$/.exec(spaced)?.[1];
  return fiscal && (fiscal.length === 2 ? `20${fiscal}` : fiscal);
}

/** March 2026, 15. März 2026, 15-Mar-2026, 12/Mar/26, 31.12.26, 31.12.2026, 2026/03/15. */
function ofWords(text: string): string | undefined {
  for (const one of [text, text.replace(/[/.]/g, " ").replace(/\s+/g, " ")]) {
    const found = speltDate(one, 0, "end") ?? undefined;
    if (found?.end === one.length && found.iso !== undefined) return found.iso;
  }
  return ofDigits(text);
}

function ofDigits(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(text);
  if (dayFirst !== null) {
    const [, day = "", month = "", digits = ""] = dayFirst;
    return joined(digits.length === 2 ? `20${digits}` : digits, month, day);
  }
  const yearFirst = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(text);
  if (yearFirst !== null) return joined(yearFirst[1] ?? "", yearFirst[2] ?? "", yearFirst[3]);
  const compact = /^(20\d\d)(\d\d)(\d\d)$/.exec(text);
  if (compact !== null) return joined(compact[1] ?? "", compact[2] ?? "", compact[3]);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  return month === null ? undefined : joined(month[2] ?? "", month[1] ?? "");
}

function joined(year: string, month: string, day?: string): string {
  const head = `${year}-${month.padStart(2, "0")}`;
  return day === undefined ? head : `${head}-${day.padStart(2, "0")}`;
}

/** A period in a cell: a coarse date, or two dates with a joint between them. */
export function periodIn(cell: string, order: DateOrder | "both"): readonly string[] | undefined {
  const whole = dateIn(cell, order);
  if (whole !== undefined) return [whole];
  if (cell.length > 160) return undefined;
  const joints =
    /\s+[-–—]\s+|\s*(?:–|—|→|\.\.+|->)\s*|\s+(?:to|bis|until|au|à)\s+|(?<=\d)\s*-\s*(?=[QTHSqths]\d)/g;
  for (const { index, 0: joint } of cell.matchAll(joints)) {
    const end = dateIn(cell.slice(index + joint.length), order);
    const first = cell.slice(0, index).replace(/^\s*(?:from|von|du|ab)\s+/i, "");
    const start = dateIn(first, order) ?? (end && dateIn(`${first} ${end.slice(0, 4)}`, order));
    if (start !== undefined && end !== undefined) return [start, end];
  }
  return undefined;
}

/** The first or the last day of a date, for comparing two of them in a calendar year. */
export function edgeDay(iso: string, end: "first" | "last"): string {
  const date = readDate(iso);
  return date === undefined ? iso : dayOfWritten(date, end);
}

function dayOfWritten({ precision, year, part, day }: WrittenDate, end: "first" | "last"): string {
  const length = { day: 1, month: 1, quarter: 3, half: 6, year: 12 }[precision];
  const first =
    precision === "day" || precision === "month" ? part : (Math.max(part, 1) - 1) * length + 1;
  const time =
    precision === "day"
      ? Date.UTC(year, part - 1, day)
      : end === "first"
        ? Date.UTC(year, first - 1, 1)
        : Date.UTC(year, first - 1 + length, 0);
  return new Date(time).toISOString().slice(0, 10);
}

const lengthWords: readonly (readonly [
  RegExp,
  "days" | "weeks" | "months" | "quarters" | "years",
])[] = [
  [/^(?:d|days?|tage?n?|jours?|j|edays?)$/, "days"],
  [/^(?:w|wks?|weeks?|wochen?|semaines?|sem)$/, "weeks"],
  [/^(?:m|mo|mons?|months?|monate?n?|mois)$/, "months"],
  [/^(?:quarters?|quartale?|trimestres?)$/, "quarters"],
  [/^(?:y|yrs?|years?|jahre?n?|ans?|annees?)$/, "years"],
];

/** How long something takes, in words of the language: "6 weeks" for "6 wks" or, below "(weeks)", 6. */
export function lengthIn(cell: string, unit: string | undefined): string | undefined {
  const found = /^(\d{1,4})(?:[.,]0+)?\s*(\p{L}*)\.?\??$/u.exec(cell.trim());
  if (found === null || Number(found[1]) === 0) return undefined;
  const word = asCompared(found[2] ?? "");
  const known = word === "" ? unit : lengthWords.find(([form]) => form.test(word))?.[1];
  return known === undefined ? undefined : `${Number(found[1])} ${known}`;
}
