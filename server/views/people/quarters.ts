// Horizon and loads of a project → the quarters that are shown, from this one on.
import { folded } from "../../cells/folded.ts";
import { memo } from "../../cells/memo.ts";
import { type Day, iso, quartersIn } from "../../model/calendar.ts";
import { loadOf, undeclaredLoads, unstatedFor } from "../../model/derive/people.ts";
import { horizonOf } from "../../model/derive/schedule.ts";
import { greatestOf } from "../../model/extremes.ts";
import { outline } from "../../model/outline.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { yearInWords } from "../said.ts";
import type { LoadQuarter } from "./shape.ts";

/** A quarter with its days. */
export interface QuarterColumn extends LoadQuarter {
  readonly from: Day;
  readonly to: Day;
}

/** Ten years: a load that goes on for longer is a slip of the pen. */
const farthest = 3652;

/**
 * From the quarter of today to the end of the horizon, or of the load where that reaches further. None
 * where nobody knows when the fiscal year begins.
 */
export const quarterColumns: (model: Model) => readonly QuarterColumn[] = memo((model) => {
  const { fiscal, today } = model;
  if (fiscal === undefined) return [];
  const end = Math.max(today, horizonOf(model)?.end ?? today, lastLoaded(model) ?? today);
  const span = { start: today, end: Math.min(end, today + farthest) };
  const isCalendar = fiscal.month === 1;
  return quartersIn(span, fiscal).map(({ name, start, end: to }) => {
    const [year = "", label = ""] = name.split("-");
    return {
      name,
      year: yearInWords(year, isCalendar),
      label,
      start: iso(start),
      from: start,
      to,
    };
  });
}, isSame);

/** "Q1 2027" */
export function quarterInWords(name: string, isCalendar: boolean): string {
  const [year = "", label = ""] = name.split("-");
  return `${label} ${yearInWords(year, isCalendar)}`;
}

/** The last day on which anything is asked of a team. */
function lastLoaded(model: Model): Day | undefined {
  const ends = [lastOfDeclared(model), ...undeclaredEnds(model)].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : greatestOf(ends);
}

function undeclaredEnds(model: Model): readonly (Day | undefined)[] {
  return [...undeclaredLoads(model).values()].map((loads) => loads.at(-1)?.end);
}

const lastOfDeclared = folded<Model, Day>(({ universe: all }, chunk) => {
  const ends = outline(chunk).entities.flatMap((one) => {
    if (!one.sure || one.kind !== "team") return [];
    const unstated = unstatedFor(all, one).map(({ span }) => span?.end);
    return [loadOf(all, one).at(-1)?.end, ...unstated].filter((end) => end !== undefined);
  });
  return ends.length === 0 ? undefined : greatestOf(ends);
}, greatestOf);
