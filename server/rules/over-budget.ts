// Work that costs more than its budget, and plans that cost more than the strategy's.

import { shortAmount } from "../model/amounts.ts";
import { ownDeliveryCostOf } from "../model/derive/cost.ts";
import type { Figure } from "../model/derive/currency.ts";
import { amountOfParts, budgetOf, totalAmount, writtenFigure } from "../model/derive/money.ts";
import { type Entity, valueIn, written } from "../model/entity.ts";
import { committedWork } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { at, atName, type Rule, type RuleFinding, subject } from "./rule.ts";

export const overBudget: Rule = {
  id: "over-budget",
  group: "Money",
  severity: "warning",
  says: "delivery cost of its own block, with the amounts of its parts, over the initiative's budget, on the budget; amounts of open initiatives together over the strategy's (on the strategy)",
  *check(model) {
    for (const initiative of committedWork(model)) yield* overOwn(model, initiative);
    yield* overAll(model);
  },
};

function* overOwn(model: Model, initiative: Entity): Iterable<RuleFinding> {
  const value = valueIn(initiative, "budget", "money");
  const budget = writtenFigure(model, initiative, "budget");
  const cost = plannedCost(model.universe, initiative);
  if (value === undefined || budget === undefined || cost === undefined) return;
  if (cost.amount.lte(budget.amount)) return;
  const word = initiative.fields.get("cost")?.nodes[0]?.name;
  yield {
    at: at(initiative, value.span),
    message: `${subject(initiative)} costs ${cost.atLeast ? "at least " : ""}${shortAmount(cost.amount)} until it is delivered, ${shortAmount(cost.amount.minus(budget.amount))} over its budget. Raise the budget, or do less.`,
    related:
      word === undefined ? [] : [{ at: at(initiative, word), message: "Its costs are here." }],
  };
}

/** What its own block comes to until delivery, and what its parts take; undefined where one is unknown. */
function plannedCost(all: Universe, initiative: Entity): Figure | undefined {
  const own = ownDeliveryCostOf(all, initiative);
  if (own === undefined && written(initiative, "cost")) return undefined;
  return amountOfParts(all, initiative, own);
}

function* overAll(model: Model): Iterable<RuleFinding> {
  const budget = budgetOf(model);
  const total = totalAmount(model);
  const { strategy } = model;
  if (strategy === undefined || budget === undefined || total === undefined) return;
  if (total.amount.lte(budget.amount)) return;
  yield {
    at: atName(strategy),
    message: `The open initiatives come to ${total.atLeast ? "at least " : ""}${shortAmount(total.amount)}, ${shortAmount(total.amount.minus(budget.amount))} over the budget of ${subject(strategy).replace("Strategy", "strategy")}. Raise it, or drop or postpone work.`,
  };
}
