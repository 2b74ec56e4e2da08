// Gestures on the picture of a project → the files that they change, each with what it says and what it is to say.
import { applied } from "../../../grammar/format.ts";
import { isRefusal, type Refusal } from "../../../server/edits/refusal.ts";
import { gestureChanges } from "../../../server/features/edit.ts";
import type { TextChange } from "../../../server/features/feature.ts";
import { movedOn } from "../../../server/gestures/found.ts";
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { Model } from "../../../server/model/universe.ts";
import { resolve } from "../../../server/project/project.ts";
import { relative } from "../../exports/relative.ts";
import { fileIn } from "../cards.ts";
import { realIn, saidBy } from "../own-file.ts";
import type { Exchange } from "../replace.ts";

/**
 * Files of the project at `base` alone. A file that says another thing by now than the picture was
 * drawn from is refused, and one that cannot be changed is a fault of use.
 */
export function exchangesOf(
  model: Model,
  base: string,
  gestures: readonly Gesture[],
): readonly Exchange[] | Refusal {
  const changes = gestureChanges(model, (uri) => fileIn(model, uri), gestures);
  if (isRefusal(changes)) return changes;
  const exchanges: Exchange[] = [];
  for (const [file, all] of Map.groupBy(changes, ({ root, path }) => resolve(root, path))) {
    const name = relative(base, file);
    const { bytes, text } = saidBy(file, name);
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    const plain = text.slice(mark.length);
    if (plain !== drawnFrom(model, all)) return movedOn;
    const changed = applied(
      plain,
      all.toSorted((a, b) => a.start - b.start || a.end - b.end),
    );
    const real = realIn(base, file, name, "Change");
    exchanges.push({ file: real, name, before: bytes, text: Buffer.from(mark + changed) });
  }
  return exchanges;
}

/** The text on which the places of changes of one file rest. */
function drawnFrom(model: Model, [first]: readonly TextChange[]): string | undefined {
  const home = first && model.universe.models.get(first.root);
  return first && home?.fileAt(first.path)?.tree.text;
}
