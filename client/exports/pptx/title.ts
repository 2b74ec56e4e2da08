// The shapes of a page → those that are its title, and the others.
import type { DrawnShape, TextShape } from "../shape.ts";
import { extentOf } from "./extent.ts";

export interface PageTitle {
  /** The lines of the title, as they are drawn. */
  readonly lines: readonly TextShape[];
  /** All of it in one. */
  readonly text: string;
  /** Up to where it has room. */
  readonly right: number;
  readonly others: readonly DrawnShape[];
}

/**
 * The title is the first text of the page: the sentence, in one line or in two, of which the last may
 * be cut off, or what stands in its place on a page that goes on.
 */
export function titleIn(shapes: readonly DrawnShape[], sentence: string, edge: number): PageTitle {
  const texts = shapes.filter((shape) => shape.is === "text");
  const [first, next] = texts;
  if (first === undefined) throw new Error("A page has no text.");
  const rest = sentence.slice(first.text.length).trim();
  const isTwo =
    next !== undefined && rest !== "" && isStart(next.text, rest) && next.size === first.size;
  const lines = isTwo ? [first, next] : [first];
  const others = shapes.filter((shape) => !lines.some((line) => line === shape));
  const text = isStart(first.text, sentence) ? sentence : first.text;
  return { lines, text, right: roomBeside(lines, others, edge), others };
}

function isStart(line: string, sentence: string): boolean {
  return line !== "" && sentence.startsWith(line.endsWith("…") ? line.slice(0, -1) : line);
}

/** Up to what stands at the right of the title, else up to the edge. */
function roomBeside(
  lines: readonly TextShape[],
  others: readonly DrawnShape[],
  edge: number,
): number {
  const all = lines.map(extentOf);
  let right = edge;
  for (const other of others) {
    const { left, top, bottom } = extentOf(other);
    const isBeside = all.some(
      (line) => left >= line.right && top < line.bottom && bottom > line.top,
    );
    if (isBeside) right = Math.min(right, left - 16);
  }
  return right;
}
