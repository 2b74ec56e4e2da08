// What belongs together on a page → XML of its shapes, each with an id and a name of its own, and what it says in words.
import type { DrawnShape, PathShape, TextShape } from "../shape.ts";
import type { ColourOf } from "./colour.ts";
import { extentOf, extentRound, liesIn, type ShapeExtent } from "./extent.ts";
import { geometryXml, isLine, placeXml } from "./geometry.ts";
import type { SlidePiece } from "./groups.ts";
import type { Namer } from "./names.ts";
import { lineXml, paintXml } from "./paint.ts";
import { textXml } from "./text.ts";
import { emu } from "./units.ts";
import { element } from "./xml.ts";

/** What all pieces of a slide are drawn with. */
export interface SlidePen {
  readonly names: Namer;
  readonly colourOf: ColourOf;
  /** The colour of the ground under a shape, `#RRGGBB`. */
  readonly groundOf: (shape: DrawnShape) => string;
}

/** Pieces one after the other, the first at the bottom. */
export function piecesXml(
  pieces: readonly SlidePiece[],
  drawing: SlidePen,
  inGroup = false,
): string {
  return pieces.map((piece) => pieceXml(piece, drawing, inGroup)).join("");
}

function pieceXml(piece: SlidePiece, drawing: SlidePen, inGroup: boolean): string {
  const { names, colourOf } = drawing;
  if (piece.is === "group")
    return groupXml(piece.says, extentOfPiece(piece), drawing.names, () =>
      piecesXml(piece.of, drawing, true),
    );
  if (piece.is === "text") {
    const box = element("p:cNvSpPr", { txBox: 1 }) + element("p:nvPr");
    const naming = names.naming(shortName(piece.text));
    return element("p:sp", {}, element("p:nvSpPr", {}, naming, box), textXml(piece, colourOf));
  }
  // Within a group the group says it; what says nothing is told to be an ornament.
  const says = inGroup ? undefined : (piece.says ?? null);
  const naming = names.naming(says ? shortName(says) : formOf(piece), says);
  if (piece.is === "path" && isLine(piece)) return connectorXml(piece, naming, colourOf);
  return element(
    "p:sp",
    {},
    element("p:nvSpPr", {}, naming, element("p:cNvSpPr"), element("p:nvPr")),
    element("p:spPr", {}, geometryXml(piece) + paintXml(piece, colourOf, drawing.groundOf(piece))),
    emptyText,
  );
}

/** Pieces that are moved as one; what they say is the group's. */
function groupXml(says: string, bounds: ShapeExtent, names: Namer, inside: () => string): string {
  const naming = names.naming(shortName(says), says);
  const [x, y] = [emu(bounds.left), emu(bounds.top)];
  const own =
    element("a:chOff", { x, y }) +
    element("a:chExt", { cx: emu(bounds.right) - x, cy: emu(bounds.bottom) - y });
  return element(
    "p:grpSp",
    {},
    element("p:nvGrpSpPr", {}, naming, element("p:cNvGrpSpPr"), element("p:nvPr")),
    element("p:grpSpPr", {}, placeXml(bounds, {}, "a:xfrm", own)),
    inside(),
  );
}

function connectorXml(line: PathShape, naming: string, colourOf: ColourOf): string {
  return element(
    "p:cxnSp",
    {},
    element("p:nvCxnSpPr", {}, naming, element("p:cNvCxnSpPr"), element("p:nvPr")),
    element("p:spPr", {}, geometryXml(line) + lineXml(line, colourOf)),
  );
}

/** PowerPoint mends a file in which a shape has no text at all. */
const emptyText = element(
  "p:txBody",
  {},
  element("a:bodyPr"),
  element("a:lstStyle"),
  element("a:p", {}, element("a:endParaRPr", { lang: "en-US" })),
);

function extentOfPiece(piece: SlidePiece): ShapeExtent {
  return piece.is === "group" ? extentRound(piece.of.map(extentOfPiece)) : extentOf(piece);
}

function formOf(shape: Exclude<DrawnShape, TextShape>): string {
  if (shape.is === "path") return isLine(shape) ? "Line" : "Outline";
  return shape.is === "box" ? "Box" : "Disc";
}

/** Its first sentence, or as much of it as a list of names shows. */
export function shortName(says: string): string {
  const [first = says] = says.split(/\. |\.$/, 1);
  const characters = [...first];
  return characters.length <= 60 ? first : `${characters.slice(0, 59).join("")}…`;
}

/** What lies under a shape: the nearest of those before it in which it lies and that is of one colour. */
export function groundIn(shapes: readonly DrawnShape[], bare: string) {
  return (shape: DrawnShape): string => {
    if (shape.is === "text" || shape.fill === undefined || typeof shape.fill === "string")
      return bare;
    const bounds = extentOf(shape);
    for (let at = shapes.indexOf(shape) - 1; at >= 0; at--) {
      const under = shapes[at];
      if (under?.is !== "box" || typeof under.fill !== "string") continue;
      if ((under.fillOpacity ?? 1) === 1 && liesIn(bounds, extentOf(under), 0.5)) return under.fill;
    }
    return bare;
  };
}
