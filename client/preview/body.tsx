// The rows in sight as drawn parts: names and calendar beside each other, or one above the other.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { lap } from "../drawings/frame.ts";
import { Hatches } from "../drawings/hatches.tsx";
import { type Arrow, arrowsShown, routeOf } from "../drawings/roadmap/arrows.ts";
import type { Lit } from "../drawings/roadmap/columns.tsx";
import { GapFrame } from "../drawings/roadmap/gap.tsx";
import { NameColumn } from "../drawings/roadmap/names.tsx";
import { Plot } from "../drawings/roadmap/plot.tsx";
import { rowsBetween } from "../drawings/roadmap/rows.ts";
import type { Picture } from "./picture.ts";

export interface BodyProps {
  readonly view: RoadmapView;
  readonly picture: Picture;
  /** The stretch to draw, in px from the first row. */
  readonly top: number;
  readonly bottom: number;
  readonly lit: Lit;
  readonly critical: boolean;
  readonly dependencies: boolean;
}

export function Body(props: BodyProps) {
  const { view, picture, lit } = props;
  const { frame, scale, axis, gap } = picture;
  const top = Math.max(0, props.top);
  const height = Math.max(0, Math.min(picture.height, props.bottom) - top);
  const rows = rowsBetween(picture.rows, top, top + height);
  const arrows = arrowsOf(props, top, top + height);
  const shared = { view, rows, frame, lit, interactive: true };
  const plot = (
    <Plot {...shared} scale={scale} axis={axis} arrows={arrows} critical={props.critical} />
  );
  const svg = (width: number, left = 0) => ({
    width,
    height,
    viewBox: `${left} ${top} ${width} ${height}`,
  });
  const shift = { paddingTop: `${top}px` };
  if (frame.stacked) {
    return (
      <div class="columns" style={shift}>
        <svg {...svg(picture.width)} class="plot">
          <Hatches />
          {gap && <GapFrame {...gap} width={picture.width} />}
          <NameColumn {...shared} />
          <g transform={`translate(${frame.names} 0)`}>{plot}</g>
        </svg>
      </div>
    );
  }
  const plotWidth = scale.width + frame.margin;
  return (
    <div class="columns" style={shift}>
      <svg {...svg(frame.names - lap)} class="names">
        {gap && <GapFrame {...gap} width={frame.names} open="right" />}
        <NameColumn {...shared} />
      </svg>
      <svg {...svg(plotWidth + lap, -lap)} class="plot">
        <Hatches />
        {gap && (
          <g transform={`translate(${-lap} 0)`}>
            <GapFrame {...gap} width={plotWidth + lap} open="left" />
          </g>
        )}
        {plot}
      </svg>
    </div>
  );
}

function arrowsOf(props: BodyProps, top: number, bottom: number): readonly Arrow[] {
  const { lit, critical, dependencies } = props;
  const keys = [lit.hover, lit.cursor].flatMap((key) =>
    key?.startsWith("work:") ? [key.slice("work:".length)] : [],
  );
  const { joints, scale, frame } = props.picture;
  const show = { critical, dependencies };
  return arrowsShown(joints, top, bottom, new Set(keys), show).map((joint) =>
    routeOf(joint, scale, frame),
  );
}
