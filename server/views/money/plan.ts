// The open work of a model → what is planned beside its budget, and of what kind it is.

import { Big } from "big.js";
import { memo } from "../../cells/memo.ts";
import { type Figure, unconvertible } from "../../model/derive/currency.ts";
import { forwardPercent, leastForward } from "../../model/derive/forward.ts";
import { budgetOf, totalAmount } from "../../model/derive/money.ts";
import { horizonOf } from "../../model/derive/schedule.ts";
import { gatheredTakings, takingsOf } from "../../model/derive/takings.ts";
import { unknownIn, written } from "../../model/entity.ts";
import type { Model } from "../../model/universe.ts";
import { apart } from "../../words/amounts.ts";
import { capital } from "../../words/phrases.ts";
import { roundAmount, sharePercent } from "../amounts.ts";
import { isSame } from "../difference.ts";
import { type Scene, sceneOf } from "../scene.ts";
import { amountsOf, factsOf } from "./facts.ts";
import { moneyText } from "./figures.ts";
import { leastAsked } from "./policy.ts";
import type { BudgetBar, KindBar, MoneyPart } from "./shape.ts";
import { planWorth, type Worth } from "./worth.ts";

/** "18M": a budget is written in round figures. */
export function budgetText(scene: Scene, figure: Figure | undefined): string | undefined {
  const text = moneyText(scene, figure);
  return text && roundAmount(text);
}

/** What is planned beside what there is. */
export const budgetBarOf: (model: Model) => BudgetBar = memo((model) => {
  const scene = sceneOf(model);
  const planned = totalAmount(model);
  const budget = budgetOf(model);
  const limit = budget && {
    length: budget.amount.toNumber(),
    text: budgetText(scene, budget) ?? "",
  };
  const says = budgetSays(model, limit?.text);
  if (planned === undefined || isUntold(model))
    return { says, unknown: whyUnknown(scene), parts: [], limit };
  const rest = budget?.amount.minus(planned.amount);
  const inWords = (amount: Big, atLeast?: true) =>
    moneyText(scene, { amount, currency: undefined, ...(atLeast && { atLeast }) });
  return {
    says,
    parts: alignmentParts(scene, planned),
    limit,
    left: rest?.gte(0) ? leftOf(rest.eq(0) ? "nothing" : inWords(rest), planned) : undefined,
    over: rest?.lt(0) ? `${inWords(rest.times(-1), planned.atLeast)} over` : undefined,
  };
}, isSame);

/** Whether there is open work, and none of it says what it takes. */
export function isUntold(model: Model): boolean {
  const work = planWorth(model);
  return work.length > 0 && work.every(({ amount }) => amount === undefined);
}

function leftOf(text: string | undefined, { atLeast }: Figure): string {
  return `${atLeast ? "at most " : ""}${text} left`;
}

function budgetSays(model: Model, text: string | undefined): string {
  const { strategy } = model;
  if (text !== undefined)
    return horizonOf(model)?.end === undefined ? text : `${text} for the horizon`;
  if (strategy === undefined || !written(strategy, "budget")) return "No budget is written";
  return unknownIn(strategy, "budget")
    ? "The budget is not clear"
    : "The budget cannot be converted";
}

const alignments = [
  ["aligned", "aligned"],
  ["unaligned", "not aligned"],
  ["unclear", "not clear what it supports"],
] as const;

function alignmentParts(scene: Scene, planned: Figure): readonly MoneyPart[] {
  const groups = Map.groupBy(planWorth(scene.model), ({ alignment }) => alignment);
  return alignments.flatMap(([key, label]) => partOf(scene, key, label, groups.get(key), planned));
}

const kinds = ["transform", "grow", "improve", "run"];

/** Of what kind the planned work is. */
export const kindBarOf: (model: Model) => KindBar = memo((model) => {
  const scene = sceneOf(model);
  const planned = totalAmount(model);
  if (planned === undefined || isUntold(model)) return { says: "not known", parts: [] };
  const groups = Map.groupBy(planWorth(model), typeKey);
  const parts = [...kinds, "none"].flatMap((key) =>
    partOf(scene, key, key === "none" ? "No type" : capital(key), groups.get(key), planned),
  );
  return { says: `share of ${moneyText(scene, planned)}`, parts, ...policyOf(model) };
}, isSame);

function typeKey({ type }: Worth): string {
  return type !== undefined && kinds.includes(type) ? type : "none";
}

/** What the policy on work that only keeps things running says of decided work with a type. */
function policyOf(model: Model): Pick<KindBar, "policy" | "wrong"> {
  const least = leastAsked(model, "reactive-portfolio", leastForward);
  const percent = forwardPercent(model);
  if (least === undefined || percent === undefined) return {};
  const [has, asked] = apart(percent, new Big(least), "percent");
  const isAll = planWorth(model).every(
    ({ amount, isDecided, type }) =>
      amount?.of === undefined || amount.of.amount.eq(0) || (isDecided && type !== undefined),
  );
  const of = isAll ? "" : " of decided work with a type";
  return {
    policy: `Grow, transform and improve: ${has}%${of}, policy at least ${asked}%`,
    wrong: percent.lt(least) || undefined,
  };
}

function partOf(
  scene: Scene,
  key: string,
  label: string,
  work: readonly Worth[] = [],
  whole: Figure,
): readonly MoneyPart[] {
  const sum = takingsOf(gatheredTakings(work)).amount;
  if (sum === undefined || sum.amount.eq(0)) return [];
  return [
    {
      key,
      label,
      amount: moneyText(scene, sum) ?? "–",
      share: sharePercent(sum.amount.div(whole.amount).toNumber()),
      length: sum.amount.toNumber(),
      facts: factsOf(scene, amountsOf(work)),
    },
  ];
}

/** "What is planned is not known: the amount of CRM cannot be counted" */
function whyUnknown({ model }: Scene): string {
  const codes = new Set(unconvertible(model).flatMap(({ value }) => value.currency ?? []));
  const start = "What is planned is not known";
  if (isUntold(model)) return `${start}: no initiative says what it takes`;
  if (codes.size > 0) return `${start}: there is no rate for ${[...codes].join(", ")}`;
  const unclear = planWorth(model).filter(({ amount }) => amount && amount.of === undefined);
  const [first] = unclear;
  if (first === undefined) return start;
  const more = unclear.length > 1 ? ` and of ${unclear.length - 1} more` : "";
  return `${start}: the amount of ${first.title}${more} is not clear`;
}
