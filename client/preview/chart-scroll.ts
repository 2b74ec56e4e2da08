// The scroller of the chart → how large it is, and the ways to bring a row or a place into sight and to focus a mark.
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Row } from "../drawings/roadmap/rows.ts";
import { dayOf, xOf } from "../drawings/time.ts";
import type { MarkKey } from "./marks.ts";
import type { Picture } from "./picture.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of what is in sight, in px; at first it is scrolled to where it was left. */
export function useSize(
  scroller: RefObject<HTMLDivElement | null>,
  [left, top]: readonly [number, number],
): Size {
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measureSize = () =>
      setSize((before) => {
        const { clientWidth: width, clientHeight: height } = element;
        return before.width === width && before.height === height ? before : { width, height };
      });
    measureSize();
    const observer = new ResizeObserver(measureSize);
    observer.observe(element);
    element.scrollTo({ left, top });
    return () => observer.disconnect();
  }, []);
  return size;
}

export interface Scrolling {
  readonly scrollTo: (row: Row) => void;
  /** Leaves room above and below, too. */
  readonly centre: (row: Row) => void;
  /** In px from the left edge of the calendar. */
  readonly scrollAcross: (x: number) => void;
  /** Puts the focus on a mark that is drawn, and says whether it is. */
  readonly focusMark: (key: MarkKey) => boolean;
}

/** The ways to move about in a picture of which this much is in sight. */
export function scrollingOf(
  scroller: RefObject<HTMLDivElement | null>,
  picture: Picture,
  size: Size,
): Scrolling {
  const { frame, scale, heights } = picture;
  const seen = Math.max(0, size.height - heights.all);

  const scrollAcross = (x: number) => {
    const element = scroller.current;
    if (!element || frame.stacked) return;
    const sight = size.width - frame.names;
    if (x < element.scrollLeft || x > element.scrollLeft + sight - 40) {
      element.scrollLeft = Math.max(0, x - 40);
    }
  };

  const scrollTo = (row: Row) => {
    const element = scroller.current;
    if (!element) return;
    const above = row.y - frame.band;
    const gapBar = picture.gap && row.y < picture.gap.top ? frame.band : 0;
    const below = row.y + row.height - seen + gapBar;
    if (element.scrollTop > above) element.scrollTop = Math.max(0, above);
    else if (element.scrollTop < below) element.scrollTop = below;
    if (row.type !== "initiative") return;
    scrollAcross(xOf(scale, dayOf(row.initiative.start ?? scale.calendar.start)));
  };

  const centre = (row: Row) => {
    const element = scroller.current;
    if (!element) return;
    const above = row.y - element.scrollTop;
    const room = 2 * frame.band;
    if (above < room || above + row.height > seen - room)
      element.scrollTop = Math.max(0, row.y - (seen - row.height) / 2);
    scrollTo(row);
  };

  /** A band that sticks has marks of the same key. */
  const focusMark = (key: MarkKey): boolean => {
    const name = `[data-mark="${CSS.escape(key)}"]`;
    const mark = scroller.current?.querySelector(`.rows ${name}, .head ${name}`);
    if (!(mark instanceof SVGElement)) return false;
    mark.focus({ preventScroll: true });
    return true;
  };

  return { scrollTo, centre, scrollAcross, focusMark };
}
