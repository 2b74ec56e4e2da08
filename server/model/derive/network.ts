// Work, its dates and what waits for what → slack, the critical path, and who waits for whom.
import { memo } from "../../cells/memo.ts";
import type { Day } from "../calendar.ts";
import { type Entity, unknownIn, written } from "../entity.ts";
import { greatestOf } from "../extremes.ts";
import { partsOf, withProgrammes } from "../programmes.ts";
import { edgesAround, relations } from "../relations.ts";
import { closedAs, isDecided, isProposed, statusOf } from "../status.ts";
import type { Edge } from "../ties.ts";
import type { Universe } from "../universe.ts";
import { type Activity, type Arc, type Float, floats } from "./critical-path.ts";
import { datesOf, milestoneDate } from "./schedule.ts";

/** One piece of work that waits for another, by `depends-on` or `after`. */
export interface Link {
  /** The initiative that is waited for, or the event: a milestone at the top level. */
  readonly from: Entity;
  /** The initiative that waits. */
  readonly to: Entity;
  /** The milestone of `from`, or the event, that `to` waits for. */
  readonly milestone?: Entity;
  readonly edge: Edge;
  /** By their dates, `to` starts before what it waits for has ended; cancelled work is never late. */
  readonly late: boolean;
  /** Both lie on the critical path and nothing lies between them. */
  readonly critical: boolean;
}

/**
 * By how many calendar days an initiative can end later without moving the end of the plan, if
 * everything takes as long as planned. 0 on the critical path.
 *
 * Total float of the critical path method (critical-path.ts), with these terms:
 *
 * - The network is the work that is decided or done, with start and end, and what it waits for;
 *   neither cancelled work nor work with an open end, which has no end that could slip.
 * - An activity lasts from its start to its end as planned. A start, written or computed, is a
 *   "start no earlier than". Work starts after all that it waits for has ended; work that waits
 *   for a milestone starts after it, and the milestone moves with its initiative. A milestone that
 *   is reached is a fixed day.
 * - The end of the plan is the latest end of the project's own work. Over imports, each project
 *   keeps its own end, and slack is what moves none of them.
 * - A programme without a timeline is as long as its parts, so what waits for it waits for them.
 *
 * Undefined outside the network, for work that neither waits nor is waited for, and where something
 * faulty or a circle hides what it waits for or what waits for it.
 */
export function slackOf(all: Universe, initiative: Entity): number | undefined {
  if (!isWaiting(all, initiative)) return undefined;
  const { early, late } = network(all).get(initiative) ?? {};
  return early === undefined || late === undefined ? undefined : late - early;
}

/**
 * Whether work waits for something, or something for it, directly or through a programme that has
 * its dates from its parts; what is cancelled counts on neither side.
 */
function isWaiting(all: Universe, one: Entity): boolean {
  const isThere = (entity: Entity) => !isCancelled(all, entity);
  return (
    waitsOf(all, one).some(({ from }) => isThere(from)) ||
    (waitsOutOf(all).get(one) ?? []).some(({ to }) => isThere(to))
  );
}

/**
 * Whether an initiative is on the critical path: it cannot slip without moving the end of the plan.
 * Work that neither waits nor is waited for is on none; undefined where that is not known.
 */
export function isCritical(all: Universe, initiative: Entity): boolean | undefined {
  const { doubtful } = relations(all).depend;
  if (doubtful(initiative, "from") || doubtful(initiative, "to")) return undefined;
  if (!isWaiting(all, initiative)) return false;
  const slack = slackOf(all, initiative);
  return slack === undefined ? undefined : slack === 0;
}

/** What an initiative waits for, in the order written. */
export function waitsFor(all: Universe, initiative: Entity): readonly Link[] {
  return waitsOf(all, initiative).map((wait) => linkOf(all, wait));
}

/** What waits for an initiative or one of its milestones. */
export function holdsUp(all: Universe, initiative: Entity): readonly Link[] {
  return waitsOn(all, initiative).map((wait) => linkOf(all, wait));
}

/**
 * The last day on which a link is in the way of what waits. Undefined where nobody has to wait: the
 * other is completed, reached, cancelled or runs open-ended; and where that is not known.
 */
export function waitsUntil(all: Universe, { from, milestone }: Link): Day | undefined {
  const isEvent = milestone === from;
  if (!isEvent && (closedAs(all, from) !== undefined || isStatusUnknown(all, from)))
    return undefined;
  if (milestone !== undefined) {
    const isReached = unknownIn(milestone, "status") || statusOf(milestone) === "reached";
    return isReached ? undefined : milestoneDate(all, milestone);
  }
  const { end, openEnd } = datesOf(all, from) ?? {};
  return openEnd ? undefined : end;
}

function isStatusUnknown(all: Universe, work: Entity): boolean {
  return withProgrammes(all, work).some((one) => unknownIn(one, "status"));
}

/** All waiting between pieces of work, over all projects. */
export const links: (all: Universe) => readonly Link[] = memo((all) =>
  waits(all).map((wait) => linkOf(all, wait)),
);

/** Whether it is critical is found when somebody asks: no rule does. */
function linkOf(all: Universe, wait: Wait): Link {
  const { from, to, milestone, edge } = wait;
  return {
    ...{ from, to, edge },
    ...(milestone !== undefined && { milestone }),
    late: isLate(all, wait),
    get critical() {
      const lag = lagOf(all, wait) ?? Number.NaN;
      const floats = network(all);
      const first = (floats.get(from)?.early ?? Number.NaN) + lag;
      const isTight = first === floats.get(to)?.early;
      return isTight && slackOf(all, from) === 0 && slackOf(all, to) === 0;
    },
  };
}

