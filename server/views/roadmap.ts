// A model → the roadmap as plain data: as a sheet whose rows and places change apart, or as one whole.
import { collected } from "../cells/folded.ts";
import { memoIn } from "../cells/memo.ts";
import { iso } from "../model/calendar.ts";
import { currencyOf } from "../model/derive/currency.ts";
import { totalAmount } from "../model/derive/money.ts";
import { waitsFor } from "../model/derive/network.ts";
import type { Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import { isSame } from "./difference.ts";
import { eventsOf } from "./roadmap/events.ts";
import { faultsOf } from "./roadmap/faults.ts";
import { groupingsOf } from "./roadmap/groups.ts";
import { calendarOf, figuresOf, headlineOf, sharePercent, titleLine } from "./roadmap/headline.ts";
import { filesOf, fileUri } from "./roadmap/marks.ts";
import { membersOf, unalignedKey, undatedKey } from "./roadmap/members.ts";
import { initiativesOf, sumOfOpen } from "./roadmap/rows.ts";
import { sceneOf } from "./roadmap/scene.ts";
import type { Dependency, GapSum, RoadmapSheet, RoadmapView } from "./roadmap/shape.ts";
import { createLayout, placed } from "./sheet.ts";

export interface ViewOptions {
  /** The URI of an absolute path; by default that of a file. */
  readonly uriOf?: (path: string) => string;
}

/** The roadmap of a project as of its today. */
export function roadmapView(model: Model, options: ViewOptions = {}): RoadmapView {
  const sheet = roadmapSheet(model, options);
  const layout = createLayout();
  layout.take(sheet.files);
  const { files: _, ...view } = placed(sheet, layout.placeOf);
  return view;
}

/**
 * The same as a sheet. Of a model that is followed, what has not changed since the last time is the
 * same object, so that it is soon found what has.
 */
export function roadmapSheet(model: Model, { uriOf = fileUri }: ViewOptions = {}): RoadmapSheet {
  const groupings = groupingsOf(model);
  return {
    view: "roadmap",
    sentence: headlineOf(model),
    title: titleLine(model),
    today: iso(model.today),
    currency: currencyOf(model),
    figures: figuresOf(model),
    calendar: calendarOf(model),
    initiatives: initiativesOf(model),
    dependencies: dependenciesOf(model),
    groupings,
    events: eventsOf(model),
    unaligned: gapOf(model, unalignedKey),
    undated: gapOf(model, undatedKey),
    faults: faultsOf(model),
    files: filesOf(
      model,
      groupings.flatMap(({ groups }) => groups.map(({ source }) => source)),
      uriOf,
    ),
  };
}

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
    amount: sum?.amount.gt(0) ? sceneOf(model).amountOf(sum) : undefined,
    share:
      sum?.amount.gt(0) && total?.amount.gt(0)
        ? sharePercent(sum.amount.div(total.amount).toNumber())
        : undefined,
  };
}, isSame);
