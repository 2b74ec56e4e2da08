// `strategy init --from FILE`: a table that others keep → the text of a strategy, and what became of each of its columns.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { rowKinds, tableFields } from "../../server/tables/fields.ts";
import { asCompared } from "../../server/tables/folded.ts";
import type { TableParams, TableResult, TableText } from "../../server/tables/shape.ts";
import { strategyOfTable } from "../../server/tables/table.ts";
import { meant } from "../../server/words/guess.ts";
import { either } from "../../server/words/wording.ts";
import { fittest } from "../tables/fitting.ts";
import type { FileTables, SheetRows } from "../tables/read-rows.ts";
import { UsageFault } from "./command.ts";
import { whyRefused } from "./trouble.ts";

/** What is wished of a table on the command line. */
export interface TableWishes {
  readonly from: string;
  /** Each as "HEADING=field". */
  readonly map?: readonly string[];
  readonly kind?: string;
  readonly sheet?: string;
}

/** What came of a table: its text, what is told of its columns, and the sentence that counts it all. */
export interface FromTable {
  readonly text: string;
  readonly told: readonly string[];
  readonly sentence: string;
}

/** Reads the file, whose sheet that fits is taken, and makes a strategy of it. */
export async function beginningFromTable(
  wishes: TableWishes,
  { today, currency }: { readonly today: string; readonly currency: string },
): Promise<FromTable> {
  const file = path.basename(wishes.from);
  const tables = await tablesIn(wishes.from, file);
  const kind = kindOf(wishes.kind);
  const pairs = pairsIn(wishes.map ?? []);
  const sheets = withColumns(sheetsFor(tables.sheets, wishes.sheet, file), pairs, file);
  const made = sheets.map(({ rows }): TableResult => {
    const map = mapFor(pairs, rows);
    const { decimal } = tables;
    const locale = localeHere();
    const params: TableParams = {
      ...{ file, rows, currency, map, locale },
      ...(kind === undefined ? {} : { kind }),
      ...(decimal === undefined ? {} : { decimal }),
    };
    return strategyOfTable(params, { today, declared: [] });
  });
  const at = fittest(made);
  const result = made[at];
  if (result === undefined || "refused" in result)
    throw new UsageFault(result?.refused ?? `There are no rows in ${file}.`);
  const { name } = sheets[at] ?? {};
  const others = tables.sheets.flatMap((one) => (one.name === name ? [] : (one.name ?? [])));
  const ofSheet =
    name === undefined || others.length === 0
      ? []
      : [`This is the sheet '${name}'. Choose another with --sheet: ${either(others)}.`];
  return {
    text: result.text,
    told: [...headline(result, file), ...columnLines(result), ...result.notes, ...ofSheet],
    sentence: result.sentence,
  };
}

async function tablesIn(name: string, file: string): Promise<FileTables> {
  if (!existsSync(name)) throw new UsageFault(`There is no file '${name}'.`);
  const { rowsOfFile, tooLarge } = await import("../tables/file-rows.ts");
  let bytes: Uint8Array;
  try {
    const found = statSync(name);
    if (!found.isFile())
      throw new UsageFault(`'${name}' is no file. Name a CSV file or a workbook.`);
    const large = tooLarge(found.size, file);
    if (large !== undefined) throw new UsageFault(large);
    bytes = readFileSync(name);
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    throw new UsageFault(`'${name}' cannot be read: ${whyRefused(error)}`);
  }
  const read = await rowsOfFile(bytes, file);
  if ("refused" in read) throw new UsageFault(read.refused);
  return read;
}

function kindOf(asked: string | undefined): string | undefined {
  if (asked === undefined || rowKinds.some((kind) => kind === asked)) return asked;
  const near = meant(
    asked,
    rowKinds.map((name) => ({ name })),
  );
  throw new UsageFault(`A row cannot be '${asked}'.${hint(near)} It is ${either(rowKinds)}.`);
}

/** The sheet that is asked for, or all of them. */
function sheetsFor(
  all: readonly SheetRows[],
  asked: string | undefined,
  file: string,
): readonly SheetRows[] {
  if (asked === undefined) return all;
  const found = all.filter(({ name }) => name === asked);
  if (found.length > 0) return found;
  const names = all.flatMap(({ name }) => (name === undefined ? [] : [{ name }]));
  if (names.length === 0) throw new UsageFault(`${file} has no sheets. Leave out --sheet.`);
  throw new UsageFault(
    `${file} has no sheet '${asked}'.${hint(meant(asked, names))} It has ${either(names.map(({ name }) => name))}.`,
  );
}

