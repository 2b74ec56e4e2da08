// The cells of a row of a CSV file → the date and number that stand in them, or what to write instead.
import { Big } from "big.js";
import {
  longestNumber,
  readDate,
  readNumber,
  suggestDate,
  type WrittenDate,
} from "../../../grammar/values.ts";
import { calendarYear, parts, spanOf } from "../calendar.ts";
import { monthNames } from "../days.ts";

/** A measurement as it is written; its day depends on the fiscal year. */
export interface WrittenMeasurement {
  readonly date: WrittenDate;
  readonly value: Big;
}

/** Where the columns stand, and how many there are. */
export interface Columns {
  readonly date: number;
  readonly value: number;
  readonly count: number;
}

/**
 * What a row says; half a sentence where it cannot be read, which says what to write; undefined
 * where it has no value and so is no measurement.
 */
export function readMeasurement(
  cells: readonly string[],
  columns: Columns,
): WrittenMeasurement | string | undefined {
  const value = cells[columns.value] ?? "";
  if (value === "") return undefined;
  if (cells.slice(columns.count).some((cell) => cell !== "")) return tooMany(cells, columns);
  const date = readDay(cells[columns.date] ?? "");
  if (typeof date === "string") return date;
  const number = readValue(value);
  return typeof number === "string" ? number : { date, value: number };
}

/** More cells than columns: most often a comma within the number, which is then told as such. */
function tooMany(cells: readonly string[], { value, count }: Columns): string {
  const [whole = "", rest = ""] = cells.slice(value, value + 2);
  const isOneNumber = /^[+-]?\d+$/.test(whole) && /^\d+$/.test(rest);
  const joined = isOneNumber ? readValue(`${whole},${rest}`) : undefined;
  return typeof joined === "string"
    ? joined
    : `it has ${cells.length} values under ${count} columns: write numbers with a decimal point`;
}

function readDay(text: string): WrittenDate | string {
  if (text === "") return "it has no date: write year-month-day, such as 2026-08-31";
  const date = readDate(text);
  if (date !== undefined) return date;
  const withoutTime = text.replace(/(?:T|\s+)\d{1,2}:\d\d.*$/, "");
  const iso = readDate(withoutTime) === undefined ? suggestDate(withoutTime) : withoutTime;
  if (iso !== undefined) return `for '${shortened(text)}' write ${iso}`;
  return (
    whyNoDay(withoutTime) ?? `for '${shortened(text)}' write year-month-day, such as 2026-08-31`
  );
}

const yearFirst = /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/;
const dayFirst = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/;

/** Why a day whose form is understood is none: `2026-06-31: June has 30 days`. */
function whyNoDay(text: string): string | undefined {
  const { year, month, day } = (yearFirst.exec(text) ?? dayFirst.exec(text))?.groups ?? {};
  if (year === undefined || month === undefined) return undefined;
  const part = Number(month);
  const name = monthNames[part - 1];
  if (name === undefined) return `${text}: there is no month ${month}`;
  if (Number(day) === 0) return `${text}: there is no day ${day}`;
  const whole = { precision: "month", year: Number(year), part, day: 0 } as const;
  const length = parts(spanOf(whole, calendarYear).end).day;
  return `${text}: ${name} has ${length} days${part === 2 ? ` in ${year}` : ""}`;
}

const plainForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;

function readValue(text: string): Big | string {
  if (text.length <= longestNumber && plainForm.test(text)) {
    return new Big(text.replace(/^\+/, "").replace(/\.(?=$|[eE])/, ""));
  }
  if (/^[+-]?\d{1,3},\d{3}$/.test(text)) {
    return `'${text}' may be ${text.replace(",", "")} or ${text.replace(",", ".")}: write one of them`;
  }
  const instead = text.length <= longestNumber ? plainOf(text) : undefined;
  if (instead === undefined) {
    return `'${shortened(text)}' is no number: write one such as 4.2, or nothing where nothing was measured`;
  }
  if (/^[+-]?\d+,\d+$/.test(text)) return `'${text}' has a decimal comma: write ${instead}`;
  if (ungrouped(text) !== undefined) return `'${text}' groups its digits: write ${instead}`;
  return `for '${text}' write ${instead}`;
}

/** The plain form of a number with a decimal comma, groups of digits, a unit, or `k`, `M` and `B`. */
function plainOf(text: string): string | undefined {
  const short = readNumber(text);
  if (short !== undefined) return short.toFixed();
  const bare = withoutUnit(text.replace(/^\u2212/, "-"));
  if (bare === undefined) return undefined;
  if (plainForm.test(bare)) return bare;
  if (/^[+-]?\d{1,3},\d{3}$/.test(bare)) return undefined;
  return /^[+-]?\d+,\d+$/.test(bare) ? bare.replace(",", ".") : ungrouped(bare);
}

const grouped = /^[+-]?\d{1,3}([,.'\u2019 \u00A0\u202F])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

function ungrouped(text: string): string | undefined {
  const [, mark] = grouped.exec(text) ?? [];
  return mark === undefined ? undefined : text.replaceAll(mark, "").replace(",", ".");
}

const withUnit =
  /^(?:\p{Sc}|[A-Z]{3}(?=[\s\d]))?\s*(?<number>[+-]?[\d.][\d.,'\u2019\s]*?)\s*(?<unit>%|\p{Sc}|\p{L}[\p{L}\s/]*)?$/u;

/** Words behind a number that stand for thousands and more: what they leave is not the number. */
const multiples = /^(?:[kmb]|tsd|th|mio|mn|mrd|bn|thousand|million|billion)\b/i;

function withoutUnit(text: string): string | undefined {
  const { number, unit = "" } = withUnit.exec(text)?.groups ?? {};
  return multiples.test(unit) ? undefined : number;
}

function shortened(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 20)}…`;
}
