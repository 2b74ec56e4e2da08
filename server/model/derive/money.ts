// Budgets and costs → the amount that counts for a piece of work, and sums of them.
import { Big } from "big.js";
import { folded } from "../../cells/folded.ts";
import { memoAlong } from "../../cells/memo.ts";
import { type Entity, unknownIn, valueIn, written } from "../entity.ts";
import { outline } from "../outline.ts";
import { countedParts, inCountedParts, inParts, programmeOf, withoutParts } from "../programmes.ts";
import { relations } from "../relations.ts";
import { isOpen } from "../status.ts";
import type { Model, Universe } from "../universe.ts";
import { costOf, ownCostOf } from "./cost.ts";
import { convert, currencyOf, exchangeRate, type Figure } from "./currency.ts";
import { withParts } from "./parts.ts";

/**
 * What counts for an initiative in every sum and share: its budget, else its cost (language.md,
 * "amount"); of a programme its budget, else its own cost and the amounts that are known of its
 * parts, cancelled ones aside. 0 means that it costs nothing; undefined that nobody has said what it
 * costs, or that what is said is unknown. A technology has its cost.
 */
export const amountOf: (all: Universe, entity: Entity) => Figure | undefined = memoAlong(
  countedParts,
  (all, entity) => {
    if (entity.kind !== "initiative") return costOf(all, entity);
    const model = all.modelOf(entity);
    if (written(entity, "budget")) return writtenFigure(model, entity, "budget");
    const own = ownCostOf(all, entity);
    if (own === undefined && written(entity, "cost")) return undefined;
    return amountOfParts(all, entity, own);
  },
);

/** The amounts of the parts of a programme that say one, on top of a figure. */
export function amountOfParts(
  all: Universe,
  programme: Entity,
  own: Figure | undefined,
): Figure | undefined {
  return withParts(all, programme, own, { figure: amountOf, says: hasAmount });
}

/** Whether an initiative or one of its parts says what it takes, well or faultily. */
export const hasAmount = inCountedParts(
  (_all, one) => written(one, "budget") || written(one, "cost"),
);

/** A field of money in the currency of its project; undefined where it is missing or unknown. */
export function writtenFigure(model: Model, entity: Entity, field: string): Figure | undefined {
  const money = unknownIn(entity, field) ? undefined : valueIn(entity, field, "money");
  const amount = money && convert(model, money);
  return amount && { amount, currency: currencyOf(model) };
}

/** The budget of a project's strategy. */
export function budgetOf(model: Model): Figure | undefined {
  return model.strategy && writtenFigure(model, model.strategy, "budget");
}

/**
 * The amounts of some entities together, in the currency of a project; a part beside its programme
 * is in it already. One that names neither budget nor cost adds nothing; one whose amount is unknown,
 * or in the currency of another project for which there is no rate, makes the sum unknown.
 */
export function sumOf(model: Model, entities: Iterable<Entity>): Figure | undefined {
  const all = model.universe;
  let amount = new Big(0);
  let isMinimum = false;
  for (const entity of withoutParts(all, entities)) {
    if (!hasAmount(all, entity)) continue;
    const one = amountOf(all, entity);
    const rate = exchangeRate(all.modelOf(entity), model);
    if (one === undefined || rate === undefined) return undefined;
    amount = amount.plus(one.amount.times(rate));
    isMinimum ||= one.atLeast === true;
  }
  return { amount, currency: currencyOf(model), ...(isMinimum ? { atLeast: true } : {}) };
}

/**
 * The amounts of all open initiatives of a project together. Unknown where the status or the kind
 * of one is faulty, or what it is a part of, since nobody can say whether it counts.
 */
export function totalAmount(model: Model): Figure | undefined {
  const total = totals(model) ?? nothing;
  if (total.amount === undefined) return undefined;
  const { amount, atLeast } = total;
  return { amount, currency: currencyOf(model), ...(atLeast && { atLeast }) };
}

/** Whether nobody can say if some work counts: its status, or what it is a part of, is not understood. */
export function isCountUnclear(all: Universe, work: Entity): boolean {
  return unknownIn(work, "status") || relations(all).part.doubtful(work, "from");
}

/** What some work comes to; the amount is undefined where that of one is unknown. */
export interface Total {
  readonly amount: Big | undefined;
  readonly atLeast: boolean;
}

const nothing: Total = { amount: new Big(0), atLeast: false };

const totals = folded<Model, Total>(
  (model, chunk) => {
    const all = model.universe;
    let sum: Total | undefined;
    for (const one of outline(chunk).entities) {
      if (one.kind !== "initiative") continue;
      if (!one.sure || isCountUnclear(all, one)) return { amount: undefined, atLeast: false };
      if (!hasAmount(all, one) || !isCountedOpen(model, one)) continue;
      const figure = amountOf(all, one);
      const own = { amount: figure?.amount, atLeast: figure?.atLeast === true };
      sum = sum === undefined ? own : added([sum, own]);
    }
    return sum;
  },
  added,
  isSameTotal,
);

/** Whether two sums are the same. */
export function isSameTotal(a: Total, b: Total): boolean {
  if (a.atLeast !== b.atLeast) return false;
  return a.amount && b.amount ? a.amount.eq(b.amount) : a.amount === b.amount;
}

/** Sums together. */
export function added(totals: readonly Total[]): Total {
  const [first = nothing, ...others] = totals;
  let { amount, atLeast } = first;
  for (const one of others) {
    amount = one.amount && amount?.plus(one.amount);
    atLeast ||= one.atLeast;
  }
  return { amount, atLeast };
}

/** Whether work is open, and no part of other open work of its project, in whose amount it is. */
export function isCountedOpen(model: Model, work: Entity): boolean {
  // Above open work all is open.
  return isOpen(model.universe, work) && isOutermost(model, work);
}

/** Whether nobody can say what some work adds to sums, with the parts that stand under it. */
export function isSumUnclear(model: Model, work: Entity): boolean {
  return isOutermost(model, work) && isUnclearInside(model.universe, work);
}

const isUnclearInside = inParts(isCountUnclear);

function isOutermost(model: Model, work: Entity): boolean {
  const all = model.universe;
  for (let at = programmeOf(all, work); at !== undefined; at = programmeOf(all, at))
    if (model.pathOf(at.chunk) !== undefined) return false;
  return true;
}
