// Gestures on a picture → the smallest edits of the text that make the picture so, or why there are none.
import { isRefusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import type { Model } from "../model/universe.ts";
import { asOne, unreadable } from "./as-one.ts";
import { withDate } from "./date.ts";
import { withDates } from "./dates.ts";
import type { GestureEdits } from "./fields.ts";
import { type Along, type Made, movedBy } from "./following.ts";
import { type FileOf, foundAt, markedBy } from "./found.ts";
import { withGroup } from "./group.ts";
import { withRating } from "./rating.ts";
import type { Gesture } from "./shape.ts";
import { withProgress, withStatus } from "./state.ts";
import { withTitle } from "./title.ts";
import { withWait } from "./wait.ts";

/**
 * The edits of all gestures as one list, each found in the text as it stands now. The first refusal is
 * that of all.
 */
export function editsOf(model: Model, fileOf: FileOf, gestures: readonly Gesture[]): GestureEdits {
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
    const found = editsFor(model, fileOf, one, along);
    if (isRefusal(found)) return found;
    for (const edit of found) edits.push(edit);
  }
  return asOne(model, edits);
}

/** The declarations are those that were read: who looks at a text asks where they stand by now. */
function editsFor(
  model: Model,
  fileOf: FileOf,
  { gesture, entity }: Made,
  along: Along,
): GestureEdits {
  switch (gesture.type) {
    case "dates":
      return withDates(model, entity, gesture, along);
    case "date":
      return withDate(model, entity, gesture);
    case "group":
      return withGroup(model, entity, gesture);
    case "wait":
      return withWait(model, entity, foundAt(model, fileOf, gesture.on));
    case "rating":
      return withRating(model, entity, gesture);
    case "status":
      return withStatus(model, entity, gesture);
    case "progress":
      return withProgress(model, entity, gesture);
    case "title":
      return withTitle(model, entity, gesture);
  }
}
