// Baseline, targets and actuals of a KPI, written and from its file → where it stands against its plan.
import { Big } from "big.js";
import { memoIn } from "../../cells/memo.ts";
import type { Day } from "../calendar.ts";
import {
  choiceOf,
  type Entity,
  type Typed,
  unknownIn,
  valueIn,
  valuesOf,
  written,
} from "../entity.ts";
import type { Model, Universe } from "../universe.ts";
import { seriesOf } from "./data.ts";
import {
  attainmentOf,
  type Direction,
  directionOf,
  expectedOn,
  judge,
  type Plan,
  type Point,
  type Tolerance,
} from "./plan.ts";
import { spanIn } from "./schedule.ts";

/** A measured value: where it is written, or on which line of the file it stands. */
export interface Measurement extends Point {
  readonly source: "field" | "file";
  readonly written?: Typed;
  readonly line?: number;
}

/** A baseline or a target. `day` is undefined where it has no date, or one that is not known. */
export interface Mark {
  readonly value: Big;
  readonly day: Day | undefined;
  readonly written: Typed;
}

export type Rag = "green" | "amber" | "red" | "grey";

export interface KpiState {
  readonly baseline: Mark | undefined;
  /** By date, those without one last; else in source order. */
  readonly targets: readonly Mark[];
  /** All measurements by date, each date once: the file wins. */
  readonly series: readonly Measurement[];
  /** Written actuals for whose date the file has another value. */
  readonly shadowed: readonly { readonly written: Measurement; readonly file: Measurement }[];
  /** Written actuals for whose date an earlier one counts. */
  readonly repeated: readonly { readonly written: Measurement; readonly first: Measurement }[];
  readonly direction: Direction | undefined;
  /** Neither is it written nor do the figures tell it: upward, as long as nobody says otherwise. */
  readonly isDirectionAssumed: boolean;
  /** The baseline and the dated targets, where all of them are understood. */
  readonly plan: Plan | undefined;
  readonly latest: Measurement | undefined;
  /** What the plan expects on the date of the latest actual. */
  readonly expected: Big | undefined;
  /** The share of what is expected that is reached: 1 is on plan. */
  readonly attainment: number | undefined;
  /** Short of plan by more than the tolerance. */
  readonly behind: boolean | undefined;
  readonly rag: Rag;
  /** The date of the latest actual or, with none at all, of the baseline. */
  readonly lastMeasured: Day | undefined;
  /** The first target whose date has not passed. */
  readonly nextTarget: Mark | undefined;
  /** The target that was due on the date of the latest actual: what is expected leads there. */
  readonly dueTarget: Mark | undefined;
  /** A target or its date cannot be read, so that nobody knows which is the last, or the last that has passed. */
  readonly areTargetsDoubtful: boolean;
  /** An actual or the whole file cannot be read, so that nobody knows which value is the latest. */
  readonly isDoubtful: boolean;
  /** An actual has no date, so that it may be the latest. */
  readonly isUndated: boolean;
  readonly tolerance: Tolerance | undefined;
}

/**
 * Where a KPI stands (language.md, "KPI, expected"). The plan is the straight line from the dated
 * baseline through the dated targets, each on the last day of its date; after the last target it
 * stays. What is expected is read off on the date of the latest actual, wherever today is: an actual
 * of a month that still runs, or of a day to come, counts as it is written. On the date of the
 * baseline the baseline is expected; of an actual that is older, nothing is. A target that is not
 * later than the baseline counts only where no other is. Without a dated baseline nothing is expected
 * before the first target, and from then on the latest target whose date has come.
 *
 * Behind is what is short of the plan by more than the tolerance (default 10%): a percent is a share
 * of the distance from the baseline to the target then due (the first that is not before the actual,
 * else the last); without a baseline, and to maintain, of that target, to maintain on both sides; a quantity is
 * absolute, in the unit of the KPI. Green is not behind, amber behind by up to twice the tolerance, red by more; grey where
 * nothing is expected or measured, or something that it needs is unknown.
 *
 * Attainment is (latest − baseline) ÷ (expected − baseline): above 1 is better than plan, below 0
 * worse than the start. Where there is no way to go (to maintain, without a baseline, or as long as
 * no more than the baseline is expected) it is 1 less the shortfall ÷ expected, and never below 0.
 *
 * Of two actuals written for one date the first counts. One without a date counts nowhere.
 */
export const kpiState: (all: Universe, kpi: Entity) => KpiState = memoIn((all, kpi) => {
  const model = all.modelOf(kpi);
  const [baseline] = readMarks(model, kpi, "baseline");
  const targets = readMarks(model, kpi, "target").toSorted(byDay);
  const measured = measure(model, kpi);
  const latest = measured.isDoubtful ? undefined : measured.series.at(-1);
  const plan = planOf(kpi, baseline, targets);
  const areTargetsDoubtful = unknownIn(kpi, "target") || targets.some(isAdrift);
  const way = readDirection(kpi, baseline, targets, measured);
  const tolerance = readTolerance(kpi);
  const expected = latest && plan && expectedOn(plan, latest.day);
  const direction = way === "unsaid" ? "increase" : way;
  const rag =
    expected && direction && tolerance
      ? judge(direction, expected, tolerance, latest.value)
      : "grey";
  return {
    ...measured,
    baseline,
    targets,
    direction,
    isDirectionAssumed: way === "unsaid",
    plan,
    latest,
    expected: expected?.times.div(expected.scale),
    attainment: expected && direction && attainmentOf(direction, expected, latest.value),
    behind: rag === "grey" ? undefined : rag !== "green",
    rag,
    tolerance,
    lastMeasured: latest?.day ?? (measured.isDoubtful ? undefined : baseline?.day),
    nextTarget: targets.find(({ day }) => day !== undefined && day >= model.today),
    dueTarget: targets.find((target) => target === expected?.due),
    areTargetsDoubtful,
  };
});

