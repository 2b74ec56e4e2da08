// Cost blocks → what initiatives and technologies cost: in all, until delivery, by head and by year.
import { Big } from "big.js";
import { memoAlong, memoIn } from "../../cells/memo.ts";
import { type DaySpan, type Fiscal, monthsIn, quarterOf, quartersIn } from "../calendar.ts";
import { blockOf, type Entity, type FieldUse, unknownIn, written } from "../entity.ts";
import { countedParts, inCountedParts } from "../programmes.ts";
import type { Model, Universe } from "../universe.ts";
import { convert, currencyOf, exchangeRate, type Figure } from "./currency.ts";
import { type Told, withParts } from "./parts.ts";
import { costSpan, deliverySpan, type Known, monthsOf, timesPerYear } from "./rates.ts";

/**
 * What an initiative or a technology costs, of whatever status: what its own block says, and of a
 * programme the costs of its parts that say one, cancelled ones aside (language.md, "Programmes").
 * Undefined where nobody says what it costs, and where one of the blocks is unknown.
 */
export const costOf: (all: Universe, entity: Entity) => Figure | undefined = memoAlong(
  countedParts,
  (all, entity) => totalOf(all, entity, ownCostOf(all, entity), costOf),
);

/** What an initiative costs until it is delivered: the same, with the rates within its timeline only. */
export const deliveryCostOf: (all: Universe, initiative: Entity) => Figure | undefined = memoAlong(
  countedParts,
  (all, initiative) => totalOf(all, initiative, ownDeliveryCostOf(all, initiative), deliveryCostOf),
);

function totalOf(
  all: Universe,
  entity: Entity,
  own: Figure | undefined,
  figure: Told["figure"],
): Figure | undefined {
  if (own === undefined && written(entity, "cost")) return undefined;
  return withParts(all, entity, own, { figure, says: hasCost });
}

/** Whether an initiative or one of its parts says what it costs, well or faultily. */
export const hasCost = inCountedParts((_all, one) => written(one, "cost"));

/**
 * What the cost block of an initiative or a technology comes to: what is paid once, plus the rates
 * from the start of the timeline to the end of the horizon (without horizon: of the timeline; of a
 * technology: over the horizon), plus the contingency, whose percent is of all the rest
 * (language.md, "cost" and "months"). Without a timeline (a technology: without horizon) rates do
 * not count, and the figure is `atLeast`. Undefined without a cost block, where it is empty, and
 * where anything in it, or the time in which its rates count, is unknown.
 */
export const ownCostOf = ofBlock((all, entity) =>
  figure(all, entity, monthsOf(costSpan(all, entity))),
);

/** What the cost block of an initiative comes to until it is delivered. */
export const ownDeliveryCostOf = ofBlock((all, initiative) =>
  figure(all, initiative, monthsOf(deliverySpan(all, initiative))),
);

/** What follows from a cost block; where there is none, nothing does, and nothing is remembered. */
function ofBlock<Result>(
  make: (all: Universe, entity: Entity) => Result | undefined,
): (all: Universe, entity: Entity) => Result | undefined {
  const known = memoIn(make);
  return (all, entity) => (blockOf(entity, "cost").size === 0 ? undefined : known(all, entity));
}

export interface Contingency extends Figure {
  /** Of all the rest: as written, or for money its share. Undefined where the rest is 0 or a minimum. */
  readonly percent: Big | undefined;
}

/** What a cost block keeps for surprises; 0 where it says nothing of it. Undefined as in `ownCostOf`. */
export function contingencyOf(all: Universe, entity: Entity): Contingency | undefined {
  const block = costBlockOf(all, entity);
  const cost = ownCostOf(all, entity);
  if (block === undefined || cost === undefined) return undefined;
  const months = monthsOf(costSpan(all, entity));
  const rest = restOf(block, typeof months === "number" ? months : 0).div(12);
  const { percent, money } = block.contingency;
  if (money === undefined) return { ...cost, amount: cost.amount.minus(rest), percent };
  const share = cost.atLeast || rest.eq(0) ? undefined : money.times(100).div(rest);
  return { amount: money, currency: cost.currency, percent: share };
}

