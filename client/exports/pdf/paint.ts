// A shape of a drawing → the same on a page of a PDF, in the px of the drawing.
import type { Fonts } from "../fonts.ts";
import type { DrawnShape, Hatch, Paint, PathStep } from "../shape.ts";
import type { Sheet } from "./sheet.ts";
import { drawText } from "./text.ts";

export function paint(doc: Sheet, shape: DrawnShape, fonts: Fonts): void {
  if (shape.is === "text") {
    drawText(doc, shape, fonts);
    return;
  }
  const { fill, fillOpacity = 1, stroke, strokeOpacity = 1 } = shape;
  const isSheer = fillOpacity < 1 || strokeOpacity < 1;
  if (isSheer) doc.save().fillOpacity(fillOpacity).strokeOpacity(strokeOpacity);
  if (typeof fill === "object") hatch(doc, shape, fill);
  if (stroke !== undefined && shape.strokeWidth > 0) {
    setStroke(doc, shape);
    outline(doc, shape);
    if (typeof fill === "string") doc.fillAndStroke(fill, stroke);
    else doc.stroke(stroke);
  } else if (typeof fill === "string") {
    outline(doc, shape);
    doc.fill(fill);
  }
  if (isSheer) doc.restore();
}

function setStroke(doc: Sheet, { strokeWidth, dashes, cap, join }: Paint): void {
  doc
    .lineWidth(strokeWidth)
    .lineCap(cap ?? "butt")
    .lineJoin(join ?? "miter");
  const [length, space = length] = dashes ?? [];
  if (length === undefined) doc.undash();
  else doc.dash(length, { space });
}

function outline(doc: Sheet, shape: Exclude<DrawnShape, { is: "text" }>): void {
  switch (shape.is) {
    case "box":
      if (shape.radius > 0)
        doc.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      else doc.rect(shape.x, shape.y, shape.width, shape.height);
      break;
    case "disc":
      doc.circle(shape.x, shape.y, shape.radius);
      break;
    case "path":
      for (const step of shape.steps) walk(doc, step);
  }
}

function walk(doc: Sheet, step: PathStep): void {
  if (step[0] === "Z") doc.closePath();
  else if (step[0] === "C") doc.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
  else if (step[0] === "M") doc.moveTo(step[1], step[2]);
  else doc.lineTo(step[1], step[2]);
}

/** From one stroke of a hatch to the next, along an edge. */
const apart = 6 * Math.SQRT2;

/** Strokes inside of the shape, all on the same lines of the page. */
function hatch(
  doc: Sheet,
  shape: Exclude<DrawnShape, { is: "text" }>,
  { hatch: colour }: Hatch,
): void {
  const { left, top, right, bottom } = boxAround(shape);
  doc.save();
  outline(doc, shape);
  doc.clip().undash().lineWidth(1.6).lineCap("butt").strokeOpacity(0.5);
  const first = Math.ceil((left + top) / apart) * apart;
  for (let sum = first; sum < right + bottom; sum += apart)
    doc.moveTo(sum - top, top).lineTo(sum - bottom, bottom);
  doc.stroke(colour).restore();
}

/** The box in which a shape lies, without its stroke; of a text its start, since it is not measured. */
export function boxAround(shape: DrawnShape) {
  switch (shape.is) {
    case "box": {
      const { x, y, width, height } = shape;
      return { left: x, top: y, right: x + width, bottom: y + height };
    }
    case "disc": {
      const { x, y, radius } = shape;
      return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
    }
    case "text": {
      const { x, baseline, size, anchor } = shape;
      const [left, right] = anchor === "end" ? [x - 4, x] : [x, x + 4];
      return { left, top: baseline - 0.73 * size, right, bottom: baseline };
    }
    case "path": {
      const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
      for (const [, ...numbers] of shape.steps)
        for (let at = 0; at < numbers.length; at += 2) {
          const [x = 0, y = 0] = [numbers[at], numbers[at + 1]];
          box.left = Math.min(box.left, x);
          box.right = Math.max(box.right, x);
          box.top = Math.min(box.top, y);
          box.bottom = Math.max(box.bottom, y);
        }
      return box;
    }
  }
}
