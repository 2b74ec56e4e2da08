// Initiatives → the groups of each way to group them: by objective as a tree, else one level.
import { components, isCircle } from "../../model/components.ts";
import { childrenOf, isAligned, supportOf } from "../../model/derive/alignment.ts";
import { healthOf, healthReasons } from "../../model/derive/health.ts";
import { sumOf } from "../../model/derive/money.ts";
import { progressOf } from "../../model/derive/progress.ts";
import { amountUnder } from "../../model/derive/under.ts";
import { type Entity, refsOf } from "../../model/entity.ts";
import { ownerOf } from "../../model/owner.ts";
import { entityOf } from "../../model/resolve.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import type { Scene } from "./scene.ts";
import type { Group, GroupBy, Health, Initiative, ObjectiveStatus, SourcePlace } from "./shape.ts";
import { isUnaligned, oneOf, reasonSentence, shownTitle } from "./work.ts";

/** An initiative of the model with what the view shows of it. */
export interface Work {
  readonly entity: Entity;
  readonly shown: Initiative;
}

type Grouping = { readonly by: GroupBy; readonly groups: readonly Group[] };

/** All groupings; what supports no objective stands in none of them, but in the gap group. */
export function groupingsOf(scene: Scene, all: readonly Work[]): readonly Grouping[] {
  const work = all.filter(({ entity }) => !isUnaligned(scene, entity));
  return [
    { by: "objective", groups: byObjective(scene, work) },
    { by: "team", groups: byReference(scene, work, "teams", "No team") },
    { by: "owner", groups: byOwner(scene, work) },
    { by: "status", groups: byStatus(scene, work) },
    { by: "technology", groups: byReference(scene, work, "technologies", "No technology") },
  ];
}

const objectiveStatuses: readonly ObjectiveStatus[] = [
  "proposed",
  "active",
  "achieved",
  "missed",
  "retired",
];

/** The objective that something supports first: it hangs there, and nowhere else. */
function parentOf(scene: Scene, entity: Entity): Entity | undefined {
  const [first] = supportOf(scene.all, entity);
  return first?.to.kind === "objective" ? first.to : undefined;
}

/** Objectives with their sub-objectives below them, in source order; those of other projects first. */
function byObjective(scene: Scene, work: readonly Work[]): readonly Group[] {
  const own = scene.model.of("objective");
  const nodes = withAncestors(scene, [...own, ...work.map(({ entity }) => entity)]);
  const parents = parentsOf(scene, nodes);
  const children = Map.groupBy(nodes, (node) => parents.get(node));
  const workOf = Map.groupBy(work, ({ entity }) => parentOf(scene, entity));
  const order: Entity[] = [];
  const depths = new Map<Entity, number>();
  const ahead = (children.get(undefined) ?? []).toReversed();
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    const parent = parents.get(node);
    depths.set(node, parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1);
    order.push(node);
    for (const child of (children.get(node) ?? []).toReversed()) ahead.push(child);
  }
  const spans = new Map<Entity, GroupSpan>();
  for (const node of order.toReversed()) {
    const below = (children.get(node) ?? []).flatMap((child) => spans.get(child) ?? []);
    spans.set(node, joined([spanOf(workOf.get(node) ?? []), ...below]));
  }
  const groups = order.map((node) => {
    const parent = parents.get(node);
    const id = parent && scene.idOf(parent);
    const group = objectiveGroup(scene, node, depths.get(node) ?? 0, id, workOf.get(node) ?? []);
    return { ...group, ...spans.get(node) };
  });
  const rest = workOf.get(undefined) ?? [];
  const unclear = rest.filter(({ entity }) => isAligned(scene.all, entity) !== false);
  const closed = rest.filter(({ entity }) => isAligned(scene.all, entity) === false);
  return [
    ...groups,
    ...plainGroup(scene, "unclear:", "What it supports is not clear", unclear),
    ...plainGroup(scene, "closed:", "Closed, without an objective", closed),
  ];
}

