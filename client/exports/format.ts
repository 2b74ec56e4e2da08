// What a format of an export is, and what its writer is given.
import type { Card, SourcePlace, ViewData } from "../../server/views/shape.ts";
import type { Theme } from "../drawings/theme.ts";

/** The views that go into one file, in the order of their tabs; all of the same project and day. */
export interface Board {
  /** "Nordwind IT strategy 2026–2028" */
  readonly title: string;
  readonly views: readonly ViewData[];
}

/** What a writer may ask for, and what is wished of it. */
export interface Tools {
  readonly theme: Theme;
  /** Of a picture, in px. */
  readonly width: number;
  /** The size of pages, lying; A4 where it is missing: pdf. */
  readonly paper?: "a4" | "a3";
  /** The revision and state of the plan, for the foot of a page: "3f2a91c, with changes". */
  readonly revision?: string;
  /** With the text of each declaration, comments and all: html. */
  readonly withSource: boolean;
  /** A font file for characters that Inter has not, such as Chinese ones. */
  readonly fallbackFont?: Uint8Array;
  /** A file that comes with the program: "page.js", "fonts/Inter-400.ttf". */
  readonly asset: (name: string) => Promise<Uint8Array>;
  /** The card of what is written at a place; null where nothing is. */
  readonly cardOf: (place: SourcePlace) => Promise<Card | null>;
  /** Something that the user should know: a character for which there is no glyph. */
  readonly tell: (sentence: string) => void;
  /** How far it is, from 0 to 1; a writer that hears `isCancelled` may stop by throwing. */
  readonly progress: (share: number) => void;
}

/** The bytes of the file: the same for the same board and the same tools. */
export type Writer = (board: Board, tools: Tools) => Promise<Uint8Array>;

/** What is known of a format before its writer is loaded. */
export interface ExportFormat {
  /** As it is asked for: "pdf". */
  readonly name: string;
  /** Without its dot. */
  readonly extension: string;
  /** "PDF: pages to print" */
  readonly words: string;
  /** The views that it can show; all of them where it is missing. */
  readonly only?: readonly string[];
  /** All views go into one file of it. */
  readonly board?: true;
  /** It is text, which a terminal can show. */
  readonly text?: true;
}
