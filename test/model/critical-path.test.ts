// Slack by forward and backward pass, against worked examples and against trying out every delay.
import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../server/model/calendar.ts";
import { type Activity, type Arc, floats } from "../../server/model/derive/critical-path.ts";
import { floatOf } from "../../server/model/derive/floats.ts";
import { universeOf } from "../workspace.ts";

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

interface Work {
  readonly status: string;
  readonly start: number;
  /** Undefined for work without a timeline. */
  readonly days: number | undefined;
  readonly waitsFor: readonly number[];
}

/** Work that waits for any other, in circles too; the even ones wait for even ones only. */
const plans: fc.Arbitrary<readonly Work[]> = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc
    .array(
      fc.record({
        status: fc.constantFrom("planned", "planned", "active", "proposed", "cancelled"),
        start: fc.integer({ min: 10, max: 28 }),
        days: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined, freq: 9 }),
        waitsFor: fc.uniqueArray(fc.nat(count - 1), { maxLength: 2 }),
      }),
      { minLength: count, maxLength: count },
    )
    .map((plan) =>
      plan.map((work, index) => ({
        ...work,
        waitsFor: work.waitsFor.filter((one) => index % 2 === 1 || one % 2 === 0),
      })),
    ),
);

/** The even ones lie in a project of their own, which that of the odd ones imports. */
function filesOf(plan: readonly Work[]): Readonly<Record<string, string>> {
  const textOf = (half: number) =>
    plan.map(({ status, start, days, waitsFor }, index) => {
      if (index % 2 !== half) return "";
      const names = waitsFor.map((one) => `${one % 2 < half ? "even." : ""}n${one}`);
      const timeline = days === undefined ? "" : `timeline: 2026-01-${start} for ${days} days`;
      const waits = names.length === 0 ? "" : `depends-on: ${names.join(", ")}`;
      return `initiative n${index} { status: ${status} ${timeline} ${waits} }\n`;
    });
  return {
    "even/strategy.config.json": "{}",
    "even/plan.strategy": textOf(0).join(""),
    "odd/strategy.config.json": "{}",
    "odd/plan.strategy": `import even from "../even"\n${textOf(1).join("")}`,
  };
}

/** The same as a graph: what is decided, and what that waits for. */
function graphOf(plan: readonly Work[]): Graph {
  const isCancelled = (index: number) => plan[index]?.status === "cancelled";
  const counted = new Set(
    plan.flatMap(({ status }, index) =>
      status === "proposed" || isCancelled(index) ? [] : [index],
    ),
  );
  for (const one of counted)
    for (const from of plan[one]?.waitsFor ?? []) if (!isCancelled(from)) counted.add(from);
  const activities = new Map<number, Activity>();
  for (const [index, { start, days }] of plan.entries())
    if (days !== undefined && counted.has(index))
      activities.set(index, { start, length: days, plan: index % 2 });
  const arcs = plan.flatMap(({ waitsFor }, to) =>
    waitsFor
      .filter((from) => activities.has(from) && activities.has(to))
      .map((from) => ({ from, to, lag: activities.get(from)?.length ?? 0 })),
  );
  return { activities, arcs };
}

test("the first and the last start of work are those of the graph that is written", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { activities, arcs } = graphOf(plan);
      const known = floats(activities, arcs);
      const { all } = universeOf(filesOf(plan));
      const before = day("2026-01-01") - 1;
      const count = (at: number | undefined) => at && at - before;
      for (const model of all.models.values())
        for (const one of model.of("initiative")) {
          const { early, late } = known.get(Number(one.name.slice(1))) ?? {};
          const found = floatOf(all, one);
          expect([one.name, count(found?.early), count(found?.late)]).toEqual([
            one.name,
            early,
            late,
          ]);
        }
    }),
    { numRuns: 600 },
  );
});
