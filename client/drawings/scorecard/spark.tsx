// The figures and the plan of a KPI → its sparkline, in its own range, with a ring at the target.
import type { KpiTrend, ScoredKpi, TrendLine } from "../../../server/views/scorecard/shape.ts";
import { TargetGlyph } from "../glyphs.tsx";
import { round, useLook } from "../look.tsx";
import type { ColourToken } from "../theme.ts";

export interface SparkBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From days and values to places in the box; nothing where there is nothing to draw. */
interface Plot {
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
}

/** Room for the ring at the end, and for the edge of the line. */
const ring = 7;

function plotOf({ actual, plan, target, missed }: KpiTrend, box: SparkBox): Plot | undefined {
  const ends = [target, missed].filter((end) => end !== undefined);
  const days = [...actual.days, ...plan.days, ...ends.map(({ day }) => day)];
  const values = [...actual.values, ...plan.values, ...ends.map(({ value }) => value)];
  if (actual.days.length + plan.days.length === 0) return undefined;
  const [from, to] = rangeOf(days);
  const [low, high] = rangeOf(values);
  const part = (value: number, least: number, most: number) =>
    most > least ? (value - least) / (most - least) : undefined;
  return {
    x: (day) => box.x + ring + (part(day, from, to) ?? 1) * (box.width - 2 * ring),
    y: (value) => box.y + ring + (1 - (part(value, low, high) ?? 0.5)) * (box.height - 2 * ring),
  };
}

function rangeOf(numbers: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return [least, most];
}

/** What the latest figure is drawn in: blue where all is well, grey where it is old or nothing is known. */
export function dotOf({ health, stale }: ScoredKpi): ColourToken {
  if (stale !== undefined || health === "grey") return "grey";
  return health === "green" ? "work" : health;
}

/** The plan dashed, what was measured solid, the latest figure as a dot, the target as a ring. */
export function Sparkline({ kpi, box }: { readonly kpi: ScoredKpi; readonly box: SparkBox }) {
  const { tokens } = useLook();
  const { trend, stale } = kpi;
  const plot = plotOf(trend, box);
  const isBare = trend.plan.days.length < 2 && trend.actual.days.length < 2;
  if (plot === undefined) return <BareLine box={box} />;
  const { actual, plan, target, missed } = trend;
  const last = kpi.latest === undefined ? undefined : actual.days.at(-1);
  const isMissed = kpi.target?.state === "missed";
  return (
    <g>
      {isBare && <BareLine box={box} />}
      {plan.days.length > 1 && (
        <path
          d={pathOf(plan, plot)}
          fill="none"
          stroke={tokens.ink2}
          stroke-width={1.25}
          stroke-dasharray="3 3"
        />
      )}
      {actual.days.length > 1 && (
        <path
          d={pathOf(actual, plot)}
          fill="none"
          stroke={stale === undefined ? tokens.work : tokens.grey}
          stroke-width={1.75}
          stroke-linejoin="round"
          stroke-linecap="round"
        />
      )}
      {missed && <MissedGlyph x={plot.x(missed.day)} y={plot.y(missed.value)} />}
      {target &&
        (isMissed ? (
          <MissedGlyph x={plot.x(target.day)} y={plot.y(target.value)} />
        ) : (
          <TargetGlyph x={plot.x(target.day)} y={plot.y(target.value)} />
        ))}
      {last !== undefined && (
        <circle
          cx={round(plot.x(last))}
          cy={round(plot.y(actual.values.at(-1) ?? 0))}
          r={4.25}
          fill={tokens[dotOf(kpi)]}
          stroke={tokens.bg}
          stroke-width={1.5}
        />
      )}
    </g>
  );
}

/** Where there is no line to draw. */
function BareLine({ box }: { readonly box: SparkBox }) {
  const { tokens } = useLook();
  const y = round(box.y + box.height / 2);
  const line = { stroke: tokens.rule, "stroke-width": 1.5, "stroke-dasharray": "2 3" };
  return (
    <line x1={round(box.x + ring)} x2={round(box.x + box.width - ring)} y1={y} y2={y} {...line} />
  );
}

function pathOf({ days, values }: TrendLine, { x, y }: Plot): string {
  return days
    .map((day, at) => `${at === 0 ? "M" : "L"}${round(x(day))} ${round(y(values[at] ?? 0))}`)
    .join("");
}

/** A target that was missed: a red ring with ×. */
export function MissedGlyph({ x, y }: { readonly x: number; readonly y: number }) {
  const { tokens } = useLook();
  return (
    <g transform={`translate(${round(x)} ${round(y)})`}>
      <circle r={4.8} fill={tokens.bg} stroke={tokens.red} stroke-width={1.5} />
      <path d="M-1.9-1.9L1.9 1.9M1.9-1.9L-1.9 1.9" stroke={tokens.red} stroke-width={1.4} />
    </g>
  );
}
