// The view data, a way to group and a filter become the rows of the picture, from top to bottom.
import type {
  Ghost,
  Group,
  GroupBy,
  Initiative,
  RoadmapView,
} from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import type { Filter } from "./filter.ts";
import type { Match } from "./search.ts";
import { type Sifted, type SiftedGap, siftedGroups, siftOf } from "./sift.ts";

export interface Arrangement {
  readonly groupBy: GroupBy;
  readonly filter: Filter;
  /** The ids of the groups that are closed, and the keys of the programmes that are. */
  readonly collapsed: ReadonlySet<string>;
}

interface Placed {
  /** The band that it stands in, itself for a band. */
  readonly band: string;
  readonly y: number;
  readonly height: number;
}

export interface GroupRow extends Placed {
  readonly type: "group";
  readonly key: string;
  readonly group: Group;
  readonly collapsed: boolean;
  /** All work under a closed group, drawn as strokes on its line. */
  readonly work: readonly Initiative[];
  /** It counts elsewhere: "To the cloud". */
  readonly ghost?: string | undefined;
}

export interface InitiativeRow extends Placed {
  readonly type: "initiative";
  readonly key: string;
  readonly initiative: Initiative;
  readonly depth: number;
  readonly gap: boolean;
  /** Its figure stands in the column: it is open, and neither a ghost nor in another row's figure. */
  readonly counts: boolean;
  /** It counts elsewhere: "Platform". */
  readonly ghost?: string | undefined;
  /** It stands under its programme, in whose figure its own is. */
  readonly within?: true | undefined;
  /** Of a programme with parts to show: what opens and closes it, and whether it is closed. */
  readonly toggle?: { readonly key: string; readonly collapsed: boolean } | undefined;
  /** Why a search has found it. */
  readonly match?: Match | undefined;
  /** In the gap group, where nothing is hidden: it does not pass the filter. */
  readonly dim?: true | undefined;
}

/** The header of the work that supports no objective. */
export interface GapRow extends Placed {
  readonly type: "gap";
  readonly key: string;
  readonly collapsed: boolean;
  /** What is in it, and how much of that passes the filter. */
  readonly sum: SiftedGap;
}

export type Row = GroupRow | InitiativeRow | GapRow;

export const gapKey = "gap:";

/** What opens and closes a programme. */
function programmeKey(id: string): string {
  return `programme:${id}`;
}

/** Whether a mark opens and closes a programme. */
export function isProgrammeKey(mark: string): boolean {
  return mark.startsWith("programme:");
}

/** The rows of the picture with their places; the gap group is the last one, whatever the filter. */
export function arrange(view: RoadmapView, arrangement: Arrangement, frame: Frame): readonly Row[] {
  const sifted = siftOf(view, arrangement.filter);
  const unaligned = new Set(view.unaligned.initiatives);
  let y = 0;
  const place = (height: number) => {
    y += height;
    return y - height;
  };
  const plan = { view, arrangement, frame, sifted, unaligned, place };
  const rows: Row[] = [];
  addGroups(rows, plan);
  addGap(rows, plan);
  return rows;
}

interface Plan {
  readonly view: RoadmapView;
  readonly arrangement: Arrangement;
  readonly frame: Frame;
  readonly sifted: Sifted;
  readonly unaligned: ReadonlySet<string>;
  /** Where the next row begins, which has this height. */
  readonly place: (height: number) => number;
}

function addGroups(rows: Row[], plan: Plan): void {
  const { arrangement, frame, place } = plan;
  const shown = shownGroups(plan);
  const closed = new Set<string>();
  let band = "";
  for (const group of shown.groups) {
    if (group.depth === 0) band = group.id;
    if (group.parent !== undefined && closed.has(group.parent)) {
      closed.add(group.id);
      continue;
    }
    const collapsed = arrangement.collapsed.has(group.id);
    if (collapsed) closed.add(group.id);
    const height = group.depth === 0 ? frame.band : frame.objective;
    const work = collapsed ? shown.under(group.id).filter(({ start }) => start) : [];
    const key = `group:${group.id}`;
    rows.push({ type: "group", key, group, collapsed, work, band, height, y: place(height) });
    if (collapsed) continue;
    const own = shown.own.get(group.id) ?? [];
    addWork(rows, own, { plan, band, depth: group.depth + 1, gap: false });
    for (const ghost of group.ghosts ?? []) addGhost(rows, ghost, group, shown.byId, plan, band);
  }
}

/** What belongs to a group too, as a row without a figure. */
function addGhost(
  rows: Row[],
  { id, under }: Ghost,
  group: Group,
  goals: ReadonlyMap<string, Group>,
  { sifted, frame, place }: Plan,
  band: string,
): void {
  const key = `ghost:${group.id}:${id}`;
  const depth = group.depth + 1;
  const goal = goals.get(id);
  if (goal) {
    const { amount: _, progress: __, start: ___, end: ____, empty: _____, ...facts } = goal;
    const height = frame.objective;
    const shown = { ...facts, id: key, depth };
    const rest = { work: [], collapsed: true, ghost: under };
    rows.push({ type: "group", key, group: shown, band, height, y: place(height), ...rest });
    return;
  }
  const initiative = sifted.byId.get(id);
  if (!initiative || !sifted.shown.has(id)) return;
  const height = frame.row;
  rows.push({
    type: "initiative",
    key,
    initiative,
    band,
    height,
    y: place(height),
    depth,
    gap: false,
    counts: false,
    within: undefined,
    toggle: undefined,
    dim: undefined,
    match: sifted.matches.get(id),
    ghost: under,
  });
}

