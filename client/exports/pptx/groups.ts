// The shapes of a page and what its marks say → what belongs together: a bar with its progress, its milestones and its words.
import type { DrawnShape } from "../shape.ts";
import { extentOf, extentRound, liesIn, type ShapeExtent } from "./extent.ts";

/** Some shapes that follow each other, and what they say together. */
interface Group {
  readonly is: "group";
  readonly says: string;
  readonly of: readonly SlidePiece[];
}

export type SlidePiece = DrawnShape | Group;

/** Something on a page that says something. */
export interface Saying {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly sentence: string;
}

/** Shapes that say the same, one after the other. */
interface Run {
  readonly says: string | undefined;
  /** They say that by themselves, and not because they lie where a mark is. */
  readonly isSpoken: boolean;
  readonly shapes: DrawnShape[];
}

/** Shapes in their order, those that belong together as groups. */
export function grouped(
  shapes: readonly DrawnShape[],
  marks: readonly Saying[],
): readonly SlidePiece[] {
  const found: (readonly SlidePiece[])[] = [];
  let bar: { readonly bounds: ShapeExtent; readonly runs: Run[] } | undefined;
  const close = () => {
    if (bar !== undefined) found.push(together(bar.runs));
    bar = undefined;
  };
  for (const run of runsOf(shapes, marks)) {
    if (bar !== undefined && belongs(run, bar.bounds)) {
      bar.runs.push(run);
      continue;
    }
    close();
    if (run.isSpoken) bar = { bounds: extentRound(run.shapes.map(extentOf)), runs: [run] };
    else found.push(together([run]));
  }
  close();
  return found.flat();
}

function runsOf(shapes: readonly DrawnShape[], marks: readonly Saying[]): readonly Run[] {
  const smallestFirst = marks.toSorted((a, b) => a.width * a.height - b.width * b.height);
  const runs: Run[] = [];
  for (const shape of shapes) {
    const isSpoken = shape.says !== undefined;
    const says = shape.says ?? sayingOf(extentOf(shape), smallestFirst);
    const last = runs.at(-1);
    if (last?.says === says && last?.isSpoken === isSpoken && says !== undefined)
      last.shapes.push(shape);
    else runs.push({ says, isSpoken, shapes: [shape] });
  }
  return runs;
}

/** What the smallest of the marks says in which a shape lies. */
function sayingOf(bounds: ShapeExtent, marks: readonly Saying[]): string | undefined {
  const mark = marks.find(({ x, y, width, height }) =>
    liesIn(bounds, { left: x, top: y, right: x + width, bottom: y + height }, 1),
  );
  return mark?.sentence;
}

/** How far over the ends of a bar its milestones may reach. */
const reach = 12;

/** Whether something is on a bar, or is written on it or beside it. */
function belongs({ isSpoken, shapes }: Run, bar: ShapeExtent): boolean {
  const bounds = extentRound(shapes.map(extentOf));
  if (isSpoken) return liesIn(bounds, bar, reach);
  const middle = (bounds.top + bounds.bottom) / 2;
  return shapes.every(({ is }) => is === "text") && middle > bar.top && middle < bar.bottom;
}

/** The first says what the group is; what says something else is a group in it. */
function together([base, ...others]: readonly Run[]): readonly SlidePiece[] {
  if (base === undefined) return [];
  const { says, shapes } = base;
  const inside = [
    ...shapes,
    ...others.flatMap((run) => (run.isSpoken ? together([run]) : run.shapes)),
  ];
  // A line that only runs through the place of a mark is none of its own.
  const isOwn = base.isSpoken || inside.some(({ is }) => is === "text");
  return says === undefined || !isOwn || inside.length === 1
    ? inside
    : [{ is: "group", says, of: inside }];
}
