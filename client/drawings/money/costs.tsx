// Costs by head and year → bars in a table on one scale, or below each head where the years have no room beside it.
import type { CostCell, CostRow, CostTable } from "../../../server/views/money/shape.ts";
import type { PictureMark } from "../drawing.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel, Hairline, type Section } from "../parts.tsx";
import {
  headingOf,
  moneyCard,
  paragraphOf,
  type SectionRoom,
  type Sheaf,
  sheaf,
} from "./section.tsx";

/** How the years stand: bar and figure side by side, the figure over its bar, or a line each. */
type Stand = "beside" | "over" | "lines";

interface Grid {
  readonly box: SectionRoom;
  readonly stand: Stand;
  readonly table: CostTable;
  /** Where the years begin, and how wide each is. */
  readonly left: number;
  readonly column: number;
  /** Where sums end, at the right. */
  readonly right: number;
  /** The length of a bar by its amount. */
  readonly unit: number;
  readonly row: number;
}

const bar = 13;
const gap = 16;

export function costSection(table: CostTable, box: SectionRoom): Section {
  const found = sheaf();
  const heading = headingOf(box, "costs", "Cost by head and year", table.says);
  found.blocks.push(heading);
  let y = heading.bottom;
  if (table.rows.length === 0) {
    const says = paragraphOf({ ...box, y }, "costs:none", `${table.none}.`);
    found.blocks.push(says);
    y = says.bottom;
  } else {
    const grid = gridOf(table, box);
    y = headRow(found, grid, y);
    for (const row of table.rows) y = costRow(found, grid, row, y);
    y = sumRow(found, grid, y);
  }
  y = keptLine(found, table, { ...box, y: y + 8 });
  for (const [at, note] of table.notes.entries()) {
    const part = paragraphOf({ ...box, y: y + 2 }, `costs:note:${at}`, `${note}.`);
    found.blocks.push(part);
    y = part.bottom;
  }
  return { bottom: y, ...found };
}

function gridOf(table: CostTable, box: SectionRoom): Grid {
  const { measure, width, x } = box;
  const { rows, years, sums } = table;
  const longest = (texts: readonly string[], size: number, weight: 400 | 600) =>
    texts.reduce((most, text) => Math.max(most, measure(text, size, weight)), 0);
  const name = Math.min(
    160,
    longest([...rows.map(({ title }) => title), "All cost"], 13, 600) + 16,
  );
  const total = longest([...rows.map((row) => row.total), table.total, "Total"], 13, 600);
  const all = rows.flatMap(({ cells }) => cells).filter((cell) => cell !== null);
  const figure = longest(
    all.map(({ text }) => text),
    12,
    400,
  );
  const sum = longest(
    sums.map((cell) => cell?.text ?? ""),
    12,
    600,
  );
  const head = longest(years.map(shortYear), 12, 600);
  const column = (width - name - total - 12) / Math.max(1, years.length);
  // One scale for all: the longest that leaves room for the figure behind each bar.
  const unitIn = (room: number) =>
    all.reduce(
      (unit, { text, length }) =>
        length > 0 ? Math.min(unit, (room - 8 - measure(text, 12, 400)) / length) : unit,
      Number.POSITIVE_INFINITY,
    );
  const most = all.reduce((length, cell) => Math.max(length, cell.length), 0);
  const isWide = column >= Math.max(figure, sum, head) + 6;
  const beside = unitIn(column - gap);
  const stand: Stand = !isWide ? "lines" : beside * most >= 56 ? "beside" : "over";
  const unit = { beside, over: (column - gap) / most, lines: unitIn(width - 92) }[stand];
  return {
    ...{ box, stand, table, column },
    left: x + name,
    right: x + width,
    unit: most > 0 && Number.isFinite(unit) ? Math.max(0, unit) : 0,
    row: stand === "over" ? 40 : 32,
  };
}

/** "2030+" of "2030 and later" */
function shortYear(year: string): string {
  return year.replace(" and later", "+");
}

function headRow(found: Sheaf, grid: Grid, y: number): number {
  const { box, table, left, column, right, stand } = grid;
  const height = stand === "lines" ? 4 : 28;
  found.blocks.push({
    key: "costs:head",
    top: y,
    bottom: y + height,
    heads: "columns",
    draw: () => (
      <>
        {stand !== "lines" &&
          table.years.map((year, at) => (
            <Label
              key={year}
              text={box.measure(year, 12, 600) <= column - 8 ? year : shortYear(year)}
              x={left + at * column}
              middle={y + 12}
              size={12}
              weight={600}
            />
          ))}
        {stand !== "lines" && (
          <Label text="Total" x={right} middle={y + 12} size={12} weight={600} anchor="end" />
        )}
        <Hairline x={box.x} y={y + height - 1} width={box.width} strong />
      </>
    ),
  });
  return y + height;
}

function costRow(found: Sheaf, grid: Grid, row: CostRow, y: number): number {
  const { box, right } = grid;
  const cells = placesOf(grid, row.cells, y);
  const bottom = grid.stand === "lines" ? y + 26 + cells.length * 20 + 6 : y + grid.row;
  const middle = grid.stand === "lines" ? y + 14 : (y + bottom) / 2;
  const room = grid.stand === "lines" ? box.width * 0.6 : grid.left - box.x - 8;
  found.blocks.push({
    key: `costs:${row.head}`,
    top: y,
    bottom,
    draw: () => (
      <>
        <FitLabel
          text={row.title}
          width={room}
          x={box.x}
          middle={middle}
          weight={grid.stand === "lines" ? 500 : 400}
        />
        {cells.map((cell) => (
          <CellShape key={cell.year} {...cell} kept={row.head === "contingency"} />
        ))}
        <Label text={row.total} x={right} middle={middle} anchor="end" figures />
        <Hairline x={box.x} y={bottom - 1} width={box.width} />
      </>
    ),
  });
  for (const cell of cells) found.marks.push(markOf(row.head, row.title, cell));
  return bottom;
}

