// A pointer that drags near the edge of what scrolls → it scrolls on, the faster the nearer.
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** In px: how near the edge it begins. */
const near = 48;

/**
 * By how many px it scrolls in each picture of the screen, where the pointer is so far from two edges.
 * @internal A test asks it without a page.
 */
export function scrollStep(fromStart: number, fromEnd: number): number {
  if (fromStart < near) return -Math.ceil((near - Math.max(0, fromStart)) / 4);
  if (fromEnd < near) return Math.ceil((near - Math.max(0, fromEnd)) / 4);
  return 0;
}

/** A point of the window, and the edges of what is in sight there. */
interface AtEdges {
  readonly at: { readonly x: number; readonly y: number };
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Scrolls by one step where a point is near an edge; says whether anything went on. */
export function scrollNear(
  element: HTMLElement,
  { at, left, right, top, bottom }: AtEdges,
): boolean {
  const { scrollLeft, scrollTop } = element;
  element.scrollTop += scrollStep(at.y - top, bottom - at.y);
  element.scrollLeft += scrollStep(at.x - left, right - at.x);
  return element.scrollLeft !== scrollLeft || element.scrollTop !== scrollTop;
}

/** Scrolls as long as it is on; `onScroll` hears of it, since the pointer stands over something else then. */
export function useEdgeScroll(
  scroller: RefObject<HTMLElement | null>,
  pointer: RefObject<{ readonly x: number; readonly y: number }>,
  isOn: boolean,
  onScroll: () => void,
): void {
  useEffect(() => {
    if (!isOn) return;
    let frame = 0;
    const look = () => {
      frame = requestAnimationFrame(look);
      const [element, at] = [scroller.current, pointer.current];
      if (!element || !at) return;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (scrollNear(element, { at, left, right, top, bottom })) onScroll();
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [isOn]);
}
