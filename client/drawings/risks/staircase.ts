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
  const width = 5 * cell.width;
  const start = within[0] ?? 0;
  let path = start > 0 ? `M${start * cell.width} ${-overhang}` : "";
  for (const [line, count] of within.entries()) {
    const y = line * cell.height;
    if (count === 0) continue;
    if (path === "") path = `M${-overhang} ${y}`;
    if (count === 5) {
      path += `L${(within[line - 1] ?? 0) * cell.width} ${y}L${width + overhang} ${y}`;
      break;
    }
    path += `L${count * cell.width} ${y}L${count * cell.width} ${y + cell.height}`;
  }
  const last = within[4] ?? 0;
  const isOpen = last < 5;
  if (isOpen) path += `L${last * cell.width} ${5 * cell.height + overhang}`;
  return {
    path: path.replace(/L(\S+) (\S+)(?=L\1 \2)/g, ""),
    ...(start > 0 ? { top: start * cell.width } : {}),
    ...(isOpen ? { bottom: last * cell.width } : {}),
  };
}
