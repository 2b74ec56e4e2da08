// A status or progress that is set → the edit that writes it.
import { fieldOf, kindOf } from "../../grammar/vocabulary.ts";
import { addFields, replace } from "../edits/edits.ts";
import type { Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { called, choiceOf, type Entity, valueIn } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { movedOn } from "./found.ts";
import type { ProgressGesture, StatusGesture } from "./shape.ts";

export function withStatus(
  model: Model,
  entity: Entity,
  { was, to }: StatusGesture,
): readonly SourceEdit[] | Refusal {
  if (choiceOf(entity, "status") !== was) return movedOn;
  const kind = entity.kind && kindOf(entity.kind);
  const types = (kind && fieldOf(kind, "status")?.types) ?? [];
  if (!types.some((type) => type.is === "choice" && type.of.some(({ name }) => name === to)))
    return { refused: `'${called(entity)}' cannot be '${to}'.` };
  return written(model, entity, "status", to);
}

export function withProgress(
  model: Model,
  entity: Entity,
  { was, to }: ProgressGesture,
): readonly SourceEdit[] | Refusal {
  if (valueIn(entity, "progress", "percent")?.value.toNumber() !== was) return movedOn;
  return written(model, entity, "progress", `${to}%`);
}

/** The field with this value in the place of what it says, or as a new one. */
function written(model: Model, entity: Entity, name: string, value: string): readonly SourceEdit[] {
  const [first] = entity.fields.get(name)?.values ?? [];
  return first === undefined
    ? addFields(model.universe, entity, [{ name, value }])
    : replace(entity, first.span, value);
}
