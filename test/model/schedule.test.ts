// Timelines → days: each case is a text and the dates that follow from it.
import { expect, test } from "vitest";
import { iso } from "../../server/model/calendar.ts";
import { datesOf, dueOf, milestoneDate, overdueDays } from "../../server/model/derive/schedule.ts";
import { universeOf } from "../workspace.ts";

type Source = string | Readonly<Record<string, string>>;

/** `start .. end`, with `?` for what is unknown and the flags behind it; `none` without dates. */
function dates(source: Source, name: string): string {
  const { all, entity } = universeOf(source);
  const found = datesOf(all, entity(name));
  if (found === undefined) return "none";
  const day = (one: number | undefined) => (one === undefined ? "?" : iso(one));
  const flags = [
    found.openEnd && "open",
    found.pushedBy && `after ${found.pushedBy.name}`,
    found.squeezed && "squeezed",
  ].filter((flag) => flag);
  return [`${day(found.start)} .. ${day(found.end)}`, ...flags].join(", ");
}

function timeline(written: string, strategy = ""): string {
  return dates(`${strategy}\ninitiative crm { timeline: ${written} }`, "crm");
}

test.each([
  ["2026-03-15 .. 2026-04-02", "2026-03-15 .. 2026-04-02"],
  ["2026-02", "2026-02-01 .. 2026-02-28"],
  ["2028-02", "2028-02-01 .. 2028-02-29"],
  ["2026-Q2", "2026-04-01 .. 2026-06-30"],
  ["2026-Q2 .. 2027-Q2", "2026-04-01 .. 2027-06-30"],
  ["2026-H2 .. 2027", "2026-07-01 .. 2027-12-31"],
  ["2026", "2026-01-01 .. 2026-12-31"],
  // Six weeks are 42 days, the first one included: 1 March + 41.
  ["2026-03 for 6 weeks", "2026-03-01 .. 2026-04-11"],
  ["2026-03-15 for 1 month", "2026-03-15 .. 2026-04-14"],
  ["2026-01-31 for 1 month", "2026-01-31 .. 2026-02-28"],
  ["2026-09 for 22 months", "2026-09-01 .. 2028-06-30"],
  ["2026-Q2 for 1 day", "2026-04-01 .. 2026-04-01"],
  // Written the wrong way round: nobody knows which date is meant.
  ["2027-Q1 .. 2026-Q1", "none"],
  // Half of a quarter is still in it: this is no inverted period.
  ["2026-08-15 .. 2026-Q3", "2026-08-15 .. 2026-09-30"],
])("%s is %s", (written, expected) => {
  expect(timeline(written)).toBe(expected);
});

test("an open end is the end of the horizon, and unknown without one", () => {
  expect(timeline("2026-04 ..", "strategy s { horizon: 2026 .. 2028 }")).toBe(
    "2026-04-01 .. 2028-12-31, open",
  );
  expect(timeline("2026-04 ..")).toBe("2026-04-01 .. ?, open");
  expect(timeline("2030-04 ..", "strategy s { horizon: 2026 .. 2028 }")).toBe(
    "2030-04-01 .. ?, open",
  );
  expect(timeline("2026-04 ..", "strategy s { horizon: 2026 .. }")).toBe("2026-04-01 .. ?, open");
});

test("years, halves and quarters are fiscal, months and days never", () => {
  // The fiscal year 2027 begins in April 2026 and bears the year in which it ends.
  const byEnd = "strategy s { fiscal-year-start: 4 }";
  expect(timeline("2027-Q1", byEnd)).toBe("2026-04-01 .. 2026-06-30");
  expect(timeline("2027-H2", byEnd)).toBe("2026-10-01 .. 2027-03-31");
  expect(timeline("2027", byEnd)).toBe("2026-04-01 .. 2027-03-31");
  expect(timeline("2027-01 .. 2027-Q4", byEnd)).toBe("2027-01-01 .. 2027-03-31");
  const byStart = "strategy s { fiscal-year-start: 4 fiscal-year-named-by: start }";
  expect(timeline("2027-Q1", byStart)).toBe("2027-04-01 .. 2027-06-30");
  expect(timeline("2027-Q4", byStart)).toBe("2028-01-01 .. 2028-03-31");
});

