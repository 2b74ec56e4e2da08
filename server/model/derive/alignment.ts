// Support between initiatives and objectives → levels, paths upward, and the money under each objective.
import { Big } from "big.js";
import { isSameList } from "../../cells/contributions.ts";
import { collected, folded } from "../../cells/folded.ts";
import { memo, memoAlong, memoIn } from "../../cells/memo.ts";
import { inCircles } from "../circles.ts";
import { components, isCircle } from "../components.ts";
import { choiceOf, type Entity, type Ref, refsOf, unknownIn, written } from "../entity.ts";
import { outline } from "../outline.ts";
import { programmeOf, upward, withoutParts } from "../programmes.ts";
import { relations } from "../relations.ts";
import { resolveRef } from "../resolve.ts";
import type { Edge } from "../ties.ts";
import type { Model, Universe } from "../universe.ts";
import { currencyOf, type Figure } from "./currency.ts";
import {
  added,
  amountOf,
  hasAmount,
  isCountedOpen,
  isSameTotal,
  type Total,
  totalAmount,
} from "./money.ts";

/**
 * What an objective or an initiative supports: what it is nested in and what it writes; of a part
 * that says nothing of it, what its programme supports.
 */
export const supportOf: (all: Universe, entity: Entity) => readonly Edge[] = memoAlong(
  upward,
  (all, entity) => {
    const { support } = relations(all);
    const own = support.from(entity);
    const says = own.length > 0 || written(entity, "supports") || support.doubtful(entity, "from");
    const programme = says ? undefined : programmeOf(all, entity);
    return programme === undefined ? own : supportOf(all, programme);
  },
);

/**
 * The level of an objective: as written, else `business` where it supports nothing. Undefined where
 * it supports something and does not say, or where that is not understood.
 */
export function levelOf(all: Universe, objective: Entity): string | undefined {
  if (written(objective, "level")) return choiceOf(objective, "level");
  const supportsSomething = relations(all).support.from(objective).length > 0;
  return supportsSomething || isSupportUnknown(all, objective) ? undefined : "business";
}

/**
 * Whether something writes, or seems to write, a support that is not understood; for a part that
 * supports what its programme does, whether the programme does.
 */
export const isSupportUnknown: (all: Universe, entity: Entity) => boolean = memoAlong(
  upward,
  (all, entity) => {
    const { parent } = entity;
    if (parent !== undefined && !parent.sure) return true;
    const isUnknown = (ref: Ref) => resolveRef(all, ref).is !== "entity";
    if (unknownIn(entity, "supports") || refsOf(entity, "supports").some(isUnknown)) return true;
    if (entity.kind !== "initiative" || written(entity, "supports")) return false;
    if (relations(all).part.doubtful(entity, "from")) return true;
    const programme = programmeOf(all, entity);
    return programme !== undefined && isSupportUnknown(all, programme);
  },
);

/**
 * The way up from anything, without the thing itself: what a KPI measures, a risk affects or a
 * milestone belongs to, then objective by objective to the top. Each step is the first support:
 * the one by nesting, else the first written. It crosses imports and ends before it repeats.
 */
export const alignmentPath: (all: Universe, entity: Entity) => readonly Entity[] = memoIn(
  (all, entity) => {
    const path: Entity[] = [];
    let entry: Entity | undefined;
    for (let at = above(all, entity); at !== undefined; at = above(all, at)) {
      if (at === entity || at === entry) break;
      // Once in a circle of first supports, it comes back to where it came in.
      if (entry === undefined && isFirstCircle(all, at)) entry = at;
      path.push(at);
    }
    return path;
  },
  isSameList,
);

/** What lies in a circle of first supports. */
function isFirstCircle(all: Universe, entity: Entity): boolean {
  return inCircles.support.has(all, entity) && firstCircles(all).has(entity);
}

