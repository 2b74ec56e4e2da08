// Work that counts in a group → what the open part of it takes together.
import { memoIn } from "../../cells/memo.ts";
import { currencyOf, type Figure } from "../../model/derive/currency.ts";
import { added, isSameTotal, type Total } from "../../model/derive/money.ts";
import type { Model } from "../../model/universe.ts";
import { membersOf } from "./members.ts";
import type { GroupKey } from "./stands.ts";

/** What some work takes together. */
export interface WorkTotal extends Total {
  readonly hasWork: boolean;
  readonly hasOpen: boolean;
  /** Some open work says what it takes. */
  readonly says: boolean;
}

const unknown: Total = { amount: undefined, atLeast: false };

/** What the work that counts in a group takes. */
interface Takes {
  readonly hasWork: boolean;
  /** Of each open work, where it says it; parts are in their programme. */
  readonly open: readonly (Total | undefined)[];
  /** Of some work nobody knows whether it counts. */
  readonly isUnclear: boolean;
}

const takesIn: (model: Model, key: GroupKey) => Takes = memoIn(
  (model, key) => {
    const work = membersOf(model, key);
    return {
      hasWork: work.length > 0,
      open: work.flatMap(({ isOpen, isRoot, amount }) => (isOpen && isRoot ? [amount] : [])),
      isUnclear: work.some(({ shown }) => shown.unclear),
    };
  },
  (a, b) =>
    a.hasWork === b.hasWork &&
    a.isUnclear === b.isUnclear &&
    a.open.length === b.open.length &&
    a.open.every((one, at) => {
      const other = b.open[at];
      return one === other || (one !== undefined && other !== undefined && isSameTotal(one, other));
    }),
);

/** What counts in a group itself: of an edit that moves no money nothing is added up again. */
export const totalIn: (model: Model, key: GroupKey) => WorkTotal = memoIn((model, key) => {
  const { hasWork, open, isUnclear } = takesIn(model, key);
  const amounts = [...open.flatMap((amount) => amount ?? []), ...(isUnclear ? [unknown] : [])];
  return { ...added(amounts), hasWork, hasOpen: open.length > 0, says: amounts.length > 0 };
}, isSameWorkTotal);

export function joinedTotals(totals: readonly WorkTotal[]): WorkTotal {
  const telling = totals.filter(({ says }) => says);
  return {
    ...added(telling),
    hasWork: totals.some(({ hasWork }) => hasWork),
    hasOpen: totals.some(({ hasOpen }) => hasOpen),
    says: telling.length > 0,
  };
}

export function isSameWorkTotal(a: WorkTotal, b: WorkTotal): boolean {
  if (a.hasWork !== b.hasWork) return false;
  return a.hasOpen === b.hasOpen && a.says === b.says && isSameTotal(a, b);
}

/** Undefined where there is open work, and none of it says what it takes. */
export function figureOfTotal(model: Model, total: WorkTotal): Figure | undefined {
  const { amount, atLeast, hasOpen, says } = total;
  if (amount === undefined || (hasOpen && !says)) return undefined;
  return { amount, currency: currencyOf(model), ...(atLeast && { atLeast }) };
}
