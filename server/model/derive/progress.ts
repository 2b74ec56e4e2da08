// Progress as written on work → the progress of the objectives above it.
import { Big } from "big.js";
import { memo } from "../../memo.ts";
import { type Entity, unknownIn, valueIn } from "../entity.ts";
import { relations } from "../relations.ts";
import { statusOf } from "../status.ts";
import type { Universe } from "../universe.ts";
import { childrenOf } from "./alignment.ts";
import { ordered } from "./order.ts";

/** A fraction; `none`: does not count for what is above it; undefined: not understood. */
type Progress = Big | "none" | undefined;

/**
 * How far an objective or an initiative is, as a fraction.
 *
 * Of an initiative: what it says; else 1 where it is completed, and 0 where it is decided on, since
 * nobody has reported anything. Ideas that are only proposed, without progress, and what is
 * cancelled have none.
 *
 * Of an objective: the mean of those of its children, sub-objectives and initiatives, which have
 * some. Where children bear a `weight`, it is their percent of the mean; the others share evenly
 * what is left to 100%; weights that come to another sum count in proportion. Retired sub-objectives
 * and those with no work under them do not count; an achieved one with none counts as 1.
 *
 * Undefined where there is nothing to say it from, and where a part of it is not understood.
 */
export function progressOf(all: Universe, entity: Entity): number | undefined {
  const progress = entity.kind === "objective" ? objectives(all).get(entity) : ofWork(entity);
  return progress === "none" ? undefined : progress?.toNumber();
}

function ofWork(initiative: Entity): Progress {
  if (unknownIn(initiative, "status") || unknownIn(initiative, "progress")) return undefined;
  const status = statusOf(initiative);
  if (status === "cancelled") return "none";
  const percent = valueIn(initiative, "progress", "percent");
  if (percent !== undefined) return percent.value.div(100);
  if (status === "proposed") return "none";
  return new Big(status === "completed" ? 1 : 0);
}

/** Those in a circle of support, or above one, are missing. */
const objectives: (all: Universe) => ReadonlyMap<Entity, Progress> = memo((all) => {
  const found = new Map<Entity, Progress>();
  const own = [...all.models.values()].flatMap((model) => model.of("objective"));
  for (const objective of ordered(own, (one) => childrenOf(all, one))) {
    found.set(objective, ofObjective(all, objective, found));
  }
  return found;
});

function ofObjective(
  all: Universe,
  objective: Entity,
  known: ReadonlyMap<Entity, Progress>,
): Progress {
  if (relations(all).support.doubtful(objective, "to")) return undefined;
  const parts: Part[] = [];
  for (const child of childrenOf(all, objective)) {
    const isWork = child.kind === "initiative";
    if (!isWork && unknownIn(child, "status")) return undefined;
    if (!isWork && statusOf(child) === "retired") continue;
    const progress = isWork ? ofWork(child) : known.get(child);
    if (progress === undefined || unknownIn(child, "weight")) return undefined;
    if (progress === "none") continue;
    parts.push({ progress, weight: valueIn(child, "weight", "percent")?.value });
  }
  const mean = weightedMean(parts);
  if (mean !== "none") return mean;
  return statusOf(objective) === "achieved" ? new Big(1) : "none";
}

interface Part {
  readonly progress: Big;
  readonly weight: Big | undefined;
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
