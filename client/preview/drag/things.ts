// A mark of the roadmap → the thing that is dragged by it: a bar, or what has one date.
import type { Marked } from "../../../server/gestures/shape.ts";
import type {
  GroupBy,
  Initiative,
  Precision,
  RoadmapView,
} from "../../../server/views/roadmap/shape.ts";
import { asMarked } from "../../drawings/marked.ts";
import type { Row } from "../../drawings/roadmap/rows.ts";
import type { Links } from "../../drawings/sentences.ts";
import { type DayNumber, dayOf, isoOf } from "../../drawings/time.ts";
import { type MarkKey, rowKeyOf } from "../marks.ts";
import type { BarDays } from "./shift.ts";

/** The roadmap as it stands on screen. */
export interface ShownRoadmap {
  readonly view: RoadmapView;
  readonly byId: ReadonlyMap<string, Initiative>;
  readonly links: Links;
  readonly groupBy: GroupBy;
  readonly rows: readonly Row[];
  readonly byKey: ReadonlyMap<string, Row>;
  /** What was dropped somewhere and is not drawn there yet. */
  readonly dropped: ReadonlyMap<ThingKey, BarDays>;
}

/** A bar has one key in whichever rows it is drawn: `work:crm`, `milestone:crm:pilot`, `event:review:autumn`. */
export type ThingKey = string;

export interface BarThing {
  readonly is: "bar";
  readonly key: ThingKey;
  readonly initiative: Initiative;
}

export interface DateThing {
  readonly is: "date";
  readonly key: ThingKey;
  readonly title: string;
  readonly date: DayNumber;
  readonly precision: Precision;
  readonly of: Marked;
}

export type Thing = BarThing | DateThing;

export function barKey(id: string): ThingKey {
  return `work:${id}`;
}

/** What a mark stands for; undefined where it cannot be dragged. */
export function thingOf(standing: ShownRoadmap, mark: MarkKey): Thing | undefined {
  if (mark.startsWith("event:")) return eventThing(standing, mark);
  const row = standing.byKey.get(rowKeyOf(mark));
  const id = row?.type === "initiative" ? row.initiative.id : rowKeyOf(mark).slice("work:".length);
  const initiative = standing.byId.get(id);
  if (initiative === undefined) return undefined;
  if (mark.startsWith("milestone:")) return milestoneThing(standing, initiative, mark);
  const key = barKey(id);
  return { is: "bar", key, initiative: onDays(initiative, standing.dropped.get(key)) };
}

/** The same initiative on other days. */
export function onDays(initiative: Initiative, at: BarDays | undefined): Initiative {
  if (at === undefined) return initiative;
  const { start, end } = at;
  return {
    ...{ ...initiative, start: isoOf(start) },
    ...(end === undefined ? {} : { end: isoOf(end) }),
  };
}

function milestoneThing(
  { dropped }: ShownRoadmap,
  { id, milestones }: Initiative,
  mark: MarkKey,
): DateThing | undefined {
  const found = milestones.find((one) => mark === `milestone:${id}:${one.id}`);
  if (found?.precision === undefined) return undefined;
  const { title, precision } = found;
  const date = dropped.get(mark)?.start ?? dayOf(found.date);
  return { is: "date", key: mark, title, date, precision, of: asMarked(found) };
}

/** The key of a mark of the lane ends with its date, which a drag changes. */
function eventThing({ view, dropped }: ShownRoadmap, mark: MarkKey): DateThing | undefined {
  const found = view.events.find(({ kind, id, date }) => mark === `event:${kind}:${id}:${date}`);
  if (found?.precision === undefined) return undefined;
  const { kind, id, title, precision } = found;
  const key = `event:${kind}:${id}`;
  const date = dropped.get(key)?.start ?? dayOf(found.date);
  return { is: "date", key, title, date, precision, of: asMarked(found) };
}
