// A model → the sentence, the figures and the calendar over its roadmap.
import { memo } from "../../cells/memo.ts";
import { calendarYear, iso, quarterOf } from "../../model/calendar.ts";
import { alignedShare } from "../../model/derive/alignment.ts";
import { budgetOf, totalAmount } from "../../model/derive/money.ts";
import { horizonOf } from "../../model/derive/schedule.ts";
import { greatestOf, leastOf } from "../../model/extremes.ts";
import type { Model } from "../../model/universe.ts";
import { sharePercent } from "../head.ts";
import { type Scene, sceneOf } from "../scene.ts";
import type { HeadFigure, Health } from "../shape.ts";
import type { Calendar } from "./shape.ts";
import { knownDays, sumOfCounts, tallyOf } from "./tally.ts";

/** "2 of 6 IT objectives are off track": of the IT objectives, or where there is none of all. */
export function headlineOf(model: Model): string {
  const { it, goals } = tallyOf(model);
  if (sumOfCounts(goals) === 0) return "No objective is open";
  const isOfIt = sumOfCounts(it) > 0;
  const counted = isOfIt ? it : goals;
  const noun = isOfIt ? "IT objective" : "objective";
  const of = sumOfCounts(counted);
  const nouns = of === 1 ? noun : `${noun}s`;
  const says = (health: Health, state: string): string | undefined => {
    const number = counted[health];
    if (number === 0) return undefined;
    if (of === 1) return `The ${noun} is ${state}`;
    if (number === of && health === "green") {
      return `${of === 2 ? "Both" : `All ${of}`} ${nouns} are ${state}`;
    }
    if (health === "green") {
      const those = number === 1 ? `1 ${noun} is` : `${number} ${noun}s are`;
      return `${those} ${state}, ${of - number} not known`;
    }
    return `${number} of ${of} ${nouns} ${number === 1 ? "is" : "are"} ${state}`;
  };
  return (
    says("red", "off track") ??
    says("amber", "at risk") ??
    says("green", "on track") ??
    (of === 1 ? `How the ${noun} stands is not known` : `How ${of} ${nouns} stand is not known`)
  );
}

/** Planned against the budget, the aligned share, KPIs by health, risks above the appetite. */
export const figuresOf: (model: Model) => readonly HeadFigure[] = memo((model) => [
  ...plannedFigure(sceneOf(model)),
  ...alignedFigure(model),
  ...kpiFigure(model),
  ...riskFigure(model),
]);

function plannedFigure({ model, amountOf }: Scene): readonly HeadFigure[] {
  const planned = totalAmount(model);
  if (planned === undefined || planned.amount.eq(0)) return [];
  const budget = amountOf(budgetOf(model))?.replace(/\.0(?=[MB])/, "");
  const value = amountOf(planned) ?? "";
  if (budget === undefined) return [{ value, label: "is planned" }];
  const isOver = planned.amount.gt(budgetOf(model)?.amount ?? planned.amount);
  return [
    {
      value: `${value} of ${budget}`,
      label: isOver ? "is planned, over the budget" : "of the budget is planned",
      wrong: isOver || undefined,
    },
  ];
}

function alignedFigure(model: Model): readonly HeadFigure[] {
  const share = alignedShare(model);
  if (share !== undefined) {
    return [{ value: sharePercent(share), label: "of the money is aligned" }];
  }
  const { work, aligned } = tallyOf(model);
  if (work === 0) return [];
  return [{ value: `${aligned} of ${work}`, label: "initiatives are aligned" }];
}

function kpiFigure(model: Model): readonly HeadFigure[] {
  const { kpis } = tallyOf(model);
  if (sumOfCounts(kpis) === 0) return [];
  return [{ value: "", label: "KPIs: on, at risk, off, unknown", counts: kpis }];
}

function riskFigure(model: Model): readonly HeadFigure[] {
  const { risks, above } = tallyOf(model);
  if (risks === 0) return [];
  return [{ value: String(above), label: `${above === 1 ? "risk" : "risks"} above appetite` }];
}

const fiveYears = 5 * 366;

/**
 * From the start of the horizon to its end, and as far beyond as work reaches, in whole quarters;
 * without either, the year of today. A date that is far off does not stretch it over five years.
 */
export const calendarOf: (model: Model) => Calendar = memo((model) => {
  const fiscal = model.fiscal ?? calendarYear;
  const horizon = horizonOf(model);
  const anchors = knownDays(horizon);
  const centre = anchors.length > 0 ? anchors : [model.today];
  const least = leastOf(centre) - fiveYears;
  const most = greatestOf(centre) + fiveYears;
  let start = leastOf(anchors);
  let end = greatestOf(anchors);
  const { first, last } = tallyOf(model);
  start = Math.min(start, Math.max(first, least));
  end = Math.max(end, Math.min(last, most));
  if (start > end) [start, end] = [model.today, model.today + 365];
  return {
    start: iso(quarterOf(start, fiscal).start),
    end: iso(quarterOf(end, fiscal).end),
    fiscalStart: fiscal.month,
    namedBy: fiscal.namedBy,
  };
});
