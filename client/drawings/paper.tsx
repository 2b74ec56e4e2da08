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

/** What texts are written in. */
export interface Typeface {
  /** As CSS names them, the best first. */
  readonly fonts: string;
  readonly measure: MeasureText;
  /** No text is smaller, in px. */
  readonly smallest: number;
}

/** Inter, as it is told in every export. */
export const inter: Typeface = { fonts: exportFonts, measure: interWidth, smallest: 0 };

/** Measures no text as smaller than it may be drawn. */
export function measureIn({ measure, smallest }: Typeface): MeasureText {
  return (text, size, weight) => measure(text, Math.max(size, smallest), weight);
}

/** What an `<svg>` comes to in the colours of a theme. */
export function svgText(picture: VNode, theme: Theme, face: Typeface = inter): string {
  const look: Appearance = {
    tokens: themes[theme],
    measure: measureIn(face),
    smallest: face.smallest,
    ...(theme === "high-contrast" ? { contrast: true } : {}),
  };
  const svg = renderToString(<LookProvider value={look}>{picture}</LookProvider>);
  // A single character that XML does not know, or what ends a section, would make the whole file unreadable.
  return svg
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("]]>", "]]&gt;");
}
