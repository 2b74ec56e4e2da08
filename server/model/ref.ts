// A reference of the tree → the model's, seen from the field in which it stands.
import type { Reference } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import type { FieldEntry } from "../../grammar/vocabulary.ts";
import type { Entity, Ref } from "./entity.ts";

/** A reference of the tree as the model's, seen from the field in which it stands. */
export function refOf(head: Reference, field: FieldEntry, from: Entity): Ref {
  const name = head.path.map((part) => nfc(part.text)).join(".");
  const start = head.path[0]?.start ?? head.start;
  const end = head.path.at(-1)?.end ?? head.end;
  return { path: head.path, name, span: { start, end }, from, field };
}
