// Work or an objective → the objectives above it, over all projects.
import { memoIn } from "../memo.ts";
import { supportOf } from "./derive/alignment.ts";
import type { Entity } from "./entity.ts";
import { linksInCircles } from "./link/cycles.ts";
import { relations } from "./relations.ts";
import type { Universe } from "./universe.ts";

export interface Ascent {
  /** What it supports, then what that supports, and so on: the nearest first, none twice. */
  readonly objectives: readonly Entity[];
  /** Something faulty or a circle on the way may hide more of them. */
  readonly doubtful: boolean;
}

/** All objectives that something supports, directly or through others; never itself. */
export const above: (all: Universe, entity: Entity) => Ascent = memoIn((all, entity) => {
  const { support } = relations(all);
  const seen = new Set<Entity>([entity]);
  for (const one of seen) for (const edge of supportOf(all, one)) seen.add(edge.to);
  const reached = [...seen];
  const inCircles = linksInCircles(all);
  const isDoubtful = (one: Entity) =>
    support.doubtful(one, "from") || supportOf(all, one).some((edge) => inCircles.has(edge));
  return { objectives: reached.slice(1), doubtful: reached.some(isDoubtful) };
});
