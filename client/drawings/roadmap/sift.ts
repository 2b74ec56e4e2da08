// The roadmap and a filter → what is left of it: its work, what counts of it, and every group with its sums.
import { type Amount, amountInWords, sharePercent } from "../../../server/views/amounts.ts";
import type {
  GapSum,
  Group,
  Initiative,
  RoadmapView,
} from "../../../server/views/roadmap/shape.ts";
import { shareOf, sumOfAmounts } from "../../../server/views/roadmap/sums.ts";
import type { Health } from "../../../server/views/shape.ts";
import { countOfAll, type Filter, isFiltering, passing } from "./filter.ts";
import { type Match, matchOf, searchWords } from "./search.ts";

/** A gap, of which nothing is hidden, and how much of it the filter leaves. */
export interface SiftedGap extends GapSum {
  /** How many pass; missing without a filter. */
  readonly passing?: number | undefined;
}

/** What a filter leaves. */
export interface Sifted {
  readonly filter: Filter;
  /** Something is filtered or searched for. */
  readonly isOn: boolean;
  readonly byId: ReadonlyMap<string, Initiative>;
  readonly shown: ReadonlySet<string>;
  /** What counts in sums: open, and in no other open work that is shown. */
  readonly counted: ReadonlySet<string>;
  /** Of how many it could be. */
  readonly all: number;
  /** Why each was found; only where something is searched for. */
  readonly matches: ReadonlyMap<string, Match>;
  readonly unaligned: SiftedGap;
  readonly undated: SiftedGap;
}

const known = new WeakMap<RoadmapView, Sifted>();

/** What the filter leaves of the roadmap; found again only for another view or filter. */
export function siftOf(view: RoadmapView, filter: Filter): Sifted {
  const before = known.get(view);
  if (before && isSameFilter(before.filter, filter)) return before;
  const sifted = sift(view, filter);
  known.set(view, sifted);
  return sifted;
}

function isSameFilter(a: Filter, b: Filter): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function sift(view: RoadmapView, filter: Filter): Sifted {
  const work = passing(view, filter);
  const isOn = isFiltering(filter);
  const byId = new Map(view.initiatives.map((one) => [one.id, one]));
  const shown = new Set(work.map(({ id }) => id));
  const counted = countedOf(work, byId, shown);
  const words = searchWords(filter.search);
  const matches = new Map(
    words.length === 0 ? [] : work.flatMap((one) => entryOf(one, matchOf(one, words))),
  );
  const base = { filter, isOn, byId, shown, counted, all: countOfAll(view, filter), matches };
  const { unaligned, undated } = view;
  if (!isOn) return { ...base, unaligned, undated };
  const planned = sumOfCounted(base, shown);
  const gap = (sum: GapSum) => gapOf(view, base, sum, planned);
  return { ...base, unaligned: gap(unaligned), undated: gap(undated) };
}

function entryOf(one: Initiative, match: Match | undefined): [string, Match][] {
  return match === undefined ? [] : [[one.id, match]];
}

/** Open work that is in no other open work of the same set: a programme or its parts, never both. */
function countedOf(
  work: readonly Initiative[],
  byId: ReadonlyMap<string, Initiative>,
  among: ReadonlySet<string>,
): ReadonlySet<string> {
  const isInner = ({ programme }: Initiative): boolean => {
    for (let at = programme; at !== undefined; at = byId.get(at.id)?.programme)
      if (among.has(at.id) && byId.get(at.id)?.open) return true;
    return false;
  };
  return new Set(work.filter((one) => one.open && !isInner(one)).map(({ id }) => id));
}

/** What is needed to sum. */
type Summed = Pick<Sifted, "byId" | "counted">;

/** What the work that counts among these takes; undefined where some of it is not understood. */
export function sumOfCounted({ byId, counted }: Summed, ids: Iterable<string>): Amount | undefined {
  const work = Array.from(ids, (id) => byId.get(id)).filter((one) => one !== undefined);
  if (work.some(({ unclear }) => unclear)) return undefined;
  return sumOfAmounts(
    work.flatMap(({ id, weight }) => (counted.has(id) && weight ? [weight] : [])),
  );
}

