// Numbered risks → the rows of the list with their places: headings, risks, and the sum at the foot.
import type { RiskStanding } from "../../../server/views/risks/shape.ts";
import type { ListFrame, MatrixFrame } from "./frame.ts";
import type { NumberedRisk } from "./numbered.ts";
import type { MatrixSpot } from "./slots.ts";

interface At {
  readonly y: number;
  readonly height: number;
}

export interface HeadingRow extends At {
  readonly is: "heading";
  readonly standing: RiskStanding;
  readonly count: number;
}

export interface RiskRow extends At {
  readonly is: "risk";
  readonly of: NumberedRisk;
}

export interface SumRow extends At {
  readonly is: "sum";
}

export type ListRow = HeadingRow | RiskRow | SumRow;

export const headings: Readonly<Record<RiskStanding, string>> = {
  above: "Above appetite",
  within: "Within appetite",
  rated: "Appetite not understood",
  unrated: "Not rated",
  occurred: "Occurred",
};

export function rowsIn(
  risks: readonly NumberedRisk[],
  frame: ListFrame,
  top: number,
): readonly ListRow[] {
  const rows: ListRow[] = [];
  let y = top;
  const counts = new Map<RiskStanding, number>();
  for (const { risk } of risks) counts.set(risk.standing, (counts.get(risk.standing) ?? 0) + 1);
  let standing: RiskStanding | undefined;
  for (const of of risks) {
    if (of.risk.standing !== standing) {
      standing = of.risk.standing;
      rows.push({
        is: "heading",
        standing,
        count: counts.get(standing) ?? 0,
        y,
        height: frame.band,
      });
      y += frame.band;
    }
    rows.push({ is: "risk", of, y, height: frame.row });
    y += frame.row;
  }
  if (risks.some(({ risk }) => risk.standing !== "occurred"))
    rows.push({ is: "sum", y, height: 40 });
  return rows;
}

/** The middle of the sign of a risk in the list. */
export function signPlace({ y, height }: RiskRow, frame: ListFrame): MatrixSpot {
  return { x: frame.x + frame.markWidth / 2, y: y + height / 2 };
}

export function signSize({ dense, markWidth }: ListFrame): MatrixFrame["mark"] {
  const height = dense ? 22 : 24;
  return { width: Math.max(height, markWidth), height };
}
