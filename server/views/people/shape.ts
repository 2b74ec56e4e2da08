// What the people view holds as plain data: loads, skills, reporting lines and key roles, with every figure ready to print.
import type { IsoDay, SourcePlace, ViewData } from "../shape.ts";

/** A column of the loads. */
export interface LoadQuarter {
  /** `2027-Q1` */
  readonly name: string;
  /** "2027", of a fiscal year "FY27" */
  readonly year: string;
  /** "Q1" */
  readonly label: string;
  readonly start: IsoDay;
}

/** How much of its capacity a team uses: under half, to 80%, to all of it, more than it has. */
export type LoadUse = "half" | "most" | "full" | "over";

/** The load of a team in a quarter. Where nothing is asked of it there is none. */
export interface LoadCell {
  readonly quarter: string;
  /** "12.5"; missing where work counts on the team and none says how much of it. */
  readonly fte?: string | undefined;
  /** Missing where the capacity is not known. */
  readonly use?: LoadUse | undefined;
  /** "2.5": by how much the load is above the capacity. */
  readonly over?: string | undefined;
  /** It may be more: some work is not understood, or does not say how much it takes. */
  readonly atLeast?: true | undefined;
  /** What the shares come to, where they are told with more decimals than the load. */
  readonly sum?: string | undefined;
  /** Which work takes how much, by its place in the work of the team; together the load. */
  readonly shares: readonly (readonly [work: number, fte: string])[];
  /** The work that does not say how much it takes. */
  readonly unstated: readonly number[];
}

export interface TeamLoad {
  readonly id: string;
  readonly title: string;
  /** Of a team that nobody declares where it is named first. */
  readonly source?: SourcePlace | undefined;
  /** 0, or as many teams as it is part of. */
  readonly depth: number;
  /** "12" */
  readonly capacity?: string | undefined;
  /** Why there is no capacity: "No capacity written". */
  readonly reason?: string | undefined;
  /** Quarters over capacity, from this one on. */
  readonly over: number;
  /** Those of them that are too far away to be shown. */
  readonly later?: number | undefined;
  /** The titles of the work that counts on it. */
  readonly work: readonly string[];
  readonly cells: readonly LoadCell[];
}

/**
 * How a skill that work needs stands: nobody has it or is learning it; it is only being learned; that
 * is not clear; only one has it; some work has no team with it; all is well.
 */
export type SkillState = "nobody" | "learned" | "unclear" | "one" | "lacking" | "covered";

export interface NeededSkill {
  readonly id: string;
  readonly title: string;
  /** Missing where nobody declares it. */
  readonly source?: SourcePlace | undefined;
  readonly state: SkillState;
  /** The titles of the committed work that needs it. */
  readonly neededBy: readonly string[];
  /** Teams, and roles that stand in none, that have it. */
  readonly presentIn: readonly string[];
  readonly learning: readonly string[];
  /** Behind those that have it: "only". */
  readonly note?: string | undefined;
  /** What is wrong, a sentence each. */
  readonly wrong: readonly string[];
}

/** What is wrong with a reporting line: none is written, it is not understood, it leads back to itself; a team has no lead. */
export type LineFault = "none" | "unclear" | "circle" | "lead";

/** A role, or a team that nobody leads, in the tree of reporting lines. Each stands behind its superior. */
export interface LineNode {
  readonly id: string;
  readonly title: string;
  /** "Head of Cloud reports to CIO" */
  readonly sentence: string;
  /** Missing where nobody declares it. */
  readonly source?: SourcePlace | undefined;
  readonly holder?: string | undefined;
  readonly key?: true | undefined;
  readonly parent?: string | undefined;
  readonly depth: number;
  /** How many report to it. */
  readonly below: number;
  readonly fault?: LineFault | undefined;
}

export interface KeyRole {
  readonly id: string;
  readonly title: string;
  readonly source: SourcePlace;
  readonly holder?: string | undefined;
  /** Red without a successor or a holder, amber where nobody mentors a successor. */
  readonly health: "red" | "amber" | "green" | "grey";
  readonly successors: readonly {
    readonly title: string;
    /** Who mentors them; missing where nobody does. */
    readonly mentor?: string | undefined;
  }[];
  /** Why there are no successors: "No successor". */
  readonly missing?: string | undefined;
  /** What is wrong, a sentence each. */
  readonly wrong: readonly string[];
}

export interface PeopleView extends ViewData {
  readonly view: "people";
  /** From this quarter on, to the end of the horizon or of the load. */
  readonly quarters: readonly LoadQuarter[];
  readonly teams: readonly TeamLoad[];
  /** The worst first. */
  readonly skills: readonly NeededSkill[];
  /** A superior before those that report to it. */
  readonly lines: readonly LineNode[];
  /** Whether any role reports to another. */
  readonly hasLines: boolean;
  /** The worst first. */
  readonly keyRoles: readonly KeyRole[];
}
