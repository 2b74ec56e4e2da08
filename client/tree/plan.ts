// The views of a project → the same by id: its work, what is part of what, what measures and threatens it.
import type { AlignmentView, GoalKpi, GoalRisk } from "../../server/views/alignment/shape.ts";
import type { Group, GroupBy, Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { ScorecardView, ScoredKpi } from "../../server/views/scorecard/shape.ts";

/** What the tree is made of. */
export interface TreeViews {
  readonly roadmap: RoadmapView;
  readonly alignment: AlignmentView;
  readonly scorecard: ScorecardView;
}

/** What stands beside an objective or an initiative. */
export interface StandsBeside {
  readonly kpis: readonly GoalKpi[];
  readonly risks: readonly GoalRisk[];
}

export interface TreePlan {
  readonly by: GroupBy;
  readonly views: TreeViews;
  readonly initiatives: ReadonlyMap<string, Initiative>;
  /** By the id of a programme, what stands right under it. */
  readonly parts: ReadonlyMap<string, readonly Initiative[]>;
  readonly beside: ReadonlyMap<string, StandsBeside>;
  /** The figures of KPIs that are open. */
  readonly figures: ReadonlyMap<string, ScoredKpi>;
  readonly groups: ReadonlyMap<string, Group>;
  /** By the id of a group, those right under it; undefined for those at the top. */
  readonly below: ReadonlyMap<string | undefined, readonly Group[]>;
  /** By the id of an initiative, the group in which it counts. */
  readonly homes: ReadonlyMap<string, string>;
}

/** Groups of what has what it should not lack, and of what stands beside nothing. */
export const gapIds = {
  unaligned: "unaligned:",
  undated: "undated:",
  kpis: "loose-kpis:",
  risks: "loose-risks:",
} as const;

/** A plan as it is grouped in one way. */
export function treePlanOf(views: TreeViews, by: GroupBy): TreePlan {
  const { roadmap, alignment, scorecard } = views;
  const initiatives = new Map(roadmap.initiatives.map((one) => [one.id, one]));
  const groups = roadmap.groupings.find((grouping) => grouping.by === by)?.groups ?? [];
  const beside = new Map<string, StandsBeside>();
  for (const one of alignment.goals) beside.set(one.id, one);
  for (const one of alignment.initiatives) beside.set(one.id, one);
  const parts = roadmap.initiatives.filter(({ programme }) => isKnown(initiatives, programme?.id));
  return {
    by,
    views,
    initiatives,
    parts: Map.groupBy(parts, ({ programme }) => programme?.id ?? ""),
    beside,
    figures: new Map(scorecard.bands.flatMap(({ kpis }) => kpis).map((one) => [one.id, one])),
    groups: new Map(groups.map((one) => [one.id, one])),
    below: Map.groupBy(groups, ({ parent }) => parent),
    homes: homesIn(roadmap, groups),
  };
}

function homesIn(
  { unaligned }: RoadmapView,
  groups: readonly Group[],
): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { id, initiatives } of groups) for (const one of initiatives) homes.set(one, id);
  for (const one of unaligned.initiatives) homes.set(one, gapIds.unaligned);
  return homes;
}

function isKnown(all: ReadonlyMap<string, unknown>, id: string | undefined): boolean {
  return id !== undefined && all.has(id);
}

/** The programme in the plan under which work stands, if there is one. */
export function programmeIn(plan: TreePlan, work: Initiative): Initiative | undefined {
  return work.programme && plan.initiatives.get(work.programme.id);
}

/** Of the work of a group that which stands in no other of it: parts stand under their programmes. */
export function topWork(plan: TreePlan, ids: readonly string[]): readonly Initiative[] {
  const among = new Set(ids);
  return ids.flatMap((id) => {
    const one = plan.initiatives.get(id);
    return one === undefined || among.has(programmeIn(plan, one)?.id ?? "") ? [] : [one];
  });
}

const nothing: StandsBeside = { kpis: [], risks: [] };

export function besideOf(plan: TreePlan, id: string): StandsBeside {
  return plan.beside.get(id) ?? nothing;
}

/** Whether a group is an objective, not what work has in common. */
export function isGoal({ by }: TreePlan, { id }: Group): boolean {
  return by === "objective" && !id.endsWith(":");
}
