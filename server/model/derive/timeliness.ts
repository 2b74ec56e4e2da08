// Status, dates and progress of work → whether it has begun in time and is as far as its time is.
import { Big } from "big.js";
import { apart } from "../../words/amounts.ts";
import { type Entity, unknownIn, valueIn } from "../entity.ts";
import { isCommitted, statusOf } from "../status.ts";
import type { Universe } from "../universe.ts";
import { elapsedDays } from "./progress.ts";
import { datesOf } from "./schedule.ts";

/** How many percentage points work may be under its elapsed share, unless the configuration says otherwise. */
export const pointsBehind = 20;

/** Whether work of status planned should have begun: its start has passed, and its end has not. */
export function isNotStarted(all: Universe, work: Entity): boolean {
  if (statusOf(work) !== "planned" || !isCommitted(all, work)) return false;
  const { today } = all.modelOf(work);
  const { start, end, openEnd } = datesOf(all, work) ?? {};
  if (start === undefined || start >= today) return false;
  return openEnd === true || (end !== undefined && end >= today);
}

/** Progress as written and the share of the time that has passed, both in percent. */
export interface Lag {
  readonly done: Big;
  readonly elapsed: Big;
  /** How many percentage points are allowed between the two. */
  readonly points: number;
}

/**
 * How far committed work is behind its time, where it is: it writes progress, has an end that has
 * not passed, and is more than the allowed percentage points under its elapsed share.
 */
export function lagOf(all: Universe, work: Entity): Lag | undefined {
  const model = all.modelOf(work);
  if (!isCommitted(all, work) || unknownIn(work, "progress")) return undefined;
  const done = valueIn(work, "progress", "percent")?.value;
  const time = elapsedDays(all, work);
  const { end } = datesOf(all, work) ?? {};
  if (done === undefined || time === undefined || end === undefined || end < model.today)
    return undefined;
  const { points = pointsBehind } =
    model.project.config.rules.get("behind-schedule")?.options ?? {};
  // Multiplied by the days, so that nothing is rounded before it is compared.
  const isBehind = new Big(time.passed * 100).gt(done.plus(points).times(time.days));
  return isBehind
    ? { done, elapsed: new Big(time.passed * 100).div(time.days), points }
    : undefined;
}

/** The figures of a lag, the elapsed share with the decimals that show it to be over what is allowed. */
export function lagInWords({ done, elapsed, points }: Lag): { done: string; elapsed: string } {
  const [passed] = apart(elapsed, done.plus(points), "percent");
  return { done: `${done.toFixed()}%`, elapsed: `${passed}%` };
}
