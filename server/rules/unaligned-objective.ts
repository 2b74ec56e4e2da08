// Objectives of IT or of a team that lead to no objective of the business.
import { addToList } from "../edits/edits.ts";
import { memoIn } from "../memo.ts";
import { above, inAscent, isAscentDoubtful } from "../model/above.ts";
import { levelOf } from "../model/derive/alignment.ts";
import { choiceOf, type Entity, written } from "../model/entity.ts";
import { likeliest, likeliestOne } from "../model/likeness.ts";
import { inMenu, type Nameable, openObjectives } from "../model/reach.ts";
import { openOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unalignedObjective: Rule = {
  id: "unaligned-objective",
  group: "Alignment",
  severity: "warning",
  says: "an `it` or `team` objective whose chain reaches no `business` objective (only where the project, or an import, has one)",
  fix: "support …",
  *check(model) {
    const all = model.universe;
    const isThere = withImports(model).some((one) =>
      one.of("objective").some((objective) => isBusiness(all, objective)),
    );
    if (!isThere) return;
    for (const objective of openOf(model, "objective")) {
      if (!isOther(objective)) continue;
      // One whose level is not known may be the one that is looked for.
      if (isAscentDoubtful(all, objective) || leadsToUnclear(all, objective)) continue;
      if (leadsToBusiness(all, objective)) continue;
      const goals = goalsFor(model, objective);
      const first = likeliestOne(objective, goals);
      const advice =
        first === undefined
          ? "Write down what the business gets from it."
          : `Let it support one, such as '${first.text}'.`;
      yield {
        at: atName(objective),
        message: `${subject(objective)} leads to no objective of the business. ${advice}`,
        fixes: () =>
          likeliest(objective, goals).map((goal) => ({
            title: `Support ${inMenu(goal)}`,
            among: "Support another objective …",
            edits: () => addToList(objective, "supports", goal.text),
          })),
      };
    }
  },
};

/** A project and those that its files import. */
function withImports(model: Model): readonly Model[] {
  const roots = [...model.aliases.values()].flatMap((file) => [...file.values()]);
  const imported = roots.map(({ root }) => root && model.universe.models.get(root));
  return [...new Set([model, ...imported])].filter((one) => typeof one === "object");
}

/** Of IT or of a team, in its own words. */
function isOther(objective: Entity): boolean {
  const level = choiceOf(objective, "level");
  return level === "it" || level === "team";
}

function isBusiness(all: Universe, objective: Entity): boolean {
  return levelOf(all, objective) === "business";
}

const leadsToBusiness = inAscent(isBusiness);

const leadsToOther = inAscent((_all, one) => isOther(one));

const leadsToUnclear = inAscent(
  (_all, one) => written(one, "level") && choiceOf(one, "level") === undefined,
);

/** The open business objectives that it can support without going in a circle. */
function goalsFor(model: Model, objective: Entity): readonly Nameable[] {
  const file = model.places.get(objective.chunk)?.file;
  if (file === undefined) return [];
  const all = model.universe;
  return businessObjectives(model, file).filter(
    ({ entity }) => !leadsToOther(all, entity) || ![...above(all, entity)].includes(objective),
  );
}

const businessObjectives = memoIn((model: Model, file: SourceFile) =>
  openObjectives(model, file).filter(
    ({ entity }) => levelOf(model.universe, entity) === "business",
  ),
);
