// KPIs that nobody has measured for longer than they should be.

import type { Day } from "../model/calendar.ts";
import { monthsAfter, readable } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { choiceOf, type Entity, unknownIn, written } from "../model/entity.ts";
import { openKpis } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const staleKpi: Rule = {
  id: "stale-kpi",
  group: "Measurement",
  severity: "warning",
  says: "no actual (or, with none at all, baseline) for over `factor` times its frequency",
  options: {
    factor: { default: 1.5, doc: "How many times its frequency a KPI may go without an actual." },
  },
  *check(model, { factor = 1.5 }) {
    for (const kpi of model.of("kpi")) {
      if (!openKpis(model.universe).has(kpi)) continue;
      const frequency = frequencyOf(model, kpi);
      const last = kpiState(model.universe, kpi).lastMeasured;
      if (frequency === undefined || last === undefined) continue;
      if (model.today <= limit(last, frequency, factor)) continue;
      yield {
        at: atName(kpi),
        message: `${subject(kpi)} should be measured ${frequency}, but was last measured on ${readable(last)}. Add an 'actual' with what it is now.`,
      };
    }
  },
};

/** As written, else the strategy's cadence, else quarterly; undefined where it is faulty. */
function frequencyOf(model: Model, kpi: Entity): string | undefined {
  if (written(kpi, "frequency")) return choiceOf(kpi, "frequency");
  const { strategy } = model;
  if (strategy !== undefined && unknownIn(strategy, "cadence")) return undefined;
  return (strategy && choiceOf(strategy, "cadence")) ?? "quarterly";
}

const months: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  "half-yearly": 6,
  yearly: 12,
};

/** The last day on which the next actual is not yet late. */
function limit(last: Day, frequency: string, factor: number): Day {
  if (frequency === "daily") return last + factor;
  if (frequency === "weekly") return last + 7 * factor;
  return monthsAfter(last, (months[frequency] ?? 3) * factor);
}
