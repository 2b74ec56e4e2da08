// What a writer of exports is given in tests; the views of the example; a picture → its pixels.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Board, Tools } from "../../client/exports/format.ts";
import { rasterizer } from "../../client/exports/rasterizer.ts";
import { assets } from "../../scripts/assets.mjs";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { exampleModel } from "../drawings/example.ts";

/** A file that comes with the program, as it lies before the program is built. */
function assetNamed(name: string): Uint8Array {
  const found = assets.find(({ to }) => to === `dist/${name}`);
  if (found === undefined) throw new Error(`No asset is called '${name}'.`);
  return readFileSync(found.from);
}

/** Tools that keep what is told in `heard`. */
export function toolsFor(told: Partial<Tools> = {}): Tools & { readonly heard: string[] } {
  const heard: string[] = [];
  return {
    ...{ theme: "light", width: 1600, withSource: false, heard },
    asset: async (name) => assetNamed(name),
    cardOf: async () => null,
    tell: (sentence) => heard.push(sentence),
    progress: () => {},
    ...told,
  };
}

/** Views of the example, all where none is named. */
export function exampleBoard(...names: readonly string[]): Board {
  const shown = views.filter(({ name }) => names.length === 0 || names.includes(name));
  const data = shown.map((view) => viewOf(view, exampleModel()));
  return { title: data[0]?.title ?? "", views: data };
}

/** Whether a program is there to look at what was written. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).error === undefined;
}

/** A picture as pixels, so many wide, in the fonts that come with the program. */
export async function pixelsOf(svg: string, width: number) {
  const Drawing = await rasterizer({ asset: async (name) => assetNamed(name) });
  const fontBuffers = [400, 500, 600].map((weight) => assetNamed(`fonts/Inter-${weight}.ttf`));
  const drawing = new Drawing(svg, {
    fitTo: { mode: "width", value: width },
    font: { fontBuffers, defaultFontFamily: "Inter", loadSystemFonts: false },
  });
  const image = drawing.render();
  return { width: image.width, height: image.height, pixels: image.pixels, png: image.asPng() };
}

/** A PNG as a picture, to be read by what reads pictures. */
export function svgOfPng(png: Uint8Array): string {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const href = `data:image/png;base64,${bytes.toString("base64")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
}

/** The share of pixels that are clearly another colour; 1 where the sizes differ. */
export function differenceOf(
  one: Awaited<ReturnType<typeof pixelsOf>>,
  other: Awaited<ReturnType<typeof pixelsOf>>,
): number {
  if (one.width !== other.width || Math.abs(one.height - other.height) > 1) return 1;
  const count = Math.min(one.pixels.length, other.pixels.length);
  let differing = 0;
  const differs = (at: number) => Math.abs((one.pixels[at] ?? 0) - (other.pixels[at] ?? 0)) > 72;
  for (let at = 0; at < count; at += 4)
    if (differs(at) || differs(at + 1) || differs(at + 2)) differing += 1;
  return differing / (count / 4);
}
