// The columns of a table, its name and its tool → what its rows are, where they do not say so themselves.
import { fieldsMeant, type SourceColumn } from "./columns.ts";
import { type RowKind, rowKinds } from "./fields.ts";
import { asCompared, partsOfHeading } from "./folded.ts";
import { heads } from "./heads.ts";
import { answerIn } from "./kind-words.ts";
import type { KnownTool } from "./tools.ts";

/** What rows are, and which column is their title where it is named for what they are: "Objective". */
export interface KindOfRows {
  readonly kind: RowKind;
  readonly title?: SourceColumn;
}

/** Of equal likelihood the first: what is more special. */
const order: readonly RowKind[] = ["risk", "kpi", "initiative", "milestone", "objective"];

const inNames: Readonly<Record<RowKind, RegExp>> = {
  risk: /risk|risik|risque/,
  kpi: /kpi|metric|kennzahl|indicat|scorecard/,
  objective: /okr|objective|goal|ziele|objectif/,
  milestone: /milestone|meilenstein|jalon/,
  initiative: /initiative|project|projekt|projet|roadmap|portfolio|massnahme/,
};

/** Guesses what the rows are, or follows what is asked for. */
export function kindOfRows(
  columns: readonly SourceColumn[],
  file: string,
  tool: KnownTool | undefined,
  asked: RowKind | undefined,
): KindOfRows {
  const named = titlesAmong(columns);
  const hasTitle = columns.some((column) => column.cells.length > 0 && isTitle(column, tool));
  const scores = evidenceIn(columns, file, tool, hasTitle ? new Map() : named);
  const kinds = hasTitle || named.size === 0 ? order : order.filter((kind) => named.has(kind));
  const best = kinds.reduce((a, b) => ((scores.get(b) ?? 0) > (scores.get(a) ?? 0) ? b : a));
  const fallback = hasTitle || named.size === 0 ? "initiative" : best;
  const kind = asked ?? (tool !== undefined || (scores.get(best) ?? 0) < 0.5 ? fallback : best);
  const title = hasTitle ? undefined : (named.get(kind) ?? [...named.values()].at(-1));
  return title === undefined ? { kind } : { kind, title };
}

/** Whether a column is likeliest the title: "Project name" is one only where nothing else is. */
function isTitle(column: SourceColumn, tool: KnownTool | undefined): boolean {
  const all = fieldsMeant(column, rowKinds, tool);
  const [best] = all.toSorted((a, b) => a.rank - b.rank);
  return best?.field.name === "title";
}

/** The columns that are named for what a row is: "Objective", "Key result", "Risk". */
function titlesAmong(columns: readonly SourceColumn[]): ReadonlyMap<RowKind, SourceColumn> {
  const found = new Map<RowKind, SourceColumn>();
  for (const column of columns) {
    if (column.cells.length === 0 || isFigures(column) || isAnswers(column)) continue;
    const word = asCompared(partsOfHeading(column.heading).base);
    const kind = rowKinds.find((one) => heads[one]?.split("|").includes(word));
    if (kind !== undefined && !found.has(kind)) found.set(kind, column);
  }
  return found;
}

/**
 * Where no heading is known as that of a title, but others are known: the first column with words in
 * nearly each row that nothing else is, each of them another.
 */
export function likelyTitle(
  columns: readonly SourceColumn[],
  known: ReadonlyMap<SourceColumn, string>,
  rows: number,
): SourceColumn | undefined {
  if (
    ![...known].some(([{ cells }, field]) => cells.length > 0 && !/^(?:parent|note)?$/.test(field))
  )
    return undefined;
  return columns.find((column) => {
    const { cells, rows: full } = column;
    const isFree = /^(?:parent|note)?$/.test(known.get(column) ?? "");
    const isVaried = new Set(cells).size > 0.9 * cells.length;
    return (
      isFree && full.size > 0.8 * rows && isVaried && cells.every((cell) => /\p{L}{2}/u.test(cell))
    );
  });
}

/** "Milestone" above yes and no says something of some rows, and nothing of the others. */
function isAnswers({ cells }: SourceColumn): boolean {
  return cells.every((cell) => answerIn(cell) !== undefined);
}

function isFigures({ cells }: SourceColumn): boolean {
  return cells.every((cell) => /^[\d\s.,'’%€$£+-]+$/.test(cell));
}

/** How many columns each kind has for itself. */
function evidenceIn(
  columns: readonly SourceColumn[],
  file: string,
  tool: KnownTool | undefined,
  named: ReadonlyMap<RowKind, SourceColumn>,
): ReadonlyMap<RowKind, number> {
  const scores = new Map<RowKind, number>();
  const add = (kind: RowKind, by: number) => scores.set(kind, (scores.get(kind) ?? 0) + by);
  const name = asCompared(file);
  for (const kind of order) if (inNames[kind].test(name)) add(kind, 0.6);
  for (const column of columns) {
    if (column.cells.length === 0 || isAnswers(column)) continue;
    const fields = fieldsMeant(column, rowKinds, tool).map(({ field }) => field);
    const own = new Set(fields.flatMap(({ of }) => (of.length === 1 ? of : [])));
    const [kind] = own;
    const isSure = fields.every(({ of }) => of.length === 1);
    if (own.size === 1 && kind !== undefined) add(kind, isSure ? 1 : 0.4);
  }
  const most = columns.reduce((rows, { cells }) => Math.max(rows, cells.length), 1);
  // The title is in every row, and another one in each.
  for (const [kind, { cells }] of named) add(kind, (0.7 * new Set(cells).size) / most);
  return scores;
}
