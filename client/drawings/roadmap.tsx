// The whole roadmap as one SVG for exports: sentence, figures, calendar, gaps and legend, no controls.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { frameFor } from "./frame.ts";
import { Hatches } from "./hatches.tsx";
import { Legend, legendPlaces } from "./legend.tsx";
import { useLook } from "./look.tsx";
import { exportFonts, type PictureOptions, svgText } from "./paper.tsx";
import { arrowsShown, jointsOf, routeOf } from "./roadmap/arrows.ts";
import { axisOf } from "./roadmap/axis.ts";
import { headFor } from "./roadmap/filtered-head.ts";
import { GapFrame, gapOf } from "./roadmap/gap.tsx";
import { AxisHead, headHeights, NameHead } from "./roadmap/head.tsx";
import { roadmapLegend } from "./roadmap/legend.tsx";
import { NameColumn } from "./roadmap/names.tsx";
import { NothingPlanned, nothingHeight } from "./roadmap/nothing.tsx";
import { Plot } from "./roadmap/plot.tsx";
import { type Arrangement, arrange, heightOf } from "./roadmap/rows.ts";
import { siftOf } from "./roadmap/sift.ts";
import { UndatedFrame, undatedLayout } from "./roadmap/undated.tsx";
import { groupWords, subtitle } from "./sentences.ts";
import { longDate, scaleOf } from "./time.ts";
import { Title, titleHeight } from "./title.tsx";

export interface RoadmapOptions extends PictureOptions {
  readonly arrangement?: Arrangement;
}

const plain: Arrangement = {
  groupBy: "objective",
  filter: {},
  collapsed: new Set(),
};

/** The roadmap as the text of an SVG file: the same bytes for the same view. */
export function drawRoadmap(view: RoadmapView, options: RoadmapOptions): string {
  return svgText(<Picture view={view} {...options} />, options.theme);
}

function Picture(props: RoadmapOptions & { readonly view: RoadmapView }) {
  const { view, width, arrangement = plain } = props;
  const { tokens, measure } = useLook();
  const rough = frameFor(width, view.initiatives.length, "above");
  const loose = arrange(view, arrangement, rough);
  const frame = frameFor(width, loose.length, "above");
  const rows = frame.row === rough.row ? loose : arrange(view, arrangement, frame);
  const sifted = siftOf(view, arrangement.filter);
  const head = headFor(view, sifted);
  const legend = roadmapLegend(view, rows, frame);
  const scale = scaleOf(view.calendar, frame.calendar);
  const axis = axisOf(scale, "months");
  const heights = headHeights(axis, frame, view.events.length > 0);
  const top = titleHeight(head, frame.mode);
  const bodyTop = top + heights.all;
  const height = rows.length === 0 ? nothingHeight : heightOf(rows);
  const gap = gapOf(rows);
  const trayTop = bodyTop + height + 14;
  const undated = undatedLayout(sifted, frame, measure);
  const legendTop = trayTop + undated.height + 16;
  const legendHeight = legendPlaces(legend, width - 2 * frame.margin, measure).height;
  const all = legendTop + legendHeight + 16;
  const lit = {};
  const joints = jointsOf(view.dependencies, rows, frame);
  const show = { dependencies: true, critical: true };
  const arrows = arrowsShown(joints, 0, height, new Set(), show).map((joint) =>
    routeOf(joint, scale, frame),
  );
  const shared = { view, rows, frame, lit, interactive: false };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={all}
      viewBox={`0 0 ${width} ${all}`}
      font-family={exportFonts}
      role="img"
      aria-label={`${head.sentence}. ${subtitle(view, longDate(view.today))}.`}
    >
      <rect width={width} height={all} fill={tokens.bg} />
      <Hatches />
      <Title view={{ ...view, ...head }} frame={frame} />
      <g transform={`translate(0 ${top})`}>
        <NameHead
          frame={frame}
          heights={heights}
          title={`${groupWords[arrangement.groupBy]} and initiative`}
          {...(view.currency ? { currency: view.currency } : {})}
        />
        <g transform={`translate(${frame.names} 0)`}>
          <AxisHead view={view} frame={frame} scale={scale} axis={axis} heights={heights} />
        </g>
      </g>
      <g transform={`translate(0 ${bodyTop})`}>
        {gap && <GapFrame {...gap} width={width} />}
        <NameColumn {...shared} />
        <g transform={`translate(${frame.names} 0)`}>
          <Plot {...shared} scale={scale} axis={axis} arrows={arrows} critical />
        </g>
        {rows.length === 0 && <NothingPlanned frame={frame} />}
      </g>
      {undated.height > 0 && <UndatedFrame layout={undated} {...{ sifted, frame }} top={trayTop} />}
      <g transform={`translate(${frame.margin} ${legendTop})`}>
        <Legend items={legend} width={width - 2 * frame.margin} />
      </g>
    </svg>
  );
}
