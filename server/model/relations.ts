// References and nesting → relations that can be asked from both ends, with what is in doubt.
import type { Chunk } from "../../grammar/tree.ts";
import { indexed } from "../cells/indexed.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { present } from "../cells/present.ts";
import type { Entity } from "./entity.ts";
import { isStray } from "./stray.ts";
import {
  type Doubt,
  type Doubted,
  type Edge,
  type End,
  nameable,
  type RelationName,
  writtenIn,
} from "./ties.ts";
import type { Alias, Universe } from "./universe.ts";

/**
 * A relation with both ends. Whatever is nested comes before what is written. An end is `doubtful`
 * where something faulty is written that may belong to the relation: absence proves nothing there.
 */
export interface Relation {
  /** All of it, in project order. */
  readonly edges: readonly Edge[];
  from(entity: Entity): readonly Edge[];
  to(entity: Entity): readonly Edge[];
  doubtful(entity: Entity, end: End): boolean;
}

export interface Relations extends Readonly<Record<RelationName, Relation>> {
  /** Objective or initiative → the objectives it supports. */
  readonly support: Relation;
  /** Initiative → the programme of which it is a part. */
  readonly part: Relation;
  /** KPI → the objectives and initiatives it measures. */
  readonly measure: Relation;
  /** Risk → the objectives, initiatives and technologies it affects. */
  readonly affect: Relation;
  /** Initiative (or objective, by `after`) → the initiatives and milestones it waits for. */
  readonly depend: Relation;
  /** Initiative → the technologies it relies on. */
  readonly use: Relation;
  /** Technology → the technologies it replaces. */
  readonly replace: Relation;
  /** Team or role → the team or role it reports to, as written or by nesting of teams. */
  readonly report: Relation;
}

/** All relations of all projects of a workspace, across imports. */
export const relations: (all: Universe) => Relations = memo((all) => ({
  support: relationIn(all, "support"),
  part: relationIn(all, "part"),
  measure: relationIn(all, "measure"),
  affect: relationIn(all, "affect"),
  depend: relationIn(all, "depend"),
  use: relationIn(all, "use"),
  replace: relationIn(all, "replace"),
  report: relationIn(all, "report"),
}));

function relationIn(all: Universe, name: RelationName): Relation {
  const [from, to] = [`${name} from`, `${name} to`] as const;
  return {
    get edges() {
      return edgesOf(all, name);
    },
    from: (entity) => tiesOf(all, entity.chunk).get(entity)?.[from] ?? none,
    to: (entity) => tiesOf(all, entity.chunk).get(entity)?.[to] ?? none,
    doubtful(entity, end) {
      const of: Doubted = `${name} ${end}`;
      if (tiesOf(all, entity.chunk).get(entity)?.doubts?.has(of)) return true;
      if (ofStrays.has(of) && isStray(all, entity)) return true;
      // Where some name stands for nothing, what has no name may be the one that is missing.
      if (entity.name !== "" || !nameable.has(name)) return false;
      const home = all.modelOf(entity).project.root;
      return isUnknownEnd(all, `${of} in ${home}`);
    },
  };
}

const none: readonly never[] = [];

/** What is named where nobody understands for what may be any of these. */
const ofStrays: ReadonlySet<Doubted> = new Set([
  "support to",
  "part to",
  "measure from",
  "measure to",
  "affect from",
  "affect to",
]);

const edgesOf: (all: Universe, name: RelationName) => readonly Edge[] = memoIn((all, name) => {
  const edges: Edge[] = [];
  const seen = new Pairs();
  for (const chunk of all.chunks())
    for (const one of writtenIn(all, chunk).edges)
      if (one.name === name && seen.add(one.from, one.to)) edges.push(one);
  return edges;
});

/** The links of a relation that a chunk writes. */
export function* linksIn(all: Universe, chunk: Chunk, name: RelationName): Iterable<Edge> {
  for (const edge of writtenIn(all, chunk).edges) if (edge.name === name) yield edge;
}

/** The edges of a relation with an end among the declarations of a chunk, in project order. */
export function edgesAround(all: Universe, name: RelationName, chunk: Chunk): readonly Edge[] {
  const seen = new Pairs();
  return byChunk(all)
    .get(chunk)
    .flatMap((one) =>
      "name" in one && one.name === name && seen.add(one.from, one.to) ? [one] : [],
    );
}

/** What is known of a declaration, from wherever it is written: the edges of which it is an end, and doubts. */
type Ties = { [At in Doubted]?: Edge[] } & { doubts?: Set<Doubted> };

/** What is written of relations, under the chunks of both ends. */
const byChunk = indexed<Universe, Chunk, Edge | Doubt>(function* (all, chunk) {
  const written = writtenIn(all, chunk);
  for (const edge of written.edges) {
    const { from, to } = edge;
    yield [from.chunk, edge];
    if (to.chunk !== from.chunk) yield [to.chunk, edge];
  }
  for (const doubt of written.doubts) yield [doubt.entity.chunk, doubt];
});

/** Where a name stands for nothing, the ends that it may mean, in each project in which it may mean something. */
const isUnknownEnd = present<Universe, `${Doubted} in ${string}`>((all, chunk) => {
  const unknown = [...writtenIn(all, chunk).unknown];
  if (unknown.length === 0) return [];
  return rootsNamed(all, chunk).flatMap((root) =>
    unknown.map((end): `${Doubted} in ${string}` => `${end} in ${root}`),
  );
});

/** The roots of the projects in which names in a chunk may mean something: its own, and those that its file imports. */
function rootsNamed(all: Universe, chunk: Chunk): readonly string[] {
  const model = all.homeOf(chunk);
  const aliases = model?.aliases.get(model.pathOf(chunk) ?? "") ?? new Map<string, Alias>();
  const imported = [...aliases.values()].flatMap(({ root }) => root ?? []);
  return model === undefined ? imported : [...new Set([model.project.root, ...imported])];
}

/** Of the declarations of a chunk to which anything leads, or from which. */
const tiesOf: (all: Universe, chunk: Chunk) => ReadonlyMap<Entity, Ties> = memoIn((all, chunk) => {
  const found = new Map<Entity, Ties>();
  const of = (entity: Entity): Ties => {
    const known = found.get(entity) ?? {};
    found.set(entity, known);
    return known;
  };
  const seen: { [Name in RelationName]?: Pairs } = {};
  for (const one of byChunk(all).get(chunk)) {
    if ("of" in one) {
      const ties = of(one.entity);
      ties.doubts ??= new Set();
      ties.doubts.add(one.of);
      continue;
    }
    const { name, from, to } = one;
    seen[name] ??= new Pairs();
    if (!seen[name].add(from, to)) continue;
    if (from.chunk === chunk) add(of(from), `${name} from`, one);
    if (to.chunk === chunk) add(of(to), `${name} to`, one);
  }
  return found;
});

function add(ties: Ties, at: Doubted, edge: Edge): void {
  const known = ties[at];
  if (known === undefined) ties[at] = [edge];
  // Mostly there are few; a list that grows takes room to spare, one that is made anew none.
  else if (known.length < 4) ties[at] = known.concat(edge);
  else known.push(edge);
}

/** Two ends that are joined twice, by nesting and by name or from both ends, are joined once. */
class Pairs {
  readonly #seen = new Map<Entity, Set<Entity>>();

  /** Whether they are joined for the first time. */
  add(from: Entity, to: Entity): boolean {
    const known = this.#seen.get(from);
    if (known === undefined) this.#seen.set(from, new Set([to]));
    else if (known.has(to)) return false;
    else known.add(to);
    return true;
  }
}
