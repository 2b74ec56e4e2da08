// The text of an SVG → each text in it with the box in which it stands, and those that cover one another.
import { interWidth, type Weight } from "../../client/drawings/text.ts";

/** A text, as wide as it is in Inter, and from the height of its capitals to the line on which it stands. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const tag = /<(\/?)(g|text)\b([^>]*?)(\/?)>([^<]*)/g;

/** All texts that say anything, where the groups in which they stand have moved them. */
export function textsIn(svg: string): readonly TextBox[] {
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
    if (name === "text" && !closes && content !== "") found.push(boxOf(attributes, content, x, y));
  }
  return found;
}

function boxOf(attributes: string, content: string, x: number, y: number): TextBox {
  const read = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  const text = decoded(content);
  const size = Number(read("font-size"));
  const width = interWidth(text, size, Number(read("font-weight")) as Weight);
  const at = x + Number(read("x"));
  // In a text that runs to the left, "end" is its left end.
  const isEnd = (read("text-anchor") === "end") !== (read("direction") === "rtl");
  const left = isEnd ? at - width : at;
  const bottom = y + Number(read("y"));
  return { text, left, right: left + width, top: bottom - 0.73 * size, bottom };
}

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Whether two boxes lie on each other, by more than half a px. */
export function overlaps(a: TextBox, b: TextBox): boolean {
  const by = 0.5;
  return (
    a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by
  );
}

/** The pairs of boxes that lie on each other. */
export function collisions(boxes: readonly TextBox[]): readonly string[] {
  const sorted = boxes.toSorted((a, b) => a.top - b.top);
  return sorted.flatMap((one, index) => {
    const hits: string[] = [];
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at];
      if (other === undefined || other.top >= one.bottom) break;
      if (overlaps(one, other)) hits.push(`“${one.text}” over “${other.text}”`);
    }
    return hits;
  });
}

/** Something that lies in a picture as a box, by its key. */
export function boxOfMark(mark: {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): TextBox {
  const { key, x, y, width, height } = mark;
  return { text: key, left: x, right: x + width, top: y, bottom: y + height };
}
