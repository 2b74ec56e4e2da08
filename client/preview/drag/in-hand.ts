// What was grasped, and where the pointer has come → what is being done.
import type { MarkKey } from "../marks.ts";
import {
  dayUnder,
  type Grasp,
  headerUnder,
  type PointAt,
  rowUnder,
  targetUnder,
  wholeDayUnder,
} from "./aim.ts";
import { headerOver, isHeader } from "./groups.ts";
import type { ChartGround, InHand } from "./hand.ts";

/** Keys that are held while the pointer drags. */
export interface KeysHeld {
  /** To the day, however it is written. */
  readonly alt: boolean;
  /** Along the calendar alone: it goes to no other group. */
  readonly shift: boolean;
}

/** What a drag does that began at one point and has come to another. */
export function heldAt(
  ground: ChartGround,
  grasp: Grasp,
  chosen: ReadonlySet<string>,
  from: { readonly point: PointAt; readonly day: number },
  point: PointAt,
  keys: KeysHeld,
): InHand {
  const shared = { by: "pointer", point } as const;
  const { on, mark } = grasp;
  if (on === "dot")
    return { ...shared, doing: { does: "wait", on: mark, of: targetUnder(ground, point, mark) } };
  if (on === "undated") {
    const day = point.isOnCalendar ? wholeDayUnder(ground, point) : undefined;
    const step = ground.picture.axis.months.length > 0 ? "month" : "quarter";
    return { ...shared, doing: { does: "lay", mark, day, step } };
  }
  const marks = on === "bar" ? marksWith(mark, chosen) : [mark];
  const part = on === "bar" ? grasp.part : "all";
  const days = dayUnder(ground, point) - from.day;
  const along: InHand = {
    ...shared,
    doing: { does: "shift", marks, part, days, exact: keys.alt },
  };
  if (on !== "bar" || part !== "all" || keys.shift) return along;
  const to = groupMeant(ground, grasp, point);
  if (to === undefined) return along;
  return { ...shared, below: point.y - from.point.y, doing: { does: "regroup", marks, to } };
}

/** What moves together with a bar: all that is chosen, if it is. */
function marksWith(mark: MarkKey, chosen: ReadonlySet<string>): readonly MarkKey[] {
  if (!chosen.has(mark)) return [mark];
  return [mark, ...[...chosen].filter((one) => one !== mark)];
}

/**
 * The group that is meant, once the pointer has left the row of the bar by more than a row, or is on the
 * header of another group. Before that a hand that trembles moves a bar along its row.
 */
function groupMeant(
  ground: ChartGround,
  grasp: Grasp & { on: "bar" },
  point: PointAt,
): string | undefined {
  const { rows, frame } = ground.picture;
  const { row } = grasp;
  const left = Math.max(row.y - point.y, point.y - (row.y + row.height), 0);
  const isOnHeader = isHeader(rowUnder(ground, point));
  if (left <= (isOnHeader ? frame.row / 4 : frame.row)) return undefined;
  const to = headerUnder(ground, point);
  return to && to.key !== headerOver(rows, rows.indexOf(row))?.key ? to.key : undefined;
}
