// Marks or places of a picture and an arrow key → the one that lies there.
import type { DropPlace } from "../drawings/drawing.ts";

const page = 10;

/** What lies somewhere in a picture. */
type Box = Pick<DropPlace, "key" | "x" | "y" | "width" | "height">;

/** The mark to go to from this one; undefined where there is none in that direction. */
export function neighbourOf<Mark extends Box>(
  marks: readonly Mark[],
  from: string | undefined,
  key: string,
): Mark | undefined {
  const at = marks.findIndex((mark) => mark.key === from);
  const mark = marks[at];
  if (mark === undefined) return marks[0];
  switch (key) {
    case "Home":
      return marks[0];
    case "End":
      return marks.at(-1);
    case "PageDown":
      return marks[Math.min(marks.length - 1, at + page)];
    case "PageUp":
      return marks[Math.max(0, at - page)];
    case "ArrowDown":
      return nearest(marks, mark, (dx, dy) => [dy, dx]);
    case "ArrowUp":
      return nearest(marks, mark, (dx, dy) => [-dy, dx]);
    case "ArrowRight":
      return nearest(marks, mark, (dx, dy) => [dx, dy]);
    case "ArrowLeft":
      return nearest(marks, mark, (dx, dy) => [-dx, dy]);
    default:
      return undefined;
  }
}

/** Of those that lie ahead, the one that is nearest, where a way aside counts three times. */
function nearest<Mark extends Box>(
  marks: readonly Mark[],
  from: Mark,
  turned: (dx: number, dy: number) => readonly [ahead: number, aside: number],
): Mark | undefined {
  let best: { readonly mark: Mark; readonly way: number } | undefined;
  for (const mark of marks) {
    const { dx, dy } = between(from, mark);
    const [ahead, aside] = turned(dx, dy);
    if (mark === from || ahead < 1) continue;
    const way = ahead + 3 * Math.abs(aside);
    if (best === undefined || way < best.way) best = { mark, way };
  }
  return best?.mark;
}

function between(from: Box, to: Box): { readonly dx: number; readonly dy: number } {
  const left = to.x + to.width / 2 - (from.x + from.width / 2);
  // Rows begin at the same edge: of things of different widths it is the edges that lie in line.
  const dx = Math.abs(to.x - from.x) < 1 ? 0 : left;
  return { dx, dy: to.y + to.height / 2 - (from.y + from.height / 2) };
}
