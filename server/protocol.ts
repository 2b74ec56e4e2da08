// The custom requests between client and server, and the messages between the preview's page and its host.
import * as z from "zod";
import { gesturesSchema as gestures, positionSchema as position } from "./gesture-schema.ts";
import type { TableParams } from "./tables/shape.ts";
import type { Card, Sheet, ViewData } from "./views/shape.ts";
import type { Difference } from "./views/sheet.ts";

const range = z.object({ start: position, end: position });

/** `strategy/view`: the data of one view of the project that holds `uri`. */
export const viewRequest = "strategy/view";
export const viewParams = z.object({ uri: z.string(), view: z.string().max(100) });
/** Null where there is no such project. */
export type ViewResult = ViewData | null;

/**
 * `strategy/viewChange`: the same for who keeps it: as a sheet, and from then on what has changed of
 * it. `since` is the version that is held; where nobody knows it any more the whole sheet comes again.
 */
export const viewChangeRequest = "strategy/viewChange";
export const viewChangeParams = viewParams.extend({ since: z.string().optional() });
export type ViewChangeParams = z.infer<typeof viewChangeParams>;
export type SheetMessage =
  | { readonly version: string; readonly sheet: Sheet }
  /** Nothing has changed where there is no change. */
  | { readonly version: string; readonly since: string; readonly change?: Difference | undefined };
/** Null where there is no such project. */
export type ViewChangeResult = SheetMessage | null;

/** `strategy/card`: what is known of the declaration that is written at a place, and its text. */
export const cardRequest = "strategy/card";
export interface CardParams {
  readonly textDocument: { readonly uri: string };
  readonly position: z.infer<typeof position>;
}
/** Null where no declaration is written there. */
export type CardResult = Card | null;

/** `strategy/shown`: in which view the declaration round a place is drawn. */
export const shownRequest = "strategy/shown";
export interface ShownParams {
  readonly textDocument: { readonly uri: string };
  readonly position: z.infer<typeof position>;
}
/** Null where no declaration is written there. */
export type ShownResult = {
  readonly title: string;
  /** Of its name. */
  readonly position: z.infer<typeof position>;
  /** The name of the view that is made for it, else of the first that has it; missing where none does. */
  readonly view?: string;
} | null;

/**
 * `strategy/edit`: the edit that makes a picture so as its reader has dragged it. `textDocument` is any
 * file of the project that is drawn. Positions are those of the view: in UTF-16 units.
 */
export const editRequest = "strategy/edit";
export const editParams = z.object({ textDocument: z.object({ uri: z.string() }), gestures });
export type EditParams = z.infer<typeof editParams>;
/** One edit for all gestures, or a sentence for the user that says why there is none. */
export type EditResult<Edit> = { readonly edit: Edit } | { readonly refused: string };

/** `strategy/project`: where the project of a file lies, and what belongs to it. */
export const projectRequest = "strategy/project";
export interface ProjectParams {
  readonly textDocument: { readonly uri: string };
}
/** Null where the file is in no project. */
export type ProjectResult = {
  /** The address of its folder, without a slash at its end. */
  readonly root: string;
  /** The addresses of the files that it is read from: nothing else may be written there. */
  readonly reads: readonly string[];
} | null;

/**
 * `strategy/projects`: all that can be drawn: the address of the folder of each project of the workspace
 * that has strategies, without a slash at its end, and of each file that is open without one.
 */
export const projectsRequest = "strategy/projects";
export type ProjectsResult = readonly string[];

/** `strategy/changed`, server to client: what was drawn of these projects may be out of date. */
export const changedNotification = "strategy/changed";
export const changedParams = z.object({ uris: z.array(z.string()) });
export type ChangedParams = z.infer<typeof changedParams>;

/**
 * `strategy/draft`: a whole declaration to begin with. With a position it stands in the declaration
 * around that place, or in the nearest one around it that takes such a thing; else, and where none
 * does, at the end of the file.
 */
export const draftRequest = "strategy/draft";
export interface DraftParams {
  readonly textDocument: { readonly uri: string };
  readonly kind: string;
  readonly position?: z.infer<typeof position>;
}
/** In LSP snippet syntax; null where the file is in no project, or nothing takes such a thing. */
export type DraftResult = {
  /** With the line ends before and behind it that its place needs. */
  readonly snippet: string;
  /** What it replaces: where it is inserted the range is empty. */
  readonly range: z.infer<typeof range>;
  /** The title, or else the name, of the declaration in which it stands; missing at the end of the file. */
  readonly into?: string;
} | null;

