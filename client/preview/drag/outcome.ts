// What is being done to the roadmap → where things come to lie, what a label says of it, and the gestures that ask for it.

import { asMarked } from "../../drawings/marked.ts";
import { isoOf } from "../../drawings/time.ts";
import { type Doing, type DoingOf, type DragOutcome, nothing } from "./doing.ts";
import { barsOutcome } from "./outcome-bars.ts";
import { regroupOutcome, waitOutcome } from "./outcome-links.ts";
import { dateSaid, differenceSaid, stretchInWords } from "./said.ts";
import { shiftedDate } from "./shift.ts";
import { firstOf, inMonths, monthsOfStep } from "./spans.ts";
import { type DateThing, type ShownRoadmap, thingOf } from "./things.ts";
export function dragOutcome(doing: Doing, standing: ShownRoadmap): DragOutcome {
  switch (doing.does) {
    case "shift":
      return shiftOutcome(doing, standing);
    case "lay":
      return layOutcome(doing, standing);
    case "regroup":
      return regroupOutcome(doing, standing);
    case "wait":
      return waitOutcome(doing, standing);
  }
}

function shiftOutcome(doing: DoingOf<"shift">, standing: ShownRoadmap): DragOutcome {
  const things = doing.marks.map((mark) => thingOf(standing, mark));
  const [first] = things;
  if (first?.is === "date") return dateOutcome(first, doing, standing);
  // One initiative may stand in several rows.
  const bars = new Map(
    things.flatMap((thing) => (thing?.is === "bar" ? [[thing.key, thing]] : [])),
  );
  return barsOutcome([...bars.values()], doing, standing);
}

function dateOutcome(
  thing: DateThing,
  { days, exact }: DoingOf<"shift">,
  { view }: ShownRoadmap,
): DragOutcome {
  const { key, date, precision, of, title } = thing;
  const to = shiftedDate(date, precision, days, view.calendar, exact);
  const step = exact ? "day" : precision;
  const more = differenceSaid(date + 1, to + 1, step) ?? "as it is";
  const gesture = {
    type: "date",
    of,
    was: isoOf(date),
    to: isoOf(to),
    ...(exact ? { exact } : {}),
  } as const;
  return {
    ...nothing,
    gestures: to === date ? [] : [gesture],
    places: new Map([[key, { start: to }]]),
    words: `${title}: ${dateSaid(to, step)}`,
    more,
  };
}

function layOutcome({ mark, day, step }: DoingOf<"lay">, standing: ShownRoadmap): DragOutcome {
  const thing = thingOf(standing, mark);
  if (thing?.is !== "bar" || day === undefined)
    return { ...nothing, words: "Drop it on the calendar" };
  const start = firstOf(day, step, standing.view.calendar);
  const to = { start, end: inMonths(start, monthsOfStep("quarter")) - 1 };
  const { initiative, key } = thing;
  const gesture = {
    type: "dates",
    of: asMarked(initiative),
    was: {},
    to: { start: isoOf(to.start), end: isoOf(to.end) },
  } as const;
  const places = new Map([[key, to]]);
  return {
    ...nothing,
    gestures: [gesture],
    places,
    words: stretchInWords(to),
    more: initiative.title,
  };
}
