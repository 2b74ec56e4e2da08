// The rows of a grid and what its columns say → rows with a kind, a title and what is said of each, and what is left.
import type { SourceColumn } from "./columns.ts";
import { type RowKind, rowKinds } from "./fields.ts";
import { asCompared, isBlankCell } from "./folded.ts";
import type { SourceGrid, SourceRow } from "./grid.ts";
import type { RowOfTable, SaidCell } from "./item.ts";
import { answerIn, kindOfWord } from "./kind-words.ts";
import { commentOf } from "./literals.ts";
import type { KindOfRows } from "./row-kinds.ts";
import type { KnownTool } from "./tools.ts";

export interface ReadRows {
  readonly rows: readonly RowOfTable[];
  /** Rows that declare nothing, as comments: those without a title, and those of a total. */
  readonly comments: readonly string[];
  readonly notes: readonly string[];
}

/** So much of a title stands behind the name; the whole of it becomes the description. */
const longestTitle = 200;

/** Reads all rows; a cell that says nothing is not mentioned. */
export function readRows(
  grid: SourceGrid,
  columns: ReadonlyMap<SourceColumn, string>,
  all: readonly SourceColumn[],
  { kind, title }: KindOfRows,
  tool: KnownTool | undefined,
): ReadRows {
  const filled = filledColumns(grid, columns, title);
  const indents = indentsOf(grid, columns, title);
  const rows: RowOfTable[] = [];
  const comments: string[] = [];
  const places = new Map<number, number>();
  const cellsIn = reader(
    all,
    (column) => (column === title ? "title" : columns.get(column)),
    filled,
  );
  for (const [place, row] of grid.rows.entries()) {
    const { said, left } = cellsIn(row);
    const own = kindOf(said, left, kind, tool);
    const read = withTitle(own, said);
    if (read === undefined || isTotal(read)) {
      const what = read === undefined ? "Row without a title" : "Row of a total";
      const line = row.cells.filter((cell) => !isBlankCell(cell)).join(", ");
      comments.push(commentOf(what, line));
      continue;
    }
    const under = row.under === undefined ? undefined : places.get(row.under);
    const depth = depthOf(said, indents, row);
    places.set(place, rows.length);
    rows.push({
      ...read,
      left,
      ...(under === undefined ? {} : { under }),
      ...(depth === undefined ? {} : { depth }),
      ...(row.group === undefined ? {} : { group: row.group }),
    });
  }
  const notes = [...filled].map(
    ({ heading }) => `Where '${heading}' is blank, the one above it is taken.`,
  );
  return { rows, comments, notes };
}

interface RowCells {
  readonly said: Map<string, SaidCell[]>;
  readonly left: SaidCell[];
}

/** Reads one row after the other: what its columns say, and what nothing is understood of. */
function reader(
  all: readonly SourceColumn[],
  fieldOf: (column: SourceColumn) => string | undefined,
  filled: ReadonlySet<SourceColumn>,
): (row: SourceRow) => RowCells {
  const last = new Map<SourceColumn, string>();
  return (row) => {
    const said = new Map<string, SaidCell[]>();
    const left: SaidCell[] = [];
    for (const column of all) {
      const field = fieldOf(column);
      if (field === "") continue;
      const cells = cellsOf(row, column);
      const [own = last.get(column)] = cells;
      if (filled.has(column) && own !== undefined) last.set(column, own);
      const shown = filled.has(column) && own !== undefined ? [own] : cells;
      const found = shown.map((cell) => ({ cell, column }));
      if (field === undefined || field === "note") for (const one of found) left.push(one);
      else if (found.length > 0) said.set(field, [...(said.get(field) ?? []), ...found]);
    }
    return { said, left };
  };
}

function cellsOf(row: SourceRow, { at }: SourceColumn): readonly string[] {
  return at.flatMap((index) => {
    const cell = row.cells[index] ?? "";
    return isBlankCell(cell) ? [] : [cell];
  });
}

/** What the row says that it is, else what all are; a word that is no kind is left. */
function kindOf(
  said: Map<string, SaidCell[]>,
  left: SaidCell[],
  kind: RowKind,
  tool: KnownTool | undefined,
): RowKind {
  if (isMarked(said)) return "milestone";
  const [word] = said.get("kind") ?? [];
  const own = word && kindOfWord(asCompared(word.cell));
  if (word !== undefined && own === undefined) left.push(word);
  if (own !== undefined) return own;
  const [length] = said.get("duration") ?? [];
  // What takes no time is a day to be kept.
  const isPoint =
    tool?.countsWork && length !== undefined && /^0(?:[.,]0+)?(?!\d)/.test(length.cell);
  return isPoint ? "milestone" : kind;
}

