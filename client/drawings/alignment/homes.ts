// The goals of the view → the places between which work can be dragged, and in which of them each stands.
import type { AlignmentView, Goal } from "../../../server/views/alignment/shape.ts";

/** The key of the place for what supports no objective; those of objectives are the keys of their marks. */
export const nowhere = "gap";

/** By its id, the key of the place where work stands; what stands under no objective that is written cannot be dragged. */
export type Homes = ReadonlyMap<string, string>;

export function homesOf({ goals, initiatives, unaligned }: AlignmentView): Homes {
  // The money and the place of a part are those of its programme.
  const parts = new Set(initiatives.flatMap((one) => (one.programme === undefined ? [] : one.id)));
  const homes = new Map(unaligned.initiatives.map((id) => [id, nowhere]));
  for (const goal of goals)
    if (goal.source) for (const id of goal.initiatives) homes.set(id, placeOfGoal(goal));
  for (const id of parts) homes.delete(id);
  return homes;
}

export function placeOfGoal({ id }: Goal): string {
  return `objective:${id}`;
}
