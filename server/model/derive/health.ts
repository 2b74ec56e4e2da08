// KPIs, risks and work → the health of what they hang on, with the reasons in sentences.
import { memoIn } from "../../memo.ts";
import { called, choiceOf, type Entity, valueIn } from "../entity.ts";
import { relations } from "../relations.ts";
import { isCommitted, isOpen, openKpis, statusOf } from "../status.ts";
import type { Universe } from "../universe.ts";
import { allUnder } from "./alignment.ts";
import { kpiState } from "./kpi.ts";
import { riskState } from "./risk.ts";
import { datesOf, overdueDays } from "./schedule.ts";

export type Health = "green" | "amber" | "red" | "grey";

/** One thing that makes something red or amber. */
export interface Reason {
  readonly health: "red" | "amber";
  /** The KPI, risk or initiative that is in trouble. */
  readonly about: Entity;
  /** "Monthly churn is behind plan: 3.9%, expected 3.6%." */
  readonly sentence: string;
}

interface State {
  readonly health: Health;
  readonly reasons: readonly Reason[];
}

/**
 * The health of an objective, an initiative, a KPI or a risk: the worst of what hangs on it. Red for
 * a red KPI, an open risk over the appetite or unmitigated, overdue work; amber for an amber KPI,
 * committed work on hold or of low confidence; green where at least one of them is known and none
 * is in trouble; else grey. On an objective hangs all that is under it, on an initiative itself.
 */
export function healthOf(all: Universe, entity: Entity): Health {
  return stateOf(all, entity).health;
}

/** Why something is red or amber, red first, else in project order of what it hangs on. */
export function healthReasons(all: Universe, entity: Entity): readonly Reason[] {
  return stateOf(all, entity).reasons;
}

const stateOf: (all: Universe, entity: Entity) => State = memoIn((all, entity) => {
  const signs = new Map<Entity, State>();
  for (const one of hangingOn(all, entity)) signs.set(one, signOf(all, one));
  const reasons = [...signs.values()].flatMap((sign) => sign.reasons);
  const red = reasons.filter(({ health }) => health === "red");
  const amber = reasons.filter(({ health }) => health === "amber");
  const isKnown = [...signs.values()].some(({ health }) => health !== "grey");
  const calm = isKnown ? "green" : "grey";
  return {
    health: red.length > 0 ? "red" : amber.length > 0 ? "amber" : calm,
    reasons: [...red, ...amber],
  };
});

/** What counts for the health of something: work, KPIs and risks, itself included. */
function hangingOn(all: Universe, entity: Entity): ReadonlySet<Entity> {
  const { measure, affect } = relations(all);
  const found = new Set<Entity>([entity]);
  const isGoal = entity.kind === "objective";
  if (!isGoal && entity.kind !== "initiative") return found;
  for (const one of isGoal ? [entity, ...allUnder(all, entity)] : [entity]) {
    found.add(one);
    for (const { from } of measure.to(one)) found.add(from);
    for (const { from } of affect.to(one)) found.add(from);
  }
  return found;
}

const unknown: State = { health: "grey", reasons: [] };
const fine: State = { health: "green", reasons: [] };

function signOf(all: Universe, entity: Entity): State {
  if (!entity.sure) return unknown;
  if (entity.kind === "kpi") return openKpis(all).has(entity) ? kpiSign(all, entity) : unknown;
  if (entity.kind === "risk") return isOpen(entity) ? riskSign(all, entity) : unknown;
  return entity.kind === "initiative" ? workSign(all, entity) : unknown;
}

function kpiSign(all: Universe, kpi: Entity): State {
  const { rag, latest, expected } = kpiState(all, kpi);
  if (rag === "green") return fine;
  if (rag === "grey") return unknown;
  if (latest === undefined || expected === undefined) return unknown;
  const unit = valueIn(kpi, "unit", "unit")?.text ?? "";
  const behind = unit === "" || unit === "%" ? unit : ` ${unit}`;
  const decimals = latest.value.toFixed().split(".")[1]?.length ?? 0;
  const figures = [latest.value.toFixed(), expected.toFixed(Math.max(decimals, 1))];
  const [is, should] = figures.map((figure) => `${figure}${behind}`);
  return trouble(rag, kpi, `${nameOf(kpi)} is behind plan: ${is}, expected ${should}.`);
}

function riskSign(all: Universe, risk: Entity): State {
  const { overAppetite, unmitigated, severity } = riskState(all, risk);
  if (unmitigated)
    return trouble("red", risk, `${nameOf(risk)}: a ${severity} risk that nothing is done about.`);
  if (overAppetite)
    return trouble("red", risk, `${nameOf(risk)}: a risk above what the strategy accepts.`);
  return severity === undefined ? unknown : fine;
}

function workSign(all: Universe, work: Entity): State {
  if (statusOf(work) === "completed") return fine;
  if (!isCommitted(work)) return unknown;
  const reasons: Reason[] = [];
  const days = overdueDays(all, work);
  const add = (health: Reason["health"], says: string) =>
    reasons.push({ health, about: work, sentence: `${nameOf(work)} ${says}.` });
  if (days > 0) add("red", `is ${days} ${days === 1 ? "day" : "days"} over its end`);
  if (statusOf(work) === "on-hold") add("amber", "is on hold");
  const confidence = choiceOf(work, "confidence");
  if (confidence === "low") add("amber", "is of low confidence");
  const [worst] = reasons;
  if (worst !== undefined) return { health: worst.health, reasons };
  return datesOf(all, work) !== undefined || confidence !== undefined ? fine : unknown;
}

function trouble(health: Reason["health"], about: Entity, sentence: string): State {
  return { health, reasons: [{ health, about, sentence }] };
}

function nameOf(entity: Entity): string {
  return entity.title ?? called(entity);
}
