// One value of the tree + the row of its field → what it means, or why it cannot mean that.
import type { Big } from "big.js";
import type { Measure, Value, Word } from "../../grammar/tree.ts";
import { isCurrency, readDate, readNumber } from "../../grammar/values.ts";
import type { FieldEntry, ValueType } from "../../grammar/vocabulary.ts";
import { asks } from "../words/asks.ts";
import { guess } from "../words/guess.ts";
import type { Entity, Meaning, Ref } from "./entity.ts";
import type { Misfit } from "./misfit.ts";
import { refOf } from "./ref.ts";
import { dateOf, readPeriod } from "./typed-period.ts";

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
  return {
    code: "wrong-type",
    message: `'${entry.name}' takes ${asks(entry)}.`,
    ...rewrite(value, entry),
  };
}

/**
 * The same value in the forms that the field takes. A number is never given a unit unseen: only the
 * author knows whether 0.4 is a share or a percentage, and of what 3 is the third.
 */
function rewrite(value: Value, entry: FieldEntry): Pick<Misfit, "instead" | "sure"> {
  const head = value.head;
  if (head === undefined || isContinued(value)) return {};
  const takes = <Is extends ValueType["is"]>(is: Is) =>
    entry.types.find((type): type is Extract<ValueType, { is: Is }> => type.is === is);
  if (head.type === "reference" && head.measure === undefined && takes("text")) {
    return { instead: [`"${head.path.map((word) => word.text).join(".")}"`], sure: true };
  }
  // What stands in quotes may be a value without them.
  if (head.type === "text" && /^[\p{XIDC}%.][\p{XIDC}%., -]*$/u.test(head.value))
    return { instead: [head.value], sure: true };
  if (head.type === "measure" && head.unit === undefined) {
    const { text } = head.number;
    const scale = takes("choice");
    const quantity = takes("quantity");
    if (scale?.scale && /^\d$/.test(text) && Number(text) >= 1 && Number(text) <= scale.of.length)
      return { instead: scale.of.map((one) => one.name) };
    if (takes("percent")) return { instead: percentages(text) };
    if (quantity?.unit) return { instead: [`${text} ${quantity.unit}`] };
  }
  return {};
}

/** The percentages that a bare number may stand for: a share of one, or the number itself. */
function percentages(text: string): readonly string[] {
  const number = readNumber(text);
  if (number === undefined || number.lte(0) || number.gt(1)) return [`${text}%`];
  return [`${number.times(100).toFixed()}%`, `${text}%`];
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
  const found = guess(name, type.of);
  const say =
    found === undefined
      ? `Write ${asks(entry)}.`
      : `Did you mean '${found.one.name}'? It takes ${asks(entry)}.`;
  return {
    code: "unknown-value",
    message: `'${name}' is no value of '${entry.name}'. ${say}`,
    ...(found === undefined ? {} : { instead: [found.one.name] }),
    ...(found?.sure ? { sure: true } : {}),
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
    ...(isCurrency(upper) ? { instead: [upper], sure: true } : {}),
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
  return type.allocation ? readShare(ref, head.measure) : surplusMeasure(ref, entry);
}

/** `platform 4 FTE` */
function readShare(ref: Ref, { number, unit }: Measure): Meaning | Misfit {
  const amount = readNumber(number.text);
  if (amount === undefined) return unknown;
  const example = `such as '${ref.name} 2 FTE'`;
  if (unit !== undefined && !/^ftes?$/i.test(unit.text)) {
    const given = `${number.text}${unit.text === "%" ? "" : " "}${unit.text}`;
    return {
      code: "wrong-type",
      message: `'${given}' does not say how many people are needed. Write how many FTE of '${ref.name}' it takes, ${example}.`,
    };
  }
  if (amount.lt(0)) {
    return {
      code: "wrong-type",
      message: `What '${ref.name}' gives cannot be below zero. Write how many FTE are needed, ${example}.`,
    };
  }
  if (unit?.text.toUpperCase() === "FTE")
    return { is: "reference", ref: { ...ref, allocation: amount } };
  // A year or an amount behind the name is no number of people.
  const isShare = amount.lt(1000) && /^[\d.]+$/.test(number.text);
  const form = `${ref.name} ${isShare ? number.text : "2"} FTE`;
  return {
    code: "wrong-type",
    message: `Write how much of the team is needed ${isShare ? "as" : "behind it, such as"} '${form}'.`,
    ...(isShare ? { instead: [form] } : {}),
    ...(unit === undefined ? {} : { sure: true }),
  };
}

function surplusMeasure(ref: Ref, entry: FieldEntry): Misfit {
  return {
    code: "wrong-type",
    message: `'${entry.name}' takes ${asks(entry)}, with nothing behind it.`,
    instead: [ref.name],
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
      return readMoney(value, head.unit, entry);
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
  code: Word | undefined,
  entry: FieldEntry,
): Meaning | Misfit | undefined {
  const unit = code?.text;
  if (unit === "%") return undefined;
  if (unit !== undefined && !isCurrency(unit)) {
    const upper = unit.toUpperCase();
    return {
      code: "wrong-type",
      message: `'${unit}' is no currency code. Write the three letters of ISO 4217 behind the amount, such as EUR.`,
      ...(isCurrency(upper) ? { instead: [upper], ...only(code), sure: true } : {}),
    };
  }
  if (value.lt(0)) return outOfRange(entry);
  return { is: "money", amount: value, ...(unit === undefined ? {} : { currency: unit }) };
}

/** A misfit of one word in a value. */
function only(word: Word | undefined): Pick<Misfit, "span"> {
  return word === undefined ? {} : { span: { start: word.start, end: word.end } };
}

const spans = [
  { name: "month", synonyms: ["months", "mo", "mth"] },
  { name: "quarter", synonyms: ["quarters", "qtr"] },
  { name: "year", synonyms: ["years", "yr", "annum", "anno"] },
];

function readRate(value: Value, entry: FieldEntry): Meaning | Misfit | undefined {
  if (value.per === undefined || value.until || value.length || value.at) return undefined;
  if (value.head?.type !== "measure") return undefined;
  const amount = readNumber(value.head.number.text);
  if (amount === undefined || value.per.unit === undefined) return unknown;
  const money = readMoney(amount, value.head.unit, entry);
  if (money === undefined || !("is" in money)) return money;
  const per = value.per.unit.text;
  if (per !== "month" && per !== "quarter" && per !== "year") {
    const found = guess(per, spans);
    return {
      code: "wrong-type",
      message: `Amounts count per month, per quarter or per year, not per '${per}'.`,
      ...(found === undefined ? {} : { instead: [found.one.name], ...only(value.per.unit) }),
      ...(found?.sure ? { sure: true } : {}),
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
