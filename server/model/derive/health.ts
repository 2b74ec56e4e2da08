// KPIs, risks, work and reports → the health of what they hang on, with the reasons in sentences.
import { memoIn } from "../../cells/memo.ts";
import { allApart, beside } from "../../words/amounts.ts";
import { along, wantedAlong } from "../along.ts";
import { called, choiceOf, type Entity, unknownIn, valueIn } from "../entity.ts";
import { allParts } from "../programmes.ts";
import { relations } from "../relations.ts";
import { closedAs, isCommitted, isDecided, isOpen, statusOf } from "../status.ts";
import { technologyRisks } from "../technologies.ts";
import type { Universe } from "../universe.ts";
import { kpiState } from "./kpi.ts";
import { riskState } from "./risk.ts";
import { datesOf, overdueDays } from "./schedule.ts";
import { isNotStarted, type Lag, lagInWords, lagOf } from "./timeliness.ts";
import { allUnder, downwards } from "./under.ts";

export type Health = "green" | "amber" | "red" | "grey";

/** One thing that makes something red or amber. */
export interface Reason {
  readonly health: "red" | "amber";
  /** The KPI, risk, initiative or objective that is in trouble. */
  readonly about: Entity;
  /** It is only what the owner reports. */
  readonly reported?: true;
  /** What is said of it, to stand behind its title: " is behind plan: 3.9%, expected 3.6%". */
  readonly says: string;
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
  return isMarked(entity) ? marks(all, entity).health : stateOf(all, entity).health;
}

/** Why something is red or amber, red first, else in project order of what it hangs on. */
export function healthReasons(all: Universe, entity: Entity): readonly Reason[] {
  const isCalm = isMarked(entity) && isWithout(marks(all, entity).health);
  return isCalm ? [] : stateOf(all, entity).reasons;
}

/** The health that an objective or work would have if nobody had reported anything. */
export function measuredHealth(all: Universe, entity: Entity): Health {
  return isMarked(entity) ? marks(all, entity).measured : "grey";
}

/**
 * Why something would be red or amber if nobody had reported anything, in all that lies under it or
 * only in the given part of that.
 */
export function measuredReasons(
  all: Universe,
  entity: Entity,
  under?: readonly Entity[],
): readonly Reason[] {
  if (isMarked(entity) && isWithout(marks(all, entity).measured)) return [];
  const { reasons } = under === undefined ? stateOf(all, entity) : stateIn(all, entity, under);
  return reasons.filter(({ reported }) => !reported);
}

/** A reason as a sentence: "Monthly churn is behind plan: 3.9%, expected 3.6%." */
export function inSentence(all: Universe, { about, says }: Reason): string {
  return `${all.titleOf(about) ?? called(about)}${says}.`;
}

/** Whether something is an objective or work, whose health is found from the bottom up. */
function isMarked({ kind, sure }: Entity): boolean {
  return sure && (kind === "objective" || kind === "initiative");
}

function isWithout(health: Health): boolean {
  return health === "grey" || health === "green";
}

/** What a thing says of its health; undefined where it says nothing, or nothing clear. */
export function reportedHealth(entity: Entity): "green" | "amber" | "red" | undefined {
  if (unknownIn(entity, "health")) return undefined;
  const word = choiceOf(entity, "health");
  return word === "green" || word === "amber" || word === "red" ? word : undefined;
}

const stateOf: (all: Universe, entity: Entity) => State = memoIn((all, entity) => {
  if (isMarked(entity)) return stateIn(all, entity, [...troubled(all, entity)]);
  if (entity.kind === "objective") return stateIn(all, entity, allUnder(all, entity));
  return stateIn(all, entity, entity.kind === "initiative" ? allParts(all, entity) : undefined);
});

/** What is under a thing, counts for its health and is in trouble, itself or by what hangs on it directly. */
const troubled = wantedAlong(
  downwards,
  (all, one) => counts(all, one) && !isWithout(direct(all, one).health),
);

function stateIn(all: Universe, entity: Entity, under: readonly Entity[] | undefined): State {
  const signs = new Map<Entity, State>();
  for (const one of hangingOn(all, entity, under)) signs.set(one, signOf(all, one));
  const reasons = [...signs.values()].flatMap((sign) => sign.reasons);
  const red = reasons.filter(({ health }) => health === "red");
  const amber = reasons.filter(({ health }) => health === "amber");
  return { health: worst([...signs.values()].map(healthIn)), reasons: [...red, ...amber] };
}

/** What counts for the health of something: work, objectives, KPIs and risks, itself included. */
function hangingOn(
  all: Universe,
  entity: Entity,
  under: readonly Entity[] | undefined,
): ReadonlySet<Entity> {
  if (under === undefined) return new Set([entity]);
  const found = new Set<Entity>();
  for (const one of [entity, ...under.filter((other) => counts(all, other))])
    for (const other of withItsOwn(all, one)) found.add(other);
  return found;
}

/** An objective or work, with the KPIs and risks that hang on it directly. */
function withItsOwn(all: Universe, one: Entity): readonly Entity[] {
  const { measure, affect } = relations(all);
  const hanging = [...measure.to(one), ...affect.to(one)].map(({ from }) => from);
  return [one, ...hanging, ...technologyRisks(all, one)];
}

/** The health of an objective or of work, with all that is reported and without. */
interface Marks {
  readonly health: Health;
  readonly measured: Health;
}

