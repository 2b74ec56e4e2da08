// What is done to a picture, with what the picture showed: plain data that a page sends.
import type { Position } from "../../grammar/lines.ts";

/** A day as ISO, `2026-11-23`. */
type Iso = string;

/** The declaration behind a mark. It is what is meant only where its name still stands there. */
export interface Marked {
  /** Its id in the view. */
  readonly id: string;
  readonly uri: string;
  /** Where its name begins. */
  readonly position: Position;
}

/** First and last day; both belong to it. */
export interface Days {
  readonly start?: Iso | undefined;
  readonly end?: Iso | undefined;
}

/** A bar is moved (both days), or one of its edges; from the tray it is laid on the calendar. */
export interface DatesGesture {
  readonly type: "dates";
  readonly of: Marked;
  /** As the picture showed them; neither where it lay in the tray. */
  readonly was: Days;
  /** Only what is dragged. Days between those that its precision can name become the nearest of them. */
  readonly to: Days;
  /** To the day, however it is written. */
  readonly exact?: boolean | undefined;
}

/** A mark with one date is moved: a milestone, an event, a review. */
export interface DateGesture {
  readonly type: "date";
  readonly of: Marked;
  readonly was: Iso;
  readonly to: Iso;
  readonly exact?: boolean | undefined;
}

/** Work is dragged from one group of a grouping to another. */
export interface GroupGesture {
  readonly type: "group";
  readonly of: Marked;
  readonly by: "objective" | "theme" | "team" | "owner" | "status" | "technology";
  /** The ids of both groups; the gap group has none. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A dependency is drawn: `of` waits for `on`, an initiative or a milestone of one. */
export interface WaitGesture {
  readonly type: "wait";
  readonly of: Marked;
  readonly on: Marked;
}

/** A square of the matrix, both from 1, very low, to 5, very high. */
interface Square {
  readonly probability: number;
  readonly impact: number;
}

/** A risk is moved in the matrix: as it stands today, or as it stood before its response. */
export interface RatingGesture {
  readonly type: "rating";
  readonly of: Marked;
  readonly which: "before" | "today";
  readonly was?: Square | undefined;
  readonly to: Square;
}

/** A status is chosen; `was` is missing where none is written, `to` where none should be any more. */
export interface StatusGesture {
  readonly type: "status";
  readonly of: Marked;
  readonly was?: string | undefined;
  readonly to?: string | undefined;
}

/** Progress is set, in whole percent; the same. */
export interface ProgressGesture {
  readonly type: "progress";
  readonly of: Marked;
  readonly was?: number | undefined;
  readonly to?: number | undefined;
}

/** A title is written anew; an empty one takes it away. */
export interface TitleGesture {
  readonly type: "title";
  readonly of: Marked;
  readonly was: string;
  readonly to: string;
}

export type Gesture =
  | DatesGesture
  | DateGesture
  | GroupGesture
  | WaitGesture
  | RatingGesture
  | StatusGesture
  | ProgressGesture
  | TitleGesture;
