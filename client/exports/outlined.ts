// A drawn picture and the fonts → the same with all text as outlines, for programs that know neither.
import type { Fonts } from "./fonts.ts";
import { boxesOf, haloWidth, lineOf, outlineOf, strikeOf, strokeOf } from "./lettering.ts";
import type { TextShape } from "./shape.ts";
import { shapesOf } from "./shapes.ts";

/** `see` is told each text. */
export function outlined(svg: string, fonts: Fonts, see: (text: string) => void): string {
  return svg.replace(/<text [^>]*>[^<]*<\/text>/g, (element) => {
    const [shape] = shapesOf(`<svg>${element}</svg>`).shapes;
    if (shape?.is !== "text") return "";
    see(shape.text);
    return outlines(shape, fonts);
  });
}

function outlines(shape: TextShape, fonts: Fonts): string {
  const { fill, halo, baseline } = shape;
  const line = lineOf(shape, fonts);
  const d = outlineOf(line, shape);
  const thin = `fill="none" stroke="${fill}" stroke-width="${strokeOf(shape)}"`;
  const boxes = boxesOf(line, shape).map(
    ({ x, y, width, height }) => `<path d="M${x} ${y}h${width}v${height}h${-width}Z" ${thin}/>`,
  );
  const y = baseline - strikeOf(shape);
  return [
    halo === undefined || d === ""
      ? ""
      : `<path d="${d}" fill="none" stroke="${halo}" stroke-width="${haloWidth}" stroke-linejoin="round"/>`,
    d === "" ? "" : `<path d="${d}" fill="${fill}"/>`,
    ...boxes,
    shape.struck ? `<path d="M${line.left} ${y}h${line.width}" ${thin}/>` : "",
  ].join("");
}
