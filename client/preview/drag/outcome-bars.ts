// Bars that are dragged along the calendar → where they and what goes with them come to lie, and the gestures.
import type { DatesGesture } from "../../../server/gestures/shape.ts";
import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import { asMarked } from "../../drawings/marked.ts";
import { count, dayOf, isoOf } from "../../drawings/time.ts";
import type { DoingOf, DragOutcome } from "./doing.ts";
import { followersOf } from "./followers.ts";
import { programmeMoved, stepOfProgramme } from "./programme.ts";
import { changeSaid, stretchInWords } from "./said.ts";
import { type BarDays, type BarPart, movableOf, partMoved, shifted, stepOfPart } from "./shift.ts";
import type { DateStep } from "./spans.ts";
import { type BarThing, barKey, type ShownRoadmap } from "./things.ts";

/** What becomes of one bar that is dragged. */
interface Moved {
  readonly part: BarPart;
  readonly step: DateStep;
  readonly from: BarDays;
  readonly to: BarDays;
  /** By id: of a programme its parts too. */
  readonly places: ReadonlyMap<string, BarDays>;
}

/** The first of the bars is the one that is held. */
export function barsOutcome(
  bars: readonly BarThing[],
  doing: DoingOf<"shift">,
  standing: ShownRoadmap,
): DragOutcome {
  const isAmong = bars.length > 1 && doing.part === "all";
  const places = new Map<string, BarDays>();
  const gestures: DatesGesture[] = [];
  const put = ({ initiative }: BarThing, moved: Moved) => {
    for (const [id, to] of moved.places) places.set(id, to);
    const { from, to } = moved;
    if (from.start === to.start && from.end === to.end) return;
    gestures.push(datesGesture(initiative, moved, doing.exact));
  };
  const later: BarThing[] = [];
  for (const bar of bars) {
    const moved = movedBar(bar.initiative, doing, standing);
    // Of several, what starts after another of them goes along by itself.
    if (isAmong && moved?.part === "end") later.push(bar);
    else if (moved) put(bar, moved);
  }
  const followers = followersOf(places, standing);
  for (const bar of later) {
    const moved = movedBar(bar.initiative, doing, standing);
    const along = followers.get(bar.initiative.id);
    if (moved === undefined || along === undefined) continue;
    const isLength = bar.initiative.timeline?.isLength;
    const to = isLength ? along : { start: along.start, end: moved.to.end };
    put(bar, { ...moved, part: "all", to, places: new Map([[bar.initiative.id, to]]) });
  }
  return {
    gestures,
    places: new Map([...places].map(([id, to]) => [barKey(id), to])),
    followers: new Map([...followers].filter(([id]) => !places.has(id))),
    ...wordsOf(bars, doing, standing, gestures.length),
  };
}

function movedBar(
  initiative: Initiative,
  doing: DoingOf<"shift">,
  standing: ShownRoadmap,
): Moved | undefined {
  const { days, exact } = doing;
  const movable = movableOf(initiative);
  if (movable === undefined) {
    const programme = doing.part === "all" && initiative.bracket;
    const all = programme ? programmeMoved(initiative, days, exact, standing) : undefined;
    const step = stepOfProgramme(initiative, standing)?.step;
    const to = all?.get(initiative.id);
    if (!all || !to || !step || initiative.start === undefined) return undefined;
    const { start, end } = initiative;
    const from = { start: dayOf(start), end: end === undefined ? undefined : dayOf(end) };
    return { part: "all", step: exact ? "day" : step, from, to, places: all };
  }
  const part = partMoved(movable, doing.part);
  if (part === undefined) return undefined;
  const to = shifted(movable, part, days, standing.view.calendar, exact);
  const step = exact ? "day" : stepOfPart(movable, part);
  const from = {
    start: movable.start,
    end: movable.isOpen && part !== "end" ? undefined : movable.end,
  };
  return { part, step, from, to, places: new Map([[initiative.id, to]]) };
}

/** A bar that is moved says both of its days, as the picture had them; an open end stays where it is. */
function datesGesture(initiative: Initiative, { part, to }: Moved, exact: boolean): DatesGesture {
  const { start, end } = initiative;
  const first = { start: isoOf(to.start) };
  const last = { end: to.end === undefined ? end : isoOf(to.end) };
  return {
    type: "dates",
    of: asMarked(initiative),
    was: { start, end },
    to: part === "all" ? { ...first, ...last } : part === "start" ? first : last,
    ...(exact ? { exact } : {}),
  };
}

/** What is said of the bar that is held. */
function wordsOf(
  [first]: readonly BarThing[],
  doing: DoingOf<"shift">,
  standing: ShownRoadmap,
  several: number,
): Pick<DragOutcome, "words" | "more"> {
  if (first === undefined) return { words: "" };
  const { initiative } = first;
  const moved = movedBar(initiative, doing, standing);
  if (moved === undefined) return { words: whyNot(initiative) };
  const { part, from, to, step } = moved;
  const change = changeSaid(part, from, to, step) ?? "as it is";
  if (several > 1) return { words: count(several, "initiative"), more: change };
  const words = stretchInWords(to);
  const isWaiting = initiative.timeline !== undefined && initiative.timeline.start === undefined;
  if (!isWaiting) return { words, more: change };
  return { words, more: `starts after ${namesBefore(initiative, standing)}, ${change}` };
}

function whyNot({ bracket, openEnd }: Initiative): string {
  if (bracket) return "It is as long as its parts. Drag those";
  if (openEnd) return "It starts after other work and is open. Drag its end";
  return "Its dates cannot be dragged. Change them in the text";
}

/** "'Data platform'", "'CRM' and 2 more" */
function namesBefore({ id }: Initiative, { links, byId }: ShownRoadmap): string {
  const [first, ...others] = new Set((links.before.get(id) ?? []).map(({ from }) => from));
  // What it waits for may all be of another project.
  if (first === undefined) return "other work";
  const title = `'${byId.get(first)?.title ?? first}'`;
  return others.length === 0 ? title : `${title} and ${others.length} more`;
}
