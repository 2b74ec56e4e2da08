// KPIs and risks that stand beside nothing → their lines below all else.
import type { AlignmentView, GoalKpi, GoalRisk } from "../../../server/views/alignment/shape.ts";
import type { PictureMark } from "../drawing.ts";
import { Hairline, LabelLines } from "../parts.tsx";
import type { MeasureText } from "../text.ts";
import { linesOfText } from "../text-lines.ts";
import type { ColumnPlaces, ColumnSpan } from "./columns.ts";
import { lineMarks } from "./marks.ts";
import { type SignLine, signHeight } from "./place.ts";
import { KpiLine, RiskLine } from "./signs.tsx";
import { kpiInWords, looseInWords, riskInWords } from "./words.ts";

export interface LoosePlace {
  readonly top: number;
  readonly bottom: number;
  readonly says: readonly string[];
  readonly kpis: readonly SignLine<GoalKpi>[];
  readonly risks: readonly SignLine<GoalRisk>[];
  readonly kpiColumn: ColumnSpan;
  readonly riskColumn: ColumnSpan;
}

/** Undefined where everything stands beside something. */
export function placeLoose(
  view: AlignmentView,
  top: number,
  columns: ColumnPlaces,
  measure: MeasureText,
): LoosePlace | undefined {
  const { kpis, risks } = view.loose;
  if (kpis.length + risks.length === 0) return undefined;
  const { isFull, left, right, work } = columns;
  const start = top + 22;
  const column = isFull ? undefined : { x: work.x, width: right - work.x };
  const lines = <Sign,>(signs: readonly Sign[], from: number) =>
    signs.map((sign, index) => ({
      sign,
      middle: start + (from + index) * signHeight,
      height: signHeight,
    }));
  const says = linesOfText(looseInWords(view), work.x - left - 20, 12, 400, measure, 5);
  const count = isFull ? Math.max(kpis.length, risks.length) : kpis.length + risks.length;
  return {
    top,
    bottom: start + Math.max(count * signHeight, says.length * 18),
    says,
    kpis: lines(kpis, 0),
    risks: lines(risks, isFull ? 0 : kpis.length),
    kpiColumn: column ?? columns.kpis,
    riskColumn: column ?? columns.risks,
  };
}

export function LooseLines({ place, columns }: { place: LoosePlace; columns: ColumnPlaces }) {
  return (
    <g>
      <Hairline x={columns.left} y={place.top} width={columns.right - columns.left} />
      <LabelLines
        lines={place.says}
        step={18}
        x={columns.left}
        middle={place.top + 22}
        size={12}
        fill="ink2"
      />
      {place.kpis.map(({ sign, ...at }) => (
        <KpiLine key={sign.id} kpi={sign} {...at} {...place.kpiColumn} />
      ))}
      {place.risks.map(({ sign, ...at }) => (
        <RiskLine key={sign.id} risk={sign} {...at} {...place.riskColumn} />
      ))}
    </g>
  );
}

export function looseMarks(place: LoosePlace): readonly PictureMark[] {
  return [
    ...lineMarks("loose", place.kpis, place.kpiColumn, kpiInWords, "kpi"),
    ...lineMarks("loose", place.risks, place.riskColumn, riskInWords, "risk"),
  ];
}
