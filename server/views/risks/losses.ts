// What open risks may cost → figures of one column, as exact as they are, so that they add up to their sum.
import { Big } from "big.js";
import { folded } from "../../cells/folded.ts";
import { memo } from "../../cells/memo.ts";
import { settled } from "../../cells/shares.ts";
import { currencyOf, type Figure } from "../../model/derive/currency.ts";
import { riskState } from "../../model/derive/risk.ts";
import { written } from "../../model/entity.ts";
import { isOpen } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { risksInChunk } from "./listed.ts";

/** What the open risks of a part of a project are expected to cost together. */
interface Losses {
  readonly sum: Big;
  readonly largest: Big;
  /** How many decimals it takes to write each of them in full; less than 0 where all end in zeros. */
  readonly places: number;
  /** How many are known. */
  readonly known: number;
  /** How many risks name no loss. */
  readonly unnamed: number;
  /** What one of them names is not understood, or nobody knows how probable it is. */
  readonly atLeast: boolean;
}

const none: Losses = {
  sum: new Big(0),
  largest: new Big(0),
  places: Number.NEGATIVE_INFINITY,
  known: 0,
  unnamed: 0,
  atLeast: false,
};

/** Added up chunk by chunk, so that of an edit one is looked at again. */
const lossesIn = folded<Model, Losses>(
  (model, chunk) => {
    const all = model.universe;
    const open = risksInChunk(chunk).filter((risk) => isOpen(all, risk));
    if (open.length === 0) return undefined;
    return together(
      open.map((risk) => {
        const loss = riskState(all, risk).expectedLoss?.amount;
        if (loss !== undefined)
          return { ...none, sum: loss, largest: loss, places: placesOf(loss), known: 1 };
        return written(risk, "loss") ? { ...none, atLeast: true } : { ...none, unnamed: 1 };
      }),
    );
  },
  together,
  (a, b) =>
    a.atLeast === b.atLeast &&
    a.known === b.known &&
    a.unnamed === b.unnamed &&
    a.places === b.places &&
    a.sum.eq(b.sum) &&
    a.largest.eq(b.largest),
);

function together(parts: readonly Losses[]): Losses {
  return parts.reduce(
    (all, part) => ({
      sum: all.sum.plus(part.sum),
      largest: part.largest.gt(all.largest) ? part.largest : all.largest,
      places: Math.max(all.places, part.places),
      known: all.known + part.known,
      unnamed: all.unnamed + part.unnamed,
      atLeast: all.atLeast || part.atLeast,
    }),
    none,
  );
}

/** The decimals of an amount: 2 of 0.25, 0 of 5, -3 of 4000. */
function placesOf(amount: Big): number {
  return amount.eq(0) ? Number.NEGATIVE_INFINITY : amount.c.length - 1 - amount.e;
}

const units = [
  { sign: "B", zeros: 9, least: 2, most: 4 },
  { sign: "M", zeros: 6, least: 2, most: 4 },
  { sign: "k", zeros: 3, least: 0, most: 2 },
  { sign: "", zeros: 0, least: 0, most: 2 },
] as const;

type Unit = (typeof units)[number];

function unitFor(amount: Big): Unit {
  return units.find(({ zeros }) => amount.gte(10 ** zeros)) ?? units[3];
}

interface LossForm {
  readonly unit: Unit;
  readonly decimals: number;
  /** Each is printed as it is; else their sum is no more exact than they are. */
  readonly isExact: boolean;
}

/** The unit of the largest, with the fewest decimals that print each of them as it is. */
const formOf: (model: Model) => LossForm = settled((model) => {
  const { largest, places } = lossesIn(model) ?? none;
  const unit = unitFor(largest);
  const enough = Math.max(unit.least, places + unit.zeros);
  const isExact = enough <= unit.most;
  return {
    unit,
    decimals: isExact ? enough : Math.max(unit.least, unit.zeros === 0 ? 2 : 0),
    isExact,
  };
}, isSame);

function inUnit(amount: Big, unit: Unit, decimals: number): string {
  return amount.div(10 ** unit.zeros).toFixed(decimals) + unit.sign;
}

/** The expected loss of an open risk as its column has it: "0.98M". */
export function shownLoss(model: Model, amount: Big): string {
  if (amount.eq(0)) return "0";
  const { unit, decimals } = formOf(model);
  const step = new Big(10).pow(-decimals).times(10 ** unit.zeros);
  return amount.lt(step.div(2))
    ? `<${inUnit(step, unit, decimals)}`
    : inUnit(amount, unit, decimals);
}

/** What those open risks that name a loss are expected to cost together; a minimum where that of one is not known. */
export function expectedLossOf(model: Model): Figure | undefined {
  const { sum, known, atLeast } = lossesIn(model) ?? none;
  if (known === 0) return undefined;
  return { amount: sum, currency: currencyOf(model), ...(atLeast ? { atLeast: true } : {}) };
}

/** How many open risks name no loss: they are not in the sum. */
export function unnamedLosses(model: Model): number {
  return (lossesIn(model) ?? none).unnamed;
}

/** The same under its column: with as many decimals as it takes to be the sum of what stands above it. */
export const shownSum: (model: Model) => string | undefined = memo((model) => {
  const sum = expectedLossOf(model);
  if (sum === undefined) return undefined;
  const column = formOf(model);
  const larger = unitFor(sum.amount);
  const unit = larger.zeros > column.unit.zeros ? larger : column.unit;
  const exact = column.isExact ? Math.min(6, placesOf(sum.amount) + unit.zeros) : 0;
  const decimals = unit === column.unit ? column.decimals : Math.max(unit.least, exact);
  const text = inUnit(sum.amount, unit, decimals);
  return sum.atLeast ? `at least ${text}` : text;
});
