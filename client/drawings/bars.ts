// An initiative and a scale become the geometry of its bar: ends, progress, milestones, overdue tail, labels.
import type { Initiative, Milestone } from "../../server/views/roadmap/shape.ts";
import type { Frame } from "./frame.ts";
import { type BarLabel, labelsOf, type Taken } from "./labels.ts";
import type { BarLook, Diamond, Shape } from "./shape.ts";
import type { Measure } from "./text.ts";
import { type Day, dayOf, type Scale, xOf } from "./time.ts";

export interface Bar extends Shape {
  readonly labels: readonly BarLabel[];
  /** The share of the outline at its right end that is dashed. */
  readonly unsure: number;
}

const nearest = 12;

export function lookOf(initiative: Initiative): BarLook {
  return initiative.status ?? ((initiative.progress ?? 0) > 0 ? "active" : "planned");
}

/** The ends of a bar; at least 3 px wide, so that nothing gets lost. */
export function spanOf(
  initiative: Pick<Initiative, "start" | "end">,
  scale: Scale,
): { x: number; width: number } {
  const start = dayOf(initiative.start ?? scale.calendar.start);
  const end = dayOf(initiative.end ?? scale.calendar.end) + 1;
  const x = Math.min(scale.width - 3, Math.max(0, xOf(scale, start)));
  return { x, width: Math.max(3, Math.min(scale.width, xOf(scale, end)) - x) };
}

/**
 * The bar of an initiative.
 * @param taken what labels beside the bar must not cover: arrows
 */
export function barOf(
  initiative: Initiative,
  scale: Scale,
  today: Day,
  frame: Frame,
  measure: Measure,
  taken: readonly Taken[] = [],
): Bar {
  const { x, width } = spanOf(initiative, scale);
  const look = lookOf(initiative);
  const progress = Math.min(1, Math.max(0, initiative.progress ?? 0));
  const solid = look === "active" || look === "on-hold" ? width * progress : 0;
  const diamonds = diamondsOf(initiative.milestones, scale);
  const late = initiative.overdueDays ?? 0;
  const tail = late > 0 ? xOf(scale, today) - (x + width) : 0;
  const overdue = tail > 0 ? { x: x + width, width: tail } : undefined;
  const shape = { look, x, width, solid, diamonds, ...(overdue ? { overdue } : {}) };
  const labels = labelsOf(initiative, shape, {
    scale,
    todayX: xOf(scale, today),
    frame,
    measure,
    taken,
  });
  const unsure =
    initiative.confidence === "low" ? 0.35 : initiative.confidence === "medium" ? 0.15 : 0;
  return { ...shape, labels, unsure };
}

/** Milestones as diamonds; those nearer than 12 px become one. */
function diamondsOf(milestones: readonly Milestone[], scale: Scale): Diamond[] {
  const sorted = milestones.toSorted((a, b) => a.date.localeCompare(b.date));
  const found: { x: number; milestones: Milestone[] }[] = [];
  for (const milestone of sorted) {
    const day = dayOf(milestone.date);
    if (day < scale.start || day >= scale.end) continue;
    const x = xOf(scale, day);
    const last = found.at(-1);
    if (last && x - last.x < nearest) last.milestones.push(milestone);
    else found.push({ x, milestones: [milestone] });
  }
  return found.map(({ x, milestones: all }) => ({ x, milestones: all, status: worst(all) }));
}

function worst(milestones: readonly Milestone[]): Milestone["status"] {
  const order = ["missed", "planned", "reached"] as const;
  return order.find((status) => milestones.some((one) => one.status === status)) ?? "planned";
}
