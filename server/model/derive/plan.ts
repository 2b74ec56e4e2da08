// A baseline and targets with their dates → what is expected on a day, and how far a value is from it.
import type { Big } from "big.js";
import type { Day } from "../calendar.ts";

export interface Point {
  readonly day: Day;
  readonly value: Big;
}

export interface Plan {
  /** Where the line begins; undefined where no dated baseline is written. */
  readonly from: Point | undefined;
  /** The value of the baseline, dated or not, of which a tolerance is a share. */
  readonly baseline: Big | undefined;
  /** By date, and at least one. */
  readonly targets: readonly [Point, ...Point[]];
}

/** What counts as better. `maintain`: neither up nor down. */
export type Direction = "increase" | "decrease" | "maintain";

/** Exact: the expected value is `times ÷ scale`, and is only divided where somebody reads it. */
export interface Expected {
  readonly times: Big;
  readonly scale: number;
  readonly baseline: Big | undefined;
  /** The value of the target then due: the first that is not before the day, else the last. */
  readonly target: Big;
  /** That target itself. */
  readonly due?: Point;
}

export type Tolerance =
  /** A share of the distance from the baseline to the target then due; to maintain, and without a baseline, of that target. */
  { readonly percent: Big } | { readonly absolute: Big };

/**
 * The value on the straight line from the baseline through the targets; after the last it stays,
 * before the baseline there is none. Targets that are not later than the baseline count only where
 * no other is, and of several on one day the last. Without a dated baseline there is no line: from
 * the day of a target on its value is expected, and before the first nothing.
 */
export function expectedOn(plan: Plan, day: Day): Expected | undefined {
  return plan.from === undefined ? lastDue(plan, day) : onLine(plan, plan.from, day);
}

function lastDue({ baseline, targets }: Plan, day: Day): Expected | undefined {
  const due = targets.findLast((target) => target.day <= day);
  return due && { times: due.value, scale: 1, baseline, target: due.value, due };
}

function onLine({ baseline, targets }: Plan, from: Point, day: Day): Expected | undefined {
  if (day < from.day) return undefined;
  const later = targets.filter((target) => target.day > from.day);
  const next = later.findLast(({ day: due }) => due === later.find((one) => one.day >= day)?.day);
  if (next === undefined) {
    const due = later.at(-1) ?? targets.at(-1) ?? targets[0];
    return { times: due.value, scale: 1, baseline, target: due.value, due };
  }
  const before = later.findLast((target) => target.day < next.day) ?? from;
  const scale = next.day - before.day;
  const climbed = next.value.minus(before.value).times(day - before.day);
  const times = before.value.times(scale).plus(climbed);
  return { times, scale, baseline, target: next.value, due: next };
}

/** How far a value falls short of what is expected, times its scale; below 0 where it is better. */
function shortOf(direction: Direction, { times, scale }: Expected, value: Big): Big {
  const below = times.minus(value.times(scale));
  if (direction === "maintain") return below.abs();
  return direction === "increase" ? below : below.times(-1);
}

/** Green: not short by more than the tolerance; amber: by up to twice the tolerance; red: by more. */
export function judge(
  direction: Direction,
  expected: Expected,
  tolerance: Tolerance,
  value: Big,
): "green" | "amber" | "red" {
  const { baseline, target, scale } = expected;
  const whole =
    direction === "maintain" || baseline === undefined
      ? target.abs()
      : target.minus(baseline).abs();
  const allowed =
    "absolute" in tolerance ? tolerance.absolute : whole.times(tolerance.percent).times("0.01");
  const short = shortOf(direction, expected, value);
  if (short.lte(allowed.times(scale))) return "green";
  return short.lte(allowed.times(scale).times(2)) ? "amber" : "red";
}

/**
 * The share of what is expected that a value reaches: (value − baseline) ÷ (expected − baseline), so
 * that 1 is on plan. Where there is no way to go, or no baseline, 1 less the shortfall ÷ expected, and never below 0;
 * undefined where 0 is expected then.
 */
export function attainmentOf(
  direction: Direction,
  expected: Expected,
  value: Big,
): number | undefined {
  const { times, scale, baseline } = expected;
  const way = baseline && times.minus(baseline.times(scale));
  if (baseline !== undefined && direction !== "maintain" && way !== undefined && !way.eq(0))
    return value.minus(baseline).times(scale).div(way).toNumber();
  if (times.eq(0)) return undefined;
  const short = shortOf(direction, expected, value).div(times.abs()).toNumber();
  return Math.max(0, 1 - Math.max(0, short));
}

/**
 * Whether a value reaches a target: to maintain, on both sides as near as the tolerance allows, and
 * never where that is not known.
 */
export function reaches(
  direction: Direction,
  tolerance: Tolerance | undefined,
  target: Big,
  value: Big,
): boolean {
  if (direction === "increase") return value.gte(target);
  if (direction === "decrease") return value.lte(target);
  const expected = { times: target, scale: 1, baseline: undefined, target };
  return tolerance !== undefined && judge("maintain", expected, tolerance, value) === "green";
}

/** Which way the values of a plan go: to the first target that differs; none does: they stay. */
export function directionOf(baseline: Big, targets: readonly Big[]): Direction | undefined {
  if (targets.length === 0) return undefined;
  const other = targets.find((target) => !target.eq(baseline));
  if (other === undefined) return "maintain";
  return other.gt(baseline) ? "increase" : "decrease";
}
