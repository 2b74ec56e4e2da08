// A line of text → a box of its own in which it stands where it was measured.

import type { TextShape } from "../shape.ts";
import type { ColourOf } from "./colour.ts";
import { extentOf, extentRound, type ShapeExtent, sideOf } from "./extent.ts";
import { placeXml, presetXml } from "./geometry.ts";
import { solid } from "./paint.ts";
import { centipoints } from "./units.ts";
import { element, escapedXml } from "./xml.ts";

/** The properties and the content of a box of text, as they follow its name. */
export function textXml(shape: TextShape, colourOf: ColourOf): string {
  // In the middle of its box it stands right in any font, even in one that is in Inter's place.
  const body = element("a:bodyPr", { wrap: "none", ...noInsets, anchor: "ctr" }, noFit);
  const fill = shape.halo === undefined ? element("a:noFill") : solid(colourOf(shape.halo));
  return (
    element("p:spPr", {}, placeXml(roomOf(shape)), presetXml("rect"), fill) +
    element("p:txBody", {}, body, element("a:lstStyle"), paragraphXml(shape, shape.text, colourOf))
  );
}

/** A font in Inter's place may be so much wider; a text that is wider than its box would begin elsewhere. */
const spare = 0.15;

function roomOf(shape: TextShape): ShapeExtent {
  const extent = extentOf(shape);
  const side = sideOf(shape);
  // The ground of a text covers what is under it, and nothing beside it.
  const more = shape.halo === undefined ? spare * (extent.right - extent.left) : 0;
  return {
    ...extent,
    left: extent.left - (side === "left" ? 0 : more),
    right: extent.right + (side === "right" ? 0 : more),
  };
}

/**
 * The same for the title of a slide, which may be written anew: it has the room up to `right`, and
 * where a drawing cut it into lines it is one text again.
 */
export function titleXml(
  lines: readonly TextShape[],
  text: string,
  right: number,
  colourOf: ColourOf,
): { readonly properties: string; readonly text: string } {
  const [first] = lines;
  if (first === undefined) throw new Error("A slide has no title.");
  const all = extentRound(lines.map(extentOf));
  const side = sideOf(first);
  const bounds: ShapeExtent =
    side === "right" ? all : { ...all, right: Math.max(right, all.right) };
  const body = element(
    "a:bodyPr",
    { wrap: "square", ...noInsets, anchor: "ctr" },
    element("a:normAutofit"),
  );
  return {
    properties: element("p:spPr", {}, placeXml(bounds)),
    text: element("p:txBody", {}, body, element("a:lstStyle"), paragraphXml(first, text, colourOf)),
  };
}

export const noInsets = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 } as const;
const noFit = element("a:noAutofit");
const alignments = { left: "l", middle: "ctr", right: "r" } as const;

function paragraphXml(shape: TextShape, text: string, colourOf: ColourOf): string {
  const { size, weight, fill, struck, rtl } = shape;
  const run = {
    lang: "en-US",
    sz: centipoints(size),
    b: weight >= 600 ? 1 : 0,
    strike: struck ? "sngStrike" : undefined,
    // The words of a plan are of any language: none of them is underlined as misspelt.
    noProof: 1,
  };
  return element(
    "a:p",
    {},
    element("a:pPr", { algn: alignments[sideOf(shape)], rtl: rtl ? 1 : undefined }),
    element(
      "a:r",
      {},
      element("a:rPr", run, solid(colourOf(fill))),
      element("a:t", {}, escapedXml(text)),
    ),
  );
}
