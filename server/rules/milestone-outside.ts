// Milestones and parts that do not lie on the way of their work.
import { type DaySpan, readable } from "../model/calendar.ts";
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
      const { start, end = start, squeezed } = datesOf(all, part) ?? {};
      if (programme === undefined || start === undefined || end === undefined || squeezed) continue;
      yield* outside(model, part, programme, { start, end });
    }
  },
};

function* outside(
  model: Model,
  one: Entity,
  initiative: Entity,
  span: DaySpan,
): Iterable<RuleFinding> {
  const { start, end, squeezed } = datesOf(model.universe, initiative) ?? {};
  if (squeezed || !written(initiative, "timeline")) return;
  const isPart = one.kind === "initiative";
  const says = [
    ...(start !== undefined && span.start < start
      ? [
          `${isPart ? "starts" : "is"} on ${readable(span.start)}, before '${called(initiative)}' starts (${readable(start)})`,
        ]
      : []),
    ...(end !== undefined && span.end > end
      ? [
          `${isPart ? "ends" : "is"} on ${readable(span.end)}, after '${called(initiative)}' has ended (${readable(end)})`,
        ]
      : []),
  ];
  if (says.length === 0) return;
  yield {
    at: atValue(one, isPart ? "timeline" : "date"),
    message: `${subject(one)} ${says.join(", and ")}. Move ${isPart ? "it" : "the milestone"}, or the timeline.`,
    related: [
      {
        at: atValue(initiative, "timeline"),
        message: `This is the timeline of '${called(initiative)}'.`,
      },
    ],
  };
}
