// The roadmap, its settings and the size of the panel become the geometry of its picture.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { type Frame, frameFor } from "../drawings/frame.ts";
import { type Joint, jointsOf } from "../drawings/roadmap/arrows.ts";
import { type Axis, axisOf } from "../drawings/roadmap/axis.ts";
import { gapOf } from "../drawings/roadmap/gap.tsx";
import { type HeadHeights, headHeights } from "../drawings/roadmap/head.tsx";
import { arrange, heightOf, type Row } from "../drawings/roadmap/rows.ts";
import { type Scale, scaleOf, widthFor } from "../drawings/time.ts";
import { filterOf, type Settings } from "./settings.ts";

export interface Picture {
  readonly frame: Frame;
  readonly rows: readonly Row[];
  readonly byKey: ReadonlyMap<string, Row>;
  /** The rows whose header sticks below the axis. */
  readonly bands: readonly Row[];
  readonly scale: Scale;
  readonly axis: Axis;
  readonly heights: HeadHeights;
  readonly joints: readonly Joint[];
  readonly gap: { readonly top: number; readonly bottom: number } | undefined;
  /** Of all rows. */
  readonly height: number;
  /** Of names and calendar together. */
  readonly width: number;
}

/** The least width of a quarter in px at each zoom; the calendar fills the panel at least. */
const leastQuarter = { fit: 0, years: 0, quarters: 40, months: 240 } as const;

export function pictureOf(view: RoadmapView, settings: Settings, width: number): Picture {
  const arrangement = {
    groupBy: settings.groupBy,
    filter: filterOf(settings),
    collapsed: new Set(settings.collapsed),
  };
  // Where there is much work the rows are low: so they seldom have to be placed twice.
  const first = frameFor(width, view.initiatives.length, settings.names ?? "above");
  const loose = arrange(view, arrangement, first);
  const frame = frameFor(width, loose.length, settings.names ?? "above");
  const rows = frame.row === first.row ? loose : arrange(view, arrangement, frame);
  const narrow = frame.stacked;
  const { zoom } = settings;
  const quarter = settings.quarter ?? leastQuarter[zoom];
  const wide = narrow ? 0 : widthFor(view.calendar, quarter);
  const scale = scaleOf(view.calendar, Math.max(frame.calendar, wide));
  const axis = axisOf(scale, settings.quarter === undefined && zoom !== "fit" ? zoom : "months");
  return {
    frame,
    rows,
    byKey: new Map(rows.map((row) => [row.key, row])),
    bands: rows.filter(isBand),
    scale,
    axis,
    heights: headHeights(axis, frame, view.events.length > 0),
    joints: jointsOf(view.dependencies, rows, frame),
    gap: gapOf(rows),
    height: heightOf(rows),
    width: narrow ? width : frame.names + scale.width + frame.margin,
  };
}

function isBand(row: Row): boolean {
  return row.type === "gap" || (row.type === "group" && row.group.depth === 0);
}

/** The row that shows a mark: its own, or the closed group that hides it. */
export function shownRow(picture: Picture, key: string): Row | undefined {
  const own = picture.byKey.get(key);
  if (own) return own;
  const id = key.replace(/^work:/, "");
  return picture.rows.find(
    (row) => row.type === "group" && row.collapsed && row.work.some((work) => work.id === id),
  );
}
