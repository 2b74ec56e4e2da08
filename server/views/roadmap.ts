// A model → the roadmap as plain data.
import { collected } from "../cells/folded.ts";
import { memoIn } from "../cells/memo.ts";
import { totalAmount } from "../model/derive/money.ts";
import { waitsFor } from "../model/derive/network.ts";
import type { Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import { sharePercent } from "./amounts.ts";
import { isSame } from "./difference.ts";
import { headOf } from "./head.ts";
import { eventsOf } from "./roadmap/events.ts";
import { groupingsOf } from "./roadmap/groups.ts";
import { calendarOf, figuresOf, headlineOf, sumWordsOf } from "./roadmap/headline.ts";
import { kpiCounts, riskCounts } from "./roadmap/measures.ts";
import { membersOf } from "./roadmap/members.ts";
import { countedAmong, initiativesOf, sumOfOpen } from "./roadmap/rows.ts";
import type { Dependency, GapSum, RoadmapView } from "./roadmap/shape.ts";
import { unalignedKey, undatedKey } from "./roadmap/stands.ts";
import { sceneOf } from "./scene.ts";
import type { View } from "./view.ts";

/** Initiatives on a calendar. */
export const roadmapView: View<RoadmapView> = {
  name: "roadmap",
  shows: "initiatives on a calendar",
  dataOf: (model) => ({
    ...headOf(model, "roadmap", headlineOf(model), figuresOf(model)),
    calendar: calendarOf(model),
    initiatives: initiativesOf(model),
    dependencies: dependenciesOf(model),
    groupings: groupingsOf(model),
    events: eventsOf(model),
    kpis: kpiCounts(model),
    risks: riskCounts(model),
    sums: sumWordsOf(model),
    unaligned: gapOf(model, unalignedKey),
    undated: gapOf(model, undatedKey),
  }),
  placesOf: ({ groupings }) =>
    groupings.flatMap(({ groups }) => groups.map(({ source }) => source)),
};

/** What work waits for of the work of its project. */
const waitsOfWork: (model: Model, to: Entity) => readonly Dependency[] = memoIn((model, to) => {
  const { idOf } = sceneOf(model);
  return waitsFor(model.universe, to).flatMap(({ from, milestone, critical, late }) =>
    from.kind === "initiative" && from.sure && model.pathOf(from.chunk) !== undefined
      ? [
          {
            from: idOf(from),
            to: idOf(to),
            milestone: milestone?.name,
            critical: critical || undefined,
            late: late || undefined,
          },
        ]
      : [],
  );
}, isSame);

const dependenciesOf = collected<Model, Dependency>(function* (model, chunk) {
  for (const one of outline(chunk).entities)
    if (one.sure && one.kind === "initiative") yield* waitsOfWork(model, one);
});

const gapOf: (model: Model, key: string) => GapSum = memoIn((model, key) => {
  const work = membersOf(model, key);
  const sum = sumOfOpen(model, work);
  const total = totalAmount(model);
  return {
    initiatives: work.map(({ shown }) => shown.id),
    work: countedAmong(model, work).length,
    amount: sum?.amount.gt(0) ? sceneOf(model).amountOf(sum) : undefined,
    share:
      sum?.amount.gt(0) && total?.amount.gte(sum.amount)
        ? sharePercent(sum.amount.div(total.amount).toNumber())
        : undefined,
  };
}, isSame);
