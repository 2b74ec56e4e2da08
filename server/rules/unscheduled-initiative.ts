// Work that nobody has given dates.
import { addFields } from "../edits.ts";
import { calendarYear, type Day, quarterOf } from "../model/calendar.ts";
import { waitsFor } from "../model/derive/network.ts";
import { datesOf, horizonOf, milestoneDate } from "../model/derive/schedule.ts";
import { type Entity, written } from "../model/entity.ts";
import { isCommitted, statusOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unscheduledInitiative: Rule = {
  id: "unscheduled-initiative",
  group: "Roadmap",
  severity: "warning",
  says: "no timeline",
  fix: "add a timeline",
  *check(model) {
    for (const initiative of model.of("initiative")) {
      if (!isCommitted(initiative) || written(initiative, "timeline")) continue;
      yield {
        at: atName(initiative),
        message: `${subject(initiative)} has no timeline. Say when it runs, such as 'timeline: ${likelyTimeline(model, initiative)}'; a rough one is enough.`,
        fixes: [
          {
            title: "Add a timeline",
            edits: () =>
              addFields(initiative, [
                { name: "timeline", value: likelyTimeline(model, initiative) },
              ]),
          },
        ],
      };
    }
  },
};

/**
 * Two quarters from the next one on (from this one where the work is active), within the horizon and
 * behind all that the work waits for.
 */
function likelyTimeline(model: Model, initiative: Entity): string {
  const fiscal = model.fiscal ?? calendarYear;
  const horizon = horizonOf(model);
  const isRunning = statusOf(initiative) === "active";
  const from = isRunning ? quarterOf(model.today, fiscal).start : model.today;
  const ends = waitsFor(model.universe, initiative).map(({ from: before, milestone }) =>
    milestone === undefined
      ? datesOf(model.universe, before)?.end
      : milestoneDate(model.universe, milestone),
  );
  const days = [from, horizon?.start, ...ends.map((end) => end && end + 1)];
  const earliest = Math.max(...days.filter((day): day is Day => day !== undefined));
  const touched = quarterOf(earliest, fiscal);
  const first = touched.start === earliest ? touched : quarterOf(touched.end + 1, fiscal);
  const last = quarterOf(first.end + 1, fiscal);
  const end = horizon?.end;
  if (end === undefined || last.end <= end) return `${first.name} .. ${last.name}`;
  return first.end <= end ? first.name : touched.name;
}
