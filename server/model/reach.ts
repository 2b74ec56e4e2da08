// A file → the objectives that can be supported from it, and how it writes their names.
import type { Chunk } from "../../grammar/tree.ts";
import { collected } from "../cells/folded.ts";
import { indexed } from "../cells/indexed.ts";
import { memo, memoIn } from "../cells/memo.ts";
import type { Entity } from "./entity.ts";
import { type Candidates, candidatesOf } from "./likeness.ts";
import { outline } from "./outline.ts";
import { isOpen } from "./status.ts";
import type { Model, Universe } from "./universe.ts";

export interface Nameable {
  readonly entity: Entity;
  /** The name as the file writes it: `growth`, `corporate.growth`. */
  readonly text: string;
}

/** How a menu calls it: `'Keep customers longer' (retention)`. */
export function inMenu(all: Universe, { entity, text }: Nameable): string {
  const title = all.titleOf(entity);
  return title ? `'${title}' (${text})` : `'${text}'`;
}

/** The open objectives that a file can name: those of its project, then those that it imports. */
export const openObjectives: (model: Model, path: string) => readonly Nameable[] = memoIn(
  (model, path) => {
    const imported = importedInto(model, path);
    return imported.length === 0 ? own(model) : [...own(model), ...imported];
  },
);

/**
 * The open objectives of a file itself and of what it imports: advice names one of these, so that what
 * is said here does not change with what is written anywhere.
 */
export const openObjectivesNear: (model: Model, path: string) => readonly Nameable[] = memoIn(
  (model, path) => [...ownByFile(model).get(path), ...importedInto(model, path)],
);

function importedInto(model: Model, path: string): readonly Nameable[] {
  return [...(model.aliases.get(path)?.values() ?? [])].flatMap(({ name, root }) => {
    const other = root === undefined ? undefined : model.universe.models.get(root);
    return other === undefined
      ? []
      : own(other).map(({ entity, text }) => ({ entity, text: `${name}.${text}` }));
  });
}

/** All of them, so that they can be put in order for each thing that lacks one. */
export function openCandidates(model: Model, path: string): Candidates<Nameable> {
  const open = openObjectives(model, path);
  return open === own(model) ? ownCandidates(model) : candidatesOf(model.universe, open);
}

/** Most files import nothing: one table serves them all. */
const ownCandidates = memo((model: Model) => candidatesOf(model.universe, own(model)));

/** Those near, so that one of them can be chosen for each thing that lacks one. */
export const candidatesNear: (model: Model, path: string) => Candidates<Nameable> = memoIn(
  (model, path) => candidatesOf(model.universe, openObjectivesNear(model, path)),
);

/** Whether a file can name open objectives that stand elsewhere. */
export const hasOpenElsewhere: (model: Model, path: string) => boolean = memoIn(
  (model, path) => openObjectives(model, path).length > openObjectivesNear(model, path).length,
);

const own = collected<Model, Nameable>(nameableIn);

const ownByFile = indexed<Model, string, Nameable>(function* (model, chunk) {
  for (const one of nameableIn(model, chunk)) yield [model.pathOf(chunk) ?? "", one];
});

/** A name that is declared twice stands for the first, so only that one can be named. */
function* nameableIn(model: Model, chunk: Chunk): Iterable<Nameable> {
  for (const entity of outline(chunk).entities)
    if (entity.sure && entity.kind === "objective" && isOpen(model.universe, entity))
      if (model.names.get(entity.name) === entity) yield { entity, text: entity.name };
}
