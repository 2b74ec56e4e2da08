// A file → the objectives that can be supported from it, and how it writes their names.
import { memo, memoIn } from "../memo.ts";
import type { SourceFile } from "../project/project.ts";
import type { Entity } from "./entity.ts";
import { isOpen } from "./status.ts";
import type { Model } from "./universe.ts";

export interface Nameable {
  readonly entity: Entity;
  /** The name as the file writes it: `growth`, `corporate.growth`. */
  readonly text: string;
}

/** How a menu calls it: `'Keep customers longer' (retention)`. */
export function inMenu({ entity: { title }, text }: Nameable): string {
  return title ? `'${title}' (${text})` : `'${text}'`;
}

/** The open objectives that a file can name: those of its project, then those that it imports. */
export const openObjectives: (model: Model, file: SourceFile) => readonly Nameable[] = memoIn(
  (model, file) => {
    const imported = [...(model.aliases.get(file)?.values() ?? [])].flatMap(({ name, root }) => {
      const other = root === undefined ? undefined : model.universe.models.get(root);
      return other === undefined
        ? []
        : own(other).map(({ entity, text }) => ({ entity, text: `${name}.${text}` }));
    });
    return imported.length === 0 ? own(model) : [...own(model), ...imported];
  },
);

/** A name that is declared twice stands for the first, so only that one can be named. */
const own: (model: Model) => readonly Nameable[] = memo((model) =>
  model
    .of("objective")
    .filter((entity) => isOpen(model.universe, entity) && model.names.get(entity.name) === entity)
    .map((entity) => ({ entity, text: entity.name })),
);