/**
 * `strategy/example`: an example of a page at the end of a file: with names that are free there, and
 * nothing in it at fault. Where it says something of the strategy itself, that goes into the strategy.
 */
export const exampleRequest = "strategy/example";
export const exampleParams = z.object({
  textDocument: z.object({ uri: z.string() }),
  example: z.string().max(100_000),
});
export type ExampleParams = z.infer<typeof exampleParams>;
/** The edit that writes it, or a sentence for the user that says why there is none. */
export type ExampleResult<Edit> = EditResult<Edit>;

/** `strategy/summary`: how the project of a file stands, in a few figures. */
export const summaryRequest = "strategy/summary";
export interface SummaryParams {
  readonly textDocument: { readonly uri: string };
}
/** How a project stands. */
export interface ProjectStanding {
  /** The title of its strategy, or else the name of its folder, or of a file that is open without one. */
  readonly title: string;
  /** The address of its folder, without a slash at its end, or of that file. */
  readonly root: string;
  /** The aligned share of the amount of open work, a fraction; null where it cannot be known. */
  readonly alignedShare: number | null;
}
/** Null where the file is in no project. */
export type SummaryResult =
  | (ProjectStanding & {
      /** The other projects of the workspace that have a strategy file, in the order of their folders. */
      readonly others: readonly ProjectStanding[];
    })
  | null;

/** `strategy/templates`: what a new strategy can begin with, dated from today, in a currency. */
export const templatesRequest = "strategy/templates";
export interface TemplatesParams {
  /** An ISO 4217 code. */
  readonly currency: string;
}
/** A whole strategy to begin with. */
export interface TemplateText {
  /** By which it is asked for on the command line: "okr-quarter". */
  readonly name: string;
  /** "OKR quarter" */
  readonly title: string;
  /** What is in it, in one sentence. */
  readonly says: string;
  readonly text: string;
}
export type TemplatesResult = readonly TemplateText[];

/** `strategy/table`: the rows of a table as a strategy. */
export const tableRequest = "strategy/table";
const few = z.string().max(200);
export const tableParams: z.ZodType<TableParams> = z.object({
  file: z.string().max(1000),
  rows: z.array(z.array(z.string())),
  currency: few,
  map: z.record(z.string(), few).optional(),
  kind: few.optional(),
  locale: few.optional(),
  decimal: z.enum([".", ","]).optional(),
  folder: z.string().max(10_000).optional(),
});
export type { ReadColumn, TableParams, TableResult, TableText } from "./tables/shape.ts";

/**
 * `strategy/choices`: the fixes behind an entry such as "Align with another objective …", each with
 * its edit. `place` and `title` are what the entry brought with it.
 */
export const choicesRequest = "strategy/choices";
export interface ChoicesParams<Range> {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly place: number;
  readonly title: string;
}
export type ChoicesResult<Edit> = readonly { readonly title: string; readonly edit: Edit }[];

/** What the page remembers over a reload; the host keeps it and does not look into it. */
const pageState = z.record(z.string(), z.unknown());
export type PageState = z.infer<typeof pageState>;

/** From the page to its host, which checks each with this schema. */
export const pageMessage = z.discriminatedUnion("type", [
  /**
   * The page shows this view and listens: send it, and the cursor. `since` is the version that the
   * page holds of it; without one all of it comes. Also "Draw again".
   */
  z.object({
    type: z.literal("ready"),
    view: z.string().max(100),
    since: z.string().max(200).optional(),
  }),
  /** The card of what is written at a place, which comes back under the same number. */
  z.object({
    type: z.literal("card"),
    number: z.number().int(),
    uri: z.string().max(10_000),
    position,
  }),
  /** Show this place in the source; `select` is the name, `keep` leaves the focus in the page. */
  z.object({
    type: z.literal("reveal"),
    uri: z.string().max(10_000),
    range,
    select: range,
    keep: z.boolean().optional(),
  }),
  z.object({ type: z.literal("state"), state: pageState }),
  z.object({ type: z.literal("copy"), text: z.string().max(100_000) }),
  /** What was done to the picture: the host writes it, and answers under the same number. */
  z.object({ type: z.literal("edit"), number: z.number().int(), gestures }),
  /** The last of these that was made is taken back, and answered under the same number. */
  z.object({ type: z.literal("undo"), number: z.number().int() }),
  /** The button that writes a file of what is shown, or of all views. */
  z.object({ type: z.literal("export"), view: z.string().max(100) }),
  /** A button of an empty view: a declaration of this kind to begin with. */
  z.object({ type: z.literal("insert"), kind: z.string().max(100) }),
  /** A button of an empty view: a whole strategy to begin with; without a name the host asks which. */
  z.object({ type: z.literal("begin"), template: z.string().max(100).optional() }),
]);
export type PageMessage = z.infer<typeof pageMessage>;

