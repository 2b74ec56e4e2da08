// Views → a PDF to print and to read aloud: vectors and text, pages of one size, an outline, tags in reading order.
import { type DrawnPage, pagesOfAll } from "../drawings/pages.tsx";
import { type Fonts, fontsOf, fromFont, missingSigns } from "./fonts.ts";
import { footOf } from "./foot.ts";
import type { Writer } from "./format.ts";
import { paint } from "./pdf/paint.ts";
import { Sheet } from "./pdf/sheet.ts";
import { type ReadAloud, type Telling, tellingOf } from "./pdf/tags.ts";
import type { DrawnShape } from "./shape.ts";
import { shapesOf } from "./shapes.ts";

/** In points, lying. */
const papers = { a4: [841.89, 595.28], a3: [1190.55, 841.89] } as const;
const pointsPerPx = 0.75;

export const writePdf: Writer = async (board, tools) => {
  const { title, views } = board;
  const [first] = views;
  if (first === undefined) throw new Error("There is no view to write.");
  const fonts = await fontsOf(tools);
  const missing = missingSigns(fonts);
  const [width, height] = papers[tools.paper ?? "a4"];
  const pages = pagesOfAll(views, {
    // On paper light grounds are only grey.
    theme: tools.theme === "light" ? "print" : tools.theme,
    width: width / pointsPerPx,
    height: height / pointsPerPx,
    foot: footOf(board, tools),
  });
  const doc = new Sheet({ title, subject: first.sentence, day: first.today });
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((done) => doc.on("end", done));
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  const outline = outlineOf(doc);
  let section: Element | undefined;
  for (const [index, page] of pages.entries()) {
    doc.addPage({ size: [width, height], margin: 0 });
    if (section === undefined || page.number === 1) {
      section = doc.struct("Sect", { title: page.label });
      whole.add(section);
    }
    const { shapes } = shapesOf(page.svg);
    for (const shape of shapes) if (shape.is === "text") missing.see(shape.text);
    outline(page);
    drawPage(doc, shapes, tellingOf(page, shapes), section, fonts);
    tools.progress((index + 1) / pages.length);
    // Who looks on may want to stop, or to see how far it is.
    await new Promise((done) => setTimeout(done));
  }
  whole.end();
  // Only now the signs that are used are taken out of their fonts.
  fromFont(() => doc.end());
  await ended;
  missing.tell(tools.tell);
  return joinedChunks(chunks);
};

type Element = ReturnType<Sheet["struct"]>;

/** Shapes in their order, each run of those that say the same as content of that. */
function drawPage(
  doc: Sheet,
  shapes: readonly DrawnShape[],
  telling: Telling,
  section: Element,
  fonts: Fonts,
): void {
  const { owners } = telling;
  const shown = new Set(owners);
  const elements = new Map<ReadAloud, Element>();
  for (const told of telling.told) if (shown.has(told)) elements.set(told, elementOf(doc, told));
  for (const element of elements.values()) section.add(element);
  doc.save().scale(pointsPerPx);
  for (const [index, shape] of shapes.entries()) {
    const told = owners[index];
    if (index === 0 || told !== owners[index - 1]) {
      if (index > 0) doc.endMarkedContent();
      if (told === undefined) doc.markContent("Artifact", { type: "Layout" });
      else elements.get(told)?.add(doc.markStructureContent(told.tag));
    }
    paint(doc, shape, fonts);
  }
  doc.endMarkedContent().restore();
  for (const element of elements.values()) element.end();
}

function elementOf(doc: Sheet, { tag, says, box }: ReadAloud): Element {
  if (says === undefined) return doc.struct(tag);
  if (box === undefined) return doc.struct(tag, { actual: says });
  const [x, y, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  const bounds = { bbox: [x, y, right, bottom].map((px) => px * pointsPerPx) };
  return doc.struct(tag, { alt: says, ...bounds });
}

/** Adds what stands on a page to the outline of a document: views, and below them their headings. */
function outlineOf(doc: Sheet): (page: DrawnPage) => void {
  let open = [doc.outline];
  return ({ label, number, sections }) => {
    if (number === 1) open = [doc.outline, doc.outline.addItem(label, { expanded: true })];
    for (const { title, depth, y } of sections) {
      open = open.slice(0, depth + 2);
      const place = { expanded: false, left: doc.page.width, top: y * pointsPerPx };
      const item = open.at(-1)?.addItem(title, place);
      if (item !== undefined) open.push(item);
    }
  };
}

function joinedChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
