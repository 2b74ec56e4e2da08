// The rows of where money goes → their columns, and what each says where figures have no columns of their own.
import type { MoneyRow, MoneyWay } from "../../../server/views/money/shape.ts";
import type { MeasureText } from "../text.ts";
import type { SectionRoom } from "./section.tsx";

const lap = 12;
const manyRows = 200;
const shortestName = 120;
/** Longer names may be cut where that makes room for columns. */
const usualName = 200;
const shortestBar = 90;

export interface MoneyColumns {
  readonly box: SectionRoom;
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

export const moneyFigures = ["cost", "benefit", "return", "payback"] as const;
type Figure = (typeof moneyFigures)[number];
export const moneyHeads: Readonly<Record<Figure, string>> = {
  cost: "Cost",
  benefit: "Benefit",
  return: "Return",
  payback: "Paid back in",
};
export function moneyColumns({ rows, total, beside }: MoneyWay, box: SectionRoom): MoneyColumns {
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
      measure(moneyHeads[figure], 11, 400),
    ) + 16;
  const ends: Record<Figure, number> = { cost: 0, benefit: 0, return: 0, payback: 0 };
  let right = x + width;
  for (const figure of moneyFigures.toReversed()) {
    ends[figure] = right;
    right -= column(figure);
  }
  const left = right - x;
  const amount = all.reduce((most, row) => Math.max(most, wide(row.amount ?? "–")), 0);
  const room = left - amount;
  const isTable = room >= nameWidth([...rows, ...beside], measure, usualName) + shortestBar;
  const longest = [...rows, ...beside].reduce((most, row) => Math.max(most, row.length), 0);
  const name = isTable
    ? nameWidth([...rows, ...beside], measure, room - shortestBar)
    : width - amount - 12;
  const bars = isTable ? x + name + 8 : x;
  const deepest = rows.reduce((most, row) => Math.max(most, rowIndent(row)), 0);
  const longestBar = isTable ? right - bars - amount - 10 : width - deepest;
  return {
    ...{ box, isTable, name, bars, ends },
    unit: longest > 0 ? Math.max(8, longestBar) / longest : 0,
    isDense: all.length > manyRows,
  };
}

/** As wide as the longest name, where that leaves room for bars. */
function nameWidth(rows: readonly MoneyRow[], measure: MeasureText, most: number): number {
  const widest = Math.min(360, most);
  let width = shortestName;
  for (const row of rows) {
    if (width >= widest) break;
    width = Math.max(width, rowIndent(row) + measure(row.title, 13, isBand(row) ? 600 : 400) + 12);
  }
  return Math.min(width, widest);
}

export function rowIndent({ depth }: MoneyRow): number {
  return Math.min(depth, 6) * 16;
}

export function isBand({ band, gap }: MoneyRow): boolean {
  return band === true || gap === true;
}

export function isLoss(row: MoneyRow): boolean {
  return row.return?.startsWith("−") === true;
}

/** A figure as it stands in its column; what a row says in words needs no "–" beside it. */
export function cellText(row: MoneyRow, figure: Figure): string {
  const isSaid = row.says !== undefined && (figure !== "cost" || row.amount === undefined);
  return row[figure] ?? (isSaid ? "" : "–");
}

/** A band reaches a little over its text at both sides. */
export function rowEdges(box: SectionRoom): { x: number; width: number } {
  const over = box.alone ? Math.min(lap, box.x) : lap;
  return { x: box.x - over, width: box.width + 2 * over };
}

/** Title, bar and figures one below the other. */
export function stackedHeight(row: MoneyRow): number {
  return 24 + (row.length > 0 ? 14 : 0) + (smallPrint(row) === "" ? 2 : 20);
}

/** "Cost 5.4M, benefit 11.0M, +104%, 24 months" */
export function smallPrint({ cost, benefit, return: gain, payback, says }: MoneyRow): string {
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
