// Zooming by wheel and keys: the width of a quarter changes, the day under the pointer stays where it is.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { dayAt, quarterWidth, xOf } from "../drawings/time.ts";
import type { Picture } from "./picture.ts";
import type { Settings } from "./settings.ts";

const widestQuarter = 720;

/** Gives a function that zooms by a factor round `x`, in px from the left edge of the calendar in sight. */
export function useZoom(
  scroller: RefObject<HTMLDivElement | null>,
  picture: Picture,
  onChange: (change: Partial<Settings>) => void,
): (factor: number, x: number) => void {
  const { scale, frame } = picture;
  const anchor = useRef<{ readonly day: number; readonly x: number } | undefined>(undefined);

  useLayoutEffect(() => {
    const element = scroller.current;
    const kept = anchor.current;
    if (!element || !kept) return;
    anchor.current = undefined;
    element.scrollLeft = xOf(scale, kept.day) - kept.x;
  }, [scale]);

  const zoomBy = (factor: number, x: number) => {
    if (frame.mode === "narrow") return;
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
  return zoomBy;
}