function readMarks(model: Model, kpi: Entity, field: string): readonly Mark[] {
  return valuesOf(kpi, field).flatMap((value) => {
    if (value.is !== "dated") return [];
    const day = value.date && spanIn(value.date, model.fiscal)?.end;
    return [{ value: value.value, day, written: value }];
  });
}

function byDay(a: Mark, b: Mark): number {
  if (a.day === b.day) return 0;
  return (a.day ?? Number.MAX_VALUE) - (b.day ?? Number.MAX_VALUE);
}

function isDated<Of extends Mark>(mark: Of): mark is Of & Point {
  return mark.day !== undefined;
}

/** A date is written, but which day it means is unknown, since the fiscal year is. */
function isAdrift({ day, written: { node } }: Mark): boolean {
  return day === undefined && node.at !== undefined;
}

function planOf(kpi: Entity, baseline: Mark | undefined, all: readonly Mark[]): Plan | undefined {
  if (unknownIn(kpi, "baseline") || unknownIn(kpi, "target") || all.some(isAdrift))
    return undefined;
  const [first, ...others] = all.filter(isDated);
  if (first === undefined || (baseline && isAdrift(baseline))) return undefined;
  const from = baseline && isDated(baseline) ? baseline : undefined;
  return { from, baseline: baseline?.value, targets: [first, ...others] };
}

/**
 * As written, else from the baseline to the first target that differs from it, dated or not; without
 * a baseline from the first actual to the last target, where that actual is not later than the first
 * target; else nothing says it. Undefined where what would tell it cannot be read.
 */
function readDirection(
  kpi: Entity,
  baseline: Mark | undefined,
  targets: readonly Mark[],
  { series: [first], isDoubtful }: Measured,
): Direction | "unsaid" | undefined {
  if (written(kpi, "direction")) {
    const word = unknownIn(kpi, "direction") ? undefined : choiceOf(kpi, "direction");
    return word === "increase" || word === "decrease" || word === "maintain" ? word : undefined;
  }
  if (unknownIn(kpi, "baseline") || unknownIn(kpi, "target") || targets.length === 0) {
    return undefined;
  }
  if (baseline !== undefined) {
    return directionOf(
      baseline.value,
      targets.map(({ value }) => value),
    );
  }
  if (isDoubtful || targets.some(isAdrift)) return undefined;
  const dated = targets.filter(isDated);
  const [next] = dated;
  const last = dated.at(-1);
  const isStart = first !== undefined && next !== undefined && first.day <= next.day;
  return isStart && last !== undefined && !last.value.eq(first.value)
    ? directionOf(first.value, [last.value])
    : "unsaid";
}

/** Undefined where it is faulty, or a quantity in another unit than the KPI's. */
function readTolerance(kpi: Entity): Tolerance | undefined {
  if (!written(kpi, "tolerance")) return { percent: new Big(10) };
  if (unknownIn(kpi, "tolerance")) return undefined;
  const percent = valueIn(kpi, "tolerance", "percent")?.value;
  if (percent !== undefined) return { percent };
  const quantity = valueIn(kpi, "tolerance", "quantity");
  const unit = valueIn(kpi, "unit", "unit")?.text;
  if (quantity === undefined || unknownIn(kpi, "unit")) return undefined;
  const fits =
    [quantity.unit, unit].includes(undefined) || singular(quantity.unit) === singular(unit);
  return fits ? { absolute: quantity.value } : undefined;
}

/** `Day` and `days` are one unit. */
function singular(unit: string | undefined): string | undefined {
  return unit?.normalize("NFC").toLowerCase().replace(/s$/, "");
}

type Measured = Pick<KpiState, "series" | "shadowed" | "repeated" | "isDoubtful" | "isUndated">;

/** The actuals as written and those of the file in one series. */
function measure(model: Model, kpi: Entity): Measured {
  const marks = readMarks(model, kpi, "actual");
  const file = seriesOf(model, kpi);
  const dated = marks.filter(isDated);
  const byDate = new Map<Day, Measurement>();
  const repeated: KpiState["repeated"][number][] = [];
  for (const mark of dated) {
    const measured: Measurement = { ...mark, source: "field" };
    const first = byDate.get(mark.day);
    if (first === undefined) byDate.set(mark.day, measured);
    else repeated.push({ written: measured, first });
  }
  const shadowed: KpiState["shadowed"][number][] = [];
  const onDay = Map.groupBy(dated, ({ day }) => day);
  for (const row of file?.rows ?? []) {
    const measured: Measurement = { ...row, source: "file" };
    for (const mark of onDay.get(row.day) ?? []) {
      if (!mark.value.eq(row.value))
        shadowed.push({ written: { ...mark, source: "field" }, file: measured });
    }
    byDate.set(row.day, measured);
  }
  const isUnread = written(kpi, "actuals") && (file === undefined || file.unreadable !== undefined);
  return {
    series: [...byDate.values()].sort((a, b) => a.day - b.day),
    shadowed,
    repeated,
    isUndated: marks.some((mark) => mark.day === undefined),
    isDoubtful: isUnread || file?.isAdrift || unknownIn(kpi, "actual") || marks.some(isAdrift),
  };
}
