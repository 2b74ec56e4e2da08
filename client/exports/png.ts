// A view → its picture as a PNG, twice as fine as it is drawn, with text as outlines.
import { drawn } from "../drawings/index.ts";
import { fontsOf, missingSigns } from "./fonts.ts";
import type { Writer } from "./format.ts";
import { outlined } from "./outlined.ts";
import { rasterizer } from "./rasterizer.ts";
import { ExportRefusal } from "./refusal.ts";

/** So many pixels stand for one px. */
const fineness = 2;
/** More than these no program shows as one picture, and few open. */
const mostPixels = 80_000_000;

export const writePng: Writer = async ({ views: [view] }, tools) => {
  if (view === undefined) throw new Error("There is no view to write.");
  const svg = drawn(view, { theme: tools.theme, width: tools.width });
  refuseVast(svg);
  const fonts = await fontsOf(tools);
  const missing = missingSigns(fonts);
  const picture = outlined(svg, fonts, missing.see);
  const Drawing = await rasterizer(tools);
  const drawing = new Drawing(picture, {
    fitTo: { mode: "zoom", value: fineness },
    font: { loadSystemFonts: false },
  });
  try {
    const image = drawing.render();
    missing.tell(tools.tell);
    return image.asPng();
  } finally {
    drawing.free();
  }
};

function refuseVast(svg: string): void {
  const [, wide = "", high = ""] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [width, height] = [Number(wide) * fineness, Math.ceil(Number(high) * fineness)];
  if (width * height <= mostPixels) return;
  throw new ExportRefusal(
    `A picture of this view has ${width} × ${height} pixels, more than a PNG is opened with. Write it as pdf, which has pages, or make it smaller with --width.`,
  );
}
