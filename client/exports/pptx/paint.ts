// What a shape is filled and drawn with → XML of its fill and its line.
import type { Paint } from "../shape.ts";
import type { ColourOf } from "./colour.ts";
import { emu } from "./units.ts";
import { element } from "./xml.ts";

/** Its fill, then its line, as they follow each other in the properties of a shape. */
export function paintXml(paint: Paint, colourOf: ColourOf, ground: string): string {
  return fillXml(paint, colourOf, ground) + lineXml(paint, colourOf);
}

/** `ground` is what shows between the strokes of a hatch, which no deck can leave open. */
function fillXml({ fill, fillOpacity }: Paint, colourOf: ColourOf, ground: string): string {
  if (fill === undefined) return element("a:noFill");
  if (typeof fill === "string") return solid(colourOf(fill, fillOpacity));
  return element(
    "a:pattFill",
    { prst: "wdUpDiag" },
    element("a:fgClr", {}, colourOf(halfway(fill.hatch, ground))),
    element("a:bgClr", {}, colourOf(ground)),
  );
}

export function lineXml(paint: Paint, colourOf: ColourOf): string {
  const { stroke, strokeOpacity, strokeWidth, dashes, cap, join } = paint;
  if (stroke === undefined || strokeWidth <= 0) return element("a:ln", {}, element("a:noFill"));
  return element(
    "a:ln",
    { w: emu(strokeWidth), cap: cap === "round" ? "rnd" : cap === "square" ? "sq" : "flat" },
    solid(colourOf(stroke, strokeOpacity)),
    dashes === undefined ? "" : element("a:prstDash", { val: dashOf(dashes, strokeWidth) }),
    join === "round" ? element("a:round") : element("a:miter", { lim: 800_000 }),
  );
}

export function solid(colour: string): string {
  return element("a:solidFill", {}, colour);
}

/** Of the dashes that every deck knows the one that is most like these: dots, dashes with small gaps, or with large. */
function dashOf([dash = 0, gap = 0]: readonly number[], width: number): string {
  if (dash < 2 * width) return gap < 2 * width ? "sysDot" : "dot";
  return gap < 2 * width ? "sysDash" : "dash";
}

/** The strokes of a hatch are drawn half through. */
function halfway(colour: string, ground: string): string {
  const part = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round((part(colour, at) + part(ground, at)) / 2));
  return `#${mixed.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}
