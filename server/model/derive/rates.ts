// What is paid or earned per month, quarter or year → the time in which it counts.
import { memo, memoAlong } from "../../cells/memo.ts";
import { along, type Ways } from "../along.ts";
import { type Day, type DaySpan, monthsIn } from "../calendar.ts";
import { type Entity, unknownIn, valueIn, written } from "../entity.ts";
import { outline } from "../outline.ts";
import { partsOf } from "../programmes.ts";
import { entityOf } from "../resolve.ts";
import { tangled } from "../tangles.ts";
import type { Model, Universe } from "../universe.ts";
import { isStrategyDoubtful } from "./currency.ts";
import { datesOf, horizonOf } from "./schedule.ts";

/** `none`: nothing is written from which it follows. Undefined: what is written is not understood. */
export type Known<Value> = Value | "none" | undefined;

/** How often a rate of each unit counts in a year: amounts are summed in twelfths of them. */
export const timesPerYear = { month: 12, quarter: 4, year: 1 } as const;

/** The last day of the horizon; `none` where the project has no horizon, or one without an end. */
function horizonEnd(model: Model): Known<Day> {
  const { strategy } = model;
  if (strategy === undefined) return isStrategyDoubtful(model) ? undefined : "none";
  if (!written(strategy, "horizon")) return "none";
  const dates = horizonOf(model);
  return dates?.openEnd ? (dates.end ?? "none") : dates?.end;
}

/**
 * The time in which the rates of a cost block count. Of an initiative: from the start of its
 * timeline to the end of the horizon or, without a horizon, of the timeline. Of a technology: over
 * the horizon.
 */
export function costSpan(all: Universe, entity: Entity): Known<DaySpan> {
  const model = all.modelOf(entity);
  if (entity.kind === "technology") return horizonSpan(model);
  const timeline = timelineOf(all, entity);
  if (timeline === undefined || timeline === "none") return timeline;
  const horizon = horizonEnd(model);
  return between(timeline.start, horizon === "none" ? timeline.end : horizon);
}

/** The time in which the rates of an initiative's cost count while it is delivered: its timeline. */
export function deliverySpan(all: Universe, initiative: Entity): Known<DaySpan> {
  const timeline = timelineOf(all, initiative);
  if (timeline === undefined || timeline === "none") return timeline;
  return between(timeline.start, timeline.end);
}

/**
 * The time in which a rate of benefit counts. Of an initiative: from the end of its timeline, which
 * is the day after its last, to the end of the horizon. Of a technology: over the horizon.
 */
export function benefitSpan(all: Universe, entity: Entity): Known<DaySpan> {
  const start = benefitStart(all, entity);
  return typeof start === "number" ? between(start, horizonEnd(all.modelOf(entity))) : start;
}

/** The day on which the benefit begins, or comes in where it comes once. */
export function benefitStart(all: Universe, entity: Entity): Known<Day> {
  if (entity.kind === "technology") {
    const horizon = horizonSpan(all.modelOf(entity));
    return typeof horizon === "object" ? horizon.start : horizon;
  }
  const timeline = timelineOf(all, entity);
  if (timeline === undefined || timeline === "none") return timeline;
  return typeof timeline.end === "number" ? timeline.end + 1 : timeline.end;
}

/** How many calendar months a span touches: a started month counts whole, none before its start. */
export function monthsOf(span: Known<DaySpan>): Known<number> {
  return typeof span === "object" ? monthsIn(span) : span;
}

function horizonSpan(model: Model): Known<DaySpan> {
  const end = horizonEnd(model);
  if (typeof end !== "number") return end;
  const start = horizonOf(model)?.start;
  return start === undefined ? undefined : { start, end };
}

function between(start: Day, end: Known<Day>): Known<DaySpan> {
  return typeof end === "number" ? { start, end } : end;
}

/** The dates of an initiative; `none` where it has no timeline, or waits for something without one. */
function timelineOf(
  all: Universe,
  initiative: Entity,
): Known<{ readonly start: Day; readonly end: Known<Day> }> {
  const dates = datesOf(all, initiative);
  if (dates?.start === undefined) return isUndated(all, initiative) ? "none" : undefined;
  const end = dates.end ?? (dates.openEnd ? horizonEnd(all.modelOf(initiative)) : undefined);
  return { start: dates.start, end };
}

/**
 * What surely has no dates: none are written, nor on any of its parts, or what it starts `after` has
 * none. Found from there on, link by link, so that what waits for itself in a circle is none of it.
 */
const isUndated: (all: Universe, entity: Entity) => boolean = memoAlong(
  (all, entity) => (isKnotted(all, entity) ? [] : (restsOf(all, entity)?.targets ?? [])),
  (all, entity) => {
    if (!entity.sure || (entity.kind !== "initiative" && entity.kind !== "milestone")) return false;
    if (isKnotted(all, entity)) return undatedInAll(all).has(entity);
    const rests = restsOf(all, entity);
    if (rests === undefined) return false;
    let without = 0;
    for (const target of rests.targets) if (isUndated(all, target)) without += 1;
    return without >= rests.enough;
  },
);

const ways: Ways = {
  next: (all, entity) => restsOf(all, entity)?.targets ?? [],
  things: undatable,
  circles: tangled(function* (all, chunk) {
    for (const entity of outline(chunk).entities)
      for (const target of restsOf(all, entity)?.targets ?? []) yield [entity, target];
  }),
};

/** Whether something has its dates from itself in a circle, or from something that does. */
const isKnotted = along<boolean>(
  ways,
  (all, group, ahead) => ahead.includes(true) || group.some((one) => ways.circles.has(all, one)),
);

function undatable(all: Universe): readonly Entity[] {
  return [...all.models.values()].flatMap((model) => [
    ...model.of("initiative"),
    ...model.of("milestone"),
  ]);
}

/** Found from what has no dates on, link by link. */
const undatedInAll: (all: Universe) => ReadonlySet<Entity> = memo((all) => {
  const found = new Set<Entity>();
  const resting = new Map<Entity, Entity[]>();
  const missing = new Map<Entity, number>();
  for (const entity of undatable(all)) {
    const rests = restsOf(all, entity);
    if (rests === undefined) continue;
    for (const target of rests.targets) {
      const known = resting.get(target);
      if (known === undefined) resting.set(target, [entity]);
      else known.push(entity);
    }
    missing.set(entity, rests.enough);
    if (rests.enough === 0) found.add(entity);
  }
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) {
    for (const entity of resting.get(one) ?? []) {
      const left = (missing.get(entity) ?? 0) - 1;
      missing.set(entity, left);
      if (left === 0) found.add(entity);
    }
  }
  return found;
});

/** What something has its dates from, and how many of these must be without for it to be so too. */
function restsOf(
  all: Universe,
  entity: Entity,
): { readonly targets: readonly Entity[]; readonly enough: number } | undefined {
  const field = entity.kind === "milestone" ? "date" : "timeline";
  if (!written(entity, field)) {
    const parts = partsOf(all, entity);
    return { targets: parts, enough: parts.length };
  }
  if (unknownIn(entity, field)) return undefined;
  const after = valueIn(entity, field, "period")?.after ?? [];
  const targets = new Set(after.flatMap((ref) => entityOf(all, ref) ?? []));
  return targets.size === 0 ? undefined : { targets: [...targets], enough: 1 };
}
