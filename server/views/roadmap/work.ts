// An initiative of the model → its bar, its marks and the facts of its card.
import { readable } from "../../model/calendar.ts";
import { alignmentPath, isAligned } from "../../model/derive/alignment.ts";
import { paybackMonthsOf, returnOf } from "../../model/derive/benefit.ts";
import { contingencyOf, costOf } from "../../model/derive/cost.ts";
import { healthOf, healthReasons, inSentence, type Reason } from "../../model/derive/health.ts";
import { amountOf, writtenFigure } from "../../model/derive/money.ts";
import { isCritical, slackOf, waitsFor } from "../../model/derive/network.ts";
import { progressOf } from "../../model/derive/progress.ts";
import { appetiteOf, riskState } from "../../model/derive/risk.ts";
import { datesOf, milestoneDate, overdueDays } from "../../model/derive/schedule.ts";
import { called, choiceOf, type Entity, refsOf, valueIn, valuesOf } from "../../model/entity.ts";
import { ownerOf } from "../../model/owner.ts";
import { inheritedChoice, partsOf, programmeOf } from "../../model/programmes.ts";
import { relations } from "../../model/relations.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import type { Universe } from "../../model/universe.ts";
import { phrase } from "../../words/phrases.ts";
import { oneLine } from "../../words/visible.ts";
import type { Scene } from "./scene.ts";
import type {
  CardMoney,
  Initiative,
  InitiativeStatus,
  Milestone,
  RiskMark,
  Unplaced,
} from "./shape.ts";

/** How a declaration is called in a picture: on one line, with nothing in it that turns or hides. */
export function shownTitle(all: Universe, entity: Entity): string {
  return oneLine(all.titleOf(entity) ?? called(entity));
}

/** One of these words, or undefined. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  word: string | undefined,
): Word | undefined {
  return words.find((one) => one === word);
}

const statuses: readonly InitiativeStatus[] = [
  "proposed",
  "planned",
  "active",
  "on-hold",
  "completed",
  "cancelled",
];

/** Open work that supports no objective; not where what it supports is not understood. */
function isUnaligned(scene: Scene, entity: Entity): boolean {
  return isOpen(scene.all, entity) && isAligned(scene.all, entity) === false;
}

export function shownInitiative(scene: Scene, entity: Entity): Unplaced<Initiative> {
  const { all } = scene;
  const dates = datesOf(all, entity);
  const owner = ownerOf(all, entity);
  const days = overdueDays(all, entity);
  const reasons = healthReasons(all, entity);
  const trouble = reasons.find(({ about }) => about.kind !== "risk");
  const programme = programmeOf(all, entity);
  const unaligned = isUnaligned(scene, entity);
  return {
    id: scene.idOf(entity),
    title: shownTitle(scene.all, entity),
    source: scene.placeOf(entity),
    status: oneOf(statuses, statusOf(entity)),
    health: healthOf(all, entity),
    trouble: trouble?.health,
    owner: owner && scene.titleOf(owner),
    teams: refsOf(entity, "teams").map(scene.titleOf),
    technologies: refsOf(entity, "technologies").map(scene.titleOf),
    tags: valuesOf(entity, "tags").flatMap((value) => (value.is === "word" ? [value.text] : [])),
    words: wordsOf(scene, entity),
    money: moneyOf(scene, entity),
    start: dates?.start === undefined ? undefined : scene.isoOf(dates.start),
    end: dates?.end === undefined ? undefined : scene.isoOf(dates.end),
    openEnd: dates?.openEnd,
    progress: progressShown(scene, entity),
    programme: programme && { id: scene.idOf(programme), title: shownTitle(scene.all, programme) },
    confidence: oneOf(["low", "medium", "high"], choiceOf(entity, "confidence")),
    milestones: entity.children.flatMap((child) => milestoneOf(scene, child)),
    overdueDays: days > 0 ? days : undefined,
    critical: isCritical(all, entity) || undefined,
    slackDays: slackOf(all, entity),
    risk: worstRisk(scene, entity),
    path: alignmentPath(all, entity).map((one) => shownTitle(all, one)),
    unaligned: unaligned || undefined,
    wrong: [
      ...reasons.map((reason) => reasonSentence(scene, entity, reason)),
      ...lateSentences(scene, entity),
      ...(unaligned ? ["It supports no objective"] : []),
    ],
  };
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
  const contingency = contingencyOf(all, entity)?.percent;
  return {
    amount: inWords(amountOf(all, entity)),
    budget: inWords(writtenFigure(model, entity, "budget")),
    cost: inWords(costOf(all, entity)),
    contingency: contingency?.gt(0) ? `${contingency.toFixed(0)}%` : undefined,
    return: gain === undefined ? undefined : signedPercent(gain),
    paybackMonths: paybackMonthsOf(all, entity),
  };
}

