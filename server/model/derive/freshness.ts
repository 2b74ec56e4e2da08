// A KPI and how often it is measured → whether its last figure is too old to go by.
import type { Day } from "../calendar.ts";
import type { Entity } from "../entity.ts";
import type { Model } from "../universe.ts";
import { after, type Frequency, frequencyOf } from "./frequency.ts";
import { kpiState } from "./kpi.ts";
import { reaches } from "./plan.ts";

/** How many times its frequency a KPI may go without a figure, unless the configuration says otherwise. */
export const staleFactor = 1.5;

/** When a KPI was last measured, how often it should be, and whether that has been too long ago. */
export interface Freshness {
  readonly last: Day;
  readonly frequency: Frequency;
  readonly isStale: boolean;
}

/**
 * How fresh the last actual is or, with none at all, the baseline. Undefined where nobody can say
 * how old it is, and where that does not matter, since the last target is met.
 */
export function freshnessOf(model: Model, kpi: Entity): Freshness | undefined {
  const frequency = frequencyOf(model, kpi);
  const { lastMeasured: last, isUndated } = kpiState(model.universe, kpi);
  if (frequency === undefined || last === undefined || isUndated) return undefined;
  if (isLastTargetMet(model, kpi) !== false) return undefined;
  const { factor = staleFactor } = model.project.config.rules.get("stale-kpi")?.options ?? {};
  return { last, frequency, isStale: model.today > after(last, frequency, factor) };
}

/** Whether the last target is reached, so that nothing is left to be measured; undefined where that is not known. */
export function isLastTargetMet(model: Model, kpi: Entity): boolean | undefined {
  const { direction, tolerance, targets, latest, ...state } = kpiState(model.universe, kpi);
  if (latest === undefined) return false;
  if (state.areTargetsDoubtful) return undefined;
  const last = targets.findLast(({ day }) => day !== undefined) ?? targets.at(-1);
  if (last === undefined || direction === "maintain") return false;
  return direction && reaches(direction, tolerance, last.value, latest.value);
}
