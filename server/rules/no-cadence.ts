// Strategies that nobody has promised to look at again.
import { addFields } from "../edits/edits.ts";
import { written } from "../model/entity.ts";
import { horizonState } from "../model/horizon.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const noCadence: Rule = {
  id: "no-cadence",
  group: "Simplicity and flexibility",
  severity: "warning",
  says: "a strategy whose horizon has not passed, with no cadence",
  fix: "add a cadence",
  kinds: ["strategy"],
  *judge(model, strategy) {
    // What a second strategy says counts for nothing.
    if (strategy !== model.strategy || horizonState(model) !== "running") return;
    if (written(strategy, "cadence")) return;
    yield {
      at: atName(strategy),
      message: `${subject(strategy)} does not say how often it is reviewed. Write it in 'cadence', such as quarterly.`,
      fixes: [
        {
          title: "Add a cadence",
          edits: () =>
            addFields(model.universe, strategy, [{ name: "cadence", value: "quarterly" }]),
        },
      ],
    };
  },
};
