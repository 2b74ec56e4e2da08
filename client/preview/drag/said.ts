// Days before and after a drag → what its label says: the new dates, and how much later or longer that is.
import { count, type DayNumber, dateParts, monthWords, shortDay } from "../../drawings/time.ts";
import type { BarDays, BarPart } from "./shift.ts";
import { type DateStep, monthsOfStep, stepsBetween } from "./spans.ts";

/** "Apr to Sep 2026", "12 Nov 2026 to 3 Mar 2027", "From Apr 2026, open end" */
export function stretchInWords({ start, end }: BarDays): string {
  const isWhole = dateParts(start).day === 1 && (end === undefined || dateParts(end + 1).day === 1);
  const words = isWhole ? monthOf : shortDay;
  if (end === undefined) return `From ${words(start)} ${yearOf(start)}, open end`;
  const [first, last] = [words(start), words(end)];
  if (yearOf(start) !== yearOf(end)) return `${first} ${yearOf(start)} to ${last} ${yearOf(end)}`;
  return first === last ? `${last} ${yearOf(end)}` : `${first} to ${last} ${yearOf(end)}`;
}

function monthOf(day: DayNumber): string {
  return monthWords[dateParts(day).month - 1] ?? "";
}

function yearOf(day: DayNumber): number {
  return dateParts(day).year;
}

/** "12 Nov 2026"; of a coarse date "by the end of Sep 2026" */
export function dateSaid(date: DayNumber, step: DateStep): string {
  if (monthsOfStep(step) === 0 || dateParts(date + 1).day !== 1)
    return `${shortDay(date)} ${yearOf(date)}`;
  return `By the end of ${monthOf(date)} ${yearOf(date)}`;
}

/** "1 quarter later", "3 months earlier"; undefined where nothing has changed. */
export function differenceSaid(from: DayNumber, to: DayNumber, step: DateStep): string | undefined {
  if (from === to) return undefined;
  const [steps, unit] = stepsSaid(from, to, step);
  return `${count(Math.abs(steps), unit)} ${steps > 0 ? "later" : "earlier"}`;
}

/** "ends 1 quarter later" */
export function changeSaid(
  part: BarPart,
  from: BarDays,
  to: BarDays,
  step: DateStep,
): string | undefined {
  if (part !== "end") {
    const words = differenceSaid(from.start, to.start, step);
    return words && (part === "start" ? `starts ${words}` : words);
  }
  const { end: before } = from;
  const { end: after } = to;
  if (before === undefined || after === undefined) return undefined;
  const words = differenceSaid(before + 1, after + 1, step);
  return words && `ends ${words}`;
}

const names: Readonly<Record<DateStep, string>> = {
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  half: "half-year",
  year: "year",
};

/** In the steps in which it is written, else in months, else in days. */
function stepsSaid(from: DayNumber, to: DayNumber, step: DateStep): readonly [number, string] {
  const steps = stepsBetween(from, to, step);
  if (steps !== undefined) return [steps, names[step]];
  const months = monthsOfStep(step) > 0 ? stepsBetween(from, to, "month") : undefined;
  return months === undefined ? [to - from, "day"] : [months, "month"];
}
