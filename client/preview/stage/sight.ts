// A scrolling element and what is laid out in it → how large it is, where it is scrolled, and what of it is in sight.
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { LaidOut } from "../../drawings/drawing.ts";

/** The picture is drawn in stretches of this many px, with one more above and below what is in sight. */
const stretch = 400;

/** Where something lies in the picture, in px from its top. */
interface Lying {
  readonly y: number;
  readonly height: number;
}

export interface StageSight {
  /** The height of what sticks at the top. */
  readonly head: number;
  /** From where to where the picture is drawn. */
  readonly from: number;
  readonly to: number;
  readonly isInSight: (mark: Lying | undefined) => boolean;
  /** Scrolls as little as it takes. */
  readonly show: (mark: Lying | undefined) => void;
}

/** The size of a scrolling element, which begins where it was scrolled to. */
export function useScroller(scrolled: number): {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly size: { readonly width: number; readonly height: number };
  readonly top: number;
  readonly setTop: (top: number) => void;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  const [top, setTop] = useState(scrolled);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measureSize = () =>
      setSize((before) => {
        const { clientWidth, clientHeight: height } = element;
        const same = before.width === clientWidth && before.height === height;
        return same ? before : { width: clientWidth, height };
      });
    measureSize();
    const observer = new ResizeObserver(measureSize);
    observer.observe(element);
    element.scrollTo({ top: scrolled });
    return () => observer.disconnect();
  }, []);
  return { scroller, size, top, setTop };
}

export function sightOf(
  laid: LaidOut,
  { scroller, size, top }: ReturnType<typeof useScroller>,
): StageSight {
  const head = laid.head?.height ?? 0;
  const seen = Math.max(0, size.height - head);
  return {
    head,
    from: Math.max(0, Math.floor(top / stretch) * stretch - stretch),
    to: Math.min(laid.height, Math.ceil((top + seen) / stretch) * stretch + stretch),
    isInSight: (mark) => mark !== undefined && mark.y + mark.height > top && mark.y < top + seen,
    show: (mark) => {
      const element = scroller.current;
      if (!element || !mark) return;
      const below = mark.y + mark.height + 8 - seen;
      if (element.scrollTop > mark.y - 8) element.scrollTop = Math.max(0, mark.y - 8);
      else if (element.scrollTop < below) element.scrollTop = below;
    },
  };
}
