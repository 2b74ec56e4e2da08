// Titles in cells, of objectives, initiatives, KPIs and risks → what they name: a row, something declared elsewhere, or something new.

import type { RowKind } from "./fields.ts";
import { asCompared } from "./folded.ts";
import { Item } from "./item.ts";
import type { PlacedItems } from "./places.ts";
import type { DeclaredName } from "./shape.ts";
import type { NameGiver } from "./slugs.ts";

/** What a cell names: its item where it is in this table. */
export interface Mentioned {
  readonly name: string;
  readonly item?: Item;
}

/** Finds what cells name; what is not there is declared. */
export class Mentions {
  /** What was declared because a cell names it, in its order. */
  readonly created: Item[] = [];
  readonly #find: PlacedItems["find"];
  readonly #names: NameGiver;
  readonly #declared: ReadonlyMap<string, string>;
  readonly #new = new Map<string, Item>();

  constructor(find: PlacedItems["find"], names: NameGiver, declared: readonly DeclaredName[]) {
    this.#find = find;
    this.#names = names;
    this.#declared = new Map(
      declared.flatMap(({ kind, name, title = "" }) =>
        [name, title].filter(Boolean).map((words): [string, string] => [keyOf(kind, words), name]),
      ),
    );
  }

  /** What a title of a kind names, if it is there. */
  known(kind: RowKind, words: string): Mentioned | undefined {
    const item = this.#find(words);
    if (item?.kind === kind) return { name: item.name, item };
    const key = keyOf(kind, words);
    const name = this.#declared.get(key);
    if (name !== undefined) return { name };
    const made = this.#new.get(key);
    return made && { name: made.name, item: made };
  }

  /** The same; what is not there is declared at the top, or in an item. */
  of(kind: RowKind, words: string, within?: Item): Mentioned {
    const known = this.known(kind, words);
    if (known !== undefined) return known;
    const title = words.trim().replace(/\s+/g, " ").slice(0, 200);
    const item = new Item(kind, this.#names.give(kind, title), title);
    this.#new.set(keyOf(kind, words), item);
    if (within === undefined) this.created.push(item);
    else {
      item.parent = within;
      within.children.push(item);
    }
    return { name: item.name, item };
  }
}

function keyOf(kind: string, words: string): string {
  return `${kind} ${asCompared(words) || words.trim()}`;
}
