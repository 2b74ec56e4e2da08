// Budgets and costs → the amount that counts for a piece of work, and sums of them.
import { Big } from "big.js";
import { memo } from "../../memo.ts";
import { type Entity, unknownIn, valueIn, written } from "../entity.ts";
import { isOpen } from "../status.ts";
import type { Model, Universe } from "../universe.ts";
import { costOf } from "./cost.ts";
import { convert, currencyOf, exchangeRate, type Figure } from "./currency.ts";

/**
 * What counts for an initiative in every sum and share: its budget, else its cost (language.md,
 * "amount"). 0 means that it costs nothing; undefined that nobody has said what it costs, or that
 * what is said is unknown. A technology has its cost.
 */
export function amountOf(all: Universe, entity: Entity): Figure | undefined {
  if (entity.kind !== "initiative" || !written(entity, "budget")) return costOf(all, entity);
  return writtenFigure(all.modelOf(entity), entity, "budget");
}

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
 * The amounts of some entities together, in the currency of a project. One that names neither
 * budget nor cost adds nothing; one whose amount is unknown, or in the currency of another project
 * for which there is no rate, makes the sum unknown.
 */
export function sumOf(model: Model, entities: Iterable<Entity>): Figure | undefined {
  const all = model.universe;
  let amount = new Big(0);
  let isMinimum = false;
  for (const entity of entities) {
    if (!written(entity, "budget") && !written(entity, "cost")) continue;
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
 * of one is faulty, since nobody can say whether it counts.
 */
export const totalAmount: (model: Model) => Figure | undefined = memo((model) => {
  const all = model.entities.filter((entity) => entity.kind === "initiative");
  if (all.some((entity) => !entity.sure || unknownIn(entity, "status"))) return undefined;
  return sumOf(model, all.filter(isOpen));
});
