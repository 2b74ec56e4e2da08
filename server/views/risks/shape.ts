// The risks of a strategy as plain data: what a matrix and a list of them show, ready to print.
import type { SourcePlace, ViewData } from "../shape.ts";

export type RiskSeverity = "low" | "medium" | "high";

/** A square of the matrix. */
export interface RiskSquare {
  /** From 1, very low, to 5, very high. */
  readonly probability: number;
  readonly impact: number;
  /** Probability × impact. */
  readonly score: number;
  readonly severity: RiskSeverity;
}

/** A square, and on which side of the appetite it lies; undefined where that is not known. */
export interface RatedSquare extends RiskSquare {
  readonly above?: boolean | undefined;
}

/**
 * Where a risk stands: open and above the appetite, within it, or rated while the appetite is not
 * known; not rated; or no longer a risk, since it has occurred.
 */
export type RiskStanding = "above" | "within" | "rated" | "unrated" | "occurred";

export interface ListedRisk {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  readonly standing: RiskStanding;
  /** Before anything was done; undefined where it is not rated. */
  readonly before?: RiskSquare | undefined;
  /** As it stands today: after the response where that is written, else the same as before. */
  readonly today?: RiskSquare | undefined;
  /** What is left after the response is written. */
  readonly treated?: true | undefined;
  /** The titles of what it affects. */
  readonly affects: readonly string[];
  /** It is known that it affects nothing. */
  readonly adrift?: true | undefined;
  /** "Mitigate", as written. */
  readonly response?: string | undefined;
  /** "No response": it is above the appetite, and nothing is done about it. */
  readonly lack?: string | undefined;
  readonly owner?: string | undefined;
  /** It is known that nobody owns it. */
  readonly ownerless?: true | undefined;
  /** "No probability, no impact": why it is not rated. */
  readonly missing?: string | undefined;
  /** The expected loss of one that is open, and the same as a number to sort by. */
  readonly loss?: string | undefined;
  readonly lossBy?: number | undefined;
  /** "31 Jan 2027": when it is looked at again, to sort by, and by how many days that has passed. */
  readonly review?: string | undefined;
  readonly reviewBy?: string | undefined;
  readonly reviewOver?: number | undefined;
}

/** The highest severity that is accepted, and where that is from. */
export interface RiskAppetite {
  /** Undefined where it is written and not understood. */
  readonly accepts?: RiskSeverity | undefined;
  readonly written: boolean;
}

export interface RisksView extends ViewData {
  readonly view: "risks";
  readonly appetite: RiskAppetite;
  /** All 25 of the matrix. */
  readonly squares: readonly RatedSquare[];
  /**
   * Those above the appetite first, then those within it, then those that are not rated, then those
   * that have occurred; in each the worst of today first. Closed ones are not among them. The place in
   * this list is the number of a risk.
   */
  readonly risks: readonly ListedRisk[];
  /** How many are closed. */
  readonly closed: number;
  /** The expected loss of all open risks that name one, as exact as that of each. */
  readonly loss?: string | undefined;
  readonly lossBy?: number | undefined;
  /** How many open risks name none. */
  readonly unnamed: number;
}
