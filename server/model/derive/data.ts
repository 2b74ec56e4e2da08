// The text of a KPI's CSV file → its measurements, and the rows that cannot be read.
import type { Big } from "big.js";
import { CsvError, type InfoRecord, parse } from "csv-parse/browser/esm/sync";
import { memo } from "../../cells/memo.ts";
import { isInside } from "../../project/load.ts";
import { type Project, resolveFrom, type Workspace } from "../../project/project.ts";
import { whyNot } from "../../project/trouble.ts";
import type { Day, Fiscal } from "../calendar.ts";
import { type Entity, valueIn } from "../entity.ts";
import type { Model } from "../universe.ts";
import { readMeasurement } from "./measurement.ts";
import { spanIn } from "./schedule.ts";

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
  /** A quarter, half or year is measured, and the fiscal year is faulty: nobody knows which day it means. */
  readonly isAdrift?: true;
  /** Sentences that say why nothing can be read, and what to do. */
  readonly unreadable?: string;
}

/** The texts that were read, by path and fiscal year: an edit of a plan reads no file again. */
const known: (data: Project["data"]) => Map<string, Series> = memo(() => new Map());

/** The file that a KPI names in `actuals`, read. Undefined where it names none, or the name is faulty. */
export function seriesOf(model: Model, kpi: Entity): Series | undefined {
  const file = model.pathOf(kpi.chunk);
  const written = valueIn(kpi, "actuals", "text");
  const { fiscal, project } = model;
  if (written === undefined || file === undefined) return undefined;
  const path = resolveFrom(project, { path: file }, written.text);
  const text = project.data.get(path);
  if (text === undefined) {
    const { workspace } = model.universe;
    return { rows: [], faultyRows: [], unreadable: whyMissing(workspace, path) };
  }
  const key = `${fiscal?.month} ${fiscal?.namedBy} ${path}`;
  const series = known(project.data).get(key) ?? readSeries(text, fiscal);
  known(project.data).set(key, series);
  return series;
}

function whyMissing(workspace: Workspace, path: string): string {
  if (!isInside(workspace, path))
    return "It lies outside the workspace. Move it into a folder of the workspace.";
  const trouble = workspace.troubles?.get(path);
  return trouble === undefined
    ? "There is no such file. Correct the path, which starts at the folder of this file."
    : whyNot(trouble);
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
 * rows below it still count), or where its date stands further up: then the first one counts. A
 * row whose day is unknown, since the fiscal year is, neither counts nor is it faulty.
 */
export function readSeries(text: string, fiscal: Fiscal | undefined): Series {
  const [header, ...records] = readCells(text);
  const names = header?.cells?.map((cell) => cell.toLowerCase()) ?? [];
  const columns = { date: names.indexOf("date"), value: names.indexOf("value") };
  if (columns.date < 0 || columns.value < 0) {
    return { rows: [], faultyRows: [], unreadable: unreadable(text, names) };
  }
  const rows = new Map<Day, Row>();
  const faultyRows: FaultyRow[] = [];
  let isAdrift = false;
  for (const { line, cells } of records) {
    const found =
      cells === undefined
        ? "a quotation mark in it has no partner: add or remove one"
        : readMeasurement(cells, { ...columns, count: names.length });
    if (found === undefined) continue;
    if (typeof found === "string") {
      faultyRows.push({ line, why: found });
      continue;
    }
    const day = spanIn(found.date, fiscal)?.end;
    const first = day === undefined ? undefined : rows.get(day);
    if (day === undefined) isAdrift = true;
    else if (first === undefined) rows.set(day, { day, value: found.value, line });
    else faultyRows.push({ line, why: secondOf(first) });
  }
  return {
    rows: [...rows.values()].sort((a, b) => a.day - b.day),
    faultyRows,
    ...(isAdrift && { isAdrift }),
  };
}

function secondOf({ line, value }: Row): string {
  return `its date stands on line ${line} already, with ${value.toFixed()}: remove one of the two`;
}

function unreadable(text: string, names: readonly string[]): string {
  if (text.trim().replace(/^\uFEFF/, "") === "") {
    return "The file is empty. Write the header 'date,value' on its first line.";
  }
  if (/\uFFFD|\w\0\w/.test(text)) return "It is not written in UTF-8. Save it as CSV in UTF-8.";
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
