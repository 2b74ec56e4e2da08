// A picture that is laid out → its SVG, and all texts in it with the room that each takes.
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { LaidOut } from "../../client/drawings/drawing.ts";
import { LookProvider } from "../../client/drawings/look.tsx";
import { interWidth, type Weight } from "../../client/drawings/text.ts";
import { themes } from "../../client/drawings/theme.ts";

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** All texts of a picture, where they stand: groups may move what is in them. */
export function drawnIn(
  laid: Pick<LaidOut, "blocks">,
  contrast = false,
): { readonly texts: readonly Box[]; readonly svg: string } {
  const look = { tokens: themes.light, measure: interWidth, contrast };
  const blocks = laid.blocks.map(({ draw }) => draw());
  const svg = renderToString(h(LookProvider, { value: look }, h("svg", {}, blocks)));
  const moved: (readonly [number, number])[] = [];
  const texts: Box[] = [];
  for (const match of svg.matchAll(/<(\/?)(\w+)((?:\s[^<>]*?)?)\/?>/g)) {
    const [tag, close, name = "", attributes = ""] = match;
    if (name === "g" && close) moved.pop();
    if (name === "g" && !close && !tag.endsWith("/>")) {
      const [, x = "0", y = "0"] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes) ?? [];
      moved.push([Number(x), Number(y)]);
    }
    if (name !== "text" || close) continue;
    const end = svg.indexOf("<", match.index + tag.length);
    texts.push(boxOf(attributes, plain(svg.slice(match.index + tag.length, end)), moved));
  }
  return { texts, svg };
}

function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function boxOf(
  attributes: string,
  text: string,
  moved: readonly (readonly [number, number])[],
): Box {
  const read = (key: string) => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? "";
  const size = Number(read("font-size"));
  const width = interWidth(text, size, Number(read("font-weight")) as Weight);
  const x = moved.reduce((sum, [by]) => sum + by, Number(read("x")));
  const y = moved.reduce((sum, [, by]) => sum + by, Number(read("y")));
  // In a text that runs to the left, "end" is its left end.
  const isRtl = read("direction") === "rtl";
  const isEnd = (read("text-anchor") === "end") !== isRtl;
  const left = isEnd ? x - width : x;
  // From the height of capitals to the line on which they stand.
  return { text, left, right: left + width, top: y - size * 0.73, bottom: y };
}
