// References and nesting → relations that can be asked from both ends, with what is in doubt.
import type { Chunk, Span } from "../../grammar/tree.ts";
import { indexed } from "../collect.ts";
import { memo, memoIn } from "../memo.ts";
import { type Entity, type Ref, refsMeant, refsOf, unknownIn, valueIn } from "./entity.ts";
import { outline } from "./outline.ts";
import { resolveRef } from "./resolve.ts";
import { isStray } from "./stray.ts";
import type { Universe } from "./universe.ts";

/** One relation between two entities; `ref` is missing where nesting says it. */
export interface Edge {
  readonly from: Entity;
  readonly to: Entity;
  readonly ref?: Ref;
  /** Where it is written: the reference, or the name of the nested declaration. */
  readonly span: Span;
}

/** Of two ends, the one that leads on, or the one to which it leads. */
export type End = "from" | "to";

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

export interface Relations {
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

export type RelationName = keyof Relations;

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
  return {
    get edges() {
      return edgesOf(all, name);
    },
    from: (entity) => tiesOf(all, entity.chunk).from.get(entity)?.get(name) ?? none,
    to: (entity) => tiesOf(all, entity.chunk).to.get(entity)?.get(name) ?? none,
    doubtful(entity, end) {
      const of: Doubted = `${name} ${end}`;
      if (tiesOf(all, entity.chunk).doubts.get(entity)?.has(of)) return true;
      if (ofStrays.has(of) && isStray(all, entity)) return true;
      // Where some name stands for nothing, what has no name may be the one that is missing.
      const isNameless = entity.name === "" && nameable.has(name);
      return isNameless && unknownEnds(all).get(of).length > 0;
    },
  };
}

const none: readonly never[] = [];

/** An end of a relation that is in doubt. */
type Doubted = `${RelationName} ${End}`;

/** What is named where nobody understands for what may be any of these. */
const ofStrays: ReadonlySet<Doubted> = new Set([
  "support to",
  "part to",
  "measure from",
  "measure to",
  "affect from",
  "affect to",
]);

/** The relations in which a declaration without a name may stand under any. */
const nameable: ReadonlySet<RelationName> = new Set(["support", "part", "measure", "affect"]);

const edgesOf: (all: Universe, name: RelationName) => readonly Edge[] = memoIn((all, name) => {
  const edges: Edge[] = [];
  const seen = new Pairs();
  for (const chunk of all.chunks())
    for (const one of writtenIn(all, chunk).ties)
      if (one.name === name && seen.add(one.edge.from, one.edge.to)) edges.push(one.edge);
  return edges;
});

/** The links of some relations that a chunk writes. */
export function* linksIn(all: Universe, chunk: Chunk, name: RelationName): Iterable<Edge> {
  for (const tie of writtenIn(all, chunk).ties) if (tie.name === name) yield tie.edge;
}

/** The edges of a relation with an end among the declarations of a chunk, in project order. */
export function edgesAround(all: Universe, name: RelationName, chunk: Chunk): readonly Edge[] {
  const seen = new Pairs();
  return byChunk(all)
    .get(chunk)
    .flatMap((one) =>
      "edge" in one && one.name === name && seen.add(one.edge.from, one.edge.to) ? [one.edge] : [],
    );
}

interface Tie {
  readonly name: RelationName;
  readonly edge: Edge;
}

interface Doubt {
  readonly entity: Entity;
  readonly of: Doubted;
}

/** What the declarations of a chunk write of relations, at whichever end they stand. */
interface Written {
  readonly ties: readonly Tie[];
  readonly doubts: readonly Doubt[];
  /** The ends at which something is named that is not there. */
  readonly unknown: ReadonlySet<Doubted>;
}

type Edges = ReadonlyMap<Entity, ReadonlyMap<RelationName, readonly Edge[]>>;

/** What is known of the declarations of a chunk, from wherever it is written. */
interface Ties {
  readonly from: Edges;
  readonly to: Edges;
  readonly doubts: ReadonlyMap<Entity, ReadonlySet<Doubted>>;
}

/** What is written of relations, under the chunks of both ends. */
const byChunk = indexed<Universe, Chunk, Tie | Doubt>(function* (all, chunk) {
  const written = writtenIn(all, chunk);
  for (const tie of written.ties) {
    const { from, to } = tie.edge;
    yield [from.chunk, tie];
    if (to.chunk !== from.chunk) yield [to.chunk, tie];
  }
  for (const doubt of written.doubts) yield [doubt.entity.chunk, doubt];
});

const unknownEnds = indexed<Universe, Doubted, true>(function* (all, chunk) {
  for (const end of writtenIn(all, chunk).unknown) yield [end, true];
});

const tiesOf: (all: Universe, chunk: Chunk) => Ties = memoIn((all, chunk) => {
  const from = new Map<Entity, Map<RelationName, Edge[]>>();
  const to = new Map<Entity, Map<RelationName, Edge[]>>();
  const doubts = new Map<Entity, Set<Doubted>>();
  const seen = new Map<RelationName, Pairs>();
  for (const one of byChunk(all).get(chunk)) {
    if ("of" in one) {
      const known = doubts.get(one.entity);
      if (known === undefined) doubts.set(one.entity, new Set([one.of]));
      else known.add(one.of);
      continue;
    }
    const { name, edge } = one;
    let pairs = seen.get(name);
    if (pairs === undefined) {
      pairs = new Pairs();
      seen.set(name, pairs);
    }
    if (!pairs.add(edge.from, edge.to)) continue;
    if (edge.from.chunk === chunk) add(from, edge.from, name, edge);
    if (edge.to.chunk === chunk) add(to, edge.to, name, edge);
  }
  return { from, to, doubts };
});

