// Some open work → what it takes and brings together: amount, cost, benefit, return and payback.
import { Big } from "big.js";
import type { Entity } from "../entity.ts";
import type { Model, Universe } from "../universe.ts";
import { benefitOf, hasBenefit, paybackMonthsIn, returnOn } from "./benefit.ts";
import { costOf, hasCost } from "./cost.ts";
import { currencyOf, exchangeRate, type Figure } from "./currency.ts";
import { hasAmount, sumOf } from "./money.ts";
import type { Told } from "./parts.ts";

export interface Takings {
  /** Undefined where none says what it takes, or where that of one is unknown. */
  readonly amount: Figure | undefined;
  /** Of those that say it; a minimum where that of one is unknown. Undefined where none is known. */
  readonly cost: Figure | undefined;
  readonly benefit: Figure | undefined;
  /** Of all of them; undefined where anything in it is only a minimum, or brings something at a cost that nobody names. */
  readonly return: number | undefined;
  readonly paybackMonths: number | undefined;
  /** Whether any says what it brings, well or faultily. */
  readonly saysBenefit: boolean;
  readonly saysCost: boolean;
}

/**
 * What some work comes to together, programmes without their parts beside them. What says nothing of a
 * figure adds nothing to it, as in every sum.
 */
export function takingsOf(model: Model, work: readonly Entity[]): Takings {
  const all = model.universe;
  const costly = work.filter((one) => hasCost(all, one));
  const useful = work.filter((one) => hasBenefit(all, one));
  const cost = knownSum(model, costly, costOf);
  const benefit = knownSum(model, useful, benefitOf);
  const isPriced = useful.every((one) => hasCost(all, one));
  return {
    amount: work.some((one) => hasAmount(all, one)) ? sumOf(model, work) : undefined,
    cost,
    benefit,
    return: isPriced ? returnOn(benefit, cost) : undefined,
    paybackMonths: isPriced && useful.length > 0 ? paybackMonthsIn(all, costly) : undefined,
    saysBenefit: useful.length > 0,
    saysCost: costly.length > 0,
  };
}

/** What is known of a figure, at least; undefined where nothing of it is. */
function knownSum(
  model: Model,
  among: readonly Entity[],
  figureOf: Told["figure"],
): Figure | undefined {
  const all: Universe = model.universe;
  let sum: Big | undefined;
  let isMinimum = false;
  for (const one of among) {
    const figure = figureOf(all, one);
    const rate = exchangeRate(all.modelOf(one), model);
    if (figure === undefined || rate === undefined) isMinimum = true;
    else {
      sum = figure.amount.times(rate).plus(sum ?? new Big(0));
      isMinimum ||= figure.atLeast === true;
    }
  }
  if (sum === undefined) return undefined;
  return { amount: sum, currency: currencyOf(model), ...(isMinimum ? { atLeast: true } : {}) };
}
