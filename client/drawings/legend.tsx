// The legend: signs of a picture, each with its word, in as many lines as its width asks for.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { Health } from "../../server/views/shape.ts";
import { HealthGlyph, MilestoneGlyph, ReviewGlyph, RiskGlyph, TargetGlyph } from "./glyphs.tsx";
import { Label, useLook } from "./look.tsx";
import { healthNames } from "./sentences.ts";
import type { MeasureText } from "./text.ts";
import type { Tokens } from "./theme.ts";

/** A sign with its word. */
export interface LegendItem {
  readonly text: string;
  readonly width: number;
  readonly draw: (tokens: Tokens, y: number) => preact.ComponentChild;
  /** A line stands before it. */
  readonly apart?: boolean;
}

function swatch(fill: string, edge: string, extra: Record<string, unknown> = {}) {
  return (y: number) => (
    <rect
      x={0.5}
      y={y - 5.5}
      width={29}
      height={11}
      rx={2.5}
      fill={fill}
      stroke={edge}
      stroke-width={1.25}
      {...extra}
    />
  );
}

const work: readonly LegendItem[] = [
  {
    text: "Proposed",
    width: 30,
    draw: (t, y) => swatch(t.bg, t.workEdge, { "stroke-dasharray": "4 3" })(y),
  },
  { text: "Planned", width: 30, draw: (t, y) => swatch(t.bg, t.workEdge)(y) },
  {
    text: "Active, with progress",
    width: 30,
    draw: (t, y) => (
      <>
        {swatch(t.workTint, t.workEdge)(y)}
        <rect x={0.5} y={y - 5.5} width={12} height={11} rx={2} fill={t.work} />
      </>
    ),
  },
  {
    text: "On hold",
    width: 30,
    draw: (t, y) => swatch("url(#hatch-grey)", t.doneEdge)(y),
  },
  {
    text: "Completed",
    width: 30,
    draw: (t, y) => (
      <>
        {swatch(t.done, t.doneEdge)(y)}
        <path d={`M11 ${y}l2.6 2.6l4.6-5.4`} stroke={t.ink2} stroke-width={1.4} fill="none" />
      </>
    ),
  },
  {
    text: "Critical path",
    width: 30,
    draw: (t, y) => swatch(t.workTint, t.ink, { "stroke-width": 2 })(y),
  },
];

const health: readonly LegendItem[] = (["green", "amber", "red", "grey"] satisfies Health[]).map(
  (value, index) => ({
    text: healthNames[value],
    width: 14,
    apart: index === 0,
    draw: (_: Tokens, y: number) => <HealthGlyph x={7} y={y} health={value} scale={0.9} />,
  }),
);

const marks: readonly LegendItem[] = [
  {
    text: "Risk above appetite",
    width: 12,
    apart: true,
    draw: (_, y) => <RiskGlyph x={6} y={y} state="above" />,
  },
  {
    text: "Milestone reached",
    width: 12,
    draw: (_, y) => <MilestoneGlyph x={6} y={y} status="reached" />,
  },
  { text: "planned", width: 12, draw: (_, y) => <MilestoneGlyph x={6} y={y} status="planned" /> },
  { text: "missed", width: 12, draw: (_, y) => <MilestoneGlyph x={6} y={y} status="missed" /> },
  { text: "KPI target", width: 12, draw: (_, y) => <TargetGlyph x={6} y={y} /> },
  { text: "Review", width: 11, draw: (_, y) => <ReviewGlyph x={1} y={y} held /> },
];

/** The signs of the roadmap; a missed milestone is explained where there is one. */
export function roadmapLegend(view: RoadmapView): readonly LegendItem[] {
  const missed = view.initiatives.some(({ milestones }) =>
    milestones.some(({ status }) => status === "missed"),
  );
  return [...work, ...health, ...marks].filter(({ text }) => missed || text !== "missed");
}

const lineHeight = 22;

/** Where each item of the legend stands, in as many lines as the width asks for. */
export function legendPlaces(items: readonly LegendItem[], width: number, measure: MeasureText) {
  let x = 0;
  let line = 0;
  const places = items.map((item) => {
    const wide = item.width + 7 + measure(item.text, 11, 400);
    const before = item.apart && x > 0 ? 12 : 0;
    if (x > 0 && x + before + wide > width) {
      x = 0;
      line++;
    } else x += before;
    const place = { item, x, y: line * lineHeight + lineHeight / 2, divider: before > 0 && x > 0 };
    x += wide + 18;
    return place;
  });
  return { places, height: (line + 1) * lineHeight };
}

/** The legend in a given width. */
export function Legend(props: { readonly items: readonly LegendItem[]; readonly width: number }) {
  const { tokens, measure } = useLook();
  const { places } = legendPlaces(props.items, props.width, measure);
  return (
    <g>
      {places.map(({ item, x, y, divider }) => (
        <g key={item.text}>
          {divider && <line x1={x - 15} x2={x - 15} y1={y - 9} y2={y + 9} stroke={tokens.rule} />}
          <g transform={`translate(${Math.round(x * 10) / 10} 0)`}>
            {item.draw(tokens, y)}
            <Label text={item.text} x={item.width + 7} middle={y} size={11} fill="ink2" />
          </g>
        </g>
      ))}
    </g>
  );
}
