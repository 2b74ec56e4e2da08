// Serious risks about which nothing is done.
import { addFields } from "../edits.ts";
import { appetiteOf, riskState } from "../model/derive/risk.ts";
import { choiceOf, written } from "../model/entity.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unmitigatedRisk: Rule = {
  id: "unmitigated-risk",
  group: "Risk",
  severity: "warning",
  says: "an open risk of a severity above the appetite with no response, or another than accept with no mitigation; on the risk's name",
  fix: "add a mitigation",
  *check(model) {
    for (const risk of model.of("risk")) {
      const { unmitigated, severity } = riskState(model.universe, risk);
      if (!unmitigated) continue;
      const response = choiceOf(risk, "response");
      const lacks = response === undefined ? "no response" : `no word on how to ${response} it`;
      const missing = [
        ...(written(risk, "response") ? [] : [{ name: "response", value: "mitigate" }]),
        ...(written(risk, "mitigation")
          ? []
          : [{ name: "mitigation", value: '"What we do about it"' }]),
      ];
      yield {
        at: atName(risk),
        message: `${subject(risk)} is of ${severity} severity, above the ${appetiteOf(model)} that the strategy accepts, and has ${lacks}. Write what is done about it in 'mitigation'.`,
        fixes: [{ title: "Add a mitigation", edits: () => addFields(risk, missing) }],
      };
    }
  },
};
