// Objectives and what supports them → all that lies under each, and the money in it.
import { Big } from "big.js";
import { indexed } from "../../cells/indexed.ts";
import { memoAlong, memoIn } from "../../cells/memo.ts";
import { along, type Ways } from "../along.ts";
import { inCircles } from "../circles.ts";
import { type Entity, unknownIn } from "../entity.ts";
import { outline } from "../outline.ts";
import { partsOf } from "../programmes.ts";
import { relations } from "../relations.ts";
import { isOpen } from "../status.ts";
import type { Model, Universe } from "../universe.ts";
import { childrenOf } from "./alignment.ts";
import { currencyOf, type Figure } from "./currency.ts";
import { amountOf, hasAmount, sumOf } from "./money.ts";

/** What lies directly under an objective, and under a programme. */
export function below(all: Universe, entity: Entity): readonly Entity[] {
  return entity.kind === "objective" ? childrenOf(all, entity) : partsOf(all, entity);
}

/** From objectives and programmes down to what lies under them. */
export const downwards: Ways = {
  next: below,
  things: goalsAndWork,
  circles: inCircles.support,
};

/** All objectives and initiatives of all projects. */
export function goalsAndWork(all: Universe): readonly Entity[] {
  return [...all.models.values()].flatMap((model) => [
    ...model.of("objective"),
    ...model.of("initiative"),
  ]);
}

/**
 * All objectives and initiatives under an objective, each once, however they lead to it, the nearest
 * first; the parts of its programmes too.
 */
export function allUnder(all: Universe, objective: Entity): readonly Entity[] {
  const found = new Set<Entity>(below(all, objective));
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) for (const child of below(all, one)) found.add(child);
  found.delete(objective);
  return [...found];
}

/**
 * The amounts of the open initiatives under an objective, each counted once, in the currency of its
 * project; importing projects count too. 0 where there is none; undefined where none of them says
 * what it needs, or where one of them is not understood.
 */
export function amountUnder(all: Universe, objective: Entity): Figure | undefined {
  return totalUnder(all, objective).amount;
}

/** How many initiatives lie under an objective, whatever their status; those in programmes too. */
export function workUnder(all: Universe, objective: Entity): number {
  return totalUnder(all, objective).work;
}

interface Total {
  readonly work: number;
  readonly amount: Figure | undefined;
}

function totalUnder(all: Universe, objective: Entity): Total {
  const sum = sumUnder(all, objective);
  if (sum !== undefined) return totalOf(all, objective, sum);
  return walkedTotal(all, firstOfCircle(all, objective));
}

/** In a circle the same lies under all, but each project reads it in its own currency. */
function firstOfCircle(all: Universe, objective: Entity): Entity {
  if (!inCircles.support.has(all, objective)) return objective;
  const home = all.modelOf(objective);
  const group = circleOf(all, objective);
  return group.find((one) => all.modelOf(one) === home) ?? objective;
}

/** What leads down to one another. */
const circleOf = along<readonly Entity[]>(downwards, (_all, group) => group);

const walkedTotal: (all: Universe, objective: Entity) => Total = memoIn((all, objective) => {
  const { support } = relations(all);
  const under = allUnder(all, objective);
  const objectives = [objective, ...under.filter(({ kind }) => kind === "objective")];
  const work = under.filter(({ kind }) => kind === "initiative");
  const told = (amount: Figure | undefined) => ({ work: work.length, amount });
  if (objectives.some((one) => support.doubtful(one, "to"))) return told(undefined);
  if (work.some((one) => unknownIn(one, "status"))) return told(undefined);
  const open = work.filter((one) => isOpen(all, one));
  if (open.length > 0 && !open.some((one) => hasAmount(all, one))) return told(undefined);
  return told(sumOf(all.modelOf(objective), open));
});

/** What comes together under something where nothing in it is reached by two ways. */
interface Sum {
  /** The one project in which all of it lies. */
  readonly home: Model;
  readonly work: number;
  readonly hasOpen: boolean;
  /** Some open work in it says what it needs. */
  readonly hasAmount: boolean;
  /** Undefined where something in it is not understood. */
  readonly amount: Big | undefined;
  readonly atLeast: boolean;
}

/** The ways that lead down to each thing. */
const waysTo = indexed<Universe, Entity, Entity>(function* (all, chunk) {
  for (const one of outline(chunk).entities)
    if (one.sure && (one.kind === "objective" || one.kind === "initiative"))
      for (const child of below(all, one)) yield [child, one];
});

/**
 * What lies under something, without itself; undefined where only a walk can tell. Trees, which plans
 * mostly are, add up: what lies under an objective is what lies under its children, and the children.
 * Where several ways lead to one thing it would be counted twice, and where projects differ the
 * currencies do; there all that lies under has to be walked.
 */
const sumUnder: (all: Universe, parent: Entity) => Sum | undefined = memoAlong(
  (all, parent) => (inCircles.support.has(all, parent) ? [] : below(all, parent)),
  (all, parent) => {
    if (inCircles.support.has(all, parent)) return undefined;
    const children = below(all, parent);
    if (!children.every((child) => waysTo(all).get(child).length === 1)) return undefined;
    const home = all.modelOf(parent);
    let sum: Sum | undefined = {
      home,
      work: 0,
      hasOpen: false,
      hasAmount: false,
      amount: new Big(0),
      atLeast: false,
    };
    for (const child of children) {
      const under = sumUnder(all, child);
      if (under === undefined || under.home !== home || all.modelOf(child) !== home)
        return undefined;
      for (const one of [under, ownOf(all, child, parent, home)]) sum = plus(sum, one);
    }
    return sum;
  },
);

function plus(a: Sum, b: Sum): Sum {
  return {
    home: a.home,
    work: a.work + b.work,
    hasOpen: a.hasOpen || b.hasOpen,
    hasAmount: a.hasAmount || b.hasAmount,
    amount: a.amount && b.amount && a.amount.plus(b.amount),
    atLeast: a.atLeast || b.atLeast,
  };
}

/**
 * What something adds to what it lies under. The amount of a programme has those of its parts in it,
 * so parts add none.
 */
function ownOf(all: Universe, one: Entity, parent: Entity, home: Model): Sum {
  const none = new Big(0);
  const nothing = { home, work: 0, hasOpen: false, hasAmount: false, amount: none, atLeast: false };
  if (one.kind === "objective")
    return relations(all).support.doubtful(one, "to") ? { ...nothing, amount: undefined } : nothing;
  if (unknownIn(one, "status")) return { ...nothing, work: 1, amount: undefined };
  const hasOpen = isOpen(all, one);
  const says = hasOpen && hasAmount(all, one);
  const counted = { ...nothing, work: 1, hasOpen, hasAmount: says };
  if (!says || parent.kind !== "objective") return counted;
  const figure = amountOf(all, one);
  return { ...counted, amount: figure?.amount, atLeast: figure?.atLeast === true };
}

function totalOf(all: Universe, objective: Entity, sum: Sum): Total {
  const { work, amount, atLeast, hasOpen } = sum;
  const isUnclear = relations(all).support.doubtful(objective, "to");
  if (isUnclear || amount === undefined || (hasOpen && !sum.hasAmount))
    return { work, amount: undefined };
  const currency = currencyOf(sum.home);
  return { work, amount: { amount, currency, ...(atLeast && { atLeast }) } };
}
