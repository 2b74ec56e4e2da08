// Milestones that do not lie on the way of their work.
import { readable } from "../model/calendar.ts";
import { datesOf, milestoneDate } from "../model/derive/schedule.ts";
import { called } from "../model/entity.ts";
import { isOpen } from "../model/status.ts";
import { atValue, type Rule, subject } from "./rule.ts";

export const milestoneOutside: Rule = {
  id: "milestone-outside",
  group: "Roadmap",
  severity: "warning",
  says: "a milestone outside its initiative's timeline",
  *check(model) {
    const all = model.universe;
    for (const milestone of model.of("milestone")) {
      const initiative = milestone.parent;
      if (initiative === undefined || !isOpen(milestone) || !isOpen(initiative)) continue;
      const date = milestoneDate(all, milestone);
      const { start, end, squeezed } = datesOf(all, initiative) ?? {};
      if (date === undefined || squeezed) continue;
      const isBefore = start !== undefined && date < start;
      const isAfter = end !== undefined && date > end;
      if (!isBefore && !isAfter) continue;
      const where = isBefore
        ? `before '${called(initiative)}' starts (${readable(start)})`
        : `after '${called(initiative)}' has ended (${readable(end ?? date)})`;
      yield {
        at: atValue(milestone, "date"),
        message: `${subject(milestone)} is on ${readable(date)}, ${where}. Move the milestone, or the timeline.`,
        related: [
          {
            at: atValue(initiative, "timeline"),
            message: `This is the timeline of '${called(initiative)}'.`,
          },
        ],
      };
    }
  },
};
