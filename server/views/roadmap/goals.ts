// Objectives and what hangs under them → a tree of groups, in the order of the picture.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memo, memoAlong, memoIn } from "../../cells/memo.ts";
import { components, isCircle } from "../../model/components.ts";
import { childrenOf, levelOf, supportOf } from "../../model/derive/alignment.ts";
import { healthOf, healthReasons } from "../../model/derive/health.ts";
import { progressOf } from "../../model/derive/progress.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { ownerOf } from "../../model/owner.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { oneOf, reasonSentence, shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { rosyReportOf } from "./approved.ts";
import { ghostsOf, hauntsIn, membersOf } from "./members.ts";
import { goalOf, inPicture, type Work, workInChunk } from "./rows.ts";
import type { Ghost, Group, ObjectiveStatus } from "./shape.ts";
import { type GroupSpan, isSameSpan, joinedSpans, spanOfWork } from "./span.ts";
import { figureOfTotal, isSameWorkTotal, joinedTotals, totalIn, type WorkTotal } from "./totals.ts";

/** Objectives with their sub-objectives below them, in source order; those of other projects first. */
export function goalGroups(model: Model): readonly Unplaced<Group>[] {
  return goalTreeOf(model).order.map((node) => goalGroup(model, node));
}

interface Tree {
  readonly order: readonly Entity[];
  readonly parents: ReadonlyMap<Entity, Entity>;
  readonly children: ReadonlyMap<Entity | undefined, readonly Entity[]>;
  readonly depths: ReadonlyMap<Entity, number>;
}

export const goalTreeOf: (model: Model) => Tree = memo(
  (model) => {
    const nodes = nodesOf(model);
    const parents = parentsOf(model, nodes);
    const children = Map.groupBy(nodes, (node) => parents.get(node));
    const order: Entity[] = [];
    const depths = new Map<Entity, number>();
    const ahead = (children.get(undefined) ?? []).toReversed();
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
      const parent = parents.get(node);
      depths.set(node, parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1);
      order.push(node);
      for (const child of (children.get(node) ?? []).toReversed()) ahead.push(child);
    }
    return { order, parents, children, depths };
  },
  (a, b) =>
    isSameList(a.order, b.order) &&
    a.order.every((node) => a.parents.get(node) === b.parents.get(node)),
);

/** Where an objective stands. */
const standingOf: (
  model: Model,
  node: Entity,
) => {
  readonly parent: Entity | undefined;
  readonly depth: number;
  readonly children: readonly Entity[];
} = memoIn(
  (model, node) => {
    const { parents, depths, children } = goalTreeOf(model);
    return {
      parent: parents.get(node),
      depth: depths.get(node) ?? 0,
      children: children.get(node) ?? [],
    };
  },
  (a, b) => a.parent === b.parent && a.depth === b.depth && isSameList(a.children, b.children),
);

const ownGoals = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "objective"),
);

/** The work that hangs under an objective that is none of the project's own. */
const workElsewhere = collected<Model, Work>((model, chunk) =>
  workInChunk(model, chunk).filter(({ entity }) => elsewhereOf(model, entity).length > 0),
);

/** The objectives that some work, or an objective, supports, and that are none of the project's own. */
function elsewhereOf(model: Model, entity: Entity): readonly Entity[] {
  return supportOf(model.universe, entity).flatMap(({ to }) =>
    to.kind === "objective" && !(to.sure && isOwn(model, to)) ? [to] : [],
  );
}

function goalsElsewhere(model: Model): readonly Entity[] {
  return inPicture(model, workElsewhere(model)).flatMap(({ entity }) => elsewhereOf(model, entity));
}

function isOwn(model: Model, entity: Entity): boolean {
  return model.pathOf(entity.chunk) !== undefined;
}

/** All objectives that are shown: the own ones, and those above them and above the work; foreign ones first. */
function nodesOf(model: Model): ReadonlySet<Entity> {
  const own: Entity[] = [];
  const foreign: Entity[] = [];
  const seen = new Set<Entity>();
  for (const first of [...ownGoals(model), ...goalsElsewhere(model)])
    for (
      let at: Entity | undefined = first;
      at !== undefined && !seen.has(at);
      at = goalOf(model.universe, at)
    ) {
      seen.add(at);
      (isOwn(model, at) ? own : foreign).push(at);
    }
  const order = new Map(ownGoals(model).map((one, index) => [one, index]));
  own.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return new Set([...foreign, ...own]);
}

