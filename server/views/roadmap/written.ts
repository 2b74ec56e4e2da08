// Dates as they are written → by which steps they can be dragged.
import { type Entity, valueIn } from "../../model/entity.ts";
import type { Precision, WrittenTimeline } from "./shape.ts";

/** How the timeline of work is written; undefined where it has none of its own that is understood. */
export function timelineWritten(work: Entity): WrittenTimeline | undefined {
  const period = valueIn(work, "timeline", "period");
  if (period === undefined) return undefined;
  const start = period.start?.precision;
  if (period.length !== undefined) return { start, end: period.length.unit, isLength: true };
  if (period.open) return { start };
  return { start, end: period.end?.precision ?? start };
}

/** How the one date of a milestone or a review is written. */
export function dateWritten(entity: Entity): Precision | undefined {
  return valueIn(entity, "date", "date")?.date.precision;
}
