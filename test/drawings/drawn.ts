// A width → the room of a drawing in it; parts of a picture → their SVG.
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { PicturePart, Room } from "../../client/drawings/drawing.ts";
import { modeFor } from "../../client/drawings/frame.ts";
import { LookProvider } from "../../client/drawings/look.tsx";
import { interWidth } from "../../client/drawings/text.ts";
import { themes } from "../../client/drawings/theme.ts";

/** A room in which nothing is chosen, opened or closed, but for what is told. */
export function roomOf(width: number, told: Partial<Room> = {}): Room {
  return {
    ...{ ...modeFor(width), width, measure: interWidth },
    ...{ chosen: {}, toggled: new Set<string>() },
    ...told,
  };
}

/** What some parts draw, in the light theme; or where tints are not told apart. */
export function svgOf(parts: readonly Pick<PicturePart, "draw">[], contrast = false): string {
  const look = { tokens: themes.light, measure: interWidth, contrast };
  const drawn = parts.map(({ draw }) => draw());
  return renderToString(h(LookProvider, { value: look }, h("svg", {}, drawn)));
}
