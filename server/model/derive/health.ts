// KPIs, risks, work and reports → the health of what they hang on, with the reasons in sentences.
import { memoIn } from "../../memo.ts";
import { beside } from "../amounts.ts";
import { called, choiceOf, type Entity, unknownIn, valueIn } from "../entity.ts";
import { allParts } from "../programmes.ts";
import { relations } from "../relations.ts";
import { closedAs, isCommitted, isDecided, isOpen, statusOf } from "../status.ts";
import { technologyRisks } from "../technologies.ts";
import type { Universe } from "../universe.ts";
import { allUnder } from "./alignment.ts";
import { kpiState } from "./kpi.ts";
import { riskState } from "./risk.ts";
import { datesOf, overdueDays } from "./schedule.ts";
import { isNotStarted, type Lag, lagInWords, lagOf } from "./timeliness.ts";

export type Health = "green" | "amber" | "red" | "grey";

/** One thing that makes something red or amber. */
export interface Reason {
  readonly health: "red" | "amber";
  /** The KPI, risk, initiative or objective that is in trouble. */
  readonly about: Entity;
  /** It is only what the owner reports. */
  readonly reported?: true;
  /** "Monthly churn is behind plan: 3.9%, expected 3.6%." */
  readonly sentence: string;
}

interface State {
  readonly health: Health;
  readonly reasons: readonly Reason[];
}

/**
 * The health of an objective, an initiative, a KPI or a risk: the worst of what hangs on it and of
 * what is reported (language.md, "health"). On an objective hang its committed and completed work
 * with the parts of it, its sub-objectives, the KPIs and the open risks of all of them and of their
 * technologies, and its own; on an initiative its parts and the same of them.
 *
 * Red for a red KPI, an open risk over the appetite or unmitigated, overdue work, an overdue
 * objective; amber for an amber KPI, and for work on hold, of low confidence, not begun in time or
 * behind its time. Green where nothing of this holds and something tells: a KPI that is measured
 * against a plan, work in time with progress written, completed work, a reported green. Else grey:
 * dates, plans for later and risks within the appetite tell nothing.
 */
export function healthOf(all: Universe, entity: Entity): Health {
  return stateOf(all, entity).health;
}

/** Why something is red or amber, red first, else in project order of what it hangs on. */
export function healthReasons(all: Universe, entity: Entity): readonly Reason[] {
  return stateOf(all, entity).reasons;
}

/** Why something would be red or amber if nobody had reported anything. */
export function measuredReasons(all: Universe, entity: Entity): readonly Reason[] {
  return stateOf(all, entity).reasons.filter(({ reported }) => !reported);
}

/** What a thing says of its health; undefined where it says nothing, or nothing clear. */
export function reportedHealth(entity: Entity): "green" | "amber" | "red" | undefined {
  if (unknownIn(entity, "health")) return undefined;
  const word = choiceOf(entity, "health");
  return word === "green" || word === "amber" || word === "red" ? word : undefined;
}

const stateOf: (all: Universe, entity: Entity) => State = memoIn((all, entity) => {
  const signs = new Map<Entity, State>();
  for (const one of hangingOn(all, entity)) signs.set(one, signOf(all, one));
  const reasons = [...signs.values()].flatMap((sign) => sign.reasons);
  const red = reasons.filter(({ health }) => health === "red");
  const amber = reasons.filter(({ health }) => health === "amber");
  const isKnown = [...signs.values()].some(({ health }) => health === "green");
  const calm = isKnown ? "green" : "grey";
  return {
    health: red.length > 0 ? "red" : amber.length > 0 ? "amber" : calm,
    reasons: [...red, ...amber],
  };
});

/** What counts for the health of something: work, objectives, KPIs and risks, itself included. */
function hangingOn(all: Universe, entity: Entity): ReadonlySet<Entity> {
  const { measure, affect } = relations(all);
  const found = new Set<Entity>([entity]);
  const below =
    entity.kind === "objective"
      ? allUnder(all, entity)
      : entity.kind === "initiative"
        ? allParts(all, entity)
        : undefined;
  if (below === undefined) return found;
  for (const one of [entity, ...below.filter((other) => counts(all, other))]) {
    found.add(one);
    for (const { from } of measure.to(one)) found.add(from);
    for (const { from } of affect.to(one)) found.add(from);
    for (const risk of technologyRisks(all, one)) found.add(risk);
  }
  return found;
}

