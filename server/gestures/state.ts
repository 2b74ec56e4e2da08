// A status or progress that is set or taken away → the edit that writes it.
import { progressOf } from "../model/derive/progress.ts";
import { called, choiceOf, type Entity, valueIn } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { type GestureEdits, nothingToDo, rowOf, setField, unclearIn, wordsFor } from "./fields.ts";
import { movedOn } from "./found.ts";
import type { ProgressGesture, StatusGesture } from "./shape.ts";

/** What a picture shows of a thing that writes no status. */
const unwritten: ReadonlyMap<string | undefined, string> = new Map([
  ["milestone", "planned"],
  ["risk", "open"],
]);

/** Refused where the kind has no such status, and where another is written than the picture showed. */
export function withStatus(model: Model, entity: Entity, { was, to }: StatusGesture): GestureEdits {
  const choices = wordsFor(entity, "status");
  if (choices.length === 0) return { refused: `'${called(entity)}' has no status.` };
  const refusal = unclearIn(entity, "status");
  if (refusal !== undefined) return refusal;
  const status = choiceOf(entity, "status");
  if (was !== status && (status !== undefined || was !== unwritten.get(entity.kind)))
    return movedOn;
  if (to === was || to === status) return nothingToDo;
  if (to !== undefined && !choices.includes(to))
    return { refused: `'${called(entity)}' cannot be '${to}'.` };
  return setField(model.universe, entity, "status", to);
}

/** Refused where the kind writes none, and where it is another than the picture showed, however that rounds it. */
export function withProgress(
  model: Model,
  entity: Entity,
  { was, to }: ProgressGesture,
): GestureEdits {
  if (rowOf(entity, "progress") === undefined)
    return { refused: `The progress of '${called(entity)}' follows from other things.` };
  const refusal = unclearIn(entity, "progress");
  if (refusal !== undefined) return refusal;
  const all = model.universe;
  const percent = valueIn(entity, "progress", "percent")?.value.toNumber();
  // A programme that says nothing shows that of its parts.
  const shown = percent ?? (progressOf(all, entity) ?? Number.NaN) * 100;
  const isAsShown = was === undefined ? percent === undefined : Math.abs(shown - was) < 1;
  if (!isAsShown) return movedOn;
  if (to === percent) return nothingToDo;
  return setField(all, entity, "progress", to === undefined ? undefined : `${to}%`);
}