/** Under what each objective hangs; a circle of support is cut at its first objective. */
function parentsOf(model: Model, nodes: ReadonlySet<Entity>): ReadonlyMap<Entity, Entity> {
  const parents = new Map<Entity, Entity>();
  for (const node of nodes) {
    const parent = goalOf(model.universe, node);
    if (parent !== undefined && nodes.has(parent)) parents.set(node, parent);
  }
  const order = new Map([...nodes].map((node, index) => [node, index]));
  const next = (node: Entity) => [parents.get(node)].filter((parent) => parent !== undefined);
  for (const group of components(nodes, next)) {
    if (!isCircle(group, next)) continue;
    const own = group.filter((one) => isOwn(model, one));
    const [first] = (own.length > 0 ? own : group).toSorted(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    if (first !== undefined) parents.delete(first);
  }
  return parents;
}

const goalGroup: (model: Model, node: Entity) => Unplaced<Group> = memoIn((model, node) => {
  const { parent, depth } = standingOf(model, node);
  const scene = sceneOf(model);
  const ghosts = ghostsUnder(model, node);
  const total = totalUnder(model, node);
  return {
    ...goalFacts(model, node),
    parent: parent && scene.idOf(parent),
    depth,
    amount:
      total.hasWork || ghosts === undefined
        ? scene.amountOf(figureOfTotal(model, total))
        : undefined,
    takes: canBeNamed(model, node) || undefined,
    initiatives: membersOf(model, node).map(({ shown }) => shown.id),
    ghosts,
    ...spanUnder(model, node),
  };
}, isSame);

/** Whether work of the project can support an objective: one of another project is named through an import. */
function canBeNamed(model: Model, goal: Entity): boolean {
  if (!goal.sure || goal.name === "") return false;
  const home = model.universe.modelOf(goal);
  if (home === model) return true;
  return [...model.aliases.values()].some((file) =>
    [...file.values()].some(({ root }) => root === home.project.root),
  );
}

/** What supports an objective too, and counts elsewhere: objectives, then work. */
function ghostsUnder(model: Model, node: Entity): readonly Ghost[] | undefined {
  const goals = secondSupports(model)
    .get(node)
    .filter((goal) => standingOf(model, goal).parent !== node)
    .map((goal) => ({ id: sceneOf(model).idOf(goal), under: titleAbove(model, goal) }));
  const ghosts = [...goals, ...(ghostsOf(hauntsIn(model, node)) ?? [])];
  return ghosts.length === 0 ? undefined : ghosts;
}

/** The own objectives that support one, but not as the first. */
const secondSupports = indexed<Model, Entity, Entity>(function* (model, chunk) {
  for (const goal of outline(chunk).entities)
    if (goal.sure && goal.kind === "objective")
      for (const to of new Set(supportOf(model.universe, goal).map((edge) => edge.to)))
        if (to !== goal && to !== goalOf(model.universe, goal)) yield [to, goal];
});

function titleAbove(model: Model, goal: Entity): string {
  return shownTitle(model.universe, standingOf(model, goal).parent ?? goal);
}

/** What the open work takes that counts under an objective. */
const totalUnder: (model: Model, node: Entity) => WorkTotal = memoAlong(
  (model, node) => standingOf(model, node).children,
  (model, node) =>
    joinedTotals([
      totalIn(model, node),
      ...standingOf(model, node).children.map((child) => totalUnder(model, child)),
    ]),
  isSameWorkTotal,
);

/** From the first start to the last end of all work under an objective. */
const spanUnder: (model: Model, node: Entity) => GroupSpan = memoAlong(
  (model, node) => standingOf(model, node).children,
  (model, node) =>
    joinedSpans([
      spanOfWork([...membersOf(model, node), ...hauntsIn(model, node).map(({ work }) => work)]),
      ...standingOf(model, node).children.map((child) => spanUnder(model, child)),
    ]),
  isSameSpan,
);

const objectiveStatuses: readonly ObjectiveStatus[] = [
  "proposed",
  "active",
  "achieved",
  "missed",
  "retired",
];

type Facts = Omit<
  Unplaced<Group>,
  "parent" | "depth" | "amount" | "takes" | "initiatives" | "ghosts" | "start" | "end"
>;

/** What is shown of an objective wherever it stands. */
export const goalFacts: (model: Model, objective: Entity) => Facts = memoIn((model, objective) => {
  const all = model.universe;
  const scene = sceneOf(model);
  const owner = ownerOf(all, objective);
  return {
    id: scene.idOf(objective),
    title: shownTitle(all, objective),
    source: scene.placeOf(objective),
    owner: owner && scene.titleOf(owner),
    health: healthOf(all, objective),
    reported: rosyReportOf(all, objective),
    counts: countsAs(model, objective),
    wrong: healthReasons(all, objective)
      .slice(0, 6)
      .map((reason) => reasonSentence(scene, objective, reason)),
    status: oneOf(objectiveStatuses, statusOf(objective)),
    progress: progressOf(all, objective),
    empty: (isOpen(all, objective) && childrenOf(all, objective).length === 0) || undefined,
  };
}, isSame);

/** Open objectives of the project count in its sentence, those without a clear level as of IT. */
function countsAs(model: Model, objective: Entity): Group["counts"] {
  const all = model.universe;
  if (!objective.sure || !isOwn(model, objective) || !isOpen(all, objective)) return undefined;
  return (levelOf(all, objective) ?? "it") === "it" ? "it" : "other";
}
