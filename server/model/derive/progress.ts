// Progress as written on work, and the days of its timeline → how far work and objectives are, and should be.
import { Big } from "big.js";
import { memo } from "../../memo.ts";
import { type Entity, unknownIn, valueIn } from "../entity.ts";
import { partsOf } from "../programmes.ts";
import { relations } from "../relations.ts";
import { statusOf } from "../status.ts";
import type { Universe } from "../universe.ts";
import { childrenOf } from "./alignment.ts";
import { ordered } from "./order.ts";
import { datesOf } from "./schedule.ts";

/** A fraction; `untold`: nobody has said; `none`: does not count for what is above it; undefined: not understood. */
type Progress = Big | "untold" | "none" | undefined;

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
  const progress = known(all).get(entity);
  return typeof progress === "string" ? undefined : progress?.toNumber();
}

/**
 * The share of a timeline that has passed, as a fraction: the days up to and with today ÷ all its
 * days. Undefined without an end, and where the dates are not known.
 */
export function elapsedOf(all: Universe, initiative: Entity): number | undefined {
  const { start, end, openEnd } = datesOf(all, initiative) ?? {};
  if (start === undefined || end === undefined || openEnd || end < start) return undefined;
  const { today } = all.modelOf(initiative);
  const days = end - start + 1;
  return Math.min(days, Math.max(0, today - start + 1)) / days;
}

/** Those in a circle of support, or above one, are missing. */
const known: (all: Universe) => ReadonlyMap<Entity, Progress> = memo((all) => {
  const found = new Map<Entity, Progress>();
  const own = [...all.models.values()].flatMap((model) => [
    ...model.of("initiative"),
    ...model.of("objective"),
  ]);
  for (const entity of ordered(own, (one) => below(all, one))) {
    const progress =
      entity.kind === "objective" ? ofObjective(all, entity, found) : ofWork(all, entity, found);
    found.set(entity, progress);
  }
  return found;
});

function below(all: Universe, entity: Entity): readonly Entity[] {
  return entity.kind === "objective" ? childrenOf(all, entity) : partsOf(all, entity);
}

function ofWork(all: Universe, initiative: Entity, found: ReadonlyMap<Entity, Progress>): Progress {
  if (unknownIn(initiative, "status") || unknownIn(initiative, "progress")) return undefined;
  const status = statusOf(initiative);
  if (status === "cancelled") return "none";
  const percent = valueIn(initiative, "progress", "percent");
  if (percent !== undefined) return percent.value.div(100);
  const parts = partsOf(all, initiative).filter((part) => statusOf(part) !== "cancelled");
  if (parts.length > 0) return mean(parts, found);
  if (status === "completed") return new Big(1);
  const start = datesOf(all, initiative)?.start;
  const isAhead = start !== undefined && start > all.modelOf(initiative).today;
  return status === "proposed" || status === "planned" || isAhead ? new Big(0) : "untold";
}

function ofObjective(
  all: Universe,
  objective: Entity,
  found: ReadonlyMap<Entity, Progress>,
): Progress {
  if (relations(all).support.doubtful(objective, "to")) return undefined;
  const progress = mean(childrenOf(all, objective), found);
  if (progress !== "none") return progress;
  return statusOf(objective) === "achieved" ? new Big(1) : "none";
}

interface Part {
  readonly progress: Big;
  readonly weight: Big | undefined;
}

function mean(children: readonly Entity[], found: ReadonlyMap<Entity, Progress>): Progress {
  const parts: Part[] = [];
  let untold = 0;
  for (const child of children) {
    if (unknownIn(child, "status") || unknownIn(child, "weight")) return undefined;
    if (child.kind === "objective" && statusOf(child) === "retired") continue;
    const progress = found.get(child);
    if (progress === undefined) return undefined;
    if (progress === "untold") untold += 1;
    // An objective under which nothing counts says nothing, but it is there.
    else if (progress === "none") untold += child.kind === "objective" ? 1 : 0;
    else parts.push({ progress, weight: valueIn(child, "weight", "percent")?.value });
  }
  if (parts.length === 0 && untold === 0) return "none";
  return parts.length < untold ? "untold" : weightedMean(parts);
}

function weightedMean(parts: readonly Part[]): Big | "none" {
  const given = parts.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const sum = given.reduce((a, b) => a.plus(b), new Big(0));
  const others = parts.length - given.length;
  const left = sum.lt(100) ? new Big(100).minus(sum) : new Big(0);
  const share = others === 0 ? new Big(0) : left.div(others);
  let total = new Big(0);
  let weights = new Big(0);
  for (const { progress, weight = share } of parts) {
    total = total.plus(progress.times(weight));
    weights = weights.plus(weight);
  }
  return weights.eq(0) ? "none" : total.div(weights);
}
