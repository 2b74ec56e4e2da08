// A bar that is moved, dragged at an edge or laid on the calendar → the edits of its timeline, or of those of its parts.
import type { WrittenDate } from "../../grammar/values.ts";
import { addFields } from "../edits/edits.ts";
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { calendarYear, type Day, type Fiscal, iso, spanOf } from "../model/calendar.ts";
import { type Dates, datesOf, milestoneDate } from "../model/derive/schedule.ts";
import { called, type Entity, written } from "../model/entity.ts";
import { allParts } from "../model/programmes.ts";
import { entityOf } from "../model/resolve.ts";
import type { Model, Universe } from "../model/universe.ts";
import { endingAt, startingAt } from "./edges.ts";
import { notUnderstood } from "./fields.ts";
import { type Along, goesAlong, isWhole } from "./following.ts";
import { elsewhere, movedOn } from "./found.ts";
import { moved } from "./moving.ts";
import type { DatesGesture } from "./shape.ts";
import { dateAround, dayOfIso, noDay, onDay, outOfReach, textOfPeriod } from "./steps.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

type Edits = readonly SourceEdit[] | Refusal;

/** The days to which something is dragged; only what is dragged. */
interface Goal {
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  readonly exact: boolean;
}

/** `entity` as the model has read it. */
export function withDates(
  model: Model,
  entity: Entity,
  gesture: DatesGesture,
  along: Along,
): Edits {
  if (entity.kind !== "initiative" && entity.kind !== "objective")
    return { refused: `'${called(entity)}' has no timeline to drag. Change it in the text.` };
  const dates = datesOf(model.universe, entity);
  const isShown = (at: Day | undefined, shown: string | undefined) =>
    shown === (at === undefined ? undefined : iso(at));
  const { was } = gesture;
  if (!isShown(dates?.start, was.start) || !isShown(dates?.end, was.end)) return movedOn;
  const goal = goalOf(gesture);
  if (isRefusal(goal)) return goal;
  if (goal.start === undefined && goal.end === undefined) return [];
  if (along.carried.has(entity) && dates && isWhole(dates, goal)) return [];
  if (dates?.fromParts) return withParts(model, entity, dates, goal);
  if (dates === undefined && !written(entity, "timeline")) return laid(model, entity, goal);
  const bar = timelineOf(model, entity);
  if (bar === undefined) return notUnderstood(entity, "timeline");
  if (bar.period.after !== undefined) return waiting(model, bar, dates, { goal, along });
  if (dates?.start === undefined) return notUnderstood(entity, "timeline");
  const { start, end, exact } = goal;
  if (start === undefined) return end === undefined ? [] : endingAt(bar, dates, end, exact);
  if (isWhole(dates, goal)) return moved([bar], start - dates.start, exact);
  return startingAt(bar, dates, start, exact);
}

function goalOf({ to, exact = false }: DatesGesture): Goal | Refusal {
  const [start, end] = [to.start, to.end].map((text) =>
    text === undefined ? undefined : dayOfIso(text),
  );
  if (to.start !== undefined && start === undefined) return noDay(to.start);
  if (to.end !== undefined && end === undefined) return noDay(to.end);
  return { start, end, exact };
}

/** A programme that spans its parts goes with them. */
function withParts(model: Model, programme: Entity, dates: Dates, goal: Goal): Edits {
  const name = called(programme);
  if (goal.start === undefined || dates.start === undefined || !isWhole(dates, goal))
    return { refused: `'${name}' is as long as its parts. Drag the edge of a part.` };
  const parts = allParts(model.universe, programme);
  const foreign = parts.find((part) => model.pathOf(part.chunk) === undefined);
  if (foreign !== undefined) return elsewhere(model.universe.modelOf(foreign), foreign);
  const bars = parts
    .filter((part) => datesOf(model.universe, part) !== undefined)
    .flatMap((part) => timelineOf(model, part) ?? []);
  const firm = bars.filter(({ period }) => period.start !== undefined);
  if (firm.length === 0)
    return { refused: `No part of '${name}' starts with a date. Move what its parts start after.` };
  const firmly = new Set(firm.map(({ entity }) => entity));
  const going = bars.filter(
    ({ entity }) => firmly.has(entity) || goesAlong(model.universe, entity, firmly),
  );
  return moved(going, goal.start - dates.start, goal.exact);
}

/** What starts after something else stays behind it: only its end, or its length, can change. */
function waiting(
  model: Model,
  bar: Timeline,
  dates: Dates | undefined,
  { goal, along }: { readonly goal: Goal; readonly along: Along },
): Edits {
  const { entity, period } = bar;
  const { start, end, exact } = goal;
  const after = period.after ?? [];
  const name = called(entity);
  if (dates?.start === undefined) {
    const open = after.find((ref) => !hasEnd(model.universe, entityOf(model.universe, ref)));
    const endless = open ?? after[0];
    return {
      refused: `'${name}' starts after '${endless?.name}', which has no end yet. Give it one first.`,
    };
  }
  const isMoved = start !== undefined && isWhole(dates, goal);
  if (isMoved && goesAlong(model.universe, entity, along.moved)) {
    // Its start and its length go with it.
    if (period.end === undefined || end === undefined) return [];
    return endingAt(bar, { ...dates, start }, end, exact);
  }
  if (end !== undefined && !(isMoved && period.open)) return endingAt(bar, dates, end, exact);
  const { pushedBy } = dates;
  const last = after.find((ref) => entityOf(model.universe, ref) === pushedBy) ?? after[0];
  return {
    refused: `'${name}' starts after '${last?.name}'. Drag its end, or move '${last?.name}'.`,
  };
}

function hasEnd(all: Universe, entity: Entity | undefined): boolean {
  if (entity === undefined) return false;
  const end = entity.kind === "milestone" ? milestoneDate(all, entity) : datesOf(all, entity)?.end;
  return end !== undefined;
}

/** Work from the tray gets a timeline, as coarse as its days allow. */
function laid(model: Model, entity: Entity, { start, end, exact }: Goal): Edits {
  if (entity.kind !== "initiative")
    return { refused: `'${called(entity)}' has no timeline to drag. Write one in the text.` };
  const first = start ?? end ?? 0;
  const last = Math.max(first, end ?? first);
  const [from, to] = exact ? [onDay(first), onDay(last)] : coarsely(model.fiscal, first, last);
  const value = textOfPeriod(from, to);
  if (value === undefined) return outOfReach;
  return addFields(model.universe, entity, [{ name: "timeline", value }]);
}

/** The ends of a span as whole quarters where it consists of some, else as months, else as days. */
function coarsely(fiscal: Fiscal | undefined, first: Day, last: Day): [WrittenDate, WrittenDate] {
  const year = fiscal ?? calendarYear;
  const precisions = fiscal === undefined ? (["month"] as const) : (["quarter", "month"] as const);
  for (const precision of precisions) {
    const [from, to] = [dateAround(first, precision, year), dateAround(last, precision, year)];
    if (spanOf(from, year).start === first && spanOf(to, year).end === last) return [from, to];
  }
  return [onDay(first), onDay(last)];
}
