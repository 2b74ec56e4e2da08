// Actuals in the text for whose date the CSV file has another value.
import { kpiState } from "../model/derive/kpi.ts";
import { valueIn } from "../model/entity.ts";
import { openKpis } from "../model/status.ts";
import { at, type Rule } from "./rule.ts";

export const shadowedActual: Rule = {
  id: "shadowed-actual",
  group: "Measurement",
  severity: "info",
  says: "a written actual for which the CSV has another value",
  *check(model) {
    for (const kpi of model.of("kpi")) {
      if (!openKpis(model.universe).has(kpi)) continue;
      const path = valueIn(kpi, "actuals", "text");
      for (const { written, file } of kpiState(model.universe, kpi).shadowed) {
        if (written.written === undefined) continue;
        const line = file.line === undefined ? "" : ` in line ${file.line}`;
        yield {
          at: at(kpi, written.written.span),
          message: `The file says ${file.value.toFixed()} for this date${line}, and that is what counts. Remove this actual, or correct one of the two.`,
          related:
            path === undefined
              ? []
              : [{ at: at(kpi, path.span), message: "The file is named here." }],
        };
      }
    }
  },
};
