// A timeline of which one edge is dragged → the edits of its start, its end or its length.
import type { WrittenDate } from "../../grammar/values.ts";
import type { Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { type Day, spanOf } from "../model/calendar.ts";
import type { Dates } from "../model/derive/schedule.ts";
import { countUntil, lasting, unitsBetween, unitsLater } from "./length.ts";
import {
  type DateEdge,
  dateAround,
  isSameDate,
  nearestDate,
  outOfReach,
  textOfDate,
} from "./steps.ts";
import { rewritten, type Timeline } from "./timeline.ts";

type Edits = readonly SourceEdit[] | Refusal;

/** A start goes no further than the last of its dates before the end; a length keeps the end near. */
export function startingAt(bar: Timeline, dates: Dates, at: Day, exact: boolean): Edits {
  const { period, fiscal } = bar;
  const precision = exact ? "day" : (period.start?.precision ?? "day");
  const near = nearestDate(at, { precision, edge: "start", fiscal });
  const first = spanOf(near, fiscal).start;
  const { start = first, end } = dates;
  if (period.length === undefined) {
    const isPast = !period.open && end !== undefined && first > end;
    return withEdge(bar, "start", isPast ? dateAround(end, precision, fiscal) : near);
  }
  const { count, unit } = period.length;
  const isPast = unitsBetween(start, first, unit) >= count;
  const latest = unitsLater(start, count - 1, unit);
  const date = isPast ? dateAround(latest, precision, fiscal) : near;
  const gone = unitsBetween(start, spanOf(date, fiscal).start, unit);
  return both(withEdge(bar, "start", date), lasting(bar, { count: count - gone, unit }));
}

/** An end goes no further back than the first of its dates behind the start; a length stays one. */
export function endingAt(bar: Timeline, { start }: Dates, at: Day, exact: boolean): Edits {
  const { period, fiscal } = bar;
  if (period.length !== undefined) {
    const unit = exact ? "day" : period.length.unit;
    return lasting(bar, { count: countUntil(start ?? at, at, unit), unit });
  }
  const written = period.end?.precision ?? period.start?.precision ?? "month";
  const precision = exact ? "day" : written;
  const near = nearestDate(at, { precision, edge: "end", fiscal });
  const isPast = start !== undefined && spanOf(near, fiscal).end < start;
  return withEdge(bar, "end", isPast ? dateAround(start, precision, fiscal) : near);
}

function both(one: Edits, other: Edits): Edits {
  if ("refused" in one) return one;
  return "refused" in other ? other : [...one, ...other];
}

/** A timeline with another date at one of its ends, written as shortly as it was. */
function withEdge({ entity, period }: Timeline, edge: DateEdge, date: WrittenDate): Edits {
  const text = textOfDate(date);
  if (text === undefined) return outOfReach;
  const { start, end, endSpan, length, open, node, span } = period;
  const { text: source } = entity.chunk;
  const head = node.head ?? span;
  if (edge === "end" && open) {
    const last = node.until?.end ?? span.end;
    return rewritten(entity, { start: last, end: last }, ` ${text}`);
  }
  if (length !== undefined || open) return rewritten(entity, head, text);
  if (endSpan === undefined) {
    if (start && isSameDate(start, date)) return [];
    const own = source.slice(head.start, head.end);
    return rewritten(entity, head, edge === "start" ? `${text} .. ${own}` : `${own} .. ${text}`);
  }
  const [own, other] = edge === "start" ? [start, end] : [end, start];
  const isPlain = source.slice(head.end, endSpan.start) === " .. ";
  const isOne = other && isSameDate(other, date) && !(own && isSameDate(own, date));
  if (isOne && isPlain) return rewritten(entity, { start: head.start, end: endSpan.end }, text);
  return rewritten(entity, edge === "start" ? head : endSpan, text);
}
