// Open risks of which too little is said to compare, to watch or to answer them.
import { addFields, type NewField } from "../edits/edits.ts";
import { riskState } from "../model/derive/risk.ts";
import { choiceOf, type Entity, refsOf, unknownIn, written } from "../model/entity.ts";
import { hasOwner } from "../model/owner.ts";
import { isOpen } from "../model/status.ts";
import { isSwitchedOff } from "../model/switched.ts";
import type { Model } from "../model/universe.ts";
import { joined } from "../words/wording.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const incompleteRisk = practice(
  {
    id: "incomplete-risk",
    group: "Risk",
    severity: "warning",
    says: "an open risk without probability, impact or owner, or with a response other than accept and no mitigation (the mitigation only where `unmitigated-risk` is silent)",
    kinds: ["risk"],
    fix: "add them",
  },
  {
    none: "says how likely and how bad it is, who watches it and what is done about it",
    most: "do not say how likely or how bad they are, who watches them or what is done about them",
    advice: "Begin with the worst, so that they can be compared and watched.",
    look(model, about) {
      if (!isOpen(model.universe, about)) return undefined;
      const missing = missingIn(model, about);
      return { about, lack: missing.length === 0 ? undefined : lackOf(model, about, missing) };
    },
  },
);

function lackOf(model: Model, risk: Entity, missing: readonly string[]): RuleFinding {
  const can = missing.includes("owner")
    ? "watched"
    : missing.some((field) => field !== "mitigation")
      ? "compared with others"
      : "answered";
  return {
    at: atName(risk),
    message: `${subject(risk)} has no ${joined(missing, "or")}. Add ${missing.length === 1 ? "it" : "them"}, so that the risk can be ${can}.`,
    fixes: [
      {
        title: `Add ${joined(missing, "and")}`,
        edits: () =>
          addFields(
            model.universe,
            risk,
            missing.map((name): NewField => ({ name, value: placeholder(model, name) })),
          ),
      },
    ],
  };
}

function missingIn(model: Model, risk: Entity): readonly string[] {
  const all = model.universe;
  const missing = ["probability", "impact"].filter((field) => !written(risk, field));
  if (!hasOwner(all, risk)) missing.push("owner");
  const response = unknownIn(risk, "response") ? undefined : choiceOf(risk, "response");
  const isUnanswered =
    response !== undefined && response !== "accept" && !written(risk, "mitigation");
  const isSaidOtherwise =
    riskState(all, risk).unmitigated && !isSwitchedOff(model, "unmitigated-risk");
  if (isUnanswered && !isSaidOtherwise) missing.push("mitigation");
  return missing;
}

function placeholder({ strategy }: Model, field: string): string {
  if (field === "mitigation") return '"What we do about it"';
  if (field !== "owner") return "medium";
  // Whoever answers for the strategy, until somebody nearer is named.
  return (strategy && refsOf(strategy, "owner")[0]?.name) ?? "risk-owner";
}
