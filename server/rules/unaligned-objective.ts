// Objectives of IT or of a team that lead to no objective of the business.

import { anywhere } from "../cells/folded.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { addToList } from "../edits/edits.ts";
import { above, inAscent, isAscentDoubtful } from "../model/above.ts";
import { levelOf } from "../model/derive/alignment.ts";
import { choiceOf, type Entity, written } from "../model/entity.ts";
import { type Candidates, candidatesOf, likeliest, likeliestOne } from "../model/likeness.ts";
import { outline } from "../model/outline.ts";
import { inMenu, type Nameable, openObjectives, openObjectivesNear } from "../model/reach.ts";
import { isOpen } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unalignedObjective: Rule = {
  id: "unaligned-objective",
  group: "Alignment",
  severity: "warning",
  says: "an `it` or `team` objective whose chain reaches no `business` objective (only where the project, or an import, has one)",
  fix: "support …",
  kinds: ["objective"],
  *judge(model, objective) {
    const all = model.universe;
    if (!isOther(objective) || !isOpen(all, objective) || !isThere(model)) return;
    if (leadsToBusiness(all, objective)) return;
    // One whose level is not known may be the one that is looked for.
    if (isAscentDoubtful(all, objective) || leadsToUnclear(all, objective)) return;
    const path = model.pathOf(objective.chunk) ?? "";
    yield {
      at: atName(objective),
      message: `${subject(objective)} leads to no objective of the business. ${advice(model, path, objective)}`,
      fixes: (most) => {
        const goals = goalsFor(all, objective, openObjectives(model, path));
        return likeliest(all, objective, goals, most).map((goal) => ({
          title: `Support ${inMenu(all, goal)}`,
          among: "Support another objective …",
          edits: () => addToList(all, objective, "supports", goal.text),
        }));
      },
    };
  },
};

function advice(model: Model, path: string, objective: Entity): string {
  const all = model.universe;
  const near = goalsFor(all, objective, openObjectivesNear(model, path));
  const first = likeliestOne(all, objective, near);
  if (first !== undefined) return `Let it support one, such as '${first.text}'.`;
  return isBusinessElsewhere(model, path)
    ? "Let it support one of these."
    : "Write down what the business gets from it.";
}

const isBusinessElsewhere: (model: Model, path: string) => boolean = memoIn((model, path) => {
  const isGoal = ({ entity }: Nameable) => isBusiness(model.universe, entity);
  const all = openObjectives(model, path).filter(isGoal);
  return all.length > openObjectivesNear(model, path).filter(isGoal).length;
});

/** Whether a project, or one that its files import, has an objective of the business. */
const isThere: (model: Model) => boolean = memo((model) => {
  const roots = [...model.aliases.values()].flatMap((file) => [...file.values()]);
  const imported = roots.flatMap(({ root }) =>
    root === undefined ? [] : (model.universe.models.get(root) ?? []),
  );
  return [model, ...imported].some((one) => hasBusiness(one));
});

const hasBusiness = anywhere<Model>((model, chunk) =>
  outline(chunk).entities.some(
    (one) => one.sure && one.kind === "objective" && isBusiness(model.universe, one),
  ),
);

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

/** The business objectives among some that it can support without going in a circle. */
function goalsFor(
  all: Universe,
  objective: Entity,
  open: readonly Nameable[],
): Candidates<Nameable> {
  const goals = open.filter(
    ({ entity }) =>
      isBusiness(all, entity) &&
      (!leadsToOther(all, entity) || ![...above(all, entity)].includes(objective)),
  );
  return candidatesOf(all, goals);
}
