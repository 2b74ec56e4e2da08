// What a drawing is: the data of a view and some room → parts to draw, marks to point at, and the same as a table.
import type { ComponentChild } from "preact";
import type { Gesture } from "../../server/gestures/shape.ts";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { CardFacts, IsoDay, SourcePlace, ViewData } from "../../server/views/shape.ts";
import type { CalendarChart } from "./calendar-chart.ts";
import type { Mode } from "./frame.ts";
import type { LegendItem } from "./legend.tsx";
import type { MeasureText } from "./text.ts";

/** What a drawing has to lie in, and what its reader has chosen. */
export interface Room {
  /** In px, with the margins. */
  readonly width: number;
  readonly margin: number;
  readonly mode: Mode;
  readonly measure: MeasureText;
  /** The value of each choice by its key; one that is missing is the first. */
  readonly chosen: Readonly<Record<string, string>>;
  /** What has been opened or closed by a click: the keys of `PictureMark.toggles`. */
  readonly toggled: ReadonlySet<string>;
  /** What is drawn can be dragged. */
  readonly edits?: true | undefined;
  /** Nobody can click: an export has no chevrons, no hints, and all that would be behind them. */
  readonly still?: true;
  /** What flows round something on pages has this height on the first of them. */
  readonly firstPage?: number | undefined;
}

/** A part of the picture. Only those in sight are drawn. */
export interface PicturePart {
  readonly key: string;
  /** All that it draws lies between these, in px from the top of the picture. */
  readonly top: number;
  readonly bottom: number;
  /** SVG in the coordinates of the picture; what it says is hidden from readers of marks and tables. */
  readonly draw: () => ComponentChild;
  /** It stands over what follows it, as a heading with its depth from 0 or as the heads of columns. */
  readonly heads?: { readonly title: string; readonly depth: number } | "columns";
  /** It joins or divides other parts: where both are elsewhere it says nothing. */
  readonly between?: true;
}

/**
 * Something to point at, to reach by keys, and to open: the page lays a rectangle over it that has the
 * name, the focus, the ring, the card and the click.
 */
export interface PictureMark {
  /** "risk:lock-in": only this mark has it. */
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** All that it says, in words, without its full stop; a search looks in it. */
  readonly sentence: string;
  /** Where it is written: a click goes there, and its card says what is known of it. */
  readonly source?: SourcePlace | undefined;
  /** What its card says instead, where no declaration says it all: the load of a team in a quarter. */
  readonly card?: CardFacts | undefined;
  /** It stands for several that have no room here: the keys of their marks, where they have some, with words. */
  readonly holds?: readonly (readonly [key: string, words: string])[] | undefined;
  /** A click opens or closes this. */
  readonly toggles?: string | undefined;
  /** Whether that is open now. */
  readonly open?: boolean | undefined;
  /** It is a row: under the pointer its ground is raised from edge to edge. */
  readonly isRow?: true | undefined;
  /** Its place is that of lines over a calendar, which a format with charts of its own draws there. */
  readonly chart?: CalendarChart | undefined;
  /** It can be dragged from place to place. */
  readonly drags?: DraggedSign | undefined;
}

/** What of a mark is dragged: it follows the pointer, and its ghost stays. */
export interface DraggedSign {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Round the point 0, 0. */
  readonly draw: () => ComponentChild;
  /** The key of the place where it lies; missing where it lies on none yet. */
  readonly from?: string | undefined;
}

/** Where marks can be dropped: a square of a matrix, an objective. */
export interface DropPlace {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Only its ring tells that something can be dropped there: while something is dragged it is lit. */
  readonly isLit?: true | undefined;
}

/** What it means to drop a mark at a place. */
export interface Drop {
  /** Without its full stop: "Probability high, impact medium: severity 12, above what is accepted" */
  readonly says: string;
  /** A rule is against it: it is made, and warned of. */
  readonly warns?: true | undefined;
  /** Missing where it lies there already. */
  readonly gesture?: Gesture | undefined;
}

