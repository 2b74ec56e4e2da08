// A model → its money as plain data: what is planned, of what kind it is, what it costs, and where it goes.
import { Big } from "big.js";
import { anywhere } from "../cells/folded.ts";
import { memo } from "../cells/memo.ts";
import { budgetOf, totalAmount } from "../model/derive/money.ts";
import { horizonOf } from "../model/derive/schedule.ts";
import { gatheredTakings, type Takings, takingsOf } from "../model/derive/takings.ts";
import { written } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import { apart } from "../words/amounts.ts";
import { capital } from "../words/phrases.ts";
import { sharePercent, signedPercent } from "./amounts.ts";
import { headOf } from "./head.ts";
import { costTableOf, keptPercent } from "./money/costs.ts";
import { moneyText, monthsText } from "./money/figures.ts";
import { contingencyPolicy } from "./money/kept.ts";
import { budgetBarOf, budgetText, isUntold, kindBarOf } from "./money/plan.ts";
import type { MoneyView } from "./money/shape.ts";
import { waysOfMoney } from "./money/where.ts";
import { planWorth, takingsOfPlan, type Worth } from "./money/worth.ts";
import { sceneOf } from "./scene.ts";
import type { HeadFigure } from "./shape.ts";
import type { View } from "./view.ts";

/** Budget, cost, and where it goes. */
export const moneyView: View<MoneyView> = {
  name: "money",
  shows: "budget, costs and where the money goes",
  dataOf: (model) => ({
    ...headOf(model, "money", sentenceOf(model), figuresOf(model)),
    budget: budgetBarOf(model),
    kinds: kindBarOf(model),
    costs: costTableOf(model),
    ways: waysOfMoney(model),
    meaning: meaningOf(model),
    none: hasMoney(model) ? undefined : true,
  }),
  placesOf: ({ ways }) =>
    ways.flatMap(({ rows }) =>
      rows.flatMap(({ source, elsewhere }) => [source, ...elsewhere.map((one) => one.source)]),
    ),
};

/** What is counted as open, and of how much of it nobody says what it takes. */
function meaningOf(model: Model): string {
  const work = planWorth(model).filter(({ isUnclear }) => !isUnclear);
  const untold = work.filter(({ amount }) => amount === undefined).length;
  const meaning =
    "Open work is proposed, planned, active or on hold, or has no status. A programme counts once, with its parts.";
  if (untold === 0) return meaning;
  const names = untold === 1 ? "names" : "name";
  return `${meaning} ${untold} of ${work.length} ${work.length === 1 ? "initiative" : "initiatives"} ${names} neither budget nor cost.`;
}

/** Whether anything is written about money: a budget, a cost, a benefit. */
const hasMoney = anywhere<Model>((_model, chunk) =>
  outline(chunk).entities.some(
    (one) => written(one, "budget") || written(one, "cost") || written(one, "benefit"),
  ),
);

/** "17.3M of 18M is planned, 8% of it unaligned" */
const sentenceOf: (model: Model) => string = memo((model) => {
  const scene = sceneOf(model);
  const planned = totalAmount(model);
  const budget = budgetOf(model);
  const limit = budgetText(scene, budget);
  if (planned === undefined || isUntold(model)) return "What is planned is not known";
  if (planned.amount.eq(0) && !planned.atLeast)
    return limit === undefined ? "Nothing is planned" : `Nothing of ${limit} is planned`;
  const amount = moneyText(scene, planned) ?? "–";
  const over = budget && planned.amount.minus(budget.amount);
  const start = over?.gt(0)
    ? `${amount} is planned, ${moneyText(scene, { ...planned, amount: over })} over the budget of ${limit}`
    : `${amount}${limit === undefined ? "" : ` of ${limit}`} is planned`;
  const sentence = `${start}, ${alignmentOf(model, planned.amount)}`;
  return capital(sentence);
});

/** "8% of it unaligned" */
function alignmentOf(model: Model, planned: Big): string {
  const unknown = "how much of it is aligned is not known";
  const sumOf = (alignment: Worth["alignment"]) =>
    takingsOf(
      gatheredTakings(planWorth(model).filter((one) => one.alignment === alignment && one.amount)),
    ).amount;
  if (sumOf("unclear")?.amount.gt(0)) return unknown;
  const loose = sumOf("unaligned")?.amount ?? new Big(0);
  if (loose.eq(0)) return "all of it aligned";
  if (loose.eq(planned)) return "all of it unaligned";
  return `${sharePercent(loose.div(planned).toNumber())} of it unaligned`;
}

/** Cost, return, payback and contingency of all open work. */
const figuresOf: (model: Model) => readonly HeadFigure[] = memo((model) => {
  const scene = sceneOf(model);
  const takings = takingsOfPlan(model);
  if (!takings.saysCost && !takings.saysBenefit) return [];
  const { cost, return: gain, paybackMonths } = takings;
  const isOver = horizonOf(model)?.end !== undefined;
  return [
    {
      value: moneyText(scene, cost) ?? "–",
      label: takings.saysCost ? (isOver ? "cost over the horizon" : "cost") : "no cost is written",
    },
    {
      value: gain === undefined ? "–" : signedPercent(gain),
      label: takings.saysBenefit
        ? gain === undefined
          ? returnUnknown(takings)
          : "return"
        : "no benefit is written",
      wrong: (gain !== undefined && gain < 0) || undefined,
    },
    ...(paybackMonths === undefined
      ? []
      : [{ value: monthsText(paybackMonths), label: "until it is paid back" }]),
    ...contingencyFigure(model),
  ];
});

function returnUnknown({ cost, benefit }: Takings): string {
  if (cost?.atLeast) return "return: not all cost is known";
  return benefit?.atLeast ? "return: not all benefit is known" : "return is not known";
}

function contingencyFigure(model: Model): readonly HeadFigure[] {
  const percent = keptPercent(model);
  const policy = contingencyPolicy(model);
  if (percent === undefined) return [];
  const [has, least] =
    policy === undefined
      ? [percent.round(0).toFixed()]
      : apart(percent, new Big(policy), "percent");
  return [
    {
      value: `${has}%`,
      label: least === undefined ? "contingency" : `contingency, policy ${least}%`,
      wrong: (policy !== undefined && percent.lt(policy)) || undefined,
    },
  ];
}
