// What is too high for a page, and what must stay whole of it → the stretches that go on each page.
import type { PicturePart } from "../drawing.ts";

/** A stretch from top to bottom, in px of the whole. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export type Heading = Exclude<NonNullable<PicturePart["heads"]>, "columns">;

/** Something that is better not cut. */
export interface Solid extends Extent {
  /** A part of the picture, or something in it that a reader points at. */
  readonly is: "part" | "mark";
  /** It stands over what follows, and never at the foot of a page. */
  readonly heads?: PicturePart["heads"];
}

/** What is to be cut. */
export interface Uncut {
  readonly height: number;
  readonly solids: readonly Solid[];
  /** It has one column, so that heads of columns stand again over what goes on below them. */
  readonly repeats?: true;
}

/** Less than this is no reason for a cut: strokes and halos reach so far over what they belong to. */
export const tolerated = 2;
/** A page is at least so full, whatever starts before. */
const fullEnough = 0.3;

/** A stretch that goes on a page. */
export interface PageExtent extends Extent {
  /** Its end goes through nothing. */
  readonly isClean: boolean;
  /** The heads of columns that stand over it again. */
  readonly again?: Extent;
}

/**
 * The stretches, one a page; `roomOn` is how much has room on a page, from 0. They end where something
 * begins, rather where a group does, and cut as little as there is to cut; what is empty between two
 * pages is on neither.
 */
export function cut(uncut: Uncut, roomOn: (page: number) => number): PageExtent[] {
  const { height } = uncut;
  const sorted = withWhatFollows(uncut.solids);
  const columnsAt = columnsOver(uncut.repeats ? sorted : []);
  const pages: PageExtent[] = [];
  let next = 0;
  let near: Tied[] = [];
  for (let top = 0; ; ) {
    const columns = columnsAt(top);
    const again = columns && { again: columns };
    const room = roomOn(pages.length) - (columns ? columns.bottom - columns.top : 0);
    if (height - top <= room + tolerated) {
      pages.push({ top, bottom: height, isClean: true, ...again });
      return pages;
    }
    const start = top;
    near = near.filter(({ end }) => end > start + tolerated);
    for (let one = sorted[next]; one !== undefined && one.top < top + room; one = sorted[++next])
      if (one.end > top + tolerated) near.push(one);
    const { bottom, isClean, follows } = endOf(top, room, near, sorted[next]);
    pages.push({ top, bottom, isClean, ...again });
    top = follows;
  }
}

/** What must stay whole, with what it stands over: that is where it ends. */
interface Tied extends Solid {
  readonly end: number;
}

/** From the top down. */
function withWhatFollows(solids: readonly Solid[]): Tied[] {
  const sorted = solids.toSorted((a, b) => a.top - b.top);
  return sorted.map((one, index) => {
    if (one.heads === undefined) return { ...one, end: one.bottom };
    let at = index + 1;
    while (at < sorted.length && (sorted[at]?.top ?? 0) < one.bottom - tolerated) at += 1;
    return { ...one, end: sorted[at]?.bottom ?? one.bottom };
  });
}

/** For places from the top down: the heads of columns that hold there. */
function columnsOver(sorted: readonly Tied[]): (y: number) => Extent | undefined {
  let at = 0;
  let columns: Extent | undefined;
  return (y) => {
    for (let one = sorted[at]; one !== undefined && one.top <= y + tolerated; one = sorted[++at]) {
      if (one.heads === "columns") columns = one;
      else if (one.heads?.depth === 0) columns = undefined;
    }
    // Those with which the page begins stand there anyway.
    return columns !== undefined && columns.bottom <= y + tolerated ? columns : undefined;
  };
}

interface End {
  readonly bottom: number;
  readonly isClean: boolean;
  /** Where the next page begins. */
  readonly follows: number;
}

/** `near` is what is on the page, from the top down, and `beyond` the first that begins below it. */
function endOf(top: number, room: number, near: readonly Tied[], beyond: Tied | undefined): End {
  const limit = top + room;
  const least = top + fullEnough * room;
  const places = new Set<number>();
  for (const { top: start, bottom } of near)
    for (const y of [start, bottom]) if (y > least && y <= limit + tolerated) places.add(y);
  let best = { bottom: limit, isClean: false, follows: limit, score: Number.NEGATIVE_INFINITY };
  for (const y of places) {
    const first = near.find((one) => one.top >= y - tolerated) ?? beyond;
    const cost = costOf(y, room, near);
    const score = (y - top) / room + worthOf(first, near) - cost;
    if (score <= best.score) continue;
    const isClean = cost === 0;
    const ends = { bottom: isClean ? endAbove(y, near) : y, follows: first?.top ?? y };
    best = { ...ends, isClean, score };
  }
  return best.isClean ? best : { ...best, follows: best.bottom };
}

/** Where what stands above a place ends. */
function endAbove(y: number, near: readonly Tied[]): number {
  return near.reduce(
    (most, { bottom }) => (bottom <= y + tolerated ? Math.max(most, bottom) : most),
    Number.NEGATIVE_INFINITY,
  );
}

/** How much emptier a page may be for a group to begin on the next. */
function worthOf(first: Tied | undefined, near: readonly Tied[]): number {
  if (first === undefined) return 0;
  const beginning = near.filter(({ top }) => Math.abs(top - first.top) <= tolerated);
  return [first, ...beginning].reduce((most, { heads }) => {
    if (heads === undefined || heads === "columns") return most;
    return Math.max(most, heads.depth === 0 ? 0.2 : heads.depth === 1 ? 0.1 : 0.05);
  }, 0);
}

/** What a cut would go through; what is higher than a page is cut anyway. */
function costOf(y: number, room: number, near: readonly Tied[]): number {
  let marks = 0;
  let isPart = false;
  for (const { top, bottom, end, is, heads } of near) {
    if (top >= y - tolerated || end <= y + tolerated || end - top > room) continue;
    if (is === "mark" || heads !== undefined) marks += bottom <= y + tolerated ? 2 : 1;
    else isPart = true;
  }
  return 2 * marks + (isPart ? 0.5 : 0);
}
