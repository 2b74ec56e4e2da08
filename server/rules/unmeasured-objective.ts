// Open objectives that no KPI measures.

import { memoIn } from "../cells/memo.ts";
import { addDeclaration, freshName } from "../edits/edits.ts";
import { kpiFields } from "../edits/placeholders.ts";
import { along } from "../model/along.ts";
import { inCircles } from "../model/circles.ts";
import { childrenOf } from "../model/derive/alignment.ts";
import { kpisOn } from "../model/derive/measured.ts";
import { called, type Entity } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { isClosed, isOpen } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
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
      if (measured === "no" && !mayBeMeasuredAbove(all, about))
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

type Measured = "yes" | "perhaps" | "no";

/** Whether it or something below it has a KPI; `perhaps` where something faulty may be one. */
function measureOf(all: Universe, objective: Entity): Measured {
  return measures(all, objective);
}

const measures = along<Measured>(
  {
    next: (all, one) => childrenOf(all, one).filter(({ kind }) => kind === "objective"),
    things: (all) => [...all.models.values()].flatMap((model) => model.of("objective")),
    circles: inCircles.support,
  },
  (all, group, below) => {
    const { measure, support } = relations(all);
    const isDoubtful = (one: Entity) => measure.doubtful(one, "to") || support.doubtful(one, "to");
    if (below.includes("yes") || group.some((one) => kpisOn(all, one).length > 0)) return "yes";
    return below.includes("perhaps") || group.some(isDoubtful) ? "perhaps" : "no";
  },
);

/** Whether it is, or may be, the only sub-objective of one that has a KPI of its own: that figure tells of both. */
function mayBeMeasuredAbove(all: Universe, objective: Entity): boolean {
  const { measure, support } = relations(all);
  if (support.doubtful(objective, "from")) return true;
  return support.from(objective).some(({ to }) => {
    const isAlone = openGoals(all, to).every((one) => one === objective);
    return isAlone && (kpisOn(all, to).length > 0 || measure.doubtful(to, "to"));
  });
}

const openGoals = memoIn((all: Universe, objective: Entity) =>
  childrenOf(all, objective).filter((one) => one.kind === "objective" && !isClosed(all, one)),
);
