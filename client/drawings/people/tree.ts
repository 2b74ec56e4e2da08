// Reporting lines and some room → boxes and the lines between them: a superior over a row of columns, the others below theirs.
import type { LineNode } from "../../../server/views/people/shape.ts";
import type { Room } from "../drawing.ts";
import { round } from "../look.tsx";
import { linesOfText } from "../text-lines.ts";
import { inSight, type LineSight, linesByTop } from "./branches.ts";
import type { PartPlace } from "./part.tsx";

/** A role, or what opens and closes those below it. */
export interface LineBox extends LineSight {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines from a superior to those that report to it. */
interface LinePath {
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
  readonly path: string;
}

export interface LineLayout {
  readonly boxes: readonly LineBox[];
  readonly paths: readonly LinePath[];
  readonly bottom: number;
}

const low = 44;
/** Of a box whose title takes two lines. */
const high = 58;
const toggleHeight = 24;
const gap = 11;
/** A column is as wide as this, or a little less where all fit into one row so; wider where much stands below it. */
const usual = 150;
const least = 128;
const widest = 232;
/** So much of a box is left however far it is moved in, mostly. */
const leftOver = 112;
/** From a superior down to those in a row below it; the line between is half way. */
const drop = 28;
const gutter = 24;

/** How much of a box is left for the title of a role. */
export function titleRoom({ key }: LineNode, width: number): number {
  return width - 20 - (key ? 13 : 0);
}

/** Where each box stands. What is closed is not there; in what nobody can click nothing is closed. */
export function layLines(nodes: readonly LineNode[], place: PartPlace, room: Room): LineLayout {
  const draft: Draft = { boxes: [], paths: [], room };
  const alone: LineNode[] = [];
  let { y } = place;
  for (const tree of linesByTop(nodes)) {
    const [root] = tree;
    if (root === undefined) continue;
    if (root.below === 0) {
      alone.push(root);
      continue;
    }
    const seen = inSight(tree, room);
    y = (room.mode === "narrow" ? outline : chart)(draft, seen, { ...place, y }) + 20;
  }
  if (alone.length > 0) y = rowOf(draft, alone, { ...place, y });
  return { boxes: draft.boxes, paths: draft.paths, bottom: y };
}

interface Draft {
  readonly boxes: LineBox[];
  readonly paths: LinePath[];
  readonly room: Room;
}

function heightOf({ node, is }: LineSight, width: number, { measure }: Room): number {
  if (is === "toggle") return toggleHeight;
  return linesOfText(node.title, titleRoom(node, width), 12, 600, measure).length > 1 ? high : low;
}

function put({ boxes, room }: Draft, one: LineSight, place: PartPlace): LineBox {
  const box = { ...one, ...place, height: heightOf(one, place.width, room) };
  boxes.push(box);
  return box;
}

/**
 * How many columns stand in a row, and how wide each is, with so many levels below its first box;
 * several rows are as long as each other.
 */
function columnsIn(
  width: number,
  wanted: number,
  levels: number,
): { readonly count: number; readonly box: number } {
  const deep = levels > 1 ? Math.min(leftOver + 24 + 16 * (levels - 1), widest) : 0;
  const fitting = (one: number) =>
    Math.max(1, Math.floor((width + gap) / (Math.max(one, deep) + gap)));
  const most = fitting(least) >= wanted ? wanted : fitting(usual);
  const count = Math.ceil(wanted / Math.ceil(wanted / most));
  return { count, box: Math.min(widest, (width - (count - 1) * gap) / count) };
}

/** Those to whom nobody reports, side by side; where they end. */
function rowOf(draft: Draft, nodes: readonly LineNode[], { x, y, width }: PartPlace): number {
  const { count, box } =
    draft.room.mode === "narrow"
      ? { count: 1, box: Math.min(width, 420) }
      : columnsIn(width, nodes.length, 0);
  let [top, bottom] = [y, y];
  nodes.forEach((node, index) => {
    if (index % count === 0 && index > 0) top = bottom + gap;
    const at = { x: x + (index % count) * (box + gap), y: top, width: box };
    const { height } = put(draft, { node, is: "box", isOpen: true }, at);
    bottom = Math.max(bottom, top + height);
  });
  return bottom;
}

/** All below each other; where it ends. */
function outline(draft: Draft, seen: readonly LineSight[], place: PartPlace): number {
  return stack(draft, seen, { ...place, width: Math.min(place.width, 420) }, 0);
}

/** A superior over those that report to it, with those that report to them below; where it ends. */
function chart(draft: Draft, seen: readonly LineSight[], place: PartPlace): number {
  const [root, ...others] = seen;
  if (root === undefined) return place.y;
  const columns = columnsOf(others, 1);
  // Where one column has a row of its own below, only its first box stands in this row.
  const main = mainOf(columns);
  const rest = main === undefined ? columns : columns.map((one) => (one === main ? [] : one));
  const isMainBelow =
    main !== undefined &&
    columnsIn(place.width, columns.length, levelsOf(rest)).count === columns.length;
  const levels = levelsOf(isMainBelow ? rest : columns);
  const isOneRow = columnsIn(place.width, columns.length, levels).count === columns.length;
  const { box } = columnsIn(place.width - (isOneRow ? 0 : gutter), columns.length, levels);
  const shift = isOneRow ? (columns.length * (box + gap) - gap - box) / 2 : 0;
  const top = put(draft, root, { x: place.x + shift, y: place.y, width: box });
  const below = { ...place, y: top.y + top.height };
  const { bottom, boxes } = rows(draft, top, columns, below, isMainBelow ? main : undefined);
  const over = main && isMainBelow ? boxes[columns.indexOf(main)] : undefined;
  if (main === undefined || over === undefined) return bottom;
  return rows(draft, over, columnsOf(main.slice(1), 2), { ...place, y: bottom }, undefined).bottom;
}

type Column = readonly LineSight[];

/** How many levels stand below the first boxes of some columns. */
function levelsOf(columns: readonly Column[]): number {
  let most = 0;
  for (const column of columns) {
    const first = column[0]?.node.depth ?? 0;
    for (const { node } of column) most = Math.max(most, node.depth - first);
  }
  return most;
}

/** What stands at a level, each with all that is below it. */
function columnsOf(seen: readonly LineSight[], level: number): readonly Column[] {
  const columns: LineSight[][] = [];
  for (const one of seen) {
    if (one.node.depth === level && one.is === "box") columns.push([one]);
    else columns.at(-1)?.push(one);
  }
  return columns;
}

/** The one column, if there is only one, in which many report to its first: they get a row of their own. */
function mainOf(columns: readonly Column[]): Column | undefined {
  const sizes = columns.map((column) => column[0]?.node.below ?? 0);
  const large = columns.filter((_, index) => (sizes[index] ?? 0) > 2);
  const [only] = large;
  if (large.length === 1) return only;
  return columns.length === 1 && (sizes[0] ?? 0) > 1 ? columns[0] : undefined;
}

/** Columns below a superior, in several rows where there are many; of the main one only its first. */
function rows(
  draft: Draft,
  over: LineBox,
  columns: readonly Column[],
  { x, y, width }: PartPlace,
  main: Column | undefined,
): { readonly bottom: number; readonly boxes: readonly LineBox[] } {
  const levels = levelsOf(columns.filter((one) => one !== main));
  const isOneRow = columnsIn(width, columns.length, levels).count === columns.length;
  const left = isOneRow ? x : x + gutter;
  const { count, box } = columnsIn(width - (left - x), columns.length, levels);
  const trunk = isOneRow ? undefined : x + 12;
  const firsts: LineBox[] = [];
  let from = { x: over.x + over.width / 2, y: over.y + over.height };
  let top = y + drop;
  let bottom = y;
  for (let first = 0; first < columns.length; first += count) {
    const row = columns.slice(first, first + count);
    const line = top - drop / 2;
    const middles = row.map((_, index) => left + index * (box + gap) + box / 2);
    const isLast = first + count >= columns.length;
    const path = busOf(
      from,
      line,
      top,
      isLast || trunk === undefined ? middles : [trunk, ...middles],
      trunk,
    );
    draft.paths.push({ key: `lines:${over.node.id}:${first}`, top: from.y, bottom: top, path });
    bottom = top;
    row.forEach((column, index) => {
      const before = draft.boxes.length;
      const shown = column === main ? column.slice(0, 1) : column;
      const place = { x: left + index * (box + gap), y: top, width: box };
      bottom = Math.max(bottom, stack(draft, shown, place, column[0]?.node.depth ?? 0));
      const head = draft.boxes[before];
      if (head !== undefined) firsts.push(head);
    });
    from = { x: trunk ?? from.x, y: line };
    top = bottom + drop;
  }
  return { bottom, boxes: firsts };
}

/** From a point down to a line, along it, and down to each place; to a trunk it only goes along. */
function busOf(
  from: { readonly x: number; readonly y: number },
  line: number,
  to: number,
  places: readonly number[],
  trunk: number | undefined,
): string {
  const start = `M${round(from.x)} ${round(from.y)}V${round(line)}`;
  const branches = places.map((place) => {
    const side = Math.sign(Math.round(place - from.x));
    if (place === trunk)
      return side === 0 ? "" : `M${round(from.x)} ${round(line)}H${round(place)}`;
    if (side === 0) return `M${round(place)} ${round(line)}V${round(to)}`;
    return `M${round(from.x)} ${round(line)}H${round(place - side * 4)}Q${round(place)} ${round(line)} ${round(place)} ${round(line + 4)}V${round(to)}`;
  });
  return [start, ...branches].join("");
}

/** Boxes below each other, each moved in by its level below the first; where they end. */
function stack(draft: Draft, seen: readonly LineSight[], place: PartPlace, first: number): number {
  let { y } = place;
  /** By level: from where the next line below the last box of it goes on. */
  const above: { x: number; y: number }[] = [];
  for (const one of seen) {
    const level = one.node.depth - first + (one.is === "box" ? 0 : 1);
    const shift = indentOf(level, place.width, draft.room);
    if (y > place.y) y += one.is === "box" ? 12 : 4;
    const box = put(draft, one, { x: place.x + shift, y, width: place.width - shift });
    const from = level > 0 ? above[level - 1] : undefined;
    if (from !== undefined && box.x >= from.x + 6) {
      const middle = y + box.height / 2;
      draft.paths.push({
        key: `lines:${one.is}:${one.node.id}`,
        top: from.y,
        bottom: middle,
        path: `M${round(from.x)} ${round(from.y)}V${round(middle - 4)}Q${round(from.x)} ${round(middle)} ${round(from.x + 4)} ${round(middle)}H${round(box.x)}`,
      });
      // The next one below the same superior goes on where this one turned.
      from.y = middle - 4;
    } else if (from !== undefined && from.y > y - 20) {
      // Where there is no room to move in, the first goes straight down.
      const x = round(box.x + 7);
      const path = `M${x} ${round(from.y)}V${round(y)}`;
      draft.paths.push({ key: `lines:${one.node.id}:down`, top: from.y, bottom: y, path });
    }
    if (one.is === "box") above[level] = { x: box.x + (level === 0 ? 12 : 7), y: y + box.height };
    y += box.height;
  }
  return y;
}

/** How far a level below the first is moved in: deep ones no further than leaves room for a title. */
function indentOf(level: number, width: number, { mode }: Room): number {
  if (level <= 0) return 0;
  const [first, next] = mode === "narrow" ? [24, 20] : [24, 16];
  return Math.max(24, Math.min(first + (level - 1) * next, width - leftOver));
}
