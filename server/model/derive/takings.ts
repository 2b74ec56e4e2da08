// Open work → what it takes and brings, one by one and together: amount, cost, benefit, return and payback.
import { Big } from "big.js";
import { memoIn } from "../../cells/memo.ts";
import type { Entity } from "../entity.ts";
import type { Universe } from "../universe.ts";
import {
  benefitOf,
  hasBenefit,
  paybackMonthsAmong,
  returnOn,
  type Swing,
  swingsOf,
} from "./benefit.ts";
import { costOf, hasCost } from "./cost.ts";
import type { Figure } from "./currency.ts";
import { amountOf, hasAmount } from "./money.ts";

/** A figure that something says; undefined in it where what is said is unknown. */
interface Said {
  readonly of: Figure | undefined;
}

/** What a piece of work takes and brings; a figure of which it says nothing is missing. */
export interface Taking {
  readonly amount: Said | undefined;
  readonly cost: Said | undefined;
  readonly benefit: Said | undefined;
  /** How its money flows; undefined where something in it is unknown. */
  readonly swings: readonly Swing[] | undefined;
}

export const takingOf: (all: Universe, work: Entity) => Taking = memoIn(
  (all, work) => ({
    amount: hasAmount(all, work) ? { of: amountOf(all, work) } : undefined,
    cost: hasCost(all, work) ? { of: costOf(all, work) } : undefined,
    benefit: hasBenefit(all, work) ? { of: benefitOf(all, work) } : undefined,
    swings: hasCost(all, work) ? swingsOf(all, work) : undefined,
  }),
  isSameTaking,
);

/** Whether two pieces of work take and bring the same. */
export function isSameTaking(a: Taking, b: Taking): boolean {
  return (
    isSameSaid(a.amount, b.amount) &&
    isSameSaid(a.cost, b.cost) &&
    isSameSaid(a.benefit, b.benefit) &&
    areSameSwings(a.swings, b.swings)
  );
}

function isSameSaid(a: Said | undefined, b: Said | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.of === undefined || b.of === undefined) return a.of === b.of;
  return a.of.amount.eq(b.of.amount) && a.of.atLeast === b.of.atLeast;
}

function areSameSwings(a: Taking["swings"], b: Taking["swings"]): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return one.month === other?.month && one.cost.eq(other.cost) && one.benefit.eq(other.benefit);
    })
  );
}

export interface Takings {
  /** Undefined where none says what it takes, or where that of one is unknown. */
  readonly amount: Figure | undefined;
  /** Of those that say it; a minimum where that of one is unknown. Undefined where none is known. */
  readonly cost: Figure | undefined;
  readonly benefit: Figure | undefined;
  /** Of all of them; undefined where anything in it is only a minimum, or brings something at a cost that nobody names. */
  readonly return: number | undefined;
  readonly paybackMonths: number | undefined;
  /** Whether any says what it brings or costs, well or faultily. */
  readonly saysBenefit: boolean;
  readonly saysCost: boolean;
}

/**
 * What some work of one project comes to together, programmes without their parts beside them. What
 * says nothing of a figure adds nothing to it, as in every sum.
 */
export function takingsOf(work: readonly Taking[]): Takings {
  const costly = work.filter(({ cost }) => cost !== undefined);
  const useful = work.filter(({ benefit }) => benefit !== undefined);
  const amounts = work.flatMap(({ amount }) => amount ?? []);
  const cost = knownSum(costly.map((one) => one.cost?.of));
  const benefit = knownSum(useful.map((one) => one.benefit?.of));
  const isPriced = useful.every((one) => one.cost !== undefined);
  const isKnown = amounts.every(({ of }) => of !== undefined);
  return {
    amount: isKnown ? knownSum(amounts.map(({ of }) => of)) : undefined,
    cost,
    benefit,
    return: isPriced ? returnOn(benefit, cost) : undefined,
    paybackMonths:
      isPriced && useful.length > 0
        ? paybackMonthsAmong(costly.map(({ swings }) => swings))
        : undefined,
    saysBenefit: useful.length > 0,
    saysCost: costly.length > 0,
  };
}

/** What is known of some figures, at least; undefined where none of them is. */
function knownSum(figures: readonly (Figure | undefined)[]): Figure | undefined {
  const known = figures.filter((figure) => figure !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const amount = known.reduce((sum, figure) => sum.plus(figure.amount), new Big(0));
  const isMinimum = known.length < figures.length || known.some(({ atLeast }) => atLeast);
  return { amount, currency: first.currency, ...(isMinimum ? { atLeast: true } : {}) };
}
