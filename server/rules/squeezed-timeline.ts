// Timelines for which what they wait for leaves no time.
import { replace } from "../edits/edits.ts";
import type { Fix } from "../finding.ts";
import { calendarYear, readable, spanOf } from "../model/calendar.ts";
import { datesOf, milestoneDate } from "../model/derive/schedule.ts";
import { type Entity, type Ref, valueIn } from "../model/entity.ts";
import { greatestOf } from "../model/extremes.ts";
import { lengthOf } from "../model/length.ts";
import { entityOf } from "../model/resolve.ts";
import { isCurrent } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, atName, type Rule, subject } from "./rule.ts";

export const squeezedTimeline: Rule = {
  id: "squeezed-timeline",
  group: "Roadmap",
  severity: "warning",
  says: "a written end before a computed start, on the end, what pushes it related",
  fix: "keep the length",
  kinds: ["objective", "initiative"],
  *judge(model, one) {
    const all = model.universe;
    if (!isCurrent(all, one)) return;
    const { squeezed, start, end, pushedBy } = datesOf(all, one) ?? {};
    const span = valueIn(one, "timeline", "period")?.endSpan;
    if (!squeezed || start === undefined || end === undefined || span === undefined) return;
    yield {
      at: at(one, span),
      message: `${subject(one)} ends on ${readable(end)}, but cannot start before ${readable(start)}. Move its end, or write how long it takes with 'for'.`,
      related:
        pushedBy === undefined
          ? []
          : [
              {
                at: atName(pushedBy),
                message: `${subject(pushedBy)} ends on ${readable(start - 1)}.`,
              },
            ],
      fixes: fixesOf(model, one),
    };
  },
};

/**
 * `for` instead of the end. The length is the one that the timeline has without what pushes its
 * start behind its end; where nothing else is named, that of the end as written: a quarter, a month.
 */
function fixesOf(model: Model, one: Entity): readonly Fix[] {
  const period = valueIn(one, "timeline", "period");
  const { end } = datesOf(model.universe, one) ?? {};
  const last = period?.after?.at(-1);
  if (period?.end === undefined || last === undefined || end === undefined) return [];
  const earlier = (period.after ?? [])
    .map((ref) => (endOf(model, ref) ?? end) + 1)
    .filter((start) => start <= end);
  const written = spanOf(period.end, model.fiscal ?? calendarYear);
  const start = earlier.length > 0 ? greatestOf(earlier) : written.start;
  const isDay = start === end;
  const length = isDay ? "1 month" : lengthOf(start, end);
  const rest = { start: last.span.end, end: period.span.end };
  return [
    {
      title: `Keep the length: for ${length}`,
      edits: () => replace(one, rest, ` for ${length}`),
    },
  ];
}

function endOf({ universe: all }: Model, ref: Ref) {
  const target = entityOf(all, ref);
  if (target === undefined) return undefined;
  return target.kind === "milestone" ? milestoneDate(all, target) : datesOf(all, target)?.end;
}
