// Calendar days as numbers, the way from a day to a place on the calendar, and dates in words.
import type { Calendar } from "../../server/views/roadmap/shape.ts";
import type { IsoDay } from "../../server/views/shape.ts";

/** Whole days since 1 January 1970. */
export type DayNumber = number;

const msPerDay = 86_400_000;

/** The day that an ISO date names. */
export function dayOf(iso: IsoDay): DayNumber {
  const [year = 1970, month = 1, day = 1] = iso.split("-").map(Number);
  return dayIn(year, month, day);
}

/** The first day of a month; months before 1 and after 12 run into the years beside. */
export function monthStart(year: number, month: number): DayNumber {
  return dayIn(year, month, 1);
}

/** `Date.UTC` takes the years up to 99 for those of the last century. */
function dayIn(year: number, month: number, day: number): DayNumber {
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / msPerDay);
}

export function dateParts(day: DayNumber): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = new Date(day * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The ISO date of a day. */
export function isoOf(day: DayNumber): IsoDay {
  return new Date(day * msPerDay).toISOString().slice(0, -14);
}

export const monthWords = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;
const longMonthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "23 Nov" */
export function shortDay(day: DayNumber): string {
  const { month, day: date } = dateParts(day);
  return `${date} ${monthWords[month - 1]}`;
}

/** "1 Sep 2026" */
export function dateInWords(iso: IsoDay): string {
  const day = dayOf(iso);
  return `${shortDay(day)} ${dateParts(day).year}`;
}

/** "23 November 2026" */
export function longDate(iso: IsoDay): string {
  const { year, month, day } = dateParts(dayOf(iso));
  return `${day} ${longMonthNames[month - 1]} ${year}`;
}

/** "3 days", "1 day" */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** The part of the calendar that is drawn, and how wide: linear in days. */
export interface Scale {
  readonly start: DayNumber;
  /** The day after the last. */
  readonly end: DayNumber;
  readonly width: number;
  readonly calendar: Calendar;
}

export function scaleOf(calendar: Calendar, width: number): Scale {
  return { start: dayOf(calendar.start), end: dayOf(calendar.end) + 1, width, calendar };
}

/** Where the start of a day lies, in px from the left edge of the calendar. */
export function xOf(scale: Scale, day: DayNumber): number {
  return ((day - scale.start) / Math.max(1, scale.end - scale.start)) * scale.width;
}

/** The day that lies at `x`. */
export function dayAt(scale: Scale, x: number): DayNumber {
  return Math.floor(scale.start + (x / scale.width) * (scale.end - scale.start));
}

const daysPerQuarter = 91.31;

/** How wide a quarter is, in px. */
export function quarterWidth(scale: Scale): number {
  return (scale.width / Math.max(1, scale.end - scale.start)) * daysPerQuarter;
}

/** How wide the calendar is where a quarter has this width. */
export function widthFor(calendar: Calendar, quarter: number): number {
  return ((dayOf(calendar.end) + 1 - dayOf(calendar.start)) / daysPerQuarter) * quarter;
}
