// The state of what is dragged → what is drawn of it alone is drawn anew, and its marks in the picture below are hidden meanwhile.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { ChartGround, Hand, HandState, Shown } from "./hand.ts";
import { barKey, type ThingKey } from "./things.ts";

export function useHandState(hand: Hand): HandState {
  const [state, setState] = useState(hand.state);
  useEffect(() => {
    setState(hand.state());
    return hand.listen(() => setState(hand.state()));
  }, [hand]);
  return state;
}

/** All that is not where the picture has it. */
export function aloft({ sent, held, back }: HandState): readonly Shown[] {
  return [...sent, ...(back ? [back] : []), ...(held ? [held] : [])];
}

const drawn = ".rows .mark.bar, .rows .mark.milestone, .head .mark.event";

/** Also after the picture has been drawn anew meanwhile, since that brings its marks back. */
export function useLifted(
  ground: ChartGround | undefined,
  scroller: RefObject<HTMLDivElement | null>,
  shown: readonly Shown[],
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !ground) return;
    const keys = new Set(shown.flatMap(({ outcome }) => [...outcome.places.keys()]));
    const before = element.querySelectorAll("[data-lifted]");
    if (keys.size === 0 && before.length === 0) return;
    const lifted = new Set<Element>();
    for (const mark of keys.size > 0 ? element.querySelectorAll(drawn) : [])
      if (keys.has(thingShown(ground, mark))) lifted.add(drawnWith(mark));
    for (const mark of before) if (!lifted.has(mark)) mark.removeAttribute("data-lifted");
    for (const mark of lifted) mark.setAttribute("data-lifted", "");
  });
}

/** A bar may have several rows, and the mark of an event ends with its date. */
function thingShown({ picture }: ChartGround, element: Element): ThingKey {
  const mark = element.getAttribute("data-mark") ?? "";
  if (mark.startsWith("event:")) return mark.slice(0, mark.lastIndexOf(":"));
  const row = picture.byKey.get(mark);
  return row?.type === "initiative" ? barKey(row.initiative.id) : mark;
}

/** A bar goes with its milestones and its labels. */
function drawnWith(mark: Element): Element {
  const all = mark.parentElement;
  return mark.matches(".bar") && all && !all.matches("[data-row]") ? all : mark;
}
