// A point of the window over the chart → where that is in the picture, and what would be dragged from there.
import { barEnds } from "../../drawings/roadmap/bars.ts";
import { gapKey, type InitiativeRow, type Row, rowAt } from "../../drawings/roadmap/rows.ts";
import { dayAt } from "../../drawings/time.ts";
import { holdsSeveral } from "../chart-act.ts";
import { type MarkKey, markOf, rowKeyOf } from "../marks.ts";
import { type Grip, gripAt } from "./grips.ts";
import { type Header, headerOver } from "./groups.ts";
import type { ChartGround } from "./hand.ts";
import { type BarPart, movableOf, partMoved } from "./shift.ts";
import { barKey, onDays, type ShownRoadmap, thingOf } from "./things.ts";

/** What is dragged from where the pointer went down. */
export type Grasp =
  | {
      readonly on: "bar";
      readonly mark: MarkKey;
      readonly row: InitiativeRow;
      readonly part: BarPart;
    }
  | { readonly on: "date" | "dot" | "undated"; readonly mark: MarkKey };

/** A point in the picture. */
export interface PointAt {
  /** In px from the start of the calendar, and from the first row. */
  readonly x: number;
  readonly y: number;
  /** It is over the part of the calendar that is in sight. */
  readonly isOnCalendar: boolean;
  /** It is over the header of the gap that sticks to the foot: what lies below it is not meant. */
  readonly isOnGapBar: boolean;
}

export function pointAt({ picture, scroller, body }: ChartGround, x: number, y: number): PointAt {
  const rows = body.current?.getBoundingClientRect();
  const sight = scroller.current?.getBoundingClientRect();
  const { names, stacked } = picture.frame;
  const left = stacked ? (sight?.left ?? 0) : (sight?.left ?? 0) + names;
  return {
    x: x - (rows?.left ?? 0) - names,
    y: y - (rows?.top ?? 0),
    isOnCalendar:
      sight !== undefined && x >= left && x <= sight.right && y >= sight.top && y <= sight.bottom,
    isOnGapBar: document.elementFromPoint(x, y)?.closest(".gap-bar") != null,
  };
}

/** The day under a point, as a fraction too: so a drag begins exactly where it was. */
export function dayUnder({ picture: { scale } }: ChartGround, { x }: PointAt): number {
  const share = x / Math.max(1, scale.width);
  return scale.start + share * (scale.end - scale.start);
}

/** The whole day under a point. */
export function wholeDayUnder({ picture: { scale } }: ChartGround, { x }: PointAt): number {
  return dayAt(scale, x);
}

export function rowUnder(
  { picture: { rows, byKey, height } }: ChartGround,
  { y, isOnGapBar }: PointAt,
): Row | undefined {
  if (isOnGapBar) return byKey.get(gapKey);
  return y >= 0 && y < height ? rows[rowAt(rows, y)] : undefined;
}

/** The header of the group under a point; a band that sticks lies over the rows below it. */
export function headerUnder(ground: ChartGround, point: PointAt): Header | undefined {
  const { rows, bands, frame } = ground.picture;
  const top = ground.scroller.current?.scrollTop ?? 0;
  if (point.y < top + frame.band) {
    const band = bands.findLast(({ y }) => y < top);
    if (band && band.type !== "initiative") return band;
  }
  const row = rowUnder(ground, point);
  return row && headerOver(rows, rows.indexOf(row));
}

/** What a press of the pointer would drag; nothing where only a click means something. */
export function graspAt(
  ground: ChartGround,
  standing: ShownRoadmap,
  target: EventTarget | null,
  point: PointAt,
): Grasp | undefined {
  const mark = markOf(target);
  if (mark?.startsWith("milestone:") || mark?.startsWith("event:")) {
    const isOne = !holdsSeveral(ground, mark) && thingOf(standing, mark) !== undefined;
    return isOne ? { on: "date", mark } : undefined;
  }
  const row = rowUnder(ground, point);
  if (row?.type !== "initiative" || !point.isOnCalendar || !isOver(row, ground, point)) return;
  if (row.initiative.start === undefined)
    return mark === row.key && isOnMark(target) ? { on: "undated", mark } : undefined;
  const there = onDays(row.initiative, standing.dropped.get(barKey(row.initiative.id)));
  const grip = gripAt(barEnds(there, ground.picture.scale), point.x, row.ghost === undefined);
  return grip && graspOf(row, grip);
}

/** A bar that starts after another has no left edge to drag, one that is open no right one. */
function graspOf(row: InitiativeRow, grip: Grip): Grasp {
  const mark = row.key;
  if (grip === "dot") return { on: "dot", mark };
  const movable = movableOf(row.initiative);
  const part = grip !== "all" && movable && partMoved(movable, grip) ? grip : "all";
  return { on: "bar", mark, row, part };
}

function isOnMark(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-mark]") !== null;
}

/** Whether a point lies on the height of the bar, which is never less than what a finger needs. */
function isOver(row: Row, { picture: { frame } }: ChartGround, { y }: PointAt): boolean {
  return Math.abs(y - row.y - frame.barMiddle) <= Math.max(12, frame.bar / 2 + 4);
}

/** How far beside a bar a line that is drawn to it may end, in px. */
const beside = 40;

/** The bar to which a dependency is drawn: the one under the pointer, or the one whose name is. */
export function targetUnder(
  ground: ChartGround,
  point: PointAt,
  source: MarkKey,
): MarkKey | undefined {
  const row = rowUnder(ground, point);
  if (row?.type !== "initiative" || row.ghost !== undefined || rowKeyOf(source) === row.key)
    return undefined;
  if (row.initiative.start === undefined || point.x < 0) return row.key;
  const { x, width } = barEnds(row.initiative, ground.picture.scale);
  return point.x >= x - beside && point.x <= x + width + beside ? row.key : undefined;
}
