// Objectives and what hangs under them → the nodes of the picture, column by column, with the money that is counted under each.
import { isSameList } from "../../cells/contributions.ts";
import { indexed } from "../../cells/indexed.ts";
import { memo, memoAlong, memoIn } from "../../cells/memo.ts";
import { childrenOf, isSupportUnknown, levelOf } from "../../model/derive/alignment.ts";
import { sumOf, totalAmount } from "../../model/derive/money.ts";
import { amountUnder, below } from "../../model/derive/under.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { isOpen } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { sharePercent } from "../amounts.ts";
import { isSame } from "../difference.ts";
import { goalFacts, goalTreeOf } from "../roadmap/goals.ts";
import { unalignedKey } from "../roadmap/stands.ts";
import { oneOf } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import type { Goal, TopKind, UnalignedWork } from "./shape.ts";
import { kpisBeside, risksBeside } from "./signs.ts";
import {
  type CountedSum,
  countedOf,
  isSameSum,
  joinedSums,
  moneyOfSum,
  otherGoals,
  shownMembers,
} from "./work.ts";

/** What stands at the top where no business objective does. */
type Stand = Exclude<TopKind, "objective">;

const stands: readonly Stand[] = ["lone", "unclear", "closed"];

const standTitles: Readonly<Record<Stand, string>> = {
  lone: "No business objective",
  unclear: "What it supports is not clear",
  closed: "Closed, without an objective",
};

interface Forest {
  /** All goals from the top down. */
  readonly order: readonly Entity[];
  /** Business objectives that stand at the top, and under what others stand there. */
  readonly tops: ReadonlyMap<Entity, TopKind>;
  readonly children: ReadonlyMap<Entity, readonly Entity[]>;
}

const forestOf: (model: Model) => Forest = memo((model) => {
  const { order, parents, children } = goalTreeOf(model);
  const tops = new Map<Entity, TopKind>();
  for (const node of order) if (!parents.has(node)) tops.set(node, topOf(model, node));
  const nodes = new Map<Entity, readonly Entity[]>();
  for (const [parent, under] of children) if (parent !== undefined) nodes.set(parent, under);
  return { order, tops, children: nodes };
}, isSameForest);

function isSameForest(a: Forest, b: Forest): boolean {
  return (
    isSameList(a.order, b.order) &&
    a.tops.size === b.tops.size &&
    [...a.tops].every(([node, top]) => b.tops.get(node) === top) &&
    a.order.every((node) => isSameList(a.children.get(node) ?? [], b.children.get(node) ?? []))
  );
}

function topOf(model: Model, node: Entity): TopKind {
  if (levelOf(model.universe, node) === "business") return "objective";
  return isSupportUnknown(model.universe, node) ? "unclear" : "lone";
}

/** Where a goal stands. */
interface Spot {
  readonly parent: Entity | Stand | undefined;
  readonly depth: number;
  readonly top: TopKind;
  readonly children: readonly Entity[];
}

const spotsOf: (model: Model) => ReadonlyMap<Entity, Spot> = memo((model) => {
  const { order, tops, children } = forestOf(model);
  const spots = new Map<Entity, Spot>();
  const parents = new Map<Entity, Entity>();
  for (const [parent, under] of children) for (const one of under) parents.set(one, parent);
  for (const node of order) {
    const top = tops.get(node);
    const parent = parents.get(node);
    const above = parent && spots.get(parent);
    const under = children.get(node) ?? [];
    if (parent === undefined || above === undefined)
      spots.set(
        node,
        top === undefined || top === "objective"
          ? { parent: undefined, depth: 0, top: "objective", children: under }
          : { parent: top, depth: 1, top, children: under },
      );
    else spots.set(node, { parent, depth: above.depth + 1, top: above.top, children: under });
  }
  return spots;
});

const nowhere: Spot = { parent: undefined, depth: 0, top: "objective", children: [] };

const spotOf: (model: Model, node: Entity) => Spot = memoIn(
  (model, node) => spotsOf(model).get(node) ?? nowhere,
  (a, b) =>
    a.parent === b.parent &&
    a.depth === b.depth &&
    a.top === b.top &&
    isSameList(a.children, b.children),
);

/** What is counted under a goal: the open work that stands there and under all goals below it. */
const sumUnderGoal: (model: Model, node: Entity) => CountedSum = memoAlong(
  (model, node) => spotOf(model, node).children,
  (model, node) =>
    joinedSums([
      countedOf(model, shownMembers(model, node)),
      ...spotOf(model, node).children.map((child) => sumUnderGoal(model, child)),
    ]),
  isSameSum,
);

/** "34%"; nothing where it is not known, or no money. */
function shareOf(model: Model, { amount }: CountedSum): string | undefined {
  const total = totalAmount(model);
  if (amount === undefined || !amount.gt(0) || !total?.amount.gt(0)) return undefined;
  return sharePercent(amount.div(total.amount).toNumber());
}

/** Asked aside: where the sum of all moves, few goals have another share in whole percent. */
const shareOfGoal: (model: Model, node: Entity) => string | undefined = memoIn((model, node) =>
  shareOf(model, sumUnderGoal(model, node)),
);

