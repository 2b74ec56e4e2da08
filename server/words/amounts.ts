// Exact figures → the short form in which people read them, and what tells two of them apart.
import type { Big } from "big.js";

/**
 * How a figure is usually written: `money` in thousands and millions, a `percent` whole, a `number`
 * (FTE, a measured value) with up to two decimals; or with up to as many as are named.
 */
export type Form = "money" | "percent" | "number" | { readonly decimals: number };

/** `1.25M`, `340.5k`, `900`: at most two decimals, never more digits than the eye can compare. */
export function shortAmount(amount: Big): string {
  return write(amount, "money", 0).text;
}

/** `1,900,000`: all digits, in groups of three. */
export function longAmount(amount: Big): string {
  const [whole = "", decimals] = amount.round(2).toFixed().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals.padEnd(2, "0")}`;
}

/**
 * Two figures that are compared, each in its short form with the fewest further decimals that tell
 * the two apart: 2 and 2.004 FTE are `2` and `2.004`, 1.2M and 1,200,400 EUR `1.2M` and `1.2004M`,
 * 40% and 40.3% `40` and `40.3`. Figures that are the same, or differ by less than anyone could
 * mean, read the same. What stands behind them (`%`, ` FTE`, ` EUR`) is the caller's.
 */
export function apart(a: Big, b: Big, form: Form): readonly [string, string] {
  const [first = "", second = ""] = allApart([a, b], form);
  return [first, second];
}

/** The same for a row of figures, such as measurements: all that differ are told apart. */
export function allApart(figures: readonly Big[], form: Form): readonly string[] {
  const different = countOf(figures.map((figure) => write(figure, form, most).value));
  for (let more = 0; ; more += 1) {
    const shown = figures.map((figure) => write(figure, form, more));
    const seen = countOf(shown.map(({ value }) => value));
    if (seen === different || more === most) return shown.map(({ text }) => text);
  }
}

/**
 * A computed figure beside a measured one: with as many decimals as that has, two at least, and as
 * many more as it takes to see which is larger. 0.3869 beside 0.405 is `0.387`.
 */
export function beside(computed: Big, measured: Big): string {
  let places = Math.max(2, measured.toFixed().split(".")[1]?.length ?? 0);
  while (places < 20 && computed.round(places).cmp(measured) !== computed.cmp(measured)) places++;
  return computed.round(places).toFixed();
}

/** So many further decimals are tried: what differs by less is the rounding of a division. */
const most = 10;

function countOf(texts: readonly string[]): number {
  return new Set(texts).size;
}

/** The units of money: from which size on they are used, with how many decimals. */
const units = [
  { sign: "M", power: 6, from: 1e6, decimals: 2 },
  { sign: "k", power: 3, from: 1e4, decimals: 1 },
  { sign: "", power: 0, from: 0, decimals: 2 },
] as const;

/** A figure as text, and the value that the text stands for. */
function write(figure: Big, form: Form, more: number): { text: string; value: string } {
  if (form !== "money") {
    const usual = form === "percent" ? 0 : form === "number" ? 2 : form.decimals;
    const text = figure.round(usual + more).toFixed();
    return { text, value: text };
  }
  for (const { sign, power, from, decimals } of units) {
    const rounded = figure.round(decimals + more - power);
    if (rounded.abs().lt(from)) continue;
    return { text: `${rounded.div(`1e${power}`).toFixed()}${sign}`, value: rounded.toFixed() };
  }
  return { text: figure.toFixed(), value: figure.toFixed() };
}
