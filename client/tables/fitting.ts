// What could be made of each sheet of a workbook → the one that is a plan.
import type { TableResult } from "../../server/protocol.ts";

/** The place of the result in which most is understood; the first where they are alike. */
export function fittest(results: readonly TableResult[]): number {
  const fits = results.map(fitOf);
  return fits.reduce((best, fit, at) => (fit > (fits[best] ?? -1) ? at : best), 0);
}

/** Columns that say something count more than rows, of which lists have many. */
function fitOf(result: TableResult): number {
  if ("refused" in result) return -1;
  const known = result.columns.filter(({ field, samples }) => field && samples.length > 0);
  return known.length + Math.min(result.declared, 1000) / 10_000;
}
