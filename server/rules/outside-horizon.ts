// Timelines, due dates and targets that end after the time that the strategy covers.
import { type Day, readable } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { datesOf, dueOf, horizonOf } from "../model/derive/schedule.ts";
import { type Entity, written } from "../model/entity.ts";
import { isCurrent } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const outsideHorizon: Rule = {
  id: "outside-horizon",
  group: "Roadmap",
  severity: "warning",
  says: "a timeline, due date or KPI target that ends after the strategy's horizon, on it",
  kinds: ["objective", "initiative", "kpi"],
  *judge(model, declaration) {
    const { strategy } = model;
    const end = horizonOf(model)?.end;
    if (strategy === undefined || end === undefined) return;
    if (!isCurrent(model.universe, declaration)) return;
    for (const one of endsOf(model, declaration)) {
      if (one.day <= end) continue;
      yield {
        at: one.at,
        message: `${one.says} on ${readable(one.day)}, after the horizon (${readable(end)}). Move it into the horizon, or widen the horizon.`,
        related: [{ at: atValue(strategy, "horizon"), message: "The horizon is set here." }],
      };
    }
  },
};

interface End {
  readonly at: RuleFinding["at"];
  readonly day: Day;
  readonly says: string;
}

function* endsOf(model: Model, one: Entity): Iterable<End> {
  if (one.kind === "kpi") yield* ofTargets(model, one);
  if (one.kind === "objective") yield* ofDue(model, one);
  if (one.kind !== "kpi") yield* ofTimeline(model, one);
}

function* ofTargets(model: Model, kpi: Entity): Iterable<End> {
  for (const { day, written: value } of kpiState(model.universe, kpi).targets) {
    if (day === undefined) continue;
    yield { at: at(kpi, value.span), day, says: `A target of ${subject(kpi)} is due` };
  }
}

function* ofDue(model: Model, objective: Entity): Iterable<End> {
  const due = written(objective, "due") ? dueOf(model.universe, objective) : undefined;
  if (due !== undefined)
    yield { at: atValue(objective, "due"), day: due, says: `${subject(objective)} is due` };
}

function* ofTimeline(model: Model, one: Entity): Iterable<End> {
  const { start, end, openEnd } = datesOf(model.universe, one) ?? {};
  // An open end is that of the horizon; it ends after it only where it starts after it.
  const last = openEnd ? start : end;
  if (last === undefined) return;
  const verb = openEnd ? "starts" : "ends";
  yield { at: atValue(one, "timeline"), day: last, says: `${subject(one)} ${verb}` };
}
