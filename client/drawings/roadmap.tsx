// The whole roadmap as one SVG for exports: sentence, figures, calendar, gaps and legend, no controls.
import { renderToString } from "preact-render-to-string";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { chosen, jointsOf, routeOf } from "./arrows.ts";
import { axisOf } from "./axis.ts";
import { type Frame, frameFor } from "./frame.ts";
import { GapFrame, gapOf, Hatches } from "./gap.tsx";
import { HealthGlyph, StatusGlyph } from "./glyphs.tsx";
import { Head, headHeights, NameHead } from "./head.tsx";
import { Legend, legendPlaces } from "./legend.tsx";
import { img, Label, type Look, LookProvider, useLook } from "./look.tsx";
import { Names } from "./names.tsx";
import { Plot } from "./plot.tsx";
import { type Arrangement, arrange, heightOf } from "./rows.ts";
import { subtitle, undatedSentence } from "./sentences.ts";
import { interWidth, shorten } from "./text.ts";
import { type Theme, themes } from "./theme.ts";
import { longDate, scaleOf } from "./time.ts";

export interface PictureOptions {
  readonly theme: Theme;
  /** In px; the height follows. */
  readonly width: number;
  readonly arrangement?: Arrangement;
  /** In the footer: "Nordwind, for the board. Drawn from revision 4f2c91a". */
  readonly footer?: string;
}

const plain: Arrangement = {
  groupBy: "objective",
  filter: { status: "all" },
  collapsed: new Set(),
};

