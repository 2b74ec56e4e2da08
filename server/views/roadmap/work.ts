// An initiative of the model → its bar, its marks and the facts of its card.
import { alignmentPath, supportOf } from "../../model/derive/alignment.ts";
import { paybackMonthsOf, returnOf } from "../../model/derive/benefit.ts";
import { contingencyOf, costOf } from "../../model/derive/cost.ts";
import { healthOf, healthReasons, type Reason } from "../../model/derive/health.ts";
import { amountOf, hasAmount, isCountUnclear, writtenFigure } from "../../model/derive/money.ts";
import { isCritical, slackOf, waitsFor } from "../../model/derive/network.ts";
import { progressOf } from "../../model/derive/progress.ts";
import { datesOf, milestoneDate, overdueDays } from "../../model/derive/schedule.ts";
import { choiceOf, type Entity, refsOf, valueIn, valuesOf, written } from "../../model/entity.ts";
import { ownerOf } from "../../model/owner.ts";
import { inheritedChoice, partsOf, programmeOf } from "../../model/programmes.ts";
import { relations } from "../../model/relations.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import { technologyRisks } from "../../model/technologies.ts";
import type { Universe } from "../../model/universe.ts";
import { phrase } from "../../words/phrases.ts";
import { signedPercent } from "../amounts.ts";
import {
  isAbove,
  isAboveUnknown,
  oneOf,
  reasonSentence,
  riskSentence,
  shownTitle,
} from "../said.ts";
import type { Scene } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { firstPlanOf, rosyReportOf } from "./approved.ts";
import type {
  CardMoney,
  CountedAmount,
  Initiative,
  Milestone,
  Priority,
  RiskMark,
} from "./shape.ts";
import { isUnalignedWork, workStatuses } from "./stands.ts";
import { themesOf } from "./themes.ts";
import { dateWritten, timelineWritten } from "./written.ts";

const priorities: readonly Priority[] = ["must", "should", "could", "wont"];

export function shownInitiative(scene: Scene, entity: Entity): Unplaced<Initiative> {
  const { all } = scene;
  const dates = datesOf(all, entity);
  const owner = ownerOf(all, entity);
  const days = overdueDays(all, entity);
  const reasons = healthReasons(all, entity);
  const trouble = reasons.find(({ about }) => about.kind !== "risk");
  const programme = programmeOf(all, entity);
  const unaligned = isUnalignedWork(all, entity);
  const parts = partsOf(all, entity).filter((part) => part.sure && isOwnPart(scene, part));
  return {
    id: scene.idOf(entity),
    title: shownTitle(scene.all, entity),
    source: scene.placeOf(entity),
    status: oneOf(workStatuses, statusOf(entity)),
    health: healthOf(all, entity),
    reported: rosyReportOf(all, entity),
    trouble: trouble?.health,
    owner: owner && scene.titleOf(owner),
    teams: refsOf(entity, "teams").map(scene.titleOf),
    technologies: refsOf(entity, "technologies").map(scene.titleOf),
    tags: valuesOf(entity, "tags").flatMap((value) => (value.is === "word" ? [value.text] : [])),
    themes: themesOf(all, entity).map(({ title }) => title),
    priority: oneOf(priorities, inheritedChoice(all, entity, "priority")),
    open: isOpen(all, entity) || undefined,
    unclear: isCountUnclear(all, entity) || undefined,
    weight: weightOf(all, entity),
    firstPlan: firstPlanOf(scene, entity),
    hasParts: parts.length > 0 || undefined,
    bracket: (parts.length > 0 && !written(entity, "timeline")) || undefined,
    words: wordsOf(scene, entity),
    money: moneyOf(scene, entity),
    start: dates?.start === undefined ? undefined : scene.isoOf(dates.start),
    end: dates?.end === undefined ? undefined : scene.isoOf(dates.end),
    timeline: timelineWritten(entity),
    openEnd: dates?.openEnd,
    progress: progressShown(scene, entity),
    programme: programme && { id: scene.idOf(programme), title: shownTitle(scene.all, programme) },
    confidence: oneOf(["low", "medium", "high"], choiceOf(entity, "confidence")),
    milestones: entity.children.flatMap((child) => milestoneOf(scene, child)),
    overdueDays: days > 0 ? days : undefined,
    critical: isCritical(all, entity) || undefined,
    slackDays: slackOf(all, entity),
    risk: worstRisk(scene, entity, reasons),
    goals: supportOf(all, entity).flatMap(({ to }) =>
      to.kind === "objective" ? scene.idOf(to) : [],
    ),
    path: alignmentPath(all, entity).map((one) => shownTitle(all, one)),
    unaligned: unaligned || undefined,
    wrong: [
      ...reasons.map((reason) => reasonSentence(scene, entity, reason)),
      ...lateSentences(scene, entity),
      ...(unaligned ? ["It supports no objective"] : []),
    ],
  };
}

