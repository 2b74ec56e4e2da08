// One value of the tree + the row of its field → what it means, or why it cannot mean that.
import type { Big } from "big.js";
import type { Measure, Value } from "../../grammar/tree.ts";
import { isCurrency, readDate, readNumber } from "../../grammar/values.ts";
import type { FieldEntry, ValueType } from "../../grammar/vocabulary.ts";
import { asks } from "./asks.ts";
import type { Entity, Meaning } from "./entity.ts";
import { refOf } from "./ref.ts";
import { dateOf, readPeriod } from "./typed-period.ts";
import { meant } from "./words.ts";

/** Why a value does not fit its field, with the text to write instead where that is sure. */
export interface Misfit {
  readonly code: "wrong-type" | "unknown-value" | "syntax";
  readonly message: string;
  readonly instead?: string;
}

const unknown: Meaning = { is: "unknown" };

/** Reads a value as its field asks. Faults that the parser has told already give `unknown` silently. */
export function typed(value: Value, entry: FieldEntry, from: Entity): Meaning | Misfit {
  if (value.faulty || value.head === undefined) return unknown;
  if (value.head.type === "date" && readDate(value.head.text) === undefined) return unknown;
  let misfit: Misfit | undefined;
  for (const type of entry.types) {
    const meaning = read(value, type, entry, from);
    if (meaning === undefined) continue;
    if ("is" in meaning) return meaning;
    misfit ??= meaning;
  }
  return misfit ?? mismatch(value, entry);
}

function mismatch(value: Value, entry: FieldEntry): Misfit {
  const instead = rewrite(value, entry);
  return {
    code: "wrong-type",
    message: `'${entry.name}' takes ${asks(entry)}.`,
    ...(instead === undefined ? {} : { instead }),
  };
}

/** The same value in the form that the field takes, where only the form is wrong. */
function rewrite(value: Value, entry: FieldEntry): string | undefined {
  const head = value.head;
  if (head === undefined || isContinued(value)) return undefined;
  const takes = (is: ValueType["is"]) => entry.types.find((type) => type.is === is);
  if (head.type === "reference" && head.measure === undefined && takes("text")) {
    return `"${head.path.map((word) => word.text).join(".")}"`;
  }
  if (head.type === "text" && (takes("reference") || takes("choice") || takes("word"))) {
    return /^[\p{XIDS}_][\p{XIDC}-]*$/u.test(head.value) ? head.value : undefined;
  }
  if (head.type === "measure" && head.unit === undefined) {
    if (takes("percent")) return `${head.number.text}%`;
    const quantity = takes("quantity");
    if (quantity?.is === "quantity" && quantity.unit) return `${head.number.text} ${quantity.unit}`;
  }
  return undefined;
}

function isContinued(value: Value): boolean {
  return Boolean(value.until ?? value.length ?? value.at ?? value.per);
}

/** Undefined where the value has another shape than the type. */
function read(
  value: Value,
  type: ValueType,
  entry: FieldEntry,
  from: Entity,
): Meaning | Misfit | undefined {
  switch (type.is) {
    case "dated":
      return readDated(value);
    case "period":
      return readPeriod(value, type, entry, from);
    case "rate":
      return readRate(value, entry);
  }
  if (isContinued(value)) return undefined;
  const head = value.head;
  if (head === undefined) return undefined;
  switch (type.is) {
    case "text":
      return head.type === "text" ? { is: "text", text: head.value } : undefined;
    case "unit":
      if (head.type === "text") return { is: "unit", text: head.value };
      if (head.type === "percent") return { is: "unit", text: "%" };
      return word(value, "unit");
    case "word":
      return word(value, "word");
    case "choice":
      return readChoice(value, type, entry);
    case "currency":
      return readCurrency(value);
    case "reference":
      return readReference(head, type, entry, from);
    case "date": {
      const date = dateOf(head);
      return date && { is: "date", date };
    }
    default:
      return head.type === "measure" ? readMeasure(head, type, entry) : undefined;
  }
}

function word(value: Value, is: "unit" | "word"): Meaning | undefined {
  const text = single(value);
  return text === undefined ? undefined : { is, text };
}

/** The text of a value that is one bare word. */
function single(value: Value): string | undefined {
  const head = value.head;
  if (head?.type !== "reference" || head.measure !== undefined || head.path.length !== 1)
    return undefined;
  return head.path[0]?.text;
}

function readChoice(
  value: Value,
  type: ValueType & { is: "choice" },
  entry: FieldEntry,
): Meaning | Misfit | undefined {
  const name = single(value);
  if (name === undefined) return undefined;
  if (type.of.some((choice) => choice.name === name)) return { is: "choice", name };
  const guess = meant(name.replaceAll(" ", "-"), type.of);
  const say =
    guess === undefined
      ? `Write ${asks(entry)}.`
      : `Did you mean '${guess}'? It takes ${asks(entry)}.`;
  return {
    code: "unknown-value",
    message: `'${name}' is no value of '${entry.name}'. ${say}`,
    ...(guess === undefined ? {} : { instead: guess }),
  };
}