interface CellPlace {
  readonly cell: CostCell;
  readonly year: string;
  readonly stand: Stand;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly length: number;
}

function placesOf(
  grid: Grid,
  cells: readonly (CostCell | null)[],
  y: number,
): readonly CellPlace[] {
  const { stand, left, column, unit, row, table, box } = grid;
  let line = y + 26;
  return cells.flatMap((cell, at) => {
    if (cell === null) return [];
    const name = table.years[at] ?? "";
    const year = stand === "lines" ? shortYear(name) : name;
    const length = cell.length > 0 ? Math.max(2, cell.length * unit) : 0;
    const shared = { cell, year, stand, length };
    if (stand !== "lines")
      return [{ ...shared, x: left + at * column, y, width: column - 4, height: row - 1 }];
    const place = { ...shared, x: box.x, y: line, width: box.width, height: 20 };
    line += 20;
    return [place];
  });
}

function markOf(
  head: string,
  title: string,
  { cell, year, x, y, width, height }: CellPlace,
): PictureMark {
  return {
    key: `cost:${head}:${year}`,
    ...{ x, y: y + 1, width, height: height - 2 },
    sentence: `${title}, ${year}: ${cell.text === "–" ? "not known" : cell.text}`,
    card: moneyCard(`${title}, ${year}: ${cell.text}`, cell.facts),
  };
}

/** Solid for what is paid, hatched for what is only kept. */
function CellShape(props: CellPlace & { readonly kept: boolean }) {
  const { tokens } = useLook();
  const { cell, stand, x, y, height, length, kept } = props;
  const middle = stand === "over" ? y + 12 : y + height / 2;
  const at = stand === "lines" ? x + 92 : x;
  const shape =
    stand === "over"
      ? { x: round(at), y: y + 23, width: round(length), height: 7, rx: 2 }
      : { x: round(at), y: round(middle - bar / 2), width: round(length), height: bar, rx: 2 };
  return (
    <>
      {stand === "lines" && (
        <Label text={props.year} x={x + 12} middle={middle} size={12} fill="ink2" />
      )}
      {length > 0 &&
        (kept ? (
          <rect {...shape} fill="url(#hatch-grey)" stroke={tokens.doneEdge} stroke-width={1} />
        ) : (
          <rect {...shape} fill={tokens.workEdge} />
        ))}
      <Label
        text={cell.text}
        x={stand === "over" ? x : at + (length > 0 ? length + 8 : 0)}
        middle={middle}
        size={12}
        figures
      />
    </>
  );
}

function sumRow(found: Sheaf, grid: Grid, y: number): number {
  const { box, table, right, stand } = grid;
  const cells = placesOf(grid, table.sums, y + 2).map((cell) => ({ ...cell, length: 0 }));
  const bottom = stand === "lines" ? y + 26 + cells.length * 20 + 8 : y + 38;
  const middle = stand === "lines" ? y + 16 : y + 20;
  found.blocks.push({
    key: "costs:all",
    // On paper it stays with the row above it.
    top: found.blocks.at(-1)?.top ?? y - 1,
    bottom,
    draw: () => (
      <>
        <Hairline x={box.x} y={y - 1} width={box.width} strong />
        <Label text="All cost" x={box.x} middle={middle} weight={600} />
        {cells.map((cell) =>
          stand === "lines" ? (
            <g key={cell.year}>
              <Label text={cell.year} x={cell.x + 12} middle={cell.y + 10} size={12} fill="ink2" />
              <Label
                text={cell.cell.text}
                x={cell.x + 92}
                middle={cell.y + 10}
                weight={600}
                figures
              />
            </g>
          ) : (
            <Label
              key={cell.year}
              text={cell.cell.text}
              x={cell.x}
              middle={middle}
              size={12}
              weight={600}
              figures
            />
          ),
        )}
        <Label text={table.total} x={right} middle={middle} weight={600} anchor="end" figures />
      </>
    ),
  });
  for (const cell of cells) found.marks.push(markOf("all", "All cost", cell));
  return bottom;
}

/** What is kept for surprises, with a sign where it is thin. */
function keptLine(found: Sheaf, { kept }: CostTable, box: SectionRoom): number {
  if (kept === undefined) return box.y;
  const part = paragraphOf(
    box,
    "costs:kept",
    kept.text,
    kept.thin
      ? {
          ...{ size: 13, weight: 500, fill: "ink", indent: 22 },
          sign: (middle) => <HealthGlyph x={box.x + 7} y={middle} health="amber" />,
        }
      : { size: 13 },
  );
  found.blocks.push(part);
  if (kept.facts.length > 0)
    found.marks.push({
      key: "costs:kept",
      ...{ x: box.x, y: part.top, width: box.width, height: Math.max(24, part.bottom - part.top) },
      sentence: kept.text,
      card: { title: kept.text, facts: kept.facts, wrong: [] },
    });
  return part.bottom + 4;
}
