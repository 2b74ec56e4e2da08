// A cost block and the risks of its work → whether it keeps enough for surprises.
import { Big } from "big.js";
import { blockOf, type Entity, written, writtenInside } from "../entity.ts";
import { relations } from "../relations.ts";
import { isOpen } from "../status.ts";
import type { Model, Universe } from "../universe.ts";
import { type Contingency, contingencyOf, costsNothing, ownCostOf } from "./cost.ts";
import { exchangeRate } from "./currency.ts";
import { riskState } from "./risk.ts";

/** The smallest contingency in percent of the other costs, where the configuration names none. */
export const leastContingency = 10;

/** What open risks are expected to cost together, each in full, in the currency of a project. */
export interface Loss {
  readonly known: Big;
  readonly risks: readonly (readonly [Entity, Big])[];
  /** What one of them may cost is written and not understood. */
  readonly atLeast: boolean;
}

/** What some risks of a project are expected to cost: those that are open and name a loss. */
export function lossOf(model: Model, among: readonly Entity[]): Loss {
  const all = model.universe;
  const open = among.filter((risk) => isOpen(all, risk) && written(risk, "loss"));
  const risks = open.flatMap((risk) => {
    const loss = riskState(all, risk).expectedLoss?.amount;
    const rate = exchangeRate(all.modelOf(risk), model);
    return loss === undefined || rate === undefined ? [] : [[risk, loss.times(rate)] as const];
  });
  const known = risks.reduce((sum, [, loss]) => sum.plus(loss), new Big(0));
  return { known, risks, atLeast: risks.length < open.length };
}

/** What a cost block keeps, beside what is asked of it. */
export interface Reserve {
  readonly kept: Contingency | undefined;
  /** As written, or for money its share of what counts. */
  readonly percent: Big | undefined;
  readonly loss: Loss;
  /**
   * Whether it lacks all, what the policy asks for, or what its risks are expected to cost; undefined
   * where nobody can say.
   */
  readonly lacks: "all" | "policy" | "loss" | "nothing" | undefined;
}

/** Undefined without a cost block, and where it costs nothing: then nothing need be kept. */
export function reserveOf(model: Model, about: Entity, min: Big): Reserve | undefined {
  const all = model.universe;
  if (!about.fields.has("cost") || costsNothing(all, about)) return undefined;
  const value = blockOf(about, "cost").get("contingency")?.values[0];
  const kept = contingencyOf(all, about);
  const affecting = relations(all)
    .affect.to(about)
    .map(({ from }) => from);
  const loss = lossOf(model, affecting);
  const percent = value?.is === "percent" ? value.value : (kept?.percent ?? atMost(all, about));
  const told = { kept, percent, loss };
  if (value === undefined) {
    const isUnclear = writtenInside(about, "cost", "contingency");
    return { ...told, lacks: isUnclear ? undefined : "all" };
  }
  if (percent?.lt(min)) return { ...told, lacks: "policy" };
  if (kept === undefined) return { ...told, lacks: undefined };
  if (kept.amount.gte(loss.known)) return { ...told, lacks: loss.atLeast ? undefined : "nothing" };
  return { ...told, lacks: kept.atLeast ? undefined : "loss" };
}

/** What money is in percent of the costs that count; rates that do not yet make it even less. */
function atMost(all: Universe, entity: Entity): Big | undefined {
  const cost = ownCostOf(all, entity);
  const kept = contingencyOf(all, entity);
  const rest = kept && cost?.amount.minus(kept.amount);
  return rest?.gt(0) ? kept?.amount.times(100).div(rest) : undefined;
}
