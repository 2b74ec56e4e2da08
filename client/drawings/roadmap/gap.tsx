// The gap group's sentence and its dashed amber frame.
import type { RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { Label, useLook } from "../look.tsx";
import { shorten } from "../text.ts";
import { dayOf, type Scale, xOf } from "../time.ts";
import { gapSentence } from "./row-sentences.ts";
import { type GapRow, gapKey, heightOf, type Row } from "./rows.ts";

/** The stretch of the gap group among the rows. */
export function gapOf(rows: readonly Row[]): { top: number; bottom: number } | undefined {
  const header = rows.find(({ key }) => key === gapKey);
  return header ? { top: header.y, bottom: heightOf(rows) } : undefined;
}

/** Beside the header of the gap group: its share of the money, and what to do. */
export function GapText(props: {
  readonly row: GapRow;
  readonly view: RoadmapView;
  readonly frame: Frame;
  readonly scale: Scale;
  readonly interactive: boolean;
}) {
  const { row, scale, view, frame } = props;
  const { measure } = useLook();
  if (frame.stacked) return null;
  const today = xOf(scale, dayOf(view.today));
  const right = Math.min(scale.width, Math.max(0, today)) + 10;
  const left = (text: string) => today - 10 - measure(text, 12, 400);
  const texts = [gapSentence(row.sum, props.interactive), gapSentence(row.sum, false)];
  const text = texts.find((one) => right + measure(one, 12, 400) <= scale.width || left(one) >= 0);
  const fits = text !== undefined && right + measure(text, 12, 400) <= scale.width;
  const x = fits || text === undefined ? right : left(text);
  return (
    <Label
      text={text ?? shorten(texts[1] ?? "", scale.width - x, 12, 400, measure)}
      x={x}
      middle={row.y + row.height / 2}
      size={12}
      halo="amberTint"
    />
  );
}

/** The dashed amber frame; `part` is the side that stays open where names and calendar are apart. */
export function GapFrame(props: {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly open?: "left" | "right";
}) {
  const { tokens } = useLook();
  const { top, bottom, width, open } = props;
  const left = open === "left" ? 0 : 1;
  const right = open === "right" ? width : width - 1;
  const y1 = top + 1;
  const y2 = bottom - 1;
  const edge =
    open === "right"
      ? `M${right} ${y1}H${left}V${y2}H${right}`
      : open === "left"
        ? `M${left} ${y1}H${right}V${y2}H${left}`
        : `M${left} ${y1}H${right}V${y2}H${left}Z`;
  return (
    <g>
      <rect x={0} y={top} width={width} height={bottom - top} fill={tokens.amberTint} />
      <path d={edge} fill="none" stroke={tokens.amber} stroke-width={1.5} stroke-dasharray="5 4" />
    </g>
  );
}
