// The headings of a table and the cells below them → columns, and which fields they may say, likeliest first.
import { choiceIn, healthIn } from "./choice-words.ts";
import { dateIn, lengthIn, periodIn } from "./dates.ts";
import { manyColumns, type RowKind, rowKinds, type TableField, tableFields } from "./fields.ts";
import { asCompared, type HeadingUnit, isBlankCell, partsOfHeading } from "./folded.ts";
import type { SourceGrid } from "./grid.ts";
import { heads } from "./heads.ts";
import { kindOfWord } from "./kind-words.ts";
import { numberIn } from "./numbers.ts";
import type { KnownTool } from "./tools.ts";

export interface SourceColumn {
  readonly heading: string;
  /** Where it stands in the rows; a heading that stands several times is one column. */
  readonly at: readonly number[];
  /** What the heading says of size, currency and unit. */
  readonly unit: HeadingUnit;
  /** The first of its cells that say something. */
  readonly cells: readonly string[];
  /** The rows in which it says something. */
  readonly rows: ReadonlySet<number>;
}

/** So many cells of a column are looked at to tell what it is. */
const mostCells = 300;

/** The columns that have a heading, or a cell that says something. */
export function sourceColumns({ headings, rows }: SourceGrid): readonly SourceColumn[] {
  const places = new Map<string, number[]>();
  for (const [index, heading] of headings.entries()) {
    const name = heading === "" ? `Column ${index + 1}` : heading;
    const known = places.get(name);
    if (known === undefined) places.set(name, [index]);
    else known.push(index);
  }
  return [...places].flatMap(([heading, at]) => {
    const cells: string[] = [];
    const full = new Set<number>();
    for (const [place, row] of rows.entries()) {
      for (const index of at) {
        const cell = row.cells[index] ?? "";
        if (isBlankCell(cell)) continue;
        full.add(place);
        if (cells.length < mostCells) cells.push(cell);
      }
    }
    const isUnnamed = at.length === 1 && headings[at[0] ?? 0] === "";
    if (isUnnamed && cells.length === 0) return [];
    return [{ heading, at, unit: partsOfHeading(heading).unit, cells, rows: full }];
  });
}

/** The fields by the headings that name them. */
const byHead: ReadonlyMap<string, readonly TableField[]> = headIndex((head) => head);
/** The same where umlauts are spelt out. */
const bySpelt: ReadonlyMap<string, readonly TableField[]> = headIndex(spelt);

function headIndex(form: (head: string) => string): ReadonlyMap<string, readonly TableField[]> {
  const pairs = tableFields.flatMap((field) =>
    (heads[field.name] ?? "").split("|").map((head) => ({ head: form(head), field })),
  );
  const groups = Map.groupBy(pairs, ({ head }) => head);
  return new Map([...groups].map(([head, all]) => [head, all.map(({ field }) => field)]));
}

function spelt(head: string): string {
  return head.replace(/([aou])e/g, "$1");
}

/** Words that only say of what a column speaks: "Project name", "Risk owner", "planned start". */
const ofWhat =
  /^(?:(?:custom field|project|initiative|task|item|issue|epic|risk|kpi|key result|objective|goal|okr|milestone|planned|expected|estimated|current|total|projekt|vorhaben|massnahmen?|risiko|kennzahl|ziel|geplante[rs]?|erwartete[rs]?|aktuelle[rs]?|gesamt|projet|risque|objectif|tache|prevue?|actuel(?:le)?) )+/;
const behind =
  /(?: (?:of|in|der|des|du|de|d|la|le|l|the|projekts?|projet|project|initiative|task|tache|eur|usd|chf|prevue?|\d{4}|%))+$/;

/** How German and French name people of all genders: "Verantwortliche/r", "Projektleiter:in". */
const endings = /[/:*_·.(]-?(?:r|n|in|innen|e|s|es|en|se|ne|ice|trice)(?![\p{L}])\)?/giu;

/** The forms in which a heading is looked for, from the one that is written to those that leave more out. */
function formsOf(heading: string): readonly string[] {
  const base = partsOfHeading(heading).base.replace(endings, "");
  const whole = asCompared(base) || asCompared(heading);
  const bare = whole.replace(ofWhat, "").replace(behind, "");
  const forms = [whole, whole.replace(ofWhat, ""), whole.replace(behind, ""), bare];
  const singular = (word: string) => word.replace(/(?:s|en|n|e)$/, "");
  const full = asCompared(heading);
  return [...new Set([whole, full, ...forms, ...forms.map(singular)])].filter(Boolean);
}

interface Candidate {
  readonly field: TableField;
  /** The lower, the likelier. */
  readonly rank: number;
}

