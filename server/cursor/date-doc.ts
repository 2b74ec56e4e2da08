// A date or a period at a place → the days that it means, in sentences.
import type { DateNode, Span } from "../../grammar/tree.ts";
import { readDate, type WrittenDate } from "../../grammar/values.ts";
import { calendarYear, type DaySpan, endOf, type Fiscal } from "../model/calendar.ts";
import { daysOf, fromToday, lengthInWords, longDay, monthName, weekdayOf } from "../model/days.ts";
import { type Dates, datesOf, milestoneDate, spanIn } from "../model/derive/schedule.ts";
import { type Entity, type Ref, type Typed, valuesOf } from "../model/entity.ts";
import { entityOf } from "../model/resolve.ts";
import type { Model, Universe } from "../model/universe.ts";
import { type Inline, inline, type Markdown, md, together } from "../words/markdown.ts";
import { capital } from "../words/phrases.ts";
import { joined } from "../words/wording.ts";
import { titled } from "./cards/facts.ts";
import { passed, runningIn } from "./figures.ts";
import { touched, type Written } from "./written.ts";

/** What a date stands for: it makes a coarse one its first day or its last. */
type Use = "start" | "end" | "deadline" | "on" | "by" | "until" | "whole";

export interface Said {
  /** Relative to the chunk. */
  readonly span: Span;
  readonly text: Markdown;
}

/** What there is to say about a date or a period; undefined at another value. */
export function dateDoc(
  model: Model,
  { value, entity, field }: Written,
  at: number,
): Said | undefined {
  const { node } = value;
  const head = node.head;
  switch (value.is) {
    case "date":
      return head && { span: head, text: dateText(model, value.date, "deadline") };
    case "dated": {
      const date = touched(at, node.at)?.date;
      const word = node.at?.word.text === "by" ? "by" : "on";
      return value.date && date && { span: date, text: dateText(model, value.date, word) };
    }
    case "period": {
      const whole = periodText(model, entity, field, value);
      const start = head?.type === "after" ? undefined : touched(at, head);
      const isOne = !node.until && !node.length;
      if (start !== undefined && value.start !== undefined) {
        const text = dateText(model, value.start, isOne ? "whole" : "start");
        return {
          span: start,
          text: isOne ? paragraphs(text, whole.more) : paragraphs(text, whole.text),
        };
      }
      const end = dateIn(touched(at, node.until?.date));
      if (end !== undefined) {
        const text = dateText(model, end.date, "end");
        return { span: end.span, text: paragraphs(text, whole.text) };
      }
      return { span: value.span, text: whole.text };
    }
  }
  return undefined;
}

function paragraphs(...parts: readonly Inline[]): Markdown {
  return together(parts, "\n\n");
}

function dateIn(
  node: (DateNode & Span) | undefined,
): { date: WrittenDate; span: Span } | undefined {
  const date = node && readDate(node.text);
  return node && date && { date, span: node };
}

/** "**2026-Q2** is 1 April to 30 June 2026: 3 months, 91 days. As an end it means its last day." */
export function dateText(model: Model, date: WrittenDate, use: Use): Markdown {
  const span = spanIn(date, model.fiscal);
  if (span === undefined)
    return inline(
      "Which days this means is not known, since the fiscal year of the strategy cannot be read.",
    );
  // Without a fiscal year that can be read, only days and months have come this far.
  const { today, fiscal = calendarYear } = model;
  if (date.precision === "day")
    return md`**${weekdayOf(span.start)}**, ${fromToday(span.start, today)}.`;
  const days = md`${nameOf(date, fiscal)} is ${daysOf(span)}: ${lengthInWords(span)}.`;
  return paragraphs(together([days, meaning(span, use, today)], " "), fiscalNote(date, fiscal));
}

/** What a coarse date means in its place. */
function meaning({ start, end }: DaySpan, use: Use, today: number): string {
  const last = `its last day: ${longDay(end)}, ${fromToday(end, today)}`;
  switch (use) {
    case "start":
      return `As a start it means its first day: ${longDay(start)}, ${fromToday(start, today)}.`;
    case "end":
      return `As an end it means ${last}.`;
    case "deadline":
      return `Here it means ${last}.`;
    case "on":
    case "by":
    case "until":
      return `Behind '${use}' it means ${last}.`;
    case "whole":
      return "";
  }
}

