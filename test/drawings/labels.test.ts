// Bars and their labels: where each stands, who yields, and that none covers another, whatever the data.
import fc from "fast-check";
import { expect, test } from "vitest";
import { frameFor } from "../../client/drawings/frame.ts";
import { barOf } from "../../client/drawings/roadmap/bars.ts";
import type { Taken } from "../../client/drawings/roadmap/labels.ts";
import { interWidth } from "../../client/drawings/text.ts";
import { dayOf, scaleOf, xOf } from "../../client/drawings/time.ts";
import type { Initiative, Milestone } from "../../server/views/roadmap/shape.ts";
import { nordwind } from "./nordwind.ts";

const frame = frameFor(1600, 10);
const scale = scaleOf(nordwind.calendar, 1096);
const today = dayOf("2026-11-23");
const [model] = nordwind.initiatives;
if (!model) throw new Error("The fixture has initiatives.");

function initiative(part: Partial<Initiative>): Initiative {
  const { owner: _, ...rest } = model as Initiative;
  return { ...rest, milestones: [], progress: undefined, overdueDays: undefined, ...part };
}

function milestone(title: string, date: string, status: Milestone["status"] = "planned") {
  return { id: title, title, date, status, source: initiative({}).source };
}

/** "82% solid, First feeds solid, All brands ground" */
function labels(part: Partial<Initiative>, taken: readonly Taken[] = []): string {
  const bar = barOf(initiative(part), scale, today, frame, interWidth, { taken });
  return bar.labels.map(({ text, on }) => `${text} ${on}`).join(", ");
}

test("labels stand inside their bar where they fit", () => {
  expect(
    labels({
      status: "active",
      start: "2026-01-01",
      end: "2026-12-31",
      progress: 0.82,
      milestones: [milestone("First feeds", "2026-07-01", "reached")],
    }),
  ).toBe("82% solid, First feeds solid");
});

test("progress that does not fit into the solid part stands right of it, else right of the bar", () => {
  const active = { status: "active", progress: 0.05 } as const;
  expect(labels({ ...active, start: "2026-01-01", end: "2026-12-31" })).toBe("5% bar");
  expect(labels({ ...active, start: "2027-01-01", end: "2027-01-20" })).toBe("5% ground");
});

test("a milestone near the end is named right of the bar, at the calendar's edge left of it", () => {
  const last = milestone("In the stores", "2028-03-20");
  expect(
    labels({ status: "planned", start: "2027-07-01", end: "2028-03-31", milestones: [last] }),
  ).toBe("In the stores ground");
  const bar = barOf(
    initiative({
      status: "planned",
      start: "2028-11-01",
      end: "2028-12-31",
      milestones: [milestone("Doors closed", "2028-12-20")],
    }),
    scale,
    today,
    frame,
    interWidth,
  );
  const [label] = bar.labels;
  expect(label?.text).toBe("Doors closed");
  expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThan(bar.x);
});

test("milestones nearer than 12 px become one with a count", () => {
  const many = ["2027-03-01", "2027-03-02", "2027-03-03"].map((date) => milestone(date, date));
  expect(
    labels({ status: "planned", start: "2027-01-01", end: "2027-12-31", milestones: many }),
  ).toBe("3 milestones bar");
});

test("what is overdue is said behind today, and the others yield to it", () => {
  const part = {
    status: "active",
    start: "2026-02-01",
    end: "2026-09-30",
    progress: 0.65,
    overdueDays: 54,
    milestones: [milestone("A very long name of a milestone", "2026-09-25")],
  } as const;
  expect(labels(part)).toBe("54 days over ground, 65% solid");
  // An arrow right behind today: it is said over it.
  const x = xOf(scale, today) + 30;
  expect(labels(part, [[x - 4, x + 4]])).toBe("54 days over over, 65% solid");
});

test("status is said where it is not plain from the fill", () => {
  const span = { start: "2027-01-01", end: "2027-12-31" };
  expect(labels({ ...span, status: "proposed" })).toBe("Proposed bar");
  expect(labels({ ...span, status: "completed" })).toBe("Completed bar");
  expect(labels({ ...span, status: "on-hold", progress: 0.35 })).toBe("35% solid, On hold bar");
  expect(labels({ ...span, status: "planned" })).toBe("");
});

const day = fc.integer({ min: 0, max: 1095 }).map((offset) => {
  const date = new Date(Date.UTC(2026, 0, 1 + offset));
  return date.toISOString().slice(0, 10);
});
const anyInitiative = fc
  .record({
    dates: fc.tuple(day, day),
    status: fc.constantFrom("proposed", "planned", "active", "on-hold", "completed"),
    progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    overdue: fc.boolean(),
    milestones: fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 30 }), day), {
      maxLength: 5,
    }),
    arrows: fc.array(fc.integer({ min: 0, max: 1096 }), { maxLength: 3 }),
  })
  .map(({ dates, overdue, milestones, arrows, ...rest }) => {
    const [start = "", end = ""] = [...dates].sort();
    const late = dayOf(end) < today && overdue;
    const part = {
      ...rest,
      start,
      end,
      overdueDays: late ? today - dayOf(end) : undefined,
      milestones: milestones.map(([title, date], index) => ({
        ...milestone(title, date),
        id: String(index),
      })),
    } as Partial<Initiative>;
    return { part, arrows: arrows.map((x): Taken => [x - 4, x + 4]) };
  });

test("no label covers another label, a mark, an arrow or today; bars lie on the calendar", () => {
  const todayX = xOf(scale, today);
  fc.assert(
    fc.property(anyInitiative, ({ part, arrows }) => {
      const bar = barOf(initiative(part), scale, today, frame, interWidth, { taken: arrows });
      expect(bar.x).toBeGreaterThanOrEqual(0);
      expect(bar.x + bar.width).toBeLessThanOrEqual(scale.width + 0.001);
      expect(bar.solid).toBeLessThanOrEqual(bar.width);
      const boxes = bar.labels.map(({ x, width, on }) => ({ from: x, to: x + width, on }));
      for (const [index, one] of boxes.entries()) {
        expect(one.from).toBeGreaterThanOrEqual(0);
        expect(one.to).toBeLessThanOrEqual(scale.width);
        for (const other of boxes.slice(index + 1)) {
          expect(one.to <= other.from || other.to <= one.from).toBe(true);
        }
        for (const { x } of bar.diamonds) expect(one.to <= x - 7 || one.from >= x + 7).toBe(true);
        if (one.on !== "ground") continue;
        expect(one.to <= todayX || one.from >= todayX).toBe(true);
        for (const [a, b] of arrows) expect(one.to <= a || one.from >= b).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
