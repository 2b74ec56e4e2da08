// Business objectives that nobody at the top stands behind.
import { levelOf } from "../model/derive/alignment.ts";
import { written } from "../model/entity.ts";
import { isOpen } from "../model/status.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const missingStakeholders: Rule = {
  id: "missing-stakeholders",
  group: "People",
  severity: "info",
  says: "an open business objective with neither sponsor nor stakeholders",
  *check(model) {
    for (const objective of model.of("objective")) {
      if (!isOpen(objective) || levelOf(model.universe, objective) !== "business") continue;
      if (written(objective, "sponsor") || written(objective, "stakeholders")) continue;
      yield {
        at: atName(objective),
        message: `${subject(objective)} has neither a sponsor nor stakeholders. Name who stands behind it, or who is affected.`,
      };
    }
  },
};
