// An exact amount → the short form in which people read it.
import type { Big } from "big.js";

/** `1.25M`, `340.5k`, `900`: at most two decimals, never more digits than the eye can compare. */
export function shortAmount(amount: Big): string {
  const size = amount.abs();
  if (size.gte(1e6)) return `${amount.div(1e6).round(2).toFixed()}M`;
  return size.gte(1e4) ? `${amount.div(1e3).round(1).toFixed()}k` : amount.round(2).toFixed();
}
