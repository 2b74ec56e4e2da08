// An open KPI of the model → its row, and what the sums over all rows need to know of it.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memoIn } from "../../cells/memo.ts";
import { iso } from "../../model/calendar.ts";
import { fromToday } from "../../model/days.ts";
import { seriesOf } from "../../model/derive/data.ts";
import { freshnessOf, isLastTargetMet } from "../../model/derive/freshness.ts";
import { type KpiState, kpiState, type Mark } from "../../model/derive/kpi.ts";
import { missOf } from "../../model/derive/missed.ts";
import { perspectiveOf } from "../../model/derive/perspective.ts";
import { type Entity, refsOf, valueIn } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { ownerOf } from "../../model/owner.ts";
import { relations } from "../../model/relations.ts";
import { entityOf } from "../../model/resolve.ts";
import { isOpenKpi } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { oneLine } from "../../words/visible.ts";
import { counted } from "../../words/wording.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { type Scene, sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { coarseDay } from "./dates.ts";
import { inUnit, rowFigures } from "./numbers.ts";
import type { KpiFigure, KpiTarget, ScoredKpi, TargetState } from "./shape.ts";
import { trendOf } from "./trend.ts";
import { verdictOn } from "./verdict.ts";

/** A KPI with its row. */
export interface Scored {
  readonly shown: Unplaced<ScoredKpi>;
  readonly perspective: string | undefined;
  /** It has a baseline and a target with a date. */
  readonly isComplete: boolean;
  /** Its last figure, or with none at all its baseline, is not older than it should be. */
  readonly isFresh: boolean;
}

/** All open KPIs of a project in source order. */
export const scoredKpis = collected<Model, Scored>(function* (model, chunk) {
  for (const one of outline(chunk).entities)
    if (isOpenKpi(model.universe, one)) yield scored(model, one);
});

const scored: (model: Model, kpi: Entity) => Scored = memoIn(
  (model, kpi) => {
    const { baseline, targets, lastMeasured } = kpiState(model.universe, kpi);
    return {
      shown: rowOf(model, kpi),
      perspective: perspectiveOf(model.universe, kpi),
      isComplete: baseline !== undefined && targets.some(({ day }) => day !== undefined),
      isFresh: lastMeasured !== undefined && freshnessOf(model, kpi)?.isStale !== true,
    };
  },
  (a, b) =>
    isSameList(
      [a.shown, a.perspective, a.isComplete, a.isFresh],
      [b.shown, b.perspective, b.isComplete, b.isFresh],
    ),
);

const rowOf: (model: Model, kpi: Entity) => Unplaced<ScoredKpi> = memoIn((model, kpi) => {
  const scene = sceneOf(model);
  const { all } = scene;
  const state = kpiState(all, kpi);
  const miss = missOf(model, kpi)?.target;
  const target = shownTarget(state);
  const unit = unitOf(kpi);
  const figures = rowFigures(state, target, unit);
  const owner = ownerOf(all, kpi);
  const rows = seriesOf(model, kpi)?.faultyRows.length ?? 0;
  const guardrail = worstGuardrail(scene, kpi);
  const { lastMeasured } = state;
  return {
    id: scene.idOf(kpi),
    title: shownTitle(all, kpi),
    source: scene.placeOf(kpi),
    health: state.rag,
    measures: measuresOf(scene, kpi),
    adrift: relations(all).measure.from(kpi).length === 0 || undefined,
    owner: owner && scene.titleOf(owner),
    unit: unit === "%" ? undefined : unit,
    ...figures,
    ...verdictOn(scene, kpi),
    target: target && figures.target && targetIn(model, kpi, { target, miss }, figures.target),
    measured:
      lastMeasured === undefined
        ? state.isDoubtful
          ? "Not known"
          : "Never"
        : coarseDay(lastMeasured),
    measuredOn: lastMeasured === undefined ? undefined : iso(lastMeasured),
    stale: staleOf(model, kpi),
    faulty: rows > 0 ? counted(rows, "faulty row") : undefined,
    guardrail,
    notes: [
      ...(miss !== undefined && miss !== target ? [missNote(miss, unit)] : []),
      ...(rows > 0
        ? [`${counted(rows, "row")} of its file ${rows === 1 ? "does" : "do"} not count`]
        : []),
      ...(guardrail ? [guardNote(guardrail)] : []),
    ],
    trend: trendOf(state, target, miss),
  };
}, isSame);

function unitOf(kpi: Entity): string | undefined {
  const unit = valueIn(kpi, "unit", "unit")?.text;
  return unit === undefined || unit.trim() === "" ? undefined : oneLine(unit);
}

/** The next target, else the last one that has a date, else the last one. */
function shownTarget({ nextTarget, targets }: KpiState): Mark | undefined {
  return nextTarget ?? targets.findLast(({ day }) => day !== undefined) ?? targets.at(-1);
}

interface Aim {
  readonly target: Mark;
  readonly miss: Mark | undefined;
}

function targetIn(model: Model, kpi: Entity, aim: Aim, figure: KpiFigure): KpiTarget {
  const { day } = aim.target;
  if (day === undefined) return { ...figure, state: "undated", when: "no date" };
  const state = stateOf(model, kpi, aim, day);
  return { ...figure, state, when: `${whenWords[state]}${coarseDay(day)}` };
}

function stateOf(model: Model, kpi: Entity, { target, miss }: Aim, day: number): TargetState {
  if (day >= model.today) return "ahead";
  if (miss === target) return "missed";
  return isLastTargetMet(model, kpi) ? "met" : "past";
}

const whenWords: Readonly<Record<TargetState, string>> = {
  ahead: "by ",
  met: "met, ",
  missed: "missed, ",
  past: "was due ",
  undated: "",
};

/** "8 months ago" */
function staleOf(model: Model, kpi: Entity): string | undefined {
  const fresh = freshnessOf(model, kpi);
  return fresh?.isStale ? fromToday(fresh.last, model.today).replace(/^about /, "") : undefined;
}

/** "Core services always on", "Workloads in the cloud and 2 more" */
function measuresOf({ all }: Scene, kpi: Entity): string {
  const [first, ...others] = relations(all)
    .measure.from(kpi)
    .map(({ to }) => shownTitle(all, to));
  if (first === undefined)
    return relations(all).measure.doubtful(kpi, "from")
      ? "What it measures is not clear"
      : "Measures nothing";
  const [second] = others;
  if (second === undefined) return first;
  return `${first} and ${others.length === 1 ? second : `${others.length} more`}`;
}

function worstGuardrail({ all }: Scene, kpi: Entity): ScoredKpi["guardrail"] {
  const guards = refsOf(kpi, "guardrails").flatMap((ref) => entityOf(all, ref) ?? []);
  const states = guards
    .filter((one) => isOpenKpi(all, one))
    .map((one) => ({ title: shownTitle(all, one), health: kpiState(all, one).rag }));
  return (
    states.find(({ health }) => health === "red") ?? states.find(({ health }) => health === "amber")
  );
}

function guardNote({ title, health }: NonNullable<ScoredKpi["guardrail"]>): string {
  const state = health === "red" ? "far behind plan" : "slipping";
  return `${title}, which must not suffer for it, is ${state}`;
}

function missNote({ value, day }: Mark, unit: string | undefined): string {
  const when = day === undefined ? "" : ` by ${coarseDay(day)}`;
  return `It missed ${inUnit(value, unit)}${when}`;
}
