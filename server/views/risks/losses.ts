// What open risks may cost → figures of one column, as exact as they are, so that they add up to their sum.
import { Big } from "big.js";
import { settled } from "../../cells/shares.ts";
import { currencyOf, type Figure } from "../../model/derive/currency.ts";
import { riskState } from "../../model/derive/risk.ts";
import type { Entity } from "../../model/entity.ts";
import { isClosed, isOpen } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { risksIn } from "./listed.ts";

const units = [
  { sign: "B", of: 1_000_000_000, least: 2, most: 4 },
  { sign: "M", of: 1_000_000, least: 2, most: 4 },
  { sign: "k", of: 1000, least: 0, most: 2 },
  { sign: "", of: 1, least: 0, most: 2 },
] as const;

/** The unit of a column, as its place in `units`, and its decimals. */
interface LossForm {
  readonly unit: number;
  readonly decimals: number;
  /** Each is printed as it is; else their sum is no more exact than they are. */
  readonly isExact: boolean;
}

/** The unit of the largest, with the fewest decimals that print each of them as it is. */
const formOf: (model: Model) => LossForm = settled((model) => {
  const losses = risksIn(model).flatMap((risk) => openLoss(model, risk)?.amount ?? []);
  const largest = losses.reduce((most, one) => (one.gt(most) ? one : most), new Big(0));
  const unit = unitFor(largest);
  const { of = 1 } = units[unit] ?? {};
  const decimals = decimalsFor(losses, unit, units[unit]?.most ?? 2);
  return { unit, decimals, isExact: losses.every((one) => isExact(one.div(of), decimals)) };
}, isSame);

function unitFor(amount: Big): number {
  const found = units.findIndex(({ of }) => amount.gte(of));
  return found === -1 ? units.length - 1 : found;
}

function decimalsFor(amounts: readonly Big[], unit: number, most: number): number {
  const { of = 1, least = 0 } = units[unit] ?? {};
  const enough = amounts.reduce((decimals, amount) => {
    let more = decimals;
    while (more <= most && !isExact(amount.div(of), more)) more += 1;
    return more;
  }, least as number);
  return enough <= most ? enough : Math.max(least, of === 1 ? 2 : 0);
}

function isExact(amount: Big, decimals: number): boolean {
  return amount.round(decimals).eq(amount);
}

/** What an open risk is expected to cost; undefined where that is not known. */
function openLoss(model: Model, risk: Entity): Figure | undefined {
  return isOpen(model.universe, risk) ? riskState(model.universe, risk).expectedLoss : undefined;
}

/** The expected loss of an open risk as its column has it: "0.98M". */
export function shownLoss(model: Model, amount: Big): string {
  if (amount.eq(0)) return "0";
  const { unit, decimals } = formOf(model);
  const { of = 1, sign = "" } = units[unit] ?? {};
  const text = amount.div(of).toFixed(decimals);
  const isHidden = amount.gt(0) && Number(text) === 0;
  return isHidden ? `<${new Big(1).div(10 ** decimals).toFixed(decimals)}${sign}` : text + sign;
}

/** What all open risks are expected to cost together; a minimum where that of one is not known. */
export function expectedLossOf(model: Model): Figure | undefined {
  const all = model.universe;
  let amount: Big | undefined;
  let isMinimum = false;
  for (const risk of risksIn(model)) {
    if (isClosed(all, risk)) continue;
    const one = openLoss(model, risk);
    if (one === undefined) isMinimum = true;
    else amount = one.amount.plus(amount ?? 0);
  }
  if (amount === undefined) return undefined;
  return { amount, currency: currencyOf(model), ...(isMinimum ? { atLeast: true } : {}) };
}

/** The same under its column: with as many decimals as it takes to be the sum of what stands above it. */
export function shownSum(model: Model): string | undefined {
  const sum = expectedLossOf(model);
  if (sum === undefined) return undefined;
  const column = formOf(model);
  const unit = Math.min(column.unit, unitFor(sum.amount));
  const { of = 1, sign = "" } = units[unit] ?? {};
  const exact = column.isExact ? decimalsFor([sum.amount], unit, 6) : (units[unit]?.least ?? 0);
  const decimals = unit === column.unit ? Math.max(exact, column.decimals) : exact;
  const text = sum.amount.div(of).toFixed(decimals) + sign;
  return sum.atLeast ? `at least ${text}` : text;
}
