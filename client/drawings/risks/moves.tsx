// A risk that is dragged, and the square where it is dropped → what that means, in words and as a gesture.
import type { ListedRisk, RiskSquare, RisksView } from "../../../server/views/risks/shape.ts";
import type { DraggedSign, Drop, DropPlace } from "../drawing.ts";
import { asMarked } from "../marked.ts";
import { squareKey } from "./crowd.ts";
import type { MatrixFrame } from "./frame.ts";
import type { NumberedRisk } from "./numbered.ts";
import { ringRadius } from "./places.ts";
import { BeforeRing, NumberedSign } from "./signs.tsx";
import type { MatrixSpot } from "./slots.ts";
import { stepWords } from "./words.ts";

/** The key of the mark of a risk as it was before its response; all others are of today. */
export function beforeKey({ id }: ListedRisk): string {
  return `before:${id}`;
}

/** All squares, the most probable first, by rising impact. */
export function squarePlaces({ x, y, cell }: MatrixFrame): readonly DropPlace[] {
  return [5, 4, 3, 2, 1].flatMap((probability, line) =>
    [1, 2, 3, 4, 5].map((impact, column) => ({
      ...cell,
      key: placeKeyOf({ probability, impact }),
      x: x + column * cell.width,
      y: y + line * cell.height,
    })),
  );
}

function placeKeyOf(square: Pick<RiskSquare, "probability" | "impact">): string {
  return `square:${squareKey(square)}`;
}

/** The numbered sign of a risk: it stands for where the risk is today. */
export function todaySign(
  { risk, number }: NumberedRisk,
  at: MatrixSpot,
  size: MatrixFrame["mark"],
): DraggedSign {
  return {
    ...at,
    ...size,
    draw: () => <NumberedSign {...size} x={0} y={0} standing={risk.standing} number={number} />,
    from: risk.today && placeKeyOf(risk.today),
  };
}

export function beforeSign(risk: ListedRisk, at: MatrixSpot): DraggedSign {
  return {
    ...at,
    width: 2 * ringRadius,
    height: 2 * ringRadius,
    draw: () => <BeforeRing at={{ x: 0, y: 0 }} red={risk.standing === "above"} />,
    from: risk.before && placeKeyOf(risk.before),
  };
}

export function riskDropped(view: RisksView, mark: string, place: string): Drop | undefined {
  const [kind = "", id] = mark.split(/:(.*)/s);
  const risk = view.risks.find((one) => one.id === id);
  const square = view.squares.find((one) => placeKeyOf(one) === place);
  if (risk === undefined || square === undefined) return undefined;
  const isBefore = beforeKey(risk) === `${kind}:${id}`;
  const was = isBefore ? risk.before : risk.today;
  const { probability, impact, score } = square;
  const words = (step: number) => (stepWords[step - 1] ?? "").toLowerCase();
  const names = `robability ${words(probability)}, impact ${words(impact)}`;
  const where = isBefore ? `Before mitigation: p${names}` : `P${names}`;
  if (was && squareKey(was) === squareKey(square)) return { says: `${where}, as it is` };
  const [before, today] = isBefore ? [square, risk.today] : [risk.before, square];
  const isWorse = risk.treated === true && before && today && before.score < today.score;
  const isJudged = !isBefore && risk.standing !== "occurred" && square.above !== undefined;
  const sides = [
    ...(isJudged ? [square.above ? "above what is accepted" : "within what is accepted"] : []),
    ...(isWorse ? [isBefore ? "less than it is today" : "more than before mitigation"] : []),
  ];
  const says = `${where}: severity ${[score, ...sides].join(", ")}`;
  return {
    says,
    ...((isJudged && square.above) || isWorse ? { warns: true } : {}),
    gesture: {
      type: "rating",
      of: asMarked(risk),
      which: isBefore ? "before" : "today",
      ...(was ? { was: { probability: was.probability, impact: was.impact } } : {}),
      to: { probability, impact },
    },
  };
}