const firstCircles: (all: Universe) => ReadonlySet<Entity> = memo((all) => {
  const ends = relations(all).support.edges.flatMap(({ from, to }) => [from, to]);
  const next = (one: Entity) =>
    supportOf(all, one)
      .slice(0, 1)
      .map(({ to }) => to);
  return new Set(
    components(ends, next)
      .filter((group) => isCircle(group, next))
      .flat(),
  );
});

function above(all: Universe, entity: Entity): Entity | undefined {
  const { measure, affect } = relations(all);
  switch (entity.kind) {
    case "objective":
    case "initiative":
      return supportOf(all, entity)[0]?.to;
    case "kpi":
      return measure.from(entity)[0]?.to;
    case "risk":
      return affect.from(entity).find(({ to }) => to.kind !== "technology")?.to;
    case "milestone":
      return entity.parent;
  }
  return undefined;
}

/** Whether an initiative supports an objective; undefined where what it supports is not understood. */
export function isAligned(all: Universe, initiative: Entity): boolean | undefined {
  if (supportOf(all, initiative).length > 0) return true;
  return isSupportUnknown(all, initiative) ? undefined : false;
}

/**
 * What supports an objective directly, in project order: sub-objectives and initiatives of its own
 * project and of those in the workspace that import it. A programme stands for its parts.
 */
export const childrenOf: (all: Universe, objective: Entity) => readonly Entity[] = memoIn(
  (all, objective) => {
    const home = all.modelOf(objective);
    const children = relations(all)
      .support.to(objective)
      .map(({ from }) => from)
      .filter((child) => {
        const model = all.modelOf(child);
        return child.sure && (model === home || model.project.inWorkspace);
      });
    return withoutParts(all, children);
  },
);

/** The open initiatives of a project, whatever they cost: programmes without their parts. */
export const openWork = collected<Model, Entity>(function* (model, chunk) {
  for (const one of outline(chunk).entities)
    if (one.sure && one.kind === "initiative" && isCountedOpen(model, one)) yield one;
});

/** What open work that is aligned takes. */
interface Aligned {
  readonly total: Total;
  /** Of some work that says what it takes nobody knows whether it is aligned. */
  readonly isDoubtful: boolean;
}

const alignedWork = folded<Model, Aligned>(
  (model, chunk) => {
    const all = model.universe;
    const totals: Total[] = [];
    let isDoubtful = false;
    for (const one of outline(chunk).entities) {
      if (!one.sure || one.kind !== "initiative") continue;
      if (!isCountedOpen(model, one) || !hasAmount(all, one)) continue;
      const isThere = isAligned(all, one);
      isDoubtful ||= isThere === undefined;
      const figure = isThere ? amountOf(all, one) : undefined;
      if (isThere) totals.push({ amount: figure?.amount, atLeast: figure?.atLeast === true });
    }
    return totals.length > 0 || isDoubtful ? { total: added(totals), isDoubtful } : undefined;
  },
  (parts) => ({
    total: added(parts.map(({ total }) => total)),
    isDoubtful: parts.some((part) => part.isDoubtful),
  }),
  (a, b) => a.isDoubtful === b.isDoubtful && isSameTotal(a.total, b.total),
);

/** What the open initiatives of a project that are aligned take together; undefined where an amount or an alignment is not understood. */
export const alignedAmount: (model: Model) => Figure | undefined = memo((model) => {
  const { total, isDoubtful } = alignedWork(model) ?? nothing;
  if (total.amount === undefined || isDoubtful) return undefined;
  const { amount, atLeast } = total;
  return { amount, currency: currencyOf(model), ...(atLeast && { atLeast }) };
});

const nothing: Aligned = { total: { amount: new Big(0), atLeast: false }, isDoubtful: false };

/**
 * The share of the amounts of a project's open initiatives that is on aligned ones, as a fraction.
 * Undefined where there is no money, or where an amount or an alignment is not understood.
 */
export const alignedShare: (model: Model) => number | undefined = memo((model) => {
  const all = totalAmount(model);
  if (all === undefined || all.amount.eq(0)) return undefined;
  return alignedAmount(model)?.amount.div(all.amount).toNumber();
});
