// A line of text and the fonts → where each piece of it stands, and the outlines of its signs.
import type { Font, GlyphRun } from "fontkit";
import { type FontFile, type Fonts, fontOf, fromFont } from "./fonts.ts";
import { type FontRun, runsOf } from "./runs.ts";
import type { TextShape } from "./shape.ts";

/** A piece of a line with its place. */
export interface PlacedRun {
  readonly run: FontRun;
  readonly x: number;
  readonly width: number;
  /** Missing where no font has its sign, and a box stands for it. */
  readonly file?: FontFile;
}

export interface Line {
  /** Where it begins at the left, whatever it is anchored at. */
  readonly left: number;
  readonly width: number;
  readonly runs: readonly PlacedRun[];
}

export function lineOf(shape: TextShape, fonts: Fonts): Line {
  const placed: PlacedRun[] = [];
  let width = 0;
  for (const run of runsOf(shape.text, shape.rtl === true, fonts)) {
    const file = fontOf(run.source, shape.weight, fonts);
    const wide =
      file === undefined
        ? shape.size * boxShare(run.text)
        : (glyphsOf(run, file.font, shape).advanceWidth * shape.size) / file.font.unitsPerEm;
    placed.push({ run, x: width, width: wide, ...(file === undefined ? {} : { file }) });
    width += wide;
  }
  const left = shape.x - width * shareLeft(shape);
  return { left, width, runs: placed.map((one) => ({ ...one, x: left + one.x })) };
}

/** The share of a text that stands left of its place. */
function shareLeft({ anchor, rtl }: TextShape): number {
  if (anchor === "middle") return 0.5;
  return (anchor === "end") === (rtl === true) ? 0 : 1;
}

const wideSign =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u;

function boxShare(sign: string): number {
  return wideSign.test(sign) ? 1 : 0.61;
}

/** The OpenType features of a piece: numbers of one width. */
export function featuresOf({ source }: FontRun, { figures }: TextShape): "tnum"[] {
  return figures && source === "inter" ? ["tnum"] : [];
}

const known = new WeakMap<Font, Map<string, GlyphRun>>();

/** Shaped once for as long as the font is there. */
function glyphsOf(run: FontRun, font: Font, shape: TextShape): GlyphRun {
  const features = featuresOf(run, shape);
  const key = `${features.length} ${run.text}`;
  const lines = known.get(font) ?? new Map<string, GlyphRun>();
  known.set(font, lines);
  const found = lines.get(key) ?? fromFont(() => font.layout(run.text, features));
  lines.set(key, found);
  return found;
}

/** The outlines of all signs of a line, as an SVG path. */
export function outlineOf(line: Line, shape: TextShape): string {
  const parts: string[] = [];
  for (const { run, x, file } of line.runs) {
    if (file === undefined) continue;
    const scale = shape.size / file.font.unitsPerEm;
    const { glyphs, positions } = glyphsOf(run, file.font, shape);
    let pen = x;
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const [atX, atY] = [pen + xOffset * scale, shape.baseline - yOffset * scale];
      for (const { command, args } of fromFont(() => glyph.path.commands))
        parts.push(
          letters[command] +
            args
              .map((value, at) => (at % 2 === 0 ? atX + value * scale : atY - value * scale))
              .map((value) => Math.round(value * 100) / 100)
              .join(" "),
        );
      pen += xAdvance * scale;
    }
  }
  return parts.join("");
}

const letters = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const;

/** The boxes that stand for signs that no font has, to be drawn as lines. */
export function boxesOf({ runs }: Line, { size, baseline }: TextShape) {
  const inset = size / 12;
  return runs.flatMap(({ file, x, width }) =>
    file === undefined
      ? [{ x: x + inset, y: baseline - 0.75 * size, width: width - 2 * inset, height: 0.8 * size }]
      : [],
  );
}

/** How thick the lines of such boxes are, and the one through a text that is struck. */
export function strokeOf({ size }: TextShape): number {
  return size / 14;
}

/** How high above its baseline a text is struck. */
export function strikeOf({ size }: TextShape): number {
  return 0.3 * size;
}

/** The width of what surrounds a text, in all. */
export const haloWidth = 3.5;
