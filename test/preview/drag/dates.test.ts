// Bars, edges and milestones that are dragged → where they come to lie, as precisely as they are written.
import { expect, test } from "vitest";
import { daysOfSteps, movableOf } from "../../../client/preview/drag/shift.ts";
import { drag, placesOf, saidAndAsked, shownPlan } from "./plan.ts";

const work = (timeline: string, rest = "") =>
  shownPlan(
    `strategy p { horizon: 2025 .. 2029 ${rest} } initiative crm "CRM" { timeline: ${timeline} }`,
  );

test.each([
  ["2026-Q2 .. 2026-Q3", 80, "2026-07-01 .. 2026-12-31"],
  ["2026-Q2 .. 2026-Q3", 44, "2026-04-01 .. 2026-09-30"],
  ["2026-Q2 .. 2026-Q3", 47, "2026-07-01 .. 2026-12-31"],
  ["2026-Q2 .. 2026-Q3", -91, "2026-01-01 .. 2026-06-30"],
  ["2026-Q2", 100, "2026-07-01 .. 2026-09-30"],
  ["2026-H2", 100, "2027-01-01 .. 2027-06-30"],
  ["2026", 200, "2027-01-01 .. 2027-12-31"],
  ["2026-02 .. 2026-03", 28, "2026-03-01 .. 2026-04-30"],
  ["2026-02-10 .. 2026-03-20", 3, "2026-02-13 .. 2026-03-23"],
  // The coarser end leads, and a day beside it goes by as many days.
  ["2026-02-10 .. 2026-Q2", 85, "2026-05-13 .. 2026-09-30"],
  ["2026-04 .. 2026-Q3", 80, "2026-07-01 .. 2026-12-31"],
  ["2026-01 for 6 weeks", 30, "2026-02-01 .. 2026-03-14"],
  ["2026-01 for 1 month", 30, "2026-02-01 .. 2026-02-28"],
  ["2026-Q1 for 2 quarters", 100, "2026-04-01 .. 2026-09-30"],
  ["2026-04 ..", 30, "2026-05-01"],
])("a bar of %s that is dragged by %i days lies at %s", (timeline, days, places) => {
  expect(placesOf(drag(work(timeline), "work:crm", days))).toEqual({ crm: places });
});

test.each([
  ["2026-Q2 .. 2026-Q3", "end", 60, "2026-04-01 .. 2026-12-31"],
  ["2026-Q2 .. 2026-Q3", "start", -60, "2026-01-01 .. 2026-09-30"],
  // It keeps one of its steps.
  ["2026-Q2 .. 2026-Q3", "start", 400, "2026-07-01 .. 2026-09-30"],
  ["2026-Q2 .. 2026-Q3", "end", -400, "2026-04-01 .. 2026-06-30"],
  ["2026-01 for 6 weeks", "end", 10, "2026-01-01 .. 2026-02-18"],
  ["2026-01 for 6 weeks", "end", -400, "2026-01-01 .. 2026-01-07"],
  ["2026-01 for 6 months", "end", 50, "2026-01-01 .. 2026-08-31"],
  ["2026-01 for 6 months", "start", 60, "2026-03-01 .. 2026-06-30"],
  ["2026-01 for 6 months", "start", 900, "2026-06-01 .. 2026-06-30"],
  ["2026-04 ..", "end", -1200, "2026-04-01 .. 2026-09-30"],
] as const)("the edge of a bar of %s", (timeline, part, days, places) => {
  expect(placesOf(drag(work(timeline), "work:crm", days, { part }))).toEqual({ crm: places });
});

test("with Alt all goes to the day", () => {
  const { asks, says } = saidAndAsked(
    drag(work("2026-Q2 .. 2026-Q3"), "work:crm", 11, { exact: true }),
  );
  expect(says).toBe("12 Apr to 11 Oct 2026, 11 days later");
  expect(asks).toEqual([
    "dates crm {was:{start:2026-04-01,end:2026-09-30},to:{start:2026-04-12,end:2026-10-11},exact:true}",
  ]);
});

test("quarters are those of the fiscal year", () => {
  const fiscal = work("2026-Q1 .. 2026-Q2", "fiscal-year-start: 2");
  expect(placesOf(drag(fiscal, "work:crm", 0))).toEqual({ crm: "2025-02-01 .. 2025-07-31" });
  expect(placesOf(drag(fiscal, "work:crm", 80))).toEqual({ crm: "2025-05-01 .. 2025-10-31" });
  expect(placesOf(drag(fiscal, "work:crm", 80, { part: "end" }))).toEqual({
    crm: "2025-02-01 .. 2025-10-31",
  });
});

test("what comes to lie where it was asks for nothing", () => {
  expect(saidAndAsked(drag(work("2026-Q2"), "work:crm", 20))).toEqual({
    says: "Apr to Jun 2026, as it is",
    asks: [],
  });
});

test("an edge asks for itself alone", () => {
  const plan = work("2026-Q2 .. 2026-Q3");
  expect(saidAndAsked(drag(plan, "work:crm", 90, { part: "end" }))).toEqual({
    says: "Apr to Dec 2026, ends 1 quarter later",
    asks: ["dates crm {was:{start:2026-04-01,end:2026-09-30},to:{end:2026-12-31}}"],
  });
  expect(saidAndAsked(drag(plan, "work:crm", -90, { part: "start" })).says).toBe(
    "Jan to Sep 2026, starts 1 quarter earlier",
  );
});

