// Work that waits for work → slack, the critical path, and who waits for whom.
import { expect, test } from "vitest";
import { holdsUp, isCritical, slackOf, waitsFor } from "../../server/model/derive/network.ts";
import { universeOf } from "../workspace.ts";

type Source = string | Readonly<Record<string, string>>;

function slacks(source: Source, ...names: string[]): (number | undefined)[] {
  const { all, entity } = universeOf(source);
  return names.map((name) => slackOf(all, entity(name)));
}

/** `a → b`, marked `*` on the critical path and `!` where the order is broken. */
function arrows(source: Source): string[] {
  const { all } = universeOf(source);
  const work = [...all.models.values()].flatMap((model) => model.of("initiative"));
  const waits = work.flatMap((one) => waitsFor(all, one));
  return waits.map(({ from, to, milestone, critical, late }) => {
    const end = milestone === undefined ? from.name : `${from.name}.${milestone.name}`;
    return `${end} → ${to.name}${critical ? " *" : ""}${late ? " !" : ""}`;
  });
}

const plan = `
  initiative base { timeline: 2026-01 .. 2026-03 }
  initiative long { timeline: after base for 6 months }
  initiative short { timeline: 2026-04 .. 2026-05 depends-on: base }
  initiative last { timeline: after long, short for 3 months }
  initiative alone { timeline: 2026-01 .. 2026-06 }
`;

test("the longest chain is critical, the rest has slack up to it", () => {
  // base to March, long to September, last to December: the plan ends on 31 December.
  // short may end with September instead of May: 30 + 31 + 31 + 30 days.
  // alone neither waits nor is waited for, so it is no part of the schedule.
  expect(slacks(plan, "base", "long", "last", "short", "alone")).toEqual([0, 0, 0, 122, undefined]);
  expect(arrows(plan)).toEqual(["base → long *", "base → short", "long → last *", "short → last"]);
});

test("a gap between two critical ones is no critical wait", () => {
  const source = `
    initiative first { timeline: 2026-01 }
    initiative chained { timeline: after first for 5 months }
    initiative later { timeline: 2026-05 .. 2026-06 depends-on: first }
  `;
  expect(slacks(source, "first", "chained", "later")).toEqual([0, 0, 0]);
  expect(arrows(source)).toEqual(["first → chained *", "first → later"]);
});

test("waiting for a milestone is waiting for that day of its initiative", () => {
  const source = `
    initiative crm {
      timeline: 2026-01 .. 2026-12
      milestone pilot { date: 2026-03-31 }
      milestone signed { date: 2026-02-28 status: reached }
    }
    initiative app { timeline: 2026-07 .. 2027-03 depends-on: crm.pilot }
    initiative shop { timeline: after crm.signed for 22 months }
  `;
  // shop runs from 1 March 2026 to the end of 2027. app could end then: 275 days later (April to
  // December 2027). The pilot could come 91 days later (April to June) before it moves app, so crm
  // has 91 + 275 = 366 days on that way, and 365 (2027) to the end of the plan, which is less.
  // What is reached does not move, so shop does not press on crm.
  expect(slacks(source, "shop", "app", "crm")).toEqual([0, 275, 365]);
  expect(arrows(source)).toEqual(["crm.pilot → app", "crm.signed → shop"]);
});

test("a written start is the earliest, so a broken order pushes what waits", () => {
  const source = `
    initiative a { timeline: 2026-01 .. 2026-06 }
    initiative b { timeline: 2026-04 .. 2026-09 depends-on: a }
    initiative c { timeline: 2026-01 .. 2026-11 }
    initiative d { timeline: 2026-12-02 .. 2026-12-11 depends-on: c }
  `;
  // b takes 183 days (April to September) and can start on 1 July: it ends on 30 December 2026,
  // 19 days after d, which itself starts a day after c has ended.
  expect(slacks(source, "a", "b", "c", "d")).toEqual([0, 0, 20, 19]);
  expect(arrows(source)).toEqual(["a → b * !", "c → d"]);
});

test("ideas and cancelled work do not make the plan longer, unless decided work waits for them", () => {
  const source = `
    initiative a { timeline: 2026-06 depends-on: done }
    initiative idea { timeline: 2027 depends-on: a status: proposed }
    initiative stopped { timeline: 2027 depends-on: a status: cancelled }
    initiative done { timeline: 2026-01 .. 2026-04 status: completed }
    initiative alone { timeline: 2026-01 depends-on: stopped }
  `;
  // done has May. alone waits for nothing that will come.
  expect(slacks(source, "a", "idea", "stopped", "done", "alone")).toEqual([
    0,
    undefined,
    undefined,
    31,
    undefined,
  ]);
  const waited = `
    initiative idea { timeline: 2026-01 status: proposed }
    initiative a { timeline: after idea for 5 months }
  `;
  expect(slacks(waited, "idea", "a")).toEqual([0, 0]);
});

