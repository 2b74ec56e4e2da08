// A day and how precisely dates are written → the span that such a date stands for, and the nearest of them.
import type { Calendar, Precision } from "../../../server/views/roadmap/shape.ts";
import { type DayNumber, dateParts, monthStart } from "../../drawings/time.ts";

/** What a date or a length is counted in. */
export type DateStep = Precision | "week";

const monthsOf: Readonly<Record<DateStep, number>> = {
  day: 0,
  week: 0,
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};

/** How many months a step has; 0 for days and weeks. */
export function monthsOfStep(step: DateStep): number {
  return monthsOf[step];
}

/** The first day of the span that holds a day. Quarters, halves and years are fiscal. */
export function firstOf(day: DayNumber, step: Precision, calendar: Calendar): DayNumber {
  const length = monthsOf[step];
  if (length === 0) return day;
  const first = length === 1 ? 1 : calendar.fiscalStart;
  const { year, month } = dateParts(day);
  const since = year * 12 + month - first;
  const begins = Math.floor(since / length) * length;
  return monthStart(Math.floor(begins / 12), (((begins % 12) + 12) % 12) + first);
}

/** The last day of that span. */
export function lastOf(day: DayNumber, step: Precision, calendar: Calendar): DayNumber {
  const length = monthsOf[step];
  return length === 0 ? day : inMonths(firstOf(day, step, calendar), length) - 1;
}

/** The first day of a span that is nearest to a day. */
export function nearestFirst(day: DayNumber, step: Precision, calendar: Calendar): DayNumber {
  const before = firstOf(day, step, calendar);
  const after = lastOf(day, step, calendar) + 1;
  return monthsOf[step] > 0 && after - day < day - before ? after : before;
}

/** The last day of a span that is nearest to a day. */
export function nearestLast(day: DayNumber, step: Precision, calendar: Calendar): DayNumber {
  return monthsOf[step] === 0 ? day : nearestFirst(day + 1, step, calendar) - 1;
}

/** The same day so many months later; a day that the month does not have is its last. */
export function inMonths(day: DayNumber, months: number): DayNumber {
  const { year, month, day: date } = dateParts(day);
  const last = monthStart(year, month + months + 1) - 1;
  return Math.min(last, monthStart(year, month + months) + date - 1);
}

/** The same for a last day: the end of a month stays the end of a month. */
export function endInMonths(day: DayNumber, months: number): DayNumber {
  return inMonths(day + 1, months) - 1;
}

/** The last day of so many months that begin with a day: from the 31st they end on the last day of a month. */
export function lastInMonths(start: DayNumber, months: number): DayNumber {
  const next = inMonths(start, months);
  return dateParts(next).day < dateParts(start).day ? next : next - 1;
}

/** Months since the year 0, of which a day is a part as it is of the longest. */
export function monthsSince(at: DayNumber): number {
  const { year, month, day } = dateParts(at);
  return year * 12 + month + (day - 1) / 31;
}

/** How many whole steps lie from one day to another; undefined where they are no whole number. */
export function stepsBetween(from: DayNumber, to: DayNumber, step: DateStep): number | undefined {
  const length = monthsOf[step];
  if (length === 0) {
    const days = (to - from) / (step === "week" ? 7 : 1);
    return Number.isInteger(days) ? days : undefined;
  }
  const [a, b] = [dateParts(from), dateParts(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return months % length === 0 && inMonths(from, months) === to ? months / length : undefined;
}
