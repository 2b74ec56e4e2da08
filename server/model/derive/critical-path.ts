// Activities and what starts after what → how far each can slip before its plan ends later.
import type { Day } from "../calendar.ts";
import { greatestOf, leastOf } from "../extremes.ts";
import { ordered } from "./order.ts";

/** Something that takes time. */
export interface Activity {
  /** It starts no earlier than this day. */
  readonly start: Day;
  /** How many days it takes, 0 or more. */
  readonly length: number;
  /** The plan whose end it must not move: the latest end of its activities. */
  readonly plan: unknown;
  /** Not everything that it waits for is known. */
  readonly unclearBefore?: boolean;
  /** Not everything that waits for it is known. */
  readonly unclearAfter?: boolean;
}

/** `to` starts no earlier than `lag` days after the start of `from`. */
export interface Arc<Key> {
  readonly from: Key;
  readonly to: Key;
  readonly lag: number;
}

/** The first and the last day on which an activity can start; undefined where that is not known. */
export interface Float {
  readonly early: Day | undefined;
  readonly late: Day | undefined;
}

/**
 * The critical path method: a forward pass gives each activity its earliest start, a backward pass
 * from the end of each plan its latest (Kelley and Walker 1959; PMBOK Guide, critical path method).
 * Their difference is the total float in days. What hangs on a circle or on something unclear is
 * unknown.
 */
export function floats<Key>(
  activities: ReadonlyMap<Key, Activity>,
  arcs: readonly Arc<Key>[],
): ReadonlyMap<Key, Float> {
  const into = Map.groupBy(arcs, ({ to }) => to);
  const outOf = Map.groupBy(arcs, ({ from }) => from);
  const early = earliest(activities, (to) => into.get(to) ?? []);
  const late = latest(activities, early, (from) => outOf.get(from) ?? []);
  return new Map(
    [...activities.keys()].map((key) => [key, { early: early.get(key), late: late.get(key) }]),
  );
}

function earliest<Key>(
  activities: ReadonlyMap<Key, Activity>,
  before: (to: Key) => readonly Arc<Key>[],
): ReadonlyMap<Key, Day> {
  const early = new Map<Key, Day>();
  for (const to of ordered(activities.keys(), (one) => before(one).map(({ from }) => from))) {
    const activity = activities.get(to);
    if (activity === undefined || activity.unclearBefore) continue;
    const starts = before(to).map(({ from, lag }) => (early.get(from) ?? Number.NaN) + lag);
    const start = greatestOf(starts, activity.start);
    if (!Number.isNaN(start)) early.set(to, start);
  }
  return early;
}

function latest<Key>(
  activities: ReadonlyMap<Key, Activity>,
  early: ReadonlyMap<Key, Day>,
  after: (from: Key) => readonly Arc<Key>[],
): ReadonlyMap<Key, Day> {
  // The day after the last of each plan.
  const ends = new Map<unknown, Day>();
  for (const [key, { plan, start, length }] of activities) {
    const end = (early.get(key) ?? start) + length;
    ends.set(plan, Math.max(ends.get(plan) ?? end, end));
  }
  const late = new Map<Key, Day>();
  for (const from of ordered(activities.keys(), (one) => after(one).map(({ to }) => to))) {
    const activity = activities.get(from);
    const end = activity && ends.get(activity.plan);
    if (activity === undefined || end === undefined || activity.unclearAfter) continue;
    const starts = after(from).map(({ to, lag }) =>
      early.has(to) ? (late.get(to) ?? Number.NaN) - lag : Number.NaN,
    );
    const start = leastOf(starts, end - activity.length);
    if (!Number.isNaN(start)) late.set(from, start);
  }
  return late;
}
