// Measurements that are dated after today.
import { readable } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { spanIn } from "../model/derive/schedule.ts";
import { type Entity, valueIn, valuesOf } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, type Rule, type RuleFinding, subject } from "./rule.ts";

export const futureActual: Rule = {
  id: "future-actual",
  group: "Measurement",
  severity: "warning",
  says: "a baseline or actual whose date, or the last day of it, lies in the future; on the date (a CSV's: on the path, once); it counts all the same",
  kinds: ["kpi"],
  *judge(model, kpi) {
    if (!isOpenKpi(model.universe, kpi)) return;
    for (const field of ["baseline", "actual"]) yield* inText(model, kpi, field);
    yield* inFile(model, kpi);
  },
};

function* inText(model: Model, kpi: Entity, field: string): Iterable<RuleFinding> {
  for (const value of valuesOf(kpi, field)) {
    if (value.is !== "dated" || value.date === undefined) continue;
    const { start, end } = spanIn(value.date, model.fiscal) ?? {};
    if (start === undefined || end === undefined || end <= model.today) continue;
    const isRunning = start <= model.today;
    const says = isRunning
      ? `counts for ${readable(end)}, which has not come yet`
      : `is dated ${readable(end)}, which has not come yet`;
    yield {
      at: at(kpi, value.node.at?.date ?? value.span),
      message: `The ${field} of ${object(kpi)} ${says}. Write the day on which it was measured.`,
    };
  }
}

function* inFile(model: Model, kpi: Entity): Iterable<RuleFinding> {
  const path = valueIn(kpi, "actuals", "text");
  const rows = kpiState(model.universe, kpi).series.filter(
    ({ source, day }) => source === "file" && day > model.today,
  );
  const [first] = rows;
  if (path === undefined || first === undefined) return;
  const line = first.line === undefined ? "" : ` in line ${first.line}`;
  const day = readable(first.day);
  const has =
    rows.length === 1
      ? `a figure for ${day}${line}, which has not come yet`
      : `${rows.length} figures for days that have not come yet, the first for ${day}${line}`;
  yield {
    at: at(kpi, path.span),
    message: `The file of ${object(kpi)} has ${has}. Write the day on which it was measured.`,
  };
}

/** A KPI in the middle of a sentence. */
function object(kpi: Entity): string {
  return kpi.name === "" ? "this KPI" : subject(kpi);
}
