// Targets whose date has passed, and actuals → the target that was missed.
import { memoIn } from "../../cells/memo.ts";
import { type Entity, unknownIn } from "../entity.ts";
import { isSwitchedOff } from "../switched.ts";
import type { Model } from "../universe.ts";
import { after, frequencyOf } from "./frequency.ts";
import { kpiState, type Mark, type Measurement } from "./kpi.ts";
import { reaches } from "./plan.ts";

/** A target that was not reached in time, and the actual that shows it; none where nobody has measured since. */
export interface Missed {
  readonly target: Mark;
  readonly by: Measurement | undefined;
}

/**
 * The latest target whose date has passed, where it is not reached by the latest actual of that day
 * or later, or where there is none, one frequency more has passed, and no earlier actual reached it.
 * Undefined where that cannot be known.
 */
export const missOf: (model: Model, kpi: Entity) => Missed | undefined = memoIn((model, kpi) => {
  const { direction, tolerance, latest, series, targets, ...state } = kpiState(model.universe, kpi);
  if (state.isDoubtful || state.areTargetsDoubtful || !direction) return undefined;
  const isToleranceMissing = tolerance === undefined && direction === "maintain";
  if (isToleranceMissing || unknownIn(kpi, "tolerance")) return undefined;
  const target = targets.findLast(({ day }) => day !== undefined && day < model.today);
  if (target?.day === undefined) return undefined;
  const isReached = ({ value }: Measurement) => reaches(direction, tolerance, target.value, value);
  if (latest !== undefined && latest.day >= target.day)
    return isReached(latest) ? undefined : { target, by: latest };
  const frequency = frequencyOf(model, kpi);
  if (frequency === undefined || state.isUndated || series.some(isReached)) return undefined;
  return model.today > after(target.day, frequency, 1) ? { target, by: undefined } : undefined;
});

/** The miss of which `missed-target` speaks: not where the KPI is behind plan, and `off-track-kpi` says so. */
export function toldMissOf(model: Model, kpi: Entity): Missed | undefined {
  if (isSwitchedOff(model, "missed-target")) return undefined;
  const isBehind = kpiState(model.universe, kpi).behind === true;
  return isBehind && !isSwitchedOff(model, "off-track-kpi") ? undefined : missOf(model, kpi);
}
