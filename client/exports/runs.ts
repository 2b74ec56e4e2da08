// A line of text → its pieces as they stand from left to right, each in one font and one direction.
import bidiFactory from "bidi-js";
import { type Fonts, type Source, sourceOfSign } from "./fonts.ts";

/** A piece of a line; where no font has its signs it is one sign. */
export interface FontRun {
  readonly text: string;
  readonly source: Source;
  /** It is read from right to left. */
  readonly rtl?: true;
}

const bidi = bidiFactory();
const rightToLeft =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** `isRtl` is the direction of the line as a whole. */
export function runsOf(text: string, isRtl: boolean, fonts: Fonts): readonly FontRun[] {
  if (!isRtl && !rightToLeft.test(text)) return inFonts(text, 0, fonts);
  const embedding = bidi.getEmbeddingLevels(text, isRtl ? "rtl" : "ltr");
  const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels);
  const runs: FontRun[] = [];
  let piece = "";
  let level = 0;
  const end = () => {
    // A run from right to left is shaped as it is read; its signs are turned round by the font.
    const found = inFonts(piece, level, fonts);
    for (const run of level % 2 === 1 ? found.toReversed() : found) runs.push(run);
    piece = "";
  };
  for (const index of bidi.getReorderedIndices(text, embedding)) {
    const at = embedding.levels[index] ?? 0;
    if (at !== level && piece !== "") end();
    level = at;
    const sign = mirrored.get(index) ?? text[index] ?? "";
    // They come from left to right.
    piece = level % 2 === 1 ? sign + piece : piece + sign;
  }
  if (piece !== "") end();
  return runs;
}

/** A part of a line in one direction, as it is read. */
function inFonts(text: string, level: number, fonts: Fonts): readonly FontRun[] {
  const runs: { text: string; source: Source; rtl?: true }[] = [];
  const isOdd = level % 2 === 1;
  for (const sign of text) {
    const last = runs.at(-1);
    const source = sign <= "~" ? "inter" : sourceOfSign(sign, fonts);
    // What joins signs, and a space between them, stays with them.
    const stays = last?.source === "fallback" && /^[\p{Cf}\p{M} ]$/u.test(sign);
    if (source === "unseen" && !stays) continue;
    if (last !== undefined && source !== "none" && (last.source === source || stays))
      last.text += sign;
    else runs.push({ text: sign, source });
  }
  if (!isOdd) return runs;
  // A font turns round what has letters that run to the left, and leaves what has none.
  return runs.map((run) =>
    rightToLeft.test(run.text)
      ? { ...run, rtl: true as const }
      : { ...run, text: Array.from(run.text).reverse().join("") },
  );
}
