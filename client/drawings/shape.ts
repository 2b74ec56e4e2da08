// What a bar is before its labels find their places: its look, its ends, its milestones.
import type { Milestone } from "../../server/views/roadmap/shape.ts";

/** How the bar looks; work without a status looks planned until it has progress. */
export type BarLook = "proposed" | "planned" | "active" | "on-hold" | "completed" | "cancelled";

export interface Diamond {
  readonly x: number;
  readonly status: Milestone["status"];
  readonly milestones: readonly Milestone[];
}

export interface Shape {
  readonly look: BarLook;
  readonly x: number;
  readonly width: number;
  /** How far the solid part reaches from the left. */
  readonly solid: number;
  readonly diamonds: readonly Diamond[];
  readonly overdue?: { readonly x: number; readonly width: number };
}
