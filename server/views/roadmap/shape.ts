// What the roadmap holds as plain data: what its picture, its table and its exports show, with every figure ready to print.
import type { Health, IsoDay, SourcePlace, ViewData } from "../shape.ts";

export type InitiativeStatus =
  | "proposed"
  | "planned"
  | "active"
  | "on-hold"
  | "completed"
  | "cancelled";
export type ObjectiveStatus = "proposed" | "active" | "achieved" | "missed" | "retired";
export type GroupBy = "objective" | "team" | "owner" | "status" | "technology";

export interface Calendar {
  readonly start: IsoDay;
  /** The last day, which belongs to it. */
  readonly end: IsoDay;
  /** The month in which the fiscal year starts, 1 to 12. */
  readonly fiscalStart: number;
  readonly namedBy: "start" | "end";
}

export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly date: IsoDay;
  readonly status: "planned" | "reached" | "missed";
  readonly overdueDays?: number | undefined;
  readonly source: SourcePlace;
}

/** The worst open risk of an initiative. */
export interface RiskMark {
  readonly state: "above" | "within" | "occurred";
  /** "Cloud engineers leave: high after mitigation, above the medium that is accepted" */
  readonly sentence: string;
}

/** Figures of the card, ready to print; what is not known is missing. */
export interface CardMoney {
  /** "4.2M": in every sum and share; "at least 1.4M" where it is a lower bound. */
  readonly amount?: string | undefined;
  readonly budget?: string | undefined;
  readonly cost?: string | undefined;
  readonly contingency?: string | undefined;
  /** "+69%" */
  readonly return?: string | undefined;
  readonly paybackMonths?: number | undefined;
}

export interface Initiative {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  /** Missing where none is written: it looks planned, or active once it has progress. */
  readonly status?: InitiativeStatus | undefined;
  /** Of committed work, red and amber only where something is wrong. */
  readonly health: Health;
  readonly owner?: string | undefined;
  readonly teams: readonly string[];
  readonly technologies: readonly string[];
  readonly tags: readonly string[];
  /** The programme of which it is a part. */
  readonly programme?: { readonly id: string; readonly title: string } | undefined;
  /** Words for the card: type, priority, framework. */
  readonly words: readonly string[];
  readonly money: CardMoney;
  /** Missing where it has no dates: then it lies in the tray. */
  readonly start?: IsoDay | undefined;
  /** The last day, which belongs to it. */
  readonly end?: IsoDay | undefined;
  /** The end is not written: it runs to the end of the horizon. */
  readonly openEnd?: true | undefined;
  /** A fraction. */
  readonly progress?: number | undefined;
  readonly confidence?: "low" | "medium" | "high" | undefined;
  readonly milestones: readonly Milestone[];
  readonly overdueDays?: number | undefined;
  readonly critical?: true | undefined;
  readonly slackDays?: number | undefined;
  readonly risk?: RiskMark | undefined;
  /** The worst that is wrong besides its risks, which have a mark of their own. */
  readonly trouble?: "red" | "amber" | undefined;
  /** From the objective it supports first up to the top, titles. Empty: it supports nothing. */
  readonly path: readonly string[];
  /** Open work that supports no objective: it stands in the gap group, however the rest is grouped. */
  readonly unaligned?: true | undefined;
  /** What is wrong, a sentence each, the worst first. */
  readonly wrong: readonly string[];
}

/** `to` waits for `from`. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
  /** The milestone of `from` that it waits for. */
  readonly milestone?: string | undefined;
  readonly critical?: true | undefined;
  /** `to` starts before `from` has ended. */
  readonly late?: true | undefined;
}

/** A header with rows under it. Groups stand in drawing order, a parent before its children. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly parent?: string | undefined;
  /** 0 for a business objective or any other top group, which is a band. */
  readonly depth: number;
  readonly source?: SourcePlace | undefined;
  readonly owner?: string | undefined;
  readonly health?: Health | undefined;
  /** Why it is amber or red, a sentence each. */
  readonly wrong: readonly string[];
  readonly status?: ObjectiveStatus | undefined;
  /** The amount of its open work, with that of the groups below it; "5.8M". */
  readonly amount?: string | undefined;
  readonly progress?: number | undefined;
  readonly start?: IsoDay | undefined;
  readonly end?: IsoDay | undefined;
  /** An open objective under which there is neither an initiative nor a sub-objective. */
  readonly empty?: true | undefined;
  /** Ids, in source order; each initiative stands in one group of a grouping. */
  readonly initiatives: readonly string[];
}

/** A review, an event that the plan must meet, or the target of a KPI, on the lane below the axis. */
export interface CalendarEvent {
  readonly kind: "review" | "event" | "target";
  readonly id: string;
  readonly title: string;
  /** "Autumn review, held on 5 Oct 2026"; "Monthly churn: 3.5% by 31 Dec 2026" */
  readonly sentence: string;
  readonly date: IsoDay;
  /** Of a review or an event: it lies behind us. */
  readonly held?: true | undefined;
  /** Of an event. */
  readonly status?: Milestone["status"] | undefined;
  readonly source: SourcePlace;
}

/** What no filter, group or zoom hides. */
export interface GapSum {
  readonly initiatives: readonly string[];
  /** "1.4M" */
  readonly amount?: string | undefined;
  /** "8%": its share of the money of open work. */
  readonly share?: string | undefined;
}

export interface RoadmapView extends ViewData {
  readonly view: "roadmap";
  readonly calendar: Calendar;
  readonly initiatives: readonly Initiative[];
  readonly dependencies: readonly Dependency[];
  /** One for each way to group; "objective" is first. */
  readonly groupings: readonly { readonly by: GroupBy; readonly groups: readonly Group[] }[];
  readonly events: readonly CalendarEvent[];
  readonly unaligned: GapSum;
  readonly undated: GapSum;
}
