// Reviews, events and KPI targets become marks on one lane below the axis, merged by date, with labels that fit.
import type { CalendarEvent } from "../../server/views/roadmap/shape.ts";
import type { Taken } from "./labels.ts";
import type { Measure } from "./text.ts";
import { dayOf, type Scale, xOf } from "./time.ts";

export interface LaneMark {
  readonly kind: CalendarEvent["kind"];
  readonly held: boolean;
  readonly x: number;
  readonly events: readonly CalendarEvent[];
  readonly label?: { readonly text: string; readonly x: number; readonly width: number };
}

const size = 11;
const nearest = 12;

/** The marks of the lane, from left to right. Labels go right of the mark, else left, else nowhere. */
export function laneOf(
  events: readonly CalendarEvent[],
  scale: Scale,
  todayX: number,
  measure: Measure,
): readonly LaneMark[] {
  const marks = (["target", "event", "review"] as const).flatMap((kind) =>
    merge(events, scale, kind),
  );
  const taken: Taken[] = [[todayX - 3, todayX + 3]];
  for (const mark of marks) taken.push(extent(mark));
  const labelled = marks.map((mark) => {
    const text = labelText(mark);
    const width = measure(text, size, 400);
    const [from, to] = extent(mark);
    const places = [to + 2, from - 2 - width];
    const x = places.find(
      (at) =>
        at >= 0 &&
        at + width <= scale.width &&
        taken.every(([a, b]) => at + width + 2 <= a || at - 2 >= b || (a === from && b === to)),
    );
    if (x === undefined) return mark;
    taken.push([x - 4, x + width + 4]);
    return { ...mark, label: { text, x, width } };
  });
  return labelled.toSorted((a, b) => a.x - b.x);
}

function merge(
  events: readonly CalendarEvent[],
  scale: Scale,
  kind: CalendarEvent["kind"],
): LaneMark[] {
  const found: (LaneMark & { events: CalendarEvent[] })[] = [];
  const sorted = events
    .filter((event) => event.kind === kind)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  for (const event of sorted) {
    // A target and an event hold until the end of their day, a review is at the start of it.
    const day = dayOf(event.date) + (kind === "review" ? 0 : 1);
    if (day < scale.start || day > scale.end) continue;
    const place = xOf(scale, day);
    const x =
      kind === "review" ? Math.min(place, scale.width - 10) : Math.min(place, scale.width - 6);
    const last = found.at(-1);
    if (last && x - last.x < nearest) last.events.push(event);
    else found.push({ kind, held: event.held ?? false, x, events: [event] });
  }
  return found;
}

function extent({ kind, x }: LaneMark): Taken {
  return kind === "review" ? [x - 2, x + 12] : [x - 7, x + 7];
}

function labelText({ kind, events }: LaneMark): string {
  const [first, ...others] = events;
  if (!first) return "";
  if (others.length > 0) return `${events.length} ${kind}s`;
  return kind === "review" ? first.title.replace(/\s+review$/i, "") : first.title;
}
