// Open work → what it takes and brings, one by one and together: amount, cost, benefit, return and payback.
import { Big } from "big.js";
import { memoIn } from "../../cells/memo.ts";
import type { Entity } from "../entity.ts";
import type { Universe } from "../universe.ts";
import {
  addedSwings,
  benefitOf,
  hasBenefit,
  paybackMonthsAlong,
  returnOn,
  type Swings,
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
  readonly swings: Swings | undefined;
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

function areSameSwings(a: Swings | undefined, b: Swings | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.size !== b.size) return false;
  for (const [month, { cost, benefit }] of a) {
    const other = b.get(month);
    if (other === undefined || !other.cost.eq(cost) || !other.benefit.eq(benefit)) return false;
  }
  return true;
}

/** What some figures come to: what is known of them, and whether any is not. */
interface Heap {
  readonly known: Figure | undefined;
  readonly hasUnknown: boolean;
}

/** What some work takes and brings, so that more can be put to it. */
export interface Gathered {
  readonly amount: Heap;
  readonly cost: Heap;
  readonly benefit: Heap;
  /** All that brings something says what it costs. */
  readonly isPriced: boolean;
  /** Of what says what it costs; undefined where that of one is unknown. */
  readonly swings: Swings | undefined;
}

const nothing: Heap = { known: undefined, hasUnknown: false };

/** One piece of work, gathered. */
function gatheredOne({ amount, cost, benefit, swings }: Taking): Gathered {
  const heap = (said: Said | undefined): Heap =>
    said === undefined ? nothing : { known: said.of, hasUnknown: said.of === undefined };
  return {
    amount: heap(amount),
    cost: heap(cost),
    benefit: heap(benefit),
    isPriced: benefit === undefined || cost !== undefined,
    swings: cost === undefined ? new Map() : swings,
  };
}

/** Some work of one project with what was gathered before; programmes without their parts beside them. */
export function gatheredTakings(
  work: readonly Taking[],
  before: readonly Gathered[] = [],
): Gathered {
  const parts = [...work.map(gatheredOne), ...before];
  const swings = parts.flatMap((part) => part.swings ?? []);
  return {
    amount: joined(parts.map(({ amount }) => amount)),
    cost: joined(parts.map(({ cost }) => cost)),
    benefit: joined(parts.map(({ benefit }) => benefit)),
    isPriced: parts.every(({ isPriced }) => isPriced),
    swings: swings.length === parts.length ? addedSwings(swings) : undefined,
  };
}

function joined(heaps: readonly Heap[]): Heap {
  const known = heaps.flatMap((heap) => heap.known ?? []);
  const hasUnknown = heaps.some((heap) => heap.hasUnknown);
  const [first] = known;
  if (first === undefined) return { known: undefined, hasUnknown };
  const amount = known.reduce((sum, figure) => sum.plus(figure.amount), new Big(0));
  const isMinimum = known.some(({ atLeast }) => atLeast);
  return {
    known: { amount, currency: first.currency, ...(isMinimum ? { atLeast: true } : {}) },
    hasUnknown,
  };
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
  /** Whether any says what it takes, brings or costs, well or faultily. */
  readonly saysAmount: boolean;
  readonly saysBenefit: boolean;
  readonly saysCost: boolean;
}

/**
 * What some work of one project comes to together. What says nothing of a figure adds nothing to it, as
 * in every sum.
 */
export function takingsOf({ amount, cost, benefit, isPriced, swings }: Gathered): Takings {
  const [costs, benefits] = [atLeastKnown(cost), atLeastKnown(benefit)];
  const saysBenefit = benefit.known !== undefined || benefit.hasUnknown;
  return {
    amount: amount.hasUnknown ? undefined : amount.known,
    cost: costs,
    benefit: benefits,
    return: isPriced ? returnOn(benefits, costs) : undefined,
    paybackMonths: isPriced && saysBenefit && swings ? paybackMonthsAlong(swings) : undefined,
    saysAmount: amount.known !== undefined || amount.hasUnknown,
    saysBenefit,
    saysCost: cost.known !== undefined || cost.hasUnknown,
  };
}

/** What is known of some figures, at least; undefined where none of them is. */
function atLeastKnown({ known, hasUnknown }: Heap): Figure | undefined {
  return known && hasUnknown ? { ...known, atLeast: true } : known;
}