test("the first and the last year can be written", () => {
  expect(timeline("0000-Q1", "strategy s { fiscal-year-start: 4 }")).toBe(
    "-000001-04-01 .. -000001-06-30",
  );
  expect(timeline("9999")).toBe("9999-01-01 .. 9999-12-31");
  expect(timeline("9999-11 for 2 years")).toBe("9999-11-01 .. 9999-12-31");
});

test("a faulty fiscal year hides fiscal dates, and no others", () => {
  const faulty = "strategy s { fiscal-year-start: 13 }";
  expect(timeline("2027-Q1", faulty)).toBe("none");
  expect(timeline("2027-01 .. 2027-03", faulty)).toBe("2027-01-01 .. 2027-03-31");
});

test("'after' starts on the day after the latest end", () => {
  const source = `
    initiative a { timeline: 2026-Q1 }
    initiative b {
      timeline: 2026-02 .. 2026-08
      milestone pilot { date: 2026-05 }
    }
    initiative c { timeline: after a, b for 3 months }
    initiative d { timeline: after a, b.pilot .. 2026-Q4 }
    initiative e { timeline: after c for 1 quarter }
    initiative f { timeline: after e .. }
    objective o { timeline: after c for 1 year }
  `;
  // a ends on 31 March, b on 31 August, its pilot is due at the end of May.
  expect(dates(source, "c")).toBe("2026-09-01 .. 2026-11-30, after b");
  expect(dates(source, "d")).toBe("2026-06-01 .. 2026-12-31, after pilot");
  expect(dates(source, "e")).toBe("2026-12-01 .. 2027-02-28, after c");
  expect(dates(source, "f")).toBe("2027-03-01 .. ?, open, after e");
  expect(dates(source, "o")).toBe("2026-12-01 .. 2027-11-30, after c");
});

test("'after' crosses files and projects, each with its own fiscal year and horizon", () => {
  const source = {
    "corporate/strategy.config.json": "{}",
    "corporate/plan.strategy": `
      strategy corporate { horizon: 2026 .. 2027 }
      initiative identity { timeline: 2026-Q1 .. 2027-Q2 }
      initiative forever { timeline: 2026-04 .. }
    `,
    "division/strategy.config.json": "{}",
    "division/a.strategy": `
      import corporate from "../corporate"
      initiative card { timeline: after corporate.identity for 3 quarters }
      initiative tills { timeline: after corporate.forever .. 2029-Q4 }
    `,
    "division/b.strategy": `
      strategy division { horizon: 2027 .. 2029 fiscal-year-start: 4 }
      initiative next { timeline: after card .. }
    `,
  };
  expect(dates(source, "division/card")).toBe("2027-07-01 .. 2028-03-31, after identity");
  // The horizon of the group ends in 2027; the fourth quarter of the division's 2029 in March 2029.
  expect(dates(source, "division/tills")).toBe("2028-01-01 .. 2029-03-31, after forever");
  // The division's 2029 ends in March 2029.
  expect(dates(source, "division/next")).toBe("2028-04-01 .. 2029-03-31, open, after card");
});

test("a written end before the computed start is kept, for the rule to speak of", () => {
  const source = `
    initiative a { timeline: 2026-Q1 .. 2026-Q3 }
    initiative b { timeline: after a .. 2026-Q2 }
    initiative c { timeline: after b for 1 month }
  `;
  expect(dates(source, "b")).toBe("2026-10-01 .. 2026-06-30, after a, squeezed");
  expect(dates(source, "c")).toBe("2026-07-01 .. 2026-07-31, after b");
});

test("where one of them has no dates, the timeline has none", () => {
  const source = `
    initiative a { timeline: 2026-Q1 }
    initiative b { owner: cio }
    initiative c { timeline: after a, b for 3 months }
    initiative d { timeline: after c for 3 months }
    initiative e { timeline: after a, missing for 3 months }
  `;
  expect(["c", "d", "e"].map((name) => dates(source, name))).toEqual(["none", "none", "none"]);
});

