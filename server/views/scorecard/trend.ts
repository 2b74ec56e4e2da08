// The plan and the figures of a KPI → the lines of its sparkline.
import type { Day } from "../../model/calendar.ts";
import type { KpiState, Mark } from "../../model/derive/kpi.ts";
import { expectedOn, type Plan, type Point } from "../../model/derive/plan.ts";
import type { KpiTrend, TrendLine } from "./shape.ts";

/** From its baseline, or where all figures are older from the first of them, up to its target. */
export function trendOf(
  { baseline, series, latest, plan }: KpiState,
  target: Mark | undefined,
  missed: Mark | undefined,
): KpiTrend {
  const figures = latest === undefined ? [] : series;
  const start = baseline?.day;
  const isStart = start !== undefined && (latest === undefined || start <= latest.day);
  const first = isStart && baseline !== undefined ? [{ day: start, value: baseline.value }] : [];
  const since = isStart ? figures.filter(({ day }) => day > start) : figures;
  const end = Math.max(target?.day ?? 0, latest?.day ?? 0);
  return {
    actual: lineOf(thinned([...first, ...since])),
    plan: plan === undefined ? lineOf([]) : planLine(plan, end),
    target: pointOf(target),
    missed: missed !== target ? pointOf(missed) : undefined,
  };
}

function pointOf(mark: Mark | undefined): KpiTrend["target"] {
  return mark?.day === undefined ? undefined : { day: mark.day, value: mark.value.toNumber() };
}

/** The plan from where it begins to a day; without a baseline in steps, from its first target on. */
function planLine(plan: Plan, end: Day): TrendLine {
  const days = [plan.from, ...plan.targets].flatMap((point) => point?.day ?? []);
  const begin = plan.from?.day ?? plan.targets[0].day;
  const turns = [...new Set([...days, end])].filter((day) => day >= begin && day <= end);
  const steps =
    plan.from === undefined
      ? turns.flatMap((day) => (day - 1 > begin ? [day - 1, day] : [day]))
      : turns;
  const found = steps
    .toSorted((a, b) => a - b)
    .flatMap((day) => {
      const expected = expectedOn(plan, day);
      return expected === undefined ? [] : [[day, expected.times.div(expected.scale)] as const];
    });
  return {
    days: found.map(([day]) => day),
    values: found.map(([, value]) => value.toNumber()),
  };
}

function lineOf(points: readonly Point[]): TrendLine {
  return {
    days: points.map(({ day }) => day),
    values: points.map(({ value }) => value.toNumber()),
  };
}

const buckets = 120;

/** Of more figures than a sparkline can show, the lowest and the highest of each stretch of time, and the ends. */
function thinned(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length <= 2 * buckets || first === undefined || last === undefined) return points;
  const stretch = (last.day - first.day + 1) / buckets;
  const kept = new Set([first, last]);
  const groups = Map.groupBy(points, ({ day }) => Math.floor((day - first.day) / stretch));
  for (const group of groups.values()) {
    kept.add(group.reduce((a, b) => (b.value.lt(a.value) ? b : a)));
    kept.add(group.reduce((a, b) => (b.value.gt(a.value) ? b : a)));
  }
  return points.filter((point) => kept.has(point));
}
