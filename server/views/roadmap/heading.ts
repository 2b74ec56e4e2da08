// What is counted of a plan, or of a part of it → the sentence and the figures over its roadmap.
import type { Big } from "big.js";
import { type Amount, amountInWords, countInWords, roundAmount, sharePercent } from "../amounts.ts";
import type { HeadFigure, Health } from "../shape.ts";

export type HealthCounts = Readonly<Record<Health, number>>;

export const noCounts: HealthCounts = { green: 0, amber: 0, red: 0, grey: 0 };

/** What the head of a roadmap counts. */
export interface HeadTally {
  /** Open objectives by health: all of them, and those of IT. */
  readonly goals: HealthCounts;
  readonly it: HealthCounts;
  /** Open KPIs by what their figures say. */
  readonly kpis: HealthCounts;
  /** Open risks, those above what the strategy accepts, and those of which nobody knows it. */
  readonly risks: number;
  readonly above: number;
  readonly unclear: number;
  /** Open work, and how much of it is aligned; a programme stands for its parts. */
  readonly work: number;
  readonly aligned: number;
}

/** What open work takes together. */
export interface HeadMoney {
  /** Undefined where some of it is not understood. */
  readonly planned: Amount | undefined;
  /** What is aligned of it, as a fraction; undefined where nobody can say. */
  readonly aligned: number | undefined;
}

/** The words of a head that differ where it is only of some of the work. */
export interface HeadScope {
  /** Behind "IT objective": " above them". */
  readonly of: string;
  /** Against what the money is held, and what that is called. */
  readonly against: { readonly amount: Big; readonly words: string } | undefined;
  /** Where it is more than that: behind by how much, or in place of that. */
  readonly over: { readonly limit: string } | { readonly instead: string };
  readonly planned: string;
  readonly money: string;
  readonly work: string;
  readonly kpis: string;
  readonly risks: string;
}

/** The words for the whole plan, against its budget. */
export function wholeScope(budget: Big | undefined, inMillions: boolean): HeadScope {
  return {
    of: "",
    against: budget && {
      amount: budget,
      words: roundAmount(amountInWords({ amount: budget }, inMillions)),
    },
    over: { limit: "over the budget" },
    planned: "of the budget is planned",
    money: "of the money is aligned",
    work: "aligned",
    kpis: "KPIs: on, at risk, off, unknown",
    risks: "above appetite",
  };
}

/** The words for what a filter leaves, against all that is planned. */
export function filteredScope(
  planned: Amount | undefined,
  shown: number,
  inMillions: boolean,
): HeadScope {
  const those = shown === 1 ? "it" : "them";
  return {
    of: ` above ${those}`,
    against: planned && { amount: planned.amount, words: amountInWords(planned, inMillions) },
    over: { instead: "is shown, in parts that take more than their programme" },
    planned: "of the planned money is shown",
    money: "of the money shown is aligned",
    work: "shown aligned",
    kpis: "KPIs of these: on, at risk, off, unknown",
    risks: "of these above appetite",
  };
}

/** "2 of 6 IT objectives are off track": of the IT objectives, or where there is none of all. */
export function headSentence(
  { it, goals }: HeadTally,
  { of: whose }: Pick<HeadScope, "of">,
): string {
  if (sumOfCounts(goals) === 0) return `No objective${whose} is open`;
  const isOfIt = sumOfCounts(it) > 0;
  const counted = isOfIt ? it : goals;
  const noun = isOfIt ? "IT objective" : "objective";
  const of = sumOfCounts(counted);
  const nouns = `${of === 1 ? noun : `${noun}s`}${whose}`;
  const says = (health: Health, state: string): string | undefined => {
    const number = counted[health];
    if (number === 0) return undefined;
    if (of === 1) return `The ${nouns} is ${state}`;
    if (number === of) {
      return `${of === 2 ? "Both" : `All ${of}`} ${nouns} are ${state}`;
    }
    if (health === "green") {
      const those = number === 1 ? `1 ${noun}${whose} is` : `${number} ${nouns} are`;
      return `${those} ${state}, ${of - number} not known`;
    }
    return `${number} of ${of} ${nouns} ${number === 1 ? "is" : "are"} ${state}`;
  };
  return (
    says("red", "off track") ??
    says("amber", "at risk") ??
    says("green", "on track") ??
    (of === 1 ? `How the ${nouns} stands is not known` : `How ${of} ${nouns} stand is not known`)
  );
}

/** Planned money, the aligned share, KPIs by health, risks above the appetite. */
export function headFigures(
  tally: HeadTally,
  money: HeadMoney,
  scope: HeadScope,
  inMillions: boolean,
): readonly HeadFigure[] {
  return [
    ...plannedFigure(money, scope, inMillions),
    ...alignedFigure(tally, money, scope),
    ...kpiFigure(tally, scope),
    ...riskFigure(tally, scope),
  ];
}

function plannedFigure(
  { planned }: HeadMoney,
  scope: HeadScope,
  inMillions: boolean,
): readonly HeadFigure[] {
  if (planned === undefined || planned.amount.eq(0)) return [];
  const words = amountInWords(planned, inMillions);
  const { against } = scope;
  if (against === undefined) return [{ value: words, label: "is planned" }];
  const value = `${words} of ${against.words}`;
  const over = planned.amount.minus(against.amount);
  if (!over.gt(0)) return [{ value, label: scope.planned }];
  if ("instead" in scope.over) return [{ value: words, label: scope.over.instead }];
  const more = amountInWords({ amount: over, atLeast: planned.atLeast }, inMillions);
  return [{ value, label: `is planned, ${more} ${scope.over.limit}`, wrong: true }];
}

function alignedFigure(
  tally: HeadTally,
  money: HeadMoney,
  scope: HeadScope,
): readonly HeadFigure[] {
  if (money.aligned !== undefined)
    return [{ value: sharePercent(money.aligned), label: scope.money }];
  if (tally.work === 0) return [];
  const noun = tally.work === 1 ? "initiative" : "initiatives";
  return [{ value: `${tally.aligned} of ${tally.work}`, label: `${noun} ${scope.work}` }];
}

function kpiFigure({ kpis }: HeadTally, scope: HeadScope): readonly HeadFigure[] {
  return sumOfCounts(kpis) === 0 ? [] : [{ value: "", label: scope.kpis, counts: kpis }];
}

function riskFigure({ risks, above, unclear }: HeadTally, scope: HeadScope): readonly HeadFigure[] {
  if (risks === 0) return [];
  const value = countInWords(above, unclear, risks);
  return [{ value, label: `${above === 1 ? "risk" : "risks"} ${scope.risks}` }];
}

function sumOfCounts({ green, amber, red, grey }: HealthCounts): number {
  return green + amber + red + grey;
}
