// What a chart of a format with charts of its own draws: lines over a calendar.
import type { ColourToken } from "./theme.ts";

/** Lines over a calendar, each point at its day. */
export interface CalendarChart {
  /** Of the height of its mark, from the top: there is its heading. */
  readonly heading: number;
  /** How its numbers are written: digits behind the point, what they are divided by, and a sign behind them. */
  readonly numbers: {
    readonly decimals: number;
    readonly by: 1 | 1e3 | 1e6 | 1e9;
    readonly sign: string;
  };
  readonly lines: readonly ChartedLine[];
}

export interface ChartedLine {
  readonly name: string;
  /** Days since 1 January 1970, and the values on them. */
  readonly days: readonly number[];
  readonly values: readonly number[];
  /** A line, dashes, or points that stand alone: discs or crosses. */
  readonly look: "line" | "dashes" | "discs" | "crosses";
  readonly colour: ColourToken;
  /** What its last point is drawn in, and where its value is written. */
  readonly last?: { readonly colour: ColourToken; readonly side: "above" | "below" } | undefined;
}
