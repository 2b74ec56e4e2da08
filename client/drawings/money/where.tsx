// Where the money goes → rows with a bar on one scale and their figures in columns, or below where these have no room.
import type { CountedElsewhere, MoneyRow, MoneyWay } from "../../../server/views/money/shape.ts";
import { Label, round, useLook } from "../look.tsx";
import { shorten } from "../text.ts";
import {
  type Box,
  Hairline,
  headingHeight,
  headingOf,
  moneyCard,
  type Section,
  type Sheaf,
  sheaf,
} from "./section.tsx";
import { ghostSentence, rowSentence } from "./words.ts";

interface Columns {
  readonly box: Box;
  /** The figures have columns of their own; else they stand below. */
  readonly isTable: boolean;
  readonly name: number;
  /** Where bars begin, and how long the longest may be. */
  readonly bars: number;
  readonly unit: number;
  /** Where each figure ends. */
  readonly ends: Readonly<Record<Figure, number>>;
  readonly isDense: boolean;
}

const figures = ["cost", "benefit", "return", "payback"] as const;
type Figure = (typeof figures)[number];
const heads: Readonly<Record<Figure, string>> = {
  cost: "Cost",
  benefit: "Benefit",
  return: "Return",
  payback: "Paid back in",
};
const nouns = { objective: "Objective", team: "Team", technology: "Technology" } as const;
const lap = 12;
const manyRows = 200;

export function whereSection(way: MoneyWay, box: Box): Section {
  const found = sheaf();
  found.blocks.push(headingOf(box, "where", "Where it goes", `by ${way.by}, open work`));
  const columns = columnsOf(way, box);
  let y = headRow(found, columns, nouns[way.by], box.y + headingHeight);
  for (const row of way.rows) y = moneyRow(found, columns, row, y);
  y = totalRow(found, columns, way.total, y);
  if (way.beside.length > 0) {
    y += 12;
    found.blocks.push(
      headingOf({ ...box, y }, "beside", "Technologies by themselves", "not in the plan above"),
    );
    y += headingHeight - 6;
    for (const row of way.beside) y = moneyRow(found, columns, row, y);
  }
  return { bottom: y, ...found };
}

function columnsOf({ rows, total, beside }: MoneyWay, box: Box): Columns {
  const { measure, width, x } = box;
  const all = [...rows, total, ...beside];
  const widths = new Map<string, number>();
  const wide = (text: string) => {
    const known = widths.get(text) ?? measure(text, 13, 600);
    widths.set(text, known);
    return known;
  };
  const column = (figure: Figure) =>
    all.reduce(
      (most, row) => Math.max(most, row[figure] === undefined ? 0 : wide(row[figure])),
      measure(heads[figure], 11, 400),
    ) + 18;
  const ends: Record<Figure, number> = { cost: 0, benefit: 0, return: 0, payback: 0 };
  let right = x + width;
  for (const figure of figures.toReversed()) {
    ends[figure] = right;
    right -= column(figure);
  }
  const left = right - x;
  const amount = all.reduce((most, row) => Math.max(most, wide(row.amount ?? "–")), 0);
  const isTable = left >= 170 + amount + 80;
  const longest = [...rows, ...beside].reduce((most, row) => Math.max(most, row.length), 0);
  const name = isTable ? Math.min(left * 0.52, 340) : width - amount - 12;
  const bars = isTable ? x + name + 8 : x;
  const room = isTable ? right - bars - amount - 10 : width;
  return {
    ...{ box, isTable, name, bars, ends },
    unit: longest > 0 ? Math.max(8, room) / longest : 0,
    isDense: all.length > manyRows,
  };
}

