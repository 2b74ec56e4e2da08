// A KPI, its targets and the strategy → how often it is measured, and the day from which that is late.
import { type Day, monthsAfter } from "../calendar.ts";
import { choiceOf, type Entity, unknownIn, written } from "../entity.ts";
import { leastOf } from "../extremes.ts";
import type { Model } from "../universe.ts";
import { isStrategyDoubtful } from "./currency.ts";
import { kpiState } from "./kpi.ts";

/** A rhythm in words, or in days where only the targets tell it. */
export type Frequency = { readonly word: string } | { readonly days: number };

/**
 * How often a KPI is measured: as written, else the shortest time between its targets, else the
 * strategy's cadence, else quarterly. Undefined where what would tell it is faulty.
 */
export function frequencyOf(model: Model, kpi: Entity): Frequency | undefined {
  if (written(kpi, "frequency")) return worded(choiceOf(kpi, "frequency"));
  if (kpiState(model.universe, kpi).areTargetsDoubtful) return undefined;
  const days = betweenTargets(model, kpi);
  if (days !== undefined) return { days };
  const { strategy } = model;
  const isFaulty =
    strategy === undefined ? isStrategyDoubtful(model) : unknownIn(strategy, "cadence");
  if (isFaulty) return undefined;
  return worded((strategy && choiceOf(strategy, "cadence")) ?? "quarterly");
}

function worded(word: string | undefined): Frequency | undefined {
  return word === undefined ? undefined : { word };
}

function betweenTargets(model: Model, kpi: Entity): number | undefined {
  const days = kpiState(model.universe, kpi).targets.flatMap(({ day }) => day ?? []);
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const real = gaps.filter((gap) => gap > 0);
  return real.length === 0 ? undefined : leastOf(real);
}

const months: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  "half-yearly": 6,
  yearly: 12,
};

/** The day so many times the frequency after another, in calendar time. */
export function after(last: Day, frequency: Frequency, times: number): Day {
  if ("days" in frequency) return last + Math.floor(frequency.days * times);
  if (frequency.word === "daily") return last + times;
  if (frequency.word === "weekly") return last + 7 * times;
  return monthsAfter(last, (months[frequency.word] ?? 3) * times);
}

/** As the end of "should be measured …": "monthly", "every 184 days". */
export function inWords(frequency: Frequency): string {
  return "word" in frequency ? frequency.word : `every ${frequency.days} days`;
}
