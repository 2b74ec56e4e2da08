// Committed work without a budget and without costs.
import { addFields } from "../edits.ts";
import { written } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unbudgetedInitiative: Rule = {
  id: "unbudgeted-initiative",
  group: "Money",
  severity: "warning",
  says: "neither budget nor cost",
  fix: "add a budget",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (!isCommitted(initiative)) continue;
      if (written(initiative, "budget") || written(initiative, "cost")) continue;
      yield {
        at: atName(initiative),
        message: `${subject(initiative)} has neither a budget nor costs. Write what it may cost; 0 says that it costs nothing.`,
        fixes: [
          {
            title: "Add a budget",
            edits: () => addFields(initiative, [{ name: "budget", value: "100k" }]),
          },
        ],
      };
    }
  },
};
