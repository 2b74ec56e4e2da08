// A written date and a day → the date of the same precision that comes nearest, or stands so many months later.
import { readDate, type WrittenDate } from "../../grammar/values.ts";
import type { Refusal } from "../edits/refusal.ts";
import { calendarYear, type Day, type Fiscal, parts, spanOf } from "../model/calendar.ts";

type Precision = WrittenDate["precision"];

/** At which end of a period a date stands: it counts by its first day or by its last one. */
export type DateEdge = "start" | "end";

/** How many months a date of a precision covers; a day is no month. */
export const monthsInStep: Readonly<Record<Precision, number>> = {
  day: 0,
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};

/** What is said of dates that no text can name. */
export const outOfReach: Refusal = {
  refused: "Dates lie in the years 0001 to 9999. Drag it less far.",
};

/** A date as the language writes it; undefined outside of the years that it can name. */
export function textOfDate(date: WrittenDate): string | undefined {
  const { precision, part } = date;
  if (date.year < 1 || date.year > 9999) return undefined;
  const year = digits(date.year, 4);
  switch (precision) {
    case "year":
      return year;
    case "half":
      return `${year}-H${part}`;
    case "quarter":
      return `${year}-Q${part}`;
    case "month":
      return `${year}-${digits(part, 2)}`;
    case "day":
      return `${year}-${digits(part, 2)}-${digits(date.day, 2)}`;
  }
}

/** A period as the language writes it: one whose ends are the same date as that date alone. */
export function textOfPeriod(start: WrittenDate, end: WrittenDate): string | undefined {
  const [from, to] = [textOfDate(start), textOfDate(end)];
  if (from === undefined || to === undefined) return undefined;
  return from === to ? from : `${from} .. ${to}`;
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, "0");
}

export function noDay(text: string): Refusal {
  return { refused: `'${text}' is no day of the calendar. Drag it to another one.` };
}

/** The day of an ISO date; undefined where the calendar has none such. */
export function dayOfIso(text: string): Day | undefined {
  const date = readDate(text);
  return date?.precision === "day" ? spanOf(date, calendarYear).start : undefined;
}

/** A day, written as such. */
export function onDay(at: Day): WrittenDate {
  const { year, month, day } = parts(at);
  return { precision: "day", year, part: month, day };
}

/** The date of a precision in whose span a day lies. */
export function dateAround(at: Day, precision: Precision, fiscal: Fiscal): WrittenDate {
  const months = monthsInStep[precision];
  if (months === 0) return onDay(at);
  const { year, month } = parts(at);
  if (precision === "month") return numbered(precision, year * 12 + month - 1);
  const begun = month < fiscal.month ? year - 1 : year;
  const named = fiscal.month > 1 && fiscal.namedBy === "end" ? begun + 1 : begun;
  const since = (month - fiscal.month + 12) % 12;
  return numbered(precision, named * (12 / months) + Math.floor(since / months));
}

/** The date of a precision that begins, or ends, nearest to a day. */
export function nearestDate(
  at: Day,
  { precision, edge, fiscal }: { precision: Precision; edge: DateEdge; fiscal: Fiscal },
): WrittenDate {
  const around = dateAround(at, precision, fiscal);
  const months = monthsInStep[precision];
  if (months === 0) return around;
  const next = monthsLater(around, edge === "start" ? months : -months);
  const far = (date: WrittenDate) => Math.abs(spanOf(date, fiscal)[edge] - at);
  return far(next) < far(around) ? next : around;
}

/** A coarse date so many months later, of which its precision must be able to make steps. */
export function monthsLater(date: WrittenDate, months: number): WrittenDate {
  const each = monthsInStep[date.precision];
  return numbered(date.precision, numberOf(date) + months / each);
}

/** Coarse dates of a precision, counted through all years. */
function numberOf({ precision, year, part }: WrittenDate): number {
  return precision === "year" ? year : (year * 12) / monthsInStep[precision] + part - 1;
}

function numbered(precision: Precision, number: number): WrittenDate {
  const inYear = 12 / monthsInStep[precision];
  const year = Math.floor(number / inYear);
  const part = precision === "year" ? 0 : number - year * inYear + 1;
  return { precision, year, part, day: 0 };
}

export function isSameDate(a: WrittenDate, b: WrittenDate): boolean {
  return a.precision === b.precision && a.year === b.year && a.part === b.part && a.day === b.day;
}
