// Reviews, events and KPI targets become marks on one lane below the axis, merged by date, with labels that fit.
import type { CalendarEvent } from "../../../server/views/roadmap/shape.ts";
import type { MeasureText } from "../text.ts";
import { count, dayOf, type Scale, xOf } from "../time.ts";
import type { Taken } from "./labels.ts";

export interface LaneMark {
  /** The kind of all that it holds, or of the first of several kinds. */
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
  measure: MeasureText,
): readonly LaneMark[] {
  const marks = merge(events, scale);
  const taken: Taken[] = [[todayX - 3, todayX + 3]];
  for (const mark of marks) taken.push(extent(mark));
  const labelled = marks.map((mark) => {
    const text = labelText(mark);
    const width = measure(text, size, 400);
    const [from, to] = extent(mark);
    const places = [to + 2, from - 6 - width];
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

/** By date; those nearer than 12 px become one, whatever they are. */
function merge(events: readonly CalendarEvent[], scale: Scale): LaneMark[] {
  const found: (LaneMark & { events: CalendarEvent[] })[] = [];
  const placed = events.flatMap((event) => {
    // A target and an event hold until the end of their day, a review is at the start of it.
    const day = dayOf(event.date) + (event.kind === "review" ? 0 : 1);
    if (day < scale.start || day > scale.end) return [];
    const most = scale.width - (event.kind === "review" ? 10 : 6);
    return [{ event, x: Math.min(xOf(scale, day), most) }];
  });
  for (const { event, x } of placed.toSorted((a, b) => a.x - b.x)) {
    const last = found.at(-1);
    // A flag flies to the right of its pole.
    const reach = last?.kind === "review" ? nearest + 6 : nearest;
    if (last && x - last.x < reach) last.events.push(event);
    else found.push({ kind: event.kind, held: event.held ?? false, x, events: [event] });
  }
  return found;
}

/** What a mark of the lane is called in the picture: by the first that it holds. */
export function laneKey({ events: [first] }: Pick<LaneMark, "events">): string {
  return `event:${first?.kind}:${first?.id}:${first?.date}`;
}

function extent({ kind, x }: LaneMark): Taken {
  return kind === "review" ? [x - 4, x + 12] : [x - 8, x + 8];
}

/** "Autumn", "3 targets", "2 targets, 1 review" */
function labelText({ kind, events }: LaneMark): string {
  const [first, ...others] = events;
  if (!first) return "";
  if (others.length === 0)
    return kind === "review" ? first.title.replace(/\s+review$/i, "") : first.title;
  const kinds = Map.groupBy(events, (event) => event.kind);
  return [...kinds].map(([one, all]) => count(all.length, one)).join(", ");
}
