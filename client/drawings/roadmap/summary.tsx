// The header of a group over the calendar: the span of its work, how far that is, and closed the bars themselves.

import type { Initiative, RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { Label, round, useLook } from "../look.tsx";
import { percentText } from "../sentences.ts";
import { shorten } from "../text.ts";
import { dayOf, type Scale, xOf } from "../time.ts";
import { type Arrow, crossings } from "./arrows.ts";
import type { Axis } from "./axis.ts";
import { barEnds, lookOf } from "./bars.ts";
import type { Lit } from "./columns.tsx";
import type { GroupRow, Row } from "./rows.ts";

/** What is drawn over the calendar, and in which light. */
export interface PlotProps {
  readonly view: RoadmapView;
  readonly rows: readonly Row[];
  readonly frame: Frame;
  readonly scale: Scale;
  readonly axis: Axis;
  readonly arrows: readonly Arrow[];
  readonly lit: Lit;
  readonly critical: boolean;
  readonly interactive: boolean;
}

type SummaryProps = PlotProps & { readonly row: GroupRow };

/** A line over the span of the group's work with its progress; closed, the bars as strokes. */
export function SummaryLine(props: SummaryProps) {
  const { row, scale, frame } = props;
  const { measure } = useLook();
  const { group } = row;
  const band = group.depth === 0;
  if (frame.stacked) return null;
  const y = row.y + row.height / 2;
  const ground = band ? "raised" : "bg";
  const today = xOf(scale, dayOf(props.view.today));
  const says = group.empty
    ? "No initiative supports it yet"
    : row.ghost === undefined
      ? undefined
      : `counted under ${row.ghost}`;
  if (says !== undefined) {
    const text = shorten(says, scale.width - 8, 12, 400, measure);
    const width = measure(text, 12, 400);
    const x = Math.max(8, Math.min(today + 10, scale.width - width));
    return <Label text={text} x={x} middle={y} size={12} fill="ink2" halo={ground} />;
  }
  if ((band && !row.collapsed) || group.start === undefined || group.end === undefined) return null;
  const span = barEnds({ start: group.start, end: group.end }, scale);
  const lanes = row.collapsed ? lanesOf(row.work, scale, row.height) : undefined;
  const label = group.progress === undefined ? "" : percentText(group.progress);
  const end = span.x + span.width;
  const place = label ? percentPlace(props, span.x, end, measure(label, 11, 400)) : undefined;
  return (
    <>
      {lanes ? (
        lanes.map((lane, index) =>
          lane.map(({ initiative, x, width }) => (
            <Stroke
              key={initiative.id}
              initiative={initiative}
              x={x}
              width={width}
              y={y + (index - (lanes.length - 1) / 2) * laneHeight}
            />
          )),
        )
      ) : (
        <SpanLine {...span} y={y} progress={group.progress} ground={ground} />
      )}
      {place !== undefined && (
        <Label text={label} x={place} middle={y} size={11} fill="ink2" halo={ground} figures />
      )}
    </>
  );
}

/** The span of all work; what is done and the rest are told apart by form where colours may not be. */
function SpanLine(props: {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly progress: number | undefined;
  readonly ground: "raised" | "bg";
}) {
  const { tokens, contrast } = useLook();
  const x = round(props.x);
  const width = round(props.width);
  const top = props.y - 2.5;
  const done = round(props.width * (props.progress ?? 0));
  return (
    <>
      <rect
        x={x - 2}
        y={props.y - 4.5}
        width={width + 4}
        height={9}
        rx={4.5}
        fill={tokens[props.ground]}
      />
      {contrast ? (
        <rect
          x={x + 0.5}
          y={top + 0.5}
          width={Math.max(1, width - 1)}
          height={4}
          rx={2}
          fill={tokens.bg}
          stroke={tokens.ink2}
          stroke-dasharray="2 2"
        />
      ) : (
        <rect x={x} y={top} width={width} height={5} rx={2.5} fill={tokens.rule} />
      )}
      {done > 0 && <rect x={x} y={top} width={done} height={5} rx={2.5} fill={tokens.ink2} />}
    </>
  );
}

const laneHeight = 7;

interface LaneStroke {
  readonly initiative: Initiative;
  readonly x: number;
  readonly width: number;
}

/** The bars of a closed group, those that overlap in lanes; undefined where there are too many. */
function lanesOf(
  work: readonly Initiative[],
  scale: Scale,
  height: number,
): readonly (readonly LaneStroke[])[] | undefined {
  const most = Math.floor((height - 4) / laneHeight);
  const lanes: LaneStroke[][] = [];
  const strokes = work.map((initiative) => ({ initiative, ...barEnds(initiative, scale) }));
  for (const stroke of strokes.toSorted((a, b) => a.x - b.x)) {
    const free = lanes.find((lane) => {
      const last = lane.at(-1);
      return last !== undefined && last.x + last.width + 2 <= stroke.x;
    });
    if (free) free.push(stroke);
    else if (lanes.length === most) return undefined;
    else lanes.push([stroke]);
  }
  return lanes.length === 0 ? undefined : lanes;
}

/** A bar as a stroke of 4 px: solid as far as it is, the rest its outline. */
function Stroke(props: LaneStroke & { readonly y: number }) {
  const { tokens } = useLook();
  const look = lookOf(props.initiative);
  const isOver = look === "completed" || look === "cancelled";
  const edge = isOver || look === "on-hold" ? tokens.doneEdge : tokens.workEdge;
  const done = look === "completed" ? 1 : (props.initiative.progress ?? 0);
  const x = round(props.x + 0.5);
  const width = round(Math.max(2, props.width - 1));
  const solid = round(width * Math.min(1, Math.max(0, done)));
  return (
    <>
      <rect
        x={x}
        y={props.y - 2}
        width={width}
        height={4}
        rx={1.5}
        fill={tokens.bg}
        stroke={edge}
        {...(look === "proposed" ? { "stroke-dasharray": "3 2" } : {})}
      />
      {solid > 0 && (
        <rect
          x={x}
          y={props.y - 2}
          width={solid}
          height={4}
          rx={1.5}
          fill={
            look === "completed" ? tokens.doneEdge : look === "on-hold" ? tokens.ink2 : tokens.work
          }
        />
      )}
    </>
  );
}

/** Where the percent of a summary line stands: behind its end, else before its start, else nowhere. */
function percentPlace(
  { row, scale, frame, view, arrows }: SummaryProps,
  start: number,
  end: number,
  width: number,
): number | undefined {
  const today = xOf(scale, dayOf(view.today));
  const taken = [...crossings(arrows, row), [today - 3, today + 3] as const];
  return [end + 8, start - 8 - width].find(
    (x) =>
      x >= 0 &&
      x + width <= scale.width + frame.margin &&
      taken.every(([from, to]) => x + width <= from || x >= to),
  );
}