/** Under what each objective hangs; a circle of support is cut at its first objective. */
function parentsOf(scene: Scene, nodes: ReadonlySet<Entity>): ReadonlyMap<Entity, Entity> {
  const parents = new Map<Entity, Entity>();
  for (const node of nodes) {
    const parent = parentOf(scene, node);
    if (parent !== undefined && nodes.has(parent)) parents.set(node, parent);
  }
  const order = new Map([...nodes].map((node, index) => [node, index]));
  const next = (node: Entity) => [parents.get(node)].filter((parent) => parent !== undefined);
  for (const group of components(nodes, next)) {
    if (!isCircle(group, next)) continue;
    const own = group.filter((one) => scene.model.pathOf(one.chunk) !== undefined);
    const [first] = (own.length > 0 ? own : group).toSorted(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    if (first !== undefined) parents.delete(first);
  }
  return parents;
}

/** The objectives above all of these, and those among them, foreign ones first. */
function withAncestors(scene: Scene, entities: readonly Entity[]): ReadonlySet<Entity> {
  const own: Entity[] = [];
  const foreign: Entity[] = [];
  const seen = new Set<Entity>();
  for (const entity of entities) {
    const first = entity.kind === "objective" ? entity : parentOf(scene, entity);
    for (let at = first; at !== undefined && !seen.has(at); at = parentOf(scene, at)) {
      seen.add(at);
      (scene.model.pathOf(at.chunk) !== undefined ? own : foreign).push(at);
    }
  }
  const order = new Map(scene.model.of("objective").map((one, index) => [one, index]));
  own.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return new Set([...foreign, ...own]);
}

function objectiveGroup(
  scene: Scene,
  objective: Entity,
  depth: number,
  parent: string | undefined,
  work: readonly Work[],
): Group {
  const { all } = scene;
  const owner = ownerOf(all, objective);
  return {
    id: scene.idOf(objective),
    title: shownTitle(scene.all, objective),
    parent,
    depth,
    source: scene.sourceOf(objective),
    owner: owner && scene.titleOf(owner),
    health: healthOf(all, objective),
    wrong: healthReasons(all, objective)
      .slice(0, 6)
      .map((reason) => reasonSentence(scene, objective, reason)),
    status: oneOf(objectiveStatuses, statusOf(objective)),
    amount: scene.amountOf(amountUnder(all, objective)),
    progress: progressOf(all, objective),
    empty: (isOpen(all, objective) && childrenOf(all, objective).length === 0) || undefined,
    initiatives: work.map(({ shown }) => shown.id),
  };
}

function byReference(
  scene: Scene,
  work: readonly Work[],
  field: "teams" | "technologies",
  none: string,
): readonly Group[] {
  const named = new Map<string, { title: string; source: SourcePlace | undefined; work: Work[] }>();
  const rest: Work[] = [];
  for (const one of work) {
    const [ref] = refsOf(one.entity, field);
    if (ref === undefined) {
      rest.push(one);
      continue;
    }
    const known = named.get(ref.name);
    const target = entityOf(scene.all, ref);
    if (known) known.work.push(one);
    else {
      const source = target && scene.sourceOf(target);
      named.set(ref.name, { title: scene.titleOf(ref), source, work: [one] });
    }
  }
  return [
    ...[...named].flatMap(([name, { title, source, work: own }]) =>
      plainGroup(scene, `${field}:${name}`, title, own, source),
    ),
    ...plainGroup(scene, `${field}:`, none, rest),
  ];
}

function byOwner(scene: Scene, work: readonly Work[]): readonly Group[] {
  const owners = Map.groupBy(work, ({ entity }) => ownerOf(scene.all, entity)?.name ?? "");
  const rest = owners.get("") ?? [];
  owners.delete("");
  return [
    ...[...owners].flatMap(([name, own]) => {
      const ref = own[0] && ownerOf(scene.all, own[0].entity);
      const target = ref && entityOf(scene.all, ref);
      const title = ref ? scene.titleOf(ref) : name;
      return plainGroup(scene, `owner:${name}`, title, own, target && scene.sourceOf(target));
    }),
    ...plainGroup(scene, "owner:", "No owner", rest),
  ];
}

const statusTitles = [
  ["active", "Active"],
  ["on-hold", "On hold"],
  ["planned", "Planned"],
  ["proposed", "Proposed"],
  ["completed", "Completed"],
  ["cancelled", "Cancelled"],
] as const;

function byStatus(scene: Scene, work: readonly Work[]): readonly Group[] {
  const byWord = Map.groupBy(work, ({ shown }) => shown.status);
  return [
    ...statusTitles.flatMap(([status, title]) =>
      plainGroup(scene, `status:${status}`, title, byWord.get(status) ?? []),
    ),
    ...plainGroup(scene, "status:", "No status", byWord.get(undefined) ?? []),
  ];
}

const worstFirst: readonly Health[] = ["red", "amber", "green", "grey"];

/** A group of one level; none where it has no work. */
function plainGroup(
  scene: Scene,
  id: string,
  title: string,
  work: readonly Work[],
  source?: SourcePlace,
): readonly Group[] {
  if (work.length === 0) return [];
  const open = work.map(({ entity }) => entity).filter((one) => isOpen(scene.all, one));
  return [
    {
      id,
      title,
      depth: 0,
      source,
      health: worstFirst.find((health) => work.some(({ shown }) => shown.health === health)),
      wrong: [],
      amount: scene.amountOf(sumOf(scene.model, open)),
      initiatives: work.map(({ shown }) => shown.id),
      ...spanOf(work),
    },
  ];
}

type GroupSpan = Pick<Group, "start" | "end">;

/** From the first start to the last end; cancelled work and open ends aside. */
function spanOf(work: readonly Work[]): GroupSpan {
  const dated = work.filter(({ shown }) => shown.start && shown.status !== "cancelled");
  return joined(dated.map(({ shown }) => shown));
}

/** ISO dates stand in the order of time. */
function joined(spans: readonly GroupSpan[]): GroupSpan {
  let [start, end]: [GroupSpan["start"], GroupSpan["end"]] = [undefined, undefined];
  for (const one of spans) {
    if (one.start !== undefined && (start === undefined || one.start < start)) start = one.start;
    if (one.end !== undefined && (end === undefined || one.end > end)) end = one.end;
  }
  return { start, end };
}