/**
 * The health of all objectives and all work, found from the bottom up: the worst of what hangs on
 * each directly and of what lies under it, which is the same for all of a circle.
 */
function marks(all: Universe, entity: Entity): Marks {
  return joined([direct(all, entity), under(all, entity).found]);
}

const under = along<Under>(
  downwards,
  (all, group, lower) => {
    const there = group.filter((one) => counts(all, one));
    const found = joined(lower.map((one) => one.withIt));
    const withIt = joined([found, ...there.map((one) => direct(all, one))]);
    return { found: group.length > 1 ? withIt : found, withIt };
  },
  (a, b) => isSameMark(a.found, b.found) && isSameMark(a.withIt, b.withIt),
);

/** The same of each by itself and of what hangs on it directly. */
const direct: (all: Universe, one: Entity) => Marks = memoIn((all, one) => {
  if (!isMarked(one)) return none;
  const signs = withItsOwn(all, one).map((other) => signOf(all, other));
  return { health: worst(signs.map(healthIn)), measured: worst(signs.map(measuredIn)) };
}, isSameMark);

function isSameMark(a: Marks, b: Marks): boolean {
  return a.health === b.health && a.measured === b.measured;
}

/** What lies under a thing, without it and with it where it counts. */
interface Under {
  readonly found: Marks;
  readonly withIt: Marks;
}

const none: Marks = { health: "grey", measured: "grey" };

function joined(all: readonly Marks[]): Marks {
  return {
    health: worst(all.map(({ health }) => health)),
    measured: worst(all.map(({ measured }) => measured)),
  };
}

function worst(healths: readonly Health[]): Health {
  return (["red", "amber", "green"] as const).find((one) => healths.includes(one)) ?? "grey";
}

function healthIn({ health, reasons }: State): Health {
  return worst([health, ...reasons.map((reason) => reason.health)]);
}

function measuredIn({ reasons }: State): Health {
  return worst(reasons.flatMap((reason) => (reason.reported ? [] : [reason.health])));
}

/** Ideas and what was given up count for nothing; neither do goals that were missed or retired. */
function counts(all: Universe, one: Entity): boolean {
  if (one.kind === "objective") return isOpen(all, one) || statusOf(one) === "achieved";
  return isDecided(all, one);
}

const unknown: State = { health: "grey", reasons: [] };
const fine: State = { health: "green", reasons: [] };

const signOf: (all: Universe, entity: Entity) => State = memoIn((all, entity) => {
  if (!entity.sure) return unknown;
  if (entity.kind === "kpi") return kpiSign(all, entity);
  if (entity.kind === "risk") return isOpen(all, entity) ? riskSign(all, entity) : unknown;
  if (entity.kind === "initiative") return withReport(entity, workSign(all, entity));
  return entity.kind === "objective" ? withReport(entity, objectiveSign(all, entity)) : unknown;
});

/** What its owner reports counts beside what can be seen. */
function withReport(entity: Entity, seen: State): State {
  const reported = reportedHealth(entity);
  if (reported === undefined) return seen;
  if (reported === "green") return seen.reasons.length > 0 ? seen : fine;
  const says = ` is reported ${reported}`;
  const report: Reason = { health: reported, about: entity, reported: true, says };
  const isRed = reported === "red" || seen.health === "red";
  return { health: isRed ? "red" : "amber", reasons: [...seen.reasons, report] };
}

function objectiveSign(all: Universe, objective: Entity): State {
  const days = overdueDays(all, objective);
  if (days === 0) return unknown;
  return trouble("red", objective, ` was due ${inDays(days)} ago`);
}

function inDays(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** From here on figures are told in millions. */
const large = 1_000_000;

function kpiSign(all: Universe, kpi: Entity): State {
  const { rag, latest, expected } = kpiState(all, kpi);
  if (rag === "green") return fine;
  if (rag === "grey") return unknown;
  if (latest === undefined || expected === undefined) return unknown;
  const unit = valueIn(kpi, "unit", "unit")?.text ?? "";
  const behind = unit === "" || unit === "%" ? unit : ` ${unit}`;
  const isLarge = [latest.value, expected].some((value) => value.abs().gte(large));
  const figures = isLarge
    ? allApart([latest.value, expected], "money")
    : [latest.value.toFixed(), beside(expected, latest.value)];
  const [is, should] = figures.map((figure) => `${figure}${behind}`);
  return trouble(rag, kpi, ` is behind plan: ${is}, expected ${should}`);
}

function riskSign(all: Universe, risk: Entity): State {
  const { overAppetite, unmitigated, severity } = riskState(all, risk);
  if (unmitigated) return trouble("red", risk, `: a ${severity} risk that nothing is done about`);
  if (overAppetite) return trouble("red", risk, `: a risk above what the strategy accepts`);
  return unknown;
}

function workSign(all: Universe, work: Entity): State {
  if (closedAs(all, work) === "completed") return fine;
  if (!isCommitted(all, work)) return unknown;
  const reasons: Reason[] = [];
  const days = overdueDays(all, work);
  const add = (health: Reason["health"], says: string) =>
    reasons.push({ health, about: work, says: ` ${says}` });
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

function trouble(health: Reason["health"], about: Entity, says: string): State {
  return { health, reasons: [{ health, about, says }] };
}
