// Open objectives that no KPI measures.
import { addDeclaration, freshName } from "../edits.ts";
import { childrenOf } from "../model/derive/alignment.ts";
import { called, type Entity } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { openKpis, openOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { kpiFields } from "../placeholders.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const unmeasuredObjective = practice(
  {
    id: "unmeasured-objective",
    group: "Measurement",
    severity: "warning",
    says: "an open objective with no KPI, its own or a sub-objective's; silent for the only sub-objective of a measured one",
    fix: "add a KPI",
  },
  {
    none: "has a KPI",
    most: "have no KPI",
    advice:
      "Add one figure to those that matter most, or nobody can tell whether they are reached.",
    *look(model) {
      const all = model.universe;
      for (const about of openOf(model, "objective")) {
        const measured = measureOf(all, about);
        if (measured === "yes") yield { about };
        else if (measured === "no" && !isMeasuredAbove(all, about))
          yield { about, lack: lackOf(model, about) };
      }
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
          addDeclaration(objective, {
            kind: "kpi",
            name: freshName(model, `${called(objective)}-kpi`),
            title: "How we know",
            fields: kpiFields(model),
          }),
      },
    ],
  };
}

/** Whether it or something below it has a KPI; `perhaps` where something faulty may be one. */
function measureOf(all: Universe, objective: Entity): "yes" | "perhaps" | "no" {
  const { measure, support } = relations(all);
  const open = openKpis(all);
  const seen = new Set([objective]);
  let isDoubtful = false;
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of seen) {
    const kpis = measure.to(one).map(({ from }) => from);
    if (kpis.some((kpi) => open.has(kpi))) return "yes";
    isDoubtful ||=
      kpis.some((kpi) => !kpi.sure) || measure.doubtful(one, "to") || support.doubtful(one, "to");
    for (const child of childrenOf(all, one)) if (child.kind === "objective") seen.add(child);
  }
  return isDoubtful ? "perhaps" : "no";
}

/** Whether it is the only sub-objective of one that has a KPI of its own: that figure tells of both. */
function isMeasuredAbove(all: Universe, objective: Entity): boolean {
  const { measure, support } = relations(all);
  return support.from(objective).some(({ to }) => {
    const siblings = childrenOf(all, to).filter(({ kind }) => kind === "objective");
    const isMeasured = measure.to(to).some(({ from }) => openKpis(all).has(from));
    return siblings.length === 1 && (isMeasured || measure.doubtful(to, "to"));
  });
}