test("an open end is never critical and holds nothing up", () => {
  const source = `
    strategy s { horizon: 2026 .. 2028 }
    initiative run { timeline: 2026-01 .. }
    initiative a { timeline: 2026-01 .. 2026-06 depends-on: run }
    initiative b { timeline: 2026-01 .. 2026-03 depends-on: run }
  `;
  expect(slacks(source, "run", "a", "b")).toEqual([undefined, 0, 91]);
});

test("unknown dates hide the slack of what hangs on them, and of nothing else", () => {
  const source = `
    initiative a { timeline: 2026-01 }
    initiative b { timeline: 2026-Q5 depends-on: a }
    initiative c { timeline: 2026-04 depends-on: b }
    initiative d { timeline: 2026-02 depends-on: f }
    initiative e { timeline: 2026-02 depends-on: mising-name }
    initiative f { timeline: 2026-01 }
  `;
  // c ends the plan on 30 April, as far as is known: March and April are left for d, and for f.
  expect(slacks(source, "a", "b", "c", "d", "e", "f")).toEqual([
    undefined,
    undefined,
    undefined,
    61,
    undefined,
    61,
  ]);
});

test("a circle of waiting has no slack", () => {
  const source = `
    initiative a { timeline: 2026-01 depends-on: b }
    initiative b { timeline: 2026-02 depends-on: a }
    initiative c { timeline: 2026-01-01 .. 2026-01-20 }
    initiative d { timeline: 2026-01-21 .. 2026-01-31 depends-on: c }
  `;
  expect(slacks(source, "a", "b", "c", "d")).toEqual([undefined, undefined, 28, 28]);
});

test("each project keeps its own end; what waits in another counts", () => {
  const source = {
    "corporate/strategy.config.json": "{}",
    "corporate/plan.strategy": `
      initiative identity { timeline: 2026-01 .. 2026-03 }
      initiative large { timeline: 2026 .. 2029 }
      initiative last { timeline: after large for 1 month }
    `,
    "division/strategy.config.json": "{}",
    "division/plan.strategy": `
      import corporate from "../corporate"
      initiative card { timeline: 2026-05 .. 2026-06 depends-on: corporate.identity }
    `,
  };
  // card ends the division's plan, so identity has no more than April.
  expect(slacks(source, "division/card", "corporate/identity", "corporate/large")).toEqual([
    0, 30, 0,
  ]);
});

test("what an initiative waits for and what it holds up", () => {
  const { all, entity } = universeOf(plan);
  expect(waitsFor(all, entity("last")).map(({ from }) => from.name)).toEqual(["long", "short"]);
  expect(holdsUp(all, entity("base")).map(({ to }) => to.name)).toEqual(["long", "short"]);
  expect(isCritical(all, entity("last"))).toBe(true);
  expect(isCritical(all, entity("alone"))).toBe(false);
});

test("an event is a fixed day that work waits for", () => {
  const source = `
    milestone law { date: 2026-03-31 }
    initiative papers { timeline: after law for 1 month }
    initiative audit { timeline: 2026-02 .. 2026-04 depends-on: law }
    initiative form { timeline: 2026-05 .. 2026-06 depends-on: papers }
  `;
  // audit waits until 1 April and takes 89 days: to 28 June, two days before form ends.
  expect(slacks(source, "papers", "audit", "form")).toEqual([0, 2, 0]);
  expect(arrows(source)).toEqual(["law.law → papers", "law.law → audit !", "papers → form *"]);
});

test("what waits for a programme without a timeline waits for its parts", () => {
  const source = `
    initiative cloud {
      initiative network { timeline: 2026-01 .. 2026-06 }
      initiative desks { timeline: 2026-02 .. 2026-03 }
      initiative idea { timeline: 2026-01 .. 2027-12 status: proposed }
    }
    initiative move { timeline: after cloud for 3 months }
    initiative hall { timeline: 2026 .. 2027
      initiative lights { timeline: 2026-01 }
    }
    initiative party { timeline: after hall for 1 day }
  `;
  // party ends the plan on 1 January 2028; move on 30 September 2026, 458 days before (92 of 2026,
  // 365 of 2027 and 1). desks may end with June: April to June are 91 days more.
  expect(slacks(source, "cloud", "network", "desks", "idea", "move")).toEqual([
    458,
    458,
    458 + 91,
    undefined,
    458,
  ]);
  // The dates of hall are its own, so nothing presses on lights.
  expect(slacks(source, "hall", "party", "lights")).toEqual([0, 0, undefined]);
});

test("parts of cancelled work are cancelled", () => {
  const source = `
    initiative dropped { status: cancelled
      initiative part { timeline: 2026-01 }
    }
    initiative a { timeline: 2026-01 depends-on: part }
  `;
  expect(slacks(source, "part", "a")).toEqual([undefined, undefined]);
  expect(arrows(source)).toEqual(["part → a"]);
});
