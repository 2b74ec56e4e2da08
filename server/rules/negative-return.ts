// Work and technologies that bring less than they cost.

import { benefitOf } from "../model/derive/benefit.ts";
import { costOf } from "../model/derive/cost.ts";
import { type Entity, valuesOf } from "../model/entity.ts";
import { committedWork } from "../model/status.ts";
import { apart } from "../words/amounts.ts";
import { at, type Rule, subject } from "./rule.ts";

export const negativeReturn: Rule = {
  id: "negative-return",
  group: "Money",
  severity: "info",
  says: "a written benefit below cost over the horizon",
  *check(model) {
    const work: readonly Entity[] = committedWork(model);
    for (const entity of [...work, ...model.of("technology")]) {
      const [written] = valuesOf(entity, "benefit");
      const benefit = benefitOf(model.universe, entity);
      const cost = costOf(model.universe, entity);
      if (written === undefined || benefit === undefined || cost === undefined) continue;
      if (benefit.atLeast || benefit.amount.gte(cost.amount)) continue;
      const [brings, costs] = apart(benefit.amount, cost.amount, "money");
      yield {
        at: at(entity, written.span),
        message: `${subject(entity)} brings ${brings} over the horizon and costs ${cost.atLeast ? "at least " : ""}${costs}. Say what else it brings, or think again.`,
      };
    }
  },
};
