// The plan as first approved → how far work has moved from it, in time and in money.
import type { Big } from "big.js";
import type { DaySpan } from "../calendar.ts";
import { blockOf, type Entity, unknownIn } from "../entity.ts";
import type { Model, Universe } from "../universe.ts";
import { convert, currencyOf, type Figure } from "./currency.ts";
import { amountOf } from "./money.ts";
import { datesOf, timelineSpan } from "./schedule.ts";

/** The timeline as first approved, where it has an end; undefined where nothing or nothing clear is written. */
export function initialSpan(all: Universe, initiative: Entity): DaySpan | undefined {
  const [value] = initialValues(initiative, "timeline");
  if (value?.is !== "period") return undefined;
  const { start, end } = timelineSpan(value, all.modelOf(initiative).fiscal) ?? {};
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The budget as first approved, in the currency of its project. */
export function initialBudget(model: Model, initiative: Entity): Figure | undefined {
  const [value] = initialValues(initiative, "budget");
  const amount = value?.is === "money" ? convert(model, value) : undefined;
  return amount && { amount, currency: currencyOf(model) };
}

/**
 * By how many days work ends later than first approved: end − initial end. Below 0 where it ends
 * sooner; undefined where one of them is not known.
 */
export function slipDays(all: Universe, initiative: Entity): number | undefined {
  const { end, openEnd } = datesOf(all, initiative) ?? {};
  const initial = initialSpan(all, initiative);
  return end === undefined || openEnd || initial === undefined ? undefined : end - initial.end;
}

/**
 * By which fraction work takes more than first approved: amount ÷ initial budget − 1, exact.
 * Undefined where one of them is not known, and for an initial budget of 0.
 */
export function overrunOf(all: Universe, initiative: Entity): Big | undefined {
  const initial = initialBudget(all.modelOf(initiative), initiative)?.amount;
  const amount = amountOf(all, initiative)?.amount;
  if (initial === undefined || amount === undefined || initial.eq(0)) return undefined;
  return amount.div(initial).minus(1);
}

function initialValues(initiative: Entity, field: string) {
  if (unknownIn(initiative, "initial")) return [];
  const use = blockOf(initiative, "initial").get(field);
  return use === undefined || use.faulty ? [] : use.values;
}
