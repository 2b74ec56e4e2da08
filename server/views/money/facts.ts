// What adds up to an amount → the lines of its card: the largest, and how many more there are.
import { Big } from "big.js";
import type { Figure } from "../../model/derive/currency.ts";
import type { Scene } from "../scene.ts";
import type { MoneyFact } from "./shape.ts";
import type { Worth } from "./worth.ts";

/** Something that adds to a sum. */
export interface Addend {
  readonly title: string;
  /** Undefined where it is not known. */
  readonly figure: Pick<Figure, "amount" | "atLeast"> | undefined;
}

const most = 6;

/** The largest first, what is not known last; the lines add up to the sum. */
export function factsOf(scene: Scene, addends: readonly Addend[]): readonly MoneyFact[] {
  const sorted = addends
    .filter(({ figure }) => figure === undefined || !figure.amount.eq(0) || figure.atLeast)
    // As numbers, since there may be thousands; what is printed is exact.
    .map((addend) => ({ addend, size: addend.figure?.amount.toNumber() ?? -1 }))
    .sort((a, b) => b.size - a.size)
    .map(({ addend }) => addend);
  const shown = sorted.length <= most + 1 ? sorted : sorted.slice(0, most);
  const more = sorted.slice(shown.length);
  const facts = shown.map(({ title, figure }): MoneyFact => [title, sumText(scene, figure)]);
  if (more.length === 0) return facts;
  return [...facts, [`and ${more.length} more`, sumText(scene, sumOfAddends(more))]];
}

/** What work adds that says what it takes. */
export function amountsOf(work: readonly Worth[]): readonly Addend[] {
  return work.flatMap(({ title, amount }) =>
    amount === undefined ? [] : [{ title, figure: amount.of }],
  );
}

/** What some addends come to; undefined where nothing of it is known, at least where one is not. */
export function sumOfAddends(
  addends: readonly Addend[],
): Pick<Figure, "amount" | "atLeast"> | undefined {
  const known = addends.flatMap(({ figure }) => figure ?? []);
  if (known.length === 0) return undefined;
  const isMinimum = known.length < addends.length || known.some(({ atLeast }) => atLeast);
  return {
    amount: known.reduce((sum, { amount }) => sum.plus(amount), new Big(0)),
    ...(isMinimum && { atLeast: true as const }),
  };
}

/** Without what a division leaves behind the millionths, so that parts and their whole are rounded alike. */
export function exact(amount: Big): Big {
  return amount.round(6);
}

/** How a sum is printed: rounded once. */
export function sumText(scene: Scene, figure: Addend["figure"]): string {
  if (figure === undefined) return "–";
  const amount = exact(figure.amount);
  return scene.amountOf({ ...figure, amount, currency: undefined }) ?? "–";
}
