// Measures of a drawing → those of a deck.

/** The size of a slide in px: 13.333 by 7.5 inches. */
export const slideSize = { width: 1280, height: 720 } as const;

/** Px, 96 to an inch → English Metric Units, which are whole. */
export function emu(px: number): number {
  return Math.round(px * 9525);
}

/** Px → hundredths of a point, in which fonts are measured. */
export function centipoints(px: number): number {
  return Math.round(px * 75);
}
