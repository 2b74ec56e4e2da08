// Actuals in the text for whose date another one counts: the file's, or the first one written.
import { readable } from "../model/calendar.ts";
import { type KpiState, kpiState } from "../model/derive/kpi.ts";
import { type Entity, valueIn } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import { at, type Rule, type RuleFinding, subject } from "./rule.ts";

export const shadowedActual: Rule = {
  id: "shadowed-actual",
  group: "Measurement",
  severity: "info",
  says: "a written actual for which the CSV has another value, or a second one for the same day (the first counts)",
  kinds: ["kpi"],
  *judge(model, kpi) {
    if (!isOpenKpi(model.universe, kpi)) return;
    const state = kpiState(model.universe, kpi);
    yield* byFile(kpi, state);
    yield* byFirst(kpi, state);
  },
};

function* byFile(kpi: Entity, { shadowed }: KpiState): Iterable<RuleFinding> {
  const path = valueIn(kpi, "actuals", "text");
  for (const { written, file } of shadowed) {
    if (written.written === undefined) continue;
    const line = file.line === undefined ? "" : ` in line ${file.line}`;
    yield {
      at: at(kpi, written.written.span),
      message: `The file says ${file.value.toFixed()} for this date${line}, and that is what counts. Remove this actual, or correct one of the two.`,
      related:
        path === undefined ? [] : [{ at: at(kpi, path.span), message: "The file is named here." }],
    };
  }
}

/** A second figure for a day; where the file has another one, that has been said. */
function* byFirst(kpi: Entity, { repeated, shadowed }: KpiState): Iterable<RuleFinding> {
  const told = new Set(shadowed.map(({ written }) => written.written));
  for (const { written, first } of repeated) {
    const { written: place, day } = written;
    if (place === undefined || first.written === undefined || told.has(place)) continue;
    const isSame = first.value.eq(written.value);
    const counts = isSame || told.has(first.written) ? "" : ", and the first one counts";
    yield {
      at: at(kpi, place.span),
      message: `${subject(kpi)} has a figure for ${readable(day)} already, ${first.value.toFixed()}${counts}. Remove this actual, or correct its date.`,
      related: [{ at: at(kpi, first.written.span), message: "The first one is here." }],
    };
  }
}
