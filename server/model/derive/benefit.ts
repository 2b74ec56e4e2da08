// Written benefits → what work brings, the return on its cost, and when it is paid back.
import { Big } from "big.js";
import { memoAlong, memoIn } from "../../cells/memo.ts";
import { type Day, monthsIn, parts } from "../calendar.ts";
import { type Entity, unknownIn, valuesOf, written } from "../entity.ts";
import { countedParts, inCountedParts, isCountDoubtful } from "../programmes.ts";
import type { Model, Universe } from "../universe.ts";
import { costBlockOf, costOf, hasCost } from "./cost.ts";
import { convert, currencyOf, exchangeRate, type Figure } from "./currency.ts";
import { withParts } from "./parts.ts";
import { benefitSpan, benefitStart, costSpan, timesPerYear } from "./rates.ts";

/**
 * What an initiative or a technology brings, of whatever status: an amount once, or a rate from the
 * end of the timeline to the end of the horizon (a technology's: over the horizon; language.md,
 * "benefit"); of a programme that says nothing, what its parts bring. It starts on the day after the
 * timeline's last, and a started month counts whole.
 * Undefined without a benefit, and for a rate without timeline or horizon: a minimum of 0 would say
 * that the work does not pay.
 */
export const benefitOf: (all: Universe, entity: Entity) => Figure | undefined = memoAlong(
  countedParts,
  (all, entity) => {
    const model = all.modelOf(entity);
    if (!written(entity, "benefit"))
      return withParts(all, entity, undefined, { figure: benefitOf, says: hasBenefit });
    const benefit = writtenBenefit(model, entity);
    const span = benefitSpan(all, entity);
    if (benefit === undefined) return undefined;
    if (benefit.yearly.eq(0)) return { amount: benefit.once, currency: currencyOf(model) };
    if (typeof span !== "object") return undefined;
    const amount = benefit.yearly.times(monthsIn(span)).div(12);
    return { amount, currency: currencyOf(model) };
  },
);

/** Whether an entity or one of its parts says what it brings, well or faultily. */
export const hasBenefit = inCountedParts((_all, one) => written(one, "benefit"));

/**
 * (benefit − cost) ÷ cost, as a fraction: 0.4 is +40%. Undefined where either is unknown or the
 * cost is only a minimum, and for a cost of 0, on which nothing can be returned.
 */
export function returnOf(all: Universe, entity: Entity): number | undefined {
  return returnOn(benefitOf(all, entity), costOf(all, entity));
}

/** What a benefit returns on a cost. */
export function returnOn(
  benefit: Figure | undefined,
  cost: Figure | undefined,
): number | undefined {
  if (benefit === undefined || cost === undefined || cost.amount.eq(0)) return undefined;
  if (benefit.atLeast || cost.atLeast) return undefined;
  return benefit.amount.minus(cost.amount).div(cost.amount).toNumber();
}

/** What goes out and comes in during a calendar month, both times 1200 so that nothing is rounded. */
interface Flow {
  readonly cost: Big;
  readonly benefit: Big;
}

/**
 * The payback period without discounting: the number of calendar months, from the one in which the
 * (first) timeline starts and with it, until all that has come in covers all that has gone out by
 * then, and goes on to do so. What is paid once is paid in the first month, rates month by month,
 * the contingency with what it is a share of; a benefit comes in as in `benefitOf`, one that comes
 * once on the day after the end. Undefined where that does not happen within the horizon, which is
 * where the return is below 0, where anything it needs is unknown, and where there is nothing to
 * pay back.
 */
export function paybackMonthsOf(all: Universe, ...entities: readonly Entity[]): number | undefined {
  const [first] = entities;
  if (first === undefined) return undefined;
  const model = all.modelOf(first);
  const flows = new Map<number, Flow>();
  for (const entity of entities) {
    const own = flowsOf(all, entity);
    const rate = exchangeRate(all.modelOf(entity), model);
    if (own === undefined || rate === undefined) return undefined;
    for (const [month, { cost, benefit }] of own)
      add(flows, month, { cost: cost.times(rate), benefit: benefit.times(rate) });
  }
  return monthsUntilCovered(flows);
}

/** How the flows of several swing together, month by month. */
export type Swings = ReadonlyMap<number, Flow>;

/** Some swings together. */
export function addedSwings(parts: Iterable<Swings>): Swings {
  const sum = new Map<number, Flow>();
  for (const part of parts) for (const [month, flow] of part) add(sum, month, flow);
  return sum;
}

/** The same of some work of one project of which it is known how its flows swing. */
export function paybackMonthsAlong(swings: Swings): number | undefined {
  const flows = new Map<number, Flow>();
  const months = [...swings.keys()].sort((a, b) => a - b);
  let now: Flow = { cost: new Big(0), benefit: new Big(0) };
  for (const [at, month] of months.entries()) {
    const { cost, benefit } = swings.get(month) ?? now;
    now = { cost: now.cost.plus(cost), benefit: now.benefit.plus(benefit) };
    const next = months[at + 1] ?? month + 1;
    for (let each = month; each < next; each += 1) flows.set(each, now);
  }
  return monthsUntilCovered(flows);
}

function monthsUntilCovered(flows: ReadonlyMap<number, Flow>): number | undefined {
  let cost = new Big(0);
  let benefit = new Big(0);
  const months = [...flows].sort(([a], [b]) => a - b);
  const start = months[0]?.[0] ?? 0;
  let covered: number | undefined;
  for (const [month, flow] of months) {
    cost = cost.plus(flow.cost);
    benefit = benefit.plus(flow.benefit);
    covered = cost.gt(0) && benefit.gte(cost) ? (covered ?? month - start + 1) : undefined;
  }
  return covered;
}

