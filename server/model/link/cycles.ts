// Relations that must not run in a circle → each circle once, with its whole path.

import { memo } from "../../cells/memo.ts";
import type { Finding } from "../../finding.ts";
import type { SourceFile } from "../../project/project.ts";
import { inCircles, initiativeOf } from "../circles.ts";
import { components, isCircle } from "../components.ts";
import { called, type Entity } from "../entity.ts";
import { type Relation, relations } from "../relations.ts";
import type { Edge } from "../ties.ts";
import type { Model, Universe } from "../universe.ts";

interface Circle {
  /** The edges of the circle, beginning with the first reference in project order. */
  readonly edges: readonly Edge[];
  readonly says: string;
}

/** The circles of a relation, and the links of those that are left for later. */
interface Found {
  readonly circles: readonly Circle[];
  readonly left: readonly Edge[];
}

/**
 * So many circles are told of things that all lead to one another. Nobody mends more at once, and
 * each that is mended may undo others; of a tangle of thousands of links there are as many.
 */
const most = 50;

/** Whether a link of a relation is part of a circle: it may be the one that is wrong. */
export function isInCircle(all: Universe, name: keyof typeof inCircles, edge: Edge): boolean {
  return inCircles[name].has(all, initiativeOf(edge.from)) && linksInCircles(all).has(edge);
}

const linksInCircles: (all: Universe) => ReadonlySet<Edge> = memo((all) => {
  const links = new Set<Edge>();
  for (const { circles, left } of found(all)) {
    for (const { edges } of circles) for (const edge of edges) links.add(edge);
    for (const edge of left) links.add(edge);
  }
  return links;
});

const found: (all: Universe) => readonly Found[] = memo((all) => {
  const { support, part, depend, replace, report } = relations(all);
  const found: Found[] = [];
  if (!inCircles.support.isEmpty(all))
    found.push(circlesOf(all, support, "support each other in a circle"));
  if (!inCircles.part.isEmpty(all))
    found.push(circlesOf(all, part, "are part of each other in a circle"));
  if (!inCircles.depend.isEmpty(all))
    found.push(circlesOf(all, depend, "wait for each other in a circle", initiativeOf));
  if (!inCircles.report.isEmpty(all))
    found.push(circlesOf(all, report, "report to each other in a circle"));
  if (!inCircles.replace.isEmpty(all))
    found.push(circlesOf(all, replace, "replace each other in a circle"));
  return found;
});

/** The circles of a workspace, each under the model in which its first reference stands. */
const byModel: (all: Universe) => ReadonlyMap<Model, readonly Circle[]> = memo((all) =>
  Map.groupBy(
    found(all).flatMap(({ circles }) => circles),
    (circle) => all.modelOf(circle.edges[0]?.ref?.from ?? ownerOf(circle)),
  ),
);

function ownerOf(circle: Circle): Entity {
  const edge = circle.edges[0];
  if (edge === undefined) throw new Error("A circle has edges.");
  return edge.from;
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
): Found {
  const before = inOrder(all);
  const circles: Circle[] = [];
  const left: Edge[] = [];
  for (const whole of tangles(relation.edges, node)) {
    let told = 0;
    const open = [whole];
    // What a circle leaves of a tangle may be tangled still; a list may grow while it is walked.
    for (const tangle of open) {
      const first = firstOf(tangle, before);
      if (first === undefined) continue;
      if (told === most) {
        for (const edge of tangle) left.push(edge);
        continue;
      }
      const edges = shortest(first, tangle, node);
      circles.push({ edges, says });
      told += 1;
      const taken = new Set(edges.filter(({ ref }) => ref !== undefined));
      const rest = tangle.filter((edge) => !taken.has(edge));
      for (const smaller of tangles(rest, node)) open.push(smaller);
    }
  }
  return { circles: circles.sort((a, b) => before(a.edges[0], b.edges[0])), left };
}

/** The first reference in project order. */
function firstOf(
  edges: readonly Edge[],
  before: (a: Edge | undefined, b: Edge | undefined) => number,
): Edge | undefined {
  let first: Edge | undefined;
  for (const edge of edges)
    if (edge.ref !== undefined && (first === undefined || before(edge, first) < 0)) first = edge;
  return first;
}

/** The edges among things that all lead to one another, for each such group. */
function tangles(
  edges: readonly Edge[],
  node: (entity: Entity) => Entity,
): readonly (readonly Edge[])[] {
  const outOf = Map.groupBy(edges, (edge) => node(edge.from));
  const next = (entity: Entity) => (outOf.get(entity) ?? []).map((edge) => node(edge.to));
  return components(outOf.keys(), next).flatMap((group) => {
    if (!isCircle(group, next)) return [];
    const inside = new Set(group);
    return [
      group.flatMap((one) => (outOf.get(one) ?? []).filter(({ to }) => inside.has(node(to)))),
    ];
  });
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
    const place = owner && all.modelOf(owner).placeOf(owner.chunk);
    if (edge === undefined || place === undefined) return [0, 0];
    return [ranks.get(place.file) ?? 0, place.at(edge.span.start)];
  };
  return (a, b) => {
    const [file, start] = rankOf(a);
    const [otherFile, otherStart] = rankOf(b);
    return file - otherFile || start - otherStart;
  };
}

/** The shortest way round that begins with an edge. */
function shortest(
  first: Edge,
  tangle: readonly Edge[],
  node: (entity: Entity) => Entity,
): readonly Edge[] {
  const outOf = Map.groupBy(tangle, (edge) => node(edge.from));
  const goal = node(first.from);
  const came = new Map<Entity, Edge>();
  const queue = new Set([node(first.to)]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const entity of queue) {
    if (entity === goal) break;
    for (const edge of outOf.get(entity) ?? []) {
      const to = node(edge.to);
      if (queue.has(to)) continue;
      queue.add(to);
      came.set(to, edge);
    }
  }
  const back: Edge[] = [];
  for (let at = goal; at !== node(first.to); ) {
    const edge = came.get(at);
    if (edge === undefined) break;
    back.push(edge);
    at = node(edge.from);
  }
  return [first, ...back.reverse()];
}

/** Circles of support, dependency, reporting and replacement that begin in this project. */
export function* cycles(model: Model): Iterable<Finding> {
  for (const { edges, says } of byModel(model.universe).get(model) ?? []) {
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
