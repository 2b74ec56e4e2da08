// What every view has in common as plain data: its sentence and figures, where things are written, and how that moves.
import type { Range } from "../../grammar/lines.ts";
import type { Health } from "../model/derive/health.ts";

export type { Position, Range } from "../../grammar/lines.ts";
export type { Health } from "../model/derive/health.ts";

/** A calendar day, `2026-11-23`. */
export type IsoDay = string;

/** Where something is written. */
export interface SourcePlace {
  readonly uri: string;
  /** The whole declaration: the cursor in it lights up the mark. */
  readonly range: Range;
  /** Its name: a click selects it. */
  readonly name: Range;
}

/** A headline figure: a value, or counts by health, and the words under it. */
export interface HeadFigure {
  /** "17.3M of 18M"; empty where `counts` speaks. */
  readonly value: string;
  readonly label: string;
  /** It is worse than it may be: more is planned than there is money. */
  readonly wrong?: true | undefined;
  readonly counts?: Readonly<Record<Health, number>> | undefined;
}

/** A syntax fault: while there is one, the page keeps the last good picture. */
export interface ViewFault {
  /** Relative to the project. */
  readonly file: string;
  readonly source: SourcePlace;
  readonly message: string;
}

/** What the head of every view shows. */
export interface ViewData {
  /** The name of the view, by which it is asked for. */
  readonly view: string;
  /** "2 of 6 IT objectives are off track" */
  readonly sentence: string;
  /** "Nordwind IT strategy 2026–2028" */
  readonly title: string;
  readonly today: IsoDay;
  readonly currency?: string | undefined;
  /** Behind the day: "appetite: medium"; without it, that amounts are in the currency. */
  readonly note?: string | undefined;
  /** At most four. */
  readonly figures: readonly HeadFigure[];
  readonly faults: readonly ViewFault[];
  /** Nothing is written in its project yet: neither a declaration nor a part of one. */
  readonly isBare?: true | undefined;
}

/** A place, counted from a mark that moves with the text: where a top-level declaration begins, or its file. */
export interface RelativePlace {
  readonly at: string;
  readonly range: Range;
  readonly name: Range;
}

/** The same with places that are counted from marks: it stays as it is where only the text before it changes. */
export type Unplaced<Part> = Part extends SourcePlace
  ? RelativePlace
  : Part extends readonly (infer One)[]
    ? readonly Unplaced<One>[]
    : Part extends object
      ? { readonly [Name in keyof Part]: Unplaced<Part[Name]> }
      : Part;

/** Where the marks of a file lie. */
export interface FileLayout {
  /** The mark of its first character. */
  readonly id: string;
  readonly uri: string;
  /**
   * The pieces of its text in their order: the mark of each, if it has one, how many lines it ends,
   * and how many characters it has behind the last of them.
   */
  readonly pieces: readonly (readonly [mark: string, lines: number, characters: number])[];
}

/** A view as it is kept up to date: its rows and places change apart from each other. */
export type Sheet<Data extends ViewData = ViewData> = Unplaced<Data> & {
  readonly files: readonly FileLayout[];
};

/** What a card says, in words. */
export interface CardFacts {
  readonly title: string;
  readonly health?: Health | undefined;
  /** "Active. 40% done, 53% of the time has passed." */
  readonly stands?: string | undefined;
  /** "Transform. Must have." */
  readonly says?: string | undefined;
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly description?: string | undefined;
  /** What is wrong, a sentence each, the worst first. */
  readonly wrong: readonly string[];
}

/** What a menu can change of a declaration: what its kind does not write is missing. */
export interface CardEdits {
  /** As it is written, with nothing hidden in it; empty where there is none. */
  readonly title: string;
  readonly status?:
    | {
        /** Missing where none is written. */
        readonly now?: string | undefined;
        /** "on-hold", "On hold": in the order in which they are offered. */
        readonly choices: readonly (readonly [value: string, words: string])[];
      }
    | undefined;
  /** In whole percent; null where none is written. */
  readonly progress?: number | null | undefined;
}

/** What is known of a declaration, and how it is written. */
export interface Card extends CardFacts {
  /** Its name in the text: by it and its place a gesture means it. */
  readonly called: string;
  /** "initiative", "KPI" */
  readonly kind: string;
  /** Relative to its project. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The whole declaration as it is written. */
  readonly text: string;
  /** Missing where nothing can be changed in a picture: its kind is in doubt. */
  readonly edits?: CardEdits | undefined;
}
