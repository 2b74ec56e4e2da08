// A programme that spans its parts, and how far it is dragged → where its parts come to lie, and so the programme.
import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import { type DayNumber, dayOf } from "../../drawings/time.ts";
import { followersOf } from "./followers.ts";
import { type BarDays, laterBy, type Movable, movableOf, nearestMonths } from "./shift.ts";
import { type DateStep, endInMonths, inMonths, monthsOfStep } from "./spans.ts";
import type { ShownRoadmap } from "./things.ts";

type Among = Pick<ShownRoadmap, "links" | "byId">;

/** The parts of a programme, and theirs. */
function partsOf(id: string, { byId }: Among): readonly Initiative[] {
  const found: Initiative[] = [];
  const inside = new Set([id]);
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const one of byId.values()) {
      if (!one.programme || !inside.has(one.programme.id) || inside.has(one.id)) continue;
      inside.add(one.id);
      found.push(one);
    }
  }
  return found;
}

/** A date of a part: the coarsest of all leads. */
interface Leader {
  readonly step: DateStep;
  readonly at: DayNumber;
  readonly later: (months: number) => DayNumber;
}

function datesOf({ start, end, written, isOpen }: Movable): readonly Leader[] {
  const found: Leader[] = [];
  if (written.start !== undefined)
    found.push({ step: written.start, at: start, later: (months) => inMonths(start, months) });
  if (end !== undefined && !isOpen && !written.isLength && written.end !== undefined)
    found.push({ step: written.end, at: end, later: (months) => endInMonths(end, months) });
  return found;
}

/** The parts that start with a date, those that go along, and the date that leads them. */
function crewOf({ id }: Initiative, among: Among) {
  const parts = partsOf(id, among);
  const bars = new Map(parts.map((part) => [part.id, movableOf(part)]));
  const firm = new Map(
    [...bars].flatMap(([part, bar]) => (bar?.written.start ? [[part, bar]] : [])),
  );
  const probed = new Map([...firm].map(([part, bar]) => [part, laterBy(bar, 0, 1)]));
  const along = new Set(followersOf(probed, among).keys());
  const dates = [...bars].flatMap(([part, bar]) =>
    bar && (firm.has(part) || along.has(part)) ? datesOf(bar) : [],
  );
  const leader = dates.reduce<Leader | undefined>(
    (best, one) => (best && monthsOfStep(best.step) >= monthsOfStep(one.step) ? best : one),
    undefined,
  );
  return { parts, firm, leader: firm.size > 0 ? leader : undefined };
}

/** By which steps a programme moves, and how many days they are; undefined where no part starts with a date. */
export function stepOfProgramme(
  programme: Initiative,
  among: Among,
): { readonly step: DateStep; readonly daysOf: (steps: number) => number } | undefined {
  const { leader } = crewOf(programme, among);
  if (leader === undefined) return undefined;
  const daysOf = (steps: number) => {
    const months = steps * monthsOfStep(leader.step);
    return months === 0 ? steps : leader.later(months) - leader.at;
  };
  return { step: leader.step, daysOf };
}

/** All of its parts that start with a date go by the same steps, and what starts after them goes along; by id. */
export function programmeMoved(
  programme: Initiative,
  days: number,
  exact: boolean,
  among: Among,
): ReadonlyMap<string, BarDays> | undefined {
  const { id, start, end } = programme;
  const { parts, firm, leader } = crewOf(programme, among);
  if (leader === undefined || start === undefined) return undefined;
  const each = exact ? 0 : monthsOfStep(leader.step);
  const months = each === 0 ? 0 : nearestMonths(leader.later, leader.at, days, each);
  const by = each === 0 ? Math.round(days) : leader.later(months) - leader.at;
  const places = new Map([...firm].map(([part, bar]) => [part, laterBy(bar, months, by)]));
  const inside = new Set(parts.map((part) => part.id));
  const followers = followersOf(places, among, (one, bar) =>
    inside.has(one) ? laterBy(bar, months, by).end : bar.end,
  );
  for (const [follower, to] of followers) if (inside.has(follower)) places.set(follower, to);
  let [first, last] = [Infinity, -Infinity];
  for (const part of parts) {
    const at = places.get(part.id) ?? stretchOf(part);
    if (at === undefined) continue;
    first = Math.min(first, at.start);
    last = Math.max(last, at.end ?? (end === undefined ? -Infinity : dayOf(end)));
  }
  places.set(id, { start: first, end: end === undefined ? undefined : last });
  return places;
}

function stretchOf({ start, end, status }: Initiative): BarDays | undefined {
  if (start === undefined || status === "cancelled" || status === "proposed") return undefined;
  return { start: dayOf(start), end: end === undefined ? end : dayOf(end) };
}
