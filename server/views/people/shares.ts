// Exact parts of a sum → the same in words, rounded so that they come to the sum as it is told.
import { Big } from "big.js";

/** With so many decimals at most. */
const most = 4;

/**
 * Parts of a load, with as many decimals as the load is told with, and more where a part would read 0;
 * `sum` is the load with that many. What rounding leaves over goes to the parts that lost most by it.
 */
export function sharesInWords(
  parts: readonly Big[],
  total: Big,
  told: string,
): { readonly shares: readonly string[]; readonly sum: string } {
  const usual = Math.max(1, told.split(".")[1]?.length ?? 0);
  for (let decimals = usual; ; decimals++) {
    const sum = total.round(decimals);
    const shares = rounded(parts, sum, decimals);
    if (decimals >= most + usual || shares.every((one) => one.gt(0)))
      return { shares: shares.map((one) => one.toFixed()), sum: sum.toFixed() };
  }
}

function rounded(parts: readonly Big[], sum: Big, decimals: number): readonly Big[] {
  const step = new Big(`1e-${decimals}`);
  const floors = parts.map((part) => part.round(decimals, Big.roundDown));
  const left = floors
    .reduce((rest, one) => rest.minus(one), sum)
    .div(step)
    .toNumber();
  const byLoss = parts
    .map((part, index) => ({ index, lost: part.minus(floors[index] ?? part).toNumber() }))
    .toSorted((a, b) => b.lost - a.lost);
  const raised = new Set(byLoss.slice(0, Math.max(0, Math.round(left))).map(({ index }) => index));
  return floors.map((one, index) => (raised.has(index) ? one.plus(step) : one));
}
