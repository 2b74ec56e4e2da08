// Open objectives that no KPI measures.
import { addDeclaration, freshName } from "../edits.ts";
import { memoIn } from "../memo.ts";
import { childrenOf } from "../model/derive/alignment.ts";
import { kpisOn } from "../model/derive/measured.ts";
import { called, type Entity } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { isClosed, openOf } from "../model/status.ts";
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
        else if (measured === "no" && !mayBeMeasuredAbove(all, about))
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
  const seen = new Set([objective]);
  let isDoubtful = false;
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of seen) {
    if (kpisOn(all, one).length > 0) return "yes";
    isDoubtful ||= measure.doubtful(one, "to") || support.doubtful(one, "to");
    for (const child of childrenOf(all, one)) if (child.kind === "objective") seen.add(child);
  }
  return isDoubtful ? "perhaps" : "no";
}

/** Whether it is, or may be, the only sub-objective of one that has a KPI of its own: that figure tells of both. */
function mayBeMeasuredAbove(all: Universe, objective: Entity): boolean {
  const { measure, support } = relations(all);
  if (support.doubtful(objective, "from")) return true;
  return support.from(objective).some(({ to }) => {
    const isOnly = openBelow(all, to).every((one) => one === objective);
    return isOnly && (kpisOn(all, to).length > 0 || measure.doubtful(to, "to"));
  });
}

const openBelow: (all: Universe, objective: Entity) => readonly Entity[] = memoIn(
  (all, objective) =>
    childrenOf(all, objective).filter((one) => one.kind === "objective" && !isClosed(all, one)),
);
