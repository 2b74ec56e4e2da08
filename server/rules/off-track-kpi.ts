// KPIs whose latest actual is behind plan.
import { readable } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { valueIn } from "../model/entity.ts";
import { openKpisOf } from "../model/status.ts";
import { at, type Rule, subject } from "./rule.ts";

export const offTrackKpi: Rule = {
  id: "off-track-kpi",
  group: "Measurement",
  severity: "warning",
  says: "the latest actual is behind plan",
  *check(model) {
    for (const kpi of openKpisOf(model)) {
      const { behind, latest, expected, targets, baseline } = kpiState(model.universe, kpi);
      if (!behind || latest === undefined || expected === undefined) continue;
      const place = latest.written ?? valueIn(kpi, "actuals", "text");
      if (place === undefined) continue;
      const due =
        targets.find((target) => target.day !== undefined && target.day >= latest.day) ??
        targets.at(-1);
      const aim = due ?? baseline;
      yield {
        at: at(kpi, place.span),
        message: `${subject(kpi)} is behind plan: ${latest.value.toFixed()} on ${readable(latest.day)}, where ${rounded(expected)} was expected. Find out why, and act or set a new target.`,
        related:
          aim === undefined
            ? []
            : [{ at: at(kpi, aim.written.span), message: "The plan leads here." }],
      };
    }
  },
};

/** At most two decimals more than needed to tell it from a whole number. */
function rounded(value: {
  toFixed(places?: number): string;
  round(places: number): { toFixed(): string };
}): string {
  return value.round(2).toFixed();
}
