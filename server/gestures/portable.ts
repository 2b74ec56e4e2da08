// A declaration that goes to another file → what of its text must change there, or why it cannot go.
import { nfc } from "../../grammar/values.ts";
import { pathText } from "../cursor/paths.ts";
import type { Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { called, type Entity, valueIn } from "../model/entity.ts";
import { allRefs } from "../model/resolve.ts";
import type { Model } from "../model/universe.ts";
import { folderOf, resolve, resolveFrom } from "../project/project.ts";

/** Paths in it lead on to the same files; the imports that its names need must be there. */
export function fromElsewhere(
  model: Model,
  entity: Entity,
  target: Entity,
): readonly SourceEdit[] | Refusal {
  const [from, to] = [model.pathOf(entity.chunk) ?? "", model.pathOf(target.chunk) ?? ""];
  const file = model.fileAt(from);
  if (from === to || file === undefined) return [];
  const all = [...below(entity)];
  for (const { path } of all.flatMap(allRefs)) {
    const alias = path.length > 1 ? nfc(path[0]?.text ?? "") : "";
    const root = model.aliases.get(from)?.get(alias)?.root;
    if (root !== model.aliases.get(to)?.get(alias)?.root)
      return {
        refused: `'${called(entity)}' names something of '${alias}', which '${to}' does not import. Import it there first.`,
      };
  }
  const folder = resolve(model.project.root, folderOf(to));
  return all.flatMap((one) => {
    const head = valueIn(one, "actuals", "text")?.node.head;
    if (head?.type !== "text") return [];
    const path = resolveFrom(model.project, file, head.value);
    const written = resolve(folder, head.value) === path ? undefined : pathText(folder, path);
    return written === undefined ? [] : [{ at: { chunk: one.chunk, span: head }, text: written }];
  });
}

function* below(entity: Entity): Iterable<Entity> {
  yield entity;
  for (const child of entity.children) yield* below(child);
}
