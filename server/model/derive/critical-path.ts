// Work and what waits for it → the first and the last day on which each can start, so that no plan ends later.
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { memoAlong, memoIn } from "../../cells/memo.ts";
import { along, type Ways } from "../along.ts";
import type { Day } from "../calendar.ts";
import { inCircles } from "../circles.ts";
import { type Entity, written } from "../entity.ts";
import { greatestOf, leastOf } from "../extremes.ts";
import { outline } from "../outline.ts";
import { relations } from "../relations.ts";
import { isProposed } from "../status.ts";
import { tangled } from "../tangles.ts";
import type { Model, Universe } from "../universe.ts";
import { datesOf, milestoneDate } from "./schedule.ts";
import {
  isCancelled,
  pressuresFrom,
  pressuresOn,
  startLag,
  type Wait,
  waitsOf,
  workSpan,
} from "./waits.ts";

/**
 * The critical path method, each piece of work by itself: a way forward gives each its earliest
 * start, a way back the longest that follows from its start in each plan, and so its latest start
 * (Kelley and Walker 1959; PMBOK Guide, critical path method). What hangs on a circle or on something
 * unclear is unknown.
 */

/** Something that takes time. */
interface Activity {
  /** It starts no earlier than this day. */
  readonly start: Day;
  /** How many days it takes, 0 or more. */
  readonly length: number;
  /** Not everything that it waits for is known. */
  readonly unclearBefore: boolean;
  /** Not everything that waits for it is known. */
  readonly unclearAfter: boolean;
}

/** The other starts no earlier than so many days after the start of the one, or before it. */
interface Arc {
  readonly other: Entity;
  readonly lag: number;
}

function workIn(all: Universe): readonly Entity[] {
  return [...all.models.values()].flatMap((model) =>
    model.entities.filter(({ kind }) => kind === "initiative"),
  );
}

/** Whether work is decided or done, or something that is waits for it, at any step. */
const isCounted = along<boolean>(
  {
    next: (all, one) =>
      isCancelled(all, one)
        ? []
        : pressuresFrom(all, one).flatMap(({ to, isOfPart }) => (isOfPart ? [] : [to])),
    things: workIn,
    circles: inCircles.depend,
  },
  (all, group, waiting) =>
    group.some((one) => !isCancelled(all, one)) &&
    (waiting.includes(true) || group.some((one) => isOfPlan(all, one))),
);

function isOfPlan(all: Universe, one: Entity): boolean {
  const isWork = one.kind === "initiative" && one.sure;
  return isWork && !isProposed(all, one) && !isCancelled(all, one);
}

const activityOf: (all: Universe, one: Entity) => Activity | undefined = memoIn(
  (all, one) => {
    const span = isCounted(all, one) ? workSpan(all, one) : undefined;
    if (span === undefined) return undefined;
    const { doubtful } = relations(all).depend;
    const isHiding = ({ to }: Wait) => isHidden(all, to) && isCounted(all, to);
    return {
      start: greatestOf(fixedStarts(all, one), span.start),
      length: span.length,
      unclearBefore:
        doubtful(one, "from") || waitsOf(all, one).some((wait) => isUnclear(all, wait)),
      unclearAfter: doubtful(one, "to") || pressuresFrom(all, one).some(isHiding),
    };
  },
  (a, b) =>
    a === b ||
    (a?.start === b?.start &&
      a?.length === b?.length &&
      a?.unclearBefore === b?.unclearBefore &&
      a?.unclearAfter === b?.unclearAfter),
);

/** The days after milestones that `to` waits for and that do not move with their initiatives. */
function fixedStarts(all: Universe, to: Entity): readonly Day[] {
  return waitsOf(all, to).flatMap((wait) => {
    const date = wait.milestone && milestoneDate(all, wait.milestone);
    return date !== undefined && startLag(all, wait) === undefined ? [date + 1] : [];
  });
}

/** Whether the day that is waited for is written and not known. */
function isUnclear(all: Universe, { from, milestone }: Wait): boolean {
  if (isCancelled(all, from)) return false;
  if (milestone === undefined) return isHidden(all, from);
  return written(milestone, "date") && milestoneDate(all, milestone) === undefined;
}

/** Whether a timeline is written and its end is not known. */
function isHidden(all: Universe, one: Entity): boolean {
  const dates = datesOf(all, one);
  return written(one, "timeline") && dates?.end === undefined && !dates?.openEnd;
}

