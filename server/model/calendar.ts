// Written dates → days: coarse dates as spans, fiscal years, and lengths of time.
import { Temporal } from "temporal-polyfill";
import type { WrittenDate } from "../../grammar/values.ts";
import type { WrittenPeriod } from "./entity.ts";

/** A day as the number of days since 1970-01-01, so that days subtract and compare as numbers. */
export type Day = number;

/** First and last day; both belong to it. */
export interface DaySpan {
  readonly start: Day;
  readonly end: Day;
}

/** When the fiscal year begins (1–12), and whether it bears the year of its start or of its end. */
export interface Fiscal {
  readonly month: number;
  readonly namedBy: "start" | "end";
}

export const calendarYear: Fiscal = { month: 1, namedBy: "end" };

const epoch = Temporal.PlainDate.from("1970-01-01");
const lastDay = epoch.until("9999-12-31").days;

function plain(day: Day): Temporal.PlainDate {
  return epoch.add({ days: day });
}

function dayOf(date: Temporal.PlainDate): Day {
  return Math.min(epoch.until(date).days, lastDay);
}

/** The day of an ISO date such as `2026-11-23`; throws on anything else. */
export function day(iso: string): Day {
  return dayOf(Temporal.PlainDate.from(iso));
}

/** `2026-11-23` */
export function iso(at: Day): string {
  return plain(at).toString();
}

/** `23 Nov 2026`, as people read it. */
export function readable(at: Day): string {
  const date = plain(at);
  return `${date.day} ${months[date.month - 1]} ${date.year}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The year, month (1–12) and day of a day. */
export function parts(at: Day): { year: number; month: number; day: number } {
  const { year, month, day: dayOfMonth } = plain(at);
  return { year, month, day: dayOfMonth };
}

/** The first day of a month counted from January of a year; other months run into other years. */
function monthStart(year: number, month: number): Day {
  const index = year * 12 + month - 1;
  const first = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 };
  return epoch.until(Temporal.PlainDate.from(first)).days;
}

/** A run of whole months, from a month counted from January of a year. */
function monthSpan(year: number, month: number, count: number): DaySpan {
  const end = Math.min(monthStart(year, month + count) - 1, lastDay);
  return { start: Math.min(monthStart(year, month), lastDay), end };
}

/**
 * The span that a written date stands for. Years, halves and quarters are fiscal, months and days
 * never. A fiscal year named by its end begins in the year before, unless it begins in January.
 */
export function spanOf(date: WrittenDate, fiscal: Fiscal): DaySpan {
  if (date.precision === "day") {
    const at = dayOf(Temporal.PlainDate.from({ year: date.year, month: date.part, day: date.day }));
    return { start: at, end: at };
  }
  if (date.precision === "month") return monthSpan(date.year, date.part, 1);
  const year = fiscal.month > 1 && fiscal.namedBy === "end" ? date.year - 1 : date.year;
  if (date.precision === "year") return monthSpan(year, fiscal.month, 12);
  const length = date.precision === "half" ? 6 : 3;
  return monthSpan(year, fiscal.month + (date.part - 1) * length, length);
}

/**
 * The last day of a length that begins on `start`: `for 1 month` from 15 Mar ends on 14 Apr, from
 * 31 Mar on 30 Apr, since a month from the 31st ends on the last day.
 */
export function endOf(start: Day, length: NonNullable<WrittenPeriod["length"]>): Day {
  const { count, unit } = length;
  if (unit === "day") return Math.min(start + count - 1, lastDay);
  if (unit === "week") return Math.min(start + count * 7 - 1, lastDay);
  const monthsLong = count * (unit === "month" ? 1 : unit === "quarter" ? 3 : 12);
  const from = plain(start);
  if (from.year + monthsLong / 12 > 9999) return lastDay;
  const to = from.add({ months: monthsLong });
  return to.day === from.day ? dayOf(to) - 1 : dayOf(to);
}

/** A quarter of the (fiscal) year and how it is written: `2026-Q4`. */
export interface Quarter extends DaySpan {
  readonly name: string;
}

/** The quarter in which a day lies. */
export function quarterOf(at: Day, fiscal: Fiscal): Quarter {
  const { year, month } = plain(at);
  const since = (month - fiscal.month + 12) % 12;
  const startYear = month < fiscal.month ? year - 1 : year;
  const number = Math.floor(since / 3) + 1;
  const named = fiscal.month > 1 && fiscal.namedBy === "end" ? startYear + 1 : startYear;
  const span = monthSpan(startYear, fiscal.month + (number - 1) * 3, 3);
  return { ...span, name: `${named}-Q${number}` };
}

/** The quarters that a span touches, in order. */
export function quartersIn(span: DaySpan, fiscal: Fiscal): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let at = span.start; at <= span.end; ) {
    const quarter = quarterOf(at, fiscal);
    quarters.push(quarter);
    if (quarter.end >= lastDay) break;
    at = quarter.end + 1;
  }
  return quarters;
}

/** How many calendar months a span touches: a started month counts whole. */
export function monthsIn(span: DaySpan): number {
  if (span.end < span.start) return 0;
  const from = plain(span.start);
  const to = plain(span.end);
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** A day some months later; a part of a month is that part of the days of the month it falls in. */
export function monthsAfter(start: Day, months: number): Day {
  const whole = Math.floor(months);
  const at = dayOf(plain(start).add({ months: whole }));
  const next = dayOf(plain(start).add({ months: whole + 1 }));
  return at + (next - at) * (months - whole);
}
