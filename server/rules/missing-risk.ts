// Work for which nobody has named a risk.
import { addDeclaration, freshName, type NewField } from "../edits/edits.ts";
import { type Entity, type Ref, refsOf } from "../model/entity.ts";
import { ownerOf } from "../model/owner.ts";
import { inLine, inParts } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { isCommitted } from "../model/status.ts";
import { hasRisk } from "../model/threats.ts";
import { slipOf } from "../model/undeclared.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const missingRisk = practice(
  {
    id: "missing-risk",
    group: "Risk",
    severity: "warning",
    says: "an initiative with no risk, its own, its programme's, its parts' or through its technologies, of any status",
    kinds: ["initiative"],
    fix: "add a risk",
  },
  {
    none: "names a risk",
    most: "name no risk",
    advice: "Begin with the largest: what could go wrong, and what you do about it.",
    look(model, about) {
      const all = model.universe;
      if (!isCommitted(all, about)) return undefined;
      if (hasRisk(all, about)) return { about };
      return isHidden(all, about) ? undefined : { about, lack: lackOf(model, about) };
    },
  },
);

function lackOf(model: Model, initiative: Entity): RuleFinding {
  return {
    at: atName(initiative),
    message: `${subject(initiative)} names no risk. Add what could go wrong and what you do about it, or say why there is none.`,
    fixes: [
      {
        title: "Add a risk",
        edits: () =>
          addDeclaration(model.universe, initiative, {
            kind: "risk",
            name: freshName(model, `${initiative.name || "first"}-risk`),
            title: "What could go wrong",
            fields: fieldsFor(model, initiative),
          }),
      },
    ],
  };
}

/** Whether something faulty, or the slip in the name of a technology, may be a risk of it. */
function isHidden(all: Universe, initiative: Entity): boolean {
  return isLineHidden(all, initiative) || arePartsHidden(all, initiative);
}

/** Of work itself, and of the technologies that it relies on. */
const isRiskHidden = (all: Universe, work: Entity) =>
  [
    work,
    ...relations(all)
      .use.from(work)
      .map(({ to }) => to),
  ].some((one) => mayHide(all, one));
const isLineHidden = inLine(isRiskHidden);
const arePartsHidden = inParts(isRiskHidden);

function mayHide(all: Universe, one: Entity): boolean {
  const { affect, use, part } = relations(all);
  const isMeant = (ref: Ref) => {
    const meant = slipOf(all, ref);
    return meant !== undefined && affect.to(meant).length > 0;
  };
  return (
    affect.doubtful(one, "to") ||
    refsOf(one, "technologies").some(isMeant) ||
    use.doubtful(one, "from") ||
    part.doubtful(one, "from") ||
    part.doubtful(one, "to")
  );
}

function fieldsFor({ universe: all }: Model, initiative: Entity): readonly NewField[] {
  return [
    { name: "probability", value: "medium" },
    { name: "impact", value: "medium" },
    // Else the risk has the owner of the initiative.
    ...(ownerOf(all, initiative) === undefined ? [{ name: "owner", value: "risk-owner" }] : []),
    { name: "response", value: "mitigate" },
    { name: "mitigation", value: '"What we do about it"' },
  ];
}
