// The calendar axis: a scale becomes the spans of years, halves, quarters and months, with their labels.
import type { Calendar } from "../../../server/views/roadmap/shape.ts";
import {
  type DayNumber,
  dateParts,
  monthStart,
  monthWords,
  quarterWidth,
  type Scale,
  xOf,
} from "../time.ts";

/** What is drawn, from coarse to fine: the finest that stands on the axis. */
export type AxisLevel = "years" | "halves" | "quarters" | "months";
/** What the reader asked for; it caps how fine the axis gets. */
export type Zoom = "years" | "quarters" | "months";

export interface AxisSpan {
  readonly label: string;
  /** Behind the label, where the span is wide: "Apr 2026 to Mar 2027". */
  readonly note?: string;
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly x: number;
  readonly width: number;
  /** The span is cut at the left edge of the calendar. */
  readonly cut?: true;
}

export interface Axis {
  readonly level: AxisLevel;
  readonly years: readonly AxisSpan[];
  /** Halves or quarters. */
  readonly parts: readonly AxisSpan[];
  readonly months: readonly AxisSpan[];
}

const levels: readonly AxisLevel[] = ["years", "halves", "quarters", "months"];

/** So many spans stand below the years at most: a year that is a slip of the pen must not cost a page. */
const mostSpans = 1_600;

const perYear: Readonly<Record<AxisLevel, number>> = {
  years: 0,
  halves: 2,
  quarters: 4,
  months: 12,
};

/** How fine the axis is: as the width of a quarter and the length of the calendar let it be. */
function levelFor(scale: Scale, zoom: Zoom): AxisLevel {
  const quarter = quarterWidth(scale);
  const byWidth: AxisLevel =
    quarter >= 240 ? "months" : quarter >= 20 ? "quarters" : quarter >= 10 ? "halves" : "years";
  const years = (scale.end - scale.start) / 365.25;
  const finest = levels.findLast((level) => years * perYear[level] <= mostSpans) ?? "years";
  const [width, zoomed, fitting] = [byWidth, zoom, finest].map((one) => levels.indexOf(one));
  return levels[Math.min(width ?? 0, zoomed ?? 0, fitting ?? 0)] ?? "years";
}

/** The spans of the axis that lie on the calendar. */
export function axisOf(scale: Scale, zoom: Zoom): Axis {
  const level = levelFor(scale, zoom);
  const { calendar } = scale;
  const years = spans(scale, 12, (year) => fiscalYear(calendar, year));
  const parts =
    level === "years"
      ? []
      : level === "halves"
        ? spans(scale, 6, (_, index) => ({ label: `H${index + 1}` }))
        : spans(scale, 3, (_, index) => ({ label: `Q${index + 1}` }));
  const months = level === "months" ? spans(scale, 1, monthOf(calendar)) : [];
  return { level, years, parts, months };
}

type Name = (year: number, index: number) => { label: string; note?: string };

/** Spans of `length` months, counted from the start of each fiscal year. */
function spans(scale: Scale, length: number, name: Name): AxisSpan[] {
  const first = scale.calendar.fiscalStart;
  const from = dateParts(scale.start).year - 1;
  const found: AxisSpan[] = [];
  for (let year = from; monthStart(year, first) < scale.end; year++) {
    for (let index = 0; index < 12 / length; index++) {
      const start = monthStart(year, first + index * length);
      const end = monthStart(year, first + (index + 1) * length);
      if (end <= scale.start || start >= scale.end) continue;
      const x = Math.max(0, xOf(scale, start));
      const width = Math.min(scale.width, xOf(scale, end)) - x;
      const cut = start < scale.start ? { cut: true as const } : {};
      found.push({ ...name(year, index), start, end, x, width, ...cut });
    }
  }
  return found;
}

function fiscalYear(calendar: Calendar, year: number): { label: string; note?: string } {
  if (calendar.fiscalStart === 1) return { label: String(year) };
  const name = calendar.namedBy === "end" ? year + 1 : year;
  const first = monthWords[calendar.fiscalStart - 1];
  const last = monthWords[(calendar.fiscalStart + 10) % 12];
  return {
    label: `FY${String(name % 100).padStart(2, "0")}`,
    note: `${first} ${year} to ${last} ${year + 1}`,
  };
}

function monthOf(calendar: Calendar): Name {
  return (_, index) => ({ label: monthWords[(calendar.fiscalStart - 1 + index) % 12] ?? "" });
}