/** A part of a cost: what a head takes in a fiscal year. */
export interface CostPart {
  /** The head, or `contingency`. */
  readonly head: string;
  /** The fiscal year, such as `2027`; undefined where there are no dates. */
  readonly year: string | undefined;
  readonly amount: Big;
}

/**
 * A cost by head and fiscal year; the parts add up to it. What is paid once counts in the year in
 * which the timeline (of a technology: the horizon) starts, a rate by its months, a contingency in
 * percent with what it is a share of. Heads stand in the order in which they are written, the
 * contingency last, then those of the parts. Undefined as in `costOf`, and where the fiscal year is
 * unknown.
 */
export const costParts: (all: Universe, entity: Entity) => readonly CostPart[] | undefined =
  memoAlong(countedParts, (all, entity) => {
    const model = all.modelOf(entity);
    if (costOf(all, entity) === undefined || model.fiscal === undefined) return undefined;
    const parts = countedParts(all, entity).filter((part) => hasCost(all, part));
    const others = parts.flatMap((part) =>
      (costParts(all, part) ?? []).map((one) => ({
        ...one,
        amount: one.amount.times(exchangeRate(all.modelOf(part), model) ?? 1),
      })),
    );
    return merged([...(ownParts(all, entity) ?? []), ...others]);
  });

const ownParts: (all: Universe, entity: Entity) => readonly CostPart[] | undefined = memoIn(
  (all, entity) => {
    const block = costBlockOf(all, entity);
    const span = costSpan(all, entity);
    const { fiscal } = all.modelOf(entity);
    if (block === undefined || ownCostOf(all, entity) === undefined || fiscal === undefined) {
      return undefined;
    }
    const years = typeof span === "object" ? monthsByYear(span, fiscal) : [];
    const first = typeof span === "object" ? yearOf(span, fiscal) : undefined;
    const parts = block.heads.flatMap(({ name, once, yearly }) => [
      { head: name, year: first, amount: once },
      ...years.map(([year, months]) => ({
        head: name,
        year,
        amount: yearly.times(months).div(12),
      })),
    ]);
    const { percent, money } = block.contingency;
    const reserve =
      money === undefined
        ? parts.map((part) => ({ ...part, amount: part.amount.times(percent).div(100) }))
        : [{ year: first, amount: money }];
    return merged([...parts, ...reserve.map((part) => ({ ...part, head: "contingency" }))]);
  },
);

/**
 * The heads of a cost with rates that cannot be placed in time, so that they do not count and the
 * figure is `atLeast`: its own and those of its parts, with the contingency where it is a share of them.
 */
export const headsOutOfTime: (all: Universe, entity: Entity) => readonly string[] = memoAlong(
  countedParts,
  (all, entity) => {
    const parts = countedParts(all, entity).filter((part) => hasCost(all, part));
    const found = new Set(parts.flatMap((part) => headsOutOfTime(all, part)));
    const block = ownCostOf(all, entity)?.atLeast ? costBlockOf(all, entity) : undefined;
    for (const { name, yearly } of block?.heads ?? []) if (!yearly.eq(0)) found.add(name);
    if (block?.contingency.percent.gt(0)) found.add("contingency");
    return [...found];
  },
);

/**
 * A cost by head, in the order in which they are written.
 * @internal No view shows it yet.
 */
export function costByHead(all: Universe, entity: Entity): readonly CostPart[] | undefined {
  return merged(costParts(all, entity)?.map((part) => ({ ...part, year: undefined })));
}

/**
 * A cost by fiscal year, in the order of time.
 * @internal No view shows it yet.
 */
export function costByYear(all: Universe, entity: Entity): readonly CostPart[] | undefined {
  const parts = costParts(all, entity)?.toSorted((a, b) =>
    (a.year ?? "").localeCompare(b.year ?? ""),
  );
  return merged(parts?.map((part) => ({ ...part, head: "" })));
}

interface Head {
  readonly name: string;
  readonly once: Big;
  /** What its rate comes to in twelve months. */
  readonly yearly: Big;
}

export interface CostBlock {
  readonly heads: readonly Head[];
  /** In percent of the heads, 0 where none is written, or `money`. */
  readonly contingency: { readonly percent: Big; readonly money?: Big };
}

