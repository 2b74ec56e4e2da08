// The text of a KPI's CSV file → its measurements, and the rows that cannot be read.
import { Big } from "big.js";
import { CsvError, type InfoRecord, parse } from "csv-parse/browser/esm/sync";
import { readDate, suggestDate } from "../../../grammar/values.ts";
import { isInside } from "../../load.ts";
import { memo } from "../../memo.ts";
import { type Project, resolveFrom } from "../../project.ts";
import { type Day, type Fiscal, spanOf } from "../calendar.ts";
import { type Entity, valueIn } from "../entity.ts";
import type { Model } from "../universe.ts";

/** One measurement. `line` counts from 1, the header's line. */
export interface Row {
  readonly day: Day;
  readonly value: Big;
  readonly line: number;
}

/** A row that does not count; `why` is half a sentence that says what to write. */
export interface FaultyRow {
  readonly line: number;
  readonly why: string;
}

export interface Series {
  /** By date; no date twice. */
  readonly rows: readonly Row[];
  /** In the order of their lines. */
  readonly faultyRows: readonly FaultyRow[];
  /** Sentences that say why nothing can be read, and what to do. */
  readonly unreadable?: string;
}

/** The texts that were read, by path and fiscal year: an edit of a plan reads no file again. */
const known: (data: Project["data"]) => Map<string, Series> = memo(() => new Map());

/**
 * The file that a KPI names in `actuals`, read. Undefined where it names none, where the name is
 * faulty, or where the fiscal year is, on which its dates may depend.
 */
export function seriesOf(model: Model, kpi: Entity): Series | undefined {
  const file = model.places.get(kpi.chunk)?.file;
  const written = valueIn(kpi, "actuals", "text");
  const { fiscal, project } = model;
  if (written === undefined || file === undefined || fiscal === undefined) return undefined;
  const path = resolveFrom(project, file, written.text);
  const text = project.data.get(path);
  if (text === undefined) {
    const unreadable = isInside(model.universe.workspace, path)
      ? "There is no such file. Correct the path, which starts at the folder of this file."
      : "It lies outside the workspace. Move it into a folder of the workspace.";
    return { rows: [], faultyRows: [], unreadable };
  }
  const key = `${fiscal.month} ${fiscal.namedBy} ${path}`;
  const series = known(project.data).get(key) ?? readSeries(text, fiscal);
  known(project.data).set(key, series);
  return series;
}

/** A row as the library gives it. `cells` is undefined where its quotes do not match. */
interface Cells {
  readonly line: number;
  readonly cells: readonly string[] | undefined;
}

/**
 * Reads a CSV file with the columns `date` and `value`, by name and in any order; other columns are
 * ignored. Dates are ISO; a coarse one, such as `2026-10` or (in the fiscal year of the project)
 * `2026-Q3`, stands for its last day, as behind `on`. Numbers have a decimal point and no unit.
 * A row without a value is no measurement, whatever else it holds.
 *
 * A row is faulty where its date or number has another form, where it has more cells than the
 * header (`2026-01-31,4,2` is a decimal comma, not the value 4), where a quote is not closed (the
 * rows below it still count), or where its date stands further up with another value: then the
 * first one counts. The same row twice is no fault.
 */
export function readSeries(text: string, fiscal: Fiscal): Series {
  const [header, ...records] = readCells(text);
  const names = header?.cells?.map((cell) => cell.toLowerCase()) ?? [];
  const column = { date: names.indexOf("date"), value: names.indexOf("value") };
  if (column.date < 0 || column.value < 0) {
    return { rows: [], faultyRows: [], unreadable: unreadable(text, names) };
  }
  const rows = new Map<Day, Row>();
  const faultyRows: FaultyRow[] = [];
  for (const { line, cells } of records) {
    const row = readRow(cells, { ...column, count: names.length }, fiscal);
    if (row === undefined) continue;
    if (typeof row === "string") {
      faultyRows.push({ line, why: row });
      continue;
    }
    const first = rows.get(row.day);
    if (first === undefined) rows.set(row.day, { ...row, line });
    else if (!first.value.eq(row.value)) {
      const why = `its date stands on line ${first.line} already, with ${first.value.toFixed()}`;
      faultyRows.push({ line, why });
    }
  }
  return { rows: [...rows.values()].sort((a, b) => a.day - b.day), faultyRows };
}