test("a circle has no dates, nor what waits for it", () => {
  const source = `
    initiative a { timeline: after b for 1 month }
    initiative b { timeline: after a for 1 month }
    initiative c { timeline: after b for 1 month }
    initiative d { timeline: after d for 1 month }
    initiative e { timeline: 2026-Q1 }
  `;
  expect(["a", "b", "c", "d"].map((name) => dates(source, name))).toEqual(Array(4).fill("none"));
  expect(dates(source, "e")).toBe("2026-01-01 .. 2026-03-31");
});

test("a chain of 5,000 needs no deep stack", () => {
  const chain = Array.from(
    { length: 5000 },
    (_, index) => `initiative i${index + 1} { timeline: after i${index} for 1 day }`,
  );
  const source = [`initiative i0 { timeline: 2026-01-01 for 1 day }`, ...chain.reverse()].join(
    "\n",
  );
  // 5,000 days after 1 January 2026: 13 years with 4,748 days reach 1 January 2039, 252 are left.
  expect(dates(source, "i5000")).toBe("2039-09-10 .. 2039-09-10, after i4999");
});

test("completed work without a written end has ended by today", () => {
  const source = `
    strategy s { horizon: 2026 .. 2028 }
    initiative done { timeline: 2026-04 .. status: completed }
    initiative next { timeline: after done for 1 month }
    initiative early { timeline: 2027-04 .. status: completed }
    initiative written { timeline: 2026-04 .. 2027 status: completed }
    initiative later { timeline: after first .. status: completed }
    initiative first { timeline: 2026-01 }
    objective goal { timeline: 2026-04 .. status: achieved }
  `;
  expect(dates(source, "done")).toBe("2026-04-01 .. 2026-11-23");
  expect(dates(source, "next")).toBe("2026-11-24 .. 2026-12-23, after done");
  // It cannot have ended before it starts.
  expect(dates(source, "early")).toBe("2027-04-01 .. 2028-12-31, open");
  expect(dates(source, "written")).toBe("2026-04-01 .. 2027-12-31");
  expect(dates(source, "later")).toBe("2026-02-01 .. 2026-11-23, after first");
  expect(dates(source, "goal")).toBe("2026-04-01 .. 2028-12-31, open");
});

test("'after' and 'depends-on' may name an event", () => {
  const source = `
    milestone law { date: 2026-Q1 }
    milestone vote { owner: ceo }
    initiative a { timeline: after law for 1 month }
    initiative b { timeline: after law, vote for 1 month }
  `;
  expect(dates(source, "a")).toBe("2026-04-01 .. 2026-04-30, after law");
  expect(dates(source, "b")).toBe("none");
});

test("a programme without a timeline runs from the first start to the last end of its parts", () => {
  const source = `
    strategy s { horizon: 2026 .. 2028 }
    initiative cloud {
      initiative network { timeline: 2026-04 .. 2026-06 }
      initiative desks { timeline: 2026-02 .. 2026-05 status: completed }
      initiative idea { timeline: 2025 .. 2030 status: proposed }
      initiative dropped { timeline: 2025 .. 2030 status: cancelled }
      initiative someday { owner: cio }
    }
    initiative outer {
      initiative inner {
        initiative deep { timeline: 2026-07 }
      }
    }
    initiative far { part-of: outer timeline: after cloud for 3 months }
    initiative open { initiative run { timeline: 2026-03 .. } }
    initiative own { timeline: 2027
      initiative part { timeline: 2026 }
    }
    initiative empty { initiative nothing { owner: cio } }
    initiative next { timeline: after outer for 1 month }
  `;
  expect(dates(source, "cloud")).toBe("2026-02-01 .. 2026-06-30");
  expect(dates(source, "outer")).toBe("2026-07-01 .. 2026-09-30");
  expect(dates(source, "open")).toBe("2026-03-01 .. 2028-12-31, open");
  expect(dates(source, "own")).toBe("2027-01-01 .. 2027-12-31");
  expect(dates(source, "empty")).toBe("none");
  expect(dates(source, "next")).toBe("2026-10-01 .. 2026-10-31, after outer");
});

