// What work writes of waiting → each wait from both ends, with the lag between two starts.
import { indexed } from "../../cells/indexed.ts";
import type { Day } from "../calendar.ts";
import type { Entity } from "../entity.ts";
import { partsOf } from "../programmes.ts";
import { linksIn, relations } from "../relations.ts";
import { closedAs, isDecided, statusOf } from "../status.ts";
import type { Edge } from "../ties.ts";
import type { Universe } from "../universe.ts";
import { datesOf, milestoneDate } from "./schedule.ts";

/** One piece of work that waits for another, by `depends-on` or `after`. */
export interface Wait {
  readonly from: Entity;
  readonly to: Entity;
  readonly milestone?: Entity;
  readonly edge: Edge;
}

/** The waiting that a dependency means; undefined where it is not work that waits, or nothing to wait for. */
export function waitBy(edge: Edge): Wait | undefined {
  const to = edge.from;
  const { kind, parent } = edge.to;
  if (to.kind !== "initiative") return undefined;
  if (kind === "initiative") return { from: edge.to, to, edge };
  return kind === "milestone" && (parent === undefined || parent.kind === "initiative")
    ? { from: parent ?? edge.to, to, milestone: edge.to, edge }
    : undefined;
}

/** What some work waits for, in the order written. */
export function waitsOf(all: Universe, to: Entity): readonly Wait[] {
  return relations(all)
    .depend.from(to)
    .flatMap((edge) => waitBy(edge) ?? []);
}

/** A wait as it presses on one that is waited for: on a part where its programme is. */
interface Pressure extends Wait {
  readonly isOfPart?: true;
}

/** All that work waits for: for a programme with the dates of its parts also these. */
export function pressuresOn(all: Universe, to: Entity): readonly Pressure[] {
  return waitsOf(all, to).flatMap((wait) => pressuresOf(all, wait));
}

function pressuresOf(all: Universe, wait: Wait): readonly Pressure[] {
  if (wait.milestone !== undefined) return [wait];
  return [
    wait,
    ...bearersOf(all, wait.from).map((from) => ({ ...wait, from, isOfPart: true }) as const),
  ];
}

const pressed = indexed<Universe, Entity, Pressure>(function* (all, chunk) {
  for (const edge of linksIn(all, chunk, "depend")) {
    const wait = waitBy(edge);
    if (wait !== undefined) for (const one of pressuresOf(all, wait)) yield [one.from, one];
  }
});

/** The same from the other end: all waits for some work, or for a programme that has its dates. */
export function pressuresFrom(all: Universe, from: Entity): readonly Pressure[] {
  return pressed(all).get(from);
}

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

export function isCancelled(all: Universe, one: Entity): boolean {
  return one.kind === "initiative" && closedAs(all, one) === "cancelled";
}

/** When work starts and how long it takes; no time at all where its end is written before its start. */
export function workSpan(all: Universe, one: Entity): { start: Day; length: number } | undefined {
  const { start, end, openEnd } = datesOf(all, one) ?? {};
  if (start === undefined || end === undefined || openEnd) return undefined;
  return { start, length: Math.max(0, end - start + 1) };
}

/** How many days after `from` starts `to` can start; undefined where `from` does not move it. */
export function startLag(all: Universe, { from, milestone }: Wait): number | undefined {
  const span = workSpan(all, from);
  if (span === undefined || milestone === undefined) return span?.length;
  const date = milestoneDate(all, milestone);
  const isFixed = date === undefined || statusOf(milestone) === "reached";
  return isFixed ? undefined : date - span.start + 1;
}
