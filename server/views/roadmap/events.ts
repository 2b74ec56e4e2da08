// Reviews, events and KPI targets of the model → the marks of the lane below the axis.
import { iso, readable } from "../../model/calendar.ts";
import { kpiState } from "../../model/derive/kpi.ts";
import { deadlineOf, milestoneDate, overdueDays } from "../../model/derive/schedule.ts";
import { type Entity, valueIn } from "../../model/entity.ts";
import { openKpisOf, statusOf } from "../../model/status.ts";
import { oneLine } from "../../words/visible.ts";
import type { Scene } from "./scene.ts";
import type { CalendarEvent } from "./shape.ts";
import { shownTitle } from "./work.ts";

export function eventsOf(scene: Scene): readonly CalendarEvent[] {
  const { model } = scene;
  return [
    ...model.of("review").flatMap((review) => reviewEvent(scene, review)),
    ...model.of("milestone").flatMap((milestone) => planEvent(scene, milestone)),
    ...openKpisOf(model).flatMap((kpi) => targetEvents(scene, kpi)),
  ];
}

function reviewEvent(scene: Scene, review: Entity): readonly CalendarEvent[] {
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
      held: held || undefined,
      source: scene.sourceOf(review),
    },
  ];
}

/** A milestone at the top level: what the plan must meet or wait for. */
function planEvent(scene: Scene, milestone: Entity): readonly CalendarEvent[] {
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
      held: day <= scene.model.today || undefined,
      status: status === "reached" || status === "missed" ? status : "planned",
      source: scene.sourceOf(milestone),
    },
  ];
}

function targetEvents(scene: Scene, kpi: Entity): readonly CalendarEvent[] {
  const unit = valueIn(kpi, "unit", "unit")?.text;
  const behind = unit === undefined ? "" : unit === "%" ? "%" : ` ${oneLine(unit)}`;
  const title = shownTitle(scene.all, kpi);
  return kpiState(scene.all, kpi).targets.flatMap(({ day, value }) => {
    if (day === undefined) return [];
    return [
      {
        kind: "target" as const,
        id: scene.idOf(kpi),
        title,
        sentence: `${title}: ${value.toFixed()}${behind} by ${readable(day)}`,
        date: iso(day),
        source: scene.sourceOf(kpi),
      },
    ];
  });
}
