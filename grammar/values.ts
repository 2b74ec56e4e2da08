// Words → values: exact numbers and written dates.
import { Big } from "big.js";

export { isCurrency } from "./currencies.ts";

const powers: Readonly<Record<string, number>> = { k: 3, M: 6, B: 9 };
const numberForm = /^([+-]?)(\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?)([kMB]?)$/;

/** A number of more signs is none: nobody means it, and exact sums and products of such take long. */
export const longestNumber = 60;

/**
 * The exact value of a number as written, such as `-3`, `1_200_000`, `250k`, `1.2M` or `3B`;
 * undefined for another word, and for one that is too long.
 */
export function readNumber(text: string): Big | undefined {
  if (text.length > longestNumber) return undefined;
  const match = numberForm.exec(text);
  if (match === null) return undefined;
  const [, sign, digits, suffix] = match;
  const power = suffix ? `e${powers[suffix]}` : "";
  const number = new Big(`${sign === "-" ? "-" : ""}${(digits ?? "").replaceAll("_", "")}${power}`);
  // The list of its digits has grown and has room to spare, a copy has none.
  number.c = number.c.slice();
  return number;
}

/** A date as precisely as it was written. */
export interface WrittenDate {
  readonly precision: "day" | "month" | "quarter" | "half" | "year";
  readonly year: number;
  /** The number of the month, quarter or half; 0 for a year. */
  readonly part: number;
  /** The day of the month; 0 where none is written. */
  readonly day: number;
}

const dateForm = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?$/;

/**
 * `2026-03-15`, `2026-03`, `2026-Q1`, `2026-H2` or `2026`; undefined for another shape and for a
 * date that does not exist, such as `2026-02-30`.
 */
export function readDate(text: string): WrittenDate | undefined {
  const match = dateForm.exec(text);
  if (match === null) return undefined;
  const [, year, quarter, half, month, day] = match;
  const of = (precision: WrittenDate["precision"], part = 0, dayOfMonth = 0): WrittenDate => ({
    precision,
    year: Number(year),
    part,
    day: dayOfMonth,
  });
  if (quarter !== undefined) return of("quarter", Number(quarter));
  if (half !== undefined) return of("half", Number(half));
  if (month === undefined) return of("year");
  const part = Number(month);
  if (part < 1 || part > 12) return undefined;
  if (day === undefined) return of("month", part);
  const number = Number(day);
  return number >= 1 && number <= daysInMonth(Number(year), part)
    ? of("day", part, number)
    : undefined;
}

/** How many days a month (1–12) has, in the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The ISO form of a date written another way, such as `15.03.2026`, `2026/03/15`, `2026-3-5`,
 * `2026q1` or `Q1-2026`; undefined where the text is no date, or could be two.
 */
export function suggestDate(text: string): string | undefined {
  const iso = rewriteDate(text.trim());
  return iso === undefined || readDate(iso) === undefined ? undefined : iso;
}

function rewriteDate(text: string): string | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:T.*)?$/.exec(text);
  if (yearFirst !== null) return joinDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact !== null) return joinDate(compact[1], compact[2], compact[3]);
  const part = /^(\d{4})[-/. ]?([qQhH])[-. ]?(\d)$/.exec(text);
  if (part !== null) return `${part[1]}-${part[2]?.toUpperCase()}${part[3]}`;
  const partFirst = /^([qQhH])[-. ]?(\d)[-/. ]?(\d{4})$/.exec(text);
  if (partFirst !== null) return `${partFirst[3]}-${partFirst[1]?.toUpperCase()}${partFirst[2]}`;
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthFirst !== null) return joinDate(monthFirst[2], monthFirst[1]);
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast === null) return undefined;
  const [, first, separator, second, year] = yearLast;
  // With dots the day comes first everywhere; with others only a number above 12 tells the day.
  const dayFirst = joinDate(year, second, first);
  if (separator === "." || Number(first) === Number(second)) return dayFirst;
  if (Number(first) > 12) return dayFirst;
  return Number(second) > 12 ? joinDate(year, first, second) : undefined;
}

function joinDate(year = "", month = "", day?: string): string {
  const head = `${year}-${month.padStart(2, "0")}`;
  return day === undefined ? head : `${head}-${day.padStart(2, "0")}`;
}

/** The form in which names are compared. */
export function nfc(name: string): string {
  return name.normalize("NFC");
}
