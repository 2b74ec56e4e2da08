// A shape and a box → what of the shape lies in the box, for formats that clip nothing.
import type { DrawnShape, PathShape, PathStep } from "./shape.ts";

export interface ClipBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];
type Curve = readonly ["C", number, number, number, number, number, number];

/** What lies in a box: the shape as it is, a part of it as straight lines, or nothing. */
export function clipped(shape: DrawnShape, box: ClipBox): DrawnShape | undefined {
  switch (shape.is) {
    // Words and signs are whole or not there.
    case "text":
      return holds(box, [shape.x, shape.baseline - shape.size / 3]) ? shape : undefined;
    case "disc":
      return holds(box, [shape.x, shape.y]) ? shape : undefined;
    case "box": {
      const left = Math.max(shape.x, box.left);
      const top = Math.max(shape.y, box.top);
      const width = Math.min(shape.x + shape.width, box.right) - left;
      const height = Math.min(shape.y + shape.height, box.bottom) - top;
      if (width <= 0 || height <= 0) return undefined;
      return {
        ...shape,
        x: left,
        y: top,
        width,
        height,
        radius: Math.min(shape.radius, height / 2),
      };
    }
    case "path":
      return clippedPath(shape, box);
  }
}

function holds({ left, top, right, bottom }: ClipBox, [x, y]: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function clippedPath(shape: PathShape, box: ClipBox): PathShape | undefined {
  const lines = linesOf(shape.steps);
  if (lines.every(({ points }) => points.every((point) => holds(box, point)))) return shape;
  const steps =
    shape.fill === undefined
      ? lines.flatMap((line) => strokeIn(line, box))
      : lines.flatMap(({ points }) => areaIn(points, box));
  return steps.length === 0 ? undefined : { ...shape, steps };
}

interface Line {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

const piecesOfCurve = 16;

function linesOf(steps: readonly PathStep[]): readonly Line[] {
  const lines: { points: Point[]; isClosed: boolean }[] = [];
  for (const step of steps) {
    if (step[0] === "M") lines.push({ points: [[step[1], step[2]]], isClosed: false });
    const line = lines.at(-1);
    const last = line?.points.at(-1);
    if (line === undefined || last === undefined) continue;
    if (step[0] === "Z") line.isClosed = true;
    if (step[0] === "L") line.points.push([step[1], step[2]]);
    if (step[0] === "C")
      for (let at = 1; at <= piecesOfCurve; at++) line.points.push(onCurve(last, step, at));
  }
  return lines;
}

function onCurve([x, y]: Point, step: Curve, at: number): Point {
  const [, x1, y1, x2, y2, x3, y3] = step;
  const t = at / piecesOfCurve;
  const along = (a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  return [along(x, x1, x2, x3), along(y, y1, y2, y3)];
}

/** The stretches of a line in the box. */
function strokeIn({ points, isClosed }: Line, box: ClipBox): readonly PathStep[] {
  const [first] = points;
  const ends = isClosed && first ? [...points, first] : points;
  const steps: PathStep[] = [];
  let pen: Point | undefined;
  for (let at = 1; at < ends.length; at++) {
    const [from, to] = [ends[at - 1], ends[at]];
    const part = from && to && segmentIn(from, to, box);
    if (part === undefined) continue;
    const [start, end] = part;
    if (pen?.[0] !== start[0] || pen[1] !== start[1]) steps.push(["M", ...start]);
    steps.push(["L", ...end]);
    pen = end;
  }
  return steps;
}

/** By Liang and Barsky: the stretch between the edges that the segment crosses. */
function segmentIn(
  [x, y]: Point,
  [toX, toY]: Point,
  box: ClipBox,
): readonly [Point, Point] | undefined {
  const [dx, dy] = [toX - x, toY - y];
  let [from, to] = [0, 1];
  const edges = [
    [-dx, x - box.left],
    [dx, box.right - x],
    [-dy, y - box.top],
    [dy, box.bottom - y],
  ] as const;
  for (const [towards, room] of edges) {
    if (towards === 0 && room < 0) return undefined;
    if (towards < 0) from = Math.max(from, room / towards);
    if (towards > 0) to = Math.min(to, room / towards);
  }
  if (from >= to) return undefined;
  const at = (share: number): Point =>
    share === 0 ? [x, y] : share === 1 ? [toX, toY] : [x + share * dx, y + share * dy];
  return [at(from), at(to)];
}

/** By Sutherland and Hodgman: the area is cut at one edge after the other. */
function areaIn(points: readonly Point[], box: ClipBox): readonly PathStep[] {
  const inside: readonly ((point: Point) => number)[] = [
    ([x]) => x - box.left,
    ([x]) => box.right - x,
    ([, y]) => y - box.top,
    ([, y]) => box.bottom - y,
  ];
  let area = points;
  for (const depth of inside)
    area = area.flatMap((point, index) => {
      const before = area.at(index - 1) ?? point;
      const [was, is] = [depth(before), depth(point)];
      const crossing: Point = [
        before[0] + ((point[0] - before[0]) * was) / (was - is),
        before[1] + ((point[1] - before[1]) * was) / (was - is),
      ];
      return [...(was < 0 !== is < 0 ? [crossing] : []), ...(is >= 0 ? [point] : [])];
    });
  const [first, ...rest] = area;
  if (first === undefined || rest.length < 2) return [];
  return [["M", ...first], ...rest.map((point): PathStep => ["L", ...point]), ["Z"]];
}
