// A length behind `for` and what is dragged → the length that fits, in its unit.
import type { Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { type Day, endOf, monthsAfter, parts } from "../model/calendar.ts";
import type { WrittenPeriod } from "../model/entity.ts";
import { rewritten, type Timeline } from "./timeline.ts";

type Length = NonNullable<WrittenPeriod["length"]>;
type Unit = Length["unit"];

/** No length is written with more. */
const most = 100_000;

const daysOf = { day: 1, week: 7 } as const;
const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** So many units from a start that they end nearest to a day; at least one. */
export function countUntil(start: Day, end: Day, unit: Unit): number {
  const about = unitsBetween(start, end + 1, unit);
  const far = (count: number) => Math.abs(endOf(start, { count, unit }) - end);
  const near = [about - 1, about, about + 1].filter((count) => count > 0);
  return near.reduce((a, b) => (far(b) < far(a) ? b : a), Math.max(1, about));
}

/** How many units one day is behind another, rounded; the same the other way round, with a minus. */
export function unitsBetween(from: Day, to: Day, unit: Unit): number {
  const length =
    unit === "day" || unit === "week"
      ? (to - from) / daysOf[unit]
      : (monthsSince(to) - monthsSince(from)) / monthsOf[unit];
  return Math.sign(length) * Math.round(Math.abs(length));
}

/** Months, of which a day is a part as it is of the longest. */
function monthsSince(at: Day): number {
  const { year, month, day } = parts(at);
  return year * 12 + month + (day - 1) / 31;
}

/** A day some units later. */
export function unitsLater(start: Day, count: number, unit: Unit): Day {
  if (unit === "day" || unit === "week") return start + count * daysOf[unit];
  return monthsAfter(start, count * monthsOf[unit]);
}

/** A timeline of another length. */
export function lasting(
  { entity, period }: Timeline,
  { count, unit }: Length,
): readonly SourceEdit[] | Refusal {
  const measure = period.node.length?.measure;
  if (measure?.unit === undefined || period.length === undefined) return [];
  if (count > most) return { refused: `No length is over ${most} ${unit}s. Drag it less far.` };
  if (count === period.length.count && unit === period.length.unit) return [];
  return [
    ...rewritten(entity, measure.number, String(count)),
    ...rewritten(entity, measure.unit, count === 1 ? unit : `${unit}s`),
  ];
}
