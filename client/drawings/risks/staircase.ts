// The squares of a matrix and the side on which each lies → the line of the appetite, and where its sides are named.
import type { RatedSquare } from "../../../server/views/risks/shape.ts";
import { type MatrixFrame, overhang } from "./frame.ts";

export interface Staircase {
  /** The line as an SVG path, from the squares' top left corner. */
  readonly path: string;
  /** Where it begins at the top; undefined where all of the highest probability is above it. */
  readonly top?: number;
  /** Where it ends at the bottom; undefined where it ends at the right. */
  readonly bottom?: number;
}

/** Undefined where all lies on one side, or nobody knows on which. */
export function staircaseOf(
  squares: readonly RatedSquare[],
  { cell }: Pick<MatrixFrame, "cell">,
): Staircase | undefined {
  if (!squares.some(({ above }) => above) || !squares.some(({ above }) => above === false))
    return undefined;
  const within = [5, 4, 3, 2, 1].map(
    (step) => squares.filter(({ probability, above }) => probability === step && !above).length,
  );
  const [first = 0, last = 0] = [within[0], within[4]];
  const corners = first > 0 ? [[first * cell.width, -overhang]] : [];
  for (const [line, count] of within.entries()) {
    const before = within[line - 1] ?? first;
    if (count === before) continue;
    const y = line * cell.height;
    corners.push([before === 0 ? -overhang : before * cell.width, y]);
    corners.push([count * cell.width + (count === 5 ? overhang : 0), y]);
  }
  if (last < 5) corners.push([last * cell.width, 5 * cell.height + overhang]);
  return {
    path: `M${corners.map(([x, y]) => `${x} ${y}`).join("L")}`,
    ...(first > 0 ? { top: first * cell.width } : {}),
    ...(last < 5 ? { bottom: last * cell.width } : {}),
  };
}
