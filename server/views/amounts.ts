// Amounts and shares → how every view prints them.
import type { Big } from "big.js";

/** An amount, or the least that it can be. */
export interface Amount {
  readonly amount: Big;
  readonly atLeast?: boolean | undefined;
}

/**
 * An amount as the picture prints it: one decimal from a million, thousands as k. Where the plan
 * comes to millions, hundred thousands are tenths of a million, so that a column has one unit.
 */
export function amountInWords({ amount, atLeast }: Amount, inMillions: boolean): string {
  // What would be rounded up to a thousand of a unit is one of the next.
  const least = inMillions ? 50_000 : 999_500;
  const text = amount.gte(999_950_000)
    ? `${amount.div(1_000_000_000).toFixed(1)}B`
    : amount.gte(least)
      ? `${amount.div(1_000_000).toFixed(1)}M`
      : amount.gte("999.5")
        ? `${amount.div(1000).toFixed(0)}k`
        : amount.toFixed(0);
  return atLeast ? `at least ${text}` : text;
}

/** "18M": a sum that is round stands without its decimal. */
export function roundAmount(words: string): string {
  return words.replace(/\.0(?=[MB])/, "");
}

/**
 * Whole percent; 0% and 100% only where it is so. A half goes to the larger share, so that a share and
 * the rest come to 100%.
 */
export function sharePercent(share: number): string {
  const whole = share < 0.5 ? 100 - Math.round((1 - share) * 100) : Math.round(share * 100);
  const shown = share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole;
  return `${shown}%`;
}

/** "2", "at least 2", "None known", "–": how many of some things are so, where of others nobody knows. */
export function countInWords(count: number, unknown: number, of: number): string {
  if (unknown === 0) return String(count);
  if (count > 0) return `at least ${count}`;
  return unknown < of ? "None known" : "–";
}

/** "+69%", "−12%", "0%"; where it rounds to nothing, with a sign all the same. */
export function signedPercent(share: number): string {
  const whole = Math.round(Math.abs(share) * 100);
  return `${share > 0 ? "+" : share < 0 ? "−" : ""}${whole}%`;
}
