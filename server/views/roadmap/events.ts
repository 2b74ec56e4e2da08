// Reviews, events and KPI targets of the model → the marks of the lane below the axis.
import type { Kind } from "../../../grammar/vocabulary.ts";
import { collected } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { iso, readable } from "../../model/calendar.ts";
import { kpiState } from "../../model/derive/kpi.ts";
import { deadlineOf, milestoneDate, overdueDays } from "../../model/derive/schedule.ts";
import { type Entity, valueIn } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { isOpenKpi, statusOf } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { oneLine } from "../../words/visible.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { type Scene, sceneOf } from "../scene.ts";
import { inUnit } from "../scorecard/numbers.ts";
import type { Unplaced } from "../shape.ts";
import type { CalendarEvent } from "./shape.ts";
import { dateWritten } from "./written.ts";

type Event = Unplaced<CalendarEvent>;

/** Reviews, then events, then the targets of open KPIs, each in project order. */
export const eventsOf: (model: Model) => readonly Event[] = memo((model) => [
  ...reviewsIn(model),
  ...plansIn(model),
  ...targetsIn(model),
]);

const reviewsIn = each("review", reviewEvent);
const plansIn = each("milestone", planEvent);
const targetsIn = each("kpi", (scene, kpi) =>
  isOpenKpi(scene.all, kpi) ? targetEvents(scene, kpi) : [],
);

/** What follows from each declaration of a kind. */
function each(
  kind: Kind,
  eventsOfOne: (scene: Scene, one: Entity) => readonly Event[],
): (model: Model) => readonly Event[] {
  const known: (model: Model, one: Entity) => readonly Event[] = memoIn(
    (model, one) => eventsOfOne(sceneOf(model), one),
    isSame,
  );
  return collected<Model, Event>(function* (model, chunk) {
    for (const one of outline(chunk).entities)
      if (one.sure && one.kind === kind) yield* known(model, one);
  });
}

function reviewEvent(scene: Scene, review: Entity): readonly Event[] {
  const day = deadlineOf(scene.all, review, "date");
  if (day === undefined) return [];
  const held = day <= scene.model.today;
  const title = shownTitle(scene.all, review);
  return [
    {
      kind: "review",
      id: scene.idOf(review),
      title,
      sentence: `${title}, ${held ? "held on" : "planned for"} ${readable(day)}`,
      date: iso(day),
      precision: dateWritten(review),
      held: held || undefined,
      source: scene.placeOf(review),
    },
  ];
}

/** A milestone at the top level: what the plan must meet or wait for. */
function planEvent(scene: Scene, milestone: Entity): readonly Event[] {
  const day = milestoneDate(scene.all, milestone);
  if (milestone.parent !== undefined || day === undefined) return [];
  const title = shownTitle(scene.all, milestone);
  const status = statusOf(milestone);
  const isLate = overdueDays(scene.all, milestone) > 0;
  const says =
    status === "reached"
      ? "reached on"
      : status === "missed"
        ? "missed on"
        : isLate
          ? "was planned for"
          : "planned for";
  return [
    {
      kind: "event",
      id: scene.idOf(milestone),
      title,
      sentence: `${title}, ${says} ${readable(day)}`,
      date: iso(day),
      precision: dateWritten(milestone),
      held: day <= scene.model.today || undefined,
      status: status === "reached" || status === "missed" ? status : "planned",
      source: scene.placeOf(milestone),
    },
  ];
}

function targetEvents(scene: Scene, kpi: Entity): readonly Event[] {
  const written = valueIn(kpi, "unit", "unit")?.text;
  const unit = written === undefined ? undefined : oneLine(written);
  const title = shownTitle(scene.all, kpi);
  return kpiState(scene.all, kpi).targets.flatMap(({ day, value }) => {
    if (day === undefined) return [];
    return [
      {
        kind: "target" as const,
        id: scene.idOf(kpi),
        title,
        sentence: `${title}: ${inUnit(value, unit)} by ${readable(day)}`,
        date: iso(day),
        source: scene.placeOf(kpi),
      },
    ];
  });
}
