// What some work adds to sums, as exact decimals → one sum, as the model makes it.
import { Big } from "big.js";
import type { Amount } from "../amounts.ts";
import type { CountedAmount } from "./shape.ts";

/** Undefined where one of them is not understood; 0 of nothing. */
export function sumOfAmounts(amounts: readonly CountedAmount[]): Amount | undefined {
  let amount = new Big(0);
  let isLeast = false;
  for (const one of amounts) {
    if (one.amount === undefined) return undefined;
    amount = amount.plus(one.amount);
    isLeast ||= one.atLeast === true;
  }
  return { amount, ...(isLeast && { atLeast: true }) };
}

/** A part of a sum, as a fraction; undefined where there is nothing, and where one is not known. */
export function shareOf(part: Amount | undefined, whole: Amount | undefined): number | undefined {
  if (part === undefined || whole === undefined || whole.amount.eq(0)) return undefined;
  return part.amount.div(whole.amount).toNumber();
}