const arcsInto = arcs(pressuresOn, "from");
const arcsOutOf = arcs(pressuresFrom, "to");

/** What moves work, or what it moves, as far as both are activities. */
function arcs(
  pressures: (all: Universe, one: Entity) => readonly Wait[],
  end: "from" | "to",
): (all: Universe, one: Entity) => readonly Arc[] {
  return memoIn(
    (all, one) => {
      if (activityOf(all, one) === undefined) return [];
      return pressures(all, one).flatMap((wait) => {
        const lag = startLag(all, wait);
        const other = wait[end];
        return lag === undefined || activityOf(all, other) === undefined ? [] : [{ other, lag }];
      });
    },
    (a, b) =>
      isSameList(
        a.flatMap(({ other, lag }) => [other, lag]),
        b.flatMap(({ other, lag }) => [other, lag]),
      ),
  );
}

const circles = tangled(function* (all, chunk) {
  for (const to of outline(chunk).entities)
    if (to.kind === "initiative")
      for (const { other } of arcsInto(all, to)) yield [to, other] as const;
});

const back: Ways = { next: othersOf(arcsInto), things: workIn, circles };
const on: Ways = { next: othersOf(arcsOutOf), things: workIn, circles };

function othersOf(arcsOf: typeof arcsInto): Ways["next"] {
  return (all, one) => arcsOf(all, one).map(({ other }) => other);
}

/** Whether a way leads from work to a circle. */
function toCircle(ways: Ways): (all: Universe, one: Entity) => boolean {
  return along<boolean>(
    ways,
    (all, group, ahead) => ahead.includes(true) || group.some((one) => circles.has(all, one)),
  );
}

const comesFromCircle = toCircle(back);
const leadsToCircle = toCircle(on);

/** The first day on which work can start; undefined outside the network, and where that is not known. */
export const earliestStart: (all: Universe, one: Entity) => Day | undefined = memoAlong(
  (all, one) => (comesFromCircle(all, one) ? [] : back.next(all, one)),
  (all, one) => {
    const activity = activityOf(all, one);
    if (activity === undefined || activity.unclearBefore || comesFromCircle(all, one))
      return undefined;
    const starts = arcsInto(all, one).map(
      ({ other, lag }) => (earliestStart(all, other) ?? Number.NaN) + lag,
    );
    const start = greatestOf(starts, activity.start);
    return Number.isNaN(start) ? undefined : start;
  },
);

/** How many days at least lie between the start of some work and the end of a plan, by plan. */
type Tails = ReadonlyMap<Model, number>;

const tailsOf: (all: Universe, one: Entity) => Tails | undefined = memoAlong(
  (all, one) => (leadsToCircle(all, one) ? [] : on.next(all, one)),
  (all, one) => {
    const activity = activityOf(all, one);
    if (activity === undefined || activity.unclearAfter || leadsToCircle(all, one))
      return undefined;
    const tails = new Map([[all.modelOf(one), activity.length]]);
    for (const { other, lag } of arcsOutOf(all, one)) {
      const behind = earliestStart(all, other) === undefined ? undefined : tailsOf(all, other);
      if (behind === undefined) return undefined;
      for (const [plan, tail] of behind)
        tails.set(plan, Math.max(tails.get(plan) ?? lag + tail, lag + tail));
    }
    return tails;
  },
  (a, b) =>
    a === b ||
    (a?.size === b?.size && [...(a ?? [])].every(([plan, tail]) => b?.get(plan) === tail)),
);

/** The day after the last of a plan. */
const endOfPlan = folded<Model, Day>(
  (model, chunk) => {
    const all = model.universe;
    const ends = outline(chunk).entities.flatMap((one) => {
      const activity = one.kind === "initiative" ? activityOf(all, one) : undefined;
      if (activity === undefined) return [];
      return [(earliestStart(all, one) ?? activity.start) + activity.length];
    });
    return ends.length === 0 ? undefined : greatestOf(ends);
  },
  (ends) => greatestOf(ends),
);

/**
 * The last day on which work can start so that no plan ends later; undefined outside the network, and
 * where that is not known.
 */
export function latestStart(all: Universe, one: Entity): Day | undefined {
  const tails = tailsOf(all, one);
  if (tails === undefined) return undefined;
  return leastOf([...tails].map(([plan, tail]) => (endOfPlan(plan) ?? Number.NaN) - tail));
}
