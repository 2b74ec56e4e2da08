// What a bar is before its labels find their places: its look, its ends, its milestones.
import type { Milestone } from "../../../server/views/roadmap/shape.ts";

/** How the bar looks; work without a status looks planned until it has progress. */
export type BarLook = "proposed" | "planned" | "active" | "on-hold" | "completed" | "cancelled";

/** What a bar stands for: work, a programme over the span of its parts, work that counts elsewhere. */
export type BarForm = "bar" | "bracket" | "ghost";

/** A planned milestone whose day has passed is late. */
export type MilestoneState = Milestone["status"] | "late";

export interface Diamond {
  readonly x: number;
  readonly status: MilestoneState;
  readonly milestones: readonly Milestone[];
}

export interface Shape {
  readonly form: BarForm;
  readonly look: BarLook;
  readonly x: number;
  readonly width: number;
  /** How far the solid part reaches from the left. */
  readonly solid: number;
  readonly diamonds: readonly Diamond[];
  readonly overdue?: { readonly x: number; readonly width: number };
  /** Where it lay in the plan as first approved, if that is elsewhere. */
  readonly first?: { readonly x: number; readonly width: number };
}
