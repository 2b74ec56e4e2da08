// Relations that must not run in a circle → what lies in one all the same.
import type { Entity } from "./entity.ts";
import { linksIn } from "./relations.ts";
import { type Tangle, tangled } from "./tangles.ts";
import type { RelationName } from "./ties.ts";

/** The relations that must not run in a circle, and what of each lies in one. */
export const inCircles = {
  support: ofRelation("support"),
  part: ofRelation("part"),
  depend: ofRelation("depend", initiativeOf),
  report: ofRelation("report"),
  replace: ofRelation("replace"),
} as const satisfies Partial<Record<RelationName, Tangle>>;

/** `node`: what counts as the end of a link, where it is not the declaration itself. */
function ofRelation(name: RelationName, node = (entity: Entity) => entity): Tangle {
  return tangled(function* (all, chunk) {
    for (const { from, to } of linksIn(all, chunk, name)) yield [node(from), node(to)];
  });
}

/** A milestone is reached within its initiative, so waiting for one is waiting for the other. */
export function initiativeOf(entity: Entity): Entity {
  return entity.kind === "milestone" && entity.parent !== undefined ? entity.parent : entity;
}
