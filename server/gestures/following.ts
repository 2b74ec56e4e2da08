// All that is dragged at once → what moves with it, and what follows by itself since it starts after that.
import { datesOf } from "../model/derive/schedule.ts";
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
    const isMoved = gesture.type === "dates" && gesture.to.start && gesture.to.end;
    if (!isMoved && gesture.type !== "date") continue;
    moved.add(entity);
    if (!datesOf(all, entity)?.fromParts) continue;
    for (const part of allParts(all, entity)) carried.add(part);
  }
  return { moved: new Set([...moved, ...carried]), carried };
}

/** Whether something starts after the end of what is moved, or of what follows that. */
export function follows(all: Universe, entity: Entity, moved: ReadonlySet<Entity>): boolean {
  let at = datesOf(all, entity)?.pushedBy;
  while (at !== undefined && !moved.has(at)) at = datesOf(all, at)?.pushedBy;
  return at !== undefined;
}
