// The text of an SVG → where each text of it lies, as far as its groups move it.
import { interWidth, type Weight } from "../../client/drawings/text.ts";

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const tag = /<(\/?)(g|text)\b([^>]*?)(\/?)>([^<]*)/g;

function numberIn(attributes: string, name: string): number {
  return Number(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]);
}

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Each text with its box: as wide as it is in Inter, as high as its capitals. */
export function textBoxes(svg: string): readonly TextBox[] {
  const moves: (readonly [number, number])[] = [[0, 0]];
  const found: TextBox[] = [];
  for (const [, closes, name, attributes = "", empty, content = ""] of svg.matchAll(tag)) {
    const [x, y] = moves.at(-1) ?? [0, 0];
    if (name === "g" && closes) moves.pop();
    if (name === "g" && !closes && !empty) {
      const [, dx = "0", dy = "0"] =
        /transform="translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(attributes) ?? [];
      moves.push([x + Number(dx), y + Number(dy)]);
    }
    if (name !== "text" || closes) continue;
    const text = decoded(content);
    const size = numberIn(attributes, "font-size");
    const weight = numberIn(attributes, "font-weight") as Weight;
    const width = interWidth(text, size, weight);
    const at = x + numberIn(attributes, "x");
    const isRtl = attributes.includes('direction="rtl"');
    // In a text that runs to the left, "end" is its left end.
    const isEnd = attributes.includes('text-anchor="end"') !== isRtl;
    const left = isEnd ? at - width : at;
    const base = y + numberIn(attributes, "y");
    found.push({ text, left, right: left + width, top: base - 0.73 * size, bottom: base });
  }
  return found;
}

/** The pairs of texts of which one covers the other. */
export function collisions(boxes: readonly TextBox[]): readonly string[] {
  const sorted = boxes.toSorted((a, b) => a.top - b.top);
  return sorted.flatMap((one, index) => {
    const hits: string[] = [];
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at];
      if (other === undefined || other.top >= one.bottom) break;
      if (other.left < one.right - 0.5 && one.left < other.right - 0.5)
        hits.push(`“${one.text}” over “${other.text}”`);
    }
    return hits;
  });
}
