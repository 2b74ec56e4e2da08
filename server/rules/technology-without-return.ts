// Technologies that cost money and of which nobody has said what they bring.
import { costsNothing } from "../model/derive/cost.ts";
import { written } from "../model/entity.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const technologyWithoutReturn: Rule = {
  id: "technology-without-return",
  group: "Technology and execution",
  severity: "info",
  says: "a technology with cost and no benefit",
  kinds: ["technology"],
  *judge(model, technology) {
    if (!written(technology, "cost") || written(technology, "benefit")) return;
    // What costs nothing owes no return.
    if (costsNothing(model.universe, technology)) return;
    yield {
      at: atName(technology),
      message: `${subject(technology)} has costs but no benefit, so nobody can tell whether it pays. Write what it brings in 'benefit'.`,
    };
  },
};
