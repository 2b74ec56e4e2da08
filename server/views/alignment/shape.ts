// What the alignment view holds as plain data: goals from the top down, work under them, and the money of each, counted once.
import type { InitiativeStatus, ObjectiveStatus, RiskMark } from "../roadmap/shape.ts";
import type { Health, SourcePlace, ViewData } from "../shape.ts";

/** A KPI beside what it measures. */
export interface GoalKpi {
  readonly id: string;
  readonly title: string;
  readonly health: Health;
  readonly source: SourcePlace;
}

/** A risk beside what it affects; one that is closed is not shown. */
export interface GoalRisk {
  readonly id: string;
  readonly title: string;
  readonly state: RiskMark["state"];
  /** "20 to 16": before what is done about it, and today; "9" where both are the same. */
  readonly scores?: string | undefined;
  /** "Cloud engineers leave: high after mitigation, above the medium that is accepted" */
  readonly sentence: string;
  readonly source: SourcePlace;
}

/** Money that is counted once in its column. */
export interface CountedMoney {
  /** "5.8M"; missing where it is not known. */
  readonly amount?: string | undefined;
  /** The same as a number, for a width. */
  readonly money?: number | undefined;
}

/**
 * Why a node stands at the top: a business objective; or in its place one for objectives that serve
 * none, for what supports something that is not understood, or for closed work without an objective.
 */
export type TopKind = "objective" | "lone" | "unclear" | "closed";

/** An objective, or what stands where one is missing. Goals stand in drawing order, a parent before its children. */
export interface Goal extends CountedMoney {
  readonly id: string;
  readonly top: TopKind;
  readonly title: string;
  readonly parent?: string | undefined;
  /** Its column: 0 is that of business objectives. */
  readonly depth: number;
  readonly level?: "business" | "it" | "team" | undefined;
  readonly source?: SourcePlace | undefined;
  readonly owner?: string | undefined;
  readonly health?: Health | undefined;
  /** Why it is amber or red, a sentence each. */
  readonly wrong: readonly string[];
  readonly status?: ObjectiveStatus | undefined;
  readonly progress?: number | undefined;
  /** "34%": its share of the money of open work. */
  readonly share?: string | undefined;
  /** "6.2M": all that supports it, where some of that is counted under another goal or in another project. */
  readonly whole?: string | undefined;
  /** How many initiatives lie under it, those in programmes not counted beside them. */
  readonly work: number;
  /** Ids of those that stand right under it, in source order, parts behind their programme. */
  readonly initiatives: readonly string[];
  readonly kpis: readonly GoalKpi[];
  readonly risks: readonly GoalRisk[];
  /** The other objectives that it supports: its money is not counted there. */
  readonly also: readonly string[];
  /** How many stand elsewhere and support it too. */
  readonly shared: number;
  /** What supports it in projects that import this one. */
  readonly elsewhere?: { readonly initiatives: number; readonly amount?: string } | undefined;
  /** Open, and nothing supports it. */
  readonly empty?: true | undefined;
}

/** An initiative, under the first objective that it supports. */
export interface AlignedWork extends CountedMoney {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  readonly status?: InitiativeStatus | undefined;
  /** What is wrong with it, risks aside. */
  readonly trouble?: Health | undefined;
  readonly owner?: string | undefined;
  readonly wrong: readonly string[];
  /** Completed: its money counts nowhere. */
  readonly closed?: true | undefined;
  /** The programme of which it is a part: its money is counted there. */
  readonly programme?: string | undefined;
  /** That stands right before it, with this as a part. */
  readonly inside?: true | undefined;
  /** Titles of the objectives above it, the nearest first. */
  readonly path: readonly string[];
  /** The other objectives that it supports. */
  readonly also: readonly string[];
  readonly kpis: readonly GoalKpi[];
  readonly risks: readonly GoalRisk[];
}

/** What supports no objective. */
export interface UnalignedWork extends CountedMoney {
  readonly initiatives: readonly string[];
  /** How many of them count: parts do not beside their programme. */
  readonly work: number;
  /** "8%": its share of the money of open work. */
  readonly share?: string | undefined;
}

export interface AlignmentView extends ViewData {
  readonly view: "alignment";
  readonly goals: readonly Goal[];
  readonly initiatives: readonly AlignedWork[];
  readonly unaligned: UnalignedWork;
  /** KPIs that measure nothing, and risks that affect nothing, that is shown. */
  readonly loose: { readonly kpis: readonly GoalKpi[]; readonly risks: readonly GoalRisk[] };
}
