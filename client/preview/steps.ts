// An arrow key becomes the next mark: up and down by rows, left and right by time within a row.

import type { Row } from "../drawings/rows.ts";
import type { Diamond } from "../drawings/shape.ts";
import { type MarkKey, rowKeyOf } from "./marks.ts";

export type Step =
  | { readonly to: MarkKey; readonly row: Row }
  | { readonly toggle: string; readonly open: boolean };

/** The marks of a row: its bar, then its milestones in the order of time. */
function marksOf(row: Row, diamonds: readonly Diamond[]): readonly MarkKey[] {
  if (row.type !== "initiative") return [row.key];
  const keys = diamonds.map(
    ({ milestones: [first] }) => `milestone:${row.initiative.id}:${first?.id ?? ""}`,
  );
  return [row.key, ...keys];
}

/** What an arrow key does at a mark; nothing at the ends. */
export function stepFrom(
  mark: MarkKey,
  key: string,
  rows: readonly Row[],
  diamondsOf: (row: Row) => readonly Diamond[],
): Step | undefined {
  const index = rows.findIndex((row) => row.key === rowKeyOf(mark));
  const row = rows[index];
  const go = (target: Row | undefined): Step | undefined =>
    target ? { to: target.key, row: target } : undefined;
  if (!row) return go(rows[0]);
  switch (key) {
    case "ArrowDown":
      return go(rows[index + 1]);
    case "ArrowUp":
      return go(rows[index - 1]);
    case "Home":
      return go(rows[0]);
    case "End":
      return go(rows.at(-1));
    case "PageDown":
      return go(rows[Math.min(rows.length - 1, index + 10)]);
    case "PageUp":
      return go(rows[Math.max(0, index - 10)]);
    case "ArrowLeft":
    case "ArrowRight":
      return sideways(mark, key === "ArrowRight" ? 1 : -1, row, diamondsOf(row));
    default:
      return undefined;
  }
}

function sideways(
  mark: MarkKey,
  way: 1 | -1,
  row: Row,
  diamonds: readonly Diamond[],
): Step | undefined {
  if (row.type !== "initiative") {
    const open = way === 1;
    const id = row.type === "gap" ? row.key : row.group.id;
    return row.collapsed === open ? { toggle: id, open } : undefined;
  }
  if (row.toggle && mark === row.key && row.toggle.collapsed === (way === 1))
    return { toggle: row.toggle.key, open: way === 1 };
  const marks = marksOf(row, diamonds);
  const to = marks[marks.indexOf(mark) + way];
  return to === undefined ? undefined : { to, row };
}
