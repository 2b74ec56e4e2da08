// What a row becomes: a declaration with its fields as they are written, what stands in it, and what was not understood.
import { kindOf } from "../../grammar/vocabulary.ts";
import type { SourceColumn } from "./columns.ts";
import type { RowKind } from "./fields.ts";

/** What a cell says of its row. */
export interface SaidCell {
  readonly cell: string;
  readonly column: SourceColumn;
}

/** A row with what its columns say of it. */
export interface RowOfTable {
  readonly kind: RowKind;
  readonly title: string;
  readonly said: ReadonlyMap<string, readonly SaidCell[]>;
  /** What nothing is understood of. */
  readonly left: readonly SaidCell[];
  readonly depth?: number;
  /** The row above it by its place, where parts stand below what they belong to. */
  readonly under?: number;
  readonly group?: string;
}

/** A declaration that is going to be written. */
export class Item {
  readonly kind: RowKind;
  readonly name: string;
  readonly title: string;
  /** By field, each as it stands in the text; a block with its braces. */
  readonly fields = new Map<string, string>();
  readonly comments: string[] = [];
  readonly children: Item[] = [];
  /** In which it stands. */
  parent: Item | undefined;
  /** To which it belongs, in which it may stand too deep. */
  above: Item | undefined;

  constructor(kind: RowKind, name: string, title: string) {
    this.kind = kind;
    this.name = name;
    this.title = title;
  }
}

/** Whether a declaration of a kind may stand in one of another. */
export function mayStand(kind: RowKind, within: RowKind): boolean {
  return kindOf(kind)?.places.includes(within) ?? false;
}