/** Whether a column with yes and no says that the row is a milestone; then it says nothing else. */
function isMarked(said: Map<string, SaidCell[]>): boolean {
  const [mark] = said.get("milestone") ?? [];
  const answer = mark && answerIn(mark.cell);
  if (answer !== undefined) said.delete("milestone");
  return answer === "yes";
}

const totals =
  /^(?:(?:grand |sub ?)?totals?|total general|sous total|sum|summe|(?:gesamt|zwischen)summe|gesamt|insgesamt|somme)$/;
const figures = /^(?:title|budget|upfront|operations|benefit|loss|progress|effort|weight)$/;

/** Whether a row only adds up those above it: it would count twice. */
function isTotal({ title, said }: Pick<RowOfTable, "title" | "said">): boolean {
  const isFigures = [...said.keys()].every((field) => figures.test(field));
  return isFigures && totals.test(asCompared(title));
}

/** The title, or else what the row names that it could be: an objective on a line of its own. */
function withTitle(
  kind: RowKind,
  said: Map<string, SaidCell[]>,
): Pick<RowOfTable, "kind" | "title" | "said"> | undefined {
  const own = said.get("title")?.[0];
  const name = rowKinds.find((one) => said.has(one));
  const named = own === undefined && name !== undefined ? said.get(name)?.[0] : undefined;
  const cell = own ?? named;
  if (cell === undefined) return undefined;
  if (named !== undefined && name !== undefined) said.delete(name);
  const line = cell.cell.trim().replace(/\s+/g, " ");
  const title = line.length > longestTitle ? `${line.slice(0, longestTitle).trimEnd()} …` : line;
  if (line.length > longestTitle && !said.has("description")) said.set("description", [cell]);
  return { kind: named !== undefined && name !== undefined ? name : kind, title, said };
}

/** Columns before the title that name what a row belongs to once, and leave the cells below blank. */
function filledColumns(
  grid: SourceGrid,
  columns: ReadonlyMap<SourceColumn, string>,
  title: SourceColumn | undefined,
): ReadonlySet<SourceColumn> {
  if (title === undefined) return new Set();
  const found = [...columns].flatMap(([column, field]) => {
    if ((column.at[0] ?? 0) >= (title.at[0] ?? 0)) return [];
    if (!/^(?:objective|initiative|theme)$/.test(field)) return [];
    const cells = grid.rows.map((row) => cellsOf(row, column)[0]);
    const named = cells.flatMap((cell) => (cell === undefined ? [] : [asCompared(cell)]));
    const isOnce = new Set(named).size === named.length;
    return cells[0] !== undefined && isOnce && named.length < cells.length ? [column] : [];
  });
  return new Set(found);
}

/** How deep titles are set in by blanks, where some are. */
function indentsOf(
  grid: SourceGrid,
  columns: ReadonlyMap<SourceColumn, string>,
  title: SourceColumn | undefined,
): ((row: SourceRow) => number | undefined) | undefined {
  const names = new Set(columns.values());
  if (names.has("depth") || names.has("parent")) return undefined;
  const column = title ?? [...columns].find(([, field]) => field === "title")?.[0];
  const at = column?.at[0];
  if (at === undefined) return undefined;
  const widthOf = (row: SourceRow) => {
    const [blanks = ""] = /^[ \t\u00a0]*/.exec(row.cells[at] ?? "") ?? [];
    const width = blanks.replaceAll("\t", "    ").length;
    // One blank slips in by mistake.
    return width === 1 ? 0 : width;
  };
  const widths = [...new Set(grid.rows.map(widthOf))].sort((a, b) => a - b);
  return widths.length < 2 ? undefined : (row) => widths.indexOf(widthOf(row)) + 1;
}

function depthOf(
  said: ReadonlyMap<string, readonly SaidCell[]>,
  indents: ((row: SourceRow) => number | undefined) | undefined,
  row: SourceRow,
): number | undefined {
  const written = Number(said.get("depth")?.[0]?.cell ?? Number.NaN);
  return Number.isInteger(written) ? written : indents?.(row);
}
