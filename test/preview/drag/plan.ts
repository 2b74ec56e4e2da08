// The text of a plan → its roadmap as a page shows it, for tests that drag in it.

import { linksOf } from "../../../client/drawings/sentences.ts";
import { isoOf } from "../../../client/drawings/time.ts";
import type { Doing, DragOutcome } from "../../../client/preview/drag/doing.ts";
import { dragOutcome } from "../../../client/preview/drag/outcome.ts";
import type { ShownRoadmap } from "../../../client/preview/drag/things.ts";
import { pictureOf } from "../../../client/preview/picture.ts";
import type { Settings } from "../../../client/preview/settings.ts";
import { readSettings } from "../../../client/preview/settings.ts";
import { roadmapView } from "../../../server/views/roadmap.ts";
import { viewOf } from "../../../server/views/view.ts";
import { universeOf } from "../../workspace.ts";

export function shownPlan(source: string, own: Partial<Settings> = {}): ShownRoadmap {
  const view = viewOf(roadmapView, universeOf(source).model());
  const settings = { ...readSettings({}, "roadmap"), ...own };
  const { rows, byKey } = pictureOf(view, settings, 1600);
  const byId = new Map(view.initiatives.map((one) => [one.id, one]));
  const { groupBy } = settings;
  return { view, byId, links: linksOf(view), groupBy, rows, byKey, dropped: new Map() };
}

/** A drag of these marks by so many days. */
export function drag(
  standing: ShownRoadmap,
  marks: string | readonly string[],
  days: number,
  own: Partial<Doing & { readonly does: "shift" }> = {},
): DragOutcome {
  const all = typeof marks === "string" ? [marks] : marks;
  const doing: Doing = { does: "shift", marks: all, part: "all", days, exact: false, ...own };
  return dragOutcome(doing, standing);
}

/** "2026-04-01 .. 2026-09-30" of all that it moves, by what it is called. */
export function placesOf({ places, followers }: DragOutcome): Readonly<Record<string, string>> {
  const all = [...places, ...[...followers].map(([id, to]) => [`then ${id}`, to] as const)];
  return Object.fromEntries(
    all.map(([key, { start, end }]) => [
      key.replace(/^work:/, ""),
      end === undefined ? isoOf(start) : `${isoOf(start)} .. ${isoOf(end)}`,
    ]),
  );
}

/** What it says and asks for, in short. */
export function saidAndAsked({ words, more, gestures }: DragOutcome) {
  return { says: [words, more].filter(Boolean).join(", "), asks: gestures.map(asked) };
}

function asked(gesture: DragOutcome["gestures"][number]): string {
  const { type, of } = gesture;
  const rest = { ...gesture, type: undefined, of: undefined };
  return `${type} ${of.id} ${JSON.stringify(rest).replaceAll('"', "")}`;
}
