// Rows of the CSV file of a KPI that cannot be read.
import { seriesOf } from "../model/derive/data.ts";
import { valueIn } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import { at, type Rule } from "./rule.ts";

const most = 5;

export const faultyRows: Rule = {
  id: "faulty-rows",
  group: "Measurement",
  severity: "warning",
  says: "rows of a KPI's CSV that cannot be read, the first five by line number",
  kinds: ["kpi"],
  *judge(model, kpi) {
    if (!isOpenKpi(model.universe, kpi)) return;
    const path = valueIn(kpi, "actuals", "text");
    const rows = seriesOf(model, kpi)?.faultyRows ?? [];
    if (path === undefined || rows.length === 0) return;
    const shown = rows.slice(0, most).map(({ line, why }) => `line ${line}: ${why}`);
    const more = rows.length > most ? `; and ${rows.length - most} more` : "";
    const many =
      rows.length === 1 ? "A row of this file does" : `${rows.length} rows of this file do`;
    yield {
      at: at(kpi, path.span),
      message: `${many} not count for '${kpi.name}': ${shown.join("; ")}${more}. Correct the file.`,
    };
  },
};
