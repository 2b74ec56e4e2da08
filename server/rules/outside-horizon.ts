// Timelines, due dates and targets that end after the time that the strategy covers.
import { type Day, readable } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { datesOf, dueOf, horizonOf } from "../model/derive/schedule.ts";
import { type Entity, written } from "../model/entity.ts";
import { committedWork, openKpisOf, openOf } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const outsideHorizon: Rule = {
  id: "outside-horizon",
  group: "Roadmap",
  severity: "warning",
  says: "a timeline, due date or KPI target that ends after the strategy's horizon, on it",
  *check(model) {
    const { strategy } = model;
    const end = horizonOf(model)?.end;
    if (strategy === undefined || end === undefined) return;
    const related = [{ at: atValue(strategy, "horizon"), message: "The horizon is set here." }];
    for (const one of ends(model)) {
      if (one.day <= end) continue;
      yield {
        at: one.at,
        message: `${one.says} on ${readable(one.day)}, after the horizon (${readable(end)}). Move it into the horizon, or widen the horizon.`,
        related,
      };
    }
  },
};

interface End {
  readonly at: RuleFinding["at"];
  readonly day: Day;
  readonly says: string;
}

function* ends(model: Model): Iterable<End> {
  const all = model.universe;
  for (const objective of openOf(model, "objective")) {
    const hasDue = written(objective, "due");
    const due = hasDue ? dueOf(all, objective) : undefined;
    if (due !== undefined)
      yield { at: atValue(objective, "due"), day: due, says: `${subject(objective)} is due` };
    yield* ofTimeline(model, objective);
  }
  for (const initiative of committedWork(model)) yield* ofTimeline(model, initiative);
  for (const kpi of openKpisOf(model)) {
    for (const { day, written: value } of kpiState(all, kpi).targets) {
      if (day === undefined) continue;
      yield { at: at(kpi, value.span), day, says: `A target of ${subject(kpi)} is due` };
    }
  }
}

function* ofTimeline(model: Model, one: Entity): Iterable<End> {
  const { start, end, openEnd } = datesOf(model.universe, one) ?? {};
  // An open end is that of the horizon; it ends after it only where it starts after it.
  const last = openEnd ? start : end;
  if (last === undefined) return;
  const verb = openEnd ? "starts" : "ends";
  yield { at: atValue(one, "timeline"), day: last, says: `${subject(one)} ${verb}` };
}
