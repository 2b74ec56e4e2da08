// Work that nobody has given dates.
import { addFields } from "../edits.ts";
import { calendarYear, type Day, quarterOf } from "../model/calendar.ts";
import { waitsFor } from "../model/derive/network.ts";
import { datesOf, horizonOf, milestoneDate } from "../model/derive/schedule.ts";
import { type Entity, written } from "../model/entity.ts";
import { allParts } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { committedWork, statusOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const unscheduledInitiative = practice(
  {
    id: "unscheduled-initiative",
    group: "Roadmap",
    severity: "warning",
    says: "no timeline, its own or through its parts",
    fix: "add a timeline",
  },
  {
    none: "has a timeline",
    most: "have no timeline",
    advice: "Say when they run, roughly: a quarter or a year is enough.",
    *look(model) {
      const { part } = relations(model.universe);
      for (const about of committedWork(model)) {
        const isScheduled = [about, ...allParts(model.universe, about)].some((one) =>
          written(one, "timeline"),
        );
        if (isScheduled) yield { about };
        else if (!part.doubtful(about, "to")) yield { about, lack: lackOf(model, about) };
      }
    },
  },
);

function lackOf(model: Model, initiative: Entity): RuleFinding {
  const timeline = likelyTimeline(model, initiative);
  return {
    at: atName(initiative),
    message: `${subject(initiative)} has no timeline. Say when it runs, such as 'timeline: ${timeline}'; a rough one is enough.`,
    fixes: [
      {
        title: "Add a timeline",
        edits: () => addFields(initiative, [{ name: "timeline", value: timeline }]),
      },
    ],
  };
}

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
