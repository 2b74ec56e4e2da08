// Some open work → the figures of a row, ready to print.
import type { Big } from "big.js";
import type { Figure } from "../../model/derive/currency.ts";
import {
  type Gathered,
  gatheredTakings,
  type Taking,
  type Takings,
  takingsOf,
} from "../../model/derive/takings.ts";
import { signedPercent } from "../amounts.ts";
import type { Scene } from "../scene.ts";
import { exact } from "./facts.ts";
import type { MoneyFigures } from "./shape.ts";

/** An amount of which parts are rounded as their whole is. */
export function moneyText(scene: Scene, figure: Figure | undefined): string | undefined {
  return figure && scene.amountOf({ ...figure, amount: exact(figure.amount) });
}

export function monthsText(months: number): string {
  return `${months} ${months === 1 ? "month" : "months"}`;
}

/** What some work takes and brings; the length of its bar is its amount. */
export function figuresOfMoney(scene: Scene, work: readonly Taking[]): MoneyFigures {
  return figuresOfGathered(scene, work.length, gatheredTakings(work));
}

/** The same of what was gathered from so many pieces of work. */
export function figuresOfGathered(scene: Scene, count: number, work: Gathered): MoneyFigures {
  if (count === 0) return { length: 0, says: "Nothing is planned" };
  return figuresOfTakings(scene, takingsOf(work));
}

function figuresOfTakings(scene: Scene, takings: Takings): MoneyFigures {
  const { amount, cost, benefit } = takings;
  const gain = takings.return;
  return {
    amount: moneyText(scene, amount),
    length: lengthOf(amount?.amount),
    cost: moneyText(scene, cost),
    benefit: moneyText(scene, benefit),
    return: gain === undefined ? undefined : signedPercent(gain),
    payback: paybackText(takings),
    exact: {
      amount: decimalText(amount),
      cost: decimalText(cost),
      benefit: decimalText(benefit),
      return: gain,
      paybackMonths: takings.paybackMonths,
    },
    says: saysOf(takings),
  };
}

/** To the cent, as every amount for programs. */
function decimalText(figure: Figure | undefined): string | undefined {
  return figure?.amount.round(2).toFixed();
}

function lengthOf(amount: Big | undefined): number {
  return Math.max(0, amount?.toNumber() ?? 0);
}

function paybackText({ return: gain, paybackMonths }: Takings): string | undefined {
  if (paybackMonths !== undefined) return monthsText(paybackMonths);
  return gain !== undefined && gain < 0 ? "not paid back" : undefined;
}

function saysOf({ saysAmount, amount, saysBenefit, saysCost }: Takings): string | undefined {
  if (saysBenefit) return undefined;
  if (amount !== undefined || saysCost) return "No benefit written";
  return saysAmount ? "The amount is not clear" : "No amount written";
}
