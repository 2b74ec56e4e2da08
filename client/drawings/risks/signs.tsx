// The signs of a risk: its numbered mark, the ring before anything was done, the arrow between both.
import type { RatedSquare, RiskStanding } from "../../../server/views/risks/shape.ts";
import { Label, round, useLook } from "../look.tsx";
import type { MatrixFrame } from "./frame.ts";
import { ringRadius } from "./places.ts";
import type { MatrixSpot } from "./slots.ts";

interface SignProps {
  readonly x: number;
  readonly y: number;
  readonly standing: RiskStanding;
  /** Missing where it is not rated. */
  readonly number?: number | undefined;
  readonly width: number;
  readonly height: number;
}

/** Red square above the appetite, ink disc within, red square with ring where it occurred, dashed ring unrated. */
export function NumberedSign({ x, y, standing, number, width, height }: SignProps) {
  const { tokens, measure } = useLook();
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  if (number === undefined && standing !== "occurred")
    return (
      <circle
        cx={round(x)}
        cy={round(y)}
        r={height / 2 - 4}
        fill="none"
        stroke={tokens.grey}
        stroke-width={1.4}
        stroke-dasharray="2.4 2"
      />
    );
  const isRed = standing === "above" || standing === "occurred";
  const inset = standing === "occurred" ? 3.5 : 0;
  const text = number === undefined ? "" : String(number);
  return (
    <g>
      <rect
        x={left - 2}
        y={top - 2}
        width={width + 4}
        height={height + 4}
        rx={isRed ? 6 : height / 2 + 2}
        fill={tokens.bg}
      />
      {standing === "occurred" && (
        <rect
          x={left + 0.75}
          y={top + 0.75}
          width={width - 1.5}
          height={height - 1.5}
          rx={5}
          fill="none"
          stroke={tokens.red}
          stroke-width={1.5}
        />
      )}
      <rect
        x={left + inset}
        y={top + inset}
        width={width - 2 * inset}
        height={height - 2 * inset}
        rx={isRed ? (inset > 0 ? 2.5 : 4) : height / 2}
        fill={isRed ? tokens.red : tokens.ink}
      />
      <Label
        text={text}
        x={x - measure(text, 11, 600) / 2}
        middle={y}
        size={11}
        weight={600}
        fill="onSolid"
      />
    </g>
  );
}

/** "+5": the others of a square. */
export function MoreSign(props: {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
}) {
  const { tokens, measure } = useLook();
  const { x, y, width, height, text } = props;
  return (
    <g>
      <rect
        x={round(x - width / 2)}
        y={round(y - height / 2)}
        width={width}
        height={height}
        rx={height / 2}
        fill={tokens.bg}
        stroke={tokens.ink2}
        stroke-width={1.25}
      />
      <Label text={text} x={x - measure(text, 11, 600) / 2} middle={y} size={11} weight={600} />
    </g>
  );
}

export function BeforeRing({ at, red }: { readonly at: MatrixSpot; readonly red: boolean }) {
  const { tokens } = useLook();
  return (
    <circle
      cx={round(at.x)}
      cy={round(at.y)}
      r={ringRadius}
      fill={tokens.bg}
      stroke={red ? tokens.red : tokens.ink2}
      stroke-width={1.5}
    />
  );
}

/** From the edge of the ring to just before the mark, with a halo, so that it is seen over lines. */
export function MovedArrow(props: {
  readonly from: MatrixSpot;
  readonly to: MatrixSpot;
  readonly mark: { readonly width: number; readonly height: number };
  readonly red: boolean;
}) {
  const { tokens } = useLook();
  const { from, to, mark, red } = props;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const gap = edgeOf(mark, dx, dy) + 4;
  const [x1, y1] = [from.x + dx * ringRadius, from.y + dy * ringRadius];
  const [x2, y2] = [to.x - dx * gap, to.y - dy * gap];
  const [x3, y3] = [x2 - dx * 8, y2 - dy * 8];
  const colour = red ? tokens.red : tokens.ink2;
  const line = { x1: round(x1), y1: round(y1), x2: round(x3 + dx), y2: round(y3 + dy) };
  const corner = (x: number, y: number) => `${round(x)} ${round(y)}`;
  return (
    <g>
      <line {...line} stroke={tokens.bg} stroke-width={3.5} />
      <line {...line} stroke={colour} stroke-width={red ? 1.75 : 1.25} />
      <path
        d={`M${corner(x2, y2)}L${corner(x3 - dy * 4, y3 + dx * 4)}L${corner(x3 + dy * 4, y3 - dx * 4)}Z`}
        fill={colour}
      />
    </g>
  );
}

/** From the middle of a mark to its edge, in a direction. */
function edgeOf(
  mark: { readonly width: number; readonly height: number },
  dx: number,
  dy: number,
): number {
  const aside = Math.abs(dx) < 0.01 ? Number.POSITIVE_INFINITY : mark.width / 2 / Math.abs(dx);
  const along = Math.abs(dy) < 0.01 ? Number.POSITIVE_INFINITY : mark.height / 2 / Math.abs(dy);
  return Math.min(aside, along);
}

/** How severe a square is: over the arrows that cross it, in the colour of its ground. */
export function SquareNumber(props: { readonly square: RatedSquare; readonly frame: MatrixFrame }) {
  const { square, frame } = props;
  const within = { low: "bg", medium: "raised", high: "done" } as const;
  return (
    <Label
      text={String(square.score)}
      x={(square.impact - 1) * frame.cell.width + (frame.bare ? 5 : 9)}
      middle={(5 - square.probability) * frame.cell.height + (frame.bare ? 10 : 14)}
      size={11}
      fill="ink2"
      figures
      halo={square.above ? "redTint" : within[square.severity]}
    />
  );
}
