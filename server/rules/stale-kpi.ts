// KPIs that nobody has measured for longer than they should be.
import { readable } from "../model/calendar.ts";
import { after, frequencyOf, inWords } from "../model/derive/frequency.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { missOf } from "../model/derive/missed.ts";
import { reaches } from "../model/derive/plan.ts";
import type { Entity } from "../model/entity.ts";
import { openKpisOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Looked, practice, subject } from "./rule.ts";

export const staleKpi = practice(
  {
    id: "stale-kpi",
    group: "Measurement",
    severity: "warning",
    says: "no actual (or, with none at all, baseline) for over `factor` (1.5) times its frequency; silent once the last target is met, with an undated actual, and where `missed-target` speaks",
    options: {
      factor: { default: 1.5, doc: "How many times its frequency a KPI may go without an actual." },
    },
  },
  {
    none: "has been measured when it should",
    most: "have not been measured when they should",
    advice: "Write what the figures are now, or say less often in 'frequency'.",
    *look(model, { factor = 1.5 }) {
      for (const about of openKpisOf(model)) {
        const looked = judge(model, about, factor);
        if (looked !== undefined) yield looked;
      }
    },
  },
);

/** Undefined where nobody can say how old its last figure is, or where that does not matter. */
function judge(model: Model, about: Entity, factor: number): Looked | undefined {
  const frequency = frequencyOf(model, about);
  const { lastMeasured: last, isUndated } = kpiState(model.universe, about);
  if (frequency === undefined || last === undefined || isUndated) return undefined;
  if (isMet(model, about) || missOf(model, about) !== undefined) return undefined;
  if (model.today <= after(last, frequency, factor)) return { about };
  return {
    about,
    lack: {
      at: atName(about),
      message: `${subject(about)} should be measured ${inWords(frequency)}, but was last measured on ${readable(last)}. Add an 'actual' with what it is now.`,
    },
  };
}

/** Whether the last target is reached, so that nothing is left to be measured. */
function isMet(model: Model, kpi: Entity): boolean {
  const { direction, tolerance, targets, latest } = kpiState(model.universe, kpi);
  const last = targets.findLast(({ day }) => day !== undefined);
  if (!direction || direction === "maintain" || !tolerance || !last || !latest) return false;
  return reaches(direction, tolerance, last.value, latest.value);
}
