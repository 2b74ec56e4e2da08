// Gestures on a picture → the smallest edits of the text that make the picture so, or why there are none.
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import { asOne, unreadable } from "./as-one.ts";
import { withDate } from "./date.ts";
import { withDates } from "./dates.ts";
import { type Along, type Made, movedBy } from "./following.ts";
import { type FileOf, markedBy } from "./found.ts";
import type { Gesture } from "./shape.ts";
import { withProgress, withStatus } from "./state.ts";

type Edits = readonly SourceEdit[] | Refusal;

/**
 * The edits of all gestures as one list, each found in the text as it stands now. The first refusal is
 * that of all.
 */
export function editsOf(model: Model, fileOf: FileOf, gestures: readonly Gesture[]): Edits {
  const made: Made[] = [];
  for (const gesture of gestures) {
    const entity = markedBy(model, fileOf, gesture.of);
    if (isRefusal(entity)) return entity;
    const file = model.placeOf(entity.chunk)?.file;
    const refusal = file && unreadable(file);
    if (refusal !== undefined) return refusal;
    made.push({ gesture, entity });
  }
  const along = movedBy(model.universe, made);
  const edits: SourceEdit[] = [];
  for (const one of made) {
    const found = editsFor(model, one, along);
    if (isRefusal(found)) return found;
    for (const edit of found) edits.push(edit);
  }
  return asOne(model, edits);
}

function editsFor(model: Model, { gesture, entity: read }: Made, along: Along): Edits {
  // The model knows the figures of what it has read, be there another title by now.
  const entity = model.universe.standing(read);
  switch (gesture.type) {
    case "dates":
      return withDates(model, read, gesture, along);
    case "date":
      return withDate(model, read, gesture);
    case "status":
      return withStatus(model, entity, gesture);
    case "progress":
      return withProgress(model, entity, gesture);
    default:
      return { refused: "This cannot be changed in the picture yet. Change it in the text." };
  }
}
