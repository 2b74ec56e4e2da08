// A view → its picture as the text of an SVG file.
import { drawn } from "../drawings/index.ts";
import type { Writer } from "./format.ts";

export const writeSvg: Writer = async ({ views }, { theme, width }) => {
  const pictures = views.map((view) => `${drawn(view, { theme, width })}\n`);
  return new TextEncoder().encode(pictures.join(""));
};