function unreadable(text: string, names: readonly string[]): string {
  if (text.trim().replace(/^\uFEFF/, "") === "") {
    return "The file is empty. Write the header 'date,value' on its first line.";
  }
  const [only = ""] = names;
  for (const [separator, word] of [
    [";", "semicolons"],
    ["\t", "tabs"],
    ["|", "bars"],
  ] as const) {
    const parts = only.split(separator).map((part) => part.trim().replaceAll('"', ""));
    if (names.length === 1 && parts.includes("date") && parts.includes("value"))
      return `Its columns are separated by ${word}. Separate them by commas, with points in the numbers.`;
  }
  const missing = ["date", "value"].filter((name) => !names.includes(name));
  return missing.length === 2
    ? "Its first line is not the header 'date,value'. Add it."
    : `Its header has no column '${missing[0]}'. Name the columns 'date' and 'value'.`;
}

/** The date and value of a row, why it cannot be read, or undefined where there is no measurement. */
function readRow(
  cells: Cells["cells"],
  column: { readonly date: number; readonly value: number; readonly count: number },
  fiscal: Fiscal,
): { day: Day; value: Big } | string | undefined {
  if (cells === undefined) return "a quotation mark in it has no partner";
  const date = cells[column.date] ?? "";
  const value = cells[column.value] ?? "";
  if (value === "") return undefined;
  if (cells.slice(column.count).some((cell) => cell !== "")) {
    return `it has ${cells.length} values under ${column.count} columns: write numbers with a decimal point`;
  }
  if (date === "") return "it has no date";
  const written = readDate(date);
  if (written === undefined) {
    const iso = suggestDate(date);
    return `'${date}' is no ISO date: write ${iso ?? "it as 2026-10-31"}`;
  }
  const number = readValue(value);
  return typeof number === "string" ? number : { day: spanOf(written, fiscal).end, value: number };
}

/** Longer numbers are a fault of the file, and would make sums slow. */
const longest = 60;

function readValue(text: string): Big | string {
  if (text.length <= longest && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/.test(text)) {
    return new Big(text.replace(/^\+/, "").replace(/\.(?=$|[eE])/, ""));
  }
  if (/^[+-]?\d{1,3},\d{3}$/.test(text)) {
    return `'${text}' may be ${text.replace(",", "")} or ${text.replace(",", ".")}: write one of them`;
  }
  if (/^[+-]?\d+,\d+$/.test(text)) {
    return `'${text}' has a decimal comma: write ${text.replace(",", ".")}`;
  }
  if (/^[+-]?\d{1,3}(?:([,.' \u00A0\u202F])\d{3})+(?:[.,]\d+)?$/.test(text)) {
    return `'${text}' groups its digits: write them together, with a decimal point`;
  }
  return `'${shortened(text)}' is no number: write digits with a decimal point, without a unit`;
}

function shortened(text: string): string {
  return text.length <= 20 ? text : `${text.slice(0, 20)}…`;
}

/** So many stray quotes are looked into; in a file with more, no cell may run over a line end. */
const strayQuotes = 20;

/** The records with the lines they begin on. After one with a stray quote, it goes on a line below. */
function readCells(text: string): readonly Cells[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const records: Cells[] = [];
  /** How many lines are behind us. */
  let done = 0;
  const collect = (from: number) => (cells: string[], info: InfoRecord) => {
    done = from + info.lines;
    const inside = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    records.push({ line: done - inside, cells: cells.map((cell) => cell.trim()) });
    return null;
  };
  for (let strays = 0; done < lines.length; ) {
    const from = done;
    const until = strays < strayQuotes ? lines.length : from + 1;
    try {
      parse(lines.slice(from, until).join("\n"), {
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        trim: true,
        record_delimiter: "\n",
        on_record: collect(from),
      });
      done = until;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      while (lines[done]?.trim() === "") done += 1;
      done += 1;
      strays += 1;
      records.push({ line: done, cells: undefined });
    }
  }
  return records;
}
