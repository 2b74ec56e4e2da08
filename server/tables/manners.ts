// All cells of each column → in which manner they are written: the order of dates, the sign before decimals, whole or part of a percent.
import type { SourceColumn } from "./columns.ts";
import { type DateOrder, dateOrderOf, isAmbiguousDate } from "./dates.ts";
import { type TableField, tableFieldOf } from "./fields.ts";
import { type DecimalSign, decimalSignOf, numberIn } from "./numbers.ts";
import { isFamilyFirst } from "./people.ts";
import type { TableParams } from "./shape.ts";

/** How the cells of a column are to be read. */
export interface Manner {
  readonly order: DateOrder | "both";
  readonly sign: DecimalSign;
  /** 0.4 is 40 percent. */
  readonly isShare: boolean;
  readonly familyFirst: boolean;
}

type Hints = Pick<TableParams, "locale" | "decimal">;

interface Manners {
  readonly of: (column: SourceColumn) => Manner;
  /** Where something could be read in two ways, which of them was taken. */
  readonly notes: readonly string[];
}

/** Decides for each column, where its cells do not tell by the others, and else by the language of the reader. */
export function mannersOf(columns: ReadonlyMap<SourceColumn, string>, hints: Hints): Manners {
  const notes: string[] = [];
  const read = [...columns].flatMap(([column, name]) => {
    const field = tableFieldOf(name);
    return field === undefined ? [] : [{ column, field }];
  });
  const dates = read.filter(({ field }) => field.reads === "date" || field.reads === "period");
  const allDates = dates.flatMap(({ column }) => column.cells);
  const known = dateOrderOf(allDates);
  const order = known === undefined || known === "both" ? orderIn(hints.locale) : known;
  const figures = read.filter(({ field }) => isFigure(field));
  const allSigns = decimalSignOf(
    figures.flatMap(({ column }) => column.cells),
    false,
  );
  const sign = allSigns === "both" || allSigns === undefined ? signIn(hints) : allSigns;
  const manners = new Map<SourceColumn, Manner>();
  for (const { column, field } of read) {
    const own = dateOrderOf(column.cells);
    const isGuess = own === undefined && known === undefined;
    if (dates.some((one) => one.column === column)) {
      if (isGuess && column.cells.some(isAmbiguousDate)) notes.push(noteOfOrder(column, order));
      if (own === "both")
        notes.push(
          `'${column.heading}' mixes day/month and month/day; dates that can be both stand as comments.`,
        );
    }
    const ownSign = decimalSignOf(column.cells, field.reads === "money");
    const taken = ownSign === "both" || ownSign === undefined ? sign : ownSign;
    manners.set(column, {
      order: own ?? order,
      sign: taken,
      isShare:
        (field.reads === "percent" || field.reads === "chance") && isShare(column.cells, taken),
      familyFirst: field.reads === "people" && isFamilyFirst(column.cells),
    });
  }
  const none: Manner = { order, sign, isShare: false, familyFirst: false };
  return { of: (column) => manners.get(column) ?? none, notes };
}

function noteOfOrder({ heading, cells }: SourceColumn, order: DateOrder): string {
  const example = cells.find(isAmbiguousDate)?.trim() ?? "";
  return `'${heading}' is read as ${order === "day" ? "day/month" : "month/day"}, as in ${example}: nothing in the table tells.`;
}

function isFigure({ reads }: TableField): boolean {
  return reads === "number" || reads === "money" || reads === "percent";
}

function orderIn(locale = ""): DateOrder {
  return /^en-(?:US|PH|PR)\b|^en$/i.test(locale) ? "month" : "day";
}

/** The sign before decimals where nothing in the table tells. */
function signIn({ decimal, locale = "" }: Hints): DecimalSign {
  if (decimal !== undefined) return decimal;
  return /^(?:de(?!-(?:CH|LI))|fr(?!-CH)|es|it(?!-CH)|nl|pt|da|sv|nb|fi|pl|cs|tr|ru)\b/i.test(
    locale,
  )
    ? ","
    : ".";
}

/** Whether percentages are written as parts of one: none is above it, and one lies below. */
function isShare(cells: readonly string[], sign: DecimalSign): boolean {
  const found = cells.flatMap((cell) => numberIn(cell, sign) ?? []);
  if (found.length === 0 || found.some(({ percent }) => percent)) return false;
  return found.every(({ value }) => value.lte(1)) && found.some(({ value }) => value.gt(0));
}
