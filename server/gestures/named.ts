// A declaration, or a name that is declared nowhere → how the text of another names it, or why it cannot.
import type { Refusal } from "../edits/refusal.ts";
import { called, type Entity } from "../model/entity.ts";
import { resolveIn } from "../model/resolve.ts";
import { isLocalName, type Model } from "../model/universe.ts";
import { rowOf } from "./fields.ts";

/** The name of a declaration as a field of another writes it: `growth`, `crm.pilot`, `corporate.growth`. */
export function writtenName(
  model: Model,
  from: Entity,
  field: string,
  target: Entity,
): string | Refusal {
  const home = model.universe.modelOf(target);
  const path = model.pathOf(from.chunk) ?? "";
  const words = [...(isLocalName(target) ? [target.parent?.name ?? ""] : []), target.name];
  if (words.includes(""))
    return {
      refused: `That ${target.kind} has no name yet. Give it one, so that others can name it.`,
    };
  if (home !== model) {
    const aliases = [...(model.aliases.get(path)?.values() ?? [])];
    const alias = aliases.find(({ root }) => root === home.project.root);
    if (alias === undefined) {
      const folder = home.project.root.split("/").at(-1);
      return {
        refused: `'${called(target)}' belongs to another project, '${folder}', which '${path}' does not import. Import it there first.`,
      };
    }
    words.unshift(alias.name);
  }
  const name = words.join(".");
  return standsFor(model, from, field, name) === target
    ? name
    : {
        refused: `'${name}' stands for something else there. Give each of them a name of its own.`,
      };
}

/** What a name would stand for in a field of a declaration; "free" where it needs none. */
export function standsFor(
  model: Model,
  from: Entity,
  field: string,
  name: string,
): Entity | "free" | undefined {
  const file = model.fileAt(model.pathOf(from.chunk) ?? "");
  const row = rowOf(from, field);
  if (file === undefined || row === undefined) return undefined;
  const span = { start: 0, end: 0 };
  const path = name.split(".").map((text) => ({ ...span, text }));
  const target = resolveIn(model, file, { path, name, span, from, field: row });
  return target.is === "entity" ? target.entity : target.is === "free" ? "free" : undefined;
}
