// KPIs and risks → what their cards say.

import { fromToday, longDay } from "../../model/days.ts";
import { kpiState } from "../../model/derive/kpi.ts";
import { riskState } from "../../model/derive/risk.ts";
import { deadlineOf } from "../../model/derive/schedule.ts";
import { choiceOf, type Entity, refsOf, valueIn } from "../../model/entity.ts";
import { relations } from "../../model/relations.ts";
import { entityOf } from "../../model/resolve.ts";
import { isOpen } from "../../model/status.ts";
import type { Universe } from "../../model/universe.ts";
import { phrase } from "../../words/phrases.ts";
import { amount } from "../figures.ts";
import { nextTarget, standing, trend } from "../measured.ts";
import { severity } from "../severity.ts";
import { chosen, type Facts, namesOf, namesWithHealth, prose } from "./facts.ts";
import { owners } from "./people.ts";
import { alignment } from "./work.ts";

export function kpiFacts(all: Universe, entity: Entity): Facts {
  const { direction, nextTarget: next } = kpiState(all, entity);
  const frequency = chosen(entity, "frequency").toLowerCase();
  const measures = relations(all).measure.from(entity);
  const guardrails = refsOf(entity, "guardrails").flatMap((ref) => entityOf(all, ref) ?? []);
  const file = valueIn(entity, "actuals", "text")?.text;
  return {
    says: [
      chosen(entity, "type"),
      direction === undefined ? "" : phrase("direction", direction),
      frequency === "" ? "" : `Measured ${frequency}`,
    ],
    facts: [
      ["Stands at", standing(all, entity)],
      [next === undefined ? "Last target" : "Next target", nextTarget(all, entity)],
      ["Lately", trend(all, entity)],
      ["Serves", alignment(all, entity)],
      [
        "Measures",
        measures.length < 2
          ? ""
          : namesOf(
              all,
              measures.map((edge) => edge.to),
            ),
      ],
      ...owners(all, entity),
      ["Must not suffer for it", namesWithHealth(all, guardrails)],
      ["Formula", prose(entity, "formula")],
      ["Figures from", file ?? ""],
    ],
  };
}

export function riskFacts(all: Universe, entity: Entity): Facts {
  const category = chosen(entity, "category");
  const { expectedLoss } = riskState(all, entity);
  const review = deadlineOf(all, entity, "next-review");
  const { today } = all.modelOf(entity);
  const loss = amount(expectedLoss);
  return {
    says: [category === "" ? "" : `${category} risk`, chosen(entity, "response")],
    facts: [
      ["Severity", severity(all, entity)],
      ["Rated", rated(entity)],
      ["Expected loss", loss === undefined ? "" : `${loss}, the loss times its probability`],
      ["What is done", prose(entity, "mitigation")],
      ["Sign that it comes", prose(entity, "trigger")],
      [
        "Threatens",
        namesOf(
          all,
          relations(all)
            .affect.from(entity)
            .map((edge) => edge.to),
        ),
      ],
      ...owners(all, entity),
      [
        "Next review",
        review === undefined || !isOpen(all, entity)
          ? ""
          : `${longDay(review)}, ${fromToday(review, today)}`,
      ],
    ],
  };
}

/** "probability medium, impact very high". */
function rated(entity: Entity): string {
  return ["probability", "impact"]
    .flatMap((field) => {
      const word = choiceOf(entity, field)?.replaceAll("-", " ");
      const share = valueIn(entity, field, "percent")?.value;
      const text = word ?? (share && `${share.toFixed()}%`);
      return text === undefined ? [] : [`${field} ${text}`];
    })
    .join(", ");
}
