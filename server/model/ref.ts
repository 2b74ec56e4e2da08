// A reference of the tree → the model's, seen from the field in which it stands.
import type { Reference, Span } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import type { FieldEntry } from "../../grammar/vocabulary.ts";
import type { Entity, Ref } from "./entity.ts";

/** A reference of the tree as the model's, seen from the field in which it stands. */
export function refOf(head: Reference, field: FieldEntry, from: Entity): Ref {
  const name = head.path.map((part) => nfc(part.text)).join(".");
  return { path: head.path, name, span: spanOf(head), from, field };
}

/** Where the names of a reference stand. */
function spanOf(head: Reference): Span {
  const start = head.path[0]?.start ?? head.start;
  const end = head.path.at(-1)?.end ?? head.end;
  return start === head.start && end === head.end ? head : { start, end };
}
