// Gestures on a picture of a project → the changes of its texts, or a sentence that says why there are none.
import { locate } from "../diagnosis/diagnostic.ts";
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import type { FileOf } from "../gestures/found.ts";
import { editsOf } from "../gestures/index.ts";
import { meetAgain, oneByOne } from "../gestures/one-by-one.ts";
import type { Gesture } from "../gestures/shape.ts";
import type { Model } from "../model/universe.ts";
import type { TextChange } from "./feature.ts";

/** `fileOf` finds the files that the gestures name, in the same snapshot as the model. */
export function gestureChanges(
  model: Model,
  fileOf: FileOf,
  made: readonly Gesture[],
): readonly TextChange[] | Refusal {
  // A thing may be drawn several times: what is done to it in the same way is done once.
  const gestures = [...new Map(made.map((one) => [JSON.stringify(one), one])).values()];
  const edits = editsOf(model, fileOf, gestures);
  const changes = isRefusal(edits)
    ? edits
    : edits.map(({ at, text }) => ({ ...locate(model, at), text }));
  if (gestures.length < 2) return changes;
  // What follows a bar moves along with it: in time all are moved at once.
  if (gestures.some(({ type }) => type === "dates" || type === "date")) return changes;
  // Others may change the same words, such as those of the block into which all of them go.
  const isApart = !isRefusal(changes) && areApart(changes) && !meetAgain(model, fileOf, gestures);
  return isApart ? changes : oneByOne(model, fileOf, gestures);
}

/** Whether no two changes touch, so that each is the same whatever becomes of the others. */
function areApart(changes: readonly TextChange[]): boolean {
  const files = Map.groupBy(changes, ({ root, path }) => `${root}/${path}`);
  return [...files.values()].every((own) => {
    const inOrder = own.toSorted((a, b) => a.start - b.start || a.end - b.end);
    return inOrder.every(({ end }, index) => end < (inOrder[index + 1]?.start ?? Infinity));
  });
}
