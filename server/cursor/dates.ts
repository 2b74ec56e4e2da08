// Where a date is asked → dates that fit: quarters of the horizon, recent months, today.
import { readDate } from "../../grammar/values.ts";
import {
  calendarYear,
  type Day,
  type DaySpan,
  iso,
  parts,
  quartersIn,
  readable,
  spanOf,
} from "../model/calendar.ts";
import { valueIn } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import type { Suggestion } from "./suggestion.ts";

const year = 366;

/** The horizon of the strategy as written; without one, last year and the two that follow. */
function horizonOf(model: Model): DaySpan {
  const fiscal = model.fiscal ?? calendarYear;
  const period = model.strategy && valueIn(model.strategy, "horizon", "period");
  const start = period?.start && spanOf(period.start, fiscal).start;
  const end = period?.end && spanOf(period.end, fiscal).end;
  const first = start ?? model.today - year;
  return { start: first, end: Math.max(end ?? model.today + 2 * year, first) };
}

/**
 * Dates of a plan: the quarters of the horizon, the current one first, then its years and today.
 * With `from`, the text of a date, only those that do not end before it.
 */
export function plannedDates(model: Model, from?: string): readonly Suggestion[] {
  const fiscal = model.fiscal ?? calendarYear;
  const written = from === undefined ? undefined : readDate(from);
  const first = written && spanOf(written, fiscal).start;
  const { start, end } = horizonOf(model);
  const quarters = quartersIn({ start, end: Math.min(end, start + 10 * year) }, fiscal);
  const coming = quarters.filter((one) => one.end >= (first ?? model.today));
  const past = quarters.filter((one) => one.end < model.today);
  const years = [...new Set(quarters.map((one) => one.name.slice(0, 4)))];
  const spans = [
    ...coming.map((one) => named(one.name, one, 0)),
    ...years.flatMap((name) => {
      const date = readDate(name);
      return date === undefined ? [] : [named(name, spanOf(date, fiscal), 1)];
    }),
    ...months(model, 0, 11).map((one) => ({ ...one, rank: 2 })),
    today(model, 3),
    ...(first === undefined ? past.map((one) => named(one.name, one, 4)) : []),
  ];
  return spans.filter((one) => first === undefined || endOf(one.label, model) >= first);
}

function endOf(label: string, model: Model): Day {
  const date = readDate(label);
  return date === undefined ? 0 : spanOf(date, model.fiscal ?? calendarYear).end;
}

/** Dates of what was measured: this month and the ones before it, and today. */
export function measuredDates(model: Model): readonly Suggestion[] {
  return [...months(model, -11, 0).toReversed(), today(model, 1)];
}

/** Single days: today, then the ends of the coming quarters and months. */
export function singleDates(model: Model): readonly Suggestion[] {
  return [today(model, 0), ...plannedDates(model)].filter(
    (one, index, all) => all.findIndex((other) => other.label === one.label) === index,
  );
}

function today(model: Model, rank: number): Suggestion {
  return { label: iso(model.today), kind: "date", note: "today", rank };
}

function named(label: string, span: DaySpan, rank: number): Suggestion {
  return { label, kind: "date", note: `${readable(span.start)} – ${readable(span.end)}`, rank };
}

/** Months from today's on, by number: 0 is this month. */
function months(model: Model, from: number, to: number): readonly Suggestion[] {
  const { year: thisYear, month } = parts(model.today);
  const found: Suggestion[] = [];
  for (let step = from; step <= to; step++) {
    const index = thisYear * 12 + month - 1 + step;
    const label = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    const date = readDate(label);
    if (date !== undefined) found.push(named(label, spanOf(date, calendarYear), 0));
  }
  return found;
}
