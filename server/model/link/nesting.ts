// Fields that nesting implies → those whose value says something else.
import { kinds } from "../../../grammar/vocabulary.ts";
import type { Finding } from "../../finding.ts";
import { called, nameSpan, refsOf } from "../entity.ts";
import { resolveRef } from "../resolve.ts";
import type { Model } from "../universe.ts";

/** Of each kind the fields of one value that nesting may imply. */
const implied = new Map(
  kinds.map(({ name, fields }) => [name, fields.filter((row) => row.implied && !row.list)]),
);

/** Single values that contradict the declaration in which they stand, such as a `part-of` within another programme. */
export function* contradictedNesting(model: Model): Iterable<Finding> {
  for (const entity of model.entities) {
    const { parent, kind } = entity;
    if (!entity.sure || !parent?.sure || parent.kind === undefined || kind === undefined) continue;
    for (const row of implied.get(kind) ?? []) {
      if (!row.implied?.includes(parent.kind)) continue;
      const [ref] = refsOf(entity, row.name);
      const target = ref && resolveRef(model.universe, ref);
      if (target === undefined || (target.is !== "entity" && target.is !== "free")) continue;
      if (target.is === "entity" && target.entity === parent) continue;
      yield {
        code: "wrong-type",
        at: { chunk: entity.chunk, span: ref?.span ?? nameSpan(entity) },
        message: `'${called(entity)}' stands in ${parent.kind} '${called(parent)}', so its '${row.name}' can only be '${called(parent)}'. Remove this, or move the declaration.`,
        related: [
          {
            at: { chunk: parent.chunk, span: nameSpan(parent) },
            message: `It stands in '${called(parent)}'.`,
          },
        ],
      };
    }
  }
}
