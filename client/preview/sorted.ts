// Rows of a table, a search and the column that was clicked → the rows that match, in its order, with what is not known at the end.
import type { TableRow } from "../drawings/drawing.ts";

/** By which column a table is sorted. */
export interface TableOrder {
  readonly column: number;
  readonly falls: boolean;
}

/** After a click on a head: up, then down, then as it was. */
export function orderAfter(order: TableOrder | undefined, column: number): TableOrder | undefined {
  if (order?.column !== column) return { column, falls: false };
  return order.falls ? undefined : { column, falls: true };
}

/** The rows in which some words stand, in any of their cells; all of them where there are no words. */
export function matchingRows(rows: readonly TableRow[], search: string): readonly TableRow[] {
  const sought = search.trim().toLowerCase();
  if (sought === "") return rows;
  return rows.filter(({ cells, section = "" }) =>
    [section, ...cells.map((cell) => (typeof cell === "object" ? cell.text : cell))].some((text) =>
      text.toLowerCase().includes(sought),
    ),
  );
}

const words = new Intl.Collator("en", { numeric: true });

/** Rows that are alike stay in their order, and what is not known comes last, whichever way the rest is sorted. */
export function inTableOrder(
  rows: readonly TableRow[],
  order: TableOrder | undefined,
): readonly TableRow[] {
  if (order === undefined) return rows;
  return rows.toSorted((a, b) => {
    const [left, right] = [knownIn(a, order.column), knownIn(b, order.column)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    const way =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : words.compare(String(left), String(right));
    return order.falls ? -way : way;
  });
}

/** What a row is sorted by; undefined where nothing is known. */
function knownIn({ cells }: TableRow, column: number): number | string | undefined {
  const cell = cells[column] ?? "";
  const { text, by } = typeof cell === "object" ? cell : { text: cell, by: cell };
  const isKnown = text !== "–" && by !== "" && !Number.isNaN(by);
  return isKnown ? by : undefined;
}
