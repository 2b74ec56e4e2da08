// Stakeholders on whom much depends and who stand less behind the plan than they should.
import { choiceOf, valueIn } from "../model/entity.ts";
import { at, type Rule, subject } from "./rule.ts";

/** From the furthest away to the closest. */
const levels = ["unaware", "resistant", "neutral", "supportive", "leading"];

export const disengagedStakeholder: Rule = {
  id: "disengaged-stakeholder",
  group: "People",
  severity: "warning",
  says: "a stakeholder with high power and interest whose engagement is below the desired one",
  kinds: ["stakeholder"],
  *judge(_model, stakeholder) {
    if (choiceOf(stakeholder, "power") !== "high") return;
    if (choiceOf(stakeholder, "interest") !== "high") return;
    const is = valueIn(stakeholder, "engagement", "choice");
    const wanted = valueIn(stakeholder, "desired-engagement", "choice");
    if (is === undefined || wanted === undefined) return;
    if (levels.indexOf(is.name) >= levels.indexOf(wanted.name)) return;
    yield {
      at: at(stakeholder, is.span),
      message: `${subject(stakeholder)} has much say and much at stake, but is ${is.name} where it should be ${wanted.name}. Plan how to win it over.`,
      related: [{ at: at(stakeholder, wanted.span), message: "This is where it should stand." }],
    };
  },
};