/** Ideas and what was given up count for nothing; neither do goals that were missed or retired. */
function counts(all: Universe, one: Entity): boolean {
  if (one.kind === "objective") return isOpen(all, one) || statusOf(one) === "achieved";
  return isDecided(all, one);
}

const unknown: State = { health: "grey", reasons: [] };
const fine: State = { health: "green", reasons: [] };

function signOf(all: Universe, entity: Entity): State {
  if (!entity.sure) return unknown;
  if (entity.kind === "kpi") return kpiSign(all, entity);
  if (entity.kind === "risk") return isOpen(all, entity) ? riskSign(all, entity) : unknown;
  if (entity.kind === "initiative") return withReport(entity, workSign(all, entity));
  return entity.kind === "objective" ? withReport(entity, objectiveSign(all, entity)) : unknown;
}

/** What its owner reports counts beside what can be seen. */
function withReport(entity: Entity, seen: State): State {
  const reported = reportedHealth(entity);
  if (reported === undefined) return seen;
  if (reported === "green") return seen.reasons.length > 0 ? seen : fine;
  const sentence = `${nameOf(entity)} is reported ${reported}.`;
  const report: Reason = { health: reported, about: entity, reported: true, sentence };
  const isRed = reported === "red" || seen.health === "red";
  return { health: isRed ? "red" : "amber", reasons: [...seen.reasons, report] };
}

function objectiveSign(all: Universe, objective: Entity): State {
  const days = overdueDays(all, objective);
  if (days === 0) return unknown;
  return trouble("red", objective, `${nameOf(objective)} was due ${inDays(days)} ago.`);
}

function inDays(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}

function kpiSign(all: Universe, kpi: Entity): State {
  const { rag, latest, expected } = kpiState(all, kpi);
  if (rag === "green") return fine;
  if (rag === "grey") return unknown;
  if (latest === undefined || expected === undefined) return unknown;
  const unit = valueIn(kpi, "unit", "unit")?.text ?? "";
  const behind = unit === "" || unit === "%" ? unit : ` ${unit}`;
  const figures = [latest.value.toFixed(), beside(expected, latest.value)];
  const [is, should] = figures.map((figure) => `${figure}${behind}`);
  return trouble(rag, kpi, `${nameOf(kpi)} is behind plan: ${is}, expected ${should}.`);
}

function riskSign(all: Universe, risk: Entity): State {
  const { overAppetite, unmitigated, severity } = riskState(all, risk);
  if (unmitigated)
    return trouble("red", risk, `${nameOf(risk)}: a ${severity} risk that nothing is done about.`);
  if (overAppetite)
    return trouble("red", risk, `${nameOf(risk)}: a risk above what the strategy accepts.`);
  return unknown;
}

function workSign(all: Universe, work: Entity): State {
  if (closedAs(all, work) === "completed") return fine;
  if (!isCommitted(all, work)) return unknown;
  const reasons: Reason[] = [];
  const days = overdueDays(all, work);
  const add = (health: Reason["health"], says: string) =>
    reasons.push({ health, about: work, sentence: `${nameOf(work)} ${says}.` });
  if (days > 0) add("red", `is ${inDays(days)} over its end`);
  if (statusOf(work) === "on-hold") add("amber", "is on hold");
  if (choiceOf(work, "confidence") === "low") add("amber", "is of low confidence");
  if (isNotStarted(all, work)) add("amber", "should have begun and is still planned");
  const lag = lagOf(all, work);
  if (lag !== undefined) add("amber", behindInWords(lag));
  const [worst] = reasons;
  if (worst !== undefined) return { health: worst.health, reasons };
  return isUnderWay(all, work) ? fine : unknown;
}

function behindInWords(lag: Lag): string {
  const { done, elapsed } = lagInWords(lag);
  return `is behind its time: ${done} done, ${elapsed} of the time has passed`;
}

/** Whether it has dates and says how far it is; what lies ahead and has done nothing is only planned. */
function isUnderWay(all: Universe, work: Entity): boolean {
  const start = datesOf(all, work)?.start;
  const done = valueIn(work, "progress", "percent")?.value;
  if (start === undefined || done === undefined) return false;
  return start <= all.modelOf(work).today || done.gt(0);
}

function trouble(health: Reason["health"], about: Entity, sentence: string): State {
  return { health, reasons: [{ health, about, sentence }] };
}

function nameOf(entity: Entity): string {
  return entity.title ?? called(entity);
}
