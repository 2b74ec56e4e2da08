// An arrow key becomes the next mark: up and down by rows, left and right by time within a row.

import type { Diamond } from "../drawings/roadmap/bar-shape.ts";
import type { Row } from "../drawings/roadmap/rows.ts";
import { type MarkKey, rowKeyOf } from "./marks.ts";

export type Step =
  | { readonly to: MarkKey; readonly row: Row }
  /** A mark of the lane above all rows. */
  | { readonly to: MarkKey; readonly row?: undefined }
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
  /** The marks above the rows, in the order of time. */
  lane: readonly MarkKey[] = [],
): Step | undefined {
  if (lane.includes(mark)) return stepInLane(mark, key, rows, lane);
  const index = rows.findIndex((row) => row.key === rowKeyOf(mark));
  const row = rows[index];
  const go = (target: Row | undefined): Step | undefined =>
    target ? { to: target.key, row: target } : undefined;
  if (!row) return go(rows[0]);
  switch (key) {
    case "ArrowDown":
      return go(rows[index + 1]);
    case "ArrowUp":
      return index === 0 ? above(lane[0]) : go(rows[index - 1]);
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

function above(mark: MarkKey | undefined): Step | undefined {
  return mark === undefined ? undefined : { to: mark };
}

function stepInLane(
  mark: MarkKey,
  key: string,
  rows: readonly Row[],
  lane: readonly MarkKey[],
): Step | undefined {
  const at = lane.indexOf(mark);
  const [first] = rows;
  if (key === "ArrowLeft") return above(lane[at - 1]);
  if (key === "ArrowRight") return above(lane[at + 1]);
  if (key === "Home") return above(lane[0]);
  if (key === "End") return above(lane.at(-1));
  const isDown = key === "ArrowDown" || key === "PageDown";
  return isDown && first ? { to: first.key, row: first } : undefined;
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
