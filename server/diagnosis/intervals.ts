// Stretches of a text, and places in it → which stretches hold a place, without a look at each pair.
import { countUpTo, firstWhere } from "../../grammar/ordered.ts";
import type { Span } from "../../grammar/tree.ts";

/** Whether a place lies in one of some stretches, their ends included. */
export function holdsPlace(stretches: readonly Span[]): (place: number) => boolean {
  const apart: { readonly start: number; end: number }[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  const starts = apart.map(({ start }) => start);
  return (place) => {
    const one = apart[countUpTo(starts, place) - 1];
    return one !== undefined && place <= one.end;
  };
}

/** The one of some things in the order of a text, none in another, that holds an offset. */
export function around<One extends Span>(all: readonly One[], offset: number): One | undefined {
  const one = all[firstWhere(all, ({ end }) => end > offset)];
  return one !== undefined && one.start <= offset ? one : undefined;
}
