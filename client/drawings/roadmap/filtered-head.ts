// What a filter leaves of the roadmap → the sentence and the figures over it, counted as the server counts all.

import type { Amount } from "../../../server/views/amounts.ts";
import {
  filteredScope,
  type HeadScope,
  type HeadTally,
  type HealthCounts,
  headFigures,
  headSentence,
  noCounts,
} from "../../../server/views/roadmap/heading.ts";
import type { Group, RoadmapView } from "../../../server/views/roadmap/shape.ts";
import { shareOf, sumOfAmounts } from "../../../server/views/roadmap/sums.ts";
import type { HeadFigure, Health } from "../../../server/views/shape.ts";
import { count } from "../time.ts";
import { filterSentence } from "./filter.ts";
import { type Sifted, siftOf, sumOfCounted } from "./sift.ts";

/** The head of the picture. */
export interface RoadmapHead {
  readonly sentence: string;
  readonly figures: readonly HeadFigure[];
  /** "4 of 18 initiatives"; missing without a filter. */
  readonly counted?: string | undefined;
}

/** The head as the filter leaves it, in the words for that; without one it is that of the view. */
export function headFor(view: RoadmapView, sifted: Sifted, words?: HeadScope): RoadmapHead {
  if (!sifted.isOn) return { sentence: view.sentence, figures: view.figures };
  const { size } = sifted.shown;
  const { inMillions } = view.sums;
  const counted = `${size} of ${count(sifted.all, "initiative")}`;
  if (size === 0) return { sentence: filterSentence(sifted.filter), figures: [], counted };
  const scope = words ?? filteredScope(plannedIn(view), size, inMillions);
  const tally = tallyOfShown(view, sifted);
  return {
    sentence: `${counted}: ${inSentence(headSentence(tally, scope))}`,
    figures: headFigures(tally, moneyOfShown(sifted), scope, inMillions),
    counted,
  };
}

const planned = new WeakMap<RoadmapView, { readonly amount: Amount | undefined }>();

/** All that is planned, filter or not. */
function plannedIn(view: RoadmapView): Amount | undefined {
  const found = planned.get(view) ?? { amount: plannedOf(view) };
  planned.set(view, found);
  return found.amount;
}

function plannedOf(view: RoadmapView): Amount | undefined {
  const whole = siftOf({ ...view }, {});
  return sumOfCounted(whole, whole.byId.keys());
}

function inSentence(text: string): string {
  return text.replace(/^(No|The|Both|All|How)\b/, (word) => word.toLowerCase());
}

function moneyOfShown(sifted: Sifted) {
  const all = sumOfCounted(sifted, sifted.shown);
  const counted = [...sifted.counted].flatMap((id) => sifted.byId.get(id) ?? []);
  const telling = counted.filter(({ weight }) => weight);
  const isDoubtful = telling.some(({ path, unaligned }) => path.length === 0 && !unaligned);
  const aligned = sumOfAmounts(
    telling.flatMap(({ path, weight }) => (path.length > 0 && weight ? [weight] : [])),
  );
  return { planned: all, aligned: isDoubtful ? undefined : shareOf(aligned, all) };
}

function tallyOfShown(view: RoadmapView, sifted: Sifted): HeadTally {
  const groups = view.groupings.find(({ by }) => by === "objective")?.groups ?? [];
  const goals = goalsAbove(
    groups,
    [...sifted.shown].flatMap((id) => sifted.byId.get(id)?.goals ?? []),
  );
  const open = groups.filter(({ id, counts }) => counts !== undefined && goals.has(id));
  const isThere = ({ of }: { readonly of: readonly string[] }) =>
    of.some((id) => sifted.shown.has(id) || goals.has(id));
  const risks = view.risks.filter(isThere);
  const counted = [...sifted.counted].flatMap((id) => sifted.byId.get(id) ?? []);
  return {
    goals: countsOf(open.map(({ health }) => health)),
    it: countsOf(open.filter(({ counts }) => counts === "it").map(({ health }) => health)),
    kpis: countsOf(view.kpis.filter(isThere).map(({ health }) => health)),
    risks: risks.length,
    above: risks.filter(({ above }) => above).length,
    unclear: risks.filter(({ unclear }) => unclear).length,
    work: counted.length,
    aligned: counted.filter(({ path }) => path.length > 0).length,
  };
}

/** Some objectives, and those above them on all ways up. */
function goalsAbove(groups: readonly Group[], first: readonly string[]): ReadonlySet<string> {
  const parents = new Map<string, string[]>();
  const found = new Set(first);
  for (const { id, parent, ghosts = [] } of groups) {
    if (parent !== undefined) parents.set(id, [...(parents.get(id) ?? []), parent]);
    for (const ghost of ghosts) parents.set(ghost.id, [...(parents.get(ghost.id) ?? []), id]);
  }
  // A set may grow while it is walked: what is found here is walked too.
  for (const id of found) for (const parent of parents.get(id) ?? []) found.add(parent);
  return found;
}

function countsOf(healths: readonly (Health | undefined)[]): HealthCounts {
  const counts = { ...noCounts };
  for (const health of healths) if (health) counts[health] += 1;
  return counts;
}