/** The roadmap as the text of an SVG file: the same bytes for the same view. */
export function drawRoadmap(view: RoadmapView, options: PictureOptions): string {
  const look: Look = { tokens: themes[options.theme], measure: interWidth };
  const svg = renderToString(
    <LookProvider value={look}>
      <Picture view={view} {...options} />
    </LookProvider>,
  );
  // A single character that XML does not know would make the whole file unreadable.
  return svg.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

function Picture(props: PictureOptions & { readonly view: RoadmapView }) {
  const { view, width, arrangement = plain } = props;
  const { tokens, measure } = useLook();
  const rough = frameFor(width, view.initiatives.length);
  const rows = arrange(view, arrangement, rough);
  const frame = frameFor(width, rows.length);
  const scale = scaleOf(view.calendar, frame.calendar);
  const axis = axisOf(scale, "months");
  const heights = headHeights(axis, frame, view.events.length > 0);
  const top = 88;
  const bodyTop = top + heights.all;
  const height = heightOf(rows);
  const gap = gapOf(rows);
  const trayTop = bodyTop + height + 14;
  const tray = view.undated.initiatives.length > 0 ? 44 : 0;
  const legendTop = trayTop + tray + 16;
  const legendHeight = legendPlaces(view, width - 2 * frame.margin, measure).height;
  const footTop = legendTop + legendHeight + 16;
  const all = footTop + (props.footer ? 32 : 0);
  const lit = {};
  const joints = jointsOf(view.dependencies, rows, frame);
  const show = { dependencies: true, critical: true };
  const arrows = chosen(joints, 0, height, new Set(), show).map((joint) =>
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
      aria-label={`${view.sentence}. ${subtitle(view, longDate(view.today))}.`}
    >
      <rect width={width} height={all} fill={tokens.bg} />
      <Hatches />
      <Title view={view} frame={frame} />
      <g transform={`translate(0 ${top})`}>
        <NameHead
          frame={frame}
          heights={heights}
          title="Objective and initiative"
          {...(view.currency ? { currency: view.currency } : {})}
        />
        <g transform={`translate(${frame.names} 0)`}>
          <Head view={view} frame={frame} scale={scale} axis={axis} heights={heights} />
        </g>
      </g>
      <g transform={`translate(0 ${bodyTop})`}>
        {gap && <GapFrame {...gap} width={width} />}
        <Names {...shared} />
        <g transform={`translate(${frame.names} 0)`}>
          <Plot {...shared} scale={scale} axis={axis} arrows={arrows} critical />
        </g>
      </g>
      {tray > 0 && <Tray view={view} frame={frame} top={trayTop} height={tray} />}
      <g transform={`translate(${frame.margin} ${legendTop})`}>
        <Legend view={view} width={width - 2 * frame.margin} />
      </g>
      {props.footer && (
        <Label text={props.footer} x={frame.margin} middle={footTop + 12} size={11} fill="ink2" />
      )}
    </svg>
  );
}

/** The sentence, what and as of when, and the figures at the right. */
function Title({ view, frame }: { readonly view: RoadmapView; readonly frame: Frame }) {
  const { tokens, measure } = useLook();
  let right = frame.width - frame.margin;
  const figures = view.figures.toReversed().map((figure) => {
    const counts = Object.entries(figure.counts ?? {});
    const wide = figure.counts ? counts.length * 40 : measure(figure.value, 20, 600);
    const width = Math.max(wide, measure(figure.label, 12, 400));
    const x = right - width;
    right = x - 40;
    return { figure, x };
  });
  const room = (frame.mode === "wide" ? right : frame.width - frame.margin) - frame.margin;
  return (
    <g>
      <Label
        text={shorten(view.sentence, room, 26, 600, measure)}
        x={frame.margin}
        middle={30}
        size={26}
        weight={600}
      />
      <Label
        text={shorten(subtitle(view, longDate(view.today)), room, 12, 400, measure)}
        x={frame.margin}
        middle={56}
        size={12}
        fill="ink2"
      />
      {frame.mode === "wide" &&
        figures.map(({ figure, x }) => (
          <g key={figure.label}>
            {figure.counts ? (
              (["green", "amber", "red", "grey"] as const).map((health, index) => (
                <g key={health}>
                  <HealthGlyph x={x + 7 + index * 42} y={30} health={health} />
                  <Label
                    text={String(figure.counts?.[health] ?? 0)}
                    x={x + 18 + index * 42}
                    middle={30}
                    size={17}
                    weight={600}
                    figures
                  />
                </g>
              ))
            ) : (
              <Label
                text={figure.value}
                x={x}
                middle={30}
                size={20}
                weight={600}
                {...(figure.wrong ? { fill: "red" as const } : {})}
                figures
              />
            )}
            <Label text={figure.label} x={x} middle={56} size={12} fill="ink2" />
          </g>
        ))}
      <rect
        x={frame.margin}
        y={74}
        width={frame.width - 2 * frame.margin}
        height={1.5}
        fill={tokens.ink}
      />
    </g>
  );
}

/** What has no dates yet, in its frame. */
function Tray(props: { view: RoadmapView; frame: Frame; top: number; height: number }) {
  const { view, frame, top, height } = props;
  const { measure } = useLook();
  const byId = new Map(view.initiatives.map((initiative) => [initiative.id, initiative]));
  const middle = height / 2;
  let x = frame.margin + 120;
  const chips = view.undated.initiatives.flatMap((id) => {
    const initiative = byId.get(id);
    if (!initiative) return [];
    const parts = [initiative.title, initiative.money.amount, initiative.path[0]];
    const text = parts.filter((part) => part).join(", ");
    const place = { initiative, text, x };
    x += measure(text, 13, 400) + 44;
    return [place];
  });
  return (
    <g transform={`translate(0 ${top})`} {...img(`No dates yet: ${undatedSentence(view)}.`)}>
      <GapFrame top={0} bottom={height} width={frame.width} />
      <Label text="No dates yet" x={frame.margin} middle={middle} weight={600} />
      {chips
        .filter((chip) => chip.x < frame.width - 120)
        .map((chip) => (
          <g key={chip.initiative.id}>
            <StatusGlyph x={chip.x + 5} y={middle} status={chip.initiative.status ?? "planned"} />
            <Label
              text={shorten(chip.text, frame.width - frame.margin - chip.x - 18, 13, 400, measure)}
              x={chip.x + 18}
              middle={middle}
            />
          </g>
        ))}
    </g>
  );
}
