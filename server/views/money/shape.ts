// What the money view holds as plain data: bars, a table of costs and where the money goes, with every figure ready to print.
import type { SourcePlace, ViewData } from "../shape.ts";

/** A line of a card: who, and how much. The lines of a part add up to it. */
export type MoneyFact = readonly [label: string, text: string];

/** A piece of a bar. */
export interface MoneyPart {
  readonly key: string;
  /** "aligned"; "Transform" */
  readonly label: string;
  /** "15.9M" */
  readonly amount: string;
  /** "92%" */
  readonly share?: string | undefined;
  /** How long it is, in the unit of all others beside it. */
  readonly length: number;
  readonly facts: readonly MoneyFact[];
}

/** What is planned beside what there is. */
export interface BudgetBar {
  /** "18M for the horizon"; "No budget is written" */
  readonly says: string;
  /** Why no bar can be drawn: "What is planned is not known: …" */
  readonly unknown?: string | undefined;
  readonly parts: readonly MoneyPart[];
  /** Where the budget ends, and what it is called there. */
  readonly limit?: { readonly length: number; readonly text: string } | undefined;
  /** "0.7M left" */
  readonly left?: string | undefined;
  /** "2.5M over" */
  readonly over?: string | undefined;
}

export interface KindBar {
  /** "share of 17.3M" */
  readonly says: string;
  readonly parts: readonly MoneyPart[];
  /** "Grow, transform and improve: 82%, policy at least 20%" */
  readonly policy?: string | undefined;
  /** It is under what the policy asks for. */
  readonly wrong?: true | undefined;
}

/** What a head takes in a year. */
export interface CostCell {
  /** "1.1M"; "–" where something is meant that cannot be placed in time. */
  readonly text: string;
  readonly length: number;
  readonly facts: readonly MoneyFact[];
}

export interface CostRow {
  readonly head: string;
  readonly title: string;
  /** One for each year; missing where nothing is paid. */
  readonly cells: readonly (CostCell | null)[];
  readonly total: string;
  /** The sum as a number, to sort by. */
  readonly length: number;
}

export interface CostTable {
  /** "2026", "FY27", "2030 and later", "No dates" */
  readonly years: readonly string[];
  /** "the fiscal year is the calendar year" */
  readonly says: string;
  /** What to say where there is no row. */
  readonly none: string;
  readonly rows: readonly CostRow[];
  /** What all heads take, year by year, and together. */
  readonly sums: readonly (CostCell | null)[];
  readonly total: string;
  /** What is kept for surprises, beside what open risks are expected to cost. */
  readonly kept?:
    | {
        readonly text: string;
        readonly thin?: true | undefined;
        /** In which work, and what each keeps. */
        readonly facts: readonly MoneyFact[];
      }
    | undefined;
  /** What is not in it, a sentence each. */
  readonly notes: readonly string[];
}

/** What a row says of its money, to count on: exact decimals, a fraction, a number of months. */
export interface ExactMoney {
  readonly amount?: string | undefined;
  readonly cost?: string | undefined;
  readonly benefit?: string | undefined;
  readonly return?: number | undefined;
  readonly paybackMonths?: number | undefined;
}

/** What a row says of its money; what is not known is missing. */
export interface MoneyFigures {
  readonly amount?: string | undefined;
  /** How long its bar is. */
  readonly length: number;
  readonly cost?: string | undefined;
  readonly benefit?: string | undefined;
  /** "+69%", "−12%" */
  readonly return?: string | undefined;
  /** "24 months"; "not in the horizon" */
  readonly payback?: string | undefined;
  readonly exact?: ExactMoney | undefined;
  /** In place of benefit, return and payback: "No benefit written". */
  readonly says?: string | undefined;
}

/** Work that also hangs here, and counts elsewhere. */
export interface CountedElsewhere {
  readonly id: string;
  readonly title: string;
  readonly amount?: string | undefined;
  /** "counted under Grow digital revenue" */
  readonly counted: string;
  readonly source?: SourcePlace | undefined;
  readonly facts: readonly MoneyFact[];
}

export interface MoneyRow extends MoneyFigures {
  readonly id: string;
  readonly title: string;
  /** How many rows above it have it in their figures. */
  readonly depth: number;
  /** An objective that supports none: it stands on a ground of its own. */
  readonly band?: true | undefined;
  readonly source?: SourcePlace | undefined;
  /** It is the unaligned work. */
  readonly gap?: true | undefined;
  /** What it consists of, where no declaration says it: the facts add up to the amount. */
  readonly facts: readonly MoneyFact[];
  readonly elsewhere: readonly CountedElsewhere[];
}

export type MoneyBy = "objective" | "team" | "technology";

/** One way to say where the money goes: its top rows and the gap add up to the total. */
export interface MoneyWay {
  readonly by: MoneyBy;
  readonly rows: readonly MoneyRow[];
  readonly total: MoneyRow;
  /** What technologies cost and bring by themselves, which is not in the plan. */
  readonly beside: readonly MoneyRow[];
}

export interface MoneyView extends ViewData {
  readonly view: "money";
  readonly budget: BudgetBar;
  readonly kinds: KindBar;
  readonly costs: CostTable;
  readonly ways: readonly MoneyWay[];
  /** "Open work is …" */
  readonly meaning: string;
  /** Nothing is written about money at all. */
  readonly none?: true | undefined;
}
