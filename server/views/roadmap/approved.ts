// Work and its plan as first approved → how far it has moved from it, in words.
import { Big } from "big.js";
import { initialBudget, initialSpan, overrunOf, slipDays } from "../../model/derive/baseline.ts";
import { type Health, measuredHealth, reportedHealth } from "../../model/derive/health.ts";
import { amountOf } from "../../model/derive/money.ts";
import type { Entity } from "../../model/entity.ts";
import { lengthOf } from "../../model/length.ts";
import { isCommitted } from "../../model/status.ts";
import type { Universe } from "../../model/universe.ts";
import type { Scene } from "../scene.ts";
import type { FirstPlan, PlanShift } from "./shape.ts";

/** So far work may move, in percent of its first plan, unless the configuration says otherwise. */
const allowed = 20;

/** The plan as first approved; undefined where none is written. */
export function firstPlanOf(scene: Scene, work: Entity): FirstPlan | undefined {
  const { all, model, isoOf, amountOf: inWords } = scene;
  const span = initialSpan(all, work);
  const budget = initialBudget(model, work);
  if (span === undefined && budget === undefined) return undefined;
  return {
    start: span && isoOf(span.start),
    end: span && isoOf(span.end),
    budget: inWords(budget),
    time: slipOf(scene, work),
    money: overrunInWords(scene, work),
  };
}

function slipOf({ all, model }: Scene, work: Entity): PlanShift | undefined {
  const initial = initialSpan(all, work);
  const slip = slipDays(all, work);
  if (initial === undefined || slip === undefined || slip === 0) return undefined;
  const end = initial.end + slip;
  if (slip < 0) return { words: `${lengthOf(end + 1, initial.end)} sooner` };
  const length = initial.end - initial.start + 1;
  const isWrong = isCommitted(all, work) && slip * 100 > percentOf(model) * length;
  return { words: `${lengthOf(initial.end + 1, end)} later`, wrong: isWrong || undefined };
}

function overrunInWords({ all, model }: Scene, work: Entity): PlanShift | undefined {
  const words = overrunText(all, work);
  if (words === undefined) return undefined;
  const overrun = overrunOf(all, work)?.times(100);
  const isWrong = isCommitted(all, work) && overrun?.gt(percentOf(model));
  return { words, wrong: isWrong || undefined };
}

/** "at least +18% of the money"; undefined where it takes what was first approved, or nobody knows. */
export function overrunText(all: Universe, work: Entity): string | undefined {
  const overrun = overrunOf(all, work)?.times(100);
  if (overrun === undefined || overrun.eq(0)) return undefined;
  const least = amountOf(all, work)?.atLeast ? "at least " : "";
  return `${least}${signedWhole(overrun)} of the money`;
}

/** "+18%", "−5%", "+0.4%": with as many decimals as tell it from nothing. */
function signedWhole(percent: Big): string {
  const size = percent.abs();
  const decimals = size.gte(1) ? 0 : size.gte("0.1") ? 1 : 2;
  const shown = size.lt("0.01") ? new Big("0.01") : size;
  return `${percent.gt(0) ? "+" : "−"}${shown.toFixed(decimals)}%`;
}

function percentOf(model: Scene["model"]): number {
  return model.project.config.rules.get("off-plan")?.options?.percent ?? allowed;
}

const bestFirst: readonly Health[] = ["grey", "green", "amber", "red"];

/** What is reported of something, where that is better than what can be seen. */
export function rosyReportOf(all: Universe, one: Entity): Health | undefined {
  const reported = reportedHealth(one);
  if (reported === undefined) return undefined;
  const isBetter = bestFirst.indexOf(reported) < bestFirst.indexOf(measuredHealth(all, one));
  return isBetter ? reported : undefined;
}
