// What a file with tables gives: the rows of its sheets, or why there are none.

/** A sheet of a workbook, or the only table of a text file. */
export interface SheetRows {
  /** Missing where the file is the table. */
  readonly name?: string;
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a file that have rows, in its order. */
export interface FileTables {
  readonly sheets: readonly SheetRows[];
  /** The sign before decimals, where the file tells. */
  readonly decimal?: "." | ",";
}

export type FileRows = FileTables | { readonly refused: string };
