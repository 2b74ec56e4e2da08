// Milestones and parts that do not lie on the way of their work.
import { type Day, readable } from "../model/calendar.ts";
import { datesOf, milestoneDate } from "../model/derive/schedule.ts";
import { called, type Entity, written } from "../model/entity.ts";
import { programmeOf } from "../model/programmes.ts";
import { committedWork, openOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const milestoneOutside: Rule = {
  id: "milestone-outside",
  group: "Roadmap",
  severity: "warning",
  says: "a milestone, or a part, outside the written timeline of its initiative",
  *check(model) {
    const all = model.universe;
    for (const milestone of openOf(model, "milestone")) {
      const date = milestoneDate(all, milestone);
      if (milestone.parent !== undefined && date !== undefined)
        yield* outside(model, milestone, milestone.parent, { start: date, end: date });
    }
    for (const part of committedWork(model)) {
      const programme = programmeOf(all, part);
      const { start, end = start, fromParts } = datesOf(all, part) ?? {};
      // Where a programme in a programme has no timeline, its parts are told.
      if (programme === undefined || start === undefined || end === undefined || fromParts)
        continue;
      yield* outside(model, part, programme, { start, end });
    }
  },
};

function* outside(
  model: Model,
  one: Entity,
  initiative: Entity,
  span: { readonly start: Day; readonly end: Day },
): Iterable<RuleFinding> {
  const { start, end, squeezed } = datesOf(model.universe, initiative) ?? {};
  if (squeezed || !written(initiative, "timeline")) return;
  const isBefore = start !== undefined && span.start < start;
  const isAfter = end !== undefined && span.end > end;
  if (!isBefore && !isAfter) return;
  const where = isBefore
    ? `before '${called(initiative)}' starts (${readable(start)})`
    : `after '${called(initiative)}' has ended (${readable(end ?? span.end)})`;
  const isPart = one.kind === "initiative";
  const is = isPart ? (isBefore ? "starts" : "ends") : "is";
  yield {
    at: atValue(one, isPart ? "timeline" : "date"),
    message: `${subject(one)} ${is} on ${readable(isBefore ? span.start : span.end)}, ${where}. Move ${isPart ? "it" : "the milestone"}, or the timeline.`,
    related: [
      {
        at: atValue(initiative, "timeline"),
        message: `This is the timeline of '${called(initiative)}'.`,
      },
    ],
  };
}
