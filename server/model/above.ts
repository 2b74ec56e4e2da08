// Work or an objective → the objectives above it, over all projects.
import { along, type Ways } from "./along.ts";
import { inCircles } from "./circles.ts";
import { supportOf } from "./derive/alignment.ts";
import { goalsAndWork } from "./derive/under.ts";
import type { Entity } from "./entity.ts";
import { isInCircle } from "./link/cycles.ts";
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
 * others: found from the top down, once for each of them. Above what is an end nobody looks further.
 */
export function fromAbove<Result>(
  gather: (all: Universe, group: readonly Entity[], above: readonly Result[]) => Result,
  same?: (a: Result, b: Result) => boolean,
  isEnd: (all: Universe, one: Entity) => boolean = () => false,
): (all: Universe, entity: Entity) => Result {
  const next: Ways["next"] = (all, one) => (isEnd(all, one) ? [] : upwards.next(all, one));
  return along({ ...upwards, next }, gather, same);
}

const upwards: Ways = {
  next: (all, one) => supportOf(all, one).map(({ to }) => to),
  things: goalsAndWork,
  circles: inCircles.support,
  isStart: ({ kind }) => kind === "initiative",
};

/** Whether something holds for work or an objective, or for an objective above it. */
export function inAscent(
  test: (all: Universe, one: Entity) => boolean,
): (all: Universe, entity: Entity) => boolean {
  return fromAbove<boolean>(
    (all, group, higher) => higher.includes(true) || group.some((one) => test(all, one)),
    undefined,
    test,
  );
}

/** Whether something faulty or a circle on the way up may hide some of what is above. */
export const isAscentDoubtful = inAscent((all, one) => {
  return (
    relations(all).support.doubtful(one, "from") ||
    supportOf(all, one).some((edge) => isInCircle(all, "support", edge))
  );
});