function isOwnPart({ model }: Scene, part: Entity): boolean {
  return model.pathOf(part.chunk) !== undefined;
}

function weightOf(all: Universe, entity: Entity): CountedAmount | undefined {
  if (!hasAmount(all, entity)) return undefined;
  const figure = amountOf(all, entity);
  return { amount: figure?.amount.toFixed(), atLeast: figure?.atLeast || undefined };
}

/** What is written, or what the parts of a programme come to; what is only assumed is not drawn. */
function progressShown(scene: Scene, entity: Entity): number | undefined {
  const isTold =
    valueIn(entity, "progress", "percent") !== undefined || partsOf(scene.all, entity).length > 0;
  return isTold ? progressOf(scene.all, entity) : undefined;
}

function wordsOf({ all }: Scene, entity: Entity): readonly string[] {
  const type = inheritedChoice(all, entity, "type");
  const priority = inheritedChoice(all, entity, "priority");
  const framework = inheritedChoice(all, entity, "framework");
  return [
    ...(type ? [phrase("type", type)] : []),
    ...(priority ? [phrase("priority", priority)] : []),
    ...(framework ? [`Run with ${phrase("framework", framework)}`] : []),
  ];
}

function moneyOf(scene: Scene, entity: Entity): CardMoney {
  const { all, model, amountOf: inWords } = scene;
  const gain = returnOf(all, entity);
  const budget = writtenFigure(model, entity, "budget");
  const cost = costOf(all, entity);
  const contingency = contingencyOf(all, entity)?.percent;
  return {
    amount: inWords(amountOf(all, entity)),
    budget: inWords(budget),
    cost: inWords(cost),
    contingency: contingency?.gt(0) ? `${contingency.toFixed(0)}%` : undefined,
    return: gain === undefined ? undefined : signedPercent(gain),
    paybackMonths: paybackMonthsOf(all, entity),
    exact: (budget ?? cost) && {
      budget: budget?.amount.toFixed(),
      cost: cost?.amount.round(2).toFixed(),
      return: gain,
    },
  };
}

const milestoneStatuses = ["planned", "reached", "missed"] as const;

function milestoneOf(scene: Scene, entity: Entity): Unplaced<Milestone>[] {
  if (entity.kind !== "milestone" || !entity.sure) return [];
  const date = milestoneDate(scene.all, entity);
  if (date === undefined) return [];
  const days = overdueDays(scene.all, entity);
  return [
    {
      id: entity.name,
      title: shownTitle(scene.all, entity),
      date: scene.isoOf(date),
      precision: dateWritten(entity),
      status: oneOf(milestoneStatuses, statusOf(entity)) ?? "planned",
      overdueDays: days > 0 ? days : undefined,
      source: scene.placeOf(entity),
    },
  ];
}

/**
 * The first that is above the appetite, else one that has occurred, else the first that is open: of its
 * own, of the technologies that it relies on, and of what in its parts makes it red.
 */
function worstRisk(scene: Scene, entity: Entity, reasons: readonly Reason[]): RiskMark | undefined {
  const own = relations(scene.all)
    .affect.to(entity)
    .map(({ from }) => from);
  const inParts = reasons.flatMap(({ about }) => (about.kind === "risk" ? about : []));
  const risks = [...own, ...technologyRisks(scene.all, entity), ...inParts].filter(
    ({ sure }) => sure,
  );
  const above = risks.find((risk) => isAbove(scene.all, risk));
  if (above) return { state: "above", sentence: riskSentence(scene, above) };
  const occurred = risks.find((risk) => statusOf(risk) === "occurred");
  if (occurred)
    return { state: "occurred", sentence: `${shownTitle(scene.all, occurred)}: it has occurred` };
  const open = risks.find((risk) => isOpen(scene.all, risk));
  const unclear = open && isAboveUnknown(scene.all, open);
  return (
    open && {
      state: "within",
      unclear: unclear || undefined,
      sentence: riskSentence(scene, open),
    }
  );
}

function lateSentences(scene: Scene, entity: Entity): readonly string[] {
  return waitsFor(scene.all, entity)
    .filter(({ late }) => late)
    .map(({ from, milestone }) =>
      milestone
        ? `It starts before '${shownTitle(scene.all, milestone)}' of '${shownTitle(scene.all, from)}'`
        : `It starts before '${shownTitle(scene.all, from)}' has ended`,
    );
}