/** What work in a gap takes by itself: of a part whose programme has dates, too. */
function gapOf(
  view: RoadmapView,
  base: Omit<Sifted, "unaligned" | "undated">,
  sum: GapSum,
  planned: Amount | undefined,
): SiftedGap {
  const { byId, shown } = base;
  const left = sum.initiatives.filter((id) => shown.has(id));
  const work = left.flatMap((id) => byId.get(id) ?? []);
  const counted = countedOf(work, byId, new Set(left));
  const amount = sumOfCounted({ byId, counted }, left);
  const isMoney = amount?.amount.gt(0) === true;
  // Parts may take more than their programme, and are no share of it then.
  const share = planned && amount?.amount.gt(planned.amount) ? undefined : shareOf(amount, planned);
  return {
    initiatives: sum.initiatives,
    work: sum.work,
    passing: left.length,
    amount: isMoney && amount ? amountInWords(amount, view.sums.inMillions) : undefined,
    share: isMoney && share !== undefined ? sharePercent(share) : undefined,
  };
}

const worstFirst: readonly Health[] = ["red", "amber", "green", "grey"];

/** The groups of a grouping as the filter leaves them; without a filter they are those of the view. */
export function siftedGroups(
  view: RoadmapView,
  groups: readonly Group[],
  sifted: Sifted,
): readonly Group[] {
  if (!sifted.isOn) return groups;
  const under = workUnder(groups);
  const goals = new Set(groups.map(({ id }) => id));
  return groups.map((group) => {
    const all = [...(under.get(group.id) ?? [])];
    const work = all.flatMap((id) => (sifted.shown.has(id) ? (sifted.byId.get(id) ?? []) : []));
    const ghosts = (group.ghosts ?? []).flatMap(({ id }) =>
      sifted.shown.has(id) ? (sifted.byId.get(id) ?? []) : [],
    );
    const isGoal =
      group.counts !== undefined ||
      group.status !== undefined ||
      group.progress !== undefined ||
      group.parent !== undefined;
    const isWhole = all.every(
      (id) => sifted.shown.has(id) || sifted.byId.get(id)?.status === "cancelled",
    );
    return {
      ...group,
      initiatives: group.initiatives.filter((id) => sifted.shown.has(id)),
      ghosts: group.ghosts?.filter(({ id }) => sifted.shown.has(id) || goals.has(id)),
      amount: amountOfGroup(view, sifted, work),
      // What an objective comes to is a figure of all its work.
      progress: isWhole ? group.progress : undefined,
      health: isGoal
        ? group.health
        : worstFirst.find((health) => [...work, ...ghosts].some((one) => one.health === health)),
      ...spanOf([...work, ...ghosts]),
    };
  });
}

/** The ids of all that counts in each group and in those below it. */
function workUnder(groups: readonly Group[]): ReadonlyMap<string, readonly string[]> {
  const under = new Map<string, string[]>();
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  for (const { id, initiatives } of groups)
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
      const all = under.get(at) ?? [];
      for (const one of initiatives) all.push(one);
      under.set(at, all);
    }
  return under;
}

function amountOfGroup(
  view: RoadmapView,
  sifted: Sifted,
  work: readonly Initiative[],
): string | undefined {
  if (work.some(({ unclear }) => unclear)) return undefined;
  const open = work.filter(({ id }) => sifted.counted.has(id));
  if (open.length === 0) return work.length > 0 ? "0" : undefined;
  if (!open.some(({ weight }) => weight)) return undefined;
  const sum = sumOfAmounts(open.flatMap(({ weight }) => weight ?? []));
  return sum && amountInWords(sum, view.sums.inMillions);
}

function spanOf(work: readonly Initiative[]): Pick<Group, "start" | "end"> {
  const dated = work.filter(({ start, status }) => start && status !== "cancelled");
  const starts = dated.flatMap(({ start }) => start ?? []);
  const ends = dated.flatMap(({ end }) => end ?? []);
  return {
    start: starts.reduce<string | undefined>(
      (a, b) => (a === undefined || b < a ? b : a),
      undefined,
    ),
    end: ends.reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined),
  };
}
