// Timelines, horizons and dates as written → the days on which things start, end and are due.

import { memo, memoAlong } from "../../cells/memo.ts";
import { present } from "../../cells/present.ts";
import { along, type Ways } from "../along.ts";
import { calendarYear, type Day, type DaySpan, endOf, type Fiscal, spanOf } from "../calendar.ts";
import { type Entity, type Typed, unknownIn, valueIn, written } from "../entity.ts";
import { outline } from "../outline.ts";
import { inParts, partsOf } from "../programmes.ts";
import { relations } from "../relations.ts";
import { entityOf } from "../resolve.ts";
import { closedAs, isCommitted, isDecided, isOpen, isProposed, statusOf } from "../status.ts";
import { tangled } from "../tangles.ts";
import type { Model, Universe } from "../universe.ts";

/** When something runs. Both days belong to it; what is missing is not known. */
export interface Dates {
  readonly start?: Day;
  /** Missing too where it runs to the end of a horizon that has none or lies before its start. */
  readonly end?: Day;
  /** No end is written: it runs to the end of the horizon and is never overdue. */
  readonly openEnd?: true;
  /** The start comes from `after`. */
  readonly computedStart?: true;
  /** What `after` names and ends last: the start is the day after it. */
  readonly pushedBy?: Entity;
  /** The end is written and lies before the computed start: both are kept as they are. */
  readonly squeezed?: true;
  /** Completed with no end written: it has ended by today, and nobody knows when. */
  readonly endedByToday?: true;
  /** A programme without a timeline: from the first start to the last end of its parts. */
  readonly fromParts?: true;
}

/**
 * The dates of an initiative, an objective or a strategy (its horizon). A programme without a
 * timeline runs from the first start to the last end of its committed and completed parts.
 * Completed work without a written end has ended by today. Undefined without a timeline; where it
 * is faulty, ends before it starts as written, waits for something without dates, or waits for
 * itself in a circle; where it uses fiscal dates and the fiscal year is unknown; and where what a
 * programme consists of is not understood. A computed start moves with what it waits for, over
 * files and projects, each date in the fiscal year of the project that writes it.
 */
export function datesOf(all: Universe, entity: Entity): Dates | undefined {
  return schedule(all, entity);
}

/** The horizon of a project's strategy. */
export function horizonOf(model: Model): Dates | undefined {
  return model.strategy && datesOf(model.universe, model.strategy);
}

/** The last day of a date field, which is a deadline: `2026-07` is 31 July 2026. */
export function deadlineOf(all: Universe, entity: Entity, field: string): Day | undefined {
  if (unknownIn(entity, field)) return undefined;
  const date = valueIn(entity, field, "date")?.date;
  return date && spanIn(date, all.modelOf(entity).fiscal)?.end;
}

/** The day of a milestone. */
export function milestoneDate(all: Universe, milestone: Entity): Day | undefined {
  return deadlineOf(all, milestone, "date");
}

/** When an objective is due: its `due`, else the written end of its timeline. */
export function dueOf(all: Universe, objective: Entity): Day | undefined {
  if (written(objective, "due")) return deadlineOf(all, objective, "due");
  const dates = datesOf(all, objective);
  return dates?.openEnd ? undefined : dates?.end;
}

/**
 * For how many days committed work, an open objective, a planned milestone of open work or the
 * review of an open risk is overdue; 0 where it is not, or where that is not known.
 */
export function overdueDays(all: Universe, entity: Entity): number {
  const end = pendingEnd(all, entity);
  return end === undefined ? 0 : Math.max(0, all.modelOf(entity).today - end);
}

function pendingEnd(all: Universe, entity: Entity): Day | undefined {
  switch (entity.kind) {
    case "initiative": {
      const dates = isCommitted(all, entity) ? datesOf(all, entity) : undefined;
      return dates?.openEnd ? undefined : dates?.end;
    }
    case "objective":
      return isOpen(all, entity) ? dueOf(all, entity) : undefined;
    case "milestone":
      return isOpen(all, entity) ? milestoneDate(all, entity) : undefined;
    case "risk":
      return isOpen(all, entity) ? deadlineOf(all, entity, "next-review") : undefined;
  }
  return undefined;
}

type Period = Extract<Typed, { is: "period" }>;
type WrittenDate = NonNullable<Period["start"]>;