function headRow(found: Sheaf, columns: Columns, noun: string, y: number): number {
  const { box, isTable, bars, ends } = columns;
  const label = { size: 11, fill: "ink2" } as const;
  found.blocks.push({
    key: "where:head",
    top: y,
    bottom: y + 24,
    draw: () => (
      <>
        <Label text={noun} x={box.x} middle={y + 10} {...label} />
        {isTable && <Label text="Amount" x={bars} middle={y + 10} {...label} />}
        {isTable &&
          figures.map((figure) => (
            <Label
              key={figure}
              text={heads[figure]}
              x={ends[figure]}
              middle={y + 10}
              anchor="end"
              {...label}
            />
          ))}
        {!isTable && (
          <Label text="Amount" x={box.x + box.width} middle={y + 10} anchor="end" {...label} />
        )}
        <Hairline x={box.x} y={y + 22} width={box.width} strong />
      </>
    ),
  });
  return y + 24;
}

function indentOf({ depth }: MoneyRow): number {
  return Math.min(depth, 6) * 16;
}

function isBand({ band, gap }: MoneyRow): boolean {
  return band === true || gap === true;
}

/** A figure as it stands in its column; what a row says in words needs no "–" beside it. */
function cellText(row: MoneyRow, figure: Figure): string {
  const isSaid = row.says !== undefined && (figure !== "cost" || row.amount === undefined);
  return row[figure] ?? (isSaid ? "" : "–");
}

function moneyRow(found: Sheaf, columns: Columns, row: MoneyRow, y: number): number {
  const { box, isTable, isDense } = columns;
  const top = row.gap ? y + 6 : y;
  const height = isTable ? (isDense ? 24 : isBand(row) ? 34 : 30) : linesOf(row);
  found.blocks.push({
    key: `where:${row.id}`,
    top,
    bottom: top + height,
    draw: () => <RowShape columns={columns} row={row} y={top} height={height} />,
  });
  const { x, width } = box.alone ? { x: 0, width: box.width + 2 * box.x } : rowEdges(box);
  const facts = row.source === undefined && row.facts.length > 0;
  if (row.source !== undefined || facts)
    found.marks.push({
      key: `where:${row.id}`,
      ...{ x: box.alone ? 0 : x, y: top, width, height },
      sentence: rowSentence(row),
      source: row.source,
      card: facts ? moneyCard(`${row.title}: ${row.amount ?? "–"}`, row.facts) : undefined,
      isRow: box.alone || undefined,
    });
  let bottom = top + height;
  for (const ghost of row.elsewhere) bottom = ghostRow(found, columns, row, ghost, bottom);
  return row.gap ? bottom + 4 : bottom;
}

/** A band reaches a little over its text at both sides. */
function rowEdges(box: Box): { x: number; width: number } {
  const over = box.alone ? Math.min(lap, box.x) : lap;
  return { x: box.x - over, width: box.width + 2 * over };
}

/** Title, bar and figures one below the other. */
function linesOf(row: MoneyRow): number {
  return 24 + (row.length > 0 ? 14 : 0) + (smallOf(row) === "" ? 2 : 20);
}

/** "Cost 5.4M, benefit 11.0M, +104%, 24 months" */
function smallOf({ cost, benefit, return: gain, payback, says }: MoneyRow): string {
  return [
    cost && `Cost ${cost}`,
    benefit && `benefit ${benefit}`,
    gain ?? (benefit && "return –"),
    payback,
    says && (cost ? says.toLowerCase() : says),
  ]
    .filter((part) => part)
    .join(", ");
}

