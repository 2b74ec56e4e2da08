// A figure at a place → what it comes to: all digits of an amount, what a rate adds up to, progress against time.
import type { Big } from "big.js";
import type { DaySpan } from "../model/calendar.ts";
import { daysOf } from "../model/days.ts";
import { contingencyOf } from "../model/derive/cost.ts";
import { convert, currencyOf } from "../model/derive/currency.ts";
import {
  benefitSpan,
  costSpan,
  type Known,
  monthsOf,
  timesPerYear,
} from "../model/derive/rates.ts";
import type { Entity, Money, Typed } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { longAmount, shortAmount } from "../words/amounts.ts";
import { type Inline, type Markdown, md, together } from "../words/markdown.ts";
import { counted } from "../words/wording.ts";
import { amount, passed } from "./figures.ts";
import type { Written } from "./written.ts";

type Rate = Extract<Typed, { is: "rate" }>;

/** What there is to say about money, a rate, a contingency or progress; undefined at another value. */
export function figureDoc(model: Model, written: Written): Markdown | undefined {
  const { value, entity, field, block } = written;
  if (value.is === "percent" && block === "cost" && field === "contingency") {
    const sum = amount(contingencyOf(model.universe, entity));
    return sum === undefined
      ? undefined
      : md`**${sum}**: ${value.value.toFixed()}% of all the rest.`;
  }
  if (value.is === "percent" && field === "progress")
    return md`**${value.value.toFixed()}% done**${timeOf(model, entity)}.`;
  if (value.is !== "money" && value.is !== "rate") return undefined;
  const says: Inline[] = [
    md`**${inFull(model, value)}**${value.is === "rate" ? ` per ${value.per}` : ""}.`,
  ];
  if (value.is === "rate") says.push(perOther(model, value));
  says.push(converted(model, value));
  const span = block === "cost" || field === "benefit" ? spanFor(model, entity, field) : undefined;
  if (value.is === "rate") says.push(summed(model, value, span));
  return together(says, " ");
}

function timeOf({ universe }: Model, entity: Entity): string {
  const time = passed(universe, entity);
  return time === "" ? "" : `, ${time}`;
}

/** "1,900,000 euros" */
function inFull(model: Model, { amount: sum, currency = currencyOf(model) }: Money): string {
  return `${longAmount(sum)}${currency === undefined ? "" : ` ${nameOf(currency, sum)}`}`;
}

/** "euros", "US dollars": the name of a currency as it stands behind an amount. */
function nameOf(code: string, sum: Big): string {
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
    currencyDisplay: "name",
  });
  const parts = format.formatToParts(sum.toNumber());
  return parts.find(({ type }) => type === "currency")?.value ?? code;
}

/** The same rate per year, or per month where it is written per year. */
function perOther(model: Model, { amount: sum, per, currency }: Rate): string {
  const yearly = sum.times(timesPerYear[per]);
  const of = (amount: Big) => inFull(model, { amount, ...(currency && { currency }) });
  return per === "year"
    ? `That is ${of(yearly.div(12))} a month.`
    : `That is ${of(yearly)} a year.`;
}

function converted(model: Model, value: Money): string {
  const own = currencyOf(model);
  const sum = convert(model, value);
  if (value.currency === undefined || value.currency === own || own === undefined) return "";
  if (sum === undefined)
    return `The configuration has no rate for ${value.currency}, so it cannot be added to the rest.`;
  const rate = model.project.config.rates.get(value.currency);
  return `At ${rate?.toFixed()} ${own} for a ${value.currency} that is ${longAmount(sum)} ${nameOf(own, sum)}.`;
}

function spanFor(model: Model, entity: Entity, field: string): Known<DaySpan> {
  return field === "benefit"
    ? benefitSpan(model.universe, entity)
    : costSpan(model.universe, entity);
}

/** "Over 33 months, 1 April 2026 to 31 December 2028, it comes to 330k EUR." */
function summed(model: Model, value: Rate, span: Known<DaySpan>): string {
  const months = monthsOf(span);
  const own = convert(model, value);
  if (span === "none") return "Without dates it does not count in any sum.";
  if (typeof span !== "object" || typeof months !== "number" || own === undefined) return "";
  if (months === 0) return "It begins after the end of the horizon, so none of it counts.";
  const sum = own.times(timesPerYear[value.per]).times(months).div(12);
  const currency = currencyOf(model);
  return `Over ${counted(months, "calendar month")}, ${daysOf(span)}, it comes to ${shortAmount(sum)}${currency === undefined ? "" : ` ${currency}`}.`;
}
