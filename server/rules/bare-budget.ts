// Budgets behind which no costs are named.

import type { Big } from "big.js";
import { addFields, type NewField } from "../edits.ts";
import { valueIn, written } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import { at, type Rule, subject } from "./rule.ts";

export const bareBudget: Rule = {
  id: "bare-budget",
  group: "Money",
  severity: "info",
  says: "a budget with no cost block: run costs and contingency stay unseen",
  fix: "add a cost block",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      const budget = valueIn(initiative, "budget", "money");
      if (!isCommitted(initiative) || budget === undefined || budget.amount.eq(0)) continue;
      if (written(initiative, "cost")) continue;
      yield {
        at: at(initiative, budget.span),
        message: `${subject(initiative)} has a budget but no costs, so nobody sees what it costs to run and what is kept for surprises. Add a 'cost' block.`,
        fixes: [
          {
            title: "Add a cost block",
            edits: () => addFields(initiative, [costBlock(budget)]),
          },
        ],
      };
    }
  },
};

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
