// Numbered risks → who is drawn in each square of the matrix, and who stands behind "+5".
import type { ListedRisk, RiskSquare } from "../../../server/views/risks/shape.ts";
import { hasMoved, type NumberedRisk } from "./numbered.ts";

/** A risk that is drawn. */
export interface Standing {
  readonly risk: ListedRisk;
  readonly number: number;
  readonly today: RiskSquare;
  /** Where its arrow begins. */
  readonly before?: RiskSquare;
}

/** The risks of a square that are not drawn one by one. */
export interface Crowd {
  readonly square: RiskSquare;
  readonly all: number;
  readonly hidden: readonly NumberedRisk[];
}

const most = 4;

/** At most four in a square, or three and what is left; fewer where there are fewer places. */
export function standingsOf(
  risks: readonly NumberedRisk[],
  slots: number,
  bare: boolean,
): { readonly standings: readonly Standing[]; readonly crowds: readonly Crowd[] } {
  const bySquare = Map.groupBy(
    risks.filter(({ number }) => number !== undefined),
    ({ risk }) => squareKey(risk.today),
  );
  const standings: Standing[] = [];
  const crowds: Crowd[] = [];
  for (const own of bySquare.values()) {
    const fits = own.length <= Math.min(most, slots);
    const shown = fits ? own : own.slice(0, Math.max(0, Math.min(most, slots) - 1));
    for (const { risk, number = 0 } of shown)
      if (risk.today)
        standings.push({
          risk,
          number,
          today: risk.today,
          ...(!bare && hasMoved(risk) && risk.before ? { before: risk.before } : {}),
        });
    const square = own[0]?.risk.today;
    if (!fits && square) crowds.push({ square, all: own.length, hidden: own.slice(shown.length) });
  }
  return { standings, crowds };
}

/** Two squares with the same key are one. */
export function squareKey(square: Pick<RiskSquare, "probability" | "impact"> | undefined): string {
  return square ? `${square.probability}-${square.impact}` : "";
}

/** What may stand in the marks of the matrix. */
export function textsInMarks(risks: readonly NumberedRisk[]): ReadonlySet<string> {
  const { standings, crowds } = standingsOf(risks, most, true);
  return new Set([...standings.map(({ number }) => String(number)), ...crowds.map(crowdText)]);
}

/** "+5"; where none of a square is drawn by itself, how many there are. */
export function crowdText({ all, hidden }: Crowd): string {
  return hidden.length === all ? String(all) : `+${hidden.length}`;
}
