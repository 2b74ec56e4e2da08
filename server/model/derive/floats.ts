// What work writes of its time and of what it waits for → the first and the last day on which each can start.
import type { Chunk } from "../../../grammar/tree.ts";
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { distributed } from "../../cells/shares.ts";
import type { Day } from "../calendar.ts";
import { type Entity, written } from "../entity.ts";
import { greatestOf } from "../extremes.ts";
import { outline } from "../outline.ts";
import { relations } from "../relations.ts";
import { isProposed } from "../status.ts";
import { type StandIn, standInOf } from "../tangles.ts";
import type { Universe } from "../universe.ts";
import { type Activity, type Arc, type Float, floats } from "./critical-path.ts";
import { datesOf, milestoneDate } from "./schedule.ts";
import { isCancelled, pressuresOn, startLag, type Wait, waitsOf, workSpan } from "./waits.ts";

/** What some work says of itself and of what it waits for; it outlives edits that change none of it. */
interface Slip {
  readonly slot: StandIn;
  /** Of work with start and end; it starts no earlier than the fixed days it waits for. */
  readonly activity: Activity | undefined;
  readonly isCancelled: boolean;
  /** It is decided or done, so that what it waits for counts too. */
  readonly isDecided: boolean;
  /** A timeline is written and its end is not known. */
  readonly isHidden: boolean;
  readonly waits: readonly SlippedWait[];
}

interface SlippedWait {
  readonly from: StandIn;
  /** Undefined where what is waited for does not move it. */
  readonly lag: number | undefined;
  /** It is the programme of `from` that is waited for. */
  readonly isOfPart: boolean;
}

/**
 * The first and the last day on which work can start, so that no plan ends later; undefined outside
 * the network. Found for all work at once where the network has changed, which few edits do.
 */
export function floatOf(all: Universe, work: Entity): Float | undefined {
  return allFloats(all, standInOf(all, work));
}

const allFloats = distributed<Universe, StandIn, Float>(
  (all) => floatsOf(slips(all) ?? []),
  (a, b) => a.early === b.early && a.late === b.late,
);

const slips = folded<Universe, readonly Slip[]>(
  (all, chunk) => {
    const found = slipsIn(all, chunk);
    return found.length === 0 ? undefined : found;
  },
  (parts) => parts.flat(),
  (a, b) => a.length === b.length && a.every((one, index) => isSameSlip(one, b[index])),
);

function slipsIn(all: Universe, chunk: Chunk): readonly Slip[] {
  return outline(chunk).entities.flatMap((one) =>
    one.kind === "initiative" ? slip(all, one) : [],
  );
}

function slip(all: Universe, one: Entity): Slip {
  const span = workSpan(all, one);
  const { doubtful } = relations(all).depend;
  return {
    slot: standInOf(all, one),
    activity: span && {
      start: greatestOf(fixedStarts(all, one), span.start),
      length: span.length,
      plan: all.modelOf(one),
      unclearBefore:
        doubtful(one, "from") || waitsOf(all, one).some((wait) => isUnclear(all, wait)),
      unclearAfter: doubtful(one, "to"),
    },
    isCancelled: isCancelled(all, one),
    isDecided: one.sure && !isProposed(all, one) && !isCancelled(all, one),
    isHidden: isHidden(all, one),
    waits: pressuresOn(all, one).map((wait) => ({
      from: standInOf(all, wait.from),
      lag: startLag(all, wait),
      isOfPart: wait.isOfPart === true,
    })),
  };
}

function isSameSlip(a: Slip, b: Slip | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.slot === b.slot &&
    a.isCancelled === b.isCancelled &&
    a.isDecided === b.isDecided &&
    a.isHidden === b.isHidden &&
    isSameList(inParts(a), inParts(b))
  );
}

function inParts({ activity, waits }: Slip): readonly unknown[] {
  const { start, length, plan, unclearBefore, unclearAfter } = activity ?? {};
  const own = [start, length, plan, unclearBefore, unclearAfter];
  return [...own, ...waits.flatMap(({ from, lag, isOfPart }) => [from, lag, isOfPart])];
}

/** The network is the work that is decided or done, and what it waits for, as far as it has start and end. */
function floatsOf(all: readonly Slip[]): ReadonlyMap<StandIn, Float> {
  const known = new Map(all.map((one) => [one.slot, one]));
  const counted = new Set(all.filter(({ isDecided }) => isDecided).map(({ slot }) => slot));
  const activities = new Map<StandIn, Activity>();
  const hiding = new Set<StandIn>();
  // A set may grow while it is walked: what is found here is walked too.
  for (const slot of counted) {
    const one = known.get(slot);
    if (one?.activity !== undefined) activities.set(slot, one.activity);
    for (const { from, isOfPart } of one?.waits ?? []) {
      if (one?.isHidden) hiding.add(from);
      if (!isOfPart && known.get(from)?.isCancelled !== true) counted.add(from);
    }
  }
  for (const slot of hiding) {
    const activity = activities.get(slot);
    if (activity !== undefined) activities.set(slot, { ...activity, unclearAfter: true });
  }
  const arcs: Arc<StandIn>[] = [];
  for (const to of activities.keys())
    for (const { from, lag } of known.get(to)?.waits ?? [])
      if (lag !== undefined && activities.has(from)) arcs.push({ from, to, lag });
  return floats(activities, arcs);
}

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
