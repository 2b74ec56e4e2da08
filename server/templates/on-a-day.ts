// A day and a currency → the dates and amounts with which the text of a template is written.
import { isCurrency } from "../../grammar/values.ts";
import { calendarYear, type Day, day, iso, parts, quarterOf } from "../model/calendar.ts";
import { amountIn } from "./magnitude.ts";

/** A whole strategy to begin with. */
export interface Template {
  /** By which it is asked for: "okr-quarter". */
  readonly name: string;
  /** "OKR quarter" */
  readonly title: string;
  /** What is in it, in one sentence. */
  readonly says: string;
  readonly text: (on: OnADay) => string;
}

/** What a template is written with: dates as they are said on the day on which it is made. */
export interface OnADay {
  readonly today: string;
  /** The day so many days from now, moved to the Tuesday of its week, on which people meet. */
  readonly meeting: (days: number) => string;
  /** The month so many months from this one: `2026-10` for -1 in November. */
  readonly month: (from: number) => string;
  /** The quarter so many from the running one: 0 began today or before. */
  readonly quarter: (from: number) => string;
  /**
   * The quarter so many from the first one that begins more than 30 days from now: what is planned
   * to begin in 0 is not late before there was time to read the plan.
   */
  readonly ahead: (from: number) => string;
  /** The year in which that quarter lies. */
  readonly yearAhead: (from: number) => string;
  /**
   * The quarter for which goals are set now, and when work for it begins, as a period: the running
   * quarter, or the next one where less than half of this is left.
   */
  readonly cycle: { readonly quarter: string; readonly period: string; readonly next: string };
  /** How much of the time from the start of a quarter to the end of another is over: `25%`. */
  readonly elapsed: (from: number, ahead: number) => string;
  /** The same of the period of the cycle. */
  readonly elapsedOfCycle: string;
  readonly currency: string;
  /** An amount in euro as one of its order in the currency: `250k`, in yen `25M`. */
  readonly money: (euro: number) => string;
}

const daysToRead = 30;
const daysOfCycle = 45;

/** What templates are written with on a day, such as `2026-11-29`. What is no currency is the euro. */
export function onADay(today: string, code: string): OnADay {
  const now = day(today);
  const currency = isCurrency(code) ? code : "EUR";
  const running = quarterAt(now);
  const first = quarterAt(now + daysToRead) + 1;
  const goals = quarterAt(now + daysOfCycle);
  const { year, month } = parts(now);
  const thisMonth = year * 12 + month - 1;
  const cycleStart = goals === running ? startOf(running) : startOfMonth(thisMonth);
  const share = (start: Day, last: number) => percent(now, start, startOf(last + 1) - 1);
  return {
    today,
    meeting: (days) => iso(tuesdayOf(now + days)),
    month: (from) => monthNamed(thisMonth + from),
    quarter: (from) => quarterNamed(running + from),
    ahead: (from) => quarterNamed(first + from),
    yearAhead: (from) => quarterNamed(first + from).slice(0, 4),
    cycle: {
      quarter: quarterNamed(goals),
      period:
        goals === running
          ? quarterNamed(goals)
          : `${monthNamed(thisMonth)} .. ${quarterNamed(goals)}`,
      next: quarterNamed(goals + 1),
    },
    elapsed: (from, ahead) => share(startOf(running + from), first + ahead),
    elapsedOfCycle: share(cycleStart, goals),
    currency,
    money: (euro) => amountIn(currency, euro),
  };
}

/** Quarters are counted on from that of the year 0. */
function quarterAt(at: Day): number {
  const { name } = quarterOf(at, calendarYear);
  return Number(name.slice(0, 4)) * 4 + Number(name.slice(-1)) - 1;
}

function quarterNamed(index: number): string {
  return `${four(Math.floor(index / 4))}-Q${(index % 4) + 1}`;
}

function monthNamed(index: number): string {
  return `${four(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function four(year: number): string {
  return String(year).padStart(4, "0");
}

function startOf(quarter: number): Day {
  return startOfMonth(quarter * 3);
}

function startOfMonth(index: number): Day {
  return day(`${monthNamed(index)}-01`);
}

/** 1970-01-01 was a Thursday; weeks begin on Mondays. */
function tuesdayOf(at: Day): Day {
  return at - ((at + 3) % 7) + 1;
}

/** In steps of five, as people report. */
function percent(now: Day, start: Day, end: Day): string {
  return `${Math.round(((now - start + 1) / (end - start + 1)) * 20) * 5}%`;
}
