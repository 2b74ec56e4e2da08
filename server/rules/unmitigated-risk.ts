// Serious risks about which nothing is done.
import { addFields } from "../edits/edits.ts";
import type { Fix } from "../finding.ts";
import { appetiteInWords, riskState } from "../model/derive/risk.ts";
import { choiceOf, type Entity, written } from "../model/entity.ts";
import type { Universe } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unmitigatedRisk: Rule = {
  id: "unmitigated-risk",
  group: "Risk",
  severity: "warning",
  says: "an open risk of a severity above the appetite with no response, or another than accept with no mitigation; on the risk's name",
  fix: "add a mitigation",
  kinds: ["risk"],
  *judge(model, risk) {
    const { unmitigated, severity } = riskState(model.universe, risk);
    if (!unmitigated) return;
    yield {
      at: atName(risk),
      message: `${subject(risk)} is of ${severity} severity, above ${appetiteInWords(model)}, and has ${lack(risk)}.`,
      fixes: [fix(model.universe, risk)],
    };
  },
};

/** What it lacks, and what to do about it: a word for the response, and one on how. */
function lack(risk: Entity): string {
  if (written(risk, "response"))
    return `no word on how to ${choiceOf(risk, "response")} it. Write in 'mitigation' what is done about it`;
  return written(risk, "mitigation")
    ? "no response. Say with 'response' what its mitigation is for: to avoid, mitigate or transfer it"
    : "no response. Write what is done about it in 'response' and 'mitigation'";
}

function fix(all: Universe, risk: Entity): Fix {
  const response = { name: "response", value: "mitigate" };
  const mitigation = { name: "mitigation", value: '"What we do about it"' };
  const hasMitigation = written(risk, "mitigation");
  return {
    title: hasMitigation ? "Add a response" : "Add a mitigation",
    edits: () =>
      addFields(all, risk, [
        ...(written(risk, "response") ? [] : [response]),
        ...(hasMitigation ? [] : [mitigation]),
      ]),
  };
}