test("a part takes the closing of its programme, and an idea has the dates of its parts", () => {
  const source = `
    initiative closed { status: completed
      initiative one { timeline: 2026-01 .. 2026-02 }
      initiative two { timeline: 2026-02 .. }
    }
    initiative idea { status: proposed
      initiative three { timeline: 2026-01 }
      initiative four { timeline: 2027 status: proposed }
    }
  `;
  expect(dates(source, "two")).toBe("2026-02-01 .. 2026-11-23");
  expect(dates(source, "closed")).toBe("2026-01-01 .. 2026-11-23");
  expect(dates(source, "idea")).toBe("2026-01-01 .. 2026-01-31");
});

test("where a part is not understood, the programme has no dates", () => {
  const sources = [
    "initiative p { initiative a { timeline: 2026-01 } initiative b { timeline: 2026-13 } }",
    "initiative p { initiative a { timeline: 2026-01 } initiative b { timeline: 2026-02 status: cancled } }",
    "initiative p { initiative a { timeline: 2026-01 } initiativ b { timeline: 2026-02 } }",
    "initiative p { initiative a { timeline: 2026-01 } initiative b { initiative c { timeline: 2026-13 } } }",
    "initiative p { initiative a { timeline: 2026-01 } initiative b { timeline: after p for 1 month } }",
  ];
  for (const source of sources) expect(dates(source, "p"), source).toBe("none");
});

test("deadlines are the last day of what is written", () => {
  const { all, entity } = universeOf(`
    objective a { due: 2026-Q3 timeline: 2026 }
    objective b { timeline: 2026 }
    objective c { timeline: 2026 .. }
    objective d { due: 2026-13 timeline: 2026 }
    initiative crm { milestone pilot { date: 2026-07 } }
  `);
  const due = (name: string) => {
    const day = dueOf(all, entity(name));
    return day === undefined ? "none" : iso(day);
  };
  expect(["a", "b", "c", "d"].map(due)).toEqual(["2026-09-30", "2026-12-31", "none", "none"]);
  expect(iso(milestoneDate(all, entity("crm.pilot")) ?? 0)).toBe("2026-07-31");
});

test("overdue is what is decided, not done and past its end", () => {
  const { all, entity } = universeOf(`
    initiative late { timeline: 2026-02-01 .. 2026-Q3 status: active }
    initiative today { timeline: 2026-02-01 .. 2026-11-23 }
    initiative yesterday { timeline: 2026-02-01 .. 2026-11-22 }
    initiative idea { timeline: 2026-Q1 status: proposed }
    initiative done { timeline: 2026-Q1 status: completed }
    initiative open { timeline: 2026-Q1 .. }
    initiative odd { timeline: 2026-Q1 status: compleet }
    initiative crm {
      milestone pilot { date: 2026-10 }
      milestone reached { date: 2026-10 status: reached }
    }
    objective goal { due: 2026-11 }
    objective missed-goal { due: 2026-10 }
    risk seen { next-review: 2026-11-13 }
    risk gone { next-review: 2026-11-13 status: closed }
    milestone law { date: 2026-11-13 }
    initiative programme {
      initiative part { timeline: 2026-02 .. 2026-11-13 }
    }
    initiative shut { status: cancelled
      initiative inside { timeline: 2026-02 .. 2026-11-13 }
    }
  `);
  const days = (name: string) => overdueDays(all, entity(name));
  // From 30 September to 23 November: 31 days of October and 23 of November.
  expect(days("late")).toBe(54);
  expect(["today", "yesterday"].map(days)).toEqual([0, 1]);
  expect(["idea", "done", "open", "odd"].map(days)).toEqual([0, 0, 0, 0]);
  expect(["crm.pilot", "crm.reached"].map(days)).toEqual([23, 0]);
  expect(["goal", "missed-goal"].map(days)).toEqual([0, 23]);
  expect(["seen", "gone"].map(days)).toEqual([10, 0]);
  expect(["law", "programme", "part", "inside"].map(days)).toEqual([10, 10, 10, 0]);
});
