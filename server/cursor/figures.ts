// An entity → its figures in words, for cards and hints: money, attainment, severity, load.
import type { Big } from "big.js";
import { shortAmount } from "../model/amounts.ts";
import { readable } from "../model/calendar.ts";
import { allUnder, amountUnder } from "../model/derive/alignment.ts";
import { paybackMonthsOf, returnOf } from "../model/derive/benefit.ts";
import { costOf } from "../model/derive/cost.ts";
import type { Figure } from "../model/derive/currency.ts";
import { kpiState, type Measurement } from "../model/derive/kpi.ts";
import { writtenFigure } from "../model/derive/money.ts";
import { isCritical, slackOf } from "../model/derive/network.ts";
import { progressOf } from "../model/derive/progress.ts";
import { type Rating, riskState } from "../model/derive/risk.ts";
import { datesOf, dueOf, milestoneDate } from "../model/derive/schedule.ts";
import { type Entity, valueIn } from "../model/entity.ts";
import type { Universe } from "../model/universe.ts";

/** `1.9M EUR`; "at least" where something in it cannot be placed in time. */
export function amount(figure: Figure | undefined): string | undefined {
  if (figure === undefined) return undefined;
  const currency = figure.currency === undefined ? "" : ` ${figure.currency}`;
  return `${figure.atLeast ? "at least " : ""}${shortAmount(figure.amount)}${currency}`;
}

/** `budget 1.9M EUR · cost 2.1M EUR · return +69% · pays back in 20 months` */
export function money(all: Universe, entity: Entity): string {
  const model = all.modelOf(entity);
  if (entity.kind === "objective") {
    const work = allUnder(all, entity).filter((one) => one.kind === "initiative");
    const sum = work.length === 0 ? undefined : amount(amountUnder(all, entity));
    return sum === undefined ? "" : `${sum} in open initiatives`;
  }
  if (entity.kind === "strategy")
    return joined([labelled("budget", amount(writtenFigure(model, entity, "budget")))]);
  if (entity.kind !== "initiative" && entity.kind !== "technology") return "";
  const gain = returnOf(all, entity);
  const months = entity.kind === "initiative" ? paybackMonthsOf(all, entity) : undefined;
  return joined([
    labelled("budget", amount(writtenFigure(model, entity, "budget"))),
    labelled("cost over the horizon", amount(costOf(all, entity))),
    labelled("return", gain === undefined ? undefined : signed(gain)),
    months === undefined ? "" : `pays back in ${months} ${months === 1 ? "month" : "months"}`,
  ]);
}

function signed(share: number): string {
  const whole = Math.round(share * 100);
  return `${whole > 0 ? "+" : whole < 0 ? "−" : ""}${Math.abs(whole)}%`;
}

/** A share of 1 as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function labelled(label: string, text: string | undefined): string {
  return text === undefined ? "" : `${label} ${text}`;
}

export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

/** How much of an objective or of work is done, where that is known. */
export function done(all: Universe, entity: Entity): string {
  const written = valueIn(entity, "progress", "percent")?.value;
  if (written !== undefined) return `${written.toFixed()}% done`;
  const progress = entity.kind === "objective" ? progressOf(all, entity) : undefined;
  return progress === undefined ? "" : `${percent(progress)} done`;
}

/** When something runs, is due or is reached: `1 Apr 2026 – 30 Jun 2027 · 20 days of slack`. */
export function when(all: Universe, entity: Entity): string {
  if (entity.kind === "milestone") return day(milestoneDate(all, entity));
  if (entity.kind === "objective") {
    const due = day(dueOf(all, entity));
    return due === "" ? "" : `due ${due}`;
  }
  const dates = datesOf(all, entity);
  if (dates?.start === undefined) return "";
  const end = dates.openEnd ? "to the end of the horizon" : `– ${day(dates.end) || "?"}`;
  return joined([`${readable(dates.start)} ${end}`, slack(all, entity)]);
}

/** `on the critical path`, or how many days of slack there are. */
export function slack(all: Universe, entity: Entity): string {
  if (entity.kind !== "initiative") return "";
  if (isCritical(all, entity)) return "on the critical path";
  const days = slackOf(all, entity);
  if (days === undefined || days === 0) return "";
  return `${days} ${days === 1 ? "day" : "days"} of slack`;
}

function day(at: number | undefined): string {
  return at === undefined ? "" : readable(at);
}

/** Where a KPI stands: `3.6% on 31 Oct 2026, 4.2 → 3.9 → 3.6 · expected 3.8% · next 3.5% by 31 Dec 2026`. */
export function measured(all: Universe, kpi: Entity): readonly string[] {
  const { latest, expected, baseline, nextTarget, attainment, series } = kpiState(all, kpi);
  const unit = unitOf(kpi);
  const value = (number: Big) => `${rounded(number)}${unit}`;
  const target = nextTarget && joinedDate("next", value(nextTarget.value), "by", nextTarget.day);
  return [
    joined([
      latest === undefined
        ? baseline === undefined
          ? ""
          : joinedDate("baseline", value(baseline.value), "on", baseline.day)
        : joinedDate("now", value(latest.value), "on", latest.day),
      expected === undefined ? "" : `expected ${value(expected)}`,
      attainment === undefined ? "" : `${percent(attainment)} of plan`,
      target ?? "",
    ]),
    trend(series),
  ];
}

function joinedDate(label: string, value: string, word: string, at: number | undefined): string {
  return at === undefined ? `${label} ${value}` : `${label} ${value} ${word} ${readable(at)}`;
}

/** The last values with an arrow for where they go. */
function trend(series: readonly Measurement[]): string {
  const last = series.slice(-6);
  if (last.length < 2) return "";
  const [before, now] = last.slice(-2);
  const way = before && now ? now.value.cmp(before.value) : 0;
  const arrow = way > 0 ? "↗" : way < 0 ? "↘" : "→";
  return `${last.map((one) => rounded(one.value)).join(" · ")} ${arrow}`;
}

function rounded(value: Big): string {
  return value.round(2).toFixed();
}

/** The unit as it stands behind a number: `%` without a blank. */
function unitOf(kpi: Entity): string {
  const unit = valueIn(kpi, "unit", "unit")?.text;
  return unit === undefined ? "" : unit === "%" ? unit : ` ${unit}`;
}

/** `12 of 25 (medium), 6 after the response (medium) · expected loss 40k EUR` */
export function severity(all: Universe, risk: Entity): string {
  const state = riskState(all, risk);
  const rating = ({ score, severity: word }: Rating) =>
    score === undefined || word === undefined ? "" : `${score} of 25 (${word})`;
  const after = state.residual && rating(state.residual);
  return joined([
    rating(state),
    after ? `${after} after the response` : "",
    labelled("expected loss", amount(state.expectedLoss)),
  ]);
}
