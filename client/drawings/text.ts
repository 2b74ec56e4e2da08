// How wide a text is, and what of it fits: by measure, never by the number of its characters.

export type Weight = 400 | 500 | 600;

/** The width of a text in px at a font size in px. */
export type MeasureText = (text: string, size: number, weight: Weight) => number;

// Advance widths of Inter in thousandths of its size, for the characters from space to tilde.
const inter = [
  282, 290, 468, 638, 646, 993, 648, 292, 363, 363, 504, 664, 287, 462, 287, 363, 623, 480, 608,
  635, 651, 597, 619, 561, 617, 619, 287, 301, 664, 664, 664, 511, 966, 688, 655, 730, 723, 603,
  589, 746, 744, 265, 574, 671, 563, 906, 757, 765, 637, 765, 645, 641, 652, 740, 688, 995, 686,
  684, 628, 363, 363, 363, 468, 454, 320, 561, 613, 571, 613, 585, 356, 612, 595, 243, 243, 548,
  243, 882, 595, 604, 613, 612, 377, 527, 344, 595, 563, 826, 553, 563, 551, 405, 340, 405, 664,
];
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const mark = /\p{M}|\u200d|\ufe0f/u;

/** The width in Inter, from its table, where no browser can measure: in exports and tests. */
export const interWidth: MeasureText = (text, size, weight) => {
  let units = 0;
  let joined = false;
  for (const character of text) {
    const before = joined;
    joined = character === "\u200d";
    // What a joiner ties to the character before it is drawn as one with it.
    if (before) continue;
    const known = inter[(character.codePointAt(0) ?? 0) - 32];
    units += known ?? (mark.test(character) ? 0 : wide.test(character) ? 1000 : 610);
  }
  const bold = weight === 600 ? 1.045 : weight === 500 ? 1.02 : 1;
  return (units * bold * size) / 1000;
};

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const fewest = 6;

/**
 * The text, or as much of its start as fits with "…", cut between graphemes. Where fewer than six
 * characters would be left it is empty: then the card alone has the text.
 */
export function shorten(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  measure: MeasureText,
): string {
  if (measure(text, size, weight) <= width) return text;
  const graphemes = Array.from(segmenter.segment(text), (part) => part.segment);
  let low = 0;
  let high = graphemes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const cut = `${graphemes.slice(0, middle).join("").trimEnd()}…`;
    if (measure(cut, size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return low < fewest ? "" : `${graphemes.slice(0, low).join("").trimEnd()}…`;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const letter = /\p{L}/u;

/** The direction of a text, by its first strong letter. */
export function textDirection(text: string): "ltr" | "rtl" {
  for (const character of text) {
    if (letter.test(character)) return rightToLeft.test(character) ? "rtl" : "ltr";
  }
  return "ltr";
}
