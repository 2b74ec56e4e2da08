// Progress as written on work, and the days of its timeline → how far work and objectives are, and should be.
import { Big } from "big.js";
import { memoAlong } from "../../cells/memo.ts";
import { along } from "../along.ts";
import { inCircles } from "../circles.ts";
import { type Entity, unknownIn, valueIn } from "../entity.ts";
import { partsOf } from "../programmes.ts";
import { relations } from "../relations.ts";
import { closedAs, isProposed, statusOf } from "../status.ts";
import type { Universe } from "../universe.ts";
import { childrenOf } from "./alignment.ts";
import { datesOf } from "./schedule.ts";
import { below, downwards } from "./under.ts";

/** A fraction; `untold`: nobody has said; undefined: not understood. */
type Progress = Big | "untold" | undefined;

/**
 * How far an objective or an initiative is, as a fraction (language.md, "progress").
 *
 * Of an initiative: what it says; else what its parts come to; else 1 where it is completed, and 0
 * where it has not begun: proposed, planned, or its start lies ahead. Else nobody has said.
 *
 * Of an objective, or of parts: the mean of those of its children, sub-objectives and initiatives,
 * that are known. Where children bear a `weight`, it is their percent of the mean; the others share
 * evenly what is left to 100%; weights that come to another sum count in proportion. What is
 * cancelled or retired does not count. An achieved objective with nothing under it counts as 1.
 *
 * Undefined where fewer than half of the children are known, and where a part of it is not
 * understood.
 */
export function progressOf(all: Universe, entity: Entity): number | undefined {
  const progress = known(all, entity);
  return progress === "untold" ? undefined : progress?.toNumber();
}

/** How much of a timeline has passed. */
export interface Elapsed {
  /** The days up to and with today. */
  readonly passed: number;
  readonly days: number;
}

/** The days of a timeline that have passed; undefined where no end is written, and where the dates are not known. */
export function elapsedDays(all: Universe, initiative: Entity): Elapsed | undefined {
  const { start, end, openEnd, endedByToday } = datesOf(all, initiative) ?? {};
  if (start === undefined || end === undefined || openEnd || endedByToday || end < start)
    return undefined;
  const { today } = all.modelOf(initiative);
  const days = end - start + 1;
  return { passed: Math.min(days, Math.max(0, today - start + 1)), days };
}

/** The share of a timeline that has passed, as a fraction. */
export function elapsedOf(all: Universe, initiative: Entity): number | undefined {
  const elapsed = elapsedDays(all, initiative);
  return elapsed && elapsed.passed / elapsed.days;
}

/** Whether something lies in a circle of support, or above one: nobody knows how far that is. */
const isKnotted = along<boolean>(
  downwards,
  (all, group, lower) =>
    lower.includes(true) || group.some((one) => inCircles.support.has(all, one)),
);

const known: (all: Universe, entity: Entity) => Progress = memoAlong(
  (all, entity) => (isKnotted(all, entity) ? [] : below(all, entity)),
  (all, entity) => {
    if (!entity.sure || isKnotted(all, entity)) return undefined;
    if (entity.kind === "objective") return ofObjective(all, entity);
    return entity.kind === "initiative" ? ofWork(all, entity) : undefined;
  },
  isSameProgress,
);

function isSameProgress(a: Progress, b: Progress): boolean {
  return a instanceof Big && b instanceof Big ? a.eq(b) : a === b;
}

function ofWork(all: Universe, initiative: Entity): Progress {
  if (unknownIn(initiative, "progress")) return undefined;
  const percent = valueIn(initiative, "progress", "percent");
  if (percent !== undefined) return percent.value.div(100);
  if (relations(all).part.doubtful(initiative, "to")) return undefined;
  const ofParts = mean(all, partsOf(all, initiative));
  if (ofParts !== "untold" || unknownIn(initiative, "status"))
    return ofParts === "untold" ? undefined : ofParts;
  if (closedAs(all, initiative) === "completed") return new Big(1);
  const start = datesOf(all, initiative)?.start;
  const isAhead = start !== undefined && start > all.modelOf(initiative).today;
  const isPlanned = statusOf(initiative) === "planned" || isProposed(all, initiative);
  return isPlanned || isAhead ? new Big(0) : "untold";
}

function ofObjective(all: Universe, objective: Entity): Progress {
  if (relations(all).support.doubtful(objective, "to")) return undefined;
  const children = childrenOf(all, objective);
  if (statusOf(objective) === "achieved" && children.every((child) => isAside(all, child)))
    return new Big(1);
  return mean(all, children);
}

/** What was given up counts for nothing. */
function isAside(all: Universe, child: Entity): boolean {
  if (child.kind === "objective") return statusOf(child) === "retired";
  return closedAs(all, child) === "cancelled";
}

/** The mean of those that are known; untold where they are fewer than half, and where there are none. */
function mean(all: Universe, children: readonly Entity[]): Progress {
  if (children.some((child) => unknownIn(child, "status") || unknownIn(child, "weight")))
    return undefined;
  const counted = children.filter((child) => !isAside(all, child));
  const weights = weightsOf(counted);
  let [told, total, weight] = [0, new Big(0), new Big(0)];
  for (const [index, child] of counted.entries()) {
    const progress = known(all, child);
    if (progress === undefined) return undefined;
    if (progress === "untold") continue;
    const share = weights[index] ?? new Big(0);
    told += 1;
    total = total.plus(progress.times(share));
    weight = weight.plus(share);
  }
  return told * 2 < counted.length || weight.eq(0) ? "untold" : total.div(weight);
}

/** The written weights; those without share evenly what is left to 100%. */
function weightsOf(children: readonly Entity[]): readonly Big[] {
  const given = children.map((child) => valueIn(child, "weight", "percent")?.value);
  const sum = given.reduce<Big>((a, b) => a.plus(b ?? 0), new Big(0));
  const others = given.filter((weight) => weight === undefined).length;
  const left = sum.lt(100) ? new Big(100).minus(sum) : new Big(0);
  const share = others === 0 ? left : left.div(others);
  return given.map((weight) => weight ?? share);
}
