// Work that is dragged to another group, laid on the calendar, or is to wait → what is asked for, and what is said.
import { expect, test } from "vitest";
import { dayOf } from "../../../client/drawings/time.ts";
import type { Doing } from "../../../client/preview/drag/doing.ts";
import { dragOutcome } from "../../../client/preview/drag/outcome.ts";
import { placesOf, saidAndAsked, shownPlan } from "./plan.ts";

const plan = `strategy p { horizon: 2026 .. 2028 }
objective growth "Growth" {} objective trust "Trust" {} team web "Web" {}
initiative crm "CRM" { supports: growth timeline: 2026-Q1 teams: web milestone pilot "Pilot" { date: 2026-03 } }
initiative app "App" { supports: growth timeline: 2026-Q3 depends-on: crm }
initiative desk "Desk" { supports: trust timeline: 2027-Q1 depends-on: app }
initiative lone "Lone" { timeline: 2026-Q2 }
initiative later "Later" { supports: trust }`;

const does = (doing: Doing, groupBy: "objective" | "team" | "status" = "objective") => {
  const outcome = dragOutcome(doing, shownPlan(plan, { groupBy }));
  return { ...saidAndAsked(outcome), wrong: outcome.wrong };
};

test.each([
  [
    "crm",
    "group:trust",
    "group crm {by:objective,from:growth,to:trust}",
    "Supports 'Trust', instead of 'Growth'",
  ],
  [
    "crm",
    "gap:",
    "group crm {by:objective,from:growth}",
    "Supports no objective, instead of 'Growth'",
  ],
  [
    "lone",
    "group:trust",
    "group lone {by:objective,to:trust}",
    "Supports 'Trust', so far it supports no objective",
  ],
])("%s dragged to %s", (id, to, asks, says) => {
  expect(does({ does: "regroup", marks: [`work:${id}`], to })).toEqual({ asks: [asks], says });
});

test("in its own group it stays", () => {
  expect(does({ does: "regroup", marks: ["work:crm"], to: "group:growth" })).toMatchObject({
    asks: [],
    says: "It stays where it is",
  });
});

test("grouped by team, work loses its team, or what it supports, but is not aligned by a team", () => {
  const to = (mark: string, key: string) =>
    does({ does: "regroup", marks: [mark], to: key }, "team");
  expect(to("work:crm", "group:teams:")).toMatchObject({
    asks: ["group crm {by:team,from:teams:web,to:teams:}"],
    says: "No team, instead of 'Web'",
  });
  expect(to("work:crm", "gap:")).toEqual({
    asks: ["group crm {by:objective,from:growth}"],
    says: "Supports no objective, instead of 'Growth'",
  });
  expect(to("work:lone", "group:teams:web")).toEqual({
    asks: [],
    says: "It supports no objective. Group by objective to align it",
    wrong: true,
  });
});

test("several go together, each from where it is", () => {
  const moved = does({
    does: "regroup",
    marks: ["work:crm", "work:lone", "work:desk"],
    to: "group:trust",
  });
  expect(moved).toMatchObject({
    asks: ["group crm {by:objective,from:growth,to:trust}", "group lone {by:objective,to:trust}"],
    says: "Supports 'Trust', 2 initiatives",
  });
});

test("what is not dated is laid on the quarter under the pointer, or on three months from there", () => {
  const lay = (step: "quarter" | "month") =>
    dragOutcome(
      { does: "lay", mark: "work:later", day: dayOf("2026-11-23"), step },
      shownPlan(plan),
    );
  expect(saidAndAsked(lay("quarter"))).toEqual({
    says: "Oct to Dec 2026, Later",
    asks: ["dates later {was:{},to:{start:2026-10-01,end:2026-12-31}}"],
  });
  expect(placesOf(lay("month"))).toEqual({ later: "2026-11-01 .. 2027-01-31" });
  expect(does({ does: "lay", mark: "work:later", day: undefined, step: "month" }).asks).toEqual([]);
});

const on = { uri: "file:///workspace/plan.strategy", position: { line: 2, character: 11 } };

test("a dependency is drawn from what is waited for to what waits", () => {
  const { gestures, words } = dragOutcome(
    { does: "wait", on: "work:crm", of: "work:desk" },
    shownPlan(plan),
  );
  expect(words).toBe("'Desk' waits for 'CRM'");
  expect(gestures).toMatchObject([{ type: "wait", of: { id: "desk" }, on: { id: "crm", ...on } }]);
});

test("work can wait for a milestone of other work, and a milestone waits as its work does", () => {
  const { gestures } = dragOutcome(
    { does: "wait", on: "milestone:crm:pilot", of: "milestone:crm:pilot" },
    shownPlan(plan),
  );
  expect(gestures).toMatchObject([{ of: { id: "crm" }, on: { id: "pilot" } }]);
});

test("what waits already asks for nothing", () => {
  expect(does({ does: "wait", on: "work:crm", of: "work:app" })).toMatchObject({
    asks: [],
    says: "'App' waits for 'CRM', as it does already",
  });
});

test("a circle says its way round, and the server is asked all the same", () => {
  const round = does({ does: "wait", on: "work:desk", of: "work:crm" });
  expect(round).toMatchObject({
    says: "It leads round in a circle: 'CRM' would wait for 'Desk', which waits for 'App', which waits for 'CRM'",
    wrong: true,
  });
  expect(round.asks).toHaveLength(1);
});

test("a part cannot wait for its programme, nor the programme for a part, but for a milestone of it", () => {
  const programme = shownPlan(`strategy p { horizon: 2026 .. 2028 }
initiative whole "Whole" { milestone kickoff "Kick-off" { date: 2026-03 } }
initiative first "First" { part-of: whole timeline: 2026-Q2 }`);
  const drawn = (on: string, of: string) => {
    const { words, wrong } = dragOutcome({ does: "wait", on, of }, programme);
    return [words, wrong];
  };
  expect(drawn("work:whole", "work:first")).toEqual(["'First' is part of 'Whole'", true]);
  expect(drawn("work:first", "work:whole")).toEqual(["'First' is part of 'Whole'", true]);
  const kickoff = drawn("milestone:whole:kickoff", "work:first");
  expect(kickoff).toEqual(["'First' waits for 'Kick-off'", undefined]);
});
