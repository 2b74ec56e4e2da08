// Open objectives that no KPI measures.
import { addDeclaration, freshName } from "../edits.ts";
import { childrenOf } from "../model/derive/alignment.ts";
import { called, type Entity } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { isOpen, openKpis } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { kpiFields } from "../placeholders.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unmeasuredObjective: Rule = {
  id: "unmeasured-objective",
  group: "Measurement",
  severity: "warning",
  says: "an open objective with no KPI, its own or a sub-objective's",
  fix: "add a KPI",
  *check(model) {
    for (const objective of model.of("objective")) {
      if (!isOpen(objective) || isMeasured(model.universe, objective, new Set())) continue;
      yield {
        at: atName(objective),
        message: `${subject(objective)} has no KPI, so nobody can tell whether it is reached. Add one to it.`,
        fixes: [
          {
            title: "Add a KPI",
            edits: () => addDeclaration(objective, placeholder(model, objective)),
          },
        ],
      };
    }
  },
};

/** Also where a KPI may be meant by something that is faulty. */
function isMeasured(all: Universe, objective: Entity, seen: Set<Entity>): boolean {
  if (seen.has(objective)) return false;
  seen.add(objective);
  const { measure, support } = relations(all);
  const open = openKpis(all);
  if (
    measure.to(objective).some(({ from }) => open.has(from) || !from.sure) ||
    measure.doubtful(objective, "to")
  )
    return true;
  if (support.doubtful(objective, "to")) return true;
  return childrenOf(all, objective).some(
    (child) => child.kind === "objective" && isMeasured(all, child, seen),
  );
}

function placeholder(model: Model, objective: Entity) {
  const name = freshName(model, `${called(objective)}-kpi`);
  return { kind: "kpi" as const, name, title: "How we know", fields: kpiFields(model) };
}
