// All that is dragged at once → what moves with it, and what follows by itself since it starts after that.
import { type Dates, datesOf, restsOn } from "../model/derive/schedule.ts";
import type { Entity } from "../model/entity.ts";
import { allParts } from "../model/programmes.ts";
import type { Universe } from "../model/universe.ts";
import type { Gesture } from "./shape.ts";

/** A gesture, and the declaration that it is made on as the model has read it. */
export interface Made {
  readonly gesture: Gesture;
  readonly entity: Entity;
}

/** What moves with all that is done at once. */
export interface Along {
  readonly moved: ReadonlySet<Entity>;
  /** The parts of programmes that go with their parts: they need no gesture of their own. */
  readonly carried: ReadonlySet<Entity>;
}

export function movedBy(all: Universe, gestures: readonly Made[]): Along {
  const [moved, carried] = [new Set<Entity>(), new Set<Entity>()];
  for (const { gesture, entity } of gestures) {
    const dates = datesOf(all, entity);
    const isMoved = gesture.type === "dates" && dates && isWhole(dates, gesture.to);
    if (!isMoved && gesture.type !== "date") continue;
    moved.add(entity);
    if (!dates?.fromParts) continue;
    for (const part of allParts(all, entity)) carried.add(part);
  }
  return { moved: new Set([...moved, ...carried]), carried };
}

/** Whether all of a bar is dragged: both of its ends, or its start where no end of it is written or known. */
export function isWhole(
  { end, openEnd, endedByToday }: Dates,
  to: { readonly start?: unknown; readonly end?: unknown },
): boolean {
  const isBound = end !== undefined && !openEnd && !endedByToday;
  return to.start !== undefined && (to.end !== undefined || !isBound);
}

/**
 * Whether something starts after what is moved, or after what follows that, though it may wait for
 * something else longer: the same whichever way the others go.
 */
export function goesAlong(all: Universe, entity: Entity, moved: ReadonlySet<Entity>): boolean {
  for (const one of moved) if (one !== entity && restsOn(all, entity, one)) return true;
  return false;
}
