// A picture without a browser → the text of an SVG file: the same bytes for the same picture.
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Appearance, LookProvider } from "./look.tsx";
import { interWidth, type MeasureText } from "./text.ts";
import { type Theme, themes } from "./theme.ts";

export interface PictureOptions {
  readonly theme: Theme;
  /** In px; the height follows. */
  readonly width: number;
}

/** Inter, else what is no wider: it is Inter that the texts are measured in. */
export const exportFonts = "Inter, Segoe UI, Helvetica Neue, Arial, Liberation Sans, sans-serif";

/** Measures in Inter, and no text as smaller than it may be drawn. */
export function interFrom(smallest: number): MeasureText {
  return (text, size, weight) => interWidth(text, Math.max(size, smallest), weight);
}

/** What an `<svg>` comes to in the colours of a theme, its texts measured in Inter and so high in px at least. */
export function svgText(picture: VNode, theme: Theme, smallest = 0): string {
  const look: Appearance = {
    tokens: themes[theme],
    measure: interFrom(smallest),
    smallest,
    ...(theme === "high-contrast" ? { contrast: true } : {}),
  };
  const svg = renderToString(<LookProvider value={look}>{picture}</LookProvider>);
  // A single character that XML does not know would make the whole file unreadable.
  return svg.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
