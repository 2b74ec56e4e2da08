// A roadmap → a hand that drags in it, by pointer and by keys, with clicks that choose.
import { useLayoutEffect } from "preact/hooks";
import type { MenuEntry } from "../mark-menu/entries.tsx";
import { type MarkKey, rowKeyOf } from "../marks.ts";
import { withRange, withToggled } from "./chosen.ts";
import { type ChartGround, createHand, type Hand } from "./hand.ts";
import { canBeWaitedFor, createDragKeys, type DragKeys } from "./keys.ts";
import { createDragPointer, type DragPointer } from "./pointer.ts";
import type { ThingKey } from "./things.ts";

export interface Dragging extends DragPointer, DragKeys {
  readonly hand: Hand;
  /** A click with Ctrl or Shift chooses, any other ends that. Says whether it means nothing else. */
  readonly onChoose: (event: MouseEvent, mark: MarkKey | undefined) => boolean;
  /** What the menu of a mark offers besides what all marks have. */
  readonly menuOf: (mark: MarkKey) => readonly MenuEntry[];
}

export function createDragging(): Dragging {
  const hand = createHand();
  const keys = createDragKeys(hand);
  return {
    ...{ hand, ...createDragPointer(hand), ...keys },
    menuOf: (mark) =>
      canBeWaitedFor(hand, mark)
        ? [{ words: "Draw what waits for it", note: "D", does: () => keys.draw(mark) }]
        : [],
    onChoose: (event, mark) => choose(hand, event, mark),
  };
}

interface GroundOfChart extends Omit<ChartGround, "refocus"> {
  /** This mark is to have the focus, as soon as it is drawn. */
  readonly onWanted: (mark: MarkKey) => void;
}

/** Tells the hand of the chart as it is drawn. */
export function useGround({ hand }: Dragging, chart: GroundOfChart): void {
  hand.stand({ ...chart, refocus: (key) => refocus(chart, key) });
  useLayoutEffect(() => hand.arrived(), [chart.picture]);
}

function choose(hand: Hand, event: MouseEvent, mark: MarkKey | undefined): boolean {
  const { chosen } = hand.state();
  const rows = hand.ground()?.picture.rows ?? [];
  const key = mark && rowKeyOf(mark);
  const isWork = rows.some((row) => row.key === key && row.type === "initiative");
  const isMore = event.ctrlKey || event.metaKey;
  if (key && isWork && isMore) hand.choose(withToggled(chosen, key));
  else if (key && isWork && event.shiftKey) hand.choose(withRange(chosen, key, rows));
  else {
    if (chosen.size > 0) hand.choose(new Set());
    return false;
  }
  return true;
}

/** What had the focus may be drawn elsewhere, under another key, or for the first time. */
function refocus({ view, picture, scrollTo, onWanted }: GroundOfChart, key: ThingKey): void {
  const { activeElement } = document;
  if (activeElement instanceof Element && activeElement.closest("[data-mark]")) return;
  const event = view.events.find(({ kind, id }) => key === `event:${kind}:${id}`);
  const row = picture.byKey.get(rowKeyOf(key));
  if (row) scrollTo(row);
  onWanted(event ? `${key}:${event.date}` : key);
}
