// A thing of the strategy → the things above and below it: by support as a tree, by dependency as calls.

import type { Kind } from "../../grammar/vocabulary.ts";
import { entityOfKey, keyOf } from "../cursor/names.ts";
import type { Query } from "../cursor/spot.ts";
import type { EntityKey } from "../cursor/suggestion.ts";
import { symbolAt } from "../cursor/symbol.ts";
import { type Location, locate } from "../diagnosis/diagnostic.ts";
import { called, type Entity, nameSpan } from "../model/entity.ts";
import { type Relations, relations } from "../model/relations.ts";
import type { Edge } from "../model/ties.ts";
import type { Model, Universe } from "../model/universe.ts";

/** One thing of a hierarchy, at its name. */
export interface Branch extends Location {
  readonly whole: Location;
  readonly name: string;
  readonly title: string;
  readonly kind: Kind | undefined;
  /** How it is found again when its neighbours are asked for. */
  readonly key: EntityKey;
}

/** A neighbour, and where it is written that it is one. */
export interface Neighbour extends Branch {
  readonly written: Location;
}

/** `support` is the tree of objectives, with the work at its leaves; `depend` who waits for whom. */
export type Order = keyof Pick<Relations, "support" | "depend">;

/** The thing at a place, if it has a place in the order. */
export function root(query: Query, order: Order): Branch | undefined {
  const symbol = symbolAt(query);
  if (symbol?.named.is !== "entity") return undefined;
  const { entity, model } = symbol.named;
  const kinds = order === "support" ? ["objective", "initiative"] : ["initiative", "milestone"];
  return kinds.includes(entity.kind ?? "") ? branch(model, entity) : undefined;
}

/** What a thing supports or waits for (`up`), or what supports it or waits for it (`down`). */
export function neighbours(
  all: Universe,
  key: EntityKey,
  order: Order,
  way: "up" | "down",
): readonly Neighbour[] {
  const found = entityOfKey(all.models, key);
  if (found === undefined) return [];
  const relation = relations(all)[order];
  const edges = way === "up" ? relation.from(found.entity) : relation.to(found.entity);
  return edges.map((edge) => neighbour(all, edge, way));
}

function neighbour(all: Universe, edge: Edge, way: "up" | "down"): Neighbour {
  const other = way === "up" ? edge.to : edge.from;
  const holder = edge.ref?.from ?? edge.from;
  const written = locate(all.modelOf(holder), { chunk: holder.chunk, span: edge.span });
  return { ...branch(all.modelOf(other), other), written };
}

function branch(model: Model, entity: Entity): Branch {
  const { chunk, node } = entity;
  return {
    ...locate(model, { chunk, span: nameSpan(entity) }),
    whole: locate(model, { chunk, span: node }),
    name: called(entity),
    title: model.universe.titleOf(entity) ?? "",
    kind: entity.kind,
    key: keyOf(model, entity),
  };
}
