// What the core uses of csv-parse: its own types ask for Node's, which the core does without.

export class CsvError extends Error {}

export interface InfoRecord {
  /** How many lines have been read, with those of this record. */
  readonly lines: number;
}

export interface ParseOptions {
  readonly on_record: (cells: string[], info: InfoRecord) => null;
  readonly record_delimiter: string;
  readonly relax_column_count: boolean;
  readonly relax_quotes: boolean;
  readonly skip_empty_lines: boolean;
  readonly trim: boolean;
}

export function parse(text: string, options: ParseOptions): unknown;
