// Work and objectives → their figures in words, for cards, hints and lenses: money, time, progress.

import { readable } from "../model/calendar.ts";
import { daysOf, fromToday, longDay } from "../model/days.ts";
import type { Figure } from "../model/derive/currency.ts";
import { isCritical, slackOf } from "../model/derive/network.ts";
import { elapsedOf, progressOf } from "../model/derive/progress.ts";
import { type Dates, datesOf } from "../model/derive/schedule.ts";
import { type Entity, valueIn } from "../model/entity.ts";
import type { Universe } from "../model/universe.ts";
import { shortAmount } from "../words/amounts.ts";
import { counted } from "../words/wording.ts";

/** `1.9M EUR`; "at least" where something in it cannot be placed in time. */
export function amount(figure: Figure | undefined): string | undefined {
  if (figure === undefined) return undefined;
  const currency = figure.currency === undefined ? "" : ` ${figure.currency}`;
  return `${figure.atLeast ? "at least " : ""}${shortAmount(figure.amount)}${currency}`;
}

/** A share of 1 as a whole percentage; 0% and 100% only where it is so. */
export function wholePercent(share: number): string {
  const whole = Math.round(share * 100);
  return `${share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole}%`;
}

export function dotted(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

/** "40% done", of work as it is written, of an objective as it follows; "" where nobody knows. */
export function done(all: Universe, entity: Entity): string {
  const written = valueIn(entity, "progress", "percent")?.value;
  if (written !== undefined) return `${written.toFixed()}% done`;
  // Work that reports nothing is not known to be at 0%, unless its parts say so.
  const parts = entity.children.some((one) => one.kind === "initiative");
  const progress = entity.kind === "objective" || parts ? progressOf(all, entity) : undefined;
  return progress === undefined ? "" : `${wholePercent(progress)} done`;
}

/** "53% of the time has passed", "it starts in 38 days"; "" without dates or a written end. */
export function passed(all: Universe, entity: Entity): string {
  const { today } = all.modelOf(entity);
  const { start, end, openEnd } = datesOf(all, entity) ?? {};
  if (start !== undefined && start > today) return `it starts ${fromToday(start, today)}`;
  if (start === undefined || end === undefined || openEnd || end < start) return "";
  if (end < today) return "all of its time has passed";
  return `${wholePercent(elapsedOf(all, entity) ?? 0)} of the time has passed`;
}

/** "1 April 2026 to 30 June 2027", "from 1 April 2026 to the end of the horizon". */
export function running(all: Universe, entity: Entity): string {
  const dates = datesOf(all, entity);
  return dates === undefined ? "" : runningIn(dates);
}

/** The same of dates that are known. */
export function runningIn({ start, end, openEnd }: Dates): string {
  if (start === undefined) return "";
  if (end === undefined) return openEnd ? `from ${longDay(start)}, with no end` : "";
  if (openEnd) return `from ${longDay(start)} to the end of the horizon, ${longDay(end)}`;
  // Where the end lies before a computed start, both are said as they are.
  return end < start
    ? `from ${longDay(start)}, though its end is written as ${longDay(end)}`
    : daysOf({ start, end });
}

/** `1 Apr 2026 – 30 Jun 2027 · on the critical path`, for a hint. */
export function whenInShort(all: Universe, entity: Entity): string {
  const dates = datesOf(all, entity);
  if (dates?.start === undefined) return "";
  const end = dates.end === undefined ? "?" : readable(dates.end);
  const until = dates.openEnd ? "to the end of the horizon" : `– ${end}`;
  return dotted([`${readable(dates.start)} ${until}`, slack(all, entity)]);
}

/** `on the critical path`, or how many days of slack there are. */
export function slack(all: Universe, entity: Entity): string {
  if (entity.kind !== "initiative") return "";
  if (isCritical(all, entity)) return "on the critical path";
  const days = slackOf(all, entity);
  return days === undefined || days <= 0 ? "" : `${counted(days, "day")} of slack`;
}
