// A drawn page and its place in a deck → the parts of a slide: its shapes, and its notes.
import type { Tokens } from "../../drawings/theme.ts";
import type { DrawnShape } from "../shape.ts";
import { coloursOf } from "./colour.ts";
import { deckPaths, partTypes, type SlideParts } from "./deck.ts";
import { extentOf, type ShapeExtent } from "./extent.ts";
import { placeXml } from "./geometry.ts";
import { grouped, type Saying } from "./groups.ts";
import { placeholder, treeStart } from "./master.ts";
import { Namer } from "./names.ts";
import { notesText, notesXml } from "./notes.ts";
import type { Part } from "./package.ts";
import { groundIn, piecesXml, type SlidePen, shortName } from "./pieces.ts";
import { titleXml } from "./text.ts";
import { titleIn } from "./title.ts";
import { slideSize } from "./units.ts";
import { element, namespaces, xmlFile } from "./xml.ts";

/** What is on a slide. */
export interface SlideContent {
  /** The section in which it is. */
  readonly section: string;
  /** Its title, unless that is another one on the page. */
  readonly sentence: string;
  readonly shapes: readonly DrawnShape[];
  readonly marks: readonly Saying[];
  /** Charts, which lie over the shapes; the first is its third relation. */
  readonly charts: readonly SlideChart[];
}

export interface SlideChart {
  readonly part: Part;
  /** What belongs to it: its data. */
  readonly others: readonly Part[];
  readonly box: ShapeExtent;
  readonly says: string;
}

/** The slide of this number, from 1. */
export function slideParts(content: SlideContent, number: number, tokens: Tokens): SlideParts {
  const path = `ppt/slides/slide${number}.xml`;
  const notes = `ppt/notesSlides/notesSlide${number}.xml`;
  const { charts, marks, sentence } = content;
  const slide: Part = {
    path,
    type: partTypes.slide,
    content: slideXml(content, tokens),
    relations: [
      { type: "slideLayout", to: deckPaths.layout(1) },
      { type: "notesSlide", to: notes },
      ...charts.map(({ part }) => ({ type: "chart", to: part.path })),
    ],
  };
  const notesPart: Part = {
    path: notes,
    type: partTypes.notes,
    content: notesXml(
      notesText(
        sentence,
        marks.map((mark) => mark.sentence),
      ),
    ),
    relations: [
      { type: "notesMaster", to: deckPaths.notesMaster },
      { type: "slide", to: path },
    ],
  };
  const others = charts.flatMap((chart) => [chart.part, ...chart.others]);
  return { section: content.section, slide, others: [notesPart, ...others] };
}

function slideXml(content: SlideContent, tokens: Tokens): string {
  const { shapes, marks, charts } = content;
  const { lines, text, right, others } = titleIn(
    shapes.filter((shape) => !isGround(shape)),
    content.sentence,
    slideSize.width - 24,
  );
  const names = new Namer();
  const colourOf = coloursOf(tokens);
  const drawing: SlidePen = { names, colourOf, groundOf: groundIn(shapes, tokens.bg) };
  const shape = titleXml(lines, text, right, colourOf);
  const title = placeholder(names.naming("Title"), { type: "title" }, shape.properties, shape.text);
  const drawn = piecesXml(grouped(others, marks), drawing);
  const frames = charts.map((chart, index) => frameXml(chart, `rId${index + 3}`, names));
  return xmlFile(
    element(
      "p:sld",
      namespaces,
      element("p:cSld", {}, element("p:spTree", {}, treeStart, title, drawn, frames)),
      element("p:clrMapOvr", {}, element("a:masterClrMapping")),
    ),
  );
}

/** The ground of the whole slide is its master's. */
function isGround(shape: DrawnShape): boolean {
  if (shape.is !== "box") return false;
  const { left, top, right, bottom } = extentOf(shape);
  return left <= 0 && top <= 0 && right >= slideSize.width && bottom >= slideSize.height;
}

const chartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";

function frameXml({ box, says }: SlideChart, relation: string, names: Namer): string {
  const locks = element("a:graphicFrameLocks", { noGrp: 1 });
  return element(
    "p:graphicFrame",
    {},
    element(
      "p:nvGraphicFramePr",
      {},
      names.naming(shortName(says), says),
      element("p:cNvGraphicFramePr", {}, locks),
      element("p:nvPr"),
    ),
    placeXml(box, {}, "p:xfrm"),
    element(
      "a:graphic",
      {},
      element(
        "a:graphicData",
        { uri: chartUri },
        element("c:chart", { "xmlns:c": chartUri, "r:id": relation }),
      ),
    ),
  );
}
