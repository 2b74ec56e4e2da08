// A field and what of its value stands already → what may be written next.
import type { Lexeme } from "../../grammar/stream.ts";
import type { Span } from "../../grammar/tree.ts";
import { isCurrency } from "../../grammar/values.ts";
import type { FieldEntry, ValueType } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";
import { monthNames } from "../model/days.ts";
import { type Entity, valueIn, valuesOf } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { ours } from "../words/markdown.ts";
import { measuredDates, plannedDates, singleDates } from "./dates.ts";
import { type Asked, askedKinds, isWritten, names } from "./names.ts";
import type { Slot } from "./slot.ts";
import type { Query } from "./spot.ts";
import type { Suggestion } from "./suggestion.ts";

type Value = Slot & { readonly is: "value" };

/** What may follow at the cursor in the value of a field. `word` is what of it is written already. */
export function values(
  query: Query,
  slot: Value,
  entity: Entity | undefined,
  word: Span,
): readonly Suggestion[] {
  const { entry, before } = slot;
  const asked: Asked = { ...query, kinds: askedKinds(entry), entity, others: slot.others, word };
  const last = before.at(-1);
  if (last === undefined) return entry.types.flatMap((type) => heads(asked, type));
  if (last.text === ".") return names(asked, pathOf(before));
  if (last.text === "after" && before.length === 1) return names(asked, []);
  return [...new Set(entry.types.flatMap((type) => following(asked, type, before)))];
}

/** The words of the dotted name that the tokens end with, the last dot included. */
function pathOf(before: readonly Lexeme[]): readonly string[] {
  const path: string[] = [];
  for (let at = before.length - 1; before[at]?.text === "."; at -= 2)
    path.unshift(before[at - 1]?.text ?? "");
  return path;
}

/** What a value of a type may begin with. */
function heads(asked: Asked, type: ValueType): readonly Suggestion[] {
  const { model } = asked;
  switch (type.is) {
    case "choice":
      return type.of.map((one) => ({
        label: one.name,
        kind: "choice",
        ...(one.doc === undefined ? {} : { note: one.doc, doc: ours(one.doc) }),
      }));
    case "reference":
      return names(asked, []);
    case "text":
      return [{ label: '"…"', kind: "figure", insert: '""', snippet: '"$1"', rank: 9 }];
    case "unit":
      return units(asked);
    case "word":
      return tags(asked);
    case "money":
      return [figure("250k", "an amount", `\${1:250k}`)];
    case "rate":
      return [
        figure("120k per year", "an amount per …", `\${1:120k} per \${2|year,quarter,month|}`),
      ];
    case "percent":
      return (type.max === undefined ? [5, 10, 15, 20] : [0, 25, 50, 75, 100]).map((one) =>
        figure(`${one}%`),
      );
    case "quantity":
      return type.unit === undefined
        ? []
        : [figure(`4 ${type.unit}`, undefined, `\${1:4} ${type.unit}`)];
    case "number":
      return numbers(type.min, type.max);
    case "date":
      return singleDates(model);
    case "period":
      return [
        ...plannedDates(model),
        ...(type.after ? [{ ...keyword("after", "starts when others end"), rank: 1 }] : []),
      ];
    case "dated":
      return dated(model, type.word);
    case "currency":
      return currencies(model);
  }
}

function figure(label: string, note?: string, snippet?: string): Suggestion {
  return {
    label,
    kind: "figure",
    ...(note === undefined ? {} : { note }),
    ...(snippet === undefined ? {} : { snippet }),
  };
}

function keyword(label: string, note: string): Suggestion {
  return { label, kind: "keyword", note, insert: `${label} `, again: true };
}

function dated(model: Model, word: "on" | "by"): readonly Suggestion[] {
  const dates = word === "on" ? measuredDates(model) : plannedDates(model);
  const date = dates[0]?.label ?? "";
  return [figure(`0 ${word} ${date}`, "a figure and its date", `\${1:0} ${word} \${2:${date}}`)];
}

function numbers(min: number, max: number): readonly Suggestion[] {
  const count = Math.min(max - min + 1, 12);
  return Array.from({ length: count }, (_, index) =>
    figure(String(min + index), max === 12 ? monthNames[index] : undefined),
  );
}