const chain = `strategy p { horizon: 2026 .. 2028 }
initiative hub "Hub" { timeline: 2026-Q1 .. 2026-Q2 }
initiative crm "CRM" { timeline: after hub for 6 months }
initiative app "App" { timeline: after crm .. 2027-Q4 }
initiative desk "Desk" { timeline: 2027-Q1 depends-on: hub }`;

test("what starts after a bar goes along, and what only depends on it stays", () => {
  expect(placesOf(drag(shownPlan(chain), "work:hub", 90))).toEqual({
    hub: "2026-04-01 .. 2026-09-30",
    "then crm": "2026-10-01 .. 2027-03-31",
    "then app": "2027-04-01 .. 2027-12-31",
  });
});

test("of what starts after something else only the end is dragged, and its start is never written", () => {
  const moved = drag(shownPlan(chain), "work:crm", 31);
  expect(saidAndAsked(moved)).toEqual({
    says: "Jul 2026 to Jan 2027, starts after 'Hub', ends 1 month later",
    asks: ["dates crm {was:{start:2026-07-01,end:2026-12-31},to:{end:2027-01-31}}"],
  });
  expect(saidAndAsked(drag(shownPlan(chain), "work:crm", 31, { part: "start" })).asks).toEqual([]);
});

test("of several bars each keeps its steps, and what follows another of them keeps its length", () => {
  const moved = drag(shownPlan(chain), ["work:hub", "work:crm", "work:app", "work:desk"], 90);
  expect(placesOf(moved)).toEqual({
    hub: "2026-04-01 .. 2026-09-30",
    crm: "2026-10-01 .. 2027-03-31",
    app: "2027-04-01 .. 2028-03-31",
    desk: "2027-04-01 .. 2027-06-30",
  });
  expect(saidAndAsked(moved).says).toBe("4 initiatives, 1 quarter later");
});

test("a programme goes with its parts, by the steps of the coarsest of them", () => {
  const plan = shownPlan(`strategy p { horizon: 2026 .. 2028 } initiative move "Move" {
    initiative plan "Plan" { timeline: 2026-02-10 .. 2026-03-31 }
    initiative build "Build" { timeline: 2026-Q2 .. 2026-Q3 }
    initiative close "Close" { timeline: after build for 2 months }
  }`);
  const moved = drag(plan, "work:move", 85);
  expect(Object.keys(placesOf(moved)).sort()).toEqual(["build", "close", "move", "plan"]);
  expect(placesOf(moved)).toMatchObject({
    build: "2026-07-01 .. 2026-12-31",
    close: "2027-01-01 .. 2027-02-28",
    move: "2026-05-12 .. 2027-02-28",
  });
  expect(saidAndAsked(moved).asks).toHaveLength(1);
  expect(saidAndAsked(drag(plan, "work:move", 85, { part: "end" })).asks).toEqual([]);
});

test.each([
  ["2026-Q2", "2026-06-30", 80, "2026-09-30", "Pilot: By the end of Sep 2026, 1 quarter later"],
  ["2026-04", "2026-04-30", -20, "2026-03-31", "Pilot: By the end of Mar 2026, 1 month earlier"],
  ["2026-04-10", "2026-04-10", 2, "2026-04-12", "Pilot: 12 Apr 2026, 2 days later"],
])("a milestone on %s stays as coarse as it is", (date, was, days, to, says) => {
  const plan = shownPlan(
    `initiative crm "CRM" { timeline: 2026 milestone pilot "Pilot" { date: ${date} } }`,
  );
  expect(saidAndAsked(drag(plan, "milestone:crm:pilot", days))).toEqual({
    says,
    asks: [`date pilot {was:${was},to:${to}}`],
  });
});

test("the target of a KPI cannot be dragged", () => {
  const plan =
    shownPlan(`objective o "O" {} kpi churn "Churn" { measures: o unit: % target: 3 by 2026-12 }
initiative crm "CRM" { timeline: 2026 supports: o }`);
  const [target] = plan.view.events;
  expect(target?.kind).toBe("target");
  expect(drag(plan, `event:target:${target?.id}:${target?.date}`, 40).gestures).toEqual([]);
});

test.each([
  ["2026-Q2 .. 2026-Q3", "all", 2, "2026-10-01 .. 2027-03-31"],
  ["2026-02-10 .. 2026-Q2", "all", -1, "2025-11-11 .. 2026-03-31"],
  ["2026-01 for 6 weeks", "end", 1, "2026-01-01 .. 2026-02-18"],
  ["2026-01 for 6 months", "end", -2, "2026-01-01 .. 2026-04-30"],
  ["2026-03 .. 2026-09", "start", -2, "2026-01-01 .. 2026-09-30"],
] as const)("steps by keys of %s", (timeline, part, steps, places) => {
  const plan = work(timeline);
  const initiative = plan.byId.get("crm");
  const movable = initiative && movableOf(initiative);
  const days = movable ? daysOfSteps(movable, part, steps) : 0;
  expect(placesOf(drag(plan, "work:crm", days, { part }))).toEqual({ crm: places });
});
