// Rows, the gap and the tray in words: where they count, and how much of them a filter leaves.

import { initiativeSentence } from "../sentences.ts";
import { count } from "../time.ts";
import type { InitiativeRow } from "./rows.ts";
import type { SiftedGap } from "./sift.ts";

/** The sentence of a row: of work that counts elsewhere it says where. */
export function rowSentence(row: InitiativeRow, currency?: string): string {
  const all = initiativeSentence(row.initiative, currency);
  if (row.ghost !== undefined) return `${all} Counted under ${row.ghost}.`;
  if (row.within && row.initiative.programme)
    return `${all} Counted in ${row.initiative.programme.title}.`;
  return row.dim ? `${all} It does not match the filter.` : all;
}

/** "8% of the money is not aligned. Align it with an objective, or write why it stands alone." */
export function gapSentence(gap: SiftedGap, hint: boolean): string {
  const { share, work } = gap;
  const what = share
    ? `${share} of the money${gap.passing === undefined ? "" : " shown"} is not aligned`
    : `${count(work, "initiative")} ${work === 1 ? "is" : "are"} not aligned`;
  const passing = gapPassing(gap);
  const behind = passing === undefined ? "" : ` ${passing[0]?.toUpperCase()}${passing.slice(1)}.`;
  if (!hint) return `${what} with any objective.${behind}`;
  return `${what}. Align it with an objective, or write why it stands alone.${behind}`;
}

/** "1 of 3 matches the filter"; nothing without a filter. */
export function gapPassing({ passing, initiatives }: SiftedGap): string | undefined {
  if (passing === undefined) return undefined;
  const all = initiatives.length;
  if (all === 1) return passing === 1 ? "it matches the filter" : "it does not match the filter";
  const number = passing === 0 ? "none" : String(passing);
  return `${number} of ${all} ${passing === 1 ? "matches" : "match"} the filter`;
}

/** "1 initiative, 0.3M" */
export function undatedSentence(gap: SiftedGap): string {
  const { initiatives, amount } = gap;
  const parts = [count(initiatives.length, "initiative"), amount, gapPassing(gap)];
  return parts.filter((part) => part).join(", ");
}
