// Work that ends when its objective should have been reached.
import { above } from "../model/above.ts";
import { readable } from "../model/calendar.ts";
import { datesOf, dueOf } from "../model/derive/schedule.ts";
import { called, written } from "../model/entity.ts";
import { isCommitted, isOpen } from "../model/status.ts";
import { atValue, type Rule, subject } from "./rule.ts";

export const lateForObjective: Rule = {
  id: "late-for-objective",
  group: "Roadmap",
  severity: "warning",
  says: "work that ends after an objective above it is due (the nearest one named)",
  *check(model) {
    const all = model.universe;
    for (const initiative of model.of("initiative")) {
      const end = isCommitted(initiative) ? datesOf(all, initiative)?.end : undefined;
      if (end === undefined) continue;
      for (const objective of above(all, initiative).objectives) {
        const due = isOpen(objective) ? dueOf(all, objective) : undefined;
        if (due === undefined || due >= end) continue;
        yield {
          at: atValue(initiative, "timeline"),
          message: `${subject(initiative)} ends on ${readable(end)}, after objective '${called(objective)}' is due (${readable(due)}). Make it end sooner, or move the date of the objective.`,
          related: [
            {
              at: atValue(objective, written(objective, "due") ? "due" : "timeline"),
              message: `${subject(objective)} is due on ${readable(due)}.`,
            },
          ],
        };
        break;
      }
    }
  },
};