/** A cost block in the currency of its project; undefined where it is missing, empty or unknown. */
export const costBlockOf: (all: Universe, entity: Entity) => CostBlock | undefined = ofBlock(
  (all, entity) => {
    const model = all.modelOf(entity);
    const uses = blockOf(entity, "cost").values();
    if (unknownIn(entity, "cost") || hasStrangers(entity)) return undefined;
    const heads: Head[] = [];
    let contingency: CostBlock["contingency"] = { percent: new Big(0) };
    for (const use of uses) {
      const isUnclear = use.faulty || use.values.length > 1;
      const value = isUnclear ? undefined : use.values[0];
      if (value?.is === "percent") {
        contingency = { percent: value.value };
        continue;
      }
      const paid = value && readPaid(model, value);
      if (paid === undefined) return undefined;
      if (use.entry.name !== "contingency") heads.push({ name: use.entry.name, ...paid });
      else contingency = { percent: new Big(0), money: paid.once };
    }
    return { heads, contingency };
  },
);

/** Whether a cost block is understood and names only heads that cost nothing. */
export function costsNothing(all: Universe, entity: Entity): boolean {
  const heads = costBlockOf(all, entity)?.heads ?? [];
  return heads.length > 0 && heads.every(({ once, yearly }) => once.eq(0) && yearly.eq(0));
}

/** Whether something stands in the cost block that is no head, so that an amount is missing. */
function hasStrangers(entity: Entity): boolean {
  const use = entity.fields.get("cost");
  const entries = use?.node.block?.entries ?? [];
  return entries.some((entry) => entry.type !== "field" || !use?.block?.has(entry.name.text));
}

function readPaid(model: Model, value: FieldUse["values"][number]): Omit<Head, "name"> | undefined {
  if (value.is !== "money" && value.is !== "rate") return undefined;
  const amount = convert(model, value);
  if (amount === undefined) return undefined;
  return value.is === "money"
    ? { once: amount, yearly: new Big(0) }
    : { once: new Big(0), yearly: amount.times(timesPerYear[value.per]) };
}

/** All heads over some months, times twelve, so that nothing is rounded yet. */
function restOf(block: CostBlock, months: number): Big {
  return block.heads.reduce(
    (sum, { once, yearly }) => sum.plus(once.times(12)).plus(yearly.times(months)),
    new Big(0),
  );
}

function figure(all: Universe, entity: Entity, months: Known<number>): Figure | undefined {
  const block = costBlockOf(all, entity);
  if (block === undefined) return undefined;
  const hasRates = block.heads.some(({ yearly }) => !yearly.eq(0));
  if (months === undefined && hasRates) return undefined;
  const { percent, money = new Big(0) } = block.contingency;
  const rest = restOf(block, typeof months === "number" ? months : 0);
  const amount = rest.times(percent.plus(100)).div(1200).plus(money);
  const currency = currencyOf(all.modelOf(entity));
  return { amount, currency, ...(months === "none" && hasRates ? { atLeast: true } : {}) };
}

/** The fiscal year in which a span starts. */
function yearOf(span: DaySpan, fiscal: Fiscal): string {
  return quarterOf(span.start, fiscal).name.slice(0, 4);
}

/** How many calendar months of a span lie in each fiscal year; a started month counts whole. */
function monthsByYear(span: DaySpan, fiscal: Fiscal): readonly (readonly [string, number])[] {
  const months = new Map<string, number>();
  for (const quarter of quartersIn(span, fiscal)) {
    const within = {
      start: Math.max(span.start, quarter.start),
      end: Math.min(span.end, quarter.end),
    };
    const year = yearOf(quarter, fiscal);
    months.set(year, (months.get(year) ?? 0) + monthsIn(within));
  }
  return [...months];
}

/** Parts of the same head and year as one, without those of 0. */
function merged(parts: readonly CostPart[] | undefined): readonly CostPart[] | undefined {
  const sums = new Map<string, CostPart>();
  for (const part of parts ?? []) {
    const key = `${part.head} ${part.year}`;
    const known = sums.get(key);
    sums.set(key, { ...part, amount: part.amount.plus(known?.amount ?? 0) });
  }
  return parts && [...sums.values()].filter(({ amount }) => !amount.eq(0));
}
