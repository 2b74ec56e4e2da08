// An initiative and a scale become the geometry of its bar: ends, progress, milestones, overdue tail, labels.
import type { Initiative, Milestone } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import type { MeasureText } from "../text.ts";
import { type DayNumber, dayOf, type Scale, xOf } from "../time.ts";
import type { BarLook, Diamond, MilestoneState, Shape } from "./bar-shape.ts";
import { type BarLabel, labelsOf, type Taken } from "./labels.ts";

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
export function barEnds(
  initiative: Pick<Initiative, "start" | "end">,
  scale: Scale,
): { x: number; width: number } {
  const start = dayOf(initiative.start ?? scale.calendar.start);
  const end = dayOf(initiative.end ?? scale.calendar.end) + 1;
  const x = Math.min(scale.width - 3, Math.max(0, xOf(scale, start)));
  return { x, width: Math.max(3, Math.min(scale.width, xOf(scale, end)) - x) };
}

export interface BarOptions {
  /** What labels beside the bar must not cover: arrows. */
  readonly taken?: readonly Taken[];
  /** It counts elsewhere: what is said of that. */
  readonly ghost?: string | undefined;
}

/** The bar of an initiative. */
export function barOf(
  initiative: Initiative,
  scale: Scale,
  today: DayNumber,
  frame: Frame,
  measure: MeasureText,
  { taken = [], ghost }: BarOptions = {},
): Bar {
  const { x, width } = barEnds(initiative, scale);
  const look = lookOf(initiative);
  const form = ghost !== undefined ? "ghost" : initiative.bracket ? "bracket" : "bar";
  const base = { form, look, x, width, solid: 0, diamonds: [] } as const;
  const around = { scale, todayX: xOf(scale, today), frame, measure, taken };
  if (form === "ghost") {
    return { ...base, labels: labelsOf(initiative, base, { ...around, ghost }), unsure: 0 };
  }
  const progress = Math.min(1, Math.max(0, initiative.progress ?? 0));
  const solid =
    look === "active" || look === "on-hold" || form === "bracket" ? width * progress : 0;
  const diamonds = diamondsOf(initiative.milestones, scale, today);
  const late = initiative.overdueDays ?? 0;
  const tail = late > 0 ? xOf(scale, today) - (x + width) : 0;
  const overdue = tail > 0 ? { x: x + width, width: tail } : undefined;
  const first = firstOf(initiative, scale, { x, width });
  const shape = { ...base, solid, diamonds, ...(overdue && { overdue }), ...(first && { first }) };
  const labels = labelsOf(initiative, shape, around);
  const unsure =
    initiative.confidence === "low" ? 0.35 : initiative.confidence === "medium" ? 0.15 : 0;
  return { ...shape, labels, unsure };
}

/** The bar of the plan as first approved, where it lies on the calendar and is another one. */
function firstOf(
  { firstPlan }: Initiative,
  scale: Scale,
  now: { readonly x: number; readonly width: number },
): Shape["first"] {
  const { start, end } = firstPlan ?? {};
  if (!start || !end || dayOf(end) < scale.start || dayOf(start) >= scale.end) return undefined;
  const first = barEnds({ start, end }, scale);
  return Math.abs(first.x - now.x) < 1 && Math.abs(first.width - now.width) < 1 ? undefined : first;
}

/** Milestones as diamonds; those nearer than 12 px become one. */
function diamondsOf(milestones: readonly Milestone[], scale: Scale, today: DayNumber): Diamond[] {
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
  return found.map(({ x, milestones: all }) => ({ x, milestones: all, status: worst(all, today) }));
}

const worstFirst: readonly MilestoneState[] = ["missed", "late", "planned", "reached"];

function worst(milestones: readonly Milestone[], today: DayNumber): MilestoneState {
  const states = milestones.map((one) => stateOfMilestone(one, today));
  return worstFirst.find((state) => states.includes(state)) ?? "planned";
}

/** How a milestone stands: planned for a day that has passed it is late. */
export function stateOfMilestone(
  { status, date }: Pick<Milestone, "status" | "date">,
  today: DayNumber,
): MilestoneState {
  return status === "planned" && dayOf(date) < today ? "late" : status;
}
