// Work, its dates and what waits for what → slack, the critical path, and who waits for whom.
import type { Day } from "../calendar.ts";
import { type Entity, unknownIn } from "../entity.ts";
import { withProgrammes } from "../programmes.ts";
import { edgesAround, relations } from "../relations.ts";
import { closedAs, statusOf } from "../status.ts";
import type { Edge } from "../ties.ts";
import type { Universe } from "../universe.ts";
import { floatOf } from "./floats.ts";
import { datesOf, milestoneDate } from "./schedule.ts";
import { isCancelled, pressuresFrom, startLag, type Wait, waitBy, waitsOf } from "./waits.ts";

/** One piece of work that waits for another, by `depends-on` or `after`. */
export interface TimedWait {
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
  const { early, late } = floatOf(all, initiative) ?? {};
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
    pressuresFrom(all, one).some(({ to }) => isThere(to))
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
export function waitsFor(all: Universe, initiative: Entity): readonly TimedWait[] {
  return waitsOf(all, initiative).map((wait) => linkOf(all, wait));
}

/** What waits for an initiative or one of its milestones. */
export function holdsUp(all: Universe, initiative: Entity): readonly TimedWait[] {
  return waitsOn(all, initiative).map((wait) => linkOf(all, wait));
}

/**
 * The last day on which a link is in the way of what waits. Undefined where nobody has to wait: the
 * other is completed, reached, cancelled or runs open-ended; and where that is not known.
 */
export function waitsUntil(all: Universe, { from, milestone }: TimedWait): Day | undefined {
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

/** Whether it is critical is found when somebody asks: no rule does. */
function linkOf(all: Universe, wait: Wait): TimedWait {
  const { from, to, milestone, edge } = wait;
  return {
    ...{ from, to, edge },
    ...(milestone !== undefined && { milestone }),
    late: isLate(all, wait),
    get critical() {
      const lag = startLag(all, wait) ?? Number.NaN;
      const first = (floatOf(all, from)?.early ?? Number.NaN) + lag;
      const isTight = first === floatOf(all, to)?.early;
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

/** What waits for some work or one of its milestones, or for an event, in project order. */
function waitsOn(all: Universe, from: Entity): readonly Wait[] {
  return edgesAround(all, "depend", from.chunk)
    .flatMap((edge) => waitBy(edge) ?? [])
    .filter((wait) => wait.from === from);
}
