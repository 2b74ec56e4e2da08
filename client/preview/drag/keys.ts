// Keys on a mark → what the pointer does by dragging: a bar moves by its steps, to another group, or gets a dependency.
import type { Row } from "../../drawings/roadmap/rows.ts";
import { dayOf } from "../../drawings/time.ts";
import { holdsSeveral } from "../chart-act.ts";
import { type MarkKey, rowKeyOf } from "../marks.ts";
import { withToggled } from "./chosen.ts";
import type { Doing } from "./doing.ts";
import { headerOver, isHeader } from "./groups.ts";
import { type ChartGround, type Hand, type InHand, saidOfDrag } from "./hand.ts";
import { stepOfProgramme } from "./programme.ts";
import { type BarPart, daysOfDateSteps, daysOfSteps, movableOf, partMoved } from "./shift.ts";
import { inMonths } from "./spans.ts";
import { type ShownRoadmap, type Thing, thingOf } from "./things.ts";

/** What is pressed within so many milliseconds becomes one edit; among groups one looks longer. */
const pause = { along: 400, among: 800 } as const;

export interface DragKeys {
  /** Says whether the key meant a drag: then it means nothing else. */
  readonly onKey: (event: KeyboardEvent, mark: MarkKey | undefined) => boolean;
  /** Begins a dependency on a mark. */
  readonly draw: (on: MarkKey) => boolean;
}

/** Presses that add up. */
interface Run {
  readonly mark: MarkKey;
  readonly what: BarPart | "group" | "lay";
  readonly steps: number;
}

export function createDragKeys(hand: Hand): DragKeys {
  let run: Run | undefined;
  let timer = 0;

  const hold = (held: InHand | undefined): boolean => {
    const shown = held && hand.hold(held);
    if (shown) hand.say(saidOfDrag(shown.outcome));
    return shown !== undefined;
  };
  const letGo = () => {
    clearTimeout(timer);
    run = undefined;
    hand.drop();
  };
  const forget = () => {
    clearTimeout(timer);
    run = undefined;
    hand.putDown();
  };

  const step = (mark: MarkKey, what: Run["what"], by: number): boolean => {
    if (run && (run.mark !== mark || run.what !== what)) letGo();
    const [ground, standing] = [hand.ground(), hand.standing()];
    if (!ground || !standing) return false;
    const steps = (run?.steps ?? 0) + by;
    const held = heldBySteps(ground, standing, hand.state().chosen, { mark, what, steps });
    if (!hold(held)) return false;
    run = { mark, what, steps };
    clearTimeout(timer);
    timer = window.setTimeout(letGo, what === "group" ? pause.among : pause.along);
    const { held: shown } = hand.state();
    const to = shown && rowShown(ground, shown.doing, mark);
    if (to) ground.scrollTo(to);
    return true;
  };

  /** A dependency is being drawn: arrows choose what waits, Enter makes it. */
  const drawing = (event: KeyboardEvent, on: MarkKey, of: MarkKey | undefined): boolean => {
    const ground = hand.ground();
    if (!ground) return false;
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") {
      if (of !== undefined) hand.drop();
    } else if (way !== 0) {
      const next = neighbour(ground.picture.rows, rowKeyOf(on), of ?? rowKeyOf(on), way);
      if (next) {
        ground.scrollTo(next);
        hold({ by: "keys", doing: { does: "wait", on, of: next.key } });
      }
    } else if (event.key === "Tab") {
      hand.putDown();
      return false;
    }
    return true;
  };

  const draw = (on: MarkKey) => hold({ by: "keys", doing: { does: "wait", on, of: undefined } });

  const leave = (): boolean => {
    const { held, note, chosen } = hand.state();
    if (held) forget();
    else if (note) hand.closeNote();
    else if (chosen.size > 0) hand.choose(new Set());
    else return false;
    return true;
  };

  return {
    draw,
    onKey: (event, mark) => {
      if (event.key === "Escape") return leave();
      const { held, chosen } = hand.state();
      const ground = hand.ground();
      if (held?.by === "keys" && held.doing.does === "wait")
        return drawing(event, held.doing.on, held.doing.of);
      if (mark === undefined || !ground) return false;
      const row = ground.picture.byKey.get(mark);
      if (event.key === " " && (event.ctrlKey || event.metaKey) && row?.type === "initiative") {
        hand.choose(withToggled(chosen, mark));
        return true;
      }
      if (!ground.editing) return false;
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
      if (isPlain && event.key.toLowerCase() === "d" && canBeWaitedFor(hand, mark))
        return draw(mark);
      return event.altKey && !event.metaKey && arrow(event, mark);
    },
  };

  /** An arrow with Alt: along the calendar, or to another group. */
  function arrow({ key, shiftKey, ctrlKey }: KeyboardEvent, mark: MarkKey): boolean {
    const [across, down] = ways[key] ?? [0, 0];
    const [standing, ground] = [hand.standing(), hand.ground()];
    if (!ground || (across === 0 && down === 0)) return false;
    const thing = standing && thingOf(standing, mark);
    // It would go back and forth in the history of the browser.
    if (thing === undefined) return true;
    if (thing.is === "date") {
      if (across !== 0 && !holdsSeveral(ground, mark)) step(mark, "all", across);
      return true;
    }
    if (down !== 0) return step(mark, "group", down);
    if (thing.initiative.start === undefined) return step(mark, "lay", across);
    return step(mark, shiftKey ? "end" : ctrlKey ? "start" : "all", across);
  }
}

