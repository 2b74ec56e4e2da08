// A model → the sentence, the figures and the calendar over its roadmap.
import { memo } from "../../cells/memo.ts";
import { calendarYear, iso, quarterOf } from "../../model/calendar.ts";
import { alignedShare } from "../../model/derive/alignment.ts";
import { budgetOf, totalAmount } from "../../model/derive/money.ts";
import { horizonOf } from "../../model/derive/schedule.ts";
import { greatestOf, leastOf } from "../../model/extremes.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { isLarge } from "../scene.ts";
import type { HeadFigure } from "../shape.ts";
import { headFigures, headSentence, wholeScope } from "./heading.ts";
import type { Calendar, SumWords } from "./shape.ts";
import { knownDays, tallyOf } from "./tally.ts";

export function headlineOf(model: Model): string {
  return headSentence(tallyOf(model), { of: "" });
}

/** Planned against the budget, the aligned share, KPIs by health, risks above the appetite. */
export const figuresOf: (model: Model) => readonly HeadFigure[] = memo((model) => {
  const money = { planned: totalAmount(model), aligned: alignedShare(model) };
  const scope = wholeScope(budgetOf(model)?.amount, isLarge(model));
  return headFigures(tallyOf(model), money, scope, isLarge(model));
});

/** How sums are written, and what they are held against. */
export const sumWordsOf: (model: Model) => SumWords = memo(
  (model) => ({ inMillions: isLarge(model), budget: budgetOf(model)?.amount.toFixed() }),
  isSame,
);

const fiveYears = 5 * 366;

/**
 * From the start of the horizon to its end, and as far beyond as work reaches, in whole quarters;
 * without either, the year of today. A date that is far off does not stretch it over five years.
 */
export const calendarOf: (model: Model) => Calendar = memo((model) => {
  const fiscal = model.fiscal ?? calendarYear;
  const horizon = horizonOf(model);
  const anchors = knownDays(horizon);
  const centre = anchors.length > 0 ? anchors : [model.today];
  const least = leastOf(centre) - fiveYears;
  const most = greatestOf(centre) + fiveYears;
  let start = leastOf(anchors);
  let end = greatestOf(anchors);
  const { first, last } = tallyOf(model);
  start = Math.min(start, Math.max(first, least));
  end = Math.max(end, Math.min(last, most));
  if (start > end) [start, end] = [model.today, model.today + 365];
  return {
    start: iso(quarterOf(start, fiscal).start),
    end: iso(quarterOf(end, fiscal).end),
    fiscalStart: fiscal.month,
    namedBy: fiscal.namedBy,
  };
});
