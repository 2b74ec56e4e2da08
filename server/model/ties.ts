// What the declarations of a chunk write of relations → ties between declarations, and what is in doubt.

import { compact } from "../../grammar/compact.ts";
import type { Chunk, Span } from "../../grammar/tree.ts";
import { memoIn } from "../cells/memo.ts";
import { type Entity, type Ref, refsMeant, refsOf, unknownIn, valueIn } from "./entity.ts";
import { outline } from "./outline.ts";
import { resolveRef } from "./resolve.ts";
import type { Universe } from "./universe.ts";

/** One relation between two entities; `ref` is missing where nesting says it. */
export interface Edge {
  readonly name: RelationName;
  readonly from: Entity;
  readonly to: Entity;
  readonly ref?: Ref;
  /** Where it is written: the reference, or the name of the nested declaration. */
  readonly span: Span;
}

/** Of two ends, the one that leads on, or the one to which it leads. */
export type End = "from" | "to";

/** The relations there are; `Relations` says what each of them is. */
export type RelationName =
  | "support"
  | "part"
  | "measure"
  | "affect"
  | "depend"
  | "use"
  | "replace"
  | "report";

/** An end of a relation that is in doubt. */
export type Doubted = `${RelationName} ${End}`;

/** The relations in which a declaration without a name may stand under any. */
export const nameable: ReadonlySet<RelationName> = new Set([
  "support",
  "part",
  "measure",
  "affect",
]);

export interface Doubt {
  readonly entity: Entity;
  readonly of: Doubted;
}

/** What the declarations of a chunk write of relations, at whichever end they stand. */
interface Written {
  readonly edges: readonly Edge[];
  readonly doubts: readonly Doubt[];
  /** The ends at which something is named that is not there. */
  readonly unknown: ReadonlySet<Doubted>;
}

export const writtenIn: (all: Universe, chunk: Chunk) => Written = memoIn((all, chunk) => {
  const writer = new Writer(all);
  for (const entity of outline(chunk).entities) readRelations(writer, entity);
  const { edges, doubts, unknown } = writer;
  return {
    edges: compact(edges),
    doubts: compact(doubts),
    unknown: unknown.size === 0 ? nobody : unknown,
  };
});

/** Most chunks leave nobody unknown. */
const nobody: ReadonlySet<never> = new Set();

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

class Writer {
  readonly edges: Edge[] = [];
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
      this.edges.push({ name, from: entity, to: parent, span });
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
      this.edges.push({ name, from, to, ref, span: ref.span });
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
