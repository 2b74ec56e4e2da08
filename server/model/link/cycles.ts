// Relations that must not run in a circle → each circle once, with its whole path.
import type { Finding } from "../../finding.ts";
import { memo } from "../../memo.ts";
import type { SourceFile } from "../../project.ts";
import { called, type Entity } from "../entity.ts";
import { type Edge, type Relation, relations } from "../relations.ts";
import type { Model, Universe } from "../universe.ts";

interface Circle {
  /** The edges of the circle, beginning with the first reference in project order. */
  readonly edges: readonly Edge[];
  readonly says: string;
}

/** All links of the circles of a workspace: each of them may be the one that is wrong. */
export const linksInCircles: (all: Universe) => ReadonlySet<Edge> = memo(
  (all) => new Set([...circles(all).values()].flat().flatMap((circle) => circle.edges)),
);

/** The circles of a workspace, each under the model in which its first reference stands. */
const circles: (all: Universe) => ReadonlyMap<Model, readonly Circle[]> = memo((all) => {
  const { support, part, depend, replace, report } = relations(all);
  const found = [
    ...circlesOf(all, support, "support each other in a circle"),
    ...circlesOf(all, part, "are part of each other in a circle"),
    ...circlesOf(all, depend, "wait for each other in a circle", initiativeOf),
    ...circlesOf(all, report, "report to each other in a circle"),
    ...circlesOf(all, replace, "replace each other in a circle"),
  ];
  return Map.groupBy(found, (circle) => all.modelOf(circle.edges[0]?.ref?.from ?? ownerOf(circle)));
});

function ownerOf(circle: Circle): Entity {
  const edge = circle.edges[0];
  if (edge === undefined) throw new Error("A circle has edges.");
  return edge.from;
}

/** A milestone is reached within its initiative, so waiting for one is waiting for the other. */
function initiativeOf(entity: Entity): Entity {
  return entity.kind === "milestone" && entity.parent !== undefined ? entity.parent : entity;
}

function same(entity: Entity): Entity {
  return entity;
}

/**
 * Circles that share no reference, so that each is a mistake of its own: taking one out leaves the
 * others. What nesting says cannot be taken out and may be part of several.
 */
function circlesOf(
  all: Universe,
  relation: Relation,
  says: string,
  node: (entity: Entity) => Entity = same,
): readonly Circle[] {
  const before = inOrder(all);
  const found: Circle[] = [];
  const told = new Set<Edge>();
  for (let more = true; more; ) {
    more = false;
    const left = relation.edges.filter((edge) => !told.has(edge));
    const edges = Map.groupBy(left, (edge) => node(edge.from));
    for (const component of components(edges, node)) {
      const inside = new Set(component);
      const own = component.flatMap((entity) =>
        (edges.get(entity) ?? []).filter((edge) => inside.has(node(edge.to))),
      );
      const first = own.filter((edge) => edge.ref !== undefined).sort(before)[0];
      if (first === undefined) continue;
      const circle = shortest(first, edges, inside, node);
      for (const edge of circle) if (edge.ref !== undefined) told.add(edge);
      found.push({ edges: circle, says });
      more = true;
    }
  }
  return found.sort((a, b) => before(a.edges[0], b.edges[0]));
}

/** Compares edges by project, path and position. What the user can mend comes before what is only imported. */
function inOrder(all: Universe): (a: Edge | undefined, b: Edge | undefined) => number {
  const projects = [...all.models.values()]
    .map((model) => model.project)
    .sort((a, b) => Number(b.inWorkspace) - Number(a.inWorkspace) || (a.root < b.root ? -1 : 1));
  const ranks = new Map<SourceFile, number>();
  for (const project of projects)
    for (const file of project.files.values()) ranks.set(file, ranks.size);
  const rankOf = (edge: Edge | undefined): readonly [number, number] => {
    const owner = edge?.ref?.from ?? edge?.from;
    const place = owner && all.modelOf(owner).places.get(owner.chunk);
    if (edge === undefined || place === undefined) return [0, 0];
    return [ranks.get(place.file) ?? 0, place.start + edge.span.start];
  };
  return (a, b) => {
    const [file, start] = rankOf(a);
    const [otherFile, otherStart] = rankOf(b);
    return file - otherFile || start - otherStart;
  };
}

