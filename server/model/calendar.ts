// Written dates → days: coarse dates as spans, fiscal years, and lengths of time.
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

/** A year, a month (1–12) and a day of it. */
interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 0000-03-01 to 1970-01-01, and in the 400 years after which the calendar repeats itself. */
const toEpoch = 719_468;
const era = 146_097;

/**
 * The day of a date in the Gregorian calendar, counted in years that begin in March so that the
 * leap day is the last one (the algorithm `days_from_civil` of Howard Hinnant, 2013).
 */
function dayOf({ year, month, day: dayOfMonth }: CalendarDate): Day {
  const fromMarch = month > 2 ? year : year - 1;
  const eras = Math.floor(fromMarch / 400);
  const inEra = fromMarch - eras * 400;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const leaps = Math.floor(inEra / 4) - Math.floor(inEra / 100);
  return eras * era + inEra * 365 + leaps + inYear - toEpoch;
}

/** The date of a day: the same the other way round (`civil_from_days`). */
function dateOf(at: Day): CalendarDate {
  const sinceMarch = Math.floor(at) + toEpoch;
  const eras = Math.floor(sinceMarch / era);
  const inEra = sinceMarch - eras * era;
  const leaps =
    Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / (era - 1));
  const years = Math.floor((inEra - leaps) / 365);
  const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  const dayOfMonth = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: years + eras * 400 + (month > 2 ? 0 : 1), month, day: dayOfMonth };
}

const lastDay = dayOf({ year: 9999, month: 12, day: 31 });

/** The day of an ISO date such as `2026-11-23`; throws on anything else. */
export function day(iso: string): Day {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(dayOfMonth) };
  const at = dayOf(date);
  if (year === undefined || dateOf(at).day !== date.day || dateOf(at).month !== date.month)
    throw new RangeError(`'${iso}' is no date.`);
  return at;
}

/** `2026-11-23` */
export function iso(at: Day): string {
  const { year, month, day: dayOfMonth } = dateOf(at);
  // A fiscal year 0000 begins in the year before, which ISO writes with six digits.
  const sign = year < 0 ? "-" : "";
  const digits = String(Math.abs(year)).padStart(year < 0 ? 6 : 4, "0");
  return `${sign}${digits}-${two(month)}-${two(dayOfMonth)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** `23 Nov 2026`, as people read it. */
export function readable(at: Day): string {
  const date = dateOf(at);
  return `${date.day} ${months[date.month - 1]} ${date.year}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The year, month (1–12) and day of a day. */
export function parts(at: Day): CalendarDate {
  return dateOf(at);
}

/** The first day of a month counted from January of a year; other months run into other years. */
function monthStart(year: number, month: number): Day {
  const index = year * 12 + month - 1;
  return dayOf({ year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 });
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
    const at = dayOf({ year: date.year, month: date.part, day: date.day });
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
  const { year, month } = dateOf(start);
  if (year * 12 + month - 1 + monthsLong >= 120_000) return lastDay;
  const to = inMonths(start, monthsLong);
  return dateOf(to).day === dateOf(start).day ? to - 1 : to;
}

/** The same day of the month some months later, or the last one where that month is shorter. */
function inMonths(start: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = dateOf(start);
  const first = monthStart(year, month + months);
  const length = monthStart(year, month + months + 1) - first;
  return Math.min(first + Math.min(dayOfMonth, length) - 1, lastDay);
}

/** A quarter of the (fiscal) year and how it is written: `2026-Q4`. */
export interface Quarter extends DaySpan {
  readonly name: string;
}

/** The quarter in which a day lies. */
export function quarterOf(at: Day, fiscal: Fiscal): Quarter {
  const { year, month } = dateOf(at);
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
  const from = dateOf(span.start);
  const to = dateOf(span.end);
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** A day some months later; a part of a month is that part of the days of the month it falls in. */
export function monthsAfter(start: Day, months: number): Day {
  const whole = Math.floor(months);
  const at = inMonths(start, whole);
  const next = inMonths(start, whole + 1);
  return at + (next - at) * (months - whole);
}
