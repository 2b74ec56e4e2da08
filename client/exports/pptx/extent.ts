// Shapes → the rectangles in which they lie, in px.
import { interWidth, type Weight } from "../../drawings/text.ts";
import type { DrawnShape, PathStep, TextShape } from "../shape.ts";

export interface ShapeExtent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The height of a line of Inter, in parts of its size, and its middle above the baseline. */
const line = { height: 1.21, middle: 0.364 } as const;

/** Where a shape lies, without its line. */
export function extentOf(shape: DrawnShape): ShapeExtent {
  switch (shape.is) {
    case "box":
      return {
        ...{ left: shape.x, top: shape.y },
        ...{ right: shape.x + shape.width, bottom: shape.y + shape.height },
      };
    case "disc": {
      const { x, y, radius } = shape;
      return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
    }
    case "path":
      return extentRound(shape.steps.map(stepExtent));
    case "text":
      return textExtent(shape);
  }
}

/** The rectangle round others; of none it is empty. */
export function extentRound(all: readonly ShapeExtent[]): ShapeExtent {
  let found: ShapeExtent | undefined;
  for (const one of all) {
    found = {
      left: Math.min(found?.left ?? one.left, one.left),
      top: Math.min(found?.top ?? one.top, one.top),
      right: Math.max(found?.right ?? one.right, one.right),
      bottom: Math.max(found?.bottom ?? one.bottom, one.bottom),
    };
  }
  return found ?? { left: 0, top: 0, right: 0, bottom: 0 };
}

/** Whether one lies in another, or no further outside than this. */
export function liesIn(inner: ShapeExtent, outer: ShapeExtent, by = 0): boolean {
  return (
    inner.left >= outer.left - by &&
    inner.right <= outer.right + by &&
    inner.top >= outer.top - by &&
    inner.bottom <= outer.bottom + by
  );
}

/** At which side of its place a text stands, whichever way it runs. */
export function sideOf({ anchor, rtl }: TextShape): "left" | "middle" | "right" {
  if (anchor === "middle") return "middle";
  return (anchor === "start") === (rtl !== true) ? "left" : "right";
}

function textExtent(shape: TextShape): ShapeExtent {
  const { text, x, baseline, size } = shape;
  const width = interWidth(text, size, weightOf(shape));
  const side = sideOf(shape);
  const left = side === "left" ? x : side === "right" ? x - width : x - width / 2;
  const middle = baseline - line.middle * size;
  const half = (line.height / 2) * size;
  return { left, right: left + width, top: middle - half, bottom: middle + half };
}

function weightOf({ weight }: TextShape): Weight {
  return weight >= 600 ? 600 : weight >= 500 ? 500 : 400;
}

function stepExtent(step: PathStep, index: number, all: readonly PathStep[]): ShapeExtent {
  // The end of an outline adds nothing to it.
  if (step[0] === "Z") return stepExtent(all[index - 1] ?? ["M", 0, 0], index - 1, all);
  const points: ShapeExtent[] = [];
  for (let at = 1; at < step.length; at += 2) {
    const [x, y] = [Number(step[at]), Number(step[at + 1])];
    points.push({ left: x, right: x, top: y, bottom: y });
  }
  return extentRound(points);
}