function signedPercent(share: number): string {
  const whole = Math.round(share * 100);
  return `${whole > 0 ? "+" : whole < 0 ? "−" : ""}${Math.abs(whole)}%`;
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
      status: oneOf(milestoneStatuses, statusOf(entity)) ?? "planned",
      overdueDays: days > 0 ? days : undefined,
      source: scene.placeOf(entity),
    },
  ];
}

/** The first that is above the appetite, else one that has occurred, else the first that is open. */
function worstRisk(scene: Scene, entity: Entity): RiskMark | undefined {
  const risks = relations(scene.all)
    .affect.to(entity)
    .map(({ from }) => from)
    .filter(({ sure }) => sure);
  const above = risks.find((risk) => isAbove(scene.all, risk));
  if (above) return { state: "above", sentence: riskSentence(scene, above) };
  const occurred = risks.find((risk) => statusOf(risk) === "occurred");
  if (occurred)
    return { state: "occurred", sentence: `${shownTitle(scene.all, occurred)}: it has occurred` };
  const open = risks.find((risk) => isOpen(scene.all, risk));
  return open && { state: "within", sentence: riskSentence(scene, open) };
}

/** Above what the strategy accepts, with what is done about it, as the rules say it. */
export function isAbove(all: Universe, risk: Entity): boolean {
  const { overAppetite, unmitigated } = riskState(all, risk);
  return overAppetite || unmitigated;
}

/** "Cloud engineers leave: high after mitigation, above the medium that is accepted" */
function riskSentence(scene: Scene, risk: Entity): string {
  const { current, residual, unmitigated, aboveAppetite } = riskState(scene.all, risk);
  const appetite = appetiteOf(scene.model);
  const severity = current.severity ?? "not rated";
  const after = residual === undefined ? "" : " after mitigation";
  if (unmitigated)
    return `${shownTitle(scene.all, risk)}: ${severity}${after}, nothing is done about it`;
  if (current.severity === undefined || appetite === undefined)
    return `${shownTitle(scene.all, risk)}: ${severity}`;
  const side = aboveAppetite
    ? `above the ${appetite} that is accepted`
    : appetite === current.severity
      ? "which is accepted"
      : `within the ${appetite} that is accepted`;
  return `${shownTitle(scene.all, risk)}: ${severity}${after}, ${side}`;
}

/** Why something is red or amber; its own reasons are said without its name. */
export function reasonSentence(scene: Scene, entity: Entity, reason: Reason): string {
  const { about, says } = reason;
  if (about.kind === "risk") return riskSentence(scene, about);
  const end = about === entity ? datesOf(scene.all, entity)?.end : undefined;
  const days = about === entity ? overdueDays(scene.all, entity) : 0;
  if (end !== undefined && days > 0 && / over its end$/.test(says)) {
    return `It should have ended on ${readable(end)}`;
  }
  return about === entity ? `It${says}` : inSentence(scene.all, reason).slice(0, -1);
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
