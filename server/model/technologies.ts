// Work → the risks of the technologies that it relies on, declared or not.
import { indexed } from "../cells/indexed.ts";
import { type Entity, type Ref, refsOf } from "./entity.ts";
import { outline } from "./outline.ts";
import { relations } from "./relations.ts";
import { resolveRef } from "./resolve.ts";
import type { Model, Universe } from "./universe.ts";

/** A technology needs no declaration: work and a risk that use the same name mean the same one. */
export function technologyRisks(all: Universe, initiative: Entity): readonly Entity[] {
  const { use, affect } = relations(all);
  const known = use.from(initiative).flatMap(({ to }) => affect.to(to).map(({ from }) => from));
  const free = freeRefs(all, initiative, "technologies");
  const byName = risksByName(all.modelOf(initiative));
  return [...known, ...free.flatMap(({ name }) => byName.get(name))];
}

/** The technologies that nobody declared and that a risk names. */
export function undeclaredUnder(all: Universe, risk: Entity): readonly string[] {
  return freeRefs(all, risk, "affects").map(({ name }) => name);
}

/** The risks of a project by the undeclared technologies that they name. */
const risksByName = indexed<Model, string, Entity>(function* (model, chunk) {
  for (const risk of outline(chunk).entities)
    if (risk.sure && risk.kind === "risk")
      for (const { name } of freeRefs(model.universe, risk, "affects")) yield [name, risk];
});

function freeRefs(all: Universe, entity: Entity, field: string): readonly Ref[] {
  return refsOf(entity, field).filter((ref) => resolveRef(all, ref).is === "free");
}
