// The rows of a table, and the day and place for which they are asked → the text of a strategy, and what became of each column.
import { parseFile } from "../../grammar/parser.ts";
import { longestText } from "../../grammar/size.ts";
import { counted, joined } from "../words/wording.ts";
import { choiceIn } from "./choice-words.ts";
import { matched, type SourceColumn, sourceColumns } from "./columns.ts";
import { edgeDay } from "./dates.ts";
import { type RowKind, rowKinds, type TableField, tableFieldOf, tableFields } from "./fields.ts";
import { fieldsOfKpi, fieldsOfRisk } from "./figure-fields.ts";
import { isBlankCell } from "./folded.ts";
import { type SourceGrid, sourceGrid } from "./grid.ts";
import type { Item, RowOfTable } from "./item.ts";
import { type Link, writeLinks } from "./links.ts";
import { mannersOf } from "./manners.ts";
import { Mentions } from "./mentions.ts";
import { numberIn } from "./numbers.ts";
import { type PlacedItems, placeItems } from "./places.ts";
import { Registry } from "./registry.ts";
import { kindOfRows, likelyTitle } from "./row-kinds.ts";
import { readRows } from "./rows.ts";
import type { ReadColumn, TableGround, TableParams, TableResult } from "./shape.ts";
import { inGroup, sharedFields } from "./shared-fields.ts";
import { NameGiver } from "./slugs.ts";
import { type KnownTool, toolOf } from "./tools.ts";
import { initiativeFields, milestoneFields, objectiveFields } from "./work-fields.ts";
import { RowWriter, type TableWriting } from "./writer.ts";
import { type TableHead, writtenTable } from "./written-table.ts";

/** So many rows are a plan; more are a list of something else. */
const mostTableRows = 20_000;

/** Makes a strategy of a table, or says why it cannot. */
export function strategyOfTable(params: TableParams, ground: TableGround): TableResult {
  const { rows, map = {}, file } = params;
  const grid = sourceGrid(rows, Object.keys(map));
  if (grid === undefined || grid.rows.length === 0)
    return {
      refused: `There are no rows in ${file}. A table has the names of its columns in one row, and one row for each thing below it.`,
    };
  if (grid.rows.length > mostTableRows)
    return {
      refused: `${file} has more than ${mostTableRows.toLocaleString("en-US")} rows. Take out what is no longer planned, or divide it.`,
    };
  const all = sourceColumns(grid);
  const tool = toolOf(all.map(({ heading }) => heading));
  const asked = rowKinds.find((kind) => kind === params.kind);
  const chosen = kindOfRows(all, file, tool, asked);
  const isTitled = Object.values(map).includes("title");
  const kindOf = isTitled ? { kind: chosen.kind } : chosen;
  const mixed = columnOf(all, matched(all, rowKinds, tool, map), "kind");
  const kinds = mixed === undefined ? [kindOf.kind, ...besides(kindOf.kind)] : rowKinds;
  const columns = new Map(matched(all, kinds, tool, map));
  if (kindOf.title !== undefined) columns.set(kindOf.title, "title");
  const taken = isAnyTitle(columns) ? undefined : likelyTitle(all, columns, grid.rows.length);
  if (taken !== undefined) columns.set(taken, "title");
  if (!isAnyTitle(columns)) return { refused: noTitle(file, all) };
  sectionsAsStatuses(columns, tool);
  const read = readRows(grid, columns, all, kindOf, tool);
  const manners = mannersOf(columns, params);
  const hasStrategy = ground.declared.some(({ kind }) => kind === "strategy");
  const currency = hasStrategy ? params.currency : (currencyIn(columns) ?? params.currency);
  const names = new NameGiver(ground.declared);
  const title = titleOf(file, grid);
  const head = hasStrategy ? undefined : { name: names.give("strategy", title), title };
  const placed = placeItems(read.rows, names);
  const mentions = new Mentions(placed.find, names, ground.declared);
  const registry = new Registry(names, ground.declared);
  const dates: string[] = [];
  const writing: TableWriting = {
    ...{ registry, mentions, currency, today: ground.today },
    manner: manners.of,
    countsWork: tool?.countsWork === true,
    onDate: (iso) => dates.push(iso),
  };
  registerTeams(columns, read.rows, registry);
  writeRows(read.rows, placed, writing);
  groupRows(read.rows, placed.items, registry);
  const items = [...mentions.created, ...placed.items];
  const horizon = horizonOf(dates, ground.today);
  const frame: TableHead | undefined = head && { ...head, horizon, currency, source: file };
  const text = writtenTable(frame, items, registry.registered, read.comments);
  if (text.length > longestText)
    return {
      refused: `The text of ${file} would be too long to be read. Leave columns out, or divide the table.`,
    };
  const kept = keptIn(text);
  const counts = countsIn(items, placed.items);
  const kindsThere = new Set(placed.items.map(({ kind }) => kind));
  const [only] = kindsThere;
  return {
    ...(tool === undefined ? {} : { source: tool.name }),
    ...(kindsThere.size === 1 && only !== undefined ? { kind: only } : {}),
    columns: all.map((column) => readColumn(column, columns.get(column))),
    fields: tableFields
      .filter((field) => offered(field, kinds))
      .map(({ name, words }) => ({ name, words })),
    text,
    declared: counts.reduce((sum, [, count]) => sum + count, 0),
    kept: kept.length,
    ...(kept[0] === undefined ? {} : { firstKept: kept[0] }),
    notes: [
      ...(taken === undefined ? [] : [`'${taken.heading}' is taken for the title of the rows.`]),
      ...manners.notes,
      ...read.notes,
    ],
    sentence: sentenceOf(counts, kept.length),
  };
}

