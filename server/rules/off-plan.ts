// Work that has moved away from the plan that was approved, in time or in money.
import { Big } from "big.js";
import { readable } from "../model/calendar.ts";
import { initialBudget, initialSpan, overrunOf, slipDays } from "../model/derive/baseline.ts";
import { amountOf } from "../model/derive/money.ts";
import { datesOf } from "../model/derive/schedule.ts";
import { type Entity, written } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { apart } from "../words/amounts.ts";
import { at, atName, atValue, type Rule, type RuleFinding, subject } from "./rule.ts";

export const offPlan: Rule = {
  id: "off-plan",
  group: "Roadmap",
  severity: "warning",
  says: "an end later than first approved by over `percent` (20) of the initial length, or an amount over the initial budget (0 aside) by as much; on the timeline, or on the budget or `cost`",
  options: {
    percent: { default: 20, doc: "How far work may move from its initial plan, in percent of it." },
  },
  kinds: ["initiative"],
  *judge(model, initiative, { percent = 20 }) {
    if (!isCommitted(model.universe, initiative)) return;
    yield* late(model, initiative, percent);
    yield* dear(model, initiative, percent);
  },
};

function* late(model: Model, initiative: Entity, percent: number): Iterable<RuleFinding> {
  const all = model.universe;
  const initial = initialSpan(all, initiative);
  const slip = slipDays(all, initiative);
  const { end } = datesOf(all, initiative) ?? {};
  if (initial === undefined || slip === undefined || end === undefined) return;
  const length = initial.end - initial.start + 1;
  if (slip * 100 <= percent * length) return;
  yield {
    at: atValue(initiative, "timeline"),
    message: `${subject(initiative)} ends on ${readable(end)}, ${slip} ${slip === 1 ? "day" : "days"} later than first approved (${readable(initial.end)}). Say in a review why it moved, or do less.`,
    related: approved(initiative),
  };
}

function* dear(model: Model, initiative: Entity, percent: number): Iterable<RuleFinding> {
  const initial = initialBudget(model, initiative)?.amount;
  const amount = amountOf(model.universe, initiative);
  const overrun = overrunOf(model.universe, initiative)?.times(100);
  if (initial === undefined || amount === undefined || !overrun?.gt(percent)) return;
  const [share] = apart(overrun, new Big(percent), "percent");
  const figures = apart(amount.amount, initial, "money");
  yield {
    at: amountPlace(initiative),
    message: `${subject(initiative)} takes ${amount.atLeast ? "at least " : ""}${figures[0]}, ${share}% more than first approved (${figures[1]}). Say in a review why it grew, or do less.`,
    related: approved(initiative),
  };
}

/** Where its amount is written: the budget, else its costs, else those of its parts. */
function amountPlace(initiative: Entity): RuleFinding["at"] {
  if (written(initiative, "budget")) return atValue(initiative, "budget");
  const word = initiative.fields.get("cost")?.node.name;
  return word === undefined ? atName(initiative) : at(initiative, word);
}

function approved(initiative: Entity): NonNullable<RuleFinding["related"]> {
  const word = initiative.fields.get("initial")?.node.name;
  return word === undefined
    ? []
    : [{ at: at(initiative, word), message: "The plan as first approved is here." }];
}
