// A field of a declaration and what it should say → the edits that write it, or why they cannot be made.
import { type FieldEntry, fieldOf, kindOf } from "../../grammar/vocabulary.ts";
import { choicesOf } from "../cursor/docs.ts";
import { addFields, replace } from "../edits/edits.ts";
import type { Refusal } from "../edits/refusal.ts";
import { removeField } from "../edits/removals.ts";
import type { SourceEdit } from "../finding.ts";
import { called, type Entity, unknownIn, valuesOf } from "../model/entity.ts";
import type { Universe } from "../model/universe.ts";

/** What is done to a text, or a sentence that says why nothing is. */
export type GestureEdits = readonly SourceEdit[] | Refusal;

/** What is said where all is as it should be. */
export const nothingToDo: Refusal = { refused: "Nothing would change by that." };

/** The row of a field in the vocabulary; undefined where things of this kind have none. */
export function rowOf({ kind }: Entity, field: string): FieldEntry | undefined {
  const entry = kind && kindOf(kind);
  return entry && fieldOf(entry, field);
}

/** The words between which a field of a declaration chooses. */
export function wordsFor(entity: Entity, field: string): readonly string[] {
  const row = rowOf(entity, field);
  return row === undefined ? [] : choicesOf(row).map(({ name }) => name);
}

/** Why a field cannot be changed: something in it is not understood, or it is written twice. */
export function unclearIn(entity: Entity, field: string): Refusal | undefined {
  return unknownIn(entity, field) ? notUnderstood(entity, field) : undefined;
}

/** What is said where something is written that nobody can read. */
export function notUnderstood(entity: Entity, field: string): Refusal {
  return {
    refused: `What '${called(entity)}' says of '${field}' is not understood. Mend it in the text first.`,
  };
}

/** A field with one value in the place of what it says, or as a new one; without a value it goes. */
export function setField(
  all: Universe,
  entity: Entity,
  field: string,
  value: string | undefined,
): GestureEdits {
  const refusal = unclearIn(entity, field);
  if (refusal !== undefined) return refusal;
  if (value === undefined) return removeField(all, entity, field);
  const [first] = valuesOf(entity, field);
  return first === undefined
    ? addFields(all, entity, [{ name: field, value }])
    : replace(entity, first.span, value);
}
