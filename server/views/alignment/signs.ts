// What measures an objective or work, and what threatens it → the signs beside it.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memoIn } from "../../cells/memo.ts";
import { kpiState } from "../../model/derive/kpi.ts";
import { riskState } from "../../model/derive/risk.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { relations } from "../../model/relations.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import { technologyRisks } from "../../model/technologies.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { isAbove, riskSentence, shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import type { AlignmentView, GoalKpi, GoalRisk } from "./shape.ts";

const kpiSign: (model: Model, kpi: Entity) => Unplaced<GoalKpi> = memoIn((model, kpi) => {
  const scene = sceneOf(model);
  return {
    id: scene.idOf(kpi),
    title: shownTitle(scene.all, kpi),
    health: kpiState(scene.all, kpi).rag,
    source: scene.placeOf(kpi),
  };
}, isSame);

const riskSign: (model: Model, risk: Entity) => Unplaced<GoalRisk> = memoIn((model, risk) => {
  const scene = sceneOf(model);
  const hasOccurred = statusOf(risk) === "occurred";
  return {
    id: scene.idOf(risk),
    title: shownTitle(scene.all, risk),
    state: hasOccurred ? "occurred" : isAbove(scene.all, risk) ? "above" : "within",
    scores: scoresOf(scene.all, risk),
    sentence: hasOccurred
      ? `${shownTitle(scene.all, risk)}: it has occurred`
      : riskSentence(scene, risk),
    source: scene.placeOf(risk),
  };
}, isSame);

function scoresOf(all: Universe, risk: Entity): string | undefined {
  const { score, current } = riskState(all, risk);
  if (score === undefined || score === current.score || current.score === undefined)
    return (current.score ?? score)?.toString();
  return `${score} to ${current.score}`;
}

/** The KPIs of an objective or an initiative, in project order. */
export function kpisBeside(model: Model, measured: Entity): readonly Unplaced<GoalKpi>[] {
  return relations(model.universe)
    .measure.to(measured)
    .filter(({ from }) => from.sure)
    .map(({ from }) => kpiSign(model, from));
}

/** The risks of an objective or an initiative, with those of the technologies that it relies on. */
export function risksBeside(model: Model, affected: Entity): readonly Unplaced<GoalRisk>[] {
  const all = model.universe;
  const own = relations(all)
    .affect.to(affected)
    .map(({ from }) => from);
  const others = affected.kind === "initiative" ? technologyRisks(all, affected) : [];
  return [...new Set([...own, ...others])]
    .filter((risk) => isShown(all, risk))
    .map((risk) => riskSign(model, risk));
}

/** Closed risks are not shown; one that has occurred is. */
function isShown(all: Universe, risk: Entity): boolean {
  return risk.sure && (isOpen(all, risk) || statusOf(risk) === "occurred");
}

const measures = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "kpi"),
);

const threats = collected<Model, Entity>((model, chunk) =>
  outline(chunk).entities.filter((one) => one.kind === "risk" && isShown(model.universe, one)),
);

type Loose = Unplaced<AlignmentView["loose"]>;

/** Of a project what stands beside nothing of that which is shown. */
export function looseSigns(model: Model, shown: readonly Pick<Loose, "kpis" | "risks">[]): Loose {
  const known = new Set<string>();
  for (const { kpis, risks } of shown) {
    for (const { id } of kpis) known.add(id);
    for (const { id } of risks) known.add(id);
  }
  const { measure, affect } = relations(model.universe);
  // What hangs on work that was given up is hidden with it.
  const isGone = ({ to }: { readonly to: Entity }) => statusOf(to) === "cancelled";
  const isLoose = (ties: readonly { readonly to: Entity }[]) =>
    ties.length === 0 || !ties.every(isGone);
  return {
    kpis: measures(model).flatMap((one) => {
      const sign = kpiSign(model, one);
      return known.has(sign.id) || !isLoose(measure.from(one)) ? [] : [sign];
    }),
    risks: threats(model).flatMap((one) => {
      const sign = riskSign(model, one);
      return known.has(sign.id) || !isLoose(affect.from(one)) ? [] : [sign];
    }),
  };
}

/** Whether nothing of what is loose has changed. */
export function isSameLoose(a: Loose, b: Loose): boolean {
  return isSameList(a.kpis, b.kpis) && isSameList(a.risks, b.risks);
}
