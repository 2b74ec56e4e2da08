// A day and a horizon → the fields that make a new KPI complete, for quick fixes.
import { Big } from "big.js";
import { iso, parts } from "../model/calendar.ts";
import { horizonOf } from "../model/derive/schedule.ts";
import type { Model } from "../model/universe.ts";
import type { NewField } from "./edits.ts";

/** Unit, baseline and target, to be overwritten by hand. */
export function kpiFields(model: Model): readonly NewField[] {
  return [
    { name: "unit", value: "%" },
    { name: "baseline", value: `0 on ${iso(model.today)}` },
    { name: "target", value: `100 by ${targetDate(model)}` },
  ];
}

/** A date by which a target may be reached: the end of the horizon, else a year from today. */
export function targetDate(model: Model): string {
  const end = horizonOf(model)?.end;
  if (end !== undefined && end > model.today) return iso(end);
  return `${parts(model.today).year + 1}-12-31`;
}

/** A tenth more, or less where less is better. */
export function aTenthFrom(value: Big, direction: string | undefined): string {
  const tenth = value.eq(0) ? new Big(1) : value.abs().div(10);
  if (direction === "maintain") return value.toFixed();
  return (direction === "decrease" ? value.minus(tenth) : value.plus(tenth)).toFixed();
}
