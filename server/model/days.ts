// Days → how people write and count them: "1 April to 30 June 2026", "3 months", "in 38 days".

import { counted } from "../words/wording.ts";
import { type Day, type DaySpan, endOf, monthsIn, parts } from "./calendar.ts";

/** The months of the calendar, in words. */
export const monthNames: readonly string[] = [
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
];

const weekdays = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/** `23 November 2026` */
export function longDay(at: Day): string {
  return `${dayAndMonth(at)} ${parts(at).year}`;
}

/** `Monday, 23 November 2026`: day 0 was a Thursday. */
export function weekdayOf(at: Day): string {
  return `${weekdays[((at % 7) + 7) % 7]}, ${longDay(at)}`;
}

/** The name of a month, 1 to 12. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? "";
}

function dayAndMonth(at: Day): string {
  const { month, day } = parts(at);
  return `${day} ${monthName(month)}`;
}

/** `1 to 31 March 2026`, `1 April to 30 June 2026`, `1 October 2026 to 31 March 2027`. */
export function daysOf({ start, end }: DaySpan): string {
  if (start === end) return longDay(start);
  const [a, b] = [parts(start), parts(end)];
  if (a.year !== b.year) return `${longDay(start)} to ${longDay(end)}`;
  const from = a.month === b.month ? String(a.day) : dayAndMonth(start);
  return `${from} to ${longDay(end)}`;
}

/** `2 years, 730 days`, `15 months, 456 days`, `6 weeks, 42 days`, `10 days`; both days belong to it. */
export function lengthInWords(span: DaySpan): string {
  const days = span.end - span.start + 1;
  const whole = wholeUnits(span);
  return [...(whole === undefined ? [] : [whole]), counted(days, "day")].join(", ");
}

function wholeUnits({ start, end }: DaySpan): string | undefined {
  const touched = monthsIn({ start, end });
  for (const count of [touched, touched - 1]) {
    if (count < 1 || endOf(start, { count, unit: "month" }) !== end) continue;
    return count % 12 === 0 ? counted(count / 12, "year") : counted(count, "month");
  }
  const days = end - start + 1;
  return days % 7 === 0 ? counted(days / 7, "week") : undefined;
}

/** How far a day is from today: `today`, `in 38 days`, `54 days ago`, `in about 14 months`. */
export function fromToday(at: Day, today: Day): string {
  const days = Math.abs(at - today);
  if (days === 0) return "today";
  if (days === 1) return at > today ? "tomorrow" : "yesterday";
  const long = days > 92 ? `about ${counted(Math.round(days / 30.437), "month")}` : `${days} days`;
  return at > today ? `in ${long}` : `${long} ago`;
}