/** The groups that are shown, and the work of each, once the filter has been applied. */
function shownGroups(plan: Plan) {
  const { view, arrangement, sifted } = plan;
  const found = view.groupings.find(({ by }) => by === arrangement.groupBy)?.groups ?? [];
  const all = siftedGroups(view, found, sifted);
  const byId = new Map(all.map((group) => [group.id, group]));
  const own = new Map(all.map((group) => [group.id, workOf(group, plan)]));
  /** Those with something to show in them or below them. */
  const filled = new Set<string>();
  for (const group of all) {
    const haunted = (group.ghosts ?? []).some(({ id }) => sifted.shown.has(id));
    if (!haunted && own.get(group.id)?.length === 0) continue;
    for (
      let at: Group | undefined = group;
      at && !filled.has(at.id);
      at = byId.get(at.parent ?? "")
    )
      filled.add(at.id);
  }
  // Without a filter an objective is shown even where it has no work to show.
  const objectives = arrangement.groupBy === "objective" && !sifted.isOn;
  const isShown = ({ id, source }: Group) => (objectives && source !== undefined) || filled.has(id);
  const groups = all.filter(isShown);
  const kept = groups.length === all.length ? byId : new Map(groups.map((one) => [one.id, one]));
  return { groups, byId: kept, own, under: (id: string) => workBelow(id, all, own) };
}

/** The work of a group and of those below it; of groups a parent stands before its children. */
function workBelow(
  id: string,
  groups: readonly Group[],
  own: ReadonlyMap<string, readonly Initiative[]>,
): readonly Initiative[] {
  const below = new Set([id]);
  const work: Initiative[] = [];
  for (const group of groups) {
    if (group.parent !== undefined && below.has(group.parent)) below.add(group.id);
    if (below.has(group.id)) for (const one of own.get(group.id) ?? []) work.push(one);
  }
  return work;
}

/** What counts in a group and passes the filter. */
function workOf(group: Group, { sifted, unaligned }: Plan): readonly Initiative[] {
  const work: Initiative[] = [];
  for (const id of group.initiatives) {
    const one = sifted.byId.get(id);
    if (one && sifted.shown.has(id) && !unaligned.has(id)) work.push(one);
  }
  return work;
}

/** Some work as rows, its parts under each programme as long as that is open. */
function addWork(
  rows: Row[],
  work: readonly Initiative[],
  at: { readonly plan: Plan; readonly band: string; readonly depth: number; readonly gap: boolean },
): void {
  const { plan, band, gap } = at;
  const { sifted, arrangement, frame, place } = plan;
  const hasParts = work.some(({ programme }) => programme !== undefined);
  const among = new Map(hasParts ? work.map((one) => [one.id, one]) : []);
  const programmes = new Set(work.flatMap(({ programme }) => programme?.id ?? []));
  const hidden = new Set<string>();
  const height = frame.row;
  for (const initiative of work) {
    const { id, programme } = initiative;
    const key = programmeKey(id);
    const collapsed = arrangement.collapsed.has(key);
    const isHidden = programme !== undefined && hidden.has(programme.id);
    if (isHidden || collapsed) hidden.add(id);
    if (isHidden) continue;
    const level = levelIn(initiative, among);
    const dim = gap && sifted.isOn && !sifted.shown.has(id);
    rows.push({
      type: "initiative",
      key: `work:${id}`,
      initiative,
      band,
      height,
      y: place(height),
      depth: at.depth + level,
      gap,
      counts: sifted.counted.has(id) && !dim,
      within: level > 0 || undefined,
      toggle: programmes.has(id) ? { key, collapsed } : undefined,
      dim: dim || undefined,
      match: sifted.matches.get(id),
      ghost: undefined,
    });
  }
}

/** How many of the programmes that some work is a part of stand among the rows before it. */
function levelIn({ programme }: Initiative, work: ReadonlyMap<string, Initiative>): number {
  const above = programme && work.get(programme.id);
  return above === undefined ? 0 : 1 + levelIn(above, work);
}

function addGap(rows: Row[], plan: Plan): void {
  const { view, arrangement, frame, sifted, place } = plan;
  if (view.unaligned.initiatives.length === 0) return;
  const collapsed = arrangement.collapsed.has(gapKey);
  const height = frame.band;
  const shared = { key: gapKey, band: gapKey, height, y: place(height) };
  rows.push({ type: "gap", collapsed, sum: sifted.unaligned, ...shared });
  if (collapsed) return;
  const work = view.unaligned.initiatives.flatMap((id) => sifted.byId.get(id) ?? []);
  const shown = work.filter(({ status }) => status !== "cancelled");
  // In line with the titles above it.
  const depth = arrangement.groupBy === "objective" ? 2 : 1;
  addWork(rows, shown, { plan, band: gapKey, depth, gap: true });
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