function add(
  lists: Map<Entity, Map<RelationName, Edge[]>>,
  entity: Entity,
  name: RelationName,
  edge: Edge,
): void {
  let own = lists.get(entity);
  if (own === undefined) {
    own = new Map();
    lists.set(entity, own);
  }
  const known = own.get(name);
  if (known === undefined) own.set(name, [edge]);
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

const writtenIn: (all: Universe, chunk: Chunk) => Written = memoIn((all, chunk) => {
  const writer = new Writer(all);
  for (const entity of outline(chunk).entities) readRelations(writer, entity);
  return writer;
});

/** Reads what one declaration says of each relation. */
function readRelations(writer: Writer, entity: Entity): void {
  switch (entity.kind) {
    case "objective":
      writer.nested(entity, "support", ["objective"]);
      writer.written(entity, "support", "supports");
      writer.writtenBackward(entity, "measure", "measured-by");
      writer.after(entity);
      break;
    case "initiative":
      writer.nested(entity, "support", ["objective"]);
      writer.written(entity, "support", "supports");
      writer.nested(entity, "part", ["initiative"]);
      writer.written(entity, "part", "part-of");
      writer.writtenBackward(entity, "affect", "risks");
      writer.written(entity, "depend", "depends-on");
      writer.after(entity);
      writer.written(entity, "use", "technologies");
      break;
    case "kpi":
      writer.nested(entity, "measure", ["objective", "initiative"]);
      writer.written(entity, "measure", "measures");
      break;
    case "risk":
      writer.nested(entity, "affect", ["objective", "initiative", "technology"]);
      writer.written(entity, "affect", "affects");
      break;
    case "technology":
      writer.writtenBackward(entity, "affect", "risks");
      writer.written(entity, "replace", "replaces");
      break;
    case "team":
      writer.nested(entity, "report", ["team"]);
      writer.written(entity, "report", "reports-to");
      break;
    case "role":
      writer.written(entity, "report", "reports-to");
      break;
    case undefined:
      // What it is nobody knows, so it may be whatever is missing around it.
      for (const name of nameable) writer.doubt(entity.parent, name, "to");
      break;
  }
}

class Writer implements Written {
  readonly ties: Tie[] = [];
  readonly doubts: Doubt[] = [];
  readonly unknown = new Set<Doubted>();
  readonly #all: Universe;

  constructor(all: Universe) {
    this.#all = all;
  }

  doubt(entity: Entity | undefined, name: RelationName, end: End): void {
    if (entity !== undefined) this.doubts.push({ entity, of: `${name} ${end}` });
  }

  /** The parent is an end of the relation where it has one of these kinds. */
  nested(entity: Entity, name: RelationName, kinds: readonly string[]): void {
    const { parent } = entity;
    if (parent === undefined) {
      if (!entity.sure) this.doubt(entity, name, "from");
      return;
    }
    if (parent.kind === undefined || !entity.sure || !parent.sure) {
      this.doubt(entity, name, "from");
      this.doubt(parent, name, "to");
    }
    if (parent.kind !== undefined && kinds.includes(parent.kind) && entity.sure) {
      const span = entity.node.name ?? entity.node.kind;
      this.ties.push({ name, edge: { from: entity, to: parent, span } });
    }
  }

  written(entity: Entity, name: RelationName, field: string): void {
    this.#doubts(entity, name, field, "from");
    for (const ref of refsOf(entity, field)) this.#add(entity, name, ref, "from");
  }

  /** The field names the other end: `risks` of an initiative is `affects` of the risk. */
  writtenBackward(entity: Entity, name: RelationName, field: string): void {
    this.#doubts(entity, name, field, "to");
    for (const ref of refsOf(entity, field)) this.#add(entity, name, ref, "to");
  }

  /** Where a field is faulty or misspelt, both it and what it may name are in doubt. */
  #doubts(entity: Entity, name: RelationName, field: string, end: End): void {
    if (unknownIn(entity, field)) this.doubt(entity, name, end);
    for (const ref of refsMeant(entity, field)) {
      const target = resolveRef(this.#all, ref);
      if (target.is === "entity") this.doubt(target.entity, name, other(end));
    }
  }

  after(entity: Entity): void {
    for (const ref of valueIn(entity, "timeline", "period")?.after ?? [])
      this.#add(entity, "depend", ref, "from");
  }

  /** `end`: which of the two the entity is that writes the reference. */
  #add(entity: Entity, name: RelationName, ref: Ref, end: End): void {
    const target = resolveRef(this.#all, ref);
    if (target.is === "entity") {
      if (!target.entity.sure || !entity.sure) {
        this.doubt(entity, name, end);
        this.doubt(target.entity, name, other(end));
      }
      const [from, to] = end === "to" ? [target.entity, entity] : [entity, target.entity];
      this.ties.push({ name, edge: { from, to, ref, span: ref.span } });
      return;
    }
    if (target.is === "free") return;
    this.doubt(entity, name, end);
    if (target.is === "missing" && target.near === undefined)
      this.unknown.add(`${name} ${other(end)}`);
    if (target.is === "missing") this.doubt(target.near?.entity, name, other(end));
    if (target.is === "wrong-kind") this.doubt(target.entity, name, other(end));
  }
}

function other(end: End): End {
  return end === "from" ? "to" : "from";
}
