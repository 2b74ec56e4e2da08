// Bars that are dragged, and what starts after them → where that comes to lie.
import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import { dayOf } from "../../drawings/time.ts";
import { type BarDays, type Movable, movableOf, withLength } from "./shift.ts";
import type { ShownRoadmap } from "./things.ts";

/** A chain is followed so far: a circle must not be followed for ever. */
const most = 1_000;

/** Where an end that is written comes to lie as its start goes along. */
export type EndOf = (id: string, movable: Movable) => BarDays["end"];

const staying: EndOf = (_, { end }) => end;

/**
 * The stretches of what moves along, by id: what has a timeline that says `after` what is dragged, and
 * what says `after` that. A length goes along; an end that is written stays, if nothing else is said.
 */
export function followersOf(
  dragged: ReadonlyMap<string, BarDays>,
  { links, byId }: Pick<ShownRoadmap, "links" | "byId">,
  endOf = staying,
): ReadonlyMap<string, BarDays> {
  const found = new Map<string, BarDays>();
  const ahead = [...dragged.keys()];
  for (let turn = 0; turn < most; turn++) {
    const at = ahead.shift();
    if (at === undefined) break;
    for (const { to } of links.after.get(at) ?? []) {
      if (dragged.has(to)) continue;
      const next = followed(to, { dragged, found, links, byId, endOf });
      if (next === undefined || next.start === found.get(to)?.start) continue;
      found.set(to, next);
      ahead.push(to);
    }
  }
  return new Map([...found].filter(([id, { start }]) => startOf(byId.get(id)) !== start));
}

function startOf(initiative: Initiative | undefined): number | undefined {
  return initiative?.start === undefined ? undefined : dayOf(initiative.start);
}

interface Following extends Pick<ShownRoadmap, "links" | "byId"> {
  readonly dragged: ReadonlyMap<string, BarDays>;
  readonly found: ReadonlyMap<string, BarDays>;
  readonly endOf: EndOf;
}

/** Where it starts now that some of what it waits for has another end; undefined where that is not told. */
function followed(
  id: string,
  { dragged, found, links, byId, endOf }: Following,
): BarDays | undefined {
  const initiative = byId.get(id);
  const movable = initiative && movableOf(initiative);
  if (movable === undefined || movable.written.start !== undefined) return undefined;
  let [before, after] = [-Infinity, -Infinity];
  for (const { from, milestone } of links.before.get(id) ?? []) {
    const end = byId.get(from)?.end;
    // What it only depends on may end when it likes.
    if (milestone !== undefined || end === undefined || dayOf(end) >= movable.start) continue;
    before = Math.max(before, dayOf(end));
    after = Math.max(after, (dragged.get(from) ?? found.get(from))?.end ?? dayOf(end));
  }
  if (before + 1 !== movable.start) return undefined;
  const start = after + 1;
  return movable.written.isLength ? withLength(movable, start) : { start, end: endOf(id, movable) };
}
