// Links that may lead round in a circle → what follows for each thing from itself and all that it leads to.
import { memo, memoAlong } from "../cells/memo.ts";
import { gathered, type Knot } from "./components.ts";
import type { Entity } from "./entity.ts";
import type { Tangle } from "./tangles.ts";
import type { Universe } from "./universe.ts";

type Next = (all: Universe, entity: Entity) => Iterable<Entity>;

/** Where links lead, and what of that lies in a circle. */
export interface Ways {
  readonly next: Next;
  /** All things from which ways may start. */
  readonly things: (all: Universe) => Iterable<Entity>;
  /** What lies in a circle of these links; it may be more, never less. */
  readonly circles: Pick<Tangle, "has">;
  /** Whether nothing leads to a thing: what follows for it nobody asks on the way to something else. */
  readonly isStart?: (entity: Entity) => boolean;
}

/**
 * What follows for each thing from itself and all that it leads to: of a group that leads round in a
 * circle the same for all of it. `below` are the results of those to which the group leads directly,
 * each once, in the order of the links. Found once for each thing, in time that grows with the links.
 */
export function along<Result>(
  { next, things, circles, isStart }: Ways,
  gather: (all: Universe, group: Knot<Entity>, below: readonly Result[]) => Result,
  same?: (a: Result, b: Result) => boolean,
): (all: Universe, entity: Entity) => Result {
  const whole = memo((all: Universe) =>
    gathered<Entity, Result>(
      things(all),
      (one) => next(all, one),
      (group, below) => gather(all, group, below),
    ),
  );
  const inWhole = (all: Universe, one: Entity) => {
    const known = whole(all).get(one);
    return known ?? gather(all, [one], []);
  };
  const ahead: Next = (all, one) => (circles.has(all, one) ? [] : next(all, one));
  const result: (all: Universe, entity: Entity) => Result = memoAlong(
    ahead,
    (all, one) => (circles.has(all, one) ? inWhole(all, one) : alone(all, one)),
    same,
  );
  const alone = (all: Universe, one: Entity) => {
    const below = new Set<Entity>(next(all, one));
    return gather(
      all,
      [one],
      Array.from(below, (other) => result(all, other)),
    );
  };
  return (all, one) => (isStart?.(one) ? alone(all, one) : result(all, one));
}

interface Sight {
  /** It is wanted, or leads to something that is. */
  readonly leads: boolean;
  /** The first on the way that is wanted, forks or lies in a circle; undefined for what lies in one. */
  readonly ahead: Entity | undefined;
}

/**
 * What is wanted among all to which a thing leads, breadth first, the thing itself aside. Ways that
 * lead to nothing wanted are not walked, and a straight way on which nothing is wanted is one step,
 * so that it costs about as much as is found.
 */
export function wantedAlong(
  ways: Ways,
  isWanted: (all: Universe, entity: Entity) => boolean,
): (all: Universe, from: Entity) => Iterable<Entity> {
  const sight = along<Sight>(
    ways,
    (all, group, below) => {
      const leading = below.filter(({ leads }) => leads);
      const isHere = group.some((one) => isWanted(all, one));
      const [only, other] = group;
      const ahead = isHere || leading.length !== 1 ? undefined : leading[0]?.ahead;
      return {
        leads: isHere || leading.length > 0,
        ahead: other === undefined ? (ahead ?? only) : undefined,
      };
    },
    (a, b) => a.leads === b.leads && a.ahead === b.ahead,
  );
  return function* (all, from) {
    const found = new Set([from]);
    let walked = 0;
    for (const one of found) {
      walked += 1;
      if (one !== from && isWanted(all, one)) yield one;
      const open = [...ways.next(all, one)].filter((to) => sight(all, to).leads);
      const [only, other] = open;
      // With several things still to be walked, a short way would come before its turn.
      const isStraight = other === undefined && walked === found.size;
      if (isStraight && only !== undefined) found.add(sight(all, only).ahead ?? only);
      else for (const to of open) found.add(to);
    }
  };
}