/** What a column may say, for rows of a kind. */
export function fieldsMeant(
  column: SourceColumn,
  kinds: readonly RowKind[],
  tool: KnownTool | undefined,
): readonly Candidate[] {
  const full = asCompared(column.heading);
  const fixed = tool?.says[full];
  const own = tableFields.find(({ name }) => name === fixed);
  if (own !== undefined) return [{ field: own, rank: 0 }];
  if (tool?.leaves.test(full)) return [];
  return formsOf(column.heading).flatMap((form, step) => {
    const found = byHead.get(form) ?? bySpelt.get(spelt(form)) ?? [];
    return found
      .filter((field) => field.of.some((kind) => kinds.includes(kind)) && fits(field, column))
      .map((field) => ({ field, rank: 10 * step + rankOf(field) }));
  });
}

/** What is read strictly comes before what any text is, what few kinds have before what all have. */
function rankOf({ reads, of }: TableField): number {
  const isFree = /^(?:text|title|people|names|tags|rows|unit|note)$/.test(reads);
  return (isFree ? 6 : 1) + of.length / rowKinds.length;
}

/** Whether most cells of a column can be what a field asks for. */
function fits(field: TableField, { cells, unit }: SourceColumn): boolean {
  if (cells.length === 0) return true;
  const fitting = cells.filter((cell) => canBe(field, cell, unit));
  return fitting.length >= cells.length * 0.6;
}

function canBe({ name, reads, of }: TableField, cell: string, unit: HeadingUnit): boolean {
  switch (reads) {
    case "date":
      return dateIn(cell, "day") !== undefined || dateIn(cell, "month") !== undefined;
    case "period":
      return periodIn(cell, "day") !== undefined || periodIn(cell, "month") !== undefined;
    case "length":
      return lengthIn(cell, unit.length) !== undefined;
    case "number":
    case "money":
    case "percent":
      return isNumber(cell);
    case "rating":
      return /^(?:[1-9]|10)(?:[.,]\d)?$/.test(cell.trim());
    case "depth":
      return /^\d{1,2}$/.test(cell.trim());
    case "chance":
      return isNumber(cell) || choiceIn("risk", name, cell) !== undefined;
    case "choice":
      return (
        of.some((kind) => choiceIn(kind, name, cell) !== undefined) ||
        (name === "status" && healthIn(cell) !== undefined)
      );
    case "kind":
      return kindOfWord(asCompared(cell)) !== undefined;
    case "links":
      return /^\s*(?:https?:\/\/|www\.)/i.test(cell);
    case "names":
    case "title":
    case "people":
    case "unit":
      return !isBareNumber(cell);
    default:
      return true;
  }
}

/** A number alone: "12 angry men" is a title. */
function isBareNumber(cell: string): boolean {
  const number = numberIn(cell, ".") ?? numberIn(cell, ",");
  return number !== undefined && number.unit === undefined && !number.percent;
}

function isNumber(cell: string): boolean {
  return numberIn(cell, ".") !== undefined || numberIn(cell, ",") !== undefined;
}

/** Which field each column says: the likeliest pairs first, and most fields only once in a row. */
export function matched(
  columns: readonly SourceColumn[],
  kinds: readonly RowKind[],
  tool: KnownTool | undefined,
  map: Readonly<Record<string, string>>,
): ReadonlyMap<SourceColumn, string> {
  const found = new Map<SourceColumn, string>();
  const used = new Map<string, SourceColumn[]>();
  const assign = (column: SourceColumn, field: string) => {
    found.set(column, field);
    used.set(field, [...(used.get(field) ?? []), column]);
  };
  for (const column of columns) {
    const wanted = Object.hasOwn(map, column.heading) ? map[column.heading] : undefined;
    if (wanted !== undefined) assign(column, wanted);
  }
  const pairs = columns.flatMap((column, index) =>
    found.has(column)
      ? []
      : fieldsMeant(column, kinds, tool).map(({ field, rank }) => ({
          column,
          field,
          rank: rank + (column.cells.length === 0 ? 1000 : 0) + index / 1000,
        })),
  );
  for (const { column, field } of pairs.sort((a, b) => a.rank - b.rank)) {
    if (found.has(column)) continue;
    const others = used.get(field.name) ?? [];
    if (manyColumns.has(field.name) || others.every((one) => areApart(one, column)))
      assign(column, field.name);
  }
  for (const column of columns)
    if (!found.has(column) && tool !== undefined && isLeft(tool, column)) found.set(column, "");
  return found;
}

/** Whether no row has something in both. */
function areApart(one: SourceColumn, other: SourceColumn): boolean {
  if (one.rows.size === 0 || other.rows.size === 0) return false;
  for (const row of one.rows) if (other.rows.has(row)) return false;
  return true;
}

function isLeft({ leaves, says }: KnownTool, { heading }: SourceColumn): boolean {
  const full = asCompared(heading);
  return leaves.test(full) || says[full] === "";
}
