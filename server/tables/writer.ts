// What a row says, field by field → the fields of its declaration; what is not taken, or cannot be read, is kept.

import { choiceIn } from "./choice-words.ts";
import type { SourceColumn } from "./columns.ts";
import { dateIn, edgeDay } from "./dates.ts";
import { tableFieldOf } from "./fields.ts";
import { isBlankCell } from "./folded.ts";
import type { Item, RowOfTable, SaidCell } from "./item.ts";
import { commentOf, shortText } from "./literals.ts";
import type { Manner } from "./manners.ts";
import type { Mentions } from "./mentions.ts";
import { type CellNumber, numberIn, writtenAmount } from "./numbers.ts";
import type { Registry } from "./registry.ts";

/** What all rows of a table share while they are written. */
export interface TableWriting {
  readonly manner: (column: SourceColumn) => Manner;
  readonly registry: Registry;
  readonly mentions: Mentions;
  /** Of amounts that name no other. */
  readonly currency: string;
  readonly today: string;
  /** Durations count days of work. */
  readonly countsWork: boolean;
  /** Hears of each date that is written. */
  readonly onDate: (iso: string) => void;
}

/** One row and its item. */
export class RowWriter {
  readonly item: Item;
  readonly row: RowOfTable;
  readonly writing: TableWriting;
  /** How long it takes, where it begins when what it waits for has ended. */
  pending: string | undefined;
  readonly #taken = new Set<string>();

  constructor(item: Item, row: RowOfTable, writing: TableWriting) {
    this.item = item;
    this.row = row;
    this.writing = writing;
  }

  /** What columns say of a field; it counts as understood. */
  take(field: string): readonly SaidCell[] {
    // Of what its kind has no word for, all is kept.
    if (!tableFieldOf(field)?.of.includes(this.item.kind)) return [];
    this.#taken.add(field);
    return this.row.said.get(field) ?? [];
  }

  /** What columns say of a field that its kind has no word for, where what they say is nothing new. */
  aside(field: string, isNothingNew: (said: SaidCell) => boolean): boolean {
    const [said] = this.row.said.get(field) ?? [];
    const isTaken = said !== undefined && isNothingNew(said);
    if (isTaken) this.#taken.add(field);
    return isTaken;
  }

  /** Keeps a value as a comment. */
  keep({ cell, column }: SaidCell): void {
    this.item.comments.push(commentOf(column.heading, cell));
  }

  set(field: string, text: string): void {
    this.item.fields.set(field, text);
  }

  /** What is read of the one value of a field; one that cannot be read is kept, as are further ones. */
  read<Value>(field: string, read: (said: SaidCell) => Value | undefined): Value | undefined {
    const [first, ...rest] = this.take(field);
    for (const said of rest) this.keep(said);
    const value = first && read(first);
    if (first !== undefined && value === undefined) this.keep(first);
    return value;
  }

  choice(field: string): void {
    const found = this.read(field, ({ cell }) => choiceIn(this.item.kind, field, cell));
    if (found !== undefined) this.set(field, found);
  }

  text(field: string): void {
    const found = this.read(field, ({ cell }) => cell);
    if (found !== undefined) this.set(field, shortText(found));
  }

  date(field: string): string | undefined {
    return this.read(field, ({ cell, column }) => dateIn(cell, this.writing.manner(column).order));
  }

  /** A date that stands in the text. */
  saw(iso: string): string {
    this.writing.onDate(iso);
    return iso;
  }

  number(field: string): CellNumber | undefined {
    return this.read(field, (said) => this.numberOf(said));
  }

  numberOf({ cell, column }: SaidCell): CellNumber | undefined {
    return numberIn(cell, this.writing.manner(column).sign, column.unit);
  }

  /** A percentage from 0 to 100, as it is written. */
  percent(field: string): string | undefined {
    return this.read(field, (said) => {
      const number = this.numberOf(said);
      if (number === undefined || number.unit !== undefined) return undefined;
      const { isShare } = this.writing.manner(said.column);
      const value = isShare ? number.value.times(100) : number.value;
      return value.lt(0) || value.gt(100) ? undefined : `${value.round(2).toFixed()}%`;
    });
  }

  /** An amount with its currency, where that is another than that of the whole. */
  money(field: string): string | undefined {
    return this.read(field, (said) => {
      const number = this.numberOf(said);
      if (number === undefined || number.unit !== undefined || number.percent) return undefined;
      if (number.value.lt(0)) return undefined;
      const { currency = this.writing.currency } = number;
      const code = currency === this.writing.currency ? "" : ` ${currency}`;
      return `${writtenAmount(number.value)}${code}`;
    });
  }

  /** Keeps all that no field has taken. */
  finish(): void {
    for (const [field, all] of this.row.said)
      if (!this.#taken.has(field) && this.row.said.has(field))
        for (const said of all) if (!isBlankCell(said.cell)) this.keep(said);
  }
}

/** Whether a period ends before it begins. */
export function isTurned(start: string, end: string): boolean {
  return edgeDay(start, "first") > edgeDay(end, "last");
}