const schedule: (all: Universe, entity: Entity) => Dates | undefined = memoAlong(
  (all, entity) => (isKnotted(all, entity) ? [] : targetsOf(all, entity)),
  (all, entity) => {
    if (!isScheduled(entity) || isKnotted(all, entity)) return undefined;
    const rests = waitingOf(all, entity);
    return rests === undefined
      ? fixedDates(all, entity, all.modelOf(entity))
      : datesBy(all, entity, rests);
  },
  isSameDates,
);

function isScheduled({ kind, sure }: Entity): boolean {
  return sure && (kind === "strategy" || kind === "objective" || kind === "initiative");
}

function isSameDates(a: Dates | undefined, b: Dates | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [one, other] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return one.length === other.size && one.every(([key, value]) => other.get(key) === value);
}

/** From things with dates of others to these. */
const towards: Ways = {
  next: targetsOf,
  things: (all) => [...all.models.values()].flatMap((model) => model.entities.filter(isScheduled)),
  circles: tangled(function* (all, chunk) {
    for (const entity of outline(chunk).entities)
      for (const target of targetsOf(all, entity)) yield [entity, target];
  }),
};

/** Whether something waits for itself in a circle, or for something that does. */
const isKnotted = along<boolean>(
  towards,
  (all, group, ahead) => ahead.includes(true) || group.some((one) => towards.circles.has(all, one)),
);

/** All on whose dates those of others rest directly. */
const isBase = present<Universe, Entity>(function* (all, chunk) {
  for (const entity of outline(chunk).entities)
    for (const target of targetsOf(all, entity)) yield target;
});

/** Whether the dates of something rest on those of another, over however many between them. */
export function restsOn(all: Universe, entity: Entity, other: Entity): boolean {
  if (entity !== other && !isBase(all, other)) return false;
  const seen = new Set<Entity>([entity]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of seen) for (const target of targetsOf(all, one)) seen.add(target);
  return seen.has(other);
}

/** On whose dates those of something rest directly. */
function targetsOf(all: Universe, entity: Entity): readonly Entity[] {
  if (!isScheduled(entity)) return [];
  return (waitingOf(all, entity)?.targets ?? []).filter((target) => target !== undefined);
}

/** What the dates of something rest on: what it starts `after`, or the parts of a programme without a timeline. */
interface Waiting {
  readonly on: "after" | "parts";
  /** Undefined where a name stands for nothing. */
  readonly targets: readonly (Entity | undefined)[];
}

function waitingOf(all: Universe, entity: Entity): Waiting | undefined {
  const after = periodOf(entity)?.after;
  if (after !== undefined) return { on: "after", targets: after.map((ref) => entityOf(all, ref)) };
  const parts = entity.kind === "initiative" ? partsOf(all, entity) : [];
  return parts.length === 0 || written(entity, "timeline")
    ? undefined
    : { on: "parts", targets: parts };
}

function datesBy(all: Universe, entity: Entity, { on, targets }: Waiting): Dates | undefined {
  if (on === "parts") return spanOfParts(all, entity);
  const last = lastOf(all, targets);
  return last && computedDates(all, entity, last);
}

function periodOf(entity: Entity): Period | undefined {
  const field = entity.kind === "strategy" ? "horizon" : "timeline";
  return unknownIn(entity, field) ? undefined : valueIn(entity, field, "period");
}

/** The days of a written date; years, halves and quarters are unknown without the fiscal year. */
export function spanIn(date: WrittenDate, fiscal: Fiscal | undefined): DaySpan | undefined {
  const isCalendar = date.precision === "day" || date.precision === "month";
  if (fiscal === undefined && !isCalendar) return undefined;
  return spanOf(date, fiscal ?? calendarYear);
}

function fixedDates(all: Universe, entity: Entity, model: Model): Dates | undefined {
  const dates = spanOfTimeline(entity, model.fiscal);
  if (!dates?.openEnd || dates.start === undefined) return dates;
  return { start: dates.start, ...withoutEnd(all, entity, dates.start) };
}

/** Completed work without a written end is over; else an open end is that of the horizon. */
function withoutEnd(
  all: Universe,
  entity: Entity,
  start: Day,
): Pick<Dates, "end" | "openEnd" | "endedByToday"> {
  const model = all.modelOf(entity);
  const isOver = entity.kind === "initiative" && closedAs(all, entity) === "completed";
  if (isOver && start <= model.today) return { end: model.today, endedByToday: true };
  return openEnd(start, model);
}

/**
 * From the first start to the last end of the parts that are decided or done; those without dates
 * do not count. Undefined where the parts, or the dates of one, are not understood.
 */
