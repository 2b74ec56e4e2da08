// Amounts as written, in any currency → amounts in the currency of a project.
import { Big } from "big.js";
import type { Chunk } from "../../../grammar/tree.ts";
import { anywhere, collected, folded } from "../../cells/folded.ts";
import { settled } from "../../cells/shares.ts";
import {
  type Entity,
  type FieldUse,
  type Money,
  type Typed,
  unknownIn,
  valueIn,
  written,
} from "../entity.ts";
import { outline } from "../outline.ts";
import type { Model } from "../universe.ts";

/** An amount in the currency of the project that it belongs to. */
export interface Figure {
  readonly amount: Big;
  /** ISO 4217; undefined where the project names none. */
  readonly currency: string | undefined;
  /** Something in it cannot be placed in time and does not count: it says "at least". */
  readonly atLeast?: true;
}

/** An amount as it stands in the text. */
export interface WrittenMoney {
  readonly entity: Entity;
  readonly value: Typed & Money;
}

/**
 * Whether the project seems to have a strategy that cannot be read as one, so that its currency,
 * horizon and appetite are unknown and not just absent.
 */
export function isStrategyDoubtful(model: Model): boolean {
  return model.strategy === undefined && seemsStrategic(model);
}

const seemsStrategic = anywhere<Model>((_model, chunk) =>
  outline(chunk).entities.some(({ kind }) => kind === "strategy"),
);

/**
 * The currency of all amounts without a code: the strategy's. Where none is declared and no amount
 * goes without a code, it is the one code that has no rate, if there is just one: amounts that are
 * all in EUR add up. Undefined where there is none, or where it is written but faulty. Every amount
 * asks for it: none looks again where a declaration comes or goes and the currency stays.
 */
export const currencyOf: (model: Model) => string | undefined = settled((model) => {
  const { strategy } = model;
  if (isCurrencyUnknown(model)) return undefined;
  if (strategy !== undefined && written(strategy, "currency"))
    return valueIn(strategy, "currency", "currency")?.code;
  const codes = new Set<string | undefined>();
  for (const code of codesIn(model)) {
    if (code === undefined) return undefined;
    if (!model.project.config.rates.has(code)) codes.add(code);
  }
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
});

/** The codes behind the amounts of a project; undefined stands for none. */
function codesIn(model: Model): ReadonlySet<string | undefined> {
  return codes(model) ?? new Set();
}

const codes = folded<Model, ReadonlySet<string | undefined>>(
  (_model, chunk) => {
    const amounts = moneyInChunk(chunk);
    return amounts.length === 0 ? undefined : new Set(amounts.map(({ value }) => value.currency));
  },
  (parts) => new Set(parts.flatMap((part) => [...part])),
  (a, b) => a.size === b.size && [...a].every((code) => b.has(code)),
);

function isCurrencyUnknown(model: Model): boolean {
  return model.strategy === undefined
    ? isStrategyDoubtful(model)
    : unknownIn(model.strategy, "currency");
}

/**
 * An amount in the currency of a project, at the rate of its configuration, which says how much one
 * unit is worth in the strategy's currency. Undefined where there is no rate.
 */
export function convert(model: Model, { amount, currency }: Money): Big | undefined {
  if (currency === undefined || currency === currencyOf(model)) return amount;
  const rate = model.project.config.rates.get(currency);
  return rate && amount.times(rate);
}

/**
 * What one unit of the currency of one project is worth in that of another, which reads it: 1 in
 * the same currency, else the rate that the reader's configuration has.
 */
export function exchangeRate(from: Model, to: Model): Big | undefined {
  const currency = currencyOf(from);
  if (from === to || currency === currencyOf(to)) return new Big(1);
  return currency === undefined ? undefined : to.project.config.rates.get(currency);
}

/**
 * The amounts of a project that cannot be added to the others since its configuration has no rate
 * for them, in project order. None where the strategy's currency is faulty: then nothing is known.
 */
export function unconvertible(model: Model): readonly WrittenMoney[] {
  return isCurrencyUnknown(model) ? [] : strange(model);
}

const strange = collected<Model, WrittenMoney>((model, chunk) =>
  moneyInChunk(chunk).filter(({ value }) => convert(model, value) === undefined),
);

/** All amounts that a chunk writes, in its order; those of a cost block too. */
function moneyInChunk(chunk: Chunk): readonly WrittenMoney[] {
  const found: WrittenMoney[] = [];
  for (const entity of outline(chunk).entities)
    if (entity.sure) for (const one of moneyOf(entity)) found.push(one);
  return found;
}

function moneyOf(entity: Entity): readonly WrittenMoney[] {
  const found: WrittenMoney[] = [];
  const add = ({ values }: FieldUse) => {
    for (const value of values)
      if (value.is === "money" || value.is === "rate") found.push({ entity, value });
  };
  for (const use of entity.fields.values()) {
    add(use);
    for (const inner of use.block?.values() ?? []) add(inner);
  }
  return found.sort((a, b) => a.value.span.start - b.value.span.start);
}
