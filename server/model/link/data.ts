// The CSV files that KPIs name → those that cannot be read at all.
import type { Finding } from "../../finding.ts";
import { seriesOf } from "../derive/data.ts";
import { valueIn } from "../entity.ts";
import type { Model } from "../universe.ts";

/** KPIs whose file is missing, outside the workspace, or in another shape. */
export function* unreadableData(model: Model): Iterable<Finding> {
  for (const kpi of model.of("kpi")) {
    const path = valueIn(kpi, "actuals", "text");
    const why = seriesOf(model, kpi)?.unreadable;
    if (path === undefined || why === undefined) continue;
    const isEmpty = path.text.trim() === "";
    yield {
      code: "unreadable-data",
      at: { chunk: kpi.chunk, span: path.span },
      message: isEmpty
        ? 'The path is empty. Write that of a CSV file from the folder of this file, such as "data/churn.csv".'
        : `'${path.text}' cannot be read. ${why}`,
    };
  }
}
