// The types of a field → what to write there, in words.
import type { FieldEntry, ValueType } from "../../grammar/vocabulary.ts";
import { article, either } from "./wording.ts";

function one(type: ValueType): string {
  switch (type.is) {
    case "text":
      return 'a text in quotes, such as "…"';
    case "unit":
      return 'a word, % or a text in quotes, such as hours or "req/s"';
    case "word":
      return "a word";
    case "reference":
      return type.to.length > 4
        ? "a name"
        : `the name of ${list(type.to.map((kind) => (kind === "kpi" ? "a KPI" : article(kind))))}`;
    case "money":
      return "an amount, such as 250k or 1.2M EUR";
    case "rate":
      return "an amount per month, quarter or year, such as 120k per year";
    case "percent":
      return type.max === undefined ? "a percentage, such as 15%" : "a percentage from 0% to 100%";
    case "quantity":
      return type.unit === undefined
        ? "a number with its unit, such as 2 days"
        : `a number of ${type.unit}, such as 4 ${type.unit}`;
    case "number":
      return `a ${type.whole ? "whole " : ""}number from ${type.min} to ${type.max}`;
    case "date":
      return "a date, such as 2026-03-15, 2026-03 or 2026-Q1";
    case "period":
      return "a period, such as 2026-Q1 .. 2026-Q3 or 2026-03 for 6 weeks";
    case "dated":
      return `a number and its date, such as 4.2 ${type.word} 2026-06`;
    case "currency":
      return "a currency code, such as EUR or USD";
    case "choice":
      return either(
        type.of.map((choice) => choice.name),
        12,
      );
  }
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  // What has an example behind a comma is set off by one.
  const or = words.some((word) => word.includes(",")) ? ", or " : " or ";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")}${or}${last}`;
}

/** What a field takes, as the object of a sentence: "an amount, such as 250k or 1.2M EUR". */
export function asks(entry: FieldEntry): string {
  if (entry.block !== undefined) return `a block, such as ${entry.name} { … }`;
  return list(entry.types.map(one));
}
