// Timelines, horizons and dates as written → the days on which things start, end and are due.
import { memo } from "../../memo.ts";
import { calendarYear, type Day, type DaySpan, endOf, type Fiscal, spanOf } from "../calendar.ts";
import { type Entity, type Typed, unknownIn, valueIn, written } from "../entity.ts";
import { entityOf } from "../resolve.ts";
import { isCommitted, isOpen } from "../status.ts";
import type { Model, Universe } from "../universe.ts";
import { ordered } from "./order.ts";

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
}

/**
 * The dates of an initiative, an objective or a strategy (its horizon). Undefined without a
 * timeline; where it is faulty, ends before it starts as written, waits for something without
 * dates, or waits for itself in a circle; and where it uses fiscal dates and the fiscal year is
 * unknown. A computed start moves with what it waits for, over files and projects, each date in
 * the fiscal year of the project that writes it.
 */
export function datesOf(all: Universe, entity: Entity): Dates | undefined {
  return schedule(all).get(entity);
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
      const dates = isCommitted(entity) ? datesOf(all, entity) : undefined;
      return dates?.openEnd ? undefined : dates?.end;
    }
    case "objective":
      return isOpen(entity) ? dueOf(all, entity) : undefined;
    case "milestone":
      return isOpen(entity) && entity.parent !== undefined && isOpen(entity.parent)
        ? milestoneDate(all, entity)
        : undefined;
    case "risk":
      return isOpen(entity) ? deadlineOf(all, entity, "next-review") : undefined;
  }
  return undefined;
}

type Period = Extract<Typed, { is: "period" }>;
type WrittenDate = NonNullable<Period["start"]>;

const schedule: (all: Universe) => ReadonlyMap<Entity, Dates> = memo((all) => {
  const dates = new Map<Entity, Dates>();
  const waiting = new Map<Entity, readonly (Entity | undefined)[]>();
  for (const model of all.models.values()) {
    for (const kind of ["strategy", "objective", "initiative"] as const) {
      for (const entity of model.of(kind)) {
        const after = periodOf(entity)?.after;
        const fixed = after === undefined ? fixedDates(entity, model) : undefined;
        if (fixed !== undefined) dates.set(entity, fixed);
        if (after !== undefined)
          waiting.set(
            entity,
            after.map((ref) => entityOf(all, ref)),
          );
      }
    }
  }
  const targets = (entity: Entity) => waiting.get(entity) ?? [];
  const known = (entity: Entity) => targets(entity).filter((target) => target !== undefined);
  for (const entity of ordered(waiting.keys(), known)) {
    const last = lastOf(all, targets(entity), dates);
    const computed = last && computedDates(entity, last, all.modelOf(entity));
    if (computed !== undefined) dates.set(entity, computed);
  }
  return dates;
});

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

function fixedDates(entity: Entity, model: Model): Dates | undefined {
  const dates = spanOfTimeline(entity, model.fiscal);
  return dates?.openEnd && dates.start !== undefined
    ? { ...dates, ...openEnd(dates.start, model) }
    : dates;
}

/** By fiscal year: where nothing is computed, the dates of an entity outlive edits elsewhere. */
const timelines = memo((_entity: Entity) => new Map<string, Dates | undefined>());

function spanOfTimeline(entity: Entity, fiscal: Fiscal | undefined): Dates | undefined {
  const known = timelines(entity);
  const key = fiscal === undefined ? "" : `${fiscal.month} ${fiscal.namedBy}`;
  if (!known.has(key)) known.set(key, readTimeline(periodOf(entity), fiscal));
  return known.get(key);
}

function readTimeline(period: Period | undefined, fiscal: Fiscal | undefined): Dates | undefined {
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
function lastOf(
  all: Universe,
  targets: readonly (Entity | undefined)[],
  dates: ReadonlyMap<Entity, Dates>,
): Ending | undefined {
  let last: Ending | undefined;
  for (const target of targets) {
    if (target === undefined || !target.sure) return undefined;
    const end = target.kind === "milestone" ? milestoneDate(all, target) : dates.get(target)?.end;
    if (end === undefined) return undefined;
    if (last === undefined || end > last.end) last = { end, target };
  }
  return last;
}

function computedDates(entity: Entity, last: Ending, model: Model): Dates | undefined {
  const period = periodOf(entity);
  if (period === undefined) return undefined;
  const start = last.end + 1;
  const begun = { start, computedStart: true, pushedBy: last.target } as const;
  if (period.length !== undefined) return { ...begun, end: endOf(start, period.length) };
  if (period.open) return { ...begun, ...openEnd(start, model) };
  const end = period.end && spanIn(period.end, model.fiscal)?.end;
  if (end === undefined) return begun;
  return end < start ? { ...begun, end, squeezed: true } : { ...begun, end };
}
