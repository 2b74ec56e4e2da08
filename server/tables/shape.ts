// The shapes of a table of plans: what is asked, what its columns may say, and what came of it.

/** What is asked about the rows of a table. */
export interface TableParams {
  /** The name of its file, which the text names as its source. */
  readonly file: string;
  /** As they stand in the file, with the names of the columns in one of the first; dates of a workbook are ISO, its numbers plain decimals. */
  readonly rows: readonly (readonly string[])[];
  /** The ISO 4217 code of amounts that name no other. */
  readonly currency: string;
  /** What a column says, by its heading: the name of a field, or "" where it is left out; else it is guessed. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** What a row is, where its table does not tell: a kind. */
  readonly kind?: string | undefined;
  /** The language and country of its reader, such as "de-CH": what 1.200 and 3/4/2026 mean where nothing else tells. */
  readonly locale?: string | undefined;
  /** The sign before decimals, where the file tells: "." in a workbook, "," where columns are parted by semicolons. */
  readonly decimal?: "." | "," | undefined;
  /** The address of the folder for which it is: what is declared in its project keeps its names. */
  readonly folder?: string | undefined;
}

export interface ReadColumn {
  readonly heading: string;
  /** The field that it says, "" where it is left out; missing where nothing is understood of it. */
  readonly field?: string;
  /** The first few values that it has. */
  readonly samples: readonly string[];
}

/** What became of a table, or a sentence that says why nothing can be made of it. */
export type TableResult = TableText | { readonly refused: string };

export interface TableText {
  /** "Jira", where its columns are those of an export that is known. */
  readonly source?: string;
  /** What a row is, where all are the same. */
  readonly kind?: string;
  readonly columns: readonly ReadColumn[];
  /** What a column may say, in the order in which it is offered. */
  readonly fields: readonly { readonly name: string; readonly words: string }[];
  readonly text: string;
  /** How many declarations came of it, and how many values stand as comments. */
  readonly declared: number;
  readonly kept: number;
  /** Where the first of these comments stands in the text. */
  readonly firstKept?: number;
  /** What is good to know of how it was read: which of two dates a date is taken for. */
  readonly notes: readonly string[];
  /** What came of it, in one sentence: "12 initiatives and 3 objectives; 4 values were not understood …" */
  readonly sentence: string;
}

/** What is declared already where the text is going to stand. */
export interface DeclaredName {
  readonly name: string;
  readonly kind: string;
  readonly title?: string;
}

/** Where and when a table becomes a strategy. */
export interface TableGround {
  /** The date of today, in ISO form. */
  readonly today: string;
  /** What the project has already; with a strategy among it the text declares none. */
  readonly declared: readonly DeclaredName[];
}
