// The width of a picture becomes its frame: where the columns stand and how high the rows are.

export type Mode = "narrow" | "middle" | "wide";

export interface Frame {
  readonly mode: Mode;
  /** Titles stand on their own line above the bars, and the calendar is as wide as the page. */
  readonly stacked: boolean;
  readonly width: number;
  readonly margin: number;
  /** From the left edge to the calendar. */
  readonly names: number;
  /** What is left for the calendar, without the right margin. */
  readonly calendar: number;
  /** Where money ends, at the right. Missing where there is no room for it. */
  readonly money?: number;
  /** The middle of the health glyph, and of the risk mark left of it. */
  readonly health: number;
  readonly risk: number;
  readonly band: number;
  readonly objective: number;
  readonly row: number;
  readonly bar: number;
  /** From the top of an initiative's row to the middle of its bar, and of its title. */
  readonly barMiddle: number;
  readonly titleMiddle: number;
}

/** How far bars that begin with the calendar may reach over its left edge, for their edge and ring. */
export const lap = 4;

const manyRows = 200;

/** From this width on titles have a column of their own beside the calendar, whether it was set or not. */
export const besideFrom = 900;

/** How a picture of this width is laid out, and how much is left free at its edges. */
export function modeFor(width: number): { readonly mode: Mode; readonly margin: number } {
  if (width < 600) return { mode: "narrow", margin: 16 };
  return { mode: width < 1200 ? "middle" : "wide", margin: 24 };
}

/** How wide the column of names may be where it stands beside the calendar, in px. */
export function namesWithin(width: number, wanted: number): number {
  return Math.round(Math.max(160, Math.min(wanted, width - 24 - 200)));
}

/**
 * The frame for a picture of this width that has this many rows; `wanted` is how wide its names are
 * set. Where nobody can set it, titles stand above the bars as long as the column would cut them.
 */
export function frameFor(width: number, rows: number, wanted?: number | "above"): Frame {
  const dense = rows > manyRows;
  const { mode, margin } = modeFor(width);
  if (mode === "narrow" || (wanted === "above" && width < besideFrom)) {
    return {
      mode,
      stacked: true,
      width,
      margin,
      names: margin,
      calendar: Math.max(40, width - 2 * margin),
      money: width - margin,
      health: width - margin - 62,
      risk: width - margin - 82,
      band: 34,
      objective: 36,
      row: 46,
      bar: mode === "narrow" ? 14 : 16,
      barMiddle: 31,
      titleMiddle: 11,
    };
  }
  const heights = {
    band: dense ? 28 : 34,
    objective: dense ? 24 : 30,
    row: dense ? 24 : 30,
    bar: dense ? 12 : 16,
    barMiddle: dense ? 12 : 15,
    titleMiddle: dense ? 12 : 15,
  };
  if (mode === "middle") {
    const names = typeof wanted === "number" ? namesWithin(width, wanted) : margin + 220;
    return {
      mode,
      stacked: false,
      width,
      margin,
      names,
      calendar: width - names - margin,
      health: names - 20,
      risk: names - 40,
      ...heights,
    };
  }
  const names = typeof wanted === "number" ? namesWithin(width, wanted) : margin + 400;
  return {
    mode,
    stacked: false,
    width,
    margin,
    names,
    calendar: width - names - margin,
    money: names - 24,
    health: names - 86,
    risk: names - 108,
    ...heights,
  };
}
