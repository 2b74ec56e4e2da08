// KPIs that nobody has measured for longer than they should be.
import { readable } from "../model/calendar.ts";
import { after, frequencyOf, inWords } from "../model/derive/frequency.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { toldMissOf } from "../model/derive/missed.ts";
import { reaches } from "../model/derive/plan.ts";
import type { Entity } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { addFigure, atName, type Looked, practice, subject } from "./rule.ts";

export const staleKpi = practice(
  {
    id: "stale-kpi",
    group: "Measurement",
    severity: "warning",
    says: "no actual (or, with none at all, baseline) for over `factor` (1.5) times its frequency (default: the shortest time between its targets, else the strategy's cadence, else quarterly); silent with neither, with an undated actual, once the last target is met (not for maintain), and where `missed-target` speaks",
    kinds: ["kpi"],
    options: {
      factor: { default: 1.5, doc: "How many times its frequency a KPI may go without an actual." },
    },
  },
  {
    none: "has been measured when it should",
    most: "have not been measured when they should",
    advice: "Write what the figures are now, or say less often in 'frequency'.",
    look(model, about, { factor = 1.5 }) {
      if (!isOpenKpi(model.universe, about)) return undefined;
      return judge(model, about, factor);
    },
  },
);

/** Undefined where nobody can say how old its last figure is, or where that does not matter. */
function judge(model: Model, about: Entity, factor: number): Looked | undefined {
  const frequency = frequencyOf(model, about);
  const { lastMeasured: last, isUndated } = kpiState(model.universe, about);
  if (frequency === undefined || last === undefined || isUndated) return undefined;
  if (isMet(model, about) !== false || toldMissOf(model, about) !== undefined) return undefined;
  if (model.today <= after(last, frequency, factor)) return { about };
  return {
    about,
    lack: {
      at: atName(about),
      message: `${subject(about)} should be measured ${inWords(frequency)}, but was last measured on ${readable(last)}. ${addFigure(about)}.`,
    },
  };
}

/** Whether the last target is reached, so that nothing is left to be measured; undefined where that is not known. */
function isMet(model: Model, kpi: Entity): boolean | undefined {
  const { direction, tolerance, targets, latest, ...state } = kpiState(model.universe, kpi);
  if (latest === undefined) return false;
  if (state.areTargetsDoubtful) return undefined;
  const last = targets.findLast(({ day }) => day !== undefined) ?? targets.at(-1);
  if (last === undefined || direction === "maintain") return false;
  return direction && reaches(direction, tolerance, last.value, latest.value);
}
