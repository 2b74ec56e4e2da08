// What rows name of others → references that hold: each to what it may name, and none that closes a circle.
import { closing } from "./circles.ts";
import type { RowKind } from "./fields.ts";
import type { Item, SaidCell } from "./item.ts";
import { commentOf } from "./literals.ts";
import type { PlacedItems } from "./places.ts";

/** A reference that is going to be written, and the cell that says it. */
export interface Link {
  readonly from: Item;
  /** Missing where it is declared elsewhere, and waits for nothing of this table. */
  readonly to?: Item | undefined;
  readonly name: string;
  readonly field: "supports" | "depends-on" | "part-of" | "measures" | "affects" | "measured-by";
  readonly said: SaidCell;
}

/** Which links of a table close a circle, with what nesting says: those stand as comments. */
function circlesIn(links: readonly Link[], items: readonly Item[]): ReadonlySet<Link> {
  const found = new Set<Link>();
  for (const field of ["supports", "depends-on", "part-of"] as const) {
    const own = links.flatMap((link) => {
      const { from, to } = link;
      return link.field === field && to !== undefined ? [{ from, to, link }] : [];
    });
    const nested = field === "depends-on" ? [] : nestedSteps(items, field);
    const from = Map.groupBy([...nested, ...own], (step) => nodeOf(step.from));
    const cut = closing(
      from.keys(),
      (item) => from.get(item) ?? [],
      ({ to }) => nodeOf(to),
    );
    for (const { link } of cut) if (link !== undefined) found.add(link);
  }
  return found;
}

interface Step {
  readonly from: Item;
  readonly to: Item;
  /** Missing where nesting says it. */
  readonly link?: Link;
}

/** What nesting says of objectives, or of programmes. */
function nestedSteps(items: readonly Item[], field: "supports" | "part-of"): readonly Step[] {
  const kind: RowKind = field === "supports" ? "objective" : "initiative";
  return items.flatMap((from) =>
    from.kind === kind && from.above?.kind === kind ? [{ from, to: from.above }] : [],
  );
}

/** A milestone is reached within its initiative. */
function nodeOf(item: Item): Item {
  return item.kind === "milestone" && item.parent?.kind === "initiative" ? item.parent : item;
}

/** A row that another waits for, as tools write it: "3FS+2 days", "PLAT-12", a title. */
export interface Waits {
  readonly on: Item;
  /** Something is said of it that no reference can say: a lag, or that both begin together. */
  readonly isMore: boolean;
}

/** What a cell with predecessors names; undefined in the list where nothing is found. */
export function predecessorsIn(
  cell: string,
  find: PlacedItems["find"],
): readonly (Waits | undefined)[] {
  const whole = find(cell);
  if (whole !== undefined) return [{ on: whole, isMore: false }];
  return cell.split(/[;,\n]/).flatMap((part) => {
    if (part.trim() === "") return [];
    const named = find(part);
    if (named !== undefined) return [{ on: named, isMore: false }];
    const form = /^\s*([\w.-]+?)\s*(?:(FS|EA|FD|SS|AA|DD|FF|EE|SF|AE|DF))?\s*([+-]\s*\d.*)?$/i.exec(
      part,
    );
    const on = form && find(form[1] ?? "");
    if (!on) return [undefined];
    const kind = form[2]?.toUpperCase() ?? "FS";
    const isEnd = /^(?:FS|EA|FD)$/.test(kind);
    return isEnd ? [{ on, isMore: form[3] !== undefined }] : [undefined];
  });
}

/** Keeps what closes a circle, and writes the others. */
export function writeLinks(links: readonly Link[], items: readonly Item[]): void {
  const cut = circlesIn(links, items);
  const lists = new Map<Item, Map<string, Set<string>>>();
  for (const link of links) {
    const { from, to, name, field, said } = link;
    const isSecond =
      field === "part-of" && (from.fields.has(field) || lists.get(from)?.has(field) === true);
    if (cut.has(link) || from === to || isSecond) {
      from.comments.push(commentOf(said.column.heading, said.cell));
      continue;
    }
    if (to !== undefined && to === from.parent) continue;
    const own = lists.get(from) ?? new Map<string, Set<string>>();
    lists.set(from, own);
    own.set(field, (own.get(field) ?? new Set()).add(to === undefined ? name : nameOf(to)));
  }
  for (const [item, own] of lists)
    for (const [field, names] of own) {
      const before = item.fields.get(field)?.split(", ") ?? [];
      item.fields.set(field, [...new Set([...before, ...names])].join(", "));
    }
}

/** A milestone is named through the initiative in which it stands. */
function nameOf({ kind, name, parent }: Item): string {
  return kind === "milestone" && parent !== undefined ? `${parent.name}.${name}` : name;
}
