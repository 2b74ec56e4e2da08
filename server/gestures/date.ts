// A mark with one date that is moved → the edit of its date, as precise as it is written.
import type { Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { calendarYear, iso } from "../model/calendar.ts";
import { deadlineOf } from "../model/derive/schedule.ts";
import { called, type Entity, valueIn } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { movedOn } from "./found.ts";
import type { DateGesture } from "./shape.ts";
import { dayOfIso, nearestDate, noDay, outOfReach, textOfDate } from "./steps.ts";
import { rewritten } from "./timeline.ts";

/** `entity` as the model has read it. */
export function withDate(
  model: Model,
  entity: Entity,
  { was, to, exact }: DateGesture,
): readonly SourceEdit[] | Refusal {
  if (entity.kind !== "milestone" && entity.kind !== "review")
    return { refused: `'${called(entity)}' has no date to drag. Change it in the text.` };
  const day = deadlineOf(model.universe, entity, "date");
  const value = valueIn(entity, "date", "date");
  if (day === undefined || value === undefined || iso(day) !== was) return movedOn;
  const at = dayOfIso(to);
  if (at === undefined) return noDay(to);
  const precision = exact ? "day" : value.date.precision;
  // Without a fiscal year that is understood there is no day of a quarter that could have been shown.
  const fiscal = model.fiscal ?? calendarYear;
  const text = textOfDate(nearestDate(at, { precision, edge: "end", fiscal }));
  return text === undefined ? outOfReach : rewritten(entity, value.node.head ?? value.span, text);
}
