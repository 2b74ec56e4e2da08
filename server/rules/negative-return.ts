// Work and technologies that bring less than they cost.

import { benefitOf } from "../model/derive/benefit.ts";
import { costOf } from "../model/derive/cost.ts";
import { valuesOf } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import { apart } from "../words/amounts.ts";
import { at, type Rule, subject } from "./rule.ts";

export const negativeReturn: Rule = {
  id: "negative-return",
  group: "Money",
  severity: "info",
  says: "a written benefit below cost over the horizon",
  kinds: ["initiative", "technology"],
  *judge(model, entity) {
    const all = model.universe;
    if (entity.kind === "initiative" && !isCommitted(all, entity)) return;
    const [written] = valuesOf(entity, "benefit");
    if (written === undefined) return;
    const benefit = benefitOf(all, entity);
    const cost = costOf(all, entity);
    if (benefit === undefined || cost === undefined) return;
    if (benefit.atLeast || benefit.amount.gte(cost.amount)) return;
    const [brings, costs] = apart(benefit.amount, cost.amount, "money");
    yield {
      at: at(entity, written.span),
      message: `${subject(entity)} brings ${brings} over the horizon and costs ${cost.atLeast ? "at least " : ""}${costs}. Say what else it brings, or think again.`,
    };
  },
};
