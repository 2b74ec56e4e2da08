// A date in a sample → the date as far from today, in the fiscal year of the project and within the bounds of the plan.
import { readDate, type WrittenDate } from "../../grammar/values.ts";
import { targetDate } from "../edits/placeholders.ts";
import {
  calendarYear,
  type Day,
  type DaySpan,
  iso,
  parts,
  quarterOf,
  spanOf,
} from "../model/calendar.ts";
import type { Model } from "../model/universe.ts";

/** The day on which the samples of the vocabulary were written: in the first month of a year. */
const written = { year: 2026, quarter: 1, month: 1 };

/** Between which days something new should lie. */
export interface Bounds {
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

/** A single date of a sample: a whole year stands for the end of the plan, a day for today. */
export function dateAhead(model: Model, date: WrittenDate, { first, last }: Bounds): string {
  if (date.precision === "year") return last === undefined ? targetDate(model) : short(last);
  const moved = movedDate(model, date);
  const { end } = spanIn(model, moved);
  if (date.precision === "day") return moved;
  if (last !== undefined && end > last) return short(last);
  return first !== undefined && end < first ? iso(first) : moved;
}

/** A period of a sample, cut off where it would leave the bounds. */
export function periodAhead(
  model: Model,
  from: WrittenDate,
  to: WrittenDate,
  { first, last }: Bounds,
): { readonly start: string; readonly end: string } {
  let now = model.today;
  let start = movedDate(model, from);
  if (first !== undefined && spanIn(model, start).start < first) {
    // What begins next quarter begins with what is around it, and takes as long.
    const quarter = quarterOf(first, fiscalOf(model));
    now = quarter.start - 1;
    start = quarter.start === first ? quarter.name : iso(first);
  }
  const end = movedDate(model, to, now);
  if (last === undefined || spanIn(model, end).end <= last) return { start, end };
  // The plan is over before it would begin: it can only run from now on.
  const begins = spanIn(model, start).start;
  if (begins > last) return { start: iso(model.today), end: short(last) };
  const quarter = quarterOf(last, fiscalOf(model));
  return { start, end: quarter.end === last ? quarter.name : short(last) };
}

/** The date of a sample as far from today as it was from the day on which it was written. */
function movedDate(model: Model, date: WrittenDate, now = model.today): string {
  const { year, month } = parts(now);
  const years = date.year - written.year;
  if (date.precision === "day") return iso(model.today);
  if (date.precision === "month") {
    const index = year * 12 + month - 1 + years * 12 + date.part - written.month;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  }
  const fiscal = fiscalOf(model);
  let quarter = quarterOf(now, fiscal);
  if (date.precision === "year") return String(Number(quarter.name.slice(0, 4)) + years);
  const part = date.precision === "half" ? date.part * 2 - 1 : date.part;
  for (let ahead = years * 4 + part - written.quarter; ahead > 0; ahead--)
    quarter = quarterOf(quarter.end + 1, fiscal);
  return quarter.name;
}

function spanIn(model: Model, text: string): DaySpan {
  const date = readDate(text);
  const none = { start: model.today, end: model.today };
  return date === undefined ? none : spanOf(date, fiscalOf(model));
}

function fiscalOf(model: Model) {
  return model.fiscal ?? calendarYear;
}

/** The month that a day ends, else the day: as a deadline both are the same day. */
function short(at: Day): string {
  return parts(at + 1).day === 1 ? iso(at).slice(0, 7) : iso(at);
}
