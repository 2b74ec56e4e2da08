// Milestones and parts that do not lie on the way of their work.
import { type DaySpan, readable } from "../model/calendar.ts";
import { datesOf, milestoneDate } from "../model/derive/schedule.ts";
import { called, type Entity, written } from "../model/entity.ts";
import { programmeOf } from "../model/programmes.ts";
import { isCurrent } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const milestoneOutside: Rule = {
  id: "milestone-outside",
  group: "Roadmap",
  severity: "warning",
  says: "a milestone, or a part, outside the written timeline of its initiative",
  kinds: ["milestone", "initiative"],
  *judge(model, one) {
    const all = model.universe;
    if (!isCurrent(all, one)) return;
    const around = one.kind === "milestone" ? one.parent : programmeOf(all, one);
    if (around === undefined) return;
    const span = spanOf(all, one);
    if (span !== undefined) yield* outside(model, one, around, span);
  },
};

/** The day of a milestone, or the days of a part. */
function spanOf(all: Universe, one: Entity): DaySpan | undefined {
  if (one.kind === "milestone") {
    const date = milestoneDate(all, one);
    return date === undefined ? undefined : { start: date, end: date };
  }
  const { start, end = start, squeezed } = datesOf(all, one) ?? {};
  return start === undefined || end === undefined || squeezed ? undefined : { start, end };
}

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
