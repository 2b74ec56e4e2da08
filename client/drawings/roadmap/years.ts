// The years of the axis and today → where the labels of the years stand, and the pill, which yields to them.
import type { RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import type { MeasureText } from "../text.ts";
import { dayOf, type Scale, shortDay, xOf } from "../time.ts";
import type { Axis, AxisSpan } from "./axis.ts";

/** An axis, and what of it is in sight where it scrolls. */
export interface AxisInSight {
  readonly view: RoadmapView;
  readonly frame: Frame;
  readonly scale: Scale;
  readonly axis: Axis;
  readonly sight?: readonly [number, number];
}

export interface Pill {
  readonly text: string;
  readonly x: number;
  readonly left: number;
  readonly width: number;
  /** There is no room for it beside the years: it stands on the line below, where labels yield. */
  readonly below?: true;
  /** The line is in sight. */
  readonly line: boolean;
}

export function pillOf(
  { view, frame, scale, sight }: AxisInSight,
  years: readonly YearLabel[],
  measure: MeasureText,
): Pill {
  const today = dayOf(view.today);
  const x = xOf(scale, today);
  const [from, to] = sight ?? [0, scale.width];
  const day = frame.mode === "narrow" ? shortDay(today) : `Today ${shortDay(today)}`;
  const text = x < from ? `‹ ${day}` : x > to ? `${day} ›` : day;
  const width = measure(text, 11, 600) + 16;
  const most = Math.max(from, to - width);
  const within = (left: number) => Math.min(Math.max(left, from), most);
  const wanted = within(x - width / 2);
  const covers = (left: number) =>
    years.some((year) => left < year.x + year.width + 3 && left + width > year.x - 3);
  // It yields to a year: to the nearer side of it, as long as it touches its line.
  const sides = years.flatMap((year) => [year.x - width - 4, year.x + year.width + 4]);
  const left = [
    wanted,
    ...sides.map(within).toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted)),
  ].find((one) => !covers(one) && Math.abs(one - wanted) <= width);
  const place = left === undefined ? { left: wanted, below: true as const } : { left };
  return { text, x, width, line: x >= from && x <= to, ...place };
}

/** The label of a year, where it stands. */
export interface YearLabel {
  readonly start: number;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly note?: { readonly text: string; readonly x: number; readonly width: number };
}

const short = (label: string) => label.replace(/^\d\d(?=\d\d$)/, "’");

/**
 * Years at the start of their span, or of what is in sight of it. Where they are narrow they are
 * short, and then only every second one is said, or fewer.
 */
export function yearsOf(
  { axis, scale, sight }: AxisInSight,
  measure: MeasureText,
): readonly YearLabel[] {
  const inset = (span: AxisSpan) => Math.min(8, Math.max(2, span.width / 8));
  // The first and the last may be cut.
  const whole = axis.years.slice(1, -1);
  const isShort = whole.some((span) => span.width < measure(span.label, 13, 600) + 8);
  const labels = axis.years.flatMap((span): YearLabel[] => {
    const text = isShort ? short(span.label) : span.label;
    const width = measure(text, 13, 600);
    const end = span.x + span.width;
    const x = Math.max(span.x + inset(span), Math.min((sight?.[0] ?? 0) + 8, end - width - 4));
    if (!isShort && x + width > end - 2) return [];
    const note = noteOf(span, x + width + 8, measure);
    return [{ start: span.start, text, x, width, ...(note && { note }) }];
  });
  const shown: YearLabel[] = [];
  for (const label of labels) {
    const last = shown.at(-1);
    const isFree = last === undefined || label.x >= last.x + last.width + 6;
    if (isFree && label.x + label.width <= scale.width) shown.push(label);
  }
  return shown;
}

/** "Apr 2026 to Mar 2027", where there is room. */
function noteOf(span: AxisSpan, x: number, measure: MeasureText): YearLabel["note"] {
  if (!span.note || span.width < 160) return undefined;
  const width = measure(span.note, 11, 400);
  return x + width < span.x + span.width - 4 ? { text: span.note, x, width } : undefined;
}
