// References and nesting → relations that can be asked from both ends, with what is in doubt.
import type { Span } from "../../grammar/tree.ts";
import { memo } from "../memo.ts";
import { type Entity, type Ref, refsMeant, refsOf, unknownIn, valueIn } from "./entity.ts";
import { resolveRef } from "./resolve.ts";
import { strays } from "./stray.ts";
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

/** All relations of all projects of a workspace, across imports. */
export const relations: (all: Universe) => Relations = memo((all) => {
  const support = new Builder(all);
  const part = new Builder(all);
  const measure = new Builder(all);
  const affect = new Builder(all);
  const depend = new Builder(all);
  const use = new Builder(all);
  const replace = new Builder(all);
  const report = new Builder(all);
  for (const model of all.models.values()) {
    for (const entity of model.entities) {
      if (entity.name === "")
        for (const builder of [support, part, measure, affect]) builder.nameless(entity);
      switch (entity.kind) {
        case "objective":
          support.nested(entity, ["objective"]);
          support.written(entity, "supports");
          measure.writtenBackward(entity, "measured-by");
          depend.after(entity);
          break;
        case "initiative":
          support.nested(entity, ["objective"]);
          support.written(entity, "supports");
          part.nested(entity, ["initiative"]);
          part.written(entity, "part-of");
          affect.writtenBackward(entity, "risks");
          depend.written(entity, "depends-on");
          depend.after(entity);
          use.written(entity, "technologies");
          break;
        case "kpi":
          measure.nested(entity, ["objective", "initiative"]);
          measure.written(entity, "measures");
          break;
        case "risk":
          affect.nested(entity, ["objective", "initiative", "technology"]);
          affect.written(entity, "affects");
          break;
        case "technology":
          affect.writtenBackward(entity, "risks");
          replace.written(entity, "replaces");
          break;
        case "team":
          report.nested(entity, ["team"]);
          report.written(entity, "reports-to");
          break;
        case "role":
          report.written(entity, "reports-to");
          break;
        case undefined:
          // What it is nobody knows, so it may be whatever is missing around it.
          for (const builder of [support, part, measure, affect])
            builder.doubt(entity.parent, "to");
          break;
      }
    }
  }
  for (const entity of strays(all)) {
    support.doubt(entity, "to");
    part.doubt(entity, "to");
    for (const builder of [measure, affect]) {
      builder.doubt(entity, "from");
      builder.doubt(entity, "to");
    }
  }
  return {
    support: support.build(),
    part: part.build(),
    measure: measure.build(),
    affect: affect.build(),
    depend: depend.build(),
    use: use.build(),
    replace: replace.build(),
    report: report.build(),
  };
});

class Builder {
  readonly #all: Universe;
  readonly #edges: Edge[] = [];
  readonly #nameless: Entity[] = [];
  readonly #unknown = new Set<End>();
  readonly #seen = new Map<Entity, Set<Entity>>();
  readonly #doubtful = { from: new Set<Entity>(), to: new Set<Entity>() };

  constructor(all: Universe) {
    this.#all = all;
  }

  doubt(entity: Entity | undefined, end: End): void {
    if (entity !== undefined) this.#doubtful[end].add(entity);
  }

  /** Where some name stands for nothing, it may be the one that is missing. */
  nameless(entity: Entity): void {
    this.#nameless.push(entity);
  }

  /** The parent is an end of the relation where it has one of these kinds. */
  nested(entity: Entity, kinds: readonly string[]): void {
    const parent = entity.parent;
    if (parent === undefined) {
      if (!entity.sure) this.doubt(entity, "from");
      return;
    }
    if (parent.kind === undefined || !entity.sure || !parent.sure) {
      this.doubt(entity, "from");
      this.doubt(parent, "to");
    }
    if (parent.kind !== undefined && kinds.includes(parent.kind) && entity.sure) {
      this.#push({ from: entity, to: parent, span: entity.node.name ?? entity.node.kind });
    }
  }

  written(entity: Entity, field: string): void {
    this.#doubts(entity, field, "from");
    for (const ref of refsOf(entity, field)) this.#add(entity, ref, "from");
  }

  /** The field names the other end: `risks` of an initiative is `affects` of the risk. */
  writtenBackward(entity: Entity, field: string): void {
    this.#doubts(entity, field, "to");
    for (const ref of refsOf(entity, field)) this.#add(entity, ref, "to");
  }

  /** Where a field is faulty or misspelt, both it and what it may name are in doubt. */
  #doubts(entity: Entity, field: string, end: End): void {
    if (unknownIn(entity, field)) this.doubt(entity, end);
    for (const ref of refsMeant(entity, field)) {
      const target = resolveRef(this.#all, ref);
      if (target.is === "entity") this.doubt(target.entity, other(end));
    }
  }

  after(entity: Entity): void {
    for (const ref of valueIn(entity, "timeline", "period")?.after ?? [])
      this.#add(entity, ref, "from");
  }

  /** `end`: which of the two the entity is that writes the reference. */
  #add(entity: Entity, ref: Ref, end: End): void {
    const target = resolveRef(this.#all, ref);
    if (target.is === "entity") {
      if (!target.entity.sure || !entity.sure) {
        this.doubt(entity, end);
        this.doubt(target.entity, other(end));
      }
      const [from, to] = end === "to" ? [target.entity, entity] : [entity, target.entity];
      this.#push({ from, to, ref, span: ref.span });
      return;
    }
    if (target.is === "free") return;
    this.doubt(entity, end);
    if (target.is === "missing" && target.near === undefined) this.#unknown.add(other(end));
    if (target.is === "missing") this.doubt(target.near?.entity, other(end));
    if (target.is === "wrong-kind") this.doubt(target.entity, other(end));
  }

  /** Two ends that are joined twice, by nesting and by name or from both ends, are joined once. */
  #push(edge: Edge): void {
    let ends = this.#seen.get(edge.from);
    if (ends === undefined) {
      ends = new Set();
      this.#seen.set(edge.from, ends);
    }
    if (ends.has(edge.to)) return;
    ends.add(edge.to);
    this.#edges.push(edge);
  }

  build(): Relation {
    for (const end of this.#unknown) for (const one of this.#nameless) this.doubt(one, end);
    const from = Map.groupBy(this.#edges, (edge) => edge.from);
    const to = Map.groupBy(this.#edges, (edge) => edge.to);
    const edges = this.#edges;
    const doubtful = this.#doubtful;
    return {
      edges,
      from: (entity) => from.get(entity) ?? [],
      to: (entity) => to.get(entity) ?? [],
      doubtful: (entity, end) => doubtful[end].has(entity),
    };
  }
}

function other(end: End): End {
  return end === "from" ? "to" : "from";
}