function RowShape(props: {
  readonly columns: Columns;
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
  readonly columns: Columns;
  readonly row: MoneyRow;
  readonly middle: number;
}) {
  const { columns, row, middle } = props;
  const { box, name, bars, ends } = columns;
  const band = isBand(row);
  const indent = indentOf(row);
  const weight = band ? 600 : 400;
  const length = row.length * columns.unit;
  return (
    <>
      <Label
        text={shorten(row.title, name - indent - 8, 13, weight, box.measure)}
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
      {figures.map((figure) => {
        const text = cellText(row, figure);
        return (
          <Label
            key={figure}
            text={text}
            x={ends[figure]}
            middle={middle}
            anchor="end"
            fill={figure === "return" && text.startsWith("−") ? "red" : "ink"}
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
  readonly columns: Columns;
  readonly row: MoneyRow;
  readonly y: number;
}) {
  const { columns, row, y } = props;
  const { box, name } = columns;
  const indent = indentOf(row);
  const weight = isBand(row) ? 600 : 500;
  const small = smallOf(row);
  const room = box.width - indent;
  const length = (row.length * columns.unit * room) / box.width;
  const bar = row.length > 0 ? 14 : 0;
  return (
    <>
      <Label
        text={shorten(row.title, name - indent, 13, weight, box.measure)}
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
        <Label
          text={shorten(small, room, 12, 400, box.measure)}
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

/** What also hangs here, in quiet ink: its amount is in no sum of this row. */
function ghostRow(
  found: Sheaf,
  columns: Columns,
  row: MoneyRow,
  ghost: CountedElsewhere,
  y: number,
): number {
  const { box, isTable, name, bars, ends } = columns;
  const height = isTable ? 24 : 40;
  const x = box.x + indentOf(row) + 16;
  const amount = ghost.amount === undefined ? "" : `${ghost.amount}, `;
  const text = amount + ghost.counted;
  const left = isTable ? bars : x;
  const room = (isTable ? ends.payback : box.x + box.width) - left;
  const titleRoom = isTable ? box.x + name - x - 8 : box.x + box.width - x;
  const middle = isTable ? y + height / 2 : y + 10;
  found.blocks.push({
    key: `where:${row.id}:${ghost.id}`,
    top: y,
    bottom: y + height,
    draw: () => (
      <>
        <GhostBox x={x - 13} middle={middle} />
        <Label
          text={shorten(ghost.title, titleRoom, 12, 400, box.measure)}
          x={x}
          middle={middle}
          size={12}
          fill="ink2"
        />
        <Label
          text={shorten(text, room, 12, 400, box.measure)}
          x={left}
          middle={isTable ? middle : y + 28}
          size={12}
          fill="ink2"
        />
      </>
    ),
  });
  if (ghost.source !== undefined || ghost.facts.length > 0)
    found.marks.push({
      key: `where:${row.id}:${ghost.id}`,
      ...rowEdges(box),
      ...{ y, height },
      sentence: ghostSentence(ghost),
      source: ghost.source,
      card:
        ghost.source === undefined
          ? moneyCard(`${ghost.title}: ${ghost.amount ?? "–"}`, ghost.facts, ghost.counted)
          : undefined,
    });
  return y + height;
}

/** A small dashed outline: here stands something that counts elsewhere. */
function GhostBox({ x, middle }: { readonly x: number; readonly middle: number }) {
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

function totalRow(found: Sheaf, columns: Columns, total: MoneyRow, y: number): number {
  const { box, isTable, bars, ends } = columns;
  const small = smallOf(total);
  const height = isTable || small === "" ? 38 : 54;
  const middle = y + 20;
  found.blocks.push({
    key: "where:total",
    top: y,
    bottom: y + height,
    draw: () => (
      <>
        <Hairline x={box.x} y={y + 2} width={box.width} strong />
        <Label text={total.title} x={box.x} middle={middle} weight={600} />
        <Label
          text={total.amount ?? "–"}
          x={isTable ? bars : box.x + box.width}
          middle={middle}
          weight={600}
          anchor={isTable ? "start" : "end"}
          figures
        />
        {isTable &&
          figures.map((figure) => (
            <Label
              key={figure}
              text={cellText(total, figure)}
              x={ends[figure]}
              middle={middle}
              weight={600}
              anchor="end"
              figures
            />
          ))}
        {isTable && total.says !== undefined && (
          <Label
            text={total.says}
            x={ends.payback}
            middle={middle}
            size={12}
            anchor="end"
            fill="ink2"
          />
        )}
        {!isTable && small !== "" && (
          <Label
            text={shorten(small, box.width, 12, 400, box.measure)}
            x={box.x}
            middle={middle + 20}
            size={12}
            fill="ink2"
          />
        )}
      </>
    ),
  });
  if (total.facts.length > 0)
    found.marks.push({
      key: "where:total",
      ...rowEdges(box),
      ...{ y: y + 4, height: height - 6 },
      sentence: rowSentence(total),
      card: moneyCard(`${total.title}: ${total.amount ?? "–"}`, total.facts),
    });
  return y + height;
}
