// Risks that stay above the appetite, or are accepted above it.
import { appetiteInWords, riskState } from "../model/derive/risk.ts";
import { type Entity, valuesOf } from "../model/entity.ts";
import { isSwitchedOff } from "../model/switched.ts";
import type { Model } from "../model/universe.ts";
import { at, atName, type Rule, type RuleFinding, subject } from "./rule.ts";

export const riskOverAppetite: Rule = {
  id: "risk-over-appetite",
  group: "Risk",
  severity: "warning",
  says: "residual severity above the appetite, or an accepted risk above it; silent where `unmitigated-risk` speaks",
  kinds: ["risk"],
  *judge(model, risk) {
    const isSaidOtherwise = !isSwitchedOff(model, "unmitigated-risk");
    const { overAppetite, unmitigated } = riskState(model.universe, risk);
    if (overAppetite && !(unmitigated && isSaidOtherwise)) yield finding(model, risk);
  },
};

function finding(model: Model, risk: Entity): RuleFinding {
  const { residual, severity } = riskState(model.universe, risk);
  const { strategy } = model;
  const appetite = strategy && valuesOf(strategy, "appetite")[0];
  const node = risk.fields.get("residual")?.node;
  const response = valuesOf(risk, "response")[0];
  const accepts = `above ${appetiteInWords(model)}`;
  const related =
    strategy === undefined || appetite === undefined
      ? []
      : [{ at: at(strategy, appetite.span), message: "The appetite for risk is set here." }];
  if (residual === undefined) {
    return {
      at: response === undefined ? atName(risk) : at(risk, response.span),
      message: `${subject(risk)} is accepted at ${severity} severity, ${accepts}. Do something about it, or have the board accept it.`,
      related,
    };
  }
  return {
    at: node === undefined ? atName(risk) : at(risk, node.name),
    message: `${subject(risk)} stays at ${residual.severity} severity after the response, ${accepts}. Do more about it, or have the board accept it.`,
    related,
  };
}
