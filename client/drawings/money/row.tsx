// A row of where money goes → its ground, its bar and its figures, side by side or one below the other.

import type { MoneyRow } from "../../../server/views/money/shape.ts";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel } from "../parts.tsx";
import {
  cellText,
  isBand,
  isLoss,
  type MoneyColumns,
  moneyFigures,
  rowEdges,
  rowIndent,
  smallPrint,
} from "./columns.ts";

export function MoneyRowShape(props: {
  readonly columns: MoneyColumns;
  readonly row: MoneyRow;
  readonly y: number;
  readonly height: number;
}) {
  const { tokens, contrast } = useLook();
  const { columns, row, y, height } = props;
  const edges = rowEdges(columns.box);
  const band = isBand(row);
  return (
    <g>
      {band && !row.gap && (
        <rect
          x={edges.x}
          y={y}
          width={edges.width}
          height={height}
          fill={tokens.raised}
          {...(contrast ? { stroke: tokens.rule, "stroke-width": 1 } : {})}
        />
      )}
      {row.gap && (
        <rect
          x={edges.x + 1}
          y={y + 1}
          width={edges.width - 2}
          height={height - 2}
          rx={3}
          fill={tokens.amberTint}
          stroke={tokens.amber}
          stroke-width={1.5}
          stroke-dasharray="5 4"
        />
      )}
      {columns.isTable ? (
        <TableRowShape columns={columns} row={row} middle={y + height / 2} />
      ) : (
        <LinesShape columns={columns} row={row} y={y} />
      )}
    </g>
  );
}

function TableRowShape(props: {
  readonly columns: MoneyColumns;
  readonly row: MoneyRow;
  readonly middle: number;
}) {
  const { columns, row, middle } = props;
  const { box, name, bars, ends } = columns;
  const band = isBand(row);
  const indent = rowIndent(row);
  const weight = band ? 600 : 400;
  const length = row.length * columns.unit;
  return (
    <>
      <FitLabel
        text={row.title}
        width={name - indent - 8}
        x={box.x + indent}
        middle={middle}
        weight={weight}
      />
      <BarShape row={row} x={bars} middle={middle} length={length} height={band ? 15 : 12} />
      <Label
        text={row.amount ?? "–"}
        x={bars + (length > 0 ? Math.max(2, length) + 8 : 0)}
        middle={middle}
        weight={weight}
        figures
      />
      {moneyFigures.map((figure) => {
        const text = cellText(row, figure);
        return (
          <Label
            key={figure}
            text={text}
            x={ends[figure]}
            middle={middle}
            anchor="end"
            fill={figure === "return" && isLoss(row) ? "red" : "ink"}
            weight={band && figure === "return" ? 600 : 400}
            figures
          />
        );
      })}
      {row.says !== undefined && (
        <Label
          text={row.says}
          x={ends.payback}
          middle={middle}
          size={12}
          anchor="end"
          fill="ink2"
        />
      )}
    </>
  );
}

function LinesShape(props: {
  readonly columns: MoneyColumns;
  readonly row: MoneyRow;
  readonly y: number;
}) {
  const { columns, row, y } = props;
  const { box, name } = columns;
  const indent = rowIndent(row);
  const weight = isBand(row) ? 600 : 500;
  const small = smallPrint(row);
  const room = box.width - indent;
  const length = row.length * columns.unit;
  const bar = row.length > 0 ? 14 : 0;
  return (
    <>
      <FitLabel
        text={row.title}
        width={name - indent}
        x={box.x + indent}
        middle={y + 14}
        weight={weight}
      />
      <Label
        text={row.amount ?? "–"}
        x={box.x + box.width}
        middle={y + 14}
        anchor="end"
        weight={weight}
        figures
      />
      <BarShape row={row} x={box.x + indent} middle={y + 29} length={length} height={8} />
      {small !== "" && (
        <FitLabel
          text={small}
          width={room}
          x={box.x + indent}
          middle={y + 24 + bar + 7}
          size={12}
          fill="ink2"
        />
      )}
    </>
  );
}

function BarShape(props: {
  readonly row: MoneyRow;
  readonly x: number;
  readonly middle: number;
  readonly length: number;
  readonly height: number;
}) {
  const { tokens } = useLook();
  const { row, middle, height, length } = props;
  if (length <= 0) return null;
  const place = {
    x: round(props.x),
    y: round(middle - height / 2),
    width: round(Math.max(2, length)),
    height,
    rx: 2,
  };
  if (row.gap)
    return <rect {...place} fill="url(#hatch-amber)" stroke={tokens.amber} stroke-width={1.25} />;
  return <rect {...place} fill={isBand(row) ? tokens.work : tokens.workEdge} />;
}

/** A small dashed outline: here stands something that counts elsewhere. */
export function GhostBox({ x, middle }: { readonly x: number; readonly middle: number }) {
  const { tokens } = useLook();
  return (
    <rect
      x={x}
      y={middle - 4}
      width={8}
      height={8}
      rx={1.5}
      fill="none"
      stroke={tokens.grey}
      stroke-width={1}
      stroke-dasharray="2 2"
    />
  );
}
