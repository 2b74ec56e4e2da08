// Targets that point the other way than the KPI should go.
import type { Big } from "big.js";
import { readable } from "../model/calendar.ts";
import { type KpiState, kpiState, type Mark } from "../model/derive/kpi.ts";
import type { Entity } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import { at, type Rule, type RuleFinding, subject } from "./rule.ts";

export const contradictoryTarget: Rule = {
  id: "contradictory-target",
  group: "Measurement",
  severity: "warning",
  says: "a target (marked) on the wrong side of the baseline for its direction, or targets that, in the order of their dates, turn back",
  kinds: ["kpi"],
  *judge(model, kpi) {
    if (!isOpenKpi(model.universe, kpi)) return;
    yield* contradictions(kpi, kpiState(model.universe, kpi));
  },
};

function* contradictions(
  kpi: Entity,
  { baseline, targets, direction, isDirectionAssumed }: KpiState,
): Iterable<RuleFinding> {
  // What is only assumed contradicts nothing: then the targets themselves show the way.
  const dated = targets.filter((target) => target.day !== undefined);
  const way = isDirectionAssumed ? wayOf(dated) : direction;
  if (way === undefined || way === "maintain") return;
  const isWorse = (one: Big, than: Big) => (way === "increase" ? one.lt(than) : one.gt(than));
  const word = way === "increase" ? "below" : "above";
  let furthest: Mark | undefined;
  for (const target of targets) {
    const place = at(kpi, target.written.span);
    if (baseline !== undefined && isWorse(target.value, baseline.value)) {
      yield {
        at: place,
        message: `${subject(kpi)} should ${way}, but its target ${shown(target)} is ${word} the baseline ${shown(baseline)}. Correct the target, or the direction.`,
        related: [{ at: at(kpi, baseline.written.span), message: "The baseline is here." }],
      };
      continue;
    }
    if (target.day === undefined) continue;
    if (furthest !== undefined && isWorse(target.value, furthest.value)) {
      yield {
        at: place,
        message: `${subject(kpi)} should ${way}, but its target ${shown(target)} is ${word} the earlier one, ${shown(furthest)}. Correct one of them.`,
        related: [{ at: at(kpi, furthest.written.span), message: "The earlier target is here." }],
      };
    } else furthest = target;
  }
}

/** The first two targets that differ show the way. */
function wayOf(targets: readonly Mark[]): KpiState["direction"] {
  const [first, ...rest] = targets;
  const other = rest.find((target) => first !== undefined && !target.value.eq(first.value));
  if (first === undefined || other === undefined) return undefined;
  return other.value.gt(first.value) ? "increase" : "decrease";
}

function shown({ value, day }: Mark): string {
  return day === undefined ? value.toFixed() : `${value.toFixed()} (${readable(day)})`;
}