function readCurrency(value: Value): Meaning | Misfit | undefined {
  const code = single(value);
  if (code === undefined) return undefined;
  if (isCurrency(code)) return { is: "currency", code };
  const upper = code.toUpperCase();
  return {
    code: "unknown-value",
    message: `'${code}' is no currency code. Write the three letters of ISO 4217, such as EUR or USD.`,
    ...(isCurrency(upper) ? { instead: upper } : {}),
  };
}

function readReference(
  head: NonNullable<Value["head"]>,
  type: ValueType & { is: "reference" },
  entry: FieldEntry,
  from: Entity,
): Meaning | Misfit | undefined {
  if (head.type !== "reference") return undefined;
  const ref = refOf(head, entry, from);
  if (head.measure === undefined) return { is: "reference", ref };
  const amount = readNumber(head.measure.number.text);
  if (
    type.allocation &&
    amount !== undefined &&
    head.measure.unit?.text.toUpperCase() === "FTE" &&
    amount.gte(0)
  ) {
    return { is: "reference", ref: { ...ref, allocation: amount } };
  }
  return {
    code: "wrong-type",
    message: type.allocation
      ? `Write how much of the team is needed as '${ref.name} ${head.measure.number.text} FTE'.`
      : `'${entry.name}' takes ${asks(entry)}, with nothing behind it.`,
    instead: type.allocation ? `${ref.name} ${head.measure.number.text} FTE` : ref.name,
  };
}

function readMeasure(
  head: Measure,
  type: ValueType,
  entry: FieldEntry,
): Meaning | Misfit | undefined {
  const value = readNumber(head.number.text);
  if (value === undefined) return unknown;
  const unit = head.unit?.text;
  switch (type.is) {
    case "money":
      return readMoney(value, unit, entry);
    case "percent":
      if (unit !== "%") return undefined;
      if (value.lt(0) || (type.max !== undefined && value.gt(type.max))) return outOfRange(entry);
      return { is: "percent", value };
    case "quantity":
      if (type.unit !== undefined && unit?.toUpperCase() !== type.unit) return undefined;
      if (value.lt(0)) return outOfRange(entry);
      return { is: "quantity", value, ...(unit === undefined ? {} : { unit }) };
    case "number":
      if (unit !== undefined) return undefined;
      if (value.lt(type.min) || value.gt(type.max) || (type.whole && !value.mod(1).eq(0)))
        return outOfRange(entry);
      return { is: "number", value };
  }
  return undefined;
}

function outOfRange(entry: FieldEntry): Misfit {
  const ranged = entry.types.some(
    (type) => type.is === "number" || (type.is === "percent" && type.max !== undefined),
  );
  return {
    code: "wrong-type",
    message: ranged
      ? `This is out of range: '${entry.name}' takes ${asks(entry)}.`
      : `'${entry.name}' cannot be below zero. Write ${asks(entry)}.`,
  };
}

function readMoney(
  value: Big,
  unit: string | undefined,
  entry: FieldEntry,
): Meaning | Misfit | undefined {
  if (unit === "%") return undefined;
  if (unit !== undefined && !isCurrency(unit)) {
    const upper = unit.toUpperCase();
    return {
      code: "wrong-type",
      message: `'${unit}' is no currency code. Write the three letters of ISO 4217 behind the amount, such as EUR.`,
      ...(isCurrency(upper) ? { instead: `${value.toFixed()} ${upper}` } : {}),
    };
  }
  if (value.lt(0)) return outOfRange(entry);
  return { is: "money", amount: value, ...(unit === undefined ? {} : { currency: unit }) };
}

function readRate(value: Value, entry: FieldEntry): Meaning | Misfit | undefined {
  if (value.per === undefined || value.until || value.length || value.at) return undefined;
  if (value.head?.type !== "measure") return undefined;
  const amount = readNumber(value.head.number.text);
  if (amount === undefined || value.per.unit === undefined) return unknown;
  const money = readMoney(amount, value.head.unit?.text, entry);
  if (money === undefined || !("is" in money)) return money;
  const per = value.per.unit.text;
  if (per !== "month" && per !== "quarter" && per !== "year") {
    return {
      code: "wrong-type",
      message: `Amounts count per month, per quarter or per year, not per '${per}'.`,
    };
  }
  return money.is === "money" ? { ...money, is: "rate", per } : money;
}

function readDated(value: Value): Meaning | Misfit | undefined {
  if (value.head?.type !== "measure" || value.until || value.length || value.per) return undefined;
  const amount = readNumber(value.head.number.text);
  if (amount === undefined) return unknown;
  const unit = value.head.unit?.text;
  const base = { is: "dated", value: amount, ...(unit === undefined ? {} : { unit }) } as const;
  if (value.at === undefined) return base;
  const date = value.at.date && readDate(value.at.date.text);
  return date === undefined ? unknown : { ...base, date };
}
