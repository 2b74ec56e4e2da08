// Targets whose date has passed and that were not reached.
import { readable } from "../model/calendar.ts";
import { toldMissOf } from "../model/derive/missed.ts";
import { isOpenKpi } from "../model/status.ts";
import { addFigure, at, type Rule, subject } from "./rule.ts";

export const missedTarget: Rule = {
  id: "missed-target",
  group: "Measurement",
  severity: "warning",
  says: "the latest target whose date has passed is not reached by the latest actual of that day or later, or there is none and one frequency more has passed (not where an earlier actual reached it); on the target; silent where `off-track-kpi` speaks",
  kinds: ["kpi"],
  *judge(model, kpi) {
    if (!isOpenKpi(model.universe, kpi)) return;
    const missed = toldMissOf(model, kpi);
    if (missed?.target.day === undefined) return;
    const { target, by } = missed;
    const due = readable(missed.target.day);
    yield {
      at: at(kpi, target.written.span),
      message:
        by === undefined
          ? `${subject(kpi)} was to reach ${target.value.toFixed()} by ${due}, and nobody has measured it since. ${addFigure(kpi)}.`
          : `${subject(kpi)} was to reach ${target.value.toFixed()} by ${due}, and stood at ${by.value.toFixed()} on ${readable(by.day)}. Say what you do about it, or set a new target.`,
      related:
        by?.written === undefined
          ? []
          : [{ at: at(kpi, by.written.span), message: "The latest actual is here." }],
    };
  },
};