const levels = ["business", "it", "team"] as const;

const goalNode: (model: Model, node: Entity) => Unplaced<Goal> = memoIn((model, node) => {
  const { parent, depth, top } = spotOf(model, node);
  const { id, title, source, owner, health, wrong, status, progress, empty } = goalFacts(
    model,
    node,
  );
  const scene = sceneOf(model);
  const sum = sumUnderGoal(model, node);
  return {
    id,
    top,
    title,
    parent: typeof parent === "object" ? scene.idOf(parent) : parent && standId(parent),
    depth,
    level: oneOf(levels, levelOf(scene.all, node)),
    source,
    owner,
    health,
    wrong,
    status,
    progress,
    ...moneyOfSum(model, sum),
    share: shareOfGoal(model, node),
    whole: wholeOf(model, node, sum),
    work: sum.work,
    initiatives: shownMembers(model, node).map(({ shown }) => shown.id),
    kpis: kpisBeside(model, node),
    risks: risksBeside(model, node),
    also: otherGoals(model, node).map(scene.idOf),
    shared: supportersElsewhere(model).get(node).length,
    elsewhere: elsewhereOf(model, node),
    empty,
  };
}, isSame);

/** What all that supports a goal comes to, where that is more than what is counted under it here. */
function wholeOf(model: Model, node: Entity, { amount }: CountedSum): string | undefined {
  if (model.pathOf(node.chunk) === undefined || amount === undefined) return undefined;
  const whole = amountUnder(model.universe, node);
  return whole?.amount.gt(amount) ? sceneOf(model).amountOf(whole) : undefined;
}

/** What supports a goal and stands under another one. */
const supportersElsewhere = indexed<Model, Entity, Entity>(function* (model, chunk) {
  for (const one of outline(chunk).entities)
    if (one.sure && (one.kind === "objective" || one.kind === "initiative"))
      for (const goal of otherGoals(model, one)) yield [goal, one];
});

/** The work of projects that import this one, as far as it supports a goal of this one directly or by its own. */
function elsewhereOf(model: Model, node: Entity): Unplaced<Goal>["elsewhere"] {
  if (model.pathOf(node.chunk) === undefined) return undefined;
  const all = model.universe;
  const isForeign = (one: Entity) => all.modelOf(one) !== model;
  const found = new Set<Entity>(childrenOf(all, node).filter(isForeign));
  if (found.size === 0) return undefined;
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found)
    if (one.kind === "objective")
      for (const child of below(all, one)) if (isForeign(child)) found.add(child);
  const work = [...found].filter((one) => one.kind === "initiative");
  const open = work.filter((one) => isOpen(all, one));
  const sum = sumOf(model, open);
  const amount = sum?.amount.gt(0) ? sceneOf(model).amountOf(sum) : undefined;
  return { initiatives: work.length, ...(amount !== undefined && { amount }) };
}

function standId(stand: Stand): string {
  return `${stand}:`;
}

/** The goals that hang under something that is no objective. */
const rootsUnder: (model: Model, stand: Stand) => readonly Entity[] = memoIn((model, stand) => {
  const { order, tops } = forestOf(model);
  return order.filter((node) => tops.get(node) === stand);
}, isSameList);

/** What stands at the top in place of a business objective; undefined where nothing is under it. */
const standNode: (model: Model, stand: Stand) => Unplaced<Goal> | undefined = memoIn(
  (model, stand) => {
    const work = stand === "lone" ? [] : shownMembers(model, standId(stand));
    const roots = rootsUnder(model, stand);
    if (work.length === 0 && roots.length === 0) return undefined;
    const sum = joinedSums([
      countedOf(model, work),
      ...roots.map((root) => sumUnderGoal(model, root)),
    ]);
    return {
      id: standId(stand),
      top: stand,
      title: standTitles[stand],
      depth: 0,
      wrong: [],
      ...(stand === "closed" ? {} : moneyOfSum(model, sum)),
      share: shareOf(model, sum),
      work: sum.work,
      initiatives: work.map(({ shown }) => shown.id),
      kpis: [],
      risks: [],
      also: [],
      shared: 0,
    };
  },
  isSame,
);

/** All nodes in drawing order: business objectives with what is under them, then what has none. */
export const goalsOf: (model: Model) => readonly Unplaced<Goal>[] = memo((model) => {
  const spots = spotsOf(model);
  const { order } = forestOf(model);
  const under = (top: TopKind) =>
    order.filter((node) => spots.get(node)?.top === top).map((node) => goalNode(model, node));
  return [
    ...under("objective"),
    ...stands.flatMap((stand) => {
      const node = standNode(model, stand);
      return node === undefined ? [] : [node, ...under(stand)];
    }),
  ];
}, isSameList);

/** What supports no objective, in its frame at the foot. */
export const unalignedOf: (model: Model) => UnalignedWork = memo((model) => {
  const work = shownMembers(model, unalignedKey);
  const sum = countedOf(model, work);
  return {
    ...moneyOfSum(model, sum),
    initiatives: work.map(({ shown }) => shown.id),
    work: sum.work,
    share: shareOf(model, sum),
  };
}, isSame);
