// The fields of an entity as written → plain JSON: ISO dates, fractions, amounts as text.
import type { Big } from "big.js";
import { kindOf } from "../../grammar/vocabulary.ts";
import { type Day, iso } from "../model/calendar.ts";
import { currencyOf, type Figure } from "../model/derive/currency.ts";
import { datesOf, spanIn, timelineSpan } from "../model/derive/schedule.ts";
import { type Entity, type FieldUse, type Ref, type Typed, unknownIn } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";

export type Plain = string | number | boolean | null | readonly Plain[] | PlainRecord;
export interface PlainRecord {
  readonly [name: string]: Plain;
}

/**
 * The fields that an entity writes, by name, and those that its nesting implies. Lists and repeated
 * fields are arrays, blocks are objects, names are as written. What is not understood is null.
 * Dates are ISO: a coarse one is its last day, as a start its first; percentages are fractions.
 */
export function fieldsOf(model: Model, entity: Entity): PlainRecord {
  const fields: Record<string, Plain> = {};
  const { parent } = entity;
  for (const row of entity.kind === undefined ? [] : (kindOf(entity.kind)?.fields ?? [])) {
    if (parent?.kind === undefined || !row.implied?.includes(parent.kind)) continue;
    fields[row.name] = row.list ? [parent.name] : parent.name;
  }
  for (const use of entity.fields.values()) {
    const { name } = use.entry;
    const implied = fields[name];
    const value = plainField(model, entity, use);
    fields[name] =
      isList(implied) && isList(value)
        ? [...implied, ...value.filter((one) => !implied.includes(one))]
        : value;
  }
  return fields;
}

function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

function plainField(model: Model, entity: Entity, { entry, values, block }: FieldUse): Plain {
  if (entry.block !== undefined) {
    if (block === undefined) return null;
    return Object.fromEntries(
      block.values().map((use) => [use.entry.name, plainField(model, entity, use)]),
    );
  }
  const plain = values.map((value) => plainValue(model, entity, value, entry.name));
  return entry.list || entry.repeated ? plain : (plain[0] ?? null);
}

function plainValue(model: Model, entity: Entity, value: Typed, field: string): Plain {
  switch (value.is) {
    case "text":
    case "unit":
    case "word":
      return value.text;
    case "choice":
      return value.name;
    case "currency":
      return value.code;
    case "reference":
      return plainRef(value.ref);
    case "money":
      return { amount: amountText(value.amount), currency: codeOf(model, value) };
    case "rate":
      return {
        amount: amountText(value.amount),
        currency: codeOf(model, value),
        per: value.per,
      };
    case "percent":
      return value.value.div(100).toNumber();
    case "quantity":
      return { value: value.value.toNumber(), unit: value.unit ?? null };
    case "number":
      return value.value.toNumber();
    case "date":
      return plainDay(spanIn(value.date, model.fiscal)?.end);
    case "dated":
      return {
        value: value.value.toNumber(),
        date: plainDay(value.date && spanIn(value.date, model.fiscal)?.end),
      };
    case "period":
      return unknownIn(entity, field) ? null : plainPeriod(model, entity, value);
    case "unknown":
      return null;
  }
}

function plainRef({ name, field, allocation }: Ref): Plain {
  const takesFte = field.types.some((type) => type.is === "reference" && type.allocation);
  return takesFte ? { name, fte: allocation?.toNumber() ?? null } : name;
}

function plainPeriod(
  model: Model,
  entity: Entity,
  period: Extract<Typed, { is: "period" }>,
): Plain {
  const { after, length, open } = period;
  // The dates of an entity are those of its own timeline, not of the one that was approved first.
  const isOwn = entity.fields.values().some(({ values }) => values.includes(period));
  const dates = isOwn ? datesOf(model.universe, entity) : timelineSpan(period, model.fiscal);
  return {
    start: plainDay(dates?.start),
    end: plainDay(dates?.end),
    ...(after === undefined ? {} : { after: after.map((ref) => ref.name) }),
    ...(length === undefined ? {} : { length: { count: length.count, unit: length.unit } }),
    ...(open === undefined ? {} : { openEnd: true }),
  };
}

function codeOf(model: Model, { currency }: { readonly currency?: string }): string | null {
  return currency ?? currencyOf(model) ?? null;
}

/** A day as ISO, or null. */
export function plainDay(day: Day | undefined): string | null {
  return day === undefined ? null : iso(day);
}

/** An amount with its currency, or null; `atLeast` where it is a lower bound. */
export function plainFigure(figure: Figure | undefined): Plain {
  if (figure === undefined) return null;
  const { amount, currency, atLeast } = figure;
  const money = { amount: amountText(amount), currency: currency ?? null };
  return atLeast ? { ...money, atLeast } : money;
}

/** Exact, but for what a division leaves behind the cents: `1469000`, `58333.33`. */
function amountText(amount: Big): string {
  return amount.round(2).toFixed();
}
