// A place in a file → where the thing named there is declared, and what realises it.

import { type Query, spotAt } from "../cursor/spot.ts";
import { declaredAt, type Named, symbolAt, usesOf } from "../cursor/symbol.ts";
import { type Location, locate } from "../diagnosis/diagnostic.ts";
import { type Entity, nameSpan } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { isOpen } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { resolveFrom } from "../project/project.ts";

/** A declaration: `whole` is all of it, the location itself its name. */
export interface Target extends Location {
  readonly whole: Location;
}

/** Where the thing at a place is declared. An import leads to the strategy of its project. */
export function definition(query: Query): readonly Target[] {
  const symbol = symbolAt(query);
  if (symbol !== undefined) return ofNamed(symbol.named, query.model);
  const spot = spotAt(query);
  const entry = spot?.path.find((node) => node.type === "import");
  if (entry?.path === undefined) return [];
  const root = resolveFrom(query.model.project, query.file, entry.path.value);
  return opening(query.model.universe.models.get(root));
}

function ofNamed(named: Named, from: Model): readonly Target[] {
  if (named.is === "entity") return [targetOf(from, named.entity)];
  const declared = declaredAt(named);
  if (named.is === "free" || declared === undefined) return [];
  const { chunk, node } = named.alias;
  return [
    {
      ...locate(from, { chunk, span: declared.word }),
      whole: locate(from, { chunk, span: node }),
    },
  ];
}

/** The place of a declaration, seen from any model of the same workspace. */
function targetOf(from: Model, entity: Entity): Target {
  const { chunk, node } = entity;
  return {
    ...locate(from, { chunk, span: nameSpan(entity) }),
    whole: locate(from, { chunk, span: node }),
  };
}

/** Where to begin reading a project: its strategy, else its first declaration. */
function opening(model: Model | undefined): readonly Target[] {
  const first = model?.strategy ?? model?.entities[0];
  return model && first ? [targetOf(model, first)] : [];
}

/**
 * What makes the thing at a place come true: the initiatives under an objective and its
 * sub-objectives, the work of a team or role, the work that relies on a technology.
 */
export function implementation(query: Query): readonly Target[] {
  const symbol = symbolAt(query);
  if (symbol?.named.is !== "entity") return [];
  const { entity } = symbol.named;
  const all = query.model.universe;
  const found =
    entity.kind === "objective"
      ? realising(all, entity)
      : usesOf(symbol.named).flatMap((use) =>
          use.ref?.from.kind === "initiative" ? [use.ref.from] : [],
        );
  const open = found.filter((one) => isOpen(all, one));
  return [...new Set([...open, ...found])].map((one) => targetOf(query.model, one));
}

function realising(all: Universe, objective: Entity): readonly Entity[] {
  const { support } = relations(all);
  const under = [objective];
  const found: Entity[] = [];
  const seen = new Set<Entity>(under);
  for (const one of under) {
    for (const { from } of support.to(one)) {
      if (seen.has(from)) continue;
      seen.add(from);
      if (from.kind === "initiative") found.push(from);
      else under.push(from);
    }
  }
  return found;
}
