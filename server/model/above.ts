// Work or an objective → the objectives above it, over all projects.
import { memo } from "../memo.ts";
import { gathered } from "./components.ts";
import { supportOf } from "./derive/alignment.ts";
import { goalsAndWork } from "./derive/under.ts";
import type { Entity } from "./entity.ts";
import { linksInCircles } from "./link/cycles.ts";
import { relations } from "./relations.ts";
import type { Universe } from "./universe.ts";

/** All objectives that something supports, directly or through others: the nearest first, never itself. */
export function* above(all: Universe, entity: Entity): Iterable<Entity> {
  const seen = new Set<Entity>([entity]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of seen) {
    if (one !== entity) yield one;
    for (const { to } of supportOf(all, one)) seen.add(to);
  }
}

/**
 * What follows for work and objectives from themselves and all that they support, directly or through
 * others: found from the top down, once for each of them.
 */
export function fromAbove<Result>(
  gather: (all: Universe, group: readonly Entity[], above: readonly Result[]) => Result,
): (all: Universe, entity: Entity) => Result | undefined {
  const results = memo((all: Universe) =>
    gathered<Entity, Result>(
      goalsAndWork(all),
      (one) => supportOf(all, one).map(({ to }) => to),
      (group, higher) => gather(all, group, higher),
    ),
  );
  return (all, entity) => results(all).get(entity);
}

/** Whether something holds for work or an objective, or for an objective above it. */
export function inAscent(
  test: (all: Universe, one: Entity) => boolean,
): (all: Universe, entity: Entity) => boolean {
  const holds = fromAbove<boolean>(
    (all, group, higher) => higher.includes(true) || group.some((one) => test(all, one)),
  );
  return (all, entity) => holds(all, entity) ?? test(all, entity);
}

/** Whether something faulty or a circle on the way up may hide some of what is above. */
export const isAscentDoubtful = inAscent((all, one) => {
  const inCircles = linksInCircles(all);
  return (
    relations(all).support.doubtful(one, "from") ||
    supportOf(all, one).some((edge) => inCircles.has(edge))
  );
});
