// A view and the size of a page → how large it is drawn and where it is cut, so that pages are full and none has three lines.
import type { ViewData } from "../../../server/views/shape.ts";
import type { Drawing } from "../drawing.ts";
import { legendPlaces } from "../legend.tsx";
import { inter, measureIn, type Typeface } from "../paper.tsx";
import { titleHeight } from "../title.tsx";
import { cut, type PageExtent } from "./cut.ts";
import type { Flow, PaperRoom } from "./flow.ts";
import { roadmapFlow } from "./roadmap.tsx";
import { sheetFlow } from "./sheet.tsx";

/** A page, in px of 96 to an inch. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly hasFoot: boolean;
  readonly face?: Typeface | undefined;
}

/** A view as it goes on its pages. */
export interface Fitted {
  readonly flow: Flow;
  readonly pages: readonly PageExtent[];
  /** All is drawn as large as it is laid out, times this. */
  readonly scale: number;
  /** With the smallest text in px of what is laid out. */
  readonly face: Typeface;
}

/** What stays free at each edge of a page, in px of the page. */
export const edge = 18;
/** What a page has besides its stretch, in px of what is laid out. */
export const continuedHeight = 46;
export const footHeight = 36;
const bareFoot = 8;
export const legendGap = 16;

/** 8 pt, in px of the page. */
const readable = (8 * 96) / 72;
/** A view with columns beside each other asks for so much. */
const wideRoom = 1200;
/** Texts are not larger than this for what they stand in. */
const largest = 13;
const smallestScale = 0.85;
const steps = 4;
/** A last page that is less full than this is better saved. */
const nearlyEmpty = 0.35;
/** Where there are so many pages, one more or less does not matter. */
const manyPages = 12;
/** On more than these, columns beside each other would leave room beside the longer ones. */
const fewPages = 2;
/** No page has less room than this, however small it is. */
const leastRoom = 120;

export function fitted(drawing: Drawing, data: ViewData, size: PageSize): Fitted {
  const scales = scalesFor(size.width);
  const [natural = 1, ...smaller] = scales;
  const whole = tried(drawing, data, size, natural, "whole");
  if (whole.pages.length === 1) return whole;
  const onOne = isNearlyOne(whole, size)
    ? firstOf(smaller, (scale) => tried(drawing, data, size, scale, "whole"), 1)
    : undefined;
  if (onOne !== undefined) return onOne;
  const below = severalOf(drawing, data, size, scales, "cut");
  if (drawing.stage === "calendar" || drawing.folds !== "below") return below;
  const beside = severalOf(drawing, data, size, scales, "whole");
  const isClean = beside.pages.every((page) => page.isClean);
  const most = Math.min(fewPages, below.pages.length);
  return isClean && beside.pages.length <= most ? beside : below;
}

/** As large as it can be, or smaller where that saves a page on which there is little. */
function severalOf(
  drawing: Drawing,
  data: ViewData,
  size: PageSize,
  [natural = 1, ...smaller]: readonly number[],
  as: "whole" | "cut",
): Fitted {
  const found = tried(drawing, data, size, natural, as);
  const { length } = found.pages;
  if (length === 1 || length > manyPages || fullness(found, size) > nearlyEmpty) return found;
  const at = (scale: number) => tried(drawing, data, size, scale, as);
  return firstOf(smaller, at, length - 1) ?? found;
}

/** From the natural one to the smallest at which nothing becomes too small to read. */
function scalesFor(width: number): readonly number[] {
  const least = readable / largest;
  const natural = Math.max(least, Math.min(1, (width - 2 * edge) / wideRoom));
  const last = Math.max(least, natural * smallestScale);
  return Array.from({ length: steps }, (_, at) => natural + ((last - natural) * at) / (steps - 1));
}

function firstOf(
  scales: readonly number[],
  at: (scale: number) => Fitted,
  most: number,
): Fitted | undefined {
  for (const scale of scales) {
    const found = at(scale);
    if (found.pages.length <= most) return found;
  }
  return undefined;
}

/** Laid out for pages of which each shows all columns; or cut, as it is where one page does not do. */
function tried(
  drawing: Drawing,
  data: ViewData,
  size: PageSize,
  scale: number,
  as: "whole" | "cut",
): Fitted {
  const room: PaperRoom = {
    width: (size.width - 2 * edge) / scale,
    face: { ...(size.face ?? inter), smallest: readable / scale },
  };
  const laid = {
    scale,
    face: room.face,
    flow: flowOf(drawing, data, room, size.height / scale, as),
  };
  // What flows round something has to know where the first page ends.
  const fit =
    as === "cut" && drawing.stage === "sheet" && drawing.folds === "round"
      ? { ...laid, flow: sheetFlow(drawing, data, room, true, roomOn(laid, size, 0)) }
      : laid;
  return { ...fit, pages: cut(fit.flow, (page) => roomOn(fit, size, page)) };
}

function flowOf(
  drawing: Drawing,
  data: ViewData,
  room: PaperRoom,
  height: number,
  as: "whole" | "cut",
): Flow {
  if (drawing.stage === "sheet")
    return sheetFlow(drawing, data, room, as === "cut" && drawing.folds !== undefined);
  return roadmapFlow(drawing.workOf(data), room, as === "cut" ? height * gapShare : undefined);
}

/** Of a first page, what supports no objective takes no more than this. */
const gapShare = 0.2;

/** How high a stretch may be on a page of the view, from 0. */
function roomOn(fit: Omit<Fitted, "pages">, { height, hasFoot }: PageSize, page: number): number {
  const { flow, scale } = fit;
  const all = (height - 2 * edge) / scale - flow.head.height - (hasFoot ? footHeight : bareFoot);
  if (page > 0) return Math.max(leastRoom, all - continuedHeight);
  const title = titleHeight(flow.view, flow.frame.mode);
  return Math.max(leastRoom, all - title - flow.pinned - legendHeight(fit));
}

/** With what stays free above it; none where nothing is to be told. */
export function legendHeight({ flow, face }: Omit<Fitted, "pages">): number {
  const { legend, frame } = flow;
  if (legend.length === 0) return 0;
  const room = frame.width - 2 * frame.margin;
  return legendGap + legendPlaces(legend, room, measureIn(face)).height;
}

/** Whether it can be made so small that one page holds it: in a wider room it is no higher. */
function isNearlyOne(fit: Fitted, size: PageSize): boolean {
  const room = roomOn(fit, size, 0);
  const fixed = size.height / fit.scale - room;
  return (fit.flow.height + fixed) * smallestScale <= size.height / fit.scale;
}

/** How full the last page is, from 0 to 1. */
function fullness(fit: Fitted, size: PageSize): number {
  const last = fit.pages.at(-1);
  if (last === undefined) return 1;
  return (last.bottom - last.top) / roomOn(fit, size, fit.pages.length - 1);
}
