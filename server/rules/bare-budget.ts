// Budgets behind which no costs are named.

import type { Big } from "big.js";
import { addFields, type NewField } from "../edits.ts";
import { hasCost } from "../model/derive/cost.ts";
import { type Entity, valueIn } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { committedWork } from "../model/status.ts";
import { at, practice, type RuleFinding, subject } from "./rule.ts";

export const bareBudget = practice(
  {
    id: "bare-budget",
    group: "Money",
    severity: "info",
    says: "a budget with no cost block, its own or in its parts: run costs and contingency stay unseen",
    fix: "add a cost block",
  },
  {
    none: "names its costs",
    most: "do not name their costs",
    advice:
      "Add a 'cost' block to the dearest ones: what they cost to run, and what is kept for surprises.",
    nouns: { initiative: "initiatives with a budget" },
    *look(model) {
      for (const about of committedWork(model)) {
        const budget = valueIn(about, "budget", "money");
        if (budget === undefined || budget.amount.eq(0)) continue;
        if (hasCost(model.universe, about)) yield { about };
        else if (!relations(model.universe).part.doubtful(about, "to"))
          yield { about, lack: lackOf(about, budget) };
      }
    },
  },
);

function lackOf(initiative: Entity, budget: Budget): RuleFinding {
  return {
    at: at(initiative, budget.span),
    message: `${subject(initiative)} has a budget but no costs, so nobody sees what it costs to run and what is kept for surprises. Add a 'cost' block.`,
    fixes: [{ title: "Add a cost block", edits: () => addFields(initiative, [costBlock(budget)]) }],
  };
}

type Budget = NonNullable<ReturnType<typeof valueIn<"money">>>;

/** Nine tenths of the budget for the purchase, so that the contingency fits in. */
function costBlock(budget: { amount: Big; currency?: string }): NewField {
  const code = budget.currency === undefined ? "" : ` ${budget.currency}`;
  return {
    name: "cost",
    value: [
      { name: "upfront", value: short(budget.amount.times("0.9")) + code },
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
