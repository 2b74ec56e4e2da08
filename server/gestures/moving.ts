// Timelines that are moved at once, by some days → the same so much later, each as precise and as long as it is written.
import type { Span } from "../../grammar/tree.ts";
import type { WrittenDate } from "../../grammar/values.ts";
import type { Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { calendarYear, spanOf } from "../model/calendar.ts";
import {
  type DateEdge,
  monthsInStep,
  monthsLater,
  onDay,
  outOfReach,
  textOfDate,
  textOfPeriod,
} from "./steps.ts";
import { rewritten, type Timeline } from "./timeline.ts";

/** A date of a timeline. */
interface Token {
  readonly bar: Timeline;
  readonly date: WrittenDate;
  readonly edge: DateEdge;
  readonly span: Span;
}

/** How far dates go: coarse ones by months, days by days. */
interface Shift {
  readonly months: number;
  readonly days: number;
}

/**
 * Moves all dates of some timelines. They go by the same whole steps of the coarsest date among them,
 * and a day goes by as many days as the coarse date beside it: so the same way back leads to the same
 * text. `exact`: each by so many days, to the day.
 */
export function moved(
  bars: readonly Timeline[],
  days: number,
  exact: boolean,
): readonly SourceEdit[] | Refusal {
  const tokens = bars.map(tokensOf);
  const leader = coarsestOf(tokens.flat());
  if (leader === undefined) return [];
  const shift = { months: exact ? 0 : stepsNear(leader, days), days };
  const edits: SourceEdit[] = [];
  for (const own of tokens) {
    const beside = coarsestOf(own);
    const coarse =
      beside !== undefined && monthsInStep[beside.date.precision] > 0 ? beside : leader;
    const by = exact ? shift : { ...shift, days: daysBy(coarse, shift) };
    for (const token of own) {
      const text = exact ? textOnDays(token, days) : textOfDate(later(token.date, by));
      if (text === undefined) return outOfReach;
      for (const edit of rewritten(token.bar.entity, token.span, text)) edits.push(edit);
    }
  }
  return edits;
}

function tokensOf(bar: Timeline): readonly Token[] {
  const { start, end, endSpan, node, span } = bar.period;
  const tokens: Token[] = [];
  if (start !== undefined)
    tokens.push({ bar, date: start, edge: "start", span: node.head ?? span });
  if (end !== undefined && endSpan !== undefined)
    tokens.push({ bar, date: end, edge: "end", span: endSpan });
  return tokens;
}

/** The first of the coarsest dates. */
function coarsestOf(tokens: readonly Token[]): Token | undefined {
  const months = ({ date }: Token) => monthsInStep[date.precision];
  return tokens.reduce<Token | undefined>(
    (best, one) => (best === undefined || months(one) > months(best) ? one : best),
    undefined,
  );
}

/** A month of the Gregorian calendar has so many days on average. */
const monthLength = 30.436875;

/** The months of those whole steps of a date that take it nearest to some days later; none of a day. */
function stepsNear(token: Token, days: number): number {
  const each = monthsInStep[token.date.precision];
  if (each === 0) return 0;
  const about = Math.round(days / (each * monthLength));
  const far = (steps: number) => Math.abs(daysBy(token, { months: steps * each, days }) - days);
  const near = [about - 1, about, about + 1].reduce((a, b) => (far(b) < far(a) ? b : a));
  return near * each;
}

/** How many days a date goes with a shift. */
function daysBy({ date, edge, bar: { fiscal } }: Token, shift: Shift): number {
  return spanOf(later(date, shift), fiscal)[edge] - spanOf(date, fiscal)[edge];
}

function later(date: WrittenDate, { months, days }: Shift): WrittenDate {
  if (date.precision !== "day") return monthsLater(date, months);
  return onDay(spanOf(date, calendarYear).start + days);
}

/** A date some days later, to the day; of a coarse one that stands alone, both of its days. */
function textOnDays({ bar, date, edge }: Token, days: number): string | undefined {
  const { end, length, open } = bar.period;
  const span = spanOf(date, bar.fiscal);
  const isAlone = end === undefined && length === undefined && !open;
  const last = isAlone ? span.end : span[edge];
  return textOfPeriod(onDay(span[edge] + days), onDay(last + days));
}
