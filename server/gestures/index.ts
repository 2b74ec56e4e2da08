// Gestures on a picture → the smallest edits of the text that make the picture so, or why there are none.
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import type { Entity } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { type FileOf, markedBy } from "./found.ts";
import type { Gesture } from "./shape.ts";
import { withProgress, withStatus } from "./state.ts";

type Edits = readonly SourceEdit[] | Refusal;

/** The edits of all gestures together, each found in the text as it stands now; the first refusal is that of all. */
export function editsOf(model: Model, fileOf: FileOf, gestures: readonly Gesture[]): Edits {
  const edits: SourceEdit[] = [];
  for (const gesture of gestures) {
    const entity = markedBy(model, fileOf, gesture.of);
    if (isRefusal(entity)) return entity;
    const found = editsFor(model, model.universe.standing(entity), gesture);
    if (isRefusal(found)) return found;
    for (const edit of found) edits.push(edit);
  }
  return edits;
}

function editsFor(model: Model, entity: Entity, gesture: Gesture): Edits {
  switch (gesture.type) {
    case "status":
      return withStatus(model, entity, gesture);
    case "progress":
      return withProgress(model, entity, gesture);
    default:
      return { refused: "This cannot be changed in the picture yet. Change it in the text." };
  }
}
