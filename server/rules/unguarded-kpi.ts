// KPIs that could be reached at the cost of something nobody watches.
import { written } from "../model/entity.ts";
import { openKpisOf } from "../model/status.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unguardedKpi: Rule = {
  id: "unguarded-kpi",
  group: "Measurement",
  severity: "off",
  says: "a KPI with no guardrail",
  *check(model) {
    for (const kpi of openKpisOf(model)) {
      if (written(kpi, "guardrails")) continue;
      yield {
        at: atName(kpi),
        message: `${subject(kpi)} names no guardrail. Name in 'guardrails' the KPI that must not suffer for it.`,
      };
    }
  },
};
