// THE table of the language: every kind, field, type and choice, from which all that knows words is derived.
import { contextKinds } from "./kinds/context.ts";
import { coreKinds } from "./kinds/core.ts";
import type { FieldEntry, Kind, KindEntry, Place } from "./kinds/rows.ts";

export type { Choice, FieldEntry, Kind, KindEntry, Place, ValueType } from "./kinds/rows.ts";

export const kinds: readonly KindEntry[] = [...coreKinds, ...contextKinds];

const byName: ReadonlyMap<string, KindEntry> = new Map(kinds.map((kind) => [kind.name, kind]));
const fieldMaps = new WeakMap<object, ReadonlyMap<string, FieldEntry>>();

/** The entry of a kind word, or undefined where the word is no kind. */
export function kindOf(word: string): KindEntry | undefined {
  return byName.get(word);
}

/** The entry of a field of a kind, or, given a field that is a block, of a field in that block. */
export function fieldOf(owner: KindEntry | FieldEntry, word: string): FieldEntry | undefined {
  let map = fieldMaps.get(owner);
  if (map === undefined) {
    const fields = "fields" in owner ? owner.fields : (owner.block ?? []);
    map = new Map(fields.map((field) => [field.name, field]));
    fieldMaps.set(owner, map);
  }
  return map.get(word);
}

/** The kinds that may stand in a place. */
export function kindsIn(place: Place): readonly KindEntry[] {
  return kinds.filter((kind) => kind.places.includes(place));
}

/** Kinds whose names may be used without a declaration. */
export const freeKinds: ReadonlySet<Kind> = new Set([
  "role",
  "team",
  "stakeholder",
  "skill",
  "technology",
]);