/** What may follow in a value of a type that is written up to here. */
function following(
  asked: Asked,
  type: ValueType,
  before: readonly Lexeme[],
): readonly Suggestion[] {
  const { model, entity } = asked;
  const last = before.at(-1);
  const word = last?.is === "word" ? last.text : "";
  const isNumber = last?.is === "number";
  const has = (text: string) => before.some((one) => one.text === text);
  switch (type.is) {
    case "reference":
      if (!type.allocation) return [];
      return isNumber ? [unit("FTE")] : [figure("1 FTE", "how much of it", `\${1:1} FTE`)];
    case "money":
      return isNumber && !has("per") ? currencies(model) : [];
    case "rate":
      if (word === "per") return ["year", "quarter", "month"].map((one) => unit(one));
      return has("per")
        ? []
        : ["year", "quarter", "month"].map((one) => ({ ...keywordOf(`per ${one}`), rank: 0 }));
    case "quantity":
      if (!isNumber) return [];
      return type.unit === undefined ? ownUnit(entity) : [unit(type.unit)];
    case "percent":
      return isNumber ? [unit("%")] : [];
    case "dated":
      if (word === "on" || word === "by")
        return type.word === "on" ? measuredDates(model) : plannedDates(model);
      if (has("on") || has("by")) return [];
      return [{ ...keyword(type.word, "its date"), rank: 0 }, ...(isNumber ? ownUnit(entity) : [])];
    case "period":
      return inPeriod(model, before);
    default:
      return [];
  }
}

function inPeriod(model: Model, before: readonly Lexeme[]): readonly Suggestion[] {
  const last = before.at(-1);
  const [first] = before;
  if (last?.text === "..")
    return plannedDates(model, first?.is === "number" ? first.text : undefined);
  if (last?.text === "for")
    return ["6 weeks", "3 months", "6 months", "2 quarters", "1 year"].map((one) => figure(one));
  if (before.some((one) => one.text === "for"))
    return last?.is === "number"
      ? ["days", "weeks", "months", "quarters", "years"].map((one) => unit(one))
      : [];
  if (before.some((one) => one.text === "..")) return [];
  return [keyword("..", "until"), keyword("for", "how long")];
}

function keywordOf(label: string): Suggestion {
  return { label, kind: "keyword" };
}

function unit(label: string): Suggestion {
  return { label, kind: "unit" };
}

/** The unit of the KPI that is being written. */
function ownUnit(entity: Entity | undefined): readonly Suggestion[] {
  const own = entity && valueIn(entity, "unit", "unit")?.text;
  return own === undefined || /[^\p{XIDC}%-]/u.test(own) ? [] : [unit(own)];
}

const usual = ["%", "h", "min", "days", "EUR", "points", "FTE"];

function units(asked: Asked): readonly Suggestion[] {
  const used = asked.model.of("kpi").flatMap((kpi) => {
    const value = valueIn(kpi, "unit", "unit");
    return value === undefined || isWritten(asked, kpi.chunk, value.span) ? [] : [value.text];
  });
  const all = new Set([
    ...used.filter((one) => /^(?:%|[\p{XIDS}_][\p{XIDC}-]*)$/u.test(one)),
    ...usual,
  ]);
  return [...all].map((one) => unit(one));
}

function tags(asked: Asked): readonly Suggestion[] {
  const used = asked.model.entities.flatMap((entity) =>
    valuesOf(entity, "tags").flatMap((value) =>
      value.is === "word" && !isWritten(asked, entity.chunk, value.span) ? [value.text] : [],
    ),
  );
  return [...new Set(used)]
    .filter((one) => !asked.others.includes(one))
    .sort()
    .map((label) => ({ label, kind: "name", note: "tag" }));
}

/** The currencies that the project uses first, then the usual ones, then all. */
function currencies(model: Model): readonly Suggestion[] {
  const own = model.strategy && valueIn(model.strategy, "currency", "currency")?.code;
  const first = [...(own === undefined ? [] : [own]), ...model.project.config.rates.keys()];
  return [...new Set([...first, "EUR", "USD", "GBP", "CHF", ...allCurrencies(model)])].map(
    (label, index) => ({
      label,
      kind: "unit",
      note: currencyName(label),
      rank: index < first.length + 4 ? 0 : 1,
    }),
  );
}

const allCurrencies: (model: Model) => readonly string[] = memo(() =>
  Intl.supportedValuesOf("currency").filter(isCurrency),
);

const currencyNames = new Intl.DisplayNames("en", { type: "currency" });

function currencyName(code: string): string {
  return currencyNames.of(code) ?? code;
}

/** Whether the value of a field is complete as far as it is written, so that another field may follow. */
export function isComplete(entry: FieldEntry, before: readonly Lexeme[]): boolean {
  const last = before.at(-1);
  if (last === undefined || entry.list) return false;
  return !/^(?:\.|\.\.|after|on|by|for|per)$/.test(last.text);
}
