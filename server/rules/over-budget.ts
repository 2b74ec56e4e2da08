// Work that costs more than its budget, and plans that cost more than the strategy's.

import { ownDeliveryCostOf } from "../model/derive/cost.ts";
import type { Figure } from "../model/derive/currency.ts";
import {
  amountOf,
  amountOfParts,
  budgetOf,
  totalAmount,
  writtenFigure,
} from "../model/derive/money.ts";
import { called, type Entity, valueIn, written } from "../model/entity.ts";
import { countedParts } from "../model/programmes.ts";
import { isCommitted } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { apart, shortAmount } from "../words/amounts.ts";
import { at, atName, object, type Rule, type RuleFinding, subject } from "./rule.ts";

export const overBudget: Rule = {
  id: "over-budget",
  group: "Money",
  severity: "warning",
  says: "delivery cost of its own block, with the amounts of its parts, over the initiative's budget, on the budget; amounts of open initiatives together over the strategy's (on the strategy)",
  kinds: ["initiative"],
  judge: overOwn,
  judgeProject: overAll,
};

function* overOwn(model: Model, initiative: Entity): Iterable<RuleFinding> {
  if (!isCommitted(model.universe, initiative)) return;
  const value = valueIn(initiative, "budget", "money");
  const budget = writtenFigure(model, initiative, "budget");
  const cost = plannedCost(model.universe, initiative);
  if (value === undefined || budget === undefined || cost === undefined) return;
  if (cost.amount.lte(budget.amount)) return;
  const word = initiative.fields.get("cost")?.node.name;
  const parts = countedParts(model.universe, initiative).flatMap((part) => {
    const amount = amountOf(model.universe, part);
    return amount === undefined ? [] : [{ part, amount }];
  });
  const [much, most, more] = compared(cost, budget);
  const [who, until] =
    parts.length > 0
      ? [`${subject(initiative)} and its parts cost`, "until they are delivered"]
      : [`${subject(initiative)} costs`, "until it is delivered"];
  yield {
    at: at(initiative, value.span),
    message: `${who} ${much} ${until}, ${more} over its budget of ${most}. Raise the budget, or do less.`,
    related: [
      ...(word === undefined ? [] : [{ at: at(initiative, word), message: "Its costs are here." }]),
      ...parts.map(({ part, amount }) => ({
        at: atName(part),
        message: `'${called(part)}' takes ${shortAmount(amount.amount)}.`,
      })),
    ],
  };
}

/** Two amounts, told apart, and by how much the first is above the second. */
function compared(cost: Figure, budget: Figure): readonly [string, string, string] {
  const [much, most] = apart(cost.amount, budget.amount, "money");
  const more = shortAmount(cost.amount.minus(budget.amount));
  return [cost.atLeast ? `at least ${much}` : much, most, more];
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
  const [much, most, more] = compared(total, budget);
  yield {
    at: atName(strategy),
    message: `The open initiatives come to ${much}, ${more} over the ${most} of ${object(strategy)}. Raise its budget, or drop or postpone work.`,
  };
}