/** A heading as it is asked for, and what stands below it. */
interface Pair {
  readonly wanted: string;
  readonly field: string;
}

function pairsIn(texts: readonly string[]): readonly Pair[] {
  return texts.map((text) => {
    const at = text.lastIndexOf("=");
    if (at < 1)
      throw new UsageFault(`Write --map as "HEADING=field", such as --map "Project lead=owner".`);
    return { wanted: text.slice(0, at).trim(), field: fieldOf(text.slice(at + 1).trim()) };
  });
}

/** The sheets in which all columns stand that are spoken of. */
function withColumns(
  sheets: readonly SheetRows[],
  pairs: readonly Pair[],
  file: string,
): readonly SheetRows[] {
  const cells = sheets.map(({ rows }) => cellsAbove(rows));
  const found = sheets.filter((_, at) =>
    pairs.every(({ wanted }) => headingIn(cells[at] ?? new Set(), wanted) !== undefined),
  );
  if (found.length > 0 || sheets.length === 0) return found;
  const isNowhere = ({ wanted }: Pair) =>
    cells.every((all) => headingIn(all, wanted) === undefined);
  const astray = pairs.find(isNowhere);
  if (astray === undefined)
    throw new UsageFault(`No sheet of ${file} has all columns that --map names.`);
  const names = cells.flatMap((all) => [...all].filter(Boolean).map((name) => ({ name })));
  const { wanted } = astray;
  throw new UsageFault(`${file} has no column '${wanted}'.${hint(meant(wanted, names))}`);
}

/** What columns say, by their headings as they stand in the table. */
function mapFor(
  pairs: readonly Pair[],
  rows: readonly (readonly string[])[],
): Readonly<Record<string, string>> {
  const cells = cellsAbove(rows);
  return Object.fromEntries(
    pairs.map(({ wanted, field }) => [headingIn(cells, wanted) ?? wanted, field]),
  );
}

/** The cells among which the headings are. */
function cellsAbove(rows: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(rows.slice(0, 30).flatMap((row) => row.map((cell) => cell.trim())));
}

function headingIn(cells: ReadonlySet<string>, wanted: string): string | undefined {
  if (cells.has(wanted)) return wanted;
  const word = asCompared(wanted);
  return [...cells].find((cell) => word !== "" && asCompared(cell) === word);
}

function fieldOf(field: string): string {
  if (field === "" || tableFields.some(({ name }) => name === field)) return field;
  const near = meant(field, tableFields);
  const names = tableFields.map(({ name }) => name);
  throw new UsageFault(
    `No column can say '${field}'.${hint(near)} There is, or nothing to leave a column out:`,
    [names.join(", ")],
  );
}

function hint(near: string | undefined): string {
  return near === undefined ? "" : ` Did you mean '${near}'?`;
}

/** The language and country of a terminal, which tell what a date or a number means. */
function localeHere(): string {
  const { LC_ALL, LC_TIME, LANG } = process.env;
  const [said = ""] = (LC_ALL || LC_TIME || LANG || "").split(/[.@]/);
  const isPlain = said === "" || /^(?:C|POSIX)$/i.test(said);
  return isPlain ? Intl.DateTimeFormat().resolvedOptions().locale : said.replaceAll("_", "-");
}

function headline({ source, columns }: TableText, file: string): readonly string[] {
  const tool = source === undefined ? "" : ` It is an export of ${source}.`;
  const what = columns.length === 1 ? "the column" : `the ${columns.length} columns`;
  return [`What ${what} of ${file} became.${tool}`];
}

/** A line for each column that has cells: what it became, and the first of what it says. */
function columnLines({ columns }: TableText): readonly string[] {
  const shown = columns.filter(({ samples }) => samples.length > 0);
  const width = Math.min(
    32,
    shown.reduce((most, { heading }) => Math.max(most, heading.length), 0),
  );
  return shown.map(({ heading, field, samples }) => {
    const says = field === undefined ? "a comment" : field === "" ? "(left out)" : field;
    const sample = samples[0]?.replace(/\s+/g, " ").slice(0, 40) ?? "";
    return `  ${heading.slice(0, 32).padEnd(width)}  ${says.padEnd(12)}  ${sample}`.trimEnd();
  });
}
