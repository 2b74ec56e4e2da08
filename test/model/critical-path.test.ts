// Slack by forward and backward pass, against worked examples and against trying out every delay.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Activity, type Arc, floats } from "../../server/model/derive/critical-path.ts";

type Graph = { readonly activities: ReadonlyMap<number, Activity>; readonly arcs: Arc<number>[] };

/**
 * The oracle knows no backward pass: it delays one activity by a day more each time, starts all
 * the others as early as they then can, and looks whether some plan ends later.
 */
function slackByTrial({ activities, arcs }: Graph, delayed: number): number {
  const ends = endsWith({ activities, arcs }, new Map());
  const most = 400;
  for (let days = 1; days <= most; days++) {
    const moved = endsWith({ activities, arcs }, new Map([[delayed, days]]));
    if ([...ends].some(([plan, end]) => (moved.get(plan) ?? 0) > end)) return days - 1;
  }
  return most;
}

/** The last day after each plan, where some activities start later than they could. */
function endsWith(
  { activities, arcs }: Graph,
  delays: ReadonlyMap<number, number>,
): ReadonlyMap<unknown, number> {
  const starts = new Map<number, number>();
  // Long enough for a start to travel through the whole graph.
  for (const _ of activities.keys()) {
    for (const [key, { start }] of activities) {
      const after = arcs.filter((arc) => arc.to === key);
      const from = after.map((arc) => (starts.get(arc.from) ?? -Infinity) + arc.lag);
      starts.set(key, Math.max(start, ...from) + (delays.get(key) ?? 0));
    }
  }
  const ends = new Map<unknown, number>();
  for (const [key, { plan, length }] of activities)
    ends.set(plan, Math.max(ends.get(plan) ?? -Infinity, (starts.get(key) ?? 0) + length));
  return ends;
}

/** Graphs without circles: an arc leads from a lower number to a higher one, then all are renamed. */
const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc
    .record({
      names: fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => index),
        { minLength: count },
      ),
      activities: fc.array(
        fc.record({
          start: fc.integer({ min: 0, max: 60 }),
          length: fc.integer({ min: 0, max: 20 }),
          plan: fc.constantFrom("a", "a", "b"),
        }),
        { minLength: count, maxLength: count },
      ),
      arcs: fc.array(
        fc.record({
          one: fc.nat(count - 1),
          other: fc.nat(count - 1),
          // A milestone may be reached before its work ends, or planned before it starts.
          early: fc.option(fc.integer({ min: -5, max: 15 })),
        }),
        { maxLength: 16 },
      ),
    })
    .map(({ names, activities, arcs }) => ({
      activities: new Map(names.map((name, index) => [name, activities[index]!])),
      arcs: arcs.flatMap(({ one, other, early }) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        if (from === to) return [];
        return [{ from: names[from]!, to: names[to]!, lag: early ?? activities[from]!.length }];
      }),
    })),
);

function slackIn(graph: Graph, key: number): number | undefined {
  const { early, late } = floats(graph.activities, graph.arcs).get(key) ?? {};
  return early === undefined || late === undefined ? undefined : late - early;
}

test("slack is the longest delay that moves no end, on random graphs", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      for (const key of graph.activities.keys())
        expect(slackIn(graph, key)).toBe(slackByTrial(graph, key));
    }),
    { numRuns: 1500 },
  );
});

test("what ends last has no slack", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const last = Math.max(...endsWith(graph, new Map()).values());
      const all = floats(graph.activities, graph.arcs);
      const ending = [...graph.activities].filter(
        ([key, { length }]) => (all.get(key)?.early ?? 0) + length === last,
      );
      expect(ending.length).toBeGreaterThan(0);
      for (const [key] of ending) expect(slackIn(graph, key)).toBe(0);
    }),
  );
});

test("what hangs on a circle or on something unclear is unknown, the rest is not", () => {
  const activity = (more: Partial<Activity> = {}): Activity => ({
    start: 0,
    length: 10,
    plan: "a",
    ...more,
  });
  const arc = (from: number, to: number) => ({ from, to, lag: 10 });
  const circle: Graph = {
    activities: new Map([1, 2, 3, 4, 5].map((key) => [key, activity()])),
    // 1 → (2 ⇄ 3) → 4, and 5 alone.
    arcs: [arc(1, 2), arc(2, 3), arc(3, 2), arc(3, 4)],
  };
  expect([1, 2, 3, 4, 5].map((key) => slackIn(circle, key))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    0,
  ]);
  const unclear: Graph = {
    activities: new Map([
      [1, activity()],
      [2, activity({ unclearBefore: true })],
      [3, activity()],
      [4, activity({ length: 25 })],
    ]),
    // 1 → 2 → 3, and 4 alone: 3 may start whenever 2 does, so nobody knows how 1 presses on it.
    arcs: [arc(1, 2), arc(2, 3)],
  };
  expect([1, 2, 3, 4].map((key) => slackIn(unclear, key))).toEqual([
    undefined,
    undefined,
    undefined,
    0,
  ]);
});
