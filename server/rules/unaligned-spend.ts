// The share of the money that goes to work without an objective.

import type { Big } from "big.js";
import type { Chunk } from "../../grammar/tree.ts";
import { isSameList } from "../cells/contributions.ts";
import { folded } from "../cells/folded.ts";
import { isAligned } from "../model/derive/alignment.ts";
import {
  added,
  isCountedOpen,
  isSameTotal,
  sumOf,
  type Total,
  totalAmount,
} from "../model/derive/money.ts";
import type { Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, relatedTo, subject } from "./rule.ts";

export const unalignedSpend: Rule = {
  id: "unaligned-spend",
  group: "Alignment",
  severity: "info",
  says: "over `max` (10) percent of the amount of open initiatives is on unaligned ones (said once, on the strategy; the initiatives as related places)",
  options: { max: { default: 10, doc: "The percentage up to which it is silent." } },
  *judgeProject(model, { max = 10 }) {
    const unaligned = unalignedWork(model);
    const [first] = unaligned;
    const total = totalAmount(model)?.amount;
    const spent = paid(model)?.total.amount;
    if (first === undefined || total === undefined || spent === undefined || total.eq(0)) return;
    const percent = spent.times(100).div(total);
    if (percent.lte(max)) return;
    yield {
      at: atName(model.strategy ?? first),
      message: `${above(percent, max)}% of the money for open initiatives goes to work that supports no objective; up to ${max}% is fine. Align this work, or stop it.`,
      ...relatedTo(
        () => unalignedWork(model),
        (one) => ({ at: atName(one), message: `${subject(one)} supports no objective.` }),
      ),
    };
  },
};

/** A share that is over the limit, with the decimals that it takes to see that. */
function above(percent: Big, max: number): string {
  let places = 1;
  while (places < 20 && percent.round(places).lte(max)) places++;
  return percent.round(places).toFixed();
}

/** What is known of the open work that takes money and is not known to be aligned. */
interface Paid {
  /** That which is known not to be. */
  readonly unaligned: readonly Entity[];
  readonly total: Total;
  /** The alignment of some is not understood. */
  readonly isUnclear: boolean;
}

const paid = folded<Model, Paid>(
  (model, chunk) => {
    const work = paidIn(model, chunk);
    if (work.length === 0) return undefined;
    const sums = work.map((one) => sumOf(model, [one]));
    const unaligned = work.filter((one) => isAligned(model.universe, one) === false);
    return {
      unaligned,
      total: added(sums.map((one) => ({ amount: one?.amount, atLeast: one?.atLeast === true }))),
      isUnclear: unaligned.length < work.length,
    };
  },
  (parts) => ({
    unaligned: parts.flatMap((one) => one.unaligned),
    total: added(parts.map((one) => one.total)),
    isUnclear: parts.some((one) => one.isUnclear),
  }),
  (a, b) =>
    a.isUnclear === b.isUnclear &&
    isSameTotal(a.total, b.total) &&
    isSameList(a.unaligned, b.unaligned),
);

/** The unaligned initiatives that take money; none where the alignment of one is not understood. */
function unalignedWork(model: Model): readonly Entity[] {
  const all = paid(model);
  return all === undefined || all.isUnclear ? [] : all.unaligned;
}

/** The open work of a chunk that takes money and is not known to be aligned. */
function paidIn(model: Model, chunk: Chunk): readonly Entity[] {
  return outline(chunk).entities.filter(
    (one) =>
      one.sure &&
      one.kind === "initiative" &&
      isCountedOpen(model, one) &&
      isAligned(model.universe, one) !== true &&
      (sumOf(model, [one])?.amount.gt(0) ?? true),
  );
}