/** A format in which a page may ask its host for a file. */
export interface OfferedFormat {
  readonly name: string;
  readonly words: string;
  /** The views that it shows; "board" are all of them in one file. */
  readonly views: readonly string[];
}

/** What a page begins with; what it does not know counts as not said. */
export interface PageStart {
  readonly view?: string;
  readonly groupBy?: string;
  readonly zoom?: string;
}

/** From the host to its page. */
export type HostMessage =
  /** A new picture. With faults in it the page keeps the last good one and says so. */
  | { readonly type: "view"; readonly view: ViewData }
  /** The same where the host knows what has changed: of another version than the page holds it asks for all. */
  | { readonly type: "sheet"; readonly view: string; readonly of: SheetMessage }
  /** The card that was asked for under this number; null where nothing is written there any more. */
  | { readonly type: "card"; readonly number: number; readonly card: Card | null }
  /** The edit or the undo of this number is made, or refused with a sentence for the reader. */
  | { readonly type: "edited"; readonly number: number; readonly refused?: string }
  /** Where the cursor stands in the text; without a place the page forgets it. */
  | {
      readonly type: "cursor";
      readonly uri?: string;
      readonly position?: z.infer<typeof position>;
    }
  /** Shows this view, and in it what is written at a place, whatever hides it. */
  | {
      readonly type: "show";
      readonly view: string;
      readonly uri?: string;
      readonly position?: z.infer<typeof position>;
    }
  /** The server cannot answer now: the last picture stays, with this sentence. */
  | { readonly type: "stale"; readonly sentence: string }
  /** The view could not be made: says so, with details to copy. */
  | { readonly type: "error"; readonly view: string; readonly details: string }
  /** Outside VS Code, whose webview knows both, the look and the language; what the host can do, and the page begins with. */
  | {
      readonly type: "setting";
      /** What the page begins with, as long as its reader has chosen nothing else. */
      readonly start?: PageStart;
      readonly theme?: "light" | "dark" | "high-contrast" | "high-contrast-light";
      readonly locale?: string;
      readonly state?: PageState;
      /** Whether the host writes exports: it asks as what, or the page offers these. Else there is no button. */
      readonly exports?: boolean | readonly OfferedFormat[];
      /** Whether the host writes what is done to the picture; where it does not, nothing can be dragged. */
      readonly edits?: boolean;
      /** Whether the host writes declarations to begin with; where it does not, there is no button for it. */
      readonly inserts?: boolean;
      /** What a new strategy can begin with, where the host writes it; in VS Code it asks itself. */
      readonly templates?: readonly Pick<TemplateText, "name" | "title" | "says">[];
    };

/**
 * Server to client, where the server runs in a worker and cannot read files: the URIs of all
 * `*.strategy`, `*.csv`, `strategy.config.json` and `.gitignore` files below a folder, up to `most`.
 */
export const filesRequest = "strategy/files";
export interface FilesParams extends UriParams {
  readonly most?: number;
}
/** The text of a file, or why it is not read; null where nothing is there. */
export const readRequest = "strategy/read";
export const uriParams = z.object({ uri: z.string() });
export type UriParams = z.infer<typeof uriParams>;
export type FilesResult = readonly string[];
export type ReadResult = string | { readonly is: Unread } | null;
/** In a worker nobody can tell where a link leads, so none is followed. */
export type Unread = "outside" | "special" | "folder" | "large" | "unreadable";
/** A file of more bytes is not fetched: it has more characters than are read. */
export const mostBytes = 12_000_000;