const ways: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A bar is, and a milestone of one; what the tray holds has no place for a line. */
export function canBeWaitedFor(hand: Hand, mark: MarkKey): boolean {
  const row = hand.ground()?.picture.byKey.get(rowKeyOf(mark));
  const isMark = /^(?:work|milestone):/.test(mark);
  return isMark && row?.type === "initiative" && row.initiative.start !== undefined;
}

/** What presses that have added up come to. */
function heldBySteps(
  ground: ChartGround,
  standing: ShownRoadmap,
  chosen: ReadonlySet<string>,
  { mark, what, steps }: Run,
): InHand | undefined {
  const marks = chosen.has(mark) ? [mark, ...[...chosen].filter((one) => one !== mark)] : [mark];
  if (what === "group") return regroupedBy(ground, mark, marks, steps);
  if (what === "lay") {
    const day = inMonths(dayOf(ground.view.today), 3 * (steps > 0 ? steps - 1 : steps));
    return { by: "keys", doing: { does: "lay", mark, day, step: "quarter" } };
  }
  const thing = thingOf(standing, mark);
  const days = thing && daysOf(standing, thing, what, steps);
  if (days === undefined) return undefined;
  return { by: "keys", doing: { does: "shift", marks, part: what, days, exact: false } };
}

function daysOf(standing: ShownRoadmap, thing: Thing, part: BarPart, steps: number): number {
  if (thing.is === "date") return daysOfDateSteps(thing.date, thing.precision, steps);
  const { initiative } = thing;
  const movable = movableOf(initiative);
  if (movable === undefined) return stepOfProgramme(initiative, standing)?.daysOf(steps) ?? 0;
  const moved = partMoved(movable, part);
  return moved ? daysOfSteps(movable, moved, steps) : 0;
}

/** The group so many before or behind its own; at the ends the first or the last. */
function regroupedBy(
  { picture }: ChartGround,
  mark: MarkKey,
  marks: readonly MarkKey[],
  steps: number,
): InHand | undefined {
  const { rows, byKey } = picture;
  const row = byKey.get(mark);
  const own = row && headerOver(rows, rows.indexOf(row));
  const headers = rows.filter(isHeader);
  if (row === undefined || own === undefined) return undefined;
  const index = Math.max(0, Math.min(headers.length - 1, headers.indexOf(own) + steps));
  const to = headers[index] ?? own;
  const below = to === own ? 0 : to.y + to.height / 2 - row.y - picture.frame.barMiddle;
  return { by: "keys", below, doing: { does: "regroup", marks, to: to.key } };
}

/** What is to be in sight meanwhile. */
function rowShown({ picture }: ChartGround, doing: Doing, mark: MarkKey): Row | undefined {
  return picture.byKey.get(doing.does === "regroup" ? doing.to : rowKeyOf(mark));
}

/** The next bar above or below that can wait for another. */
function neighbour(
  rows: readonly Row[],
  source: MarkKey,
  from: MarkKey,
  way: 1 | -1,
): Row | undefined {
  const start = rows.findIndex((row) => row.key === from);
  for (let at = start + way; at >= 0 && at < rows.length; at += way) {
    const row = rows[at];
    if (row?.type === "initiative" && row.ghost === undefined && row.key !== source) return row;
  }
  return undefined;
}