function spanOfParts(all: Universe, programme: Entity): Dates | undefined {
  if (relations(all).part.doubtful(programme, "to")) return undefined;
  let span: Dates | undefined;
  for (const part of partsOf(all, programme)) {
    if (unknownIn(part, "status")) return undefined;
    if (!isAsDecided(all, part, programme)) continue;
    const own = datesOf(all, part);
    if (own?.start !== undefined) span = joined({ ...own, start: own.start }, span);
    else if (hasHiddenDates(all, part)) return undefined;
  }
  return span;
}

/** Whether a part is decided on or done; of an idea, whether it is no further idea in it. */
function isAsDecided(all: Universe, part: Entity, programme: Entity): boolean {
  if (isDecided(all, part)) return true;
  return isProposed(all, programme) && isOpen(all, part) && statusOf(part) !== "proposed";
}

function joined(own: Dates & { readonly start: Day }, span: Dates | undefined): Dates {
  const isLast = span?.end === undefined || (own.end !== undefined && own.end > span.end);
  const endedByToday = isLast ? own.endedByToday : span?.endedByToday;
  return {
    start: Math.min(own.start, span?.start ?? own.start),
    ...later(own, span),
    ...((own.openEnd ?? span?.openEnd) && { openEnd: true }),
    ...(endedByToday && { endedByToday }),
    fromParts: true,
  };
}

/** Whether work without dates may have some: it, or a part of it, writes what is not understood. */
const hasHiddenDates = inParts(
  (all, one) =>
    relations(all).part.doubtful(one, "to") ||
    unknownIn(one, "status") ||
    (closedAs(all, one) !== "cancelled" && written(one, "timeline")),
);

/** The later of two ends; none where one of them is not known. */
function later(a: Dates, b: Dates | undefined): { end?: Day } {
  if (a.end === undefined || (b !== undefined && b.end === undefined)) return {};
  return { end: Math.max(a.end, b?.end ?? a.end) };
}

/** For the fiscal year asked about last: where nothing is computed, dates outlive edits elsewhere. */
const timelines = memo((_entity: Entity): { year?: string; dates?: Dates | undefined } => ({}));

function spanOfTimeline(entity: Entity, fiscal: Fiscal | undefined): Dates | undefined {
  const known = timelines(entity);
  const year = fiscal === undefined ? "" : `${fiscal.month} ${fiscal.namedBy}`;
  if (known.year !== year) {
    known.year = year;
    known.dates = timelineSpan(periodOf(entity), fiscal);
  }
  return known.dates;
}

/** The days of a period that waits for nothing; undefined where it ends before it starts, or is not known. */
export function timelineSpan(
  period: Period | undefined,
  fiscal: Fiscal | undefined,
): Dates | undefined {
  const first = period?.start && spanIn(period.start, fiscal);
  if (period === undefined || first === undefined) return undefined;
  const { start } = first;
  if (period.open) return { start, openEnd: true };
  if (period.length !== undefined) return { start, end: endOf(start, period.length) };
  const end = period.end === undefined ? first.end : spanIn(period.end, fiscal)?.end;
  return end === undefined || end < start ? undefined : { start, end };
}

/** An open end is the end of the horizon; unknown where that has none, or lies before the start. */
function openEnd(start: Day, model: Model): { openEnd: true; end?: Day } {
  const end = model.strategy && spanOfTimeline(model.strategy, model.fiscal)?.end;
  return end === undefined || end < start ? { openEnd: true } : { openEnd: true, end };
}

interface Ending {
  readonly end: Day;
  readonly target: Entity;
}

/** What ends last of all that `after` names (the first named of equals); all of it needs an end. */
function lastOf(all: Universe, targets: Waiting["targets"]): Ending | undefined {
  let last: Ending | undefined;
  for (const target of targets) {
    if (target === undefined || !target.sure) return undefined;
    const end =
      target.kind === "milestone" ? milestoneDate(all, target) : datesOf(all, target)?.end;
    if (end === undefined) return undefined;
    if (last === undefined || end > last.end) last = { end, target };
  }
  return last;
}

function computedDates(all: Universe, entity: Entity, last: Ending): Dates | undefined {
  const period = periodOf(entity);
  if (period === undefined) return undefined;
  const start = last.end + 1;
  const begun = { start, computedStart: true, pushedBy: last.target } as const;
  if (period.length !== undefined) return { ...begun, end: endOf(start, period.length) };
  if (period.open) return { ...begun, ...withoutEnd(all, entity, start) };
  const end = period.end && spanIn(period.end, all.modelOf(entity).fiscal)?.end;
  if (end === undefined) return begun;
  return end < start ? { ...begun, end, squeezed: true } : { ...begun, end };
}
