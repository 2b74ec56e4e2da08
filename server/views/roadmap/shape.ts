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
export type GroupBy = "objective" | "theme" | "team" | "owner" | "status" | "technology";
export type Priority = "must" | "should" | "could" | "wont";

export interface Calendar {
  readonly start: IsoDay;
  /** The last day, which belongs to it. */
  readonly end: IsoDay;
  /** The month in which the fiscal year starts, 1 to 12. */
  readonly fiscalStart: number;
  readonly namedBy: "start" | "end";
}

/** How precisely a date is written: a quarter that is moved stays a quarter. */
export type Precision = "day" | "month" | "quarter" | "half" | "year";

/** How the timeline of work is written, and so by which steps it can be dragged. */
export interface WrittenTimeline {
  /** Missing where it starts after something else: then only its end can be dragged. */
  readonly start?: Precision | undefined;
  /** Of its end; of a length that is written, its unit; missing where it is open. */
  readonly end?: Precision | "week" | undefined;
  /** Its end is a length behind its start. */
  readonly isLength?: true | undefined;
}

export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly date: IsoDay;
  readonly precision?: Precision | undefined;
  readonly status: "planned" | "reached" | "missed";
  readonly overdueDays?: number | undefined;
  readonly source: SourcePlace;
}

/** The worst open risk of an initiative. */
export interface RiskMark {
  readonly state: "above" | "within" | "occurred";
  /** Nobody knows whether it is within. */
  readonly unclear?: true | undefined;
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
  /** The same to count on, where any of it is known: exact decimals, and a fraction. */
  readonly exact?:
    | {
        readonly budget?: string | undefined;
        readonly cost?: string | undefined;
        readonly return?: number | undefined;
      }
    | undefined;
}

/** What work adds to sums: an exact decimal, or nothing where what it says is not understood. */
export interface CountedAmount {
  readonly amount?: string | undefined;
  readonly atLeast?: true | undefined;
}

/** How far one figure has moved from the plan as first approved. */
export interface PlanShift {
  /** "2 quarters later", "+18% of the money" */
  readonly words: string;
  /** By more than the rules allow. */
  readonly wrong?: true | undefined;
}

/** The plan as first approved, and what has moved since. */
export interface FirstPlan {
  readonly start?: IsoDay | undefined;
  readonly end?: IsoDay | undefined;
  /** "1.7M" */
  readonly budget?: string | undefined;
  readonly time?: PlanShift | undefined;
  readonly money?: PlanShift | undefined;
}

export interface Initiative {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  /** Missing where none is written: it looks planned, or active once it has progress. */
  readonly status?: InitiativeStatus | undefined;
  /** Of committed work, red and amber only where something is wrong. */
  readonly health: Health;
  /** What is reported, where that is better than what can be seen. */
  readonly reported?: Health | undefined;
  readonly owner?: string | undefined;
  readonly teams: readonly string[];
  readonly technologies: readonly string[];
  readonly tags: readonly string[];
  /** Its own, else that of its programme, else those of the objectives it supports. */
  readonly themes: readonly string[];
  readonly priority?: Priority | undefined;
  /** It is open: only then it counts in sums. */
  readonly open?: true | undefined;
  /** Nobody can say whether it counts: its status or its programme is not understood. */
  readonly unclear?: true | undefined;
  /** Missing where it says nothing of what it takes. */
  readonly weight?: CountedAmount | undefined;
  readonly firstPlan?: FirstPlan | undefined;
  /** It has parts in this project, which stand under it. */
  readonly hasParts?: true | undefined;
  /** It has no dates of its own: they are those of its parts. */
  readonly bracket?: true | undefined;
  /** The programme of which it is a part. */
  readonly programme?: { readonly id: string; readonly title: string } | undefined;
  /** Words for the card: type, priority, framework. */
  readonly words: readonly string[];
  readonly money: CardMoney;
  /** Missing where it has no dates: then it lies in the tray. */
  readonly start?: IsoDay | undefined;
  /** The last day, which belongs to it. */
  readonly end?: IsoDay | undefined;
  /** Missing where it has none of its own that is understood. */
  readonly timeline?: WrittenTimeline | undefined;
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
  /** The ids of the objectives that it supports. */
  readonly goals: readonly string[];
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

/** Something that also belongs to a group, but counts elsewhere. */
export interface Ghost {
  /** Of an initiative, or of an objective. */
  readonly id: string;
  /** Where it counts: the title of another group, or of its programme. */
  readonly under: string;
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
  /** What is reported, where that is better than what can be seen. */
  readonly reported?: Health | undefined;
  /** How it counts in the sentence; missing where it is closed, of another project, or no objective. */
  readonly counts?: "it" | "other" | undefined;
  /** Why it is amber or red, a sentence each. */
  readonly wrong: readonly string[];
  readonly status?: ObjectiveStatus | undefined;
  /** The amount of the open work that counts in it and in the groups below it; "5.8M". */
  readonly amount?: string | undefined;
  readonly progress?: number | undefined;
  readonly start?: IsoDay | undefined;
  readonly end?: IsoDay | undefined;
  /** An open objective under which there is neither an initiative nor a sub-objective. */
  readonly empty?: true | undefined;
  /** Work can be moved here. */
  readonly takes?: true | undefined;
  /** Ids, parts behind their programme; each initiative counts in one group of a grouping. */
  readonly initiatives: readonly string[];
  /** What belongs to it too, and counts elsewhere. */
  readonly ghosts?: readonly Ghost[] | undefined;
}

/** A review, an event that the plan must meet, or the target of a KPI, on the lane below the axis. */
export interface CalendarEvent {
  readonly kind: "review" | "event" | "target";
  readonly id: string;
  readonly title: string;
  /** "Autumn review, held on 5 Oct 2026"; "Monthly churn: 3.5% by 31 Dec 2026" */
  readonly sentence: string;
  readonly date: IsoDay;
  /** Missing where it cannot be dragged: of a target. */
  readonly precision?: Precision | undefined;
  /** Of a review or an event: it lies behind us. */
  readonly held?: true | undefined;
  /** Of an event. */
  readonly status?: Milestone["status"] | undefined;
  readonly source: SourcePlace;
}

/** An open KPI: what its figures say, and what it measures. */
export interface KpiCount {
  readonly id: string;
  readonly health: Health;
  /** The ids of initiatives, with the programmes of parts, and objectives. */
  readonly of: readonly string[];
}

/** An open risk: whether it is above what is accepted, and what it may hit, be it by a technology. */
export interface RiskCount {
  readonly id: string;
  readonly above?: true | undefined;
  /** Nobody knows whether it is. */
  readonly unclear?: true | undefined;
  /** The ids of initiatives, with the programmes of parts, and objectives. */
  readonly of: readonly string[];
}

/** How sums are written, and what they are held against. */
export interface SumWords {
  /** The plan comes to millions: hundred thousands are tenths of one. */
  readonly inMillions: boolean;
  /** The budget of the strategy, an exact decimal. */
  readonly budget?: string | undefined;
}

/** What no filter, group or zoom hides. */
export interface GapSum {
  readonly initiatives: readonly string[];
  /** How many of them count: parts do not beside their programme. */
  readonly work: number;
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
  /** What the headline counts, to count it again of what a filter leaves. */
  readonly kpis: readonly KpiCount[];
  readonly risks: readonly RiskCount[];
  readonly sums: SumWords;
  readonly unaligned: GapSum;
  readonly undated: GapSum;
}
