// Open objectives of which nobody has said by when they should be reached.
import { addFields } from "../edits/edits.ts";
import { targetDate } from "../edits/placeholders.ts";
import { inAscent, isAscentDoubtful } from "../model/above.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { type Entity, unknownIn, written } from "../model/entity.ts";
import { relations } from "../model/relations.ts";
import { isOpen } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const undatedObjective = practice(
  {
    id: "undated-objective",
    group: "Roadmap",
    severity: "info",
    says: "an open objective without a date: no due, no timeline, its own or of an objective above it, and no dated target of a KPI of its own",
    kinds: ["objective"],
    fix: "add a due date",
  },
  {
    none: "says by when it should be reached",
    most: "do not say by when they should be reached",
    advice: "Give those at the top a 'due' or a 'timeline'; it holds for what stands under them.",
    look(model, about) {
      if (!isOpen(model.universe, about)) return undefined;
      if (hasDate(model.universe, about)) return { about };
      return isHidden(model.universe, about) ? undefined : { about, lack: lackOf(model, about) };
    },
  },
);

function lackOf(model: Model, objective: Entity): RuleFinding {
  const due = targetDate(model);
  return {
    at: atName(objective),
    message: `${subject(objective)} has no date, so nobody can tell whether it is late. Say by when it should be reached, such as 'due: ${due}'.`,
    fixes: [
      {
        title: "Add a due date",
        edits: () => addFields(model.universe, objective, [{ name: "due", value: due }]),
      },
    ],
  };
}

const isDatedAbove = inAscent((_all, one) => written(one, "due") || written(one, "timeline"));

function hasDate(all: Universe, objective: Entity): boolean {
  if (isDatedAbove(all, objective)) return true;
  return relations(all)
    .measure.to(objective)
    .some(({ from }) => kpiState(all, from).targets.some(({ written: { node } }) => node.at));
}

/** Whether something faulty may hold a date. */
function isHidden(all: Universe, objective: Entity): boolean {
  const { measure } = relations(all);
  return (
    isAscentDoubtful(all, objective) ||
    measure.doubtful(objective, "to") ||
    measure.to(objective).some(({ from }) => !from.sure || unknownIn(from, "target"))
  );
}
