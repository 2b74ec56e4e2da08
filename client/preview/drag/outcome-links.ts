// Work that is dragged to another group, or is to wait for other work → the gestures, and what a label says.
import type { GroupGesture, Marked } from "../../../server/gestures/shape.ts";
import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import { asMarked } from "../../drawings/marked.ts";
import type { Links } from "../../drawings/sentences.ts";
import { count, dayOf } from "../../drawings/time.ts";
import { type MarkKey, rowKeyOf } from "../marks.ts";
import { type DoingOf, type DragOutcome, nothing } from "./doing.ts";
import { groupSaid, type Header, headerOver, insteadSaid, regrouped } from "./groups.ts";
import type { BarDays } from "./shift.ts";
import { type ShownRoadmap, type ThingKey, thingOf } from "./things.ts";

export function regroupOutcome(
  { marks, to }: DoingOf<"regroup">,
  standing: ShownRoadmap,
): DragOutcome {
  const { rows, byKey, groupBy } = standing;
  const target = byKey.get(to);
  if (target === undefined || target.type === "initiative") return { ...nothing, words: "" };
  const gestures: GroupGesture[] = [];
  const places = new Map<ThingKey, BarDays>();
  let not: string | undefined;
  let from: Header | undefined;
  for (const mark of marks) {
    const row = byKey.get(rowKeyOf(mark));
    const over = row && headerOver(rows, rows.indexOf(row));
    if (row?.type !== "initiative" || over === undefined) continue;
    from ??= over;
    const thing = thingOf(standing, mark);
    const movable = thing?.is === "bar" ? stretchShown(thing.initiative) : undefined;
    if (thing && movable) places.set(thing.key, movable);
    const found = regrouped(standing, row.initiative, over, target);
    if (found && "gesture" in found) gestures.push(found.gesture);
    else not ??= found?.not;
  }
  const [first] = gestures;
  if (first === undefined)
    return {
      ...nothing,
      places,
      words: not ?? "It stays where it is",
      ...(not ? { wrong: true as const } : {}),
    };
  const words = groupSaid(groupBy, target);
  const more =
    gestures.length > 1
      ? count(gestures.length, "initiative")
      : from && insteadSaid(standing, from, first);
  return { ...nothing, gestures, places, words, more };
}

/** Where its bar lies; the end of an open one is that of the calendar. */
function stretchShown({ start, end, openEnd }: Initiative): BarDays | undefined {
  if (start === undefined) return undefined;
  return { start: dayOf(start), end: openEnd || end === undefined ? undefined : dayOf(end) };
}

export function waitOutcome({ on, of }: DoingOf<"wait">, standing: ShownRoadmap): DragOutcome {
  const source = sourceOf(standing, on);
  const target = of === undefined ? undefined : barAt(standing, of);
  if (source === undefined || target === undefined)
    return {
      ...nothing,
      words: `What waits for '${source?.title ?? ""}'?`,
      more: "Lead the line to it",
    };
  const { links, byId } = standing;
  const words = `'${target.title}' waits for '${source.title}'`;
  if (waitsAlready(links, target.id, source.bar.id, source.milestone))
    return { ...nothing, words, more: "as it does already" };
  const gesture = {
    type: "wait",
    of: asMarked(target),
    on: source.marked,
  } as const;
  const within = partOf(standing, target, source) ?? partOf(standing, source.bar, target);
  if (within !== undefined) return { ...nothing, gestures: [gesture], words: within, wrong: true };
  const circle = circleOf(links, target.id, source.bar.id);
  if (circle === undefined) return { ...nothing, gestures: [gesture], words };
  return { ...nothing, gestures: [gesture], words: circleSaid(circle, byId), wrong: true };
}

/** "'Wave 1' is part of 'Out of Hamburg'": neither can wait for the other, but a part for a milestone of it. */
function partOf(
  { byId }: ShownRoadmap,
  part: Initiative,
  of: Initiative | WaitedFor,
): string | undefined {
  const whole = "bar" in of ? of.milestone === undefined && of.bar : of;
  for (let at = part.programme?.id; at !== undefined; at = byId.get(at)?.programme?.id)
    if (whole && at === whole.id) return `'${part.title}' is part of '${whole.title}'`;
  return undefined;
}

interface WaitedFor {
  readonly bar: Initiative;
  readonly milestone: string | undefined;
  readonly title: string;
  readonly marked: Marked;
}

/** What is waited for: a bar, or one of its milestones. */
function sourceOf(standing: ShownRoadmap, mark: MarkKey): WaitedFor | undefined {
  const bar = barAt(standing, mark);
  if (bar === undefined) return undefined;
  const one = bar.milestones.find(({ id }) => mark === `milestone:${bar.id}:${id}`);
  const on = one ?? bar;
  return { bar, milestone: one?.id, title: on.title, marked: asMarked(on) };
}

function barAt(standing: ShownRoadmap, mark: MarkKey): Initiative | undefined {
  const thing = thingOf(standing, rowKeyOf(mark));
  return thing?.is === "bar" ? thing.initiative : undefined;
}

/** What would wait for each other if `of` waited for `on`: from `on` to `of`, each waiting for the next. */
function circleOf(links: Links, of: string, on: string): readonly string[] | undefined {
  const from = new Map<string, string | undefined>([[on, undefined]]);
  const ahead = [on];
  for (let at = ahead.shift(); at !== undefined && !from.has(of); at = ahead.shift()) {
    for (const { from: next } of links.before.get(at) ?? []) {
      if (from.has(next)) continue;
      from.set(next, at);
      ahead.push(next);
    }
  }
  if (!from.has(of)) return undefined;
  const path: string[] = [];
  for (let at: string | undefined = of; at !== undefined; at = from.get(at)) path.unshift(at);
  return path;
}

/** More names than these are left out in the middle. */
const mostNamed = 4;

/** "It leads round in a circle: 'CRM' waits for 'Data', which waits for 'CRM'" */
function circleSaid(
  path: readonly string[],
  byId: ReadonlyMap<string, Pick<Initiative, "title">>,
): string {
  const names = path.map((id) => `'${byId.get(id)?.title ?? id}'`);
  const [first = "", ...rest] = names;
  const last = names.at(-1) ?? "";
  const between = rest.slice(0, -1);
  const shown = between.length > mostNamed ? [...between.slice(0, mostNamed - 1), "…"] : between;
  const round = [first, ...shown, last].join(", which waits for ");
  return `It leads round in a circle: ${last} would wait for ${round}`;
}

/** Whether `of` waits for `on` already. */
function waitsAlready(
  links: Links,
  of: string,
  on: string,
  milestone: string | undefined,
): boolean {
  return (links.before.get(of) ?? []).some((one) => one.from === on && one.milestone === milestone);
}
