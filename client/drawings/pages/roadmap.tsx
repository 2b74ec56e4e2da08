// A roadmap → what is cut into pages: its rows, and on the first page what supports no objective and what has no dates.
import type { RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { PictureMark } from "../drawing.ts";
import { type Frame, frameFor } from "../frame.ts";
import { Label } from "../look.tsx";
import { measureIn } from "../paper.tsx";
import { arrowsShown, type Joint, routeOf } from "../roadmap/arrows.ts";
import { type Axis, axisOf } from "../roadmap/axis.ts";
import { GapFrame } from "../roadmap/gap.tsx";
import { AxisHead, headHeights, NameHead } from "../roadmap/head.tsx";
import { roadmapLegend } from "../roadmap/legend.tsx";
import { NameColumn } from "../roadmap/names.tsx";
import { NothingPlanned, nothingHeight } from "../roadmap/nothing.tsx";
import { Plot } from "../roadmap/plot.tsx";
import {
  type Arrangement,
  arrange,
  heightOf,
  type InitiativeRow,
  type Row,
  rowsBetween,
} from "../roadmap/rows.ts";
import { siftOf } from "../roadmap/sift.ts";
import { UndatedFrame, undatedLayout } from "../roadmap/undated.tsx";
import { groupWords } from "../sentences.ts";
import type { MeasureText } from "../text.ts";
import { type Scale, scaleOf } from "../time.ts";
import type { Extent, Solid } from "./cut.ts";
import { type Body, type Flow, headingsOn, type PaperRoom } from "./flow.ts";
import { laneMarks, rowMarks, trayMark } from "./roadmap-marks.ts";

const arrangement: Arrangement = { groupBy: "objective", filter: {}, collapsed: new Set() };
const beforeTray = 14;

/** The rows as they are cut, and those that the first page has below its own. */
interface Sorted {
  readonly rows: readonly Row[];
  readonly pinned: readonly Row[];
  /** Where what did not fit among the pinned goes on, below all others. */
  readonly rest?: number;
}

interface Plan extends Sorted {
  readonly view: RoadmapView;
  readonly frame: Frame;
  readonly scale: Scale;
  readonly axis: Axis;
  readonly measure: MeasureText;
}

/** `most` is how high the gap group may be on a first page that does not hold all; else it stays last. */
export function roadmapFlow(view: RoadmapView, room: PaperRoom, most?: number): Flow {
  const measure = measureIn(room.face);
  const rough = frameFor(room.width, view.initiatives.length, "above");
  const loose = arrange(view, arrangement, rough);
  const frame = frameFor(room.width, loose.length, "above");
  const all = frame.row === rough.row ? loose : arrange(view, arrangement, frame);
  const scale = scaleOf(view.calendar, frame.calendar);
  const axis = axisOf(scale, "months");
  const heights = headHeights(axis, frame, view.events.length > 0);
  const sifted = siftOf(view, {});
  const undated = undatedLayout(sifted, frame, measure);
  const tray = undated.height === 0 ? 0 : beforeTray + undated.height;
  const sorted = most === undefined ? { rows: all, pinned: [] } : split(all, most, frame);
  const plan: Plan = { ...sorted, view, frame, scale, axis, measure };
  const solids = solidsOf(plan);
  return {
    view,
    frame,
    head: {
      height: heights.all,
      marks: laneMarks(view, frame, scale, heights, measure),
      draw: () => (
        <g>
          <NameHead
            {...{ frame, heights }}
            title={`${groupWords[arrangement.groupBy]} and initiative`}
            {...(view.currency ? { currency: view.currency } : {})}
          />
          <g transform={`translate(${frame.names} 0)`}>
            <AxisHead {...{ view, frame, scale, axis, heights }} />
          </g>
        </g>
      ),
    },
    height: all.length === 0 ? nothingHeight : heightOf(plan.rows),
    solids,
    pinned: heightOf(plan.pinned) + tray,
    legend: roadmapLegend(view, all, frame),
    bodies: (pages) => {
      const headings = headingsOn(solids, pages);
      const parts = partsOf(plan, pages);
      return pages.map((_, page): Body => {
        const part = parts[page] ?? { rows: [], joints: [], height: 0, own: 0 };
        const { height } = part;
        const hasTray = page === 0 && tray > 0;
        return {
          height: height + (hasTray ? tray : 0),
          draw: () => (
            <g>
              <Rows {...plan} part={part} />
              {all.length === 0 && <NothingPlanned frame={frame} />}
              {hasTray && (
                <UndatedFrame layout={undated} {...{ sifted, frame }} top={height + beforeTray} />
              )}
            </g>
          ),
          marks: [
            ...part.rows.flatMap((row): readonly PictureMark[] => rowMarks(row, plan)),
            ...(hasTray ? [trayMark(sifted, frame, height + beforeTray, undated.height)] : []),
          ],
          headings: headings[page]?.headings ?? [],
          under: headings[page]?.under ?? [],
        };
      });
    },
  };
}

/** The gap group goes to the first page, as much of it as has room there, and the rest to the end. */
function split(all: readonly Row[], most: number, frame: Frame): Sorted {
  const at = all.findIndex(({ type }) => type === "gap");
  if (at < 0) return { rows: all, pinned: [] };
  const main = all.slice(0, at);
  const gap = all.slice(at);
  const top = heightOf(main);
  const fitting = gap.filter((row, index) => index < 2 || row.y + row.height - top <= most);
  const left = gap.slice(fitting.length);
  const pinned = fitting.map((row) => ({ ...row, y: row.y - top }));
  const [first] = left;
  if (first === undefined) return { rows: main, pinned };
  const moved = left.map((row) => ({ ...row, y: row.y - first.y + top + frame.band }));
  return { rows: [...main, ...moved], pinned, rest: top };
}

function solidsOf({ rows, rest, frame }: Plan): readonly Solid[] {
  const solids = rows.map((row): Solid => {
    const place = { top: row.y, bottom: row.y + row.height, is: "mark" } as const;
    if (row.type === "group") {
      const { title, depth } = row.group;
      return row.ghost === undefined ? { ...place, heads: { title, depth } } : place;
    }
    if (row.type === "gap") return { ...place, heads: { title: gapTitle, depth: 0 } };
    return row.toggle === undefined ? place : { ...place, heads: "columns" };
  });
  if (rest === undefined) return solids;
  const heads = { title: `${gapTitle}, continued`, depth: 0 };
  return [...solids, { top: rest, bottom: rest + frame.band, is: "mark", heads }];
}

const gapTitle = "Supports no objective";

/** The rows of a page from its top, and the dependencies between them or with those of other pages. */
interface Part {
  readonly rows: readonly Row[];
  readonly joints: readonly Joint[];
  /** Of its rows, and of those without what the first page has below them. */
  readonly height: number;
  readonly own: number;
  /** Where the rest of the gap group begins. */
  readonly rest?: number;
}

function partsOf(plan: Plan, pages: readonly Extent[]): readonly Part[] {
  const parts = pages.map(({ top, bottom }, page): Part & { joints: Joint[] } => {
    const pinned = page === 0 ? plan.pinned : [];
    const { rest } = plan;
    const moved = rowsBetween(plan.rows, top, bottom).map((row) => ({ ...row, y: row.y - top }));
    return {
      rows: [...moved, ...pinned.map((row) => ({ ...row, y: row.y + bottom - top }))],
      joints: [],
      height: bottom - top + heightOf(pinned),
      own: bottom - top,
      ...(rest !== undefined && rest >= top && rest < bottom ? { rest: rest - top } : {}),
    };
  });
  addJoints(plan, parts);
  return parts;
}

/** Rows of other pages lie so far above or below. */
const elsewhere = 1_000_000;

function addJoints(
  { view, frame }: Plan,
  parts: readonly { readonly rows: readonly Row[]; readonly joints: Joint[] }[],
): void {
  if (frame.stacked) return;
  const places = new Map<string, { readonly page: number; readonly row: InitiativeRow }>();
  for (const [page, { rows }] of parts.entries())
    for (const row of rows)
      if (row.type === "initiative" && row.ghost === undefined && row.initiative.start)
        places.set(row.initiative.id, { page, row });
  for (const dependency of view.dependencies) {
    const [from, to] = [places.get(dependency.from), places.get(dependency.to)];
    if (from === undefined || to === undefined || from === to) continue;
    for (const at of new Set([from.page, to.page])) {
      const seen = ({ page, row }: typeof from) =>
        page === at ? row : { ...row, y: page < at ? -elsewhere : elsewhere };
      parts[at]?.joints.push({ dependency, from: seen(from), to: seen(to) });
    }
  }
}

/** The rows of a page with their names, bars and arrows, and a frame round what supports no objective. */
function Rows(props: Plan & { readonly part: Part }) {
  const { view, frame, scale, axis, part } = props;
  const { rows, height, own } = part;
  const show = { dependencies: true, critical: true };
  const arrows = arrowsShown(part.joints, 0, height, new Set(), show).map((joint) =>
    routeOf(joint, scale, frame, { top: 0, bottom: reachOf(joint, own) ?? height }),
  );
  const shared = { view, rows, frame, lit: {}, interactive: false };
  return (
    <g>
      {gapsIn(part, frame).map(({ top, bottom }) => (
        <GapFrame key={top} {...{ top, bottom }} width={frame.width} />
      ))}
      {part.rest !== undefined && (
        <Label
          text={`${gapTitle}, continued`}
          x={frame.margin}
          middle={part.rest + frame.band / 2}
          size={14}
          weight={600}
        />
      )}
      <NameColumn {...shared} />
      <g transform={`translate(${frame.names} 0)`}>
        <Plot {...shared} {...{ scale, axis, arrows }} critical />
      </g>
    </g>
  );
}

/** How far down a line to another page is drawn: not over what the first page has below its rows. */
function reachOf({ from, to }: Joint, own: number): number | undefined {
  const isHere = ({ y }: Row) => Math.abs(y) < elsewhere;
  if (isHere(from) && isHere(to)) return undefined;
  return (isHere(from) ? from : to).y < own ? own : undefined;
}

/** The stretches of a page with what supports no objective: the first page may have two. */
function gapsIn({ rows, rest }: Part, { band }: Frame): readonly Extent[] {
  const gaps: Extent[] = [];
  for (const row of rows) {
    if (row.type === "group" || (row.type === "initiative" && !row.gap)) continue;
    const last = gaps.at(-1);
    const top = rest !== undefined && Math.abs(row.y - rest - band) < 1 ? rest : row.y;
    const bottom = row.y + row.height;
    if (last !== undefined && row.type !== "gap" && last.bottom >= top - 1)
      gaps[gaps.length - 1] = { top: last.top, bottom };
    else gaps.push({ top, bottom });
  }
  return gaps;
}