/** What rows of a table without a column for it may be besides: on lines of their own, or by their length. */
function besides(kind: RowKind): readonly RowKind[] {
  return kind === "initiative" ? ["milestone"] : [];
}

function columnOf(
  all: readonly SourceColumn[],
  columns: ReadonlyMap<SourceColumn, string>,
  field: string,
): SourceColumn | undefined {
  return all.find((column) => columns.get(column) === field && column.cells.length > 0);
}

function offered({ of }: TableField, kinds: readonly RowKind[]): boolean {
  return of.some((kind) => kinds.includes(kind));
}

/** Whether a column is the title, or names what its rows could be. */
function isAnyTitle(columns: ReadonlyMap<SourceColumn, string>): boolean {
  return [...columns.values()].some(
    (field) => field === "title" || rowKinds.some((kind) => kind === field),
  );
}

/** The sections of a tool are statuses where all of them are such words, and nothing else says it. */
function sectionsAsStatuses(columns: Map<SourceColumn, string>, tool: KnownTool | undefined): void {
  if (tool === undefined || [...columns.values()].includes("status")) return;
  for (const [column, field] of columns)
    if (field === "theme" && areStatuses(column.cells)) columns.set(column, "status");
}

function areStatuses(words: Iterable<string>): boolean {
  return [...words].every((one) => choiceIn("initiative", "status", one) !== undefined);
}

function noTitle(file: string, all: readonly SourceColumn[]): string {
  const some = all.slice(0, 8).map(({ heading }) => `'${heading.slice(0, 60)}'`);
  return `No column of ${file} is known to be the title of its rows. It has ${joined(some, "and")}. Call one of them 'Title', and try again.`;
}

function readColumn({ heading, cells }: SourceColumn, field: string | undefined): ReadColumn {
  const samples = [...new Set(cells)].slice(0, 3).map((cell) => cell.trim().slice(0, 60));
  return { heading, ...(field === undefined || field === "note" ? {} : { field }), samples };
}

/** The one currency that all amounts of a table name; undefined where they name none, or several. */
function currencyIn(columns: ReadonlyMap<SourceColumn, string>): string | undefined {
  const found = new Set<string>();
  for (const [{ cells, unit }, name] of columns) {
    if (tableFieldOf(name)?.reads !== "money") continue;
    for (const cell of cells) {
      const number = numberIn(cell, ".", unit) ?? numberIn(cell, ",", unit);
      if (number?.currency !== undefined) found.add(number.currency);
    }
  }
  const [currency] = found;
  return found.size === 1 ? currency : undefined;
}

/** The name of a board or of the file, as people write titles. */
function titleOf(file: string, { title }: SourceGrid): string {
  const base = file
    .replace(/\.[^.]*$/, "")
    .replace(/[_\s]+/g, " ")
    .replace(/(?<=\p{L})-(?=\p{L})/gu, " ")
    .trim();
  const own = title !== undefined && title.length <= 80 && !isBlankCell(title) ? title : base;
  return own === "" ? "Strategy" : own.charAt(0).toUpperCase() + own.slice(1);
}

