// The whole roadmap as one SVG for exports: sentence, figures, calendar, gaps and legend, no controls.
import type { Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import { arrowsShown, jointsOf, routeOf } from "./arrows.ts";
import { axisOf } from "./axis.ts";
import { lookOf } from "./bars.ts";
import { headFor } from "./filtered-head.ts";
import { type Frame, frameFor } from "./frame.ts";
import { GapFrame, gapOf, Hatches } from "./gap.tsx";
import { StatusGlyph } from "./glyphs.tsx";
import { AxisHead, headHeights, NameHead } from "./head.tsx";
import { Legend, legendPlaces } from "./legend.tsx";
import { img, Label, useLook } from "./look.tsx";
import { NameColumn } from "./names.tsx";
import { type PictureOptions, svgText } from "./paper.tsx";
import { Plot } from "./plot.tsx";
import { roadmapLegend } from "./roadmap-legend.tsx";
import { undatedSentence } from "./row-sentences.ts";
import { type Arrangement, arrange, heightOf } from "./rows.ts";
import { groupWords, subtitle } from "./sentences.ts";
import { type Sifted, siftOf } from "./sift.ts";
import { shorten } from "./text.ts";
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
  const height = heightOf(rows);
  const gap = gapOf(rows);
  const trayTop = bodyTop + height + 14;
  const tray = view.undated.initiatives.length > 0 ? 44 : 0;
  const legendTop = trayTop + tray + 16;
  const legendHeight = legendPlaces(legend, width - 2 * frame.margin, measure).height;
  const footTop = legendTop + legendHeight + 16;
  const all = footTop + (props.footer ? 32 : 0);
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
      font-family="Inter, sans-serif"
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
      </g>
      {tray > 0 && <Tray sifted={sifted} frame={frame} top={trayTop} height={tray} />}
      <g transform={`translate(${frame.margin} ${legendTop})`}>
        <Legend items={legend} width={width - 2 * frame.margin} />
      </g>
      {props.footer && (
        <Label text={props.footer} x={frame.margin} middle={footTop + 12} size={11} fill="ink2" />
      )}
    </svg>
  );
}

/** What has no dates yet, in its frame: as many as there is room for, and how many more there are. */
function Tray(props: { sifted: Sifted; frame: Frame; top: number; height: number }) {
  const { sifted, frame, top, height } = props;
  const { measure } = useLook();
  const middle = height / 2;
  const work = sifted.undated.initiatives.flatMap((id) => sifted.byId.get(id) ?? []);
  const end = frame.width - frame.margin;
  const chips: { readonly initiative: Initiative; readonly text: string; readonly x: number }[] =
    [];
  let x = frame.margin + measure("No dates yet", 13, 600) + 24;
  for (const initiative of work) {
    const left = work.length - chips.length - 1;
    const more = left > 0 ? measure(`and ${left} more`, 12, 400) + 26 : 0;
    const parts = [initiative.title, initiative.money.amount, initiative.path[0]];
    const words = parts.filter((part) => part).join(", ");
    const room = end - more - x - 18;
    const whole = measure(words, 13, 400) <= room;
    const text = whole || chips.length === 0 ? shorten(words, room, 13, 400, measure) : "";
    if (!text) break;
    chips.push({ initiative, text, x });
    x += measure(text, 13, 400) + 44;
    if (!whole) break;
  }
  const rest = work.length - chips.length;
  return (
    <g
      transform={`translate(0 ${top})`}
      {...img(`No dates yet: ${undatedSentence(sifted.undated)}.`)}
    >
      <GapFrame top={0} bottom={height} width={frame.width} />
      <Label text="No dates yet" x={frame.margin} middle={middle} weight={600} />
      {chips.map((chip) => (
        <g key={chip.initiative.id}>
          <StatusGlyph x={chip.x + 5} y={middle} status={lookOf(chip.initiative)} />
          <Label text={chip.text} x={chip.x + 18} middle={middle} />
        </g>
      ))}
      {rest > 0 && (
        <Label
          text={shorten(
            chips.length === 0 ? undatedSentence(sifted.undated) : `and ${rest} more`,
            end - (x - (chips.length === 0 ? 0 : 18)),
            12,
            400,
            measure,
          )}
          x={x - (chips.length === 0 ? 0 : 18)}
          middle={middle}
          size={12}
          fill="ink2"
        />
      )}
    </g>
  );
}
