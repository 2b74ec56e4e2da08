// Zooming by wheel, keys and buttons: the width of a quarter changes, and what one looks at stays in sight.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { type DayNumber, dayAt, quarterWidth, xOf } from "../drawings/time.ts";
import type { Picture } from "./picture.ts";
import type { Settings } from "./settings.ts";

const widestQuarter = 720;

/** How much of the calendar in sight lies left of what is kept in sight. */
const before = 0.4;

/**
 * Gives a function that zooms by a factor round `x`, in px from the left edge of the calendar in
 * sight, and one that brings a day into sight.
 * @param looked the day that stays in sight where nobody points at one
 */
export function useZoom(
  scroller: RefObject<HTMLDivElement | null>,
  picture: Picture,
  settings: Settings,
  looked: DayNumber,
  onChange: (change: Partial<Settings>) => void,
): {
  readonly zoomBy: (factor: number, x: number) => void;
  readonly show: (day: DayNumber) => void;
} {
  const { scale, frame } = picture;
  const anchor = useRef<{ readonly day: number; readonly x: number } | undefined>(undefined);
  const level = `${settings.zoom} ${settings.quarter}`;
  const known = useRef(level);

  const show = (day: DayNumber, x?: number) => {
    const element = scroller.current;
    if (!element) return;
    const sight = element.clientWidth - frame.names;
    element.scrollLeft = xOf(scale, day) - (x ?? sight * before);
  };

  useLayoutEffect(() => {
    const kept = anchor.current;
    const isOther = known.current !== level;
    anchor.current = undefined;
    known.current = level;
    if (kept) show(kept.day, kept.x);
    else if (isOther) show(looked);
  }, [scale]);

  const zoomBy = (factor: number, x: number) => {
    if (frame.stacked) return;
    const now = quarterWidth(scale);
    const least = (now * frame.calendar) / scale.width;
    anchor.current = { day: dayAt(scale, (scroller.current?.scrollLeft ?? 0) + x), x };
    onChange({ quarter: Math.min(widestQuarter, Math.max(least, now * factor)) });
  };

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const x = event.clientX - element.getBoundingClientRect().left - frame.names;
      zoomBy(Math.exp(-event.deltaY * 0.003), Math.max(0, x));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  });
  return { zoomBy, show };
}
