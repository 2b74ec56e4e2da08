// The scorecard: every KPI in a row with its figures, its progress and its sparkline, by perspective or worst first.

import type {
  PerspectiveBand,
  ScorecardView,
  ScoredKpi,
} from "../../server/views/scorecard/shape.ts";
import type { LaidOut, PictureMark, PicturePart, SheetDrawing } from "./drawing.ts";
import { HealthGlyph } from "./glyphs.tsx";
import { Label, useLook } from "./look.tsx";
import { Hairline } from "./parts.tsx";
import { charted, layOutCharts } from "./scorecard/charts.tsx";
import { type Column, type ScorecardColumns, scorecardColumns } from "./scorecard/columns.ts";
import { FittingLabel } from "./scorecard/parts.tsx";
import { KpiRow } from "./scorecard/row.tsx";
import { chartsLegend, scorecardLegend } from "./scorecard/signs.tsx";
import { kpiSentence, scorecardTable, worstFirst } from "./scorecard/words.ts";
import { allHealth } from "./sentences.ts";

const bandHeight = 30;
const headHeight = 30;

export const scorecardDrawing: SheetDrawing<ScorecardView> = {
  stage: "sheet",
  name: "scorecard",
  label: "Scorecard",
  choices: () => [
    {
      key: "order",
      label: "Order",
      options: [
        ["source", "By perspective"],
        ["worst", "Worst first"],
      ],
    },
  ],
  layOut(view, room) {
    const columns = scorecardColumns(room);
    const laid = rowsIn(columns, room.width);
    if (room.chosen.order === "worst") laid.add(worstFirst(view));
    else
      for (const band of view.bands) {
        laid.open(band);
        laid.add(band.kpis);
      }
    return {
      ...laid.done(),
      head: { height: headHeight, draw: () => <Heads columns={columns} width={room.width} /> },
    };
  },
  table: scorecardTable,
  legend: scorecardLegend,
  empty: ({ bands }) =>
    bands.length > 0
      ? undefined
      : {
          title: "No KPIs yet",
          sentence:
            "Write one into an objective: what it measures, where it began, and what it should be by when.",
          kind: "kpi",
          button: "Insert a KPI",
        },
  charts: (view) => {
    const count = charted(view).length;
    if (count === 0) return undefined;
    const sentence = `${count === 1 ? "1 KPI" : `${count} KPIs`} over time, against the plan`;
    return { drawing: kpiCharts, data: { ...view, sentence } };
  },
};

const kpiCharts: SheetDrawing<ScorecardView> = {
  ...scorecardDrawing,
  label: "KPIs over time",
  layOut: layOutCharts,
  legend: chartsLegend,
};

/** Rows and the bands over them, from the top down. */
function rowsIn(columns: ScorecardColumns, width: number) {
  const blocks: PicturePart[] = [];
  const marks: PictureMark[] = [];
  let y = 0;
  return {
    open(band: PerspectiveBand): void {
      const top = y;
      y += bandHeight;
      blocks.push({
        key: `band:${band.id}`,
        top,
        bottom: y,
        heads: { title: band.title, depth: 0 },
        draw: () => <BandHead {...{ band, width }} y={top} margin={columns.margin} />,
      });
    },
    add(kpis: readonly ScoredKpi[]): void {
      for (const [at, kpi] of kpis.entries()) {
        const top = y;
        y += columns.row;
        const key = `kpi:${kpi.id}`;
        const line = at < kpis.length - 1;
        blocks.push({
          key,
          top,
          bottom: y,
          draw: () => <KpiRow {...{ kpi, columns, line }} y={top} />,
        });
        marks.push({
          ...{ key, x: 4, y: top + 2, width: width - 8, height: columns.row - 4, isRow: true },
          sentence: kpiSentence(kpi),
          source: kpi.source,
        });
      }
    },
    done: (): LaidOut => ({ height: y, blocks, marks }),
  };
}

/** "Financial", and how many of its KPIs stand how. */
function BandHead(props: {
  readonly band: PerspectiveBand;
  readonly y: number;
  readonly width: number;
  readonly margin: number;
}) {
  const { tokens, measure, contrast } = useLook();
  const { band, y, width, margin } = props;
  const middle = y + bandHeight / 2;
  const isFlat = contrast || tokens.raised === tokens.bg;
  let x = margin + measure(band.title, 13, 600) + 28;
  const counts = allHealth.flatMap((health) => {
    const count = band.counts[health];
    if (count === 0) return [];
    const place = { health, count, x };
    x += 17 + measure(String(count), 12, 400) + 16;
    return [place];
  });
  return (
    <g>
      <rect x={0} y={y} width={width} height={bandHeight} fill={tokens.raised} />
      {isFlat &&
        [y + 0.5, y + bandHeight - 0.5].map((edge) => (
          <line key={edge} x1={0} x2={width} y1={edge} y2={edge} stroke={tokens.rule} />
        ))}
      <Label text={band.title} x={margin} middle={middle} weight={600} />
      {counts.map((place) => (
        <g key={place.health}>
          <HealthGlyph x={place.x} y={middle} health={place.health} scale={0.8} />
          <Label
            text={String(place.count)}
            x={place.x + 11}
            middle={middle}
            size={12}
            fill="ink2"
            figures
          />
        </g>
      ))}
    </g>
  );
}

/** The heads of the columns; the shorter words where the longer do not fit. */
function Heads(props: { readonly columns: ScorecardColumns; readonly width: number }) {
  const { measure } = useLook();
  const { columns, width } = props;
  const { form, title, baseline, latest, expected, progress, target, spark, owner } = columns;
  const isLine = form === "line";
  const from = (column: Column | undefined, ...texts: readonly string[]) =>
    column && <Head text={fitting(texts, column.width)} x={column.x} room={column.width} />;
  const upTo = (column: Column | undefined, text: string) =>
    column && <Head text={text} x={column.x + column.width} room={column.width - 4} anchor="end" />;
  const fitting = (texts: readonly string[], room: number) =>
    texts.find((text) => measure(text, 11, 400) <= room) ?? texts.at(-1) ?? "";
  return (
    <g>
      {isLine && from(title, "KPI, and what it measures", "KPI")}
      {form === "narrow" && from({ ...title, width: latest.x - title.x }, "KPI")}
      {upTo(baseline, "Baseline")}
      {upTo(latest, "Latest")}
      {upTo(expected, "Expected")}
      {form !== "narrow" && from(progress, "Progress against expected", "Progress")}
      {upTo(target, "Next target")}
      {form !== "narrow" && from(spark, "Actual and plan")}
      {from(owner, "Owner")}
      {isLine && upTo(columns.measured, "Last measured")}
      <Hairline x={0} y={headHeight - 1} width={width} />
    </g>
  );
}

function Head(props: {
  readonly text: string;
  readonly x: number;
  readonly room: number;
  readonly anchor?: "end";
}) {
  return <FittingLabel {...props} middle={headHeight / 2} size={11} fill="ink2" />;
}
