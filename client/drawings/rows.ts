// The view data, a way to group and a filter become the rows of the picture, from top to bottom.
import type {
  Group,
  GroupBy,
  Initiative,
  InitiativeStatus,
  RoadmapView,
} from "../../server/views/roadmap/shape.ts";
import type { Frame } from "./frame.ts";

export interface Filter {
  /** "all" hides cancelled work. */
  readonly status: "all" | "open" | InitiativeStatus;
  /** A team, or all. */
  readonly team?: string;
  readonly search?: string;
}

export interface Arrangement {
  readonly groupBy: GroupBy;
  readonly filter: Filter;
  /** The ids of the groups that are closed. */
  readonly collapsed: ReadonlySet<string>;
}

export interface GroupRow {
  readonly type: "group";
  readonly key: string;
  readonly group: Group;
  readonly collapsed: boolean;
  /** All work under a closed group, drawn as strokes on its line. */
  readonly work: readonly Initiative[];
  /** The band that it stands in, itself for a band. */
  readonly band: string;
  readonly y: number;
  readonly height: number;
}

export interface InitiativeRow {
  readonly type: "initiative";
  readonly key: string;
  readonly initiative: Initiative;
  readonly depth: number;
  readonly gap: boolean;
  readonly band: string;
  readonly y: number;
  readonly height: number;
}

/** The header of the work that supports no objective. */
export interface GapRow {
  readonly type: "gap";
  readonly key: string;
  readonly collapsed: boolean;
  readonly band: string;
  readonly y: number;
  readonly height: number;
}

export type Row = GroupRow | InitiativeRow | GapRow;

export const gapKey = "gap:";

const open: ReadonlySet<InitiativeStatus> = new Set(["proposed", "planned", "active", "on-hold"]);

/** Whether an initiative passes the filter. */
function passes(initiative: Initiative, filter: Filter): boolean {
  const { status } = initiative;
  if (filter.status === "all" && status === "cancelled") return false;
  if (filter.status === "open" && status !== undefined && !open.has(status)) return false;
  if (filter.status !== "all" && filter.status !== "open" && status !== filter.status) return false;
  if (filter.team !== undefined && !initiative.teams.includes(filter.team)) return false;
  const search = filter.search?.trim().toLocaleLowerCase();
  if (!search) return true;
  const texts = [initiative.title, initiative.id, initiative.owner ?? "", ...initiative.tags];
  return [...texts, ...initiative.path].some((text) => text.toLocaleLowerCase().includes(search));
}

export function isFiltering(filter: Filter): boolean {
  return filter.status !== "all" || filter.team !== undefined || Boolean(filter.search?.trim());
}

/** What stands under each group of the grouping, once the filter has been applied. */
function shown(view: RoadmapView, arrangement: Arrangement) {
  const byId = new Map(view.initiatives.map((initiative) => [initiative.id, initiative]));
  const groups = view.groupings.find(({ by }) => by === arrangement.groupBy)?.groups ?? [];
  const unaligned = new Set(view.unaligned.initiatives);
  const filtering = isFiltering(arrangement.filter);
  const own = new Map<string, Initiative[]>();
  for (const group of groups) {
    const work = group.initiatives
      .map((id) => byId.get(id))
      .filter((item): item is Initiative => item?.start !== undefined && !unaligned.has(item.id))
      .filter((item) => passes(item, arrangement.filter));
    own.set(group.id, work);
  }
  const under = new Map<string, Initiative[]>();
  const parents = new Map(groups.map((group) => [group.id, group.parent]));
  for (const group of groups) {
    const work = own.get(group.id) ?? [];
    let at: string | undefined = group.id;
    while (at !== undefined) {
      const all = under.get(at);
      if (all) for (const one of work) all.push(one);
      else under.set(at, [...work]);
      at = parents.get(at);
    }
  }
  // Without a filter an objective is shown even where it has no work to show.
  const objectives = arrangement.groupBy === "objective" && !filtering;
  const kept = groups.filter(
    ({ id, source }) => (objectives && source) || (under.get(id)?.length ?? 0) > 0,
  );
  return { byId, groups: kept, own, under };
}

/** How many of the programmes that some work is a part of stand among the rows before it. */
function levelIn({ programme }: Initiative, work: ReadonlyMap<string, Initiative>): number {
  const above = programme && work.get(programme.id);
  return above === undefined ? 0 : 1 + levelIn(above, work);
}

/** A row before it has its place. */
type Unplaced = Omit<GroupRow, "y"> | Omit<InitiativeRow, "y"> | Omit<GapRow, "y">;

/** The rows of the picture with their places; the gap group is the last one, whatever the filter. */
export function arrange(view: RoadmapView, arrangement: Arrangement, frame: Frame): readonly Row[] {
  const { byId, groups, own, under } = shown(view, arrangement);
  const rows: Unplaced[] = [];
  const closed = new Set<string>();
  let band = "";
  for (const group of groups) {
    if (group.depth === 0) band = group.id;
    if (group.parent !== undefined && closed.has(group.parent)) {
      closed.add(group.id);
      continue;
    }
    const collapsed = arrangement.collapsed.has(group.id);
    if (collapsed) closed.add(group.id);
    const height = group.depth === 0 ? frame.band : frame.objective;
    const work = collapsed ? (under.get(group.id) ?? []) : [];
    rows.push({ type: "group", key: `group:${group.id}`, group, collapsed, work, band, height });
    if (collapsed) continue;
    const direct = own.get(group.id) ?? [];
    const inGroup = new Map(direct.map((initiative) => [initiative.id, initiative]));
    for (const initiative of direct) {
      const depth = group.depth + 1 + levelIn(initiative, inGroup);
      rows.push(rowOf(initiative, depth, false, band, frame));
    }
  }
  for (const one of gapRows(view, byId, arrangement, frame)) rows.push(one);
  let y = 0;
  return rows.map((row) => {
    const placed = { ...row, y };
    y += row.height;
    return placed;
  });
}

function gapRows(
  view: RoadmapView,
  byId: ReadonlyMap<string, Initiative>,
  arrangement: Arrangement,
  frame: Frame,
): Unplaced[] {
  if (view.unaligned.initiatives.length === 0) return [];
  const collapsed = arrangement.collapsed.has(gapKey);
  const header: Unplaced = {
    type: "gap",
    key: gapKey,
    collapsed,
    band: gapKey,
    height: frame.band,
  };
  if (collapsed) return [header];
  const work = view.unaligned.initiatives
    .map((id) => byId.get(id))
    .filter((item): item is Initiative => item?.start !== undefined);
  // In line with the titles above it.
  const depth = arrangement.groupBy === "objective" ? 2 : 1;
  return [header, ...work.map((initiative) => rowOf(initiative, depth, true, gapKey, frame))];
}

function rowOf(
  initiative: Initiative,
  depth: number,
  gap: boolean,
  band: string,
  frame: Frame,
): Unplaced {
  const key = `work:${initiative.id}`;
  return { type: "initiative", key, initiative, depth, gap, band, height: frame.row };
}

/** How high all rows are together. */
export function heightOf(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last ? last.y + last.height : 0;
}

/** The index of the row at `y`, or of the last one above it. */
export function rowAt(rows: readonly Row[], y: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.y ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows that touch the stretch from `top` to `bottom`. */
export function rowsBetween(rows: readonly Row[], top: number, bottom: number): readonly Row[] {
  if (rows.length === 0) return [];
  const first = rowAt(rows, top);
  let last = first;
  while (last < rows.length && (rows[last]?.y ?? 0) < bottom) last++;
  return rows.slice(first, last);
}
