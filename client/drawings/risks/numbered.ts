// Risks in the order of their list → the number of each, which is the same in the matrix.
import type { ListedRisk } from "../../../server/views/risks/shape.ts";

/** A risk with its number; one that is not rated has none, and no place in the matrix. */
export interface NumberedRisk {
  readonly risk: ListedRisk;
  readonly number?: number;
}

export function numbered(risks: readonly ListedRisk[]): readonly NumberedRisk[] {
  let count = 0;
  return risks.map((risk) => {
    if (risk.standing === "unrated" || risk.today === undefined) return { risk };
    count += 1;
    return { risk, number: count };
  });
}

/** Of the largest number; at least one. */
export function digitsOf(risks: readonly NumberedRisk[]): number {
  const last = risks.findLast(({ number }) => number !== undefined);
  return String(last?.number ?? 1).length;
}

/** Whether an arrow leads to where it is today: it was moved to another square, and has not occurred. */
export function hasMoved({ standing, before, today, treated }: ListedRisk): boolean {
  return (
    treated === true &&
    standing !== "occurred" &&
    before !== undefined &&
    today !== undefined &&
    (before.probability !== today.probability || before.impact !== today.impact)
  );
}
