// Initiatives → the groups of each way to group them: by objective as a tree, else one level.
import { amountUnder, childrenOf, isAligned, supportOf } from "../../model/derive/alignment.ts";
import { healthOf, healthReasons } from "../../model/derive/health.ts";
import { sumOf } from "../../model/derive/money.ts";
import { progressOf } from "../../model/derive/progress.ts";
import { type Entity, refsOf } from "../../model/entity.ts";
import { ownerOf } from "../../model/owner.ts";
import { entityOf } from "../../model/resolve.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import type { Group, GroupBy, Health, Initiative, ObjectiveStatus, Source } from "../roadmap.ts";
import type { Scene } from "./scene.ts";
import { isUnaligned, oneOf, reasonSentence, titleOf } from "./work.ts";

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
  const children = Map.groupBy(nodes, (node) => {
    const parent = parentOf(scene, node);
    return parent && nodes.has(parent) && !isAbove(scene, node, parent) ? parent : undefined;
  });
  const workOf = Map.groupBy(work, ({ entity }) => parentOf(scene, entity));
  const groups: Group[] = [];
  const visit = (node: Entity, depth: number, parent: string | undefined): readonly Work[] => {
    const direct = workOf.get(node) ?? [];
    const at = groups.push(objectiveGroup(scene, node, depth, parent, direct)) - 1;
    const under = [...direct];
    for (const child of children.get(node) ?? []) {
      for (const one of visit(child, depth + 1, scene.idOf(node))) under.push(one);
    }
    const group = groups[at];
    if (group) groups[at] = { ...group, ...spanOf(under) };
    return under;
  };
  for (const root of children.get(undefined) ?? []) visit(root, 0, undefined);
  const rest = workOf.get(undefined) ?? [];
  const unclear = rest.filter(({ entity }) => isAligned(scene.all, entity) !== false);
  const closed = rest.filter(({ entity }) => isAligned(scene.all, entity) === false);
  return [
    ...groups,
    ...plainGroup(scene, "unclear:", "What it supports is not clear", unclear),
    ...plainGroup(scene, "closed:", "Closed, without an objective", closed),
  ];
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
      (scene.model.places.has(at.chunk) ? own : foreign).push(at);
    }
  }
  const order = new Map(scene.model.of("objective").map((one, index) => [one, index]));
  own.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return new Set([...foreign, ...own]);
}

/** Whether `node` is above `parent`: a circle of support, which is cut at its first objective. */
function isAbove(scene: Scene, node: Entity, parent: Entity): boolean {
  const circle = new Set<Entity>();
  for (let at: Entity | undefined = parent; at !== undefined; at = parentOf(scene, at)) {
    if (at === node) break;
    if (circle.has(at)) return false;
    circle.add(at);
    if (parentOf(scene, at) === undefined) return false;
  }
  const members = [...circle, node];
  const order = scene.model.of("objective");
  return order.find((one) => members.includes(one)) === node;
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
    title: titleOf(objective),
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
  const named = new Map<string, { title: string; source: Source | undefined; work: Work[] }>();
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
  source?: Source,
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

/** From the first start to the last end; cancelled work and open ends aside. */
function spanOf(work: readonly Work[]): Pick<Group, "start" | "end"> {
  const dated = work.filter(({ shown }) => shown.start && shown.status !== "cancelled");
  const starts = dated.flatMap(({ shown }) => shown.start ?? []).toSorted();
  const ends = dated.flatMap(({ shown }) => shown.end ?? []).toSorted();
  return { start: starts[0], end: ends.at(-1) };
}
