// What a view comes to before it is cut into pages, and what of it goes on each of them.
import type { ComponentChild } from "preact";
import type { ViewData } from "../../../server/views/shape.ts";
import type { PictureMark } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import type { LegendItem } from "../legend.tsx";
import type { Typeface } from "../paper.tsx";
import {
  type Extent,
  type Heading,
  type PageExtent,
  type Solid,
  tolerated,
  type Uncut,
} from "./cut.ts";

/** How wide a view is laid out, and in which texts, in px before all is made smaller. */
export interface PaperRoom {
  readonly width: number;
  readonly face: Typeface;
}

export interface Flow extends Uncut {
  /** With the sentence and the figures of its head. */
  readonly view: ViewData;
  readonly frame: Pick<Frame, "mode" | "width" | "margin">;
  /** What stands at the top of each page, and its marks, which count on the first. */
  readonly head: {
    readonly height: number;
    readonly draw: () => ComponentChild;
    readonly marks: readonly PictureMark[];
  };
  /** What the first page has below its stretch takes so much of it. */
  readonly pinned: number;
  readonly legend: readonly LegendItem[];
  /** What goes on the pages, where they are cut like this. */
  readonly bodies: (pages: readonly PageExtent[]) => readonly Body[];
}

/** A page between its head and its legend, in px from the top of that. */
export interface Body {
  readonly height: number;
  readonly draw: () => ComponentChild;
  readonly marks: readonly PictureMark[];
  readonly headings: readonly (Heading & { readonly y: number })[];
  /** The headings before it that it goes on below. */
  readonly under: readonly string[];
}

/** The headings that stand in each stretch, and those before it whose text goes on there. */
export function headingsOn(
  solids: readonly Solid[],
  pages: readonly Extent[],
): readonly Pick<Body, "headings" | "under">[] {
  const all = solids.flatMap(({ top, heads }) =>
    heads === undefined || heads === "columns" ? [] : [{ ...heads, y: top }],
  );
  all.sort((a, b) => a.y - b.y);
  let next = 0;
  let open: Heading[] = [];
  return pages.map(({ top, bottom }) => {
    const first = all[next];
    const starts = first !== undefined && first.y <= top + tolerated ? first.depth : Infinity;
    const under = open.filter(({ depth }) => depth < starts).map(({ title }) => title);
    const headings: (Heading & { y: number })[] = [];
    for (let one = all[next]; one !== undefined && one.y < bottom - tolerated; one = all[++next]) {
      const { depth } = one;
      open = [...open.filter((other) => other.depth < depth), one];
      headings.push({ ...one, y: one.y - top });
    }
    return { headings, under };
  });
}

/** The page whose stretch holds a place; the last where none does. */
export function pageAt(pages: readonly Extent[], y: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}
