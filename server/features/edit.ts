// Gestures on a picture of a project → the changes of its texts, or a sentence that says why there are none.
import { locate } from "../diagnosis/diagnostic.ts";
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import type { FileOf } from "../gestures/found.ts";
import { editsOf } from "../gestures/index.ts";
import type { Gesture } from "../gestures/shape.ts";
import type { Model } from "../model/universe.ts";
import type { TextChange } from "./feature.ts";

/** `fileOf` finds the files that the gestures name, in the same snapshot as the model. */
export function gestureChanges(
  model: Model,
  fileOf: FileOf,
  gestures: readonly Gesture[],
): readonly TextChange[] | Refusal {
  const edits = editsOf(model, fileOf, gestures);
  if (isRefusal(edits)) return edits;
  return edits.map(({ at, text }) => ({ ...locate(model, at), text }));
}
