// The KPIs of a scorecard that were measured → one chart each, in a grid, for formats with charts of their own.
import type { KpiFigure, ScorecardView, ScoredKpi } from "../../../server/views/scorecard/shape.ts";
import type { CalendarChart, ChartedLine } from "../calendar-chart.ts";
import type { LaidOut, Room } from "../drawing.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { useLook } from "../look.tsx";
import { FitLabel } from "../parts.tsx";
import type { ColourToken } from "../theme.ts";
import { FittingLabel, inkOf } from "./parts.tsx";
import { dotOf } from "./spark.tsx";
import { kpiSentence, kpiStanding } from "./words.ts";

const gap = 28;
const height = 248;
/** From the top of a cell to its chart, and from the foot of that to the next. */
const [heading, foot] = [46, 14];

/** 1 March 1900: sheets and charts count days from there, and numbers up to here. */
const firstDay = -25_508;
const greatest = 1e15;

/** Those with a figure and something to hold it against, in the order of the scorecard. */
export function charted({ bands }: ScorecardView): readonly ScoredKpi[] {
  return bands.flatMap(({ kpis }) => kpis).filter(isCharted);
}

function isCharted({ trend: { actual, plan, target, missed } }: ScoredKpi): boolean {
  const ends = [target, missed].filter((end) => end !== undefined);
  const days = [...actual.days, ...plan.days, ...ends.map(({ day }) => day)];
  const values = [...actual.values, ...plan.values, ...ends.map(({ value }) => value)];
  return (
    actual.days.length > 0 &&
    actual.days.length + plan.days.length > 2 &&
    days.every((day) => day >= firstDay) &&
    values.every((value) => Math.abs(value) < greatest)
  );
}

export function layOutCharts(view: ScorecardView, { width, margin }: Room): LaidOut {
  const kpis = charted(view);
  const columns = Math.max(1, Math.floor((width - 2 * margin + gap) / (360 + gap)));
  const cell = (width - 2 * margin - (columns - 1) * gap) / columns;
  const placed = kpis.map((kpi, index) => ({
    kpi,
    key: `chart:${kpi.id}`,
    x: margin + (index % columns) * (cell + gap),
    y: Math.floor(index / columns) * height,
  }));
  return {
    height: Math.ceil(kpis.length / columns) * height,
    blocks: placed.map(({ kpi, key, x, y }) => ({
      ...{ key, top: y, bottom: y + height },
      draw: () => <Heading {...{ kpi, x, y }} width={cell} />,
    })),
    marks: placed.map(({ kpi, key, x, y }) => ({
      ...{ key, x, y, width: cell, height: height - foot },
      ...{ sentence: kpiSentence(kpi), source: kpi.source, chart: chartOf(kpi) },
    })),
  };
}

/** Its title over how it stands and where it should go. */
function Heading(props: {
  readonly kpi: ScoredKpi;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) {
  const { kpi, x, y, width } = props;
  const { measure } = useLook();
  const fill = inkOf(kpi.health, "ink2");
  const weight = fill === "ink2" ? 400 : 600;
  const { target, unit } = kpi;
  const aim = target && `Target ${[target.text, unit].filter(Boolean).join(" ")} ${target.when}`;
  const aimRoom = aim === undefined ? 0 : Math.min(width * 0.6, measure(aim, 12, 400));
  return (
    <g>
      <HealthGlyph x={x + 7} y={y + 14} health={kpi.health} />
      <FitLabel text={kpi.title} x={x + 20} middle={y + 14} width={width - 20} weight={600} />
      <FittingLabel
        text={kpiStanding(kpi)}
        x={x + 20}
        middle={y + 33}
        room={width - 36 - aimRoom}
        size={12}
        {...{ weight, fill }}
      />
      {aim && (
        <FittingLabel
          text={aim}
          x={x + width}
          middle={y + 33}
          room={aimRoom}
          size={12}
          anchor="end"
          fill={target.state === "missed" ? "red" : "ink2"}
        />
      )}
    </g>
  );
}

function chartOf(kpi: ScoredKpi): CalendarChart {
  const { actual, plan, target, missed } = kpi.trend;
  const point = ({ day, value }: { readonly day: number; readonly value: number }) => ({
    days: [day],
    values: [value],
  });
  const isMissed = kpi.target?.state === "missed";
  const lines: readonly (ChartedLine | undefined)[] = [
    plan.days.length < 2 ? undefined : { name: "Plan", ...plan, look: "dashes", colour: "ink2" },
    {
      name: "Measured",
      ...actual,
      look: "line",
      colour: kpi.stale === undefined ? "work" : "grey",
      last: { colour: dotOf(kpi), side: isBelowPlan(kpi) ? "below" : "above" },
    },
    target &&
      (isMissed
        ? {
            name: "Target missed",
            ...point(target),
            look: "crosses",
            colour: "red",
            last: above("red"),
          }
        : { name: "Target", ...point(target), look: "discs", colour: "ink", last: above("ink") }),
    missed && { name: "Missed before", ...point(missed), look: "crosses", colour: "red" },
  ];
  return {
    heading: heading / (height - foot),
    numbers: numbersOf([kpi.baseline, kpi.latest, kpi.target]),
    lines: lines.filter((line) => line !== undefined),
  };
}

/** Its figure has its place on the side where the plan is not. */
function isBelowPlan({ latest, expected }: ScoredKpi): boolean {
  return latest !== undefined && expected !== undefined && latest.value < expected.value;
}

function above(colour: ColourToken): ChartedLine["last"] {
  return { colour, side: "above" };
}

const sizes: Readonly<Record<string, 1 | 1e3 | 1e6 | 1e9>> = { k: 1e3, M: 1e6, B: 1e9 };

/** As the figures of the scorecard are written, so are those of its charts. */
function numbersOf(figures: readonly (KpiFigure | undefined)[]): CalendarChart["numbers"] {
  const texts = figures.flatMap((figure) => figure?.text ?? []);
  const digits = texts.map((text) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0);
  const sign = /\D$/.exec(texts.at(-1) ?? "")?.[0] ?? "";
  return { decimals: digits.reduce((a, b) => Math.max(a, b), 0), by: sizes[sign] ?? 1, sign };
}
