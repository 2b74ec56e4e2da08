// Actuals in the text for whose date the CSV file has another value.
import { readable } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { valueIn } from "../model/entity.ts";
import { openKpisOf } from "../model/status.ts";
import { at, type Rule, subject } from "./rule.ts";

export const shadowedActual: Rule = {
  id: "shadowed-actual",
  group: "Measurement",
  severity: "info",
  says: "a written actual for which the CSV has another value, or a second one for the same day",
  *check(model) {
    for (const kpi of openKpisOf(model)) {
      const path = valueIn(kpi, "actuals", "text");
      const { shadowed, repeated } = kpiState(model.universe, kpi);
      for (const { written, first } of repeated) {
        if (written.written === undefined || first.written === undefined) continue;
        yield {
          at: at(kpi, written.written.span),
          message: `${subject(kpi)} has a figure for ${readable(written.day)} already, ${first.value.toFixed()}, and the first one counts. Remove this actual, or correct its date.`,
          related: [{ at: at(kpi, first.written.span), message: "This one counts." }],
        };
      }
      for (const { written, file } of shadowed) {
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