/** "**2026-Q2**", and "a fiscal quarter" where that is another one than the calendar's. */
function nameOf({ precision, year, part }: WrittenDate, fiscal: Fiscal): Markdown {
  if (precision === "month") return md`**${monthName(part)} ${year}**`;
  const sign = precision === "quarter" ? `-Q${part}` : precision === "half" ? `-H${part}` : "";
  const name = md`**${String(year).padStart(4, "0")}${sign}**`;
  return fiscal.month === 1 ? name : md`${name}, a fiscal ${precision},`;
}

function fiscalNote({ precision }: WrittenDate, { month, namedBy }: Fiscal): string {
  if (month === 1 || precision === "month") return "";
  return `The fiscal year begins in ${monthName(month)} and bears the calendar year in which it ${namedBy}s.`;
}

type Period = Extract<Typed, { is: "period" }>;

interface PeriodText {
  readonly text: Markdown;
  /** What is left to say where the days are said already. */
  readonly more: Markdown;
}

/** "**1 April to 30 June 2026**: 3 months, 91 days. 53% of the time has passed." */
function periodText(model: Model, entity: Entity, field: string, period: Period): PeriodText {
  const own = isOwn(entity, field, period);
  const dates = own ? datesOf(model.universe, entity) : readDates(model, period);
  if (dates?.start === undefined) return { text: unknownText(model, period), more: inline("") };
  const days = md`**${capital(runningIn(dates))}**`;
  const { start, end } = dates;
  const long =
    end === undefined || end < start || dates.openEnd ? "." : `: ${lengthInWords({ start, end })}.`;
  // Behind `after`, where it starts is said with what it waits for.
  const isSaid = dates.computedStart && start > model.today;
  const time = own && !isSaid ? capital(passed(model.universe, entity)) : "";
  const more = together(
    [computed(model.universe, dates), time && `${time}.`, openText(dates)],
    " ",
  );
  return { text: together([md`${days}${long}`, more], " "), more };
}

/** Whether the dates of the entity are those of this period. */
function isOwn(entity: Entity, field: string, period: Period): boolean {
  const name = entity.kind === "strategy" ? "horizon" : "timeline";
  return field === name && valuesOf(entity, field)[0] === period;
}

/** The days of a period that stands for nothing but itself. */
function readDates(model: Model, { start, end, length, open }: Period): Dates | undefined {
  const first = start && spanIn(start, model.fiscal);
  if (first === undefined) return undefined;
  if (open) return { start: first.start, openEnd: true };
  if (length !== undefined) return { start: first.start, end: endOf(first.start, length) };
  const last = end === undefined ? first : spanIn(end, model.fiscal);
  return last && { start: first.start, end: last.end };
}

function computed(all: Universe, { start, computedStart, pushedBy }: Dates): Inline {
  if (!computedStart || pushedBy === undefined || start === undefined) return "";
  const ends = pushedBy.kind === "milestone" ? "is due" : "ends";
  return md`It starts on ${longDay(start)}, the day after ${titled(all, pushedBy)} ${ends}, and moves with it.`;
}

function openText({ openEnd }: Dates): string {
  return openEnd ? "Without an end it is never overdue." : "";
}

function unknownText(model: Model, { after = [] }: Period): Markdown {
  const undated = after.filter((ref) => !hasEnd(model, ref)).map((ref) => `'${ref.name}'`);
  if (undated.length === 0) return inline("Which days this means is not known.");
  return md`Which days this means is not known: no end is known of ${joined(undated, "and")}.`;
}

function hasEnd({ universe }: Model, ref: Ref): boolean {
  const target = entityOf(universe, ref);
  if (target === undefined) return false;
  const end =
    target.kind === "milestone" ? milestoneDate(universe, target) : datesOf(universe, target)?.end;
  return end !== undefined;
}