/**
 * By how much what goes out and comes in is more in a month than in the one before: few entries, since
 * rates stay as they are from month to month. Undefined where something is unknown.
 */
export const swingsOf: (all: Universe, entity: Entity) => Swings | undefined = memoIn(
  (all, entity) => {
    const flows = flowsOf(all, entity);
    if (flows === undefined) return undefined;
    const swings = new Map<number, Flow>();
    const months = new Set([...flows.keys()].flatMap((month) => [month, month + 1]));
    const none = { cost: new Big(0), benefit: new Big(0) };
    // Months count from the first, in which nothing may flow.
    const [first] = [...flows.keys()].sort((a, b) => a - b);
    for (const month of months) {
      const before = flows.get(month - 1) ?? none;
      const now = flows.get(month) ?? none;
      const isSame = before.cost.eq(now.cost) && before.benefit.eq(now.benefit);
      if (isSame && month !== first) continue;
      const [cost, benefit] = [now.cost.minus(before.cost), now.benefit.minus(before.benefit)];
      swings.set(month, { cost, benefit });
    }
    return swings;
  },
);

/** So many months are looked at: a horizon that is longer is a slip of the pen. */
const farthest = 1200;

/** What goes out and comes in for an entity and its parts; undefined where something is unknown. */
const flowsOf: (all: Universe, entity: Entity) => ReadonlyMap<number, Flow> | undefined = memoIn(
  (all, entity) => {
    const costs = costFlows(all, entity);
    const benefits = benefitFlows(all, entity);
    if (costs === undefined || costs.size === 0 || benefits === undefined) return undefined;
    const flows = new Map(costs);
    for (const [month, flow] of benefits) add(flows, month, flow);
    return flows;
  },
);

type Flows = ReadonlyMap<number, Flow>;

const costFlows: (all: Universe, entity: Entity) => Flows | undefined = memoAlong(
  countedParts,
  (all, entity) => {
    const flows = new Map<number, Flow>();
    const parts = countedParts(all, entity).filter((part) => hasCost(all, part));
    if (!addParts(all, entity, parts, costFlows, flows)) return undefined;
    if (!written(entity, "cost")) return flows;
    const block = costBlockOf(all, entity);
    const spent = costSpan(all, entity);
    if (block === undefined || typeof spent !== "object") return undefined;
    const { percent, money = new Big(0) } = block.contingency;
    const nothing = new Big(0);
    const factor = percent.plus(100);
    const once = block.heads.reduce((sum, head) => sum.plus(head.once), nothing);
    const yearly = block.heads.reduce((sum, head) => sum.plus(head.yearly), nothing);
    const start = monthOf(spent.start);
    add(flows, start, {
      cost: once.times(factor).times(12).plus(money.times(1200)),
      benefit: nothing,
    });
    for (let month = start; month <= Math.min(monthOf(spent.end), start + farthest); month += 1)
      add(flows, month, { cost: yearly.times(factor), benefit: nothing });
    return flows;
  },
);

const benefitFlows: (all: Universe, entity: Entity) => Flows | undefined = memoAlong(
  countedParts,
  (all, entity) => {
    const flows = new Map<number, Flow>();
    if (!written(entity, "benefit")) {
      const parts = countedParts(all, entity).filter((part) => hasBenefit(all, part));
      return addParts(all, entity, parts, benefitFlows, flows) ? flows : undefined;
    }
    const benefit = writtenBenefit(all.modelOf(entity), entity);
    const start = benefitStart(all, entity);
    const span = benefitSpan(all, entity);
    if (benefit === undefined || typeof start !== "number") return undefined;
    const nothing = new Big(0);
    const first = monthOf(start);
    add(flows, first, { cost: nothing, benefit: benefit.once.times(1200) });
    if (benefit.yearly.eq(0)) return flows;
    if (typeof span !== "object") return undefined;
    const last = span.end < span.start ? -1 : monthOf(span.end);
    for (let month = first; month <= Math.min(last, first + farthest); month += 1)
      add(flows, month, { cost: nothing, benefit: benefit.yearly.times(100) });
    return flows;
  },
);

/** Adds the flows of parts in the currency of their programme; false where one of them is unknown. */
function addParts(
  all: Universe,
  programme: Entity,
  parts: readonly Entity[],
  flowsIn: (all: Universe, part: Entity) => Flows | undefined,
  flows: Map<number, Flow>,
): boolean {
  if (isCountDoubtful(all, programme)) return false;
  for (const part of parts) {
    const own = flowsIn(all, part);
    const rate = exchangeRate(all.modelOf(part), all.modelOf(programme));
    if (own === undefined || rate === undefined) return false;
    for (const [month, { cost, benefit }] of own)
      add(flows, month, { cost: cost.times(rate), benefit: benefit.times(rate) });
  }
  return true;
}

function add(flows: Map<number, Flow>, month: number, { cost, benefit }: Flow): void {
  const known = flows.get(month);
  flows.set(month, {
    cost: cost.plus(known?.cost ?? 0),
    benefit: benefit.plus(known?.benefit ?? 0),
  });
}

/** Months since the year 0, so that they subtract. */
function monthOf(day: Day): number {
  const { year, month } = parts(day);
  return year * 12 + month - 1;
}

function writtenBenefit(model: Model, entity: Entity): { once: Big; yearly: Big } | undefined {
  const [value] = unknownIn(entity, "benefit") ? [] : valuesOf(entity, "benefit");
  if (value?.is !== "money" && value?.is !== "rate") return undefined;
  const amount = convert(model, value);
  if (amount === undefined) return undefined;
  return value.is === "money"
    ? { once: amount, yearly: new Big(0) }
    : { once: new Big(0), yearly: amount.times(timesPerYear[value.per]) };
}
