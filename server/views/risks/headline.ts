// The risks of a strategy → the sentence over them and the figures beside it.
import { Big } from "big.js";
import { folded } from "../../cells/folded.ts";
import { memo } from "../../cells/memo.ts";
import { costOf, costParts, hasCost } from "../../model/derive/cost.ts";
import { currencyOf, type Figure, isStrategyDoubtful } from "../../model/derive/currency.ts";
import { isCountedOpen, isSameTotal, type Total } from "../../model/derive/money.ts";
import { appetiteOf } from "../../model/derive/risk.ts";
import { written } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model } from "../../model/universe.ts";
import { countInWords } from "../amounts.ts";
import { isSame } from "../difference.ts";
import { sceneOf } from "../scene.ts";
import type { HeadFigure } from "../shape.ts";
import { closedRisks } from "./listed.ts";
import { expectedLossOf } from "./losses.ts";
import { rowsOf } from "./rows.ts";
import type { RiskAppetite, RiskStanding } from "./shape.ts";

export const appetiteShown: (model: Model) => RiskAppetite = memo((model) => {
  const { strategy } = model;
  return {
    accepts: appetiteOf(model),
    written: strategy === undefined ? isStrategyDoubtful(model) : written(strategy, "appetite"),
  };
}, isSame);

/** Under the sentence: "appetite: medium". */
export function appetiteNote(model: Model): string {
  const { accepts, written: isWritten } = appetiteShown(model);
  if (accepts === undefined) return "appetite not understood";
  return isWritten ? `appetite: ${accepts}` : `appetite: ${accepts}, as none is written`;
}

type Counts = Readonly<Record<RiskStanding, number>>;

const countsOf: (model: Model) => Counts = memo((model) => {
  const counts = { above: 0, within: 0, rated: 0, unrated: 0, occurred: 0 };
  for (const { standing } of rowsOf(model)) counts[standing] += 1;
  return counts;
}, isSame);

/** "2 of 10 risks stay above the appetite" */
export function risksSentence(model: Model): string {
  const counts = countsOf(model);
  const { above, within, rated, unrated, occurred } = counts;
  const of = above + within + rated + unrated;
  if (of === 0) return sentenceOfNone(closedRisks(model), occurred);
  if (unrated === of)
    return of === 1
      ? "The risk is not rated"
      : `${of === 2 ? "Neither" : "None"} of ${of} risks is rated`;
  if (rated > 0)
    return `How ${of === 1 ? "the risk stands" : `${of} risks stand`} against the appetite is not known`;
  const { accepts = "", written: isWritten } = appetiteShown(model);
  const open = unrated > 0 ? `, ${unrated} ${are(unrated)} not rated` : "";
  return `${standSentence(counts, of, accepts, isWritten)}${open}${isWritten ? "" : "; no appetite is written"}`;
}

function sentenceOfNone(closed: number, occurred: number): string {
  if (occurred > 0)
    return `No risk is open, ${occurred} ${occurred === 1 ? "has" : "have"} occurred`;
  return closed > 0 ? "No risk is open" : "No risk is written";
}

/** How rated risks stand; without a written appetite the severity is named that is accepted then. */
function standSentence(
  { above, within, unrated }: Counts,
  of: number,
  accepts: string,
  isWritten: boolean,
): string {
  const over = isWritten ? "above the appetite" : `above ${accepts}`;
  if (above > 0) return `${some(above, of)} ${above === 1 ? "stays" : "stay"} ${over}`;
  if (unrated > 0 || of === 1) {
    const under = isWritten ? "within the appetite" : `at most ${accepts}`;
    return `${some(within, of)} ${are(within)} ${under}`;
  }
  return `No risk is ${over}`;
}

function are(number: number): string {
  return number === 1 ? "is" : "are";
}

/** "2 of 10 risks", "Both risks", "The risk" */
function some(number: number, of: number): string {
  if (of === 1) return "The risk";
  if (number < of) return `${number} of ${of} risks`;
  return of === 2 ? "Both risks" : `All ${of} risks`;
}

/** Above the appetite, how many of those without a response, the expected loss, the contingency of the plan. */
export const figuresShown: (model: Model) => readonly HeadFigure[] = memo((model) => {
  const rows = rowsOf(model);
  if (rows.length === 0) return [];
  const { amountOf } = sceneOf(model);
  const { above, within, rated, unrated } = countsOf(model);
  const unclear = rated + unrated;
  const lacks = rows.flatMap(({ lack }) => lack ?? []);
  const isSilent = lacks.every((lack) => lack === "No response");
  const contingency = contingencyIn(model);
  return [
    { value: countInWords(above, unclear, above + within + unclear), label: "above appetite" },
    ...(above > 0
      ? [
          {
            value: String(lacks.length),
            label: isSilent
              ? "of them without a response"
              : "of them without response or mitigation",
          },
        ]
      : []),
    { value: amountOf(expectedLossOf(model)) ?? "–", label: "expected loss" },
    ...(contingency
      ? [{ value: amountOf(contingency) ?? "–", label: "contingency in the plan" }]
      : []),
  ];
}, isSame);

/** What open work keeps for surprises, over its whole cost; undefined where no cost is written. */
function contingencyIn(model: Model): Figure | undefined {
  const total = contingencies(model);
  if (total?.amount === undefined) return undefined;
  const { amount, atLeast } = total;
  return { amount, currency: currencyOf(model), ...(atLeast ? { atLeast: true } : {}) };
}

/** A part is in the cost of its programme; of what is not understood nobody knows what it keeps. */
const contingencies = folded<Model, Total>(
  (model, chunk) => {
    const all = model.universe;
    let sum: Total | undefined;
    for (const work of outline(chunk).entities) {
      if (!work.sure || work.kind !== "initiative") continue;
      if (!hasCost(all, work) || !isCountedOpen(model, work)) continue;
      const parts = costParts(all, work);
      const kept = parts?.reduce(
        (total, { head, amount }) => (head === "contingency" ? total.plus(amount) : total),
        new Big(0),
      );
      sum = together([
        ...(sum ? [sum] : []),
        { amount: kept, atLeast: kept === undefined || costOf(all, work)?.atLeast === true },
      ]);
    }
    return sum;
  },
  together,
  isSameTotal,
);

function together(totals: readonly Total[]): Total {
  const known = totals.flatMap(({ amount }) => amount ?? []);
  return {
    amount: known.length === 0 ? undefined : known.reduce((sum, one) => sum.plus(one)),
    atLeast: totals.some(({ atLeast }) => atLeast),
  };
}
