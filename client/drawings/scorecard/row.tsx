// A KPI → its row: in one line of columns, with its title above the figures, or with the sparkline below.

import type { ScoredKpi } from "../../../server/views/scorecard/shape.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel, Hairline } from "../parts.tsx";
import { type MeasureText, shorten } from "../text.ts";
import type { Column, ScorecardColumns } from "./columns.ts";
import {
  FigureLabel,
  FittingLabel,
  inkOf,
  MeasuresLine,
  ProgressBar,
  StalePill,
} from "./parts.tsx";
import { Sparkline } from "./spark.tsx";

export interface KpiRowProps {
  readonly kpi: ScoredKpi;
  readonly y: number;
  readonly columns: ScorecardColumns;
  /** A hairline stands below it. */
  readonly line: boolean;
}

export function KpiRow(props: KpiRowProps) {
  const { columns, y, line } = props;
  return (
    <g>
      {columns.form === "line" ? (
        <InLine {...props} />
      ) : columns.form === "stacked" ? (
        <Stacked {...props} />
      ) : (
        <Narrow {...props} />
      )}
      {line && (
        <Hairline
          x={columns.margin}
          y={y + columns.row - 1}
          width={columns.right - columns.margin}
        />
      )}
    </g>
  );
}

function InLine({ kpi, y, columns }: KpiRowProps) {
  const { measure } = useLook();
  const [first, second] = [y + 17, y + 35];
  const { title, owner, baseline, latest } = columns;
  // What is beside a text leaves it the room that it does not need.
  const beside = baseline
    ? leftOf(baseline, measure(kpi.baseline?.text ?? "–", 13, 400))
    : leftOf(latest, measure(kpi.latest?.text ?? "–", 17, 600));
  const underIt = leftOf(latest, kpi.unit === undefined ? 0 : measure(kpi.unit, 11, 400));
  const atEnd = columns.right - lastWidth(kpi, measure) - 12;
  return (
    <g>
      <Title {...{ kpi, columns }} middle={first} room={beside - title.x} />
      <MeasuresLine kpi={kpi} x={title.x} room={underIt - title.x} middle={second} />
      {baseline && <FigureLabel column={baseline} text={kpi.baseline?.text} middle={first} />}
      <Figures {...{ kpi, columns, first, second }} />
      <Sparkline kpi={kpi} box={{ ...columns.spark, y: y + 5, height: 40 }} />
      {owner && (
        <FitLabel
          text={kpi.owner ?? "–"}
          width={atEnd - owner.x}
          x={owner.x}
          middle={first}
          fill="ink2"
        />
      )}
      <LastMeasured {...{ kpi, columns, first, second }} />
    </g>
  );
}

/** Where a text may end that stands left of a figure in its column. */
function leftOf({ x, width }: Column, figure: number): number {
  return x + width - Math.min(figure, width - 8) - 12;
}

function lastWidth({ stale, measured }: ScoredKpi, measure: MeasureText): number {
  return stale === undefined ? measure(measured, 13, 400) : measure(stale, 11, 600) + 34;
}

function Stacked({ kpi, y, columns }: KpiRowProps) {
  const { measure } = useLook();
  const { title, spark, measured } = columns;
  const top = y + 16;
  const [first, second] = [y + 38, y + 56];
  const name = measure(shorten(kpi.title, title.width, 13, 500, measure), 13, 500);
  const after = title.x + name + 12;
  const rest = title.x + title.width - after;
  return (
    <g>
      <Title {...{ kpi, columns }} middle={top} room={title.width} />
      {rest > 60 && <MeasuresLine kpi={kpi} x={after} room={rest} middle={top} />}
      {kpi.stale === undefined ? (
        <FittingLabel
          text={measuredInWords(kpi)}
          x={columns.right}
          room={measured.width}
          middle={top}
          size={11}
          anchor="end"
          fill="ink2"
        />
      ) : (
        <StalePill text={kpi.stale} right={columns.right} middle={top} />
      )}
      <Figures {...{ kpi, columns, first, second }} />
      <Sparkline kpi={kpi} box={{ ...spark, y: y + 27, height: 38 }} />
    </g>
  );
}

function measuredInWords({ measured, measuredOn }: ScoredKpi): string {
  if (measuredOn !== undefined) return `Measured ${measured}`;
  return measured === "Never" ? "Never measured" : "Last figure not known";
}

