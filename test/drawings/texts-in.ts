// The text of an SVG → the texts in it, each with the box in which it stands.
import { interWidth } from "../../client/drawings/text.ts";

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The texts of an SVG with the boxes in which they stand. */
export function textsIn(svg: string): readonly TextBox[] {
  const boxes: TextBox[] = [];
  const moves: (readonly [number, number])[] = [];
  for (const [tag, name, attributes = "", text = ""] of svg.matchAll(
    /<(\/?g|text)([^>]*)>([^<]*)/g,
  )) {
    if (name === "/g") moves.pop();
    else if (name === "g") {
      const move = /transform="translate\(([-\d.]+) ([-\d.]+)\)"/.exec(attributes);
      if (!tag.endsWith("/>")) moves.push([Number(move?.[1] ?? 0), Number(move?.[2] ?? 0)]);
    } else {
      const number = (of: string) => Number(new RegExp(`${of}="([-\\d.]+)"`).exec(attributes)?.[1]);
      const said = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
      const size = number("font-size");
      const weight = number("font-weight");
      const wide = interWidth(said, size, weight === 600 || weight === 500 ? weight : 400);
      const x = number(" x") + moves.reduce((sum, [dx]) => sum + dx, 0);
      const y = number(" y") + moves.reduce((sum, [, dy]) => sum + dy, 0);
      // In a text that runs to the left, the end is where it starts.
      const isEnd =
        attributes.includes('text-anchor="end"') !== attributes.includes('direction="rtl"');
      const left = isEnd ? x - wide : x;
      boxes.push({ text: said, left, right: left + wide, top: y - size * 0.73, bottom: y });
    }
  }
  return boxes;
}
