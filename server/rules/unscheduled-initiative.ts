// Work that nobody has given dates.

import { memoAlong } from "../cells/memo.ts";
import { addFields } from "../edits/edits.ts";
import { calendarYear, type Day, iso, quarterOf } from "../model/calendar.ts";
import { waitsFor, waitsUntil } from "../model/derive/network.ts";
import { datesOf, horizonOf, milestoneDate } from "../model/derive/schedule.ts";
import { type Entity, unknownIn, written } from "../model/entity.ts";
import { greatestOf, leastOf } from "../model/extremes.ts";
import { arePartsDoubtful, inParts, partsOf, programmeOf, upward } from "../model/programmes.ts";
import { isCommitted, isDecided, statusOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const unscheduledInitiative = practice(
  {
    id: "unscheduled-initiative",
    group: "Roadmap",
    severity: "warning",
    says: "no timeline, its own or through its parts",
    kinds: ["initiative"],
    fix: "add a timeline",
  },
  {
    none: "has a timeline",
    most: "have no timeline",
    advice: "Say when they run, roughly: a quarter or a year is enough.",
    look(model, about) {
      if (!isCommitted(model.universe, about)) return undefined;
      if (isScheduled(model.universe, about)) return { about };
      return isHidden(model.universe, about) ? undefined : { about, lack: lackOf(model, about) };
    },
  },
);

/** Ideas and cancelled parts give their programme no dates. */
function isScheduled(all: Universe, work: Entity): boolean {
  return written(work, "timeline") || partsOf(all, work).some((part) => isPartScheduled(all, part));
}

const isPartScheduled = inParts((all, one) => isDecided(all, one) && written(one, "timeline"));

/** Whether something faulty may be a part, or the part may count. */
function isHidden(all: Universe, work: Entity): boolean {
  return (
    arePartsDoubtful(all, work) || partsOf(all, work).some((part) => mayBeScheduled(all, part))
  );
}

const mayBeScheduled = inParts((_all, one) => unknownIn(one, "status") && written(one, "timeline"));

function lackOf(model: Model, initiative: Entity): RuleFinding {
  const timeline = likelyTimeline(model, initiative);
  return {
    at: atName(initiative),
    message: `${subject(initiative)} has no timeline. Say when it runs, such as 'timeline: ${timeline}'; a rough one is enough.`,
    fixes: [
      {
        title: "Add a timeline",
        edits: () => addFields(model.universe, initiative, [{ name: "timeline", value: timeline }]),
      },
    ],
  };
}

/**
 * Two quarters from the next one on (from this one where the work is active), behind all that the
 * work waits for and within its programme and the horizon; longer where its milestones lie outside.
 */
function likelyTimeline(model: Model, initiative: Entity): string {
  const all = model.universe;
  const fiscal = model.fiscal ?? calendarYear;
  const frames = [horizonOf(model), programmeDates(all, initiative)];
  const isRunning = statusOf(initiative) === "active";
  const from = isRunning ? quarterOf(model.today, fiscal).start : model.today;
  const ends = waitsFor(all, initiative).map((link) => waitsUntil(all, link));
  const earliest = greatestOf(
    known([from, ...frames.map((frame) => frame?.start), ...ends.map((end) => end && end + 1)]),
  );
  const end = leastOf(known(frames.map((frame) => frame?.end)));
  const marks = milestonesIn(all, initiative);
  const touched = quarterOf(earliest, fiscal);
  const next = touched.start === earliest ? touched : quarterOf(touched.end + 1, fiscal);
  const first = quarterOf(leastOf([next.start, ...marks]), fiscal);
  const last = quarterOf(greatestOf([quarterOf(next.end + 1, fiscal).end, ...marks]), fiscal);
  if (last.end <= end) return `${first.name} .. ${last.name}`;
  if (first.end <= end) return first.name;
  // What is left of a frame between two quarters is written to the day.
  return earliest <= end && Number.isFinite(end) ? `${iso(earliest)} .. ${iso(end)}` : touched.name;
}

/** The days of its own milestones, which are to lie within. */
function milestonesIn(all: Universe, initiative: Entity): readonly Day[] {
  const own = initiative.children.filter(({ kind }) => kind === "milestone");
  return known(own.map((one) => milestoneDate(all, one)));
}

interface Frame {
  readonly start?: Day | undefined;
  readonly end?: Day | undefined;
}

/** What the written timelines of its programmes leave for work: from the latest start to the first end. */
const programmeDates: (all: Universe, initiative: Entity) => Frame = memoAlong(
  upward,
  (all, initiative) => {
    const programme = programmeOf(all, initiative);
    if (programme === undefined) return {};
    const above = programmeDates(all, programme);
    if (!written(programme, "timeline")) return above;
    const { start, end, openEnd } = datesOf(all, programme) ?? {};
    const starts = known([start, above.start]);
    const ends = known([openEnd ? undefined : end, above.end]);
    return {
      start: starts.length === 0 ? undefined : greatestOf(starts),
      end: ends.length === 0 ? undefined : leastOf(ends),
    };
  },
);

function known(days: readonly (Day | undefined)[]): readonly Day[] {
  return days.filter((day) => day !== undefined);
}