function Narrow({ kpi, y, columns }: KpiRowProps) {
  const { measure } = useLook();
  const { latest, progress, spark, title } = columns;
  const middle = y + 36;
  const { x } = title;
  const unit = kpi.unit && kpi.latest ? kpi.unit : "";
  const isDrawn = kpi.progress !== undefined;
  const value = measure(kpi.latest?.text ?? "–", 17, 600);
  const behind = shorten(unit, latest.width - value - 12, 11, 400, measure);
  const space = behind === "" ? 0 : measure(behind, 11, 400) + 6;
  return (
    <g>
      <Title {...{ kpi, columns }} middle={y + 15} room={title.width} />
      <Verdict
        kpi={kpi}
        column={progress}
        middle={isDrawn ? y + 32 : middle}
        room={latest.x + latest.width - space - value - 12 - x}
      />
      {isDrawn && <ProgressBar kpi={kpi} column={progress} middle={y + 45} height={5} />}
      <Latest kpi={kpi} column={{ ...latest, width: latest.width - space }} middle={middle} />
      {behind !== "" && (
        <Label
          text={behind}
          x={latest.x + latest.width}
          middle={middle + 2}
          size={11}
          anchor="end"
          fill="ink2"
        />
      )}
      <FigureLabel column={columns.expected} text={kpi.expected?.text} middle={middle} />
      <Sparkline
        kpi={kpi}
        box={{ ...spark, width: spark.width - (kpi.stale ? 40 : 0), y: y + 54, height: 31 }}
      />
      {kpi.stale === undefined ? (
        <Label
          text={kpi.measured}
          x={columns.right}
          middle={y + 68}
          size={11}
          anchor="end"
          fill="ink2"
        />
      ) : (
        <StalePill text={kpi.stale} right={columns.right} middle={y + 68} />
      )}
    </g>
  );
}

function Title(props: {
  readonly kpi: ScoredKpi;
  readonly columns: ScorecardColumns;
  readonly middle: number;
  readonly room: number;
}) {
  const { kpi, columns, middle, room } = props;
  return (
    <g>
      <HealthGlyph x={columns.margin + 7} y={middle} health={kpi.health} />
      <FitLabel text={kpi.title} width={room} x={columns.title.x} middle={middle} weight={500} />
    </g>
  );
}

interface Lines {
  readonly kpi: ScoredKpi;
  readonly columns: ScorecardColumns;
  readonly first: number;
  readonly second: number;
}

/** Latest over its unit, what is expected, progress over its words, the target over its date. */
function Figures({ kpi, columns, first, second }: Lines) {
  const { measure } = useLook();
  const { latest, expected, progress, target = progress } = columns;
  const aim = kpi.target;
  const free = target.x + target.width - measure(aim?.text ?? "–", 13, 500) - 12 - progress.x;
  const whenWeight = aim?.state === "missed" ? 600 : 400;
  const when = Math.min(measure(aim?.when ?? "", 11, whenWeight), target.width + 12);
  const under = target.x + target.width - when - 12 - progress.x;
  return (
    <g>
      <Latest kpi={kpi} column={latest} middle={first} />
      {kpi.unit !== undefined && (
        <FittingLabel
          text={kpi.unit}
          x={latest.x + latest.width}
          room={latest.width - 8}
          middle={second}
          size={11}
          anchor="end"
          fill="ink2"
        />
      )}
      <FigureLabel column={expected} text={kpi.expected?.text} middle={first} />
      {kpi.progress === undefined ? (
        <Verdict kpi={kpi} column={progress} middle={first} room={free} />
      ) : (
        <g>
          <ProgressBar kpi={kpi} column={progress} middle={first} height={8} />
          <Verdict kpi={kpi} column={progress} middle={second} room={under} />
        </g>
      )}
      <FigureLabel column={target} text={aim?.text} middle={first} weight={500} fill="ink" />
      {aim && (
        <FittingLabel
          text={aim.when}
          x={target.x + target.width}
          room={target.width + 12}
          middle={second}
          size={11}
          anchor="end"
          weight={whenWeight}
          fill={aim.state === "missed" ? "red" : "ink2"}
        />
      )}
    </g>
  );
}

function Latest(props: {
  readonly kpi: ScoredKpi;
  readonly column: Column;
  readonly middle: number;
}) {
  const { kpi, column, middle } = props;
  const fill = kpi.stale === undefined ? inkOf(kpi.health, "ink") : "ink2";
  return (
    <FigureLabel {...{ column, middle, fill }} text={kpi.latest?.text} size={17} weight={600} />
  );
}

function Verdict(props: {
  readonly kpi: ScoredKpi;
  readonly column: Column;
  readonly middle: number;
  readonly room: number;
}) {
  const { kpi, column, middle, room } = props;
  const fill = inkOf(kpi.health, "ink2");
  return (
    <FittingLabel
      text={kpi.verdict}
      x={round(column.x)}
      size={kpi.progress === undefined ? 12 : 11}
      weight={fill === "ink2" ? 400 : 600}
      {...{ middle, room, fill }}
    />
  );
}

/** "Oct 2026"; where that is too long ago, how long, over the date; or how many rows of its file are faulty. */
function LastMeasured({ kpi, columns, first, second }: Lines) {
  const { measure } = useLook();
  const { right } = columns;
  const end = { x: right, anchor: "end", fill: "ink2" } as const;
  if (kpi.stale !== undefined) {
    return (
      <g>
        <StalePill text={kpi.stale} right={right} middle={first} />
        <Label text={kpi.measured} middle={second} size={11} {...end} />
      </g>
    );
  }
  const { faulty } = kpi;
  return (
    <g>
      <Label text={kpi.measured} middle={first} {...end} />
      {faulty && (
        <g>
          <HealthGlyph
            x={right - measure(faulty, 11, 600) - 9}
            y={second}
            health="amber"
            scale={0.7}
          />
          <Label text={faulty} middle={second} size={11} weight={600} {...end} fill="amber" />
        </g>
      )}
    </g>
  );
}
