// The rows of a file as they stand there → the headings of a table, and its rows below them.
import { asCompared } from "./folded.ts";
import { heads } from "./heads.ts";

/** A row below the headings. */
export interface SourceRow {
  /** By column. */
  readonly cells: readonly string[];
  /** The line of the group in which it stands, where groups are parted by lines of their own. */
  readonly group?: string;
  /** The row to which it belongs, where parts stand below it: its place among the rows. */
  readonly under?: number;
}

export interface SourceGrid {
  readonly headings: readonly string[];
  readonly rows: readonly SourceRow[];
  /** What stands above the headings: the name of a board or of a report. */
  readonly title?: string;
}

/** So many lines may stand above the headings. */
const mostAbove = 30;

const knownHeads: ReadonlySet<string> = new Set(
  Object.values(heads).flatMap((all) => all.split("|")),
);

/** Finds the headings: those that are named, else the row with most that are known. */
export function sourceGrid(
  rows: readonly (readonly string[])[],
  named: readonly string[],
): SourceGrid | undefined {
  const at = headingsIn(rows, named);
  const top = rows[at];
  if (top === undefined) return undefined;
  const above = rows.slice(0, at).flatMap((row) => row.find((cell) => cell.trim() !== "") ?? []);
  const width = rows.slice(at).reduce((most, row) => Math.max(most, row.length), 0);
  const headings = Array.from({ length: width }, (_, index) => (top[index] ?? "").trim());
  const body = bodyOf(rows.slice(at + 1), headings, above.at(-1));
  const title = above[0]?.trim();
  return { ...body, ...(title === undefined ? {} : { title }) };
}

function headingsIn(rows: readonly (readonly string[])[], named: readonly string[]): number {
  const wanted = new Set(named);
  let best = { at: -1, score: 0 };
  for (let at = 0; at < Math.min(rows.length, mostAbove); at++) {
    const cells = (rows[at] ?? []).filter((cell) => cell.trim() !== "");
    if (cells.length === 0) continue;
    const known = cells.filter(
      (cell) =>
        wanted.has(cell.trim()) || knownHeads.has(asCompared(cell.replace(/\([^)]*\)/g, " "))),
    );
    // A row of several cells before one of a single cell, and the first where nothing tells them apart.
    const score = 10 * known.length + (cells.length > 1 ? 5 : 1);
    if (score > best.score) best = { at, score };
  }
  return best.at;
}

/** A row in which one cell alone says something; its place among the cells. */
function loneCell(row: readonly string[]): number | undefined {
  const full = row.flatMap((cell, index) => (cell.trim() === "" ? [] : [index]));
  return full.length === 1 ? full[0] : undefined;
}

function isSame(row: readonly string[], headings: readonly string[]): boolean {
  return headings.every((heading, index) => (row[index] ?? "").trim() === heading);
}

/** The rows below the headings, without those in which they are repeated, and with what stands between. */
function bodyOf(
  rows: readonly (readonly string[])[],
  first: readonly string[],
  lineAbove: string | undefined,
): Pick<SourceGrid, "headings" | "rows"> {
  const headings = [...first];
  const isRepeated = rows.some((row) => isSame(row, first));
  let group = isRepeated ? lineAbove?.trim() : undefined;
  let inner: readonly number[] | undefined;
  let parent: number | undefined;
  const found: SourceRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === "")) continue;
    if (isSame(row, first)) {
      inner = undefined;
      continue;
    }
    if (isRepeated && loneCell(row) !== undefined && leadsTo(rows, index + 1, first)) {
      group = row[loneCell(row) ?? 0]?.trim();
      continue;
    }
    if (/^(?:subitems|unterelemente|sous-éléments)$/i.test((row[0] ?? "").trim())) {
      inner = row.map((cell) => columnFor(cell.trim(), headings));
      continue;
    }
    const isInner = inner !== undefined && (row[0] ?? "").trim() === "";
    if (!isInner) {
      inner = undefined;
      parent = found.length;
    }
    found.push({
      cells: isInner && inner ? moved(row, inner) : row,
      ...(group ? { group } : {}),
      ...(isInner && parent !== undefined ? { under: parent } : {}),
    });
  }
  return { headings, rows: found };
}

/** Whether the next row that says something repeats the headings. */
function leadsTo(
  rows: readonly (readonly string[])[],
  from: number,
  headings: readonly string[],
): boolean {
  const next = rows.slice(from, from + 4).find((row) => row.some((cell) => cell.trim() !== ""));
  return next !== undefined && isSame(next, headings);
}

/** The column of a heading of parts, which is added where there is none. */
function columnFor(heading: string, headings: string[]): number {
  if (heading === "" || asCompared(heading) === "subitems") return -1;
  const at = headings.findIndex((one) => asCompared(one) === asCompared(heading));
  return at >= 0 ? at : headings.push(heading) - 1;
}

function moved(row: readonly string[], columns: readonly number[]): readonly string[] {
  const cells: string[] = [];
  for (const [index, cell] of row.entries()) {
    const to = columns[index] ?? index;
    if (to >= 0) cells[to] = cell;
  }
  return Array.from(cells, (cell) => cell ?? "");
}
