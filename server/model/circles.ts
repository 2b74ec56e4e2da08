// Relations that must not run in a circle → what lies in one all the same.
import type { Entity } from "./entity.ts";
import { type Tangle, tangles } from "./tangles.ts";
import { type RelationName, writtenIn } from "./ties.ts";

const circles = tangles<RelationName>(function* (all, chunk) {
  for (const { name, from, to } of writtenIn(all, chunk).edges) {
    if (name === "depend") yield [name, initiativeOf(from), initiativeOf(to)];
    // Nothing supports work: it lies in no circle.
    else if (name === "support" && from.kind === "initiative") continue;
    else if (name in inCircles) yield [name, from, to];
  }
});

/** The relations that must not run in a circle, and what of each lies in one. */
export const inCircles = {
  support: circles("support"),
  part: circles("part"),
  depend: circles("depend"),
  report: circles("report"),
  replace: circles("replace"),
} as const satisfies Partial<Record<RelationName, Tangle>>;

/** A milestone is reached within its initiative, so waiting for one is waiting for the other. */
export function initiativeOf(entity: Entity): Entity {
  return entity.kind === "milestone" && entity.parent !== undefined ? entity.parent : entity;
}
