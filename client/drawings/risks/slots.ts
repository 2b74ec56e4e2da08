// The size of a square and of a mark → the places in it, in lanes and lines.
import type { MatrixFrame } from "./frame.ts";

export interface MatrixSpot {
  readonly x: number;
  readonly y: number;
}

/** Lanes of arrows are so far apart, or farther where marks are wider. */
const leastLane = 28;

/** The middles of all places in a square, from its top left corner. The first ones are taken first. */
export function slotsIn({ cell, mark, bare }: MatrixFrame): readonly MatrixSpot[] {
  const side = bare ? 2 : 3;
  const top = bare ? 2 : 22;
  const bottom = bare ? 2 : 4;
  const lanes = spread(
    cell.width - 2 * side,
    mark.width,
    bare ? mark.width + 2 : Math.max(leastLane, mark.width + 4),
  );
  const lines = spread(cell.height - top - bottom, mark.height, mark.height + 2);
  const spots = lines.flatMap((y, line) =>
    lanes.map((x, lane) => ({ x: side + x, y: top + y, line, lane })),
  );
  // Along the diagonal first, as one places a few things by hand.
  const middle = { x: cell.width / 2, y: top + (cell.height - top - bottom) / 2 };
  const rank = (spot: MatrixSpot & { line: number; lane: number }) =>
    ((spot.line + spot.lane) % 2) * 1000 + Math.hypot(spot.x - middle.x, (spot.y - middle.y) * 1.4);
  return spots.sort((a, b) => rank(a) - rank(b)).map(({ x, y }) => ({ x, y }));
}

/** The middles of as many things of a size as fit, evenly apart, in the middle of their room. */
function spread(room: number, size: number, step: number): readonly number[] {
  const count = Math.max(1, Math.min(4, Math.floor((room - size) / step + 1)));
  const wide = count === 1 ? 0 : Math.min(step * 1.3, (room - size) / (count - 1));
  return Array.from({ length: count }, (_, index) => room / 2 + (index - (count - 1) / 2) * wide);
}