/** Teams are known before people are: who bears the name of one is that team. */
function registerTeams(
  columns: ReadonlyMap<SourceColumn, string>,
  rows: readonly RowOfTable[],
  registry: Registry,
): void {
  if (![...columns.values()].includes("teams")) return;
  for (const row of rows)
    if (row.kind === "initiative")
      for (const { cell } of row.said.get("teams") ?? [])
        if (!/[;,\n|(\d]/.test(cell) && cell.length <= 120) registry.name(cell.trim(), ["team"]);
}

function writeRows(
  rows: readonly RowOfTable[],
  { items, find }: PlacedItems,
  writing: TableWriting,
): void {
  const links: Link[] = [];
  const pending = new Map<Item, string>();
  for (const [index, row] of rows.entries()) {
    const item = items[index];
    if (item === undefined) continue;
    const writer = new RowWriter(item, row, writing);
    const own = [...fieldsOf[item.kind](writer, find), ...sharedFields(writer)];
    for (const link of own) links.push(link);
    for (const said of row.left) writer.keep(said);
    writer.finish();
    if (writer.pending !== undefined) pending.set(item, writer.pending);
  }
  writeLinks(links, items);
  for (const [item, length] of pending) {
    const waits = item.fields.get("depends-on");
    if (waits === undefined) continue;
    item.fields.delete("depends-on");
    item.fields.set("timeline", `after ${waits} for ${length}`);
  }
}

type Fields = (row: RowWriter, find: PlacedItems["find"]) => readonly Link[];

const none =
  (write: (row: RowWriter) => void): Fields =>
  (row) => {
    write(row);
    return [];
  };

const fieldsOf: Readonly<Record<RowKind, Fields>> = {
  initiative: initiativeFields,
  objective: none(objectiveFields),
  milestone: none(milestoneFields),
  kpi: none(fieldsOfKpi),
  risk: none(fieldsOfRisk),
};

/** Groups are themes, or, where all of them say how things stand, statuses. */
function groupRows(rows: readonly RowOfTable[], items: readonly Item[], registry: Registry): void {
  const groups = new Set(rows.flatMap(({ group }) => group ?? []));
  const isStatus = areStatuses(groups);
  for (const [index, { group }] of rows.entries()) {
    const item = items[index];
    if (group === undefined || item === undefined) continue;
    const status = choiceIn(item.kind, "status", group);
    if (!isStatus) inGroup(item, registry.name(group.slice(0, 120), ["theme"]));
    else if (status !== undefined && !item.fields.has("status")) item.fields.set("status", status);
  }
}

/** From the year of the first date to that of the last, with today in it. */
function horizonOf(dates: readonly string[], today: string): string {
  let [first, last] = [today.slice(0, 4), today.slice(0, 4)];
  for (const iso of dates) {
    const [start, end] = [edgeDay(iso, "first").slice(0, 4), edgeDay(iso, "last").slice(0, 4)];
    if (start < first) first = start;
    if (end > last) last = end;
  }
  return first === last ? first : `${first} .. ${last}`;
}

/** Where the comments of a text stand: each is a value that was not understood. */
function keptIn(text: string): readonly number[] {
  const { chunks, starts } = parseFile(text);
  return chunks.flatMap(({ comments }, at) =>
    comments.map(({ start }) => (starts[at] ?? 0) + start),
  );
}

const nouns: Readonly<Record<RowKind, string>> = {
  objective: "objective",
  initiative: "initiative",
  kpi: "KPI",
  risk: "risk",
  milestone: "milestone",
};

type Counts = readonly (readonly [RowKind, number])[];

/** How many of each kind there are, what rows are first. */
function countsIn(items: readonly Item[], own: readonly Item[]): Counts {
  const counts = new Map<RowKind, number>();
  for (const { kind } of own) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const isOwn = new Set(own);
  const walk = [...items];
  // What cells name stands in what they speak of: a list may grow while it is walked.
  for (const item of walk) {
    if (!isOwn.has(item)) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
    for (const child of item.children) if (!isOwn.has(child)) walk.push(child);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function sentenceOf(counts: Counts, kept: number): string {
  const made = joined(
    counts.map(([kind, count]) => counted(count, nouns[kind])),
    "and",
  );
  if (kept === 0) return `${made}; all of the table was understood.`;
  const values =
    kept === 1
      ? "1 value was not understood and stands as a comment"
      : `${kept} values were not understood and stand as comments`;
  return `${made}; ${values}.`;
}
