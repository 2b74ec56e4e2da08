// One value of the tree + the row of its field → what it means, or why it cannot mean that.
import type { Big } from "big.js";
import type { DateNode, Measure, Reference, Span, Value } from "../../grammar/tree.ts";
import { isCurrency, nfc, readDate, readNumber, type WrittenDate } from "../../grammar/values.ts";
import type { FieldEntry, ValueType } from "../../grammar/vocabulary.ts";
import { asks } from "./asks.ts";
import type { Entity, Meaning, Ref, WrittenPeriod } from "./entity.ts";
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
  const guess = meant(name, type.of);
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

/** A reference of the tree as the model's, seen from the field in which it stands. */
export function refOf(head: Reference, field: FieldEntry, from: Entity): Ref {
  const name = head.path.map((part) => nfc(part.text)).join(".");
  const start = head.path[0]?.start ?? head.start;
  const end = head.path.at(-1)?.end ?? head.end;
  return { path: head.path, name, span: { start, end }, from, field };
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

/** The date of a node: a date word, or four digits alone, which are a year. */
function dateOf(head: Value["head"]): WrittenDate | undefined {
  if (head?.type === "date") return readDate(head.text);
  if (head?.type === "measure" && head.unit === undefined && /^\d{4}$/.test(head.number.text)) {
    return readDate(head.number.text);
  }
  return undefined;
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

const lengths = {
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
} as const;

function readLength(measure: Measure | undefined): WrittenPeriod["length"] | undefined {
  const count = measure && readNumber(measure.number.text);
  const word = measure?.unit?.text.replace(/s$/, "");
  if (count === undefined || word === undefined || !Object.hasOwn(lengths, word)) return undefined;
  if (count.lt(1) || !count.mod(1).eq(0) || count.gt(100_000)) return undefined;
  return { count: count.toNumber(), unit: lengths[word as keyof typeof lengths] };
}

function readPeriod(
  value: Value,
  type: ValueType & { is: "period" },
  entry: FieldEntry,
  from: Entity,
): Meaning | Misfit | undefined {
  if (value.at || value.per) return undefined;
  const head = value.head;
  const start = dateOf(head);
  const after =
    head?.type === "after" ? head.references.map((one) => refOf(one, entry, from)) : undefined;
  if (start === undefined && (after === undefined || !type.after)) return undefined;
  if (value.until && value.length) {
    return {
      code: "wrong-type",
      message: "Write the end either with '..' or with 'for', not with both.",
    };
  }
  const origin = after === undefined ? { start } : { after };
  const base = withoutUndefined(origin);
  if (value.length) {
    const length = readLength(value.length.measure);
    if (length !== undefined) return { is: "period", ...base, length };
    return {
      code: "wrong-type",
      message:
        "Write the length as a whole number of days, weeks, months, quarters or years, such as 'for 6 weeks'.",
    };
  }
  if (value.until === undefined)
    return after === undefined ? { is: "period", ...base } : howLong(after);
  const node: (DateNode & Span) | undefined = value.until.date;
  if (node === undefined) return { is: "period", ...base, open: true };
  const end = readDate(node.text);
  return end === undefined
    ? unknown
    : { is: "period", ...base, end, endSpan: { start: node.start, end: node.end } };
}

/** `after crm` says when it starts, but not how long it takes. */
function howLong(after: readonly Ref[]): Misfit {
  const names = after.map((ref) => ref.name).join(", ");
  return {
    code: "syntax",
    message: `Say how long it takes: write 'after ${names} for 3 months', or its end as in 'after ${names} .. 2027-Q1'.`,
    instead: `after ${names} for 3 months`,
  };
}

function withoutUndefined(origin: {
  start?: WrittenDate | undefined;
  after?: readonly Ref[] | undefined;
}): WrittenPeriod {
  return {
    ...(origin.start === undefined ? {} : { start: origin.start }),
    ...(origin.after === undefined ? {} : { after: origin.after }),
  };
}
