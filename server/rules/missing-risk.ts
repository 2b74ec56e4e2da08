// Work for which nobody has named a risk.
import { addDeclaration, freshName, type NewField } from "../edits.ts";
import type { Entity } from "../model/entity.ts";
import { ownerOf } from "../model/owner.ts";
import { relations } from "../model/relations.ts";
import { isCommitted } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const missingRisk: Rule = {
  id: "missing-risk",
  group: "Risk",
  severity: "warning",
  says: "an initiative with no risk, its own or through its technologies, of any status",
  fix: "add a risk",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (!isCommitted(initiative) || mayHaveRisk(model.universe, initiative)) continue;
      yield {
        at: atName(initiative),
        message: `${subject(initiative)} names no risk. Add what could go wrong and what you do about it, or say why there is none.`,
        fixes: [
          {
            title: "Add a risk",
            edits: () =>
              addDeclaration(initiative, {
                kind: "risk",
                name: freshName(model, `${initiative.name || "first"}-risk`),
                title: "What could go wrong",
                fields: fieldsFor(initiative),
              }),
          },
        ],
      };
    }
  },
};

/** Whether it has a risk, or something faulty may be one. */
function mayHaveRisk(all: Universe, initiative: Entity): boolean {
  const { affect, use } = relations(all);
  if (use.doubtful(initiative, "from")) return true;
  const carriers = [initiative, ...use.from(initiative).map(({ to }) => to)];
  return carriers.some((one) => affect.to(one).length > 0 || affect.doubtful(one, "to"));
}

function fieldsFor(initiative: Entity): readonly NewField[] {
  return [
    { name: "probability", value: "medium" },
    { name: "impact", value: "medium" },
    // Else the risk has the owner of the initiative.
    ...(ownerOf(initiative) === undefined ? [{ name: "owner", value: "risk-owner" }] : []),
    { name: "response", value: "mitigate" },
    { name: "mitigation", value: '"What we do about it"' },
  ];
}
