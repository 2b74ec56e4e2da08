// Budgets behind which no costs are named.
import { Big } from "big.js";
import { addFields, type NewField } from "../edits/edits.ts";
import { hasCost } from "../model/derive/cost.ts";
import { convert } from "../model/derive/currency.ts";
import { amountOfParts } from "../model/derive/money.ts";
import { type Entity, unknownIn, valueIn } from "../model/entity.ts";
import { arePartsDoubtful } from "../model/programmes.ts";
import { isCommitted } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, practice, type RuleFinding, subject } from "./rule.ts";

export const bareBudget = practice(
  {
    id: "bare-budget",
    group: "Money",
    severity: "info",
    says: "a budget with no cost block, its own or in its parts: run costs and contingency stay unseen",
    kinds: ["initiative"],
    fix: "add a cost block",
  },
  {
    none: "names its costs",
    most: "do not name their costs",
    advice:
      "Add a 'cost' block to the dearest ones: what they cost to run, and what is kept for surprises.",
    nouns: { initiative: "initiatives with a budget" },
    look(model, about) {
      if (!isCommitted(model.universe, about)) return undefined;
      const budget = unknownIn(about, "budget") ? undefined : valueIn(about, "budget", "money");
      if (budget === undefined || budget.amount.eq(0)) return undefined;
      if (hasCost(model.universe, about)) return { about };
      return arePartsDoubtful(model.universe, about)
        ? undefined
        : { about, lack: lackOf(model, about, budget) };
    },
  },
);

function lackOf(model: Model, initiative: Entity, budget: Budget): RuleFinding {
  return {
    at: at(initiative, budget.span),
    message: `${subject(initiative)} has a budget but no costs, so nobody sees what it costs to run and what is kept for surprises. Add a 'cost' block.`,
    fixes: [
      {
        title: "Add a cost block",
        edits: () => addFields(model.universe, initiative, [costBlock(model, initiative, budget)]),
      },
    ],
  };
}

type Budget = NonNullable<ReturnType<typeof valueIn<"money">>>;

/**
 * Nine tenths of the budget for the purchase, so that the contingency fits in; of a programme, of
 * what its parts leave of it.
 */
function costBlock(model: Model, initiative: Entity, budget: Budget): NewField {
  const code = budget.currency === undefined ? "" : ` ${budget.currency}`;
  const own = convert(model, budget);
  const parts = amountOfParts(model.universe, initiative, undefined)?.amount ?? new Big(0);
  const isWhole = own === undefined || parts.eq(0);
  const left = isWhole ? budget.amount : budget.amount.times(own.minus(parts)).div(own).round(0, 0);
  const once = left.gt(0) ? left.times("0.9") : new Big(0);
  return {
    name: "cost",
    value: [
      { name: "upfront", value: short(once) + code },
      { name: "integration", value: "0" },
      { name: "training", value: "0" },
      { name: "maintenance", value: "0" },
      { name: "contingency", value: "10%" },
    ],
  };
}

/** `1.71M`, `450k`, `900`: as people write it, and exact. */
function short(amount: Big): string {
  const millions = amount.div(1e6);
  if (amount.gte(1e6) && millions.times(100).mod(1).eq(0)) return `${millions.toFixed()}M`;
  return amount.gte(1e3) && amount.mod(1e3).eq(0)
    ? `${amount.div(1e3).toFixed()}k`
    : amount.toFixed();
}
