// KPIs that could be reached at the cost of something nobody watches.
import { written } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unguardedKpi: Rule = {
  id: "unguarded-kpi",
  group: "Measurement",
  severity: "off",
  says: "a KPI with no guardrail",
  kinds: ["kpi"],
  *judge(model, kpi) {
    if (!isOpenKpi(model.universe, kpi)) return;
    if (written(kpi, "guardrails")) return;
    yield {
      at: atName(kpi),
      message: `${subject(kpi)} names no guardrail. Name in 'guardrails' the KPI that must not suffer for it.`,
    };
  },
};
