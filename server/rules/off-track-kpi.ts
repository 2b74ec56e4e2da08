// KPIs whose latest actual is behind plan.

import { readable } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { valueIn } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import { beside } from "../words/amounts.ts";
import { at, type Rule, subject } from "./rule.ts";

export const offTrackKpi: Rule = {
  id: "off-track-kpi",
  group: "Measurement",
  severity: "warning",
  says: "the latest actual is behind plan",
  kinds: ["kpi"],
  *judge(model, kpi) {
    if (!isOpenKpi(model.universe, kpi)) return;
    const state = kpiState(model.universe, kpi);
    const { behind, latest, expected, direction, dueTarget } = state;
    if (!behind || latest === undefined || expected === undefined) return;
    const place = latest.written ?? valueIn(kpi, "actuals", "text");
    if (place === undefined) return;
    const bound = direction === "maintain" ? "" : bounds[direction ?? "increase"];
    const figure = `${bound}${beside(expected, latest.value)}`;
    const advice = state.isDirectionAssumed
      ? "Find out why, or write 'direction' if less is better."
      : "Find out why, and act or set a new target.";
    yield {
      at: at(kpi, place.span),
      message: `${subject(kpi)} is behind plan: ${latest.value.toFixed()} on ${readable(latest.day)}, where ${figure} was expected. ${advice}`,
      related:
        dueTarget === undefined
          ? []
          : [{ at: at(kpi, dueTarget.written.span), message: "The plan leads here." }],
    };
  },
};

const bounds = { increase: "at least ", decrease: "at most " } as const;
