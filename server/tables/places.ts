// Rows with what they are part of → items, each in the one in which it may stand.
import { closing } from "./circles.ts";
import { asCompared } from "./folded.ts";
import { Item, mayStand, type RowOfTable } from "./item.ts";
import { commentOf } from "./literals.ts";
import type { NameGiver } from "./slugs.ts";

/** So deep declarations stand in each other; what lies deeper names what it belongs to. */
const deepest = 24;

export interface PlacedItems {
  /** In the order of the rows. */
  readonly items: readonly Item[];
  /** The item that a cell names, by its key, its number or its title. */
  readonly find: (words: string) => Item | undefined;
}

/** Makes an item of each row, and puts it where it belongs. */
export function placeItems(rows: readonly RowOfTable[], names: NameGiver): PlacedItems {
  const items = rows.map(({ kind, title }) => new Item(kind, names.give(kind, title), title));
  const find = finder(rows, items);
  const above = parentsOf(rows, items, find);
  const links = new Map(items.map((item) => [item, above.get(item)]));
  const cut = closing(
    items,
    (item) => (links.get(item) === undefined ? [] : [item]),
    (item) => links.get(item) ?? item,
  );
  for (const [index, item] of items.entries()) {
    const wanted = links.get(item);
    const [said] = rows[index]?.said.get("parent") ?? [];
    if (cut.has(item) || wanted === item) {
      links.set(item, undefined);
      if (said !== undefined) item.comments.push(commentOf(said.column.heading, said.cell));
    }
  }
  const depths = new Map<Item, number>();
  for (const item of fromTheTop(items, links)) {
    const parent = nearest(item, links);
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
    const isDeep = depth > deepest;
    depths.set(item, isDeep ? 0 : depth);
    if (parent === undefined) continue;
    item.above = parent;
    if (isDeep) nameParent(item, parent);
    else {
      item.parent = parent;
      parent.children.push(item);
    }
  }
  return { items, find };
}

/** Keys come before titles, and of several the first counts. */
function finder(
  rows: readonly RowOfTable[],
  items: readonly Item[],
): (words: string) => Item | undefined {
  const keys = new Map<string, Item>();
  const titles = new Map<string, Item>();
  for (const [index, item] of items.entries()) {
    for (const { cell } of rows[index]?.said.get("id") ?? []) {
      const key = keyOf(cell);
      if (!keys.has(key)) keys.set(key, item);
    }
    const title = asCompared(item.title) || item.title;
    if (!titles.has(title)) titles.set(title, item);
  }
  return (words) => keys.get(keyOf(words)) ?? titles.get(asCompared(words) || words.trim());
}

/** `1.0` is 1 in a workbook. */
function keyOf(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/^(\d+)[.,]0+$/, "$1")
    .replace(/\.$/, "");
}

function parentsOf(
  rows: readonly RowOfTable[],
  items: readonly Item[],
  find: PlacedItems["find"],
): ReadonlyMap<Item, Item> {
  const found = new Map<Item, Item>();
  const isOutline = rows.every(({ said }) => !said.has("parent")) && isNumbered(rows);
  /** The last item of each depth. */
  const open: { readonly depth: number; readonly item: Item }[] = [];
  for (const [index, row] of rows.entries()) {
    const item = items[index];
    if (item === undefined) continue;
    const parent =
      namedParent(row, item, find) ??
      (isOutline ? outlineParent(row, find) : undefined) ??
      (row.under === undefined ? undefined : items[row.under]);
    const { depth } = row;
    if (depth !== undefined) {
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const last = open.at(-1)?.item;
      open.push({ depth, item });
      if (parent === undefined && last !== undefined) found.set(item, last);
    }
    if (parent !== undefined) found.set(item, parent);
  }
  return found;
}

/** What the row names; what nobody knows is kept. */
function namedParent(
  { said }: RowOfTable,
  item: Item,
  find: PlacedItems["find"],
): Item | undefined {
  const named = said.get("parent") ?? [];
  let parent: Item | undefined;
  for (const { cell, column } of named) {
    // Some tools write the number and the title of what they mean.
    const one = find(cell) ?? find(/^\s*([\w-]+)\s*[:|]\s/.exec(cell)?.[1] ?? "");
    if (parent === undefined && one !== undefined) parent = one;
    else if (one === undefined) item.comments.push(commentOf(column.heading, cell));
  }
  return parent;
}

/** Whether rows are numbered as chapters are: 1, 1.1, 1.2. */
function isNumbered(rows: readonly RowOfTable[]): boolean {
  const keys = rows.flatMap(({ said }) => said.get("id")?.[0]?.cell.trim() ?? []);
  const isChapter = (key: string) => /^[A-Za-z]{0,3}\d+(?:\.\d+)*\.?$/.test(key);
  return keys.every(isChapter) && keys.some((key) => /\d\.[1-9]/.test(key));
}

function outlineParent({ said }: RowOfTable, find: PlacedItems["find"]): Item | undefined {
  const key = said.get("id")?.[0]?.cell.trim().replace(/\.$/, "") ?? "";
  const above = key.replace(/\.\d+$/, "");
  return above === key ? undefined : find(above);
}

/** Each item behind what it is part of, in the order of the rows. */
function fromTheTop(
  items: readonly Item[],
  links: ReadonlyMap<Item, Item | undefined>,
): readonly Item[] {
  const below = Map.groupBy(items, (item) => links.get(item));
  const found = [...(below.get(undefined) ?? [])];
  // What is found here is walked too: a list may grow while it is walked.
  for (const item of found) for (const one of below.get(item) ?? []) found.push(one);
  return found;
}

/** The nearest item above in which one may stand. */
function nearest(item: Item, links: ReadonlyMap<Item, Item | undefined>): Item | undefined {
  let above = links.get(item);
  while (above !== undefined && !mayStand(item.kind, above.kind)) above = links.get(above);
  return above;
}

function nameParent(item: Item, parent: Item): void {
  const field =
    item.kind === "kpi"
      ? "measures"
      : item.kind === "risk"
        ? "affects"
        : parent.kind === "objective"
          ? "supports"
          : "part-of";
  if (item.kind !== "milestone") item.fields.set(field, parent.name);
}