/** The strongly connected components that hold a circle (Kosaraju and Sharir 1981, without recursion). */
function components(
  edges: ReadonlyMap<Entity, readonly Edge[]>,
  node: (entity: Entity) => Entity,
): readonly (readonly Entity[])[] {
  const next = (entity: Entity) => (edges.get(entity) ?? []).map((edge) => node(edge.to));
  const back = new Map<Entity, Entity[]>();
  for (const from of edges.keys()) {
    for (const to of next(from)) {
      const known = back.get(to);
      if (known === undefined) back.set(to, [from]);
      else known.push(from);
    }
  }
  const finished = [...edges.keys()].reduce(finishing(next, new Set()), []);
  const seen = new Set<Entity>();
  const found: (readonly Entity[])[] = [];
  for (const entity of finished.reverse()) {
    if (seen.has(entity)) continue;
    const component = finishing((one) => back.get(one) ?? [], seen)([], entity);
    if (component.length > 1 || next(entity).includes(entity)) found.push(component);
  }
  return found;
}

/** Adds what can be reached from an entity and was not seen, each behind all it leads to. */
function finishing(
  next: (entity: Entity) => readonly Entity[],
  seen: Set<Entity>,
): (done: Entity[], from: Entity) => Entity[] {
  return (done, from) => {
    if (seen.has(from)) return done;
    seen.add(from);
    const work = [{ entity: from, rest: [...next(from)] }];
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const to = top.rest.pop();
      if (to === undefined) {
        done.push(top.entity);
        work.pop();
      } else if (!seen.has(to)) {
        seen.add(to);
        work.push({ entity: to, rest: [...next(to)] });
      }
    }
    return done;
  };
}

/** The shortest way round that begins with an edge. */
function shortest(
  first: Edge,
  edges: ReadonlyMap<Entity, readonly Edge[]>,
  inside: ReadonlySet<Entity>,
  node: (entity: Entity) => Entity,
): readonly Edge[] {
  const goal = node(first.from);
  const came = new Map<Entity, Edge>();
  const queue = [node(first.to)];
  const seen = new Set(queue);
  for (const entity of queue) {
    if (entity === goal) break;
    for (const edge of edges.get(entity) ?? []) {
      const to = node(edge.to);
      if (!inside.has(to) || seen.has(to)) continue;
      seen.add(to);
      came.set(to, edge);
      queue.push(to);
    }
  }
  const back: Edge[] = [];
  for (let at = goal; at !== node(first.to); ) {
    const edge = came.get(at);
    if (edge === undefined) break;
    back.unshift(edge);
    at = node(edge.from);
  }
  return [first, ...back];
}

/** Circles of support, dependency, reporting and replacement that begin in this project. */
export function* cycles(model: Model): Iterable<Finding> {
  for (const { edges, says } of circles(model.universe).get(model) ?? []) {
    const [first, ...rest] = edges;
    if (first?.ref === undefined) continue;
    const path = [first.from, ...edges.map((edge) => edge.to)].map(
      (entity) => `'${called(initiativeOf(entity))}'`,
    );
    const alone = edges.length === 1;
    yield {
      code: "cycle",
      at: { chunk: first.ref.from.chunk, span: first.span },
      message: alone
        ? `${path[0]} names itself: ${path.join(" → ")}. Take this name out.`
        : `These ${says}: ${path.join(" → ")}. Take one of the links out.`,
      related: rest.map((edge) => ({
        at: { chunk: (edge.ref?.from ?? edge.from).chunk, span: edge.span },
        message: `'${called(edge.from)}' leads on to '${called(edge.to)}' here.`,
      })),
    };
  }
}
