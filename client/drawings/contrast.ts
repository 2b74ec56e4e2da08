// Colours as numbers: reading them, mixing them, and their contrast as WCAG 2.2 defines it.

export type Rgb = readonly [number, number, number];

/** Reads `#1A2230`, `rgb(26, 34, 48)` and `color(srgb 0.1 0.13 0.19)`; alpha is not looked at. */
export function parseColour(text: string): Rgb | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(text);
  if (hex) {
    const [, r = "0", g = "0", b = "0"] = hex;
    return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
  }
  const numbers = /^(rgba?|color)\((.*)\)$/.exec(text);
  const parts = numbers?.[2]?.replace(/^srgb /, "").match(/[\d.]+(?:e-?\d+)?/g);
  if (!parts || parts.length < 3) return undefined;
  const unit = numbers?.[1] === "color" ? 255 : 1;
  const [r = 0, g = 0, b = 0] = parts.map((part) => Number(part) * unit);
  return [r, g, b];
}

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
}

/** From 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** `share` of the second colour in the first. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => a[index] * (1 - share) + b[index] * share;
  return [at(0), at(1), at(2)];
}

export function toHex(colour: Rgb): string {
  return `#${colour.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}
