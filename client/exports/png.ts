// A view → its picture as a PNG, twice as fine as it is drawn, with text as outlines.
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { drawn } from "../drawings/index.ts";
import { fontsOf, missingSigns } from "./fonts.ts";
import type { Tools, Writer } from "./format.ts";
import { outlined } from "./outlined.ts";
import { ExportRefusal } from "./refusal.ts";

/** So many pixels stand for one px. */
const fineness = 2;
/** More than these no program shows as one picture, and few open. */
const mostPixels = 100_000_000;

export const writePng: Writer = async ({ views: [view] }, tools) => {
  if (view === undefined) throw new Error("There is no view to write.");
  const svg = drawn(view, { theme: tools.theme, width: tools.width });
  refuseVast(svg);
  const fonts = await fontsOf(tools);
  const missing = missingSigns(fonts);
  const picture = outlined(svg, fonts, missing.see);
  await prepare(tools);
  const drawing = new Resvg(picture, {
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

/** What draws is loaded once, by whoever asks first. */
let prepared: Promise<void> | undefined;

function prepare({ asset }: Pick<Tools, "asset">): Promise<void> {
  prepared ??= asset("resvg.wasm").then((bytes) => initWasm(bytes));
  return prepared;
}

function refuseVast(svg: string): void {
  const [, wide = "", high = ""] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [width, height] = [Number(wide) * fineness, Math.ceil(Number(high) * fineness)];
  if (width * height <= mostPixels) return;
  throw new ExportRefusal(
    `A picture of this view has ${width} × ${height} pixels, more than a PNG is opened with. Write it as pdf, which has pages, or make it smaller with --width.`,
  );
}
