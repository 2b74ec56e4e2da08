// What all rows of the column of names share: what is lit, their grounds, and the figure at the right.
import type { RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { Label, useLook } from "../look.tsx";
import { amountShown } from "../sentences.ts";
import type { ColourToken } from "../theme.ts";
import type { Row } from "./rows.ts";

/** Which rows are lit, by key. */
export interface Lit {
  readonly hover?: string;
  readonly cursor?: string;
  /** The one row that the tab key reaches. */
  readonly focus?: string;
}

export interface NamesProps {
  readonly view: RoadmapView;
  readonly rows: readonly Row[];
  readonly frame: Frame;
  readonly lit: Lit;
  readonly interactive: boolean;
}

/** How far a level is indented; where the column is small, less. */
export function stepOf(frame: Frame): number {
  return frame.mode === "middle" ? 10 : 16;
}

/** What lies behind a row. */
export function groundOf(row: Row, lit: Lit): ColourToken {
  if (row.key === lit.cursor) return "row";
  if (row.type === "gap" || (row.type === "initiative" && row.gap)) return "amberTint";
  if (row.type === "group" && row.group.depth === 0) return "raised";
  return row.key === lit.hover ? "raised" : "bg";
}

/** The ground of a row from `x` to `x + width`; nothing where it is the page's own. */
export function RowGround(props: { row: Row; lit: Lit; x: number; width: number }) {
  const { tokens } = useLook();
  const ground = groundOf(props.row, props.lit);
  if (ground === "bg" || ground === "amberTint") return null;
  const { y, height } = props.row;
  return <rect x={props.x} y={y} width={props.width} height={height} fill={tokens[ground]} />;
}

/** A figure in the column of money; that of a part is in its programme's. */
export function ColumnFigure(props: {
  readonly frame: Frame;
  readonly text: string | undefined;
  readonly middle: number;
  readonly size?: number;
  readonly strong?: boolean;
  readonly part?: boolean;
}) {
  const { measure } = useLook();
  const { frame, part = false, size = part ? 11 : 13 } = props;
  if (frame.money === undefined) return null;
  const amount = amountShown(props.text);
  const text = part ? `of it ${amount}` : amount;
  if (part && measure(text, size, 400) > frame.money - frame.health - 8) return null;
  return (
    <Label
      text={text}
      x={frame.money}
      middle={props.middle}
      size={size}
      weight={props.strong ? 600 : 400}
      fill={props.strong ? "ink" : "ink2"}
      anchor="end"
      figures
    />
  );
}
