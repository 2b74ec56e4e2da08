// A bar and a point beside its left end → what of it would be dragged: the bar, an edge, or the dot that draws a dependency.

export type Grip = "all" | "start" | "end" | "dot";

/** A bar across the calendar, in px. */
export interface Across {
  readonly x: number;
  readonly width: number;
}

/** How far a grip reaches over its edge, and into the bar where there is room. */
const outside = 8;
const inside = 16;

/** What is left for the middle of the smallest bar. */
const leastMiddle = 8;

/** From the right end of a bar to the middle of its dot. */
export const dotAt = 18;
const dotReach = 10;

/** What lies at `x` of a bar; a point beside all of it is on nothing. */
export function gripAt({ x: left, width }: Across, x: number, hasDot: boolean): Grip | undefined {
  const right = left + width;
  const middle = left + width / 2;
  const half = Math.max(leastMiddle / 2, width / 2 - inside);
  if (x >= middle - half && x <= middle + half) return "all";
  if (x < middle - half) return x >= Math.min(left, middle - half) - outside ? "start" : undefined;
  if (x <= Math.max(right, middle + half) + outside) return "end";
  return hasDot && x <= right + dotAt + dotReach ? "dot" : undefined;
}
