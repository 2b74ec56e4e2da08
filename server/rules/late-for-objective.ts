// Work and sub-objectives that end when their objective should have been reached.
import { above, fromAbove } from "../model/above.ts";
import { type Day, readable } from "../model/calendar.ts";
import { datesOf, dueOf } from "../model/derive/schedule.ts";
import { called, type Entity, written } from "../model/entity.ts";
import { isCurrent, isOpen } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const lateForObjective: Rule = {
  id: "late-for-objective",
  group: "Roadmap",
  severity: "warning",
  says: "work that ends, or a sub-objective that is due, after an objective above it is due (the nearest one named)",
  kinds: ["initiative", "objective"],
  *judge(model, one) {
    const all = model.universe;
    if (!isCurrent(all, one)) return;
    if (one.kind === "initiative") yield* late(model, one, datesOf(all, one)?.end, "ends");
    else yield* late(model, one, dueOf(all, one), "is due");
  },
};

function* late(
  model: Model,
  one: Entity,
  end: Day | undefined,
  verb: string,
): Iterable<RuleFinding> {
  const all = model.universe;
  if (end === undefined) return;
  // What nothing above can be before is walked by nobody.
  if (firstDue(all, one) >= end) return;
  for (const objective of above(all, one)) {
    const due = openDue(all, objective);
    if (due === undefined || due >= end) continue;
    yield {
      at: atValue(one, dueField(one)),
      message: `${subject(one)} ${verb} on ${readable(end)}, after objective '${called(objective)}' is due (${readable(due)}). Make it end sooner, or move the date of the objective.`,
      related: [
        {
          at: atValue(objective, dueField(objective)),
          message: `${subject(objective)} is due on ${readable(due)}.`,
        },
      ],
    };
    return;
  }
}

function openDue(all: Universe, objective: Entity): Day | undefined {
  return isOpen(all, objective) ? dueOf(all, objective) : undefined;
}

/** The first day on which something is due that stands above work or an objective, or the objective itself. */
const firstDue = (all: Universe, one: Entity) => firstDues(all, one) ?? Number.POSITIVE_INFINITY;

const firstDues = fromAbove<Day>((all, group, higher) =>
  group.reduce(
    (first, one) =>
      one.kind === "objective" ? Math.min(first, openDue(all, one) ?? first) : first,
    higher.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  ),
);

function dueField(one: Entity): string {
  return one.kind === "objective" && written(one, "due") ? "due" : "timeline";
}
