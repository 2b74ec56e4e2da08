// Bars that are dragged by many days → what lies under the pointer is what the server then writes, to the day.

import { expect, test } from "vitest";
import { isoOf } from "../../../client/drawings/time.ts";

import { isRefusal } from "../../../server/edits/refusal.ts";
import type { Gesture } from "../../../server/gestures/shape.ts";
import { after } from "../../gestures/dragged.ts";
import { universeOf } from "../../workspace.ts";
import { drag, shownPlan } from "./plan.ts";

const timelines = [
  "2026-Q2 .. 2026-Q3",
  "2026-H2",
  "2026",
  "2026-02 .. 2026-03",
  "2026-02-10 .. 2026-03-20",
  "2026-02-10 .. 2026-Q2",
  "2026-Q1 .. 2026-05",
  "2026-01 for 6 weeks",
  "2026-01-31 for 2 months",
  "2026-Q1 for 2 quarters",
  "2026-04 ..",
  "after z for 6 months",
  "after z .. 2027-Q1",
];
const days = [-93, -46, -1, 15, 46, 100, 365];

test.each(["", "fiscal-year-start: 4"])("one bar, what follows it, and an edge; %s", (fiscal) => {
  const wrong: string[] = [];
  for (const timeline of timelines)
    for (const part of ["all", "start", "end"] as const)
      for (const by of days)
        for (const exact of [false, true]) {
          const text = `strategy p { horizon: 2024 .. 2030 ${fiscal} }
initiative z { timeline: 2025-02 .. 2025-09 }
initiative crm { timeline: ${timeline} }
initiative n { timeline: after crm for 3 months }
initiative m { timeline: after n .. 2029-12 }`;
          const found = differences(text, ["work:crm"], by, { part, exact });
          for (const one of found) wrong.push(`${timeline} ${part} ${by} ${exact}: ${one}`);
        }
  expect(wrong).toEqual([]);
});

test("several bars, and a programme", () => {
  const wrong: string[] = [];
  for (const timeline of timelines.slice(0, 10))
    for (const next of ["after a for 3 months", "after a .. 2028-Q1", "2026-03 .. 2026-09"])
      for (const by of days) {
        const parts = `initiative a { timeline: ${timeline} }
initiative b { timeline: ${next} }
initiative c { timeline: after b for 2 months }`;
        const head = `strategy p { horizon: 2024 .. 2030 } initiative z { timeline: 2025 }`;
        const found = [
          ...differences(`${head} ${parts}`, ["work:a", "work:b", "work:c"], by, {}),
          ...differences(`${head} initiative all { ${parts} }`, ["work:all"], by, {}),
        ];
        for (const one of found) wrong.push(`${timeline} ${next} ${by}: ${one}`);
      }
  expect(wrong).toEqual([]);
});

/** Where a drag of a plan says that bars will lie, and where they do not. */
function differences(
  text: string,
  marks: readonly string[],
  by: number,
  own: Parameters<typeof drag>[3],
): readonly string[] {
  const { gestures, places, followers } = drag(shownPlan(text), marks, by, own);
  if (gestures.length === 0) return [];
  const asked = gestures.map((one): Gesture => ({ ...one, of: asOnDisk(one.of) }));
  const result = after({ "plan.strategy": text }, universeOf(text).model(), asked);
  if (isRefusal(result)) return [result.refused];
  const { byId } = shownPlan(result["plan.strategy"] ?? "");
  const all = [...places, ...[...followers].map(([id, to]) => [`work:${id}`, to] as const)];
  return all.flatMap(([key, { start, end }]) => {
    const now = byId.get(key.slice("work:".length));
    const foretold = `${isoOf(start)} .. ${end === undefined ? now?.end : isoOf(end)}`;
    const comes = `${now?.start} .. ${now?.end}`;
    return comes === foretold ? [] : [`${key} lies at ${comes}, not at ${foretold}`];
  });
}

/** Tests find files by their paths. */
function asOnDisk(of: Gesture["of"]): Gesture["of"] {
  return { ...of, uri: of.uri.replace("file://", "") };
}
