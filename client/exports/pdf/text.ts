// A line of text → the same on a page of a PDF: its signs in the fonts that have them, its halo below, a box for a sign of none.
import type { FontFile, Fonts } from "../fonts.ts";
import {
  boxesOf,
  featuresOf,
  haloWidth,
  lineOf,
  outlineOf,
  strikeOf,
  strokeOf,
} from "../lettering.ts";
import type { TextShape } from "../shape.ts";
import type { Sheet } from "./sheet.ts";

export function drawText(doc: Sheet, shape: TextShape, fonts: Fonts): void {
  const { text, size, baseline, fill, halo } = shape;
  const line = lineOf(shape, fonts);
  // The ground round the signs is drawn as their outlines, so that each word is in the file only once.
  const outline = halo === undefined ? "" : outlineOf(line, shape);
  if (outline !== "")
    doc.path(outline).undash().lineWidth(haloWidth).lineJoin("round").stroke(halo);
  const boxes = boxesOf(line, shape);
  // What is taken out of the file are the words as they are written, with what a box stands for.
  if (boxes.length > 0) doc.markContent("Span", { actual: text });
  doc.fillColor(fill);
  for (const { run, x, width, file } of line.runs) {
    if (file === undefined) continue;
    const features = featuresOf(run, shape);
    doc.font(nameIn(doc, file)).fontSize(size);
    doc.text(run.text, x, baseline, {
      ...{ lineBreak: false, baseline: "alphabetic", textWidth: width, wordCount: 1 },
      // With features all of it is shaped at once, as from right to left it must be.
      ...(run.source === "fallback" || features.length > 0 ? { features } : {}),
    });
  }
  for (const { x, y, width, height } of boxes) {
    doc.rect(x, y, width, height);
    doc.lineWidth(strokeOf(shape)).lineJoin("miter").undash().stroke(fill);
  }
  if (boxes.length > 0) doc.endMarkedContent();
  if (!shape.struck) return;
  const y = baseline - strikeOf(shape);
  doc.moveTo(line.left, y).lineTo(line.left + line.width, y);
  doc.lineWidth(strokeOf(shape)).undash().stroke(fill);
}

const names = new WeakMap<Sheet, Map<FontFile, string>>();

/** A font is in a document once, whatever is written in it. */
function nameIn(doc: Sheet, file: FontFile): string {
  const known = names.get(doc) ?? new Map<FontFile, string>();
  names.set(doc, known);
  const found = known.get(file);
  if (found !== undefined) return found;
  const name = `font ${known.size}`;
  known.set(file, name);
  doc.registerFont(name, file.bytes, file.member);
  return name;
}
