// KPIs that nobody has measured for longer than they should be.
import { readable } from "../model/calendar.ts";
import { inWords } from "../model/derive/frequency.ts";
import { freshnessOf, staleFactor } from "../model/derive/freshness.ts";
import { toldMissOf } from "../model/derive/missed.ts";
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
      factor: {
        default: staleFactor,
        doc: "How many times its frequency a KPI may go without an actual.",
      },
    },
  },
  {
    none: "has been measured when it should",
    most: "have not been measured when they should",
    advice: "Write what the figures are now, or say less often in 'frequency'.",
    look(model, about) {
      if (!isOpenKpi(model.universe, about)) return undefined;
      return judge(model, about);
    },
  },
);

/** Undefined where nobody can say how old its last figure is, or where that does not matter. */
function judge(model: Model, about: Entity): Looked | undefined {
  const fresh = freshnessOf(model, about);
  if (fresh === undefined || toldMissOf(model, about) !== undefined) return undefined;
  if (!fresh.isStale) return { about };
  const { frequency, last } = fresh;
  return {
    about,
    lack: {
      at: atName(about),
      message: `${subject(about)} should be measured ${inWords(frequency)}, but was last measured on ${readable(last)}. ${addFigure(about)}.`,
    },
  };
}
