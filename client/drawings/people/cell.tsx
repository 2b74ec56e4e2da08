// The load of a team in a quarter → its cell: a number on a blue that says how much of the capacity it takes.
import type { LoadCell, LoadUse } from "../../../server/views/people/shape.ts";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel } from "../parts.tsx";
import type { Tokens } from "../theme.ts";

interface CellProps {
  readonly cell: LoadCell | undefined;
  /** The team has no capacity of its own. */
  readonly isPart: boolean;
  readonly isLow: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The blue of a use, and how much of it. */
function blueOf(use: LoadUse, tokens: Tokens): { readonly fill: string; readonly opacity: number } {
  if (use === "over") return { fill: tokens.redTint, opacity: 1 };
  if (use === "full") return { fill: tokens.workEdge, opacity: 0.45 };
  return { fill: tokens.workTint, opacity: use === "half" ? 0.45 : 1 };
}

/** Where tints are not told apart: how much of the foot of a cell is a bar. */
const bars: Readonly<Record<LoadUse, number>> = { half: 1 / 3, most: 2 / 3, full: 1, over: 1 };

export function CellBox(props: CellProps) {
  const { cell } = props;
  return (
    <g transform={`translate(${round(props.x)} ${round(props.y)})`}>
      <CellGround
        use={cell?.use}
        isSilent={cell !== undefined && cell.fte === undefined}
        width={props.width}
        height={props.height}
      />
      {cell?.fte === undefined ? (
        <Label
          text="–"
          x={inset(props.width)}
          middle={props.height / 2}
          fill={cell === undefined ? "ink2" : "ink"}
        />
      ) : (
        <CellText {...props} cell={cell} fte={cell.fte} />
      )}
    </g>
  );
}

function inset(width: number): number {
  return width < 56 ? 6 : 10;
}

/** The ground of a cell: a blue, a red frame; dashed where it is not written how much is asked. */
export function CellGround(props: {
  readonly use: LoadUse | undefined;
  readonly isSilent: boolean;
  readonly width: number;
  readonly height: number;
}) {
  const { tokens, contrast } = useLook();
  const { use, isSilent, width, height } = props;
  const box = (by: number) => ({
    x: by,
    y: by,
    width: round(width - 2 * by),
    height: height - 2 * by,
    rx: 3,
  });
  if (use === "over")
    return <rect {...box(1)} fill={tokens.redTint} stroke={tokens.red} stroke-width={2} />;
  if (use === undefined)
    return (
      <rect
        {...box(0.5)}
        fill="none"
        stroke={isSilent ? tokens.grey : tokens.grid}
        {...(isSilent ? { "stroke-dasharray": "4 3" } : {})}
      />
    );
  const { fill, opacity } = blueOf(use, tokens);
  if (!contrast) return <rect {...box(0)} fill={fill} fill-opacity={opacity} />;
  return (
    <g>
      <rect {...box(0.5)} fill="none" stroke={tokens.workEdge} />
      <rect
        x={3}
        y={height - 6}
        width={round((width - 6) * bars[use])}
        height={3}
        fill={tokens.workEdge}
      />
    </g>
  );
}

/** One line; where it is a lower bound or there is little room, up to three. */
function CellText(props: CellProps & { readonly cell: LoadCell; readonly fte: string }) {
  const { measure } = useLook();
  const { cell, fte, width, height, isLow } = props;
  const left = inset(width);
  // A figure is never cut.
  const excess = (more: string) =>
    measure(`+${more}`, 11, 600) <= width - left - 3 ? `+${more}` : "over";
  const over = cell.over === undefined ? undefined : excess(cell.over);
  const isBelow = over !== undefined && isLow;
  const lines = 1 + (cell.atLeast ? 1 : 0) + (isBelow ? 1 : 0);
  const first = height / 2 - ((lines - 1) * 15) / 2;
  const number = first + (cell.atLeast ? 15 : 0);
  const behind = over !== undefined && !isBelow ? measure(over, 11, 600) + 12 : 0;
  return (
    <g>
      {cell.atLeast && (
        <FitLabel
          text="at least"
          x={left}
          middle={first}
          size={11}
          fill="ink2"
          width={width - left - 3}
        />
      )}
      <CellNumber
        text={fte}
        x={left}
        middle={number}
        width={width - left - 4 - behind}
        isBold={over !== undefined}
        isQuiet={props.isPart && cell.use === undefined}
      />
      {over !== undefined && (
        <Label
          text={over}
          x={isBelow ? left : width - 9}
          middle={isBelow ? number + 15 : number}
          size={11}
          weight={600}
          fill="red"
          anchor={isBelow ? "start" : "end"}
          figures
        />
      )}
    </g>
  );
}

/** A number is never cut: where it does not fit it is smaller. */
function CellNumber(props: {
  readonly text: string;
  readonly x: number;
  readonly middle: number;
  readonly width: number;
  readonly isBold: boolean;
  readonly isQuiet: boolean;
}) {
  const { measure } = useLook();
  const { text, width, isBold, isQuiet, ...at } = props;
  const weight = isBold ? 600 : 400;
  const size = measure(text, 13, weight) <= width ? 13 : 11;
  return (
    <Label
      {...at}
      text={measure(text, size, weight) <= width ? text : "…"}
      size={size}
      weight={weight}
      fill={isQuiet ? "ink2" : "ink"}
      figures
    />
  );
}