function isLate(all: Universe, { from, to, milestone }: Wait): boolean {
  if (isCancelled(all, from) || isCancelled(all, to)) return false;
  const start = datesOf(all, to)?.start;
  const end = milestone === undefined ? datesOf(all, from)?.end : milestoneDate(all, milestone);
  return start !== undefined && end !== undefined && start <= end;
}

interface Wait {
  readonly from: Entity;
  readonly to: Entity;
  readonly milestone?: Entity;
  readonly edge: Edge;
}

const waits: (all: Universe) => readonly Wait[] = memo((all) =>
  relations(all).depend.edges.flatMap((edge) => waitBy(edge) ?? []),
);

/** The waiting that a dependency means; undefined where it is not work that waits, or nothing to wait for. */
function waitBy(edge: Edge): Wait | undefined {
  const to = edge.from;
  const { kind, parent } = edge.to;
  if (to.kind !== "initiative") return undefined;
  if (kind === "initiative") return { from: edge.to, to, edge };
  return kind === "milestone" && (parent === undefined || parent.kind === "initiative")
    ? { from: parent ?? edge.to, to, milestone: edge.to, edge }
    : undefined;
}

/** What some work waits for, in the order written. */
function waitsOf(all: Universe, to: Entity): readonly Wait[] {
  return relations(all)
    .depend.from(to)
    .flatMap((edge) => waitBy(edge) ?? []);
}

/** What waits for some work or one of its milestones, or for an event, in project order. */
function waitsOn(all: Universe, from: Entity): readonly Wait[] {
  return edgesAround(all, "depend", from.chunk)
    .flatMap((edge) => waitBy(edge) ?? [])
    .filter((wait) => wait.from === from);
}

const network: (all: Universe) => ReadonlyMap<Entity, Float> = memo((all) => {
  const activities = new Map<Entity, Activity>();
  const { doubtful } = relations(all).depend;
  const work = decided(all);
  for (const one of work) {
    const span = spanOf(all, one);
    if (span === undefined) continue;
    const waiting = waitsOutOf(all).get(one) ?? [];
    activities.set(one, {
      start: greatestOf(fixedStarts(all, one), span.start),
      length: span.length,
      plan: all.modelOf(one),
      unclearBefore:
        doubtful(one, "from") || waitsOf(all, one).some((wait) => isUnclear(all, wait)),
      unclearAfter:
        doubtful(one, "to") || waiting.some(({ to }) => work.has(to) && isHidden(all, to)),
    });
  }
  const arcs: Arc<Entity>[] = [];
  for (const wait of pressures(all)) {
    const lag = lagOf(all, wait);
    if (lag !== undefined && activities.has(wait.from) && activities.has(wait.to))
      arcs.push({ from: wait.from, to: wait.to, lag });
  }
  return floats(activities, arcs);
});

const waitsOutOf = memo((all: Universe) => Map.groupBy(pressures(all), ({ from }) => from));

/** All waits, those for a programme with the dates of its parts also as waits for these. */
const pressures: (all: Universe) => readonly Wait[] = memo((all) =>
  waits(all).flatMap((wait) => [
    wait,
    ...(wait.milestone === undefined ? bearersOf(all, wait.from) : []).map((from) => ({
      ...wait,
      from,
    })),
  ]),
);

/** The parts whose dates a programme without a timeline has. */
function bearersOf(all: Universe, programme: Entity): readonly Entity[] {
  const found = new Set<Entity>([programme]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) {
    if (datesOf(all, one)?.fromParts)
      for (const part of partsOf(all, one)) if (isDecided(all, part)) found.add(part);
  }
  found.delete(programme);
  return [...found];
}

function isCancelled(all: Universe, one: Entity): boolean {
  return one.kind === "initiative" && closedAs(all, one) === "cancelled";
}

/** The work that is decided or done, and what it waits for. */
function decided(all: Universe): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  for (const model of all.models.values()) {
    for (const one of model.of("initiative")) {
      if (!isProposed(all, one) && !isCancelled(all, one)) found.add(one);
    }
  }
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) {
    for (const { from } of waitsOf(all, one)) if (!isCancelled(all, from)) found.add(from);
  }
  return found;
}

/** When work starts and how long it takes; no time at all where its end is written before its start. */
function spanOf(all: Universe, one: Entity): { start: Day; length: number } | undefined {
  const { start, end, openEnd } = datesOf(all, one) ?? {};
  if (start === undefined || end === undefined || openEnd) return undefined;
  return { start, length: Math.max(0, end - start + 1) };
}

/** How many days after `from` starts `to` can start; undefined where `from` does not move it. */
function lagOf(all: Universe, { from, milestone }: Wait): number | undefined {
  const span = spanOf(all, from);
  if (span === undefined || milestone === undefined) return span?.length;
  const date = milestoneDate(all, milestone);
  const isFixed = date === undefined || statusOf(milestone) === "reached";
  return isFixed ? undefined : date - span.start + 1;
}

/** The days after milestones that `to` waits for and that do not move with their initiatives. */
function fixedStarts(all: Universe, to: Entity): readonly Day[] {
  return waitsOf(all, to).flatMap((wait) => {
    const date = wait.milestone && milestoneDate(all, wait.milestone);
    return date !== undefined && lagOf(all, wait) === undefined ? [date + 1] : [];
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