/** A picture, laid out. */
export interface LaidOut {
  readonly height: number;
  /** Where the picture is wider than its room, and scrolls. */
  readonly width?: number;
  /** What stays at the top while the rest scrolls: heads of columns. In its own coordinates. */
  readonly head?: { readonly height: number; readonly draw: () => ComponentChild };
  /** In the order in which they are drawn. */
  readonly blocks: readonly PicturePart[];
  /** In reading order. */
  readonly marks: readonly PictureMark[];
  /** In the order in which keys go through them; what lies on none begins in the middle of them. */
  readonly drops?: readonly DropPlace[];
}

/** Something that the reader chooses: what to group by, how to sort. The first value counts at first. */
export interface PictureChoice {
  readonly key: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
}

export interface Table {
  /** In which its amounts are. */
  readonly currency?: string | undefined;
  /** The figures of some rows are in those of others: each says in which. */
  readonly nested?: true;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  /** What other programs call it: "measuredOn". */
  readonly key: string;
  readonly head: string;
  readonly numeric?: true;
  /** What its cells are; texts where it is missing. */
  readonly is?: CellFact["is"];
  /** For programs that sort and count, too much for who reads a page. */
  readonly detail?: true;
}

export interface TableRow {
  readonly key: string;
  /** The first cell leads there. */
  readonly source?: SourcePlace | undefined;
  /** Under which heading it stands; sorting by a column takes the headings away. */
  readonly section?: string | undefined;
  /** What is missing, of a row that stands for that: "Supports no objective". */
  readonly gap?: string | undefined;
  /** The title of the row whose figures have its own in them: who adds up takes one or the other. */
  readonly within?: string | undefined;
  readonly cells: readonly Cell[];
}

/** A text, or one that is sorted by something else than its words; an unknown figure is "–". */
export type Cell =
  | string
  | { readonly text: string; readonly by: number | string; readonly fact?: CellFact | undefined };

/** What a cell says, exactly, for programs: those count in it and do not read its words. */
export type CellFact =
  | { readonly is: "day"; readonly day: IsoDay }
  /** A decimal, in the currency of the table; the least that it can be where that is said. */
  | { readonly is: "money"; readonly amount: string; readonly atLeast?: true | undefined }
  /** A fraction. */
  | { readonly is: "share"; readonly share: number }
  | { readonly is: "number"; readonly number: number; readonly atLeast?: true | undefined };

/** What to say where there is nothing to draw. */
export interface Emptiness {
  /** "No risks yet" */
  readonly title: string;
  /** What to write, in one sentence. */
  readonly sentence: string;
  /** The kind of declaration that a button inserts, and what it says: "Insert a risk". */
  readonly kind: string;
  readonly button: string;
}

/** A picture of its own height, below which there is more. */
export interface SheetDrawing<Data extends ViewData = ViewData> {
  readonly stage: "sheet";
  /** The name of its view. */
  readonly name: Data["view"];
  /** On its tab. */
  readonly label: string;
  choices?(data: Data): readonly PictureChoice[];
  layOut(data: Data, room: Room): LaidOut;
  /** On several pages of paper its columns stand below each other, or the last one flows round the others. */
  readonly folds?: "below" | "round";
  /** What it means to drop a mark at a place, both by their keys; undefined where it cannot be dropped there. */
  dropped?(data: Data, mark: string, place: string): Drop | undefined;
  /** The same facts, for readers who see no picture and for those who prefer it. */
  table(data: Data): Table;
  /** Only signs that are drawn. */
  legend(data: Data): readonly LegendItem[];
  /** Undefined where there is something to draw. */
  empty(data: Data): Emptiness | undefined;
  /** What follows it in a format with charts of its own, and the same data under a sentence for that. */
  charts?(data: Data): { readonly drawing: SheetDrawing<Data>; readonly data: Data } | undefined;
}

/** Work on a calendar, which scrolls in both directions and has a scale to zoom. */
export interface CalendarDrawing<Data extends ViewData = ViewData> {
  readonly stage: "calendar";
  readonly name: Data["view"];
  readonly label: string;
  /** The work of its data, as the calendar has it. */
  workOf(data: Data): RoadmapView;
}

export type Drawing = SheetDrawing | CalendarDrawing;
