// Open objectives that no KPI measures.

import { addDeclaration, freshName } from "../edits/edits.ts";
import { kpiFields } from "../edits/placeholders.ts";
import { measuredAbove, measureOf } from "../model/derive/measured.ts";
import { called, type Entity } from "../model/entity.ts";
import { isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const unmeasuredObjective = practice(
  {
    id: "unmeasured-objective",
    group: "Measurement",
    severity: "warning",
    says: "an open objective with no KPI, its own or a sub-objective's; silent for the only sub-objective of a measured one",
    kinds: ["objective"],
    fix: "add a KPI",
  },
  {
    none: "has a KPI",
    most: "have no KPI",
    advice:
      "Add one figure to those that matter most, or nobody can tell whether they are reached.",
    look(model, about) {
      const all = model.universe;
      if (!isOpen(all, about)) return undefined;
      const measured = measureOf(all, about);
      if (measured === "yes") return { about };
      if (measured === "no" && measuredAbove(all, about) === "no")
        return { about, lack: lackOf(model, about) };
      return undefined;
    },
  },
);

function lackOf(model: Model, objective: Entity): RuleFinding {
  return {
    at: atName(objective),
    message: `${subject(objective)} has no KPI, so nobody can tell whether it is reached. Add one to it.`,
    fixes: [
      {
        title: "Add a KPI",
        edits: () =>
          addDeclaration(model.universe, objective, {
            kind: "kpi",
            name: freshName(model, `${called(objective)}-kpi`),
            title: "How we know",
            fields: kpiFields(model),
          }),
      },
    ],
  };
}
