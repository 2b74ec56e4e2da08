// Bars, edges and marks of a picture → one or several of them dragged in time.
import type { Days, Gesture } from "../../../server/gestures/shape.ts";
import { datesOf, deadlineOf } from "../../../server/model/derive/schedule.ts";
import { type Entity, valueIn } from "../../../server/model/entity.ts";
import { allParts } from "../../../server/model/programmes.ts";
import { entityOf } from "../../../server/model/resolve.ts";
import type { Model } from "../../../server/model/universe.ts";
import { dateDragOf, daysLater, daysShown, dragOf, moveOf } from "../../gestures/dragged.ts";
import type { Dice } from "../material/dice.ts";
import { type Drag, type DragKind, namesake, type Picture, shownIn } from "./drag.ts";

type Edge = "start" | "end";

/** Some days to and fro, mostly not far. */
function distance(dice: Dice): number {
  const most = dice.pick([10, 100, 100, 500, 3000]);
  return dice.below(2 * most + 1) - most;
}

function barsIn(picture: Picture): readonly (readonly [string, Entity])[] {
  const all = picture.model.universe;
  return shownIn(picture, (one) => {
    const isBar = one.kind === "initiative" || one.kind === "objective";
    return isBar && datesOf(all, one)?.start !== undefined;
  });
}

/** What a drag of a bar may change: its timeline, or those of the parts that it spans. */
function timelines(picture: Picture, name: string): Drag["changes"] {
  const all = picture.model.universe;
  const entity = namesake(picture, name);
  const own = datesOf(all, entity)?.fromParts ? allParts(all, entity) : [entity];
  const names = [...picture.entities].filter(([, one]) => own.includes(one));
  return new Map(names.map(([one]) => [one, ["timeline"]]));
}

const moveBar: DragKind = (dice, picture) => {
  const bars = barsIn(picture);
  if (bars.length === 0) return undefined;
  const [name, entity] = dice.pick(bars);
  const days = distance(dice);
  return {
    says: `${name} is moved by ${days} days`,
    gestures: [moveOf(picture.model, entity, days)],
    changes: timelines(picture, name),
    back: isReturning(picture.model, entity) ? backTo(picture, [name]) : undefined,
  };
};

const dragEdge: DragKind = (dice, picture) => {
  const bars = barsIn(picture);
  if (bars.length === 0) return undefined;
  const [name, entity] = dice.pick(bars);
  const edge = dice.pick<Edge>(["start", "end"]);
  const from = daysShown(picture.model, entity)[edge];
  if (from === undefined) return undefined;
  const to = daysLater(from, distance(dice));
  const isBack = isReturning(picture.model, entity) && isEdgeReturning(entity, edge);
  return {
    says: `the ${edge} of ${name} is dragged to ${to}`,
    gestures: [dragOf(picture.model, entity, { [edge]: to })],
    changes: timelines(picture, name),
    back: isBack ? backTo(picture, [name], edge) : undefined,
  };
};

/** To the day: what was written more coarsely does not come back. */
const dragExactly: DragKind = (dice, picture) => {
  const drag = dice.pick([moveBar, dragEdge, dragMark])(dice, picture);
  return (
    drag && {
      ...drag,
      says: `${drag.says}, exactly`,
      gestures: drag.gestures.map(exactly),
      back: undefined,
    }
  );
};

function exactly(one: Gesture): Gesture {
  return one.type === "dates" || one.type === "date" ? { ...one, exact: true } : one;
}

const lay: DragKind = (dice, picture) => {
  const all = picture.model.universe;
  const tray = shownIn(
    picture,
    (one) => one.kind === "initiative" && datesOf(all, one) === undefined,
  );
  if (tray.length === 0) return undefined;
  const [name, entity] = dice.pick(tray);
  const start = dice.pick(["2026-04-01", "2026-10-01", "2027-02-01", "2026-05-17"]);
  const end = dice.pick(["2027-03-31", "2027-06-30", "2027-02-28", "2028-02-11"]);
  return {
    says: `${name} is laid from ${start} to ${end}`,
    gestures: [dragOf(picture.model, entity, { start, end })],
    changes: new Map([[name, ["timeline"]]]),
  };
};

const dragMark: DragKind = (dice, picture) => {
  const { model } = picture;
  const marks = shownIn(
    picture,
    (one) =>
      (one.kind === "milestone" || one.kind === "review") &&
      deadlineOf(model.universe, one, "date") !== undefined,
  );
  if (marks.length === 0) return undefined;
  const [name, entity] = dice.pick(marks);
  const there = dateDragOf(model, entity, "2026-01-01");
  const to = daysLater(there.was, distance(dice));
  return {
    says: `${name} is dragged to ${to}`,
    gestures: [{ ...there, to }],
    changes: new Map([[name, ["date"]]]),
    back: (now) => [dateDragOf(now.model, namesake(now, name), there.was)],
  };
};

const moveSeveral: DragKind = (dice, picture) => {
  const bars = barsIn(picture);
  if (bars.length < 2) return undefined;
  const chosen = new Map(dice.many(2 + dice.below(3), () => dice.pick(bars)));
  const days = distance(dice);
  const names = [...chosen.keys()];
  const isBack = [...chosen.values()].every((one) => isReturning(picture.model, one));
  return {
    says: `${names.join(", ")} are moved by ${days} days`,
    gestures: [...chosen.values()].map((one) => moveOf(picture.model, one, days)),
    changes: new Map(names.flatMap((name) => [...timelines(picture, name)])),
    back: isBack ? backTo(picture, names) : undefined,
  };
};

export const dateDrags: readonly DragKind[] = [
  moveBar,
  moveBar,
  dragEdge,
  dragEdge,
  dragEdge,
  dragMark,
  dragExactly,
  lay,
  moveSeveral,
];

/** Each bar back to the days that an earlier picture showed, where all of them are drawn still. */
function backTo(before: Picture, names: readonly string[], edge?: Edge): NonNullable<Drag["back"]> {
  const shown = names.map((name) => daysShown(before.model, namesake(before, name)));
  return (now) => {
    const bars = names.map((name) => namesake(now, name));
    if (bars.some((one) => daysShown(now.model, one).start === undefined)) return undefined;
    return bars.map((entity, index) => {
      const { start, end } = shown[index] ?? {};
      // An end that was not known may be by now: the bar is moved with it.
      const whole = { start, end: end ?? daysShown(now.model, entity).end };
      const to: Days = edge === undefined ? whole : { [edge]: shown[index]?.[edge] };
      return dragOf(now.model, entity, to);
    });
  };
}

/**
 * Whether a bar can be dragged back to where it is: not where it ends before it starts, which no drag
 * makes, nor where a part of a programme stays behind since it waits for something else.
 */
function isReturning({ universe: all }: Model, entity: Entity): boolean {
  const dates = datesOf(all, entity);
  if (!dates?.fromParts) return dates?.squeezed !== true;
  const parts = new Set(allParts(all, entity));
  return [...parts].every((part) =>
    (valueIn(part, "timeline", "period")?.after ?? []).every((ref) => {
      const target = entityOf(all, ref);
      return target !== undefined && parts.has(target);
    }),
  );
}

/** An end that is open gets a written one; and of two dates that are the same, one is enough. */
function isEdgeReturning(entity: Entity, edge: Edge): boolean {
  const period = valueIn(entity, "timeline", "period");
  if (period === undefined) return true;
  if (edge === "end" && period.open) return false;
  return JSON.stringify(period.start) !== JSON.stringify(period.end);
}
