// What can be done to the roadmap by dragging, and what each comes to, as plain data.
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { DayNumber } from "../../drawings/time.ts";
import type { MarkKey } from "../marks.ts";
import type { BarDays, BarPart } from "./shift.ts";
import type { ThingKey } from "./things.ts";

/** What is done to the roadmap; of several marks the first is the one that is held. */
export type Doing =
  | {
      readonly does: "shift";
      readonly marks: readonly MarkKey[];
      readonly part: BarPart;
      /** As far as the pointer has come; what it comes to is written as precisely as before. */
      readonly days: number;
      /** To the day, however it is written. */
      readonly exact: boolean;
    }
  /** Work without dates, laid on the span that holds this day; on none where it is not over the calendar. */
  | {
      readonly does: "lay";
      readonly mark: MarkKey;
      readonly day: DayNumber | undefined;
      readonly step: "month" | "quarter";
    }
  | { readonly does: "regroup"; readonly marks: readonly MarkKey[]; readonly to: string }
  | { readonly does: "wait"; readonly on: MarkKey; readonly of: MarkKey | undefined };

export interface DragOutcome {
  /** None where nothing changes. */
  readonly gestures: readonly Gesture[];
  readonly places: ReadonlyMap<ThingKey, BarDays>;
  /** What moves along, by id. */
  readonly followers: ReadonlyMap<string, BarDays>;
  /** "Apr to Sep 2026" */
  readonly words: string;
  /** "1 quarter later" */
  readonly more?: string | undefined;
  /** It will be refused. */
  readonly wrong?: true;
}

/** Nothing changes. */
export const nothing = {
  gestures: [],
  places: new Map<never, never>(),
  followers: new Map<never, never>(),
};

export type DoingOf<What extends Doing["does"]> = Doing & { readonly does: What };
