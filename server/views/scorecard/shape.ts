// The scorecard as plain data: every open KPI with its figures in words, by perspective.
import type { Health, IsoDay, SourcePlace, ViewData } from "../shape.ts";

export interface ScorecardView extends ViewData {
  readonly view: "scorecard";
  /** In the order of the balanced scorecard, those without a perspective last; none of them is empty. */
  readonly bands: readonly PerspectiveBand[];
}

export interface PerspectiveBand {
  readonly id: "financial" | "customer" | "process" | "learning" | "unknown";
  readonly title: string;
  readonly counts: Readonly<Record<Health, number>>;
  /** In source order. */
  readonly kpis: readonly ScoredKpi[];
}

/** A value as it is printed, and as it is compared. */
export interface KpiFigure {
  readonly text: string;
  readonly value: number;
}

/** Where a target stands in time: to come, reached or not; `past` where that is not known. */
export type TargetState = "ahead" | "met" | "missed" | "past" | "undated";

export interface KpiTarget extends KpiFigure {
  readonly state: TargetState;
  /** "by Dec 2026", "missed, Dec 2025" */
  readonly when: string;
}

export interface ScoredKpi {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  readonly health: Health;
  /** What it measures: "Workloads in the cloud and 2 more". */
  readonly measures: string;
  /** It is not known to measure anything: that is what `measures` says then. */
  readonly adrift?: true | undefined;
  readonly owner?: string | undefined;
  /** What stands under its figures, "M EUR"; a percent sign stands behind each of them. */
  readonly unit?: string | undefined;
  readonly baseline?: KpiFigure | undefined;
  readonly latest?: KpiFigure | undefined;
  /** What the plan expects on the day of the latest figure. */
  readonly expected?: KpiFigure | undefined;
  /** The share of what is expected that is reached, below 0 where it is worse than at the start; undefined where there is none. */
  readonly progress?: number | undefined;
  /** "46%, behind", "104%"; without progress why: "No baseline and no figure". */
  readonly verdict: string;
  /** The next target, else the last one. */
  readonly target?: KpiTarget | undefined;
  /** "Oct 2026", "Never" */
  readonly measured: string;
  readonly measuredOn?: IsoDay | undefined;
  /** "8 months ago", where that is longer than it should be. */
  readonly stale?: string | undefined;
  /** "2 faulty rows", of its file. */
  readonly faulty?: string | undefined;
  /** The worst off of what must not suffer for it, where that is off its plan. */
  readonly guardrail?: { readonly title: string; readonly health: Health } | undefined;
  /** What else is to be said, in sentences without their full stops. */
  readonly notes: readonly string[];
  readonly trend: KpiTrend;
}

/** Days since 1 January 1970, and the values on them. */
export interface TrendLine {
  readonly days: readonly number[];
  readonly values: readonly number[];
}

/** What a sparkline draws: figures up to the latest, and the plan up to the target. */
export interface KpiTrend {
  readonly actual: TrendLine;
  readonly plan: TrendLine;
  readonly target?: { readonly day: number; readonly value: number } | undefined;
  /** The target that was missed, where another one is to come. */
  readonly missed?: { readonly day: number; readonly value: number } | undefined;
}
