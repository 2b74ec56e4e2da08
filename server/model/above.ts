// Work or an objective → the objectives above it, over all projects.
import { memoIn } from "../memo.ts";
import type { Entity } from "./entity.ts";
import { relations } from "./relations.ts";
import type { Universe } from "./universe.ts";

export interface Ascent {
  /** What it supports, then what that supports, and so on: the nearest first, none twice. */
  readonly objectives: readonly Entity[];
  /** Something faulty on the way may hide more of them. */
  readonly doubtful: boolean;
}

/** All objectives that something supports, directly or through others; never itself. */
export const above: (all: Universe, entity: Entity) => Ascent = memoIn((all, entity) => {
  const { support } = relations(all);
  const seen = new Set<Entity>([entity]);
  for (const one of seen) for (const edge of support.from(one)) seen.add(edge.to);
  const reached = [...seen];
  return { objectives: reached.slice(1), doubtful: reached.some((one) => support.doubtful(one)) };
});
