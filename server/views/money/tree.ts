// Objectives and the money under them → the tree in which they stand, each under the first that it supports.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { childrenOf } from "../../model/derive/alignment.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { isOpen } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { goalOf } from "../roadmap/rows.ts";
import { inTree } from "../tree.ts";
import { goalsWithMoney } from "./standing.ts";

export interface PurseTree {
  /** A parent before its children, in source order; those of other projects first. */
  readonly order: readonly Entity[];
  readonly children: ReadonlyMap<Entity, readonly Entity[]>;
  readonly depths: ReadonlyMap<Entity, number>;
}

const ownObjectives = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "objective"),
);

/** Objectives that are open, or under which open work counts or hangs, with those above them; a circle of support is cut at its first objective. */
export const purseTree: (model: Model) => PurseTree = memo((model) => {
  const nodes = nodesOf(model);
  const among = new Set(nodes);
  const places = inTree(nodes, (node) => {
    const parent = goalOf(model.universe, node);
    return parent !== undefined && among.has(parent) ? parent : undefined;
  });
  const children = new Map<Entity, Entity[]>(nodes.map((node) => [node, []]));
  for (const { of, parent } of places) if (parent !== undefined) children.get(parent)?.push(of);
  return {
    order: places.map(({ of }) => of),
    children,
    depths: new Map(places.map(({ of, depth }) => [of, depth])),
  };
}, isSameTree);

/** Where an objective stands: who reads it depends on that alone. */
export const standsIn: (
  model: Model,
  node: Entity,
) => { readonly children: readonly Entity[]; readonly depth: number } = memoIn(
  (model, node) => {
    const { children, depths } = purseTree(model);
    return { children: children.get(node) ?? [], depth: depths.get(node) ?? 0 };
  },
  (a, b) => a.depth === b.depth && isSameList(a.children, b.children),
);

function isSameTree(a: PurseTree, b: PurseTree): boolean {
  return (
    isSameList(a.order, b.order) &&
    a.order.every(
      (node) =>
        a.depths.get(node) === b.depths.get(node) &&
        isSameList(a.children.get(node) ?? [], b.children.get(node) ?? []),
    )
  );
}

function nodesOf(model: Model): readonly Entity[] {
  const all = model.universe;
  const isOwn = (one: Entity) => model.pathOf(one.chunk) !== undefined;
  const own = ownObjectives(model);
  const seen = new Set<Entity>();
  const foreign: Entity[] = [];
  const shown = own.filter((one) => isOpen(all, one) || foreignUnder(model, one).length > 0);
  for (const first of [...shown, ...goalsWithMoney(model)])
    for (
      let at: Entity | undefined = first;
      at !== undefined && !seen.has(at);
      at = goalOf(all, at)
    ) {
      seen.add(at);
      if (!isOwn(at)) foreign.push(at);
    }
  return [...foreign, ...own.filter((one) => seen.has(one))];
}

/** What supports an objective from another project: it counts there. */
export function foreignUnder(model: Model, objective: Entity): readonly Entity[] {
  const all = model.universe;
  if (model.pathOf(objective.chunk) === undefined) return [];
  return childrenOf(all, objective).filter(
    (child) => model.pathOf(child.chunk) === undefined && isOpen(all, child),
  );
}
