// A bar that is moved, dragged at an edge or laid on the calendar → the smallest edit, in the terms in which it is written.
import { describe, expect, test } from "vitest";
import { all, check, type Deed, drag, exactly, move } from "./check.ts";

/** A timeline before and after; a sentence with which it is refused stands for itself. */
function timeline(before: string, deed: Deed, after: string, settings = ""): void {
  const plan = (own: string) => `
strategy main "Main" {
  horizon: 2026 .. 2028
${settings}}
initiative crm "CRM" {
  timeline: 2026-01 .. 2026-03
}
initiative it "It" {
  timeline: ${own} // as agreed
  status: active
}
`;
  check(plan(before), deed, /[^.]\.$/.test(after) ? after : plan(after));
}

const april = "  fiscal-year-start: 4\n";

describe("a bar that is moved", () => {
  test.each([
    ["2026-Q2", 91, "2026-Q3"],
    ["2026-Q2", 60, "2026-Q3"],
    ["2026-Q2", 40, "2026-Q2"],
    ["2026-Q4", 90, "2027-Q1"],
    ["2026-H2", 184, "2027-H1"],
    ["2026", -365, "2025"],
    ["2026-11", 31, "2026-12"],
    ["2026-11", 61, "2027-01"],
    ["2026-05-20", -20, "2026-04-30"],
    ["2026-Q2 .. 2026-Q4", -91, "2026-Q1 .. 2026-Q3"],
    ["2026-Q1..2026-Q1", 90, "2026-Q2..2026-Q2"],
    ["2026-02 .. 2026-Q3", 100, "2026-05 .. 2026-Q4"],
    ["2026-H2 .. 2027", 365, "2027-H2 .. 2028"],
    ["2026-02-10 .. 2026-03-09", 12, "2026-02-22 .. 2026-03-21"],
    ["2026-02-01 .. 2026-Q3", 91, "2026-05-04 .. 2026-Q4"],
    ["2026-Q1 .. 2026-08-15", 92, "2026-Q2 .. 2026-11-13"],
    ["2026-03 for 6 weeks", 61, "2026-05 for 6 weeks"],
    ["2026-03-31 for 1 month", -31, "2026-02-28 for 1 month"],
    ["2026-04 ..", 30, "2026-05 .."],
    ["2026-Q1/* why */..   2026-Q2", 90, "2026-Q2/* why */..   2026-Q3"],
  ])("%s by %i days", (before, days, after) => timeline(before, move("it", days), after));

  test("goes by the quarters of the fiscal year", () =>
    timeline("2027-Q1 .. 2027-Q4", move("it", 91), "2027-Q2 .. 2028-Q1", april));

  test("to the day where it is asked for", () => {
    timeline("2026-Q2", exactly(move("it", 9)), "2026-04-10 .. 2026-07-09");
    timeline("2026-Q2 .. 2026-Q3", exactly(move("it", 9)), "2026-04-10 .. 2026-10-09");
    timeline("2026-03 for 6 weeks", exactly(move("it", 1)), "2026-03-02 for 6 weeks");
  });

  test("cannot leave the years that a date can name", () =>
    timeline(
      "0001 .. 0002",
      move("it", -365),
      "Dates lie in the years 0001 to 9999. Drag it less far.",
    ));
});

describe("an edge that is dragged", () => {
  test.each([
    ["2026-Q2", { end: "2026-09-30" }, "2026-Q2 .. 2026-Q3"],
    ["2026-Q2", { start: "2026-01-05" }, "2026-Q1 .. 2026-Q2"],
    ["2026-Q2 .. 2026-Q3", { end: "2026-07-03" }, "2026-Q2"],
    ["2026-Q2 .. 2026-Q3", { start: "2026-06-20" }, "2026-Q3"],
    ["2026-Q2..2026-Q3", { start: "2026-06-20" }, "2026-Q3..2026-Q3"],
    ["2026-Q2 .. 2026-Q3", { end: "2025-01-01" }, "2026-Q2"],
    ["2026-Q2 .. 2026-Q3", { start: "2028-01-01" }, "2026-Q3"],
    ["2026-Q2 .. 2026-08-15", { start: "2028-01-01" }, "2026-Q3 .. 2026-08-15"],
    ["2026-05-20 .. 2026-Q3", { end: "2026-01-01" }, "2026-05-20 .. 2026-Q2"],
    ["2026-05-20 .. 2026-06-02", { end: "2026-06-09" }, "2026-05-20 .. 2026-06-09"],
    ["2026-05-20 .. 2026-06-02", { end: "2026-05-20" }, "2026-05-20"],
    ["2026-04 ..", { end: "2026-08-25" }, "2026-04 .. 2026-08"],
    ["2026-04 ..", { start: "2026-08-25" }, "2026-09 .."],
    ["2026 .. 2027", { end: "2028-10-01" }, "2026 .. 2028"],
    ["2026-03 for 6 weeks", { end: "2026-04-18" }, "2026-03 for 7 weeks"],
    ["2026-03 for 6  weeks", { end: "2026-01-01" }, "2026-03 for 1  week"],
    ["2026-03 for 1 quarter", { end: "2026-08-31" }, "2026-03 for 2 quarters"],
    ["2026-01-31 for 1 month", { end: "2026-03-30" }, "2026-01-31 for 2 months"],
    ["2026-03 for 6 months", { start: "2026-01-01" }, "2026-01 for 8 months"],
    ["2026-03 for 6 months", { start: "2027-01-01" }, "2026-08 for 1 month"],
    ["2026-03-02 for 6 weeks", { start: "2026-03-05" }, "2026-03-05 for 6 weeks"],
    ["2026-03-02 for 6 weeks", { start: "2026-03-09" }, "2026-03-09 for 5 weeks"],
  ])("%s to %o", (before, to, after) => timeline(before, drag("it", to), after));

  test("goes by the quarters of the fiscal year", () => {
    timeline("2027-Q1", drag("it", { end: "2026-09-20" }), "2027-Q1 .. 2027-Q2", april);
    const named = `${april}  fiscal-year-named-by: start\n`;
    timeline("2026-Q1", drag("it", { end: "2027-03-31" }), "2026-Q1 .. 2026-Q4", named);
  });

  test("to the day where it is asked for", () => {
    timeline("2026-Q2", exactly(drag("it", { end: "2026-08-10" })), "2026-Q2 .. 2026-08-10");
    timeline("2026-Q2", exactly(drag("it", { start: "2026-03-10" })), "2026-03-10 .. 2026-Q2");
    timeline(
      "2026-03 for 1 month",
      exactly(drag("it", { end: "2026-04-02" })),
      "2026-03 for 33 days",
    );
    timeline("2026-04 ..", exactly(drag("it", { end: "2026-08-25" })), "2026-04 .. 2026-08-25");
  });

  test("cannot make a length that no text can say", () =>
    timeline(
      "2026-03-02 for 5 days",
      drag("it", { end: "9000-01-01" }),
      "No length is over 100000 days. Drag it less far.",
    ));

  test("to a day that is in no calendar stays where it is", () =>
    timeline(
      "2026-Q2",
      drag("it", { end: "2026-02-30" }),
      "'2026-02-30' is no day of the calendar. Drag it to another one.",
    ));
});

describe("what starts after something else", () => {
  test.each([
    ["after crm for 3 months", { end: "2026-07-31" }, "after crm for 4 months"],
    [
      "after crm for 3 months",
      { start: "2026-05-01", end: "2026-07-31" },
      "after crm for 4 months",
    ],
    ["after crm .. 2026-Q4", { end: "2027-03-20" }, "after crm .. 2027-Q1"],
    ["after crm .. 2026-Q4", { end: "2026-01-01" }, "after crm .. 2026-Q2"],
    ["after crm ..", { end: "2026-06-28" }, "after crm .. 2026-06"],
    [
      "after crm for 3 months",
      { start: "2026-05-01" },
      "'it' starts after 'crm'. Drag its end, or move 'crm'.",
    ],
    [
      "after crm ..",
      { start: "2026-05-01", end: "2028-12-31" },
      "'it' starts after 'crm'. Drag its end, or move 'crm'.",
    ],
  ])("%s to %o", (before, to, after) => timeline(before, drag("it", to), after));

  test("names the one that it waits for last", () =>
    check(
      `
      initiative crm "CRM" { timeline: 2026-01 .. 2026-03 }
      initiative erp "ERP" {
        timeline: 2026
        milestone pilot "Pilot" { date: 2026-02 }
      }
      initiative it "It" { timeline: after crm, erp.pilot for 3 months }
      `,
      drag("it", { start: "2026-05-01" }),
      "'it' starts after 'crm'. Drag its end, or move 'crm'.",
    ));

  test("cannot be dragged where nobody knows when that ends", () =>
    check(
      `
      initiative crm "CRM"
      initiative it "It" { timeline: after crm for 3 months }
      `,
      drag("it", { start: "2026-05-01", end: "2026-07-31" }),
      "'it' starts after 'crm', which has no end yet. Give it one first.",
    ));
});

describe("work that is laid from the tray onto the calendar", () => {
  test.each([
    ["2026-04-01", "2026-06-30", "2026-Q2"],
    ["2026-04-01", "2026-12-31", "2026-Q2 .. 2026-Q4"],
    ["2026-02-01", "2026-02-28", "2026-02"],
    ["2026-02-01", "2026-04-30", "2026-02 .. 2026-04"],
    ["2026-02-03", "2026-04-30", "2026-02-03 .. 2026-04-30"],
    ["2026-02-03", "2026-02-03", "2026-02-03"],
  ])("%s to %s is %s", (start, end, after) =>
    check(
      `
      initiative it "It" {
        owner: cio
        // Soon.
        budget: 1M
      }
      `,
      drag("it", { start, end }),
      `
      initiative it "It" {
        owner: cio
        timeline: ${after}
        // Soon.
        budget: 1M
      }
      `,
    ),
  );

  test("in quarters of the fiscal year, or to the day", () => {
    const plan = (block: string) => `
      strategy main "Main" { fiscal-year-start: 2 }
      initiative it "It"${block}
    `;
    const days = { start: "2026-02-01", end: "2026-04-30" };
    const block = (own: string) => ` {\n        timeline: ${own}\n      }`;
    check(plan(""), drag("it", days), plan(block("2027-Q1")));
    check(plan(""), exactly(drag("it", days)), plan(block("2026-02-01 .. 2026-04-30")));
  });

  test("is refused where a timeline is written that nobody understands", () => {
    const sentence = "What 'it' says of 'timeline' is not understood. Mend it in the text first.";
    const days = { start: "2026-02-01", end: "2026-04-30" };
    for (const own of [
      "timeline: soon",
      "timeline: 2026-Q1\n  timeline: 2026-Q2",
      "timelne: 2026-Q1",
      "timeline: 2026-Q3 .. 2026-Q1",
    ])
      check(`initiative it "It" {\n  ${own}\n}\n`, drag("it", days), sentence);
  });

  test("is refused for what is no work", () =>
    check(
      'objective it "It"\n',
      drag("it", { start: "2026-02-01", end: "2026-04-30" }),
      "'it' has no timeline to drag. Write one in the text.",
    ));
});

test("the cycle of an objective is dragged like a bar", () =>
  check(
    'objective it "It" { timeline: 2026-Q1 .. 2026-Q2 }\n',
    drag("it", { end: "2026-12-31" }),
    'objective it "It" { timeline: 2026-Q1 .. 2026-Q4 }\n',
  ));

test("what a rule says against it is no reason to refuse it", () =>
  check(
    `
    strategy main "Main" { horizon: 2026 }
    initiative crm "CRM" { timeline: 2026-Q3 }
    initiative it "It" { timeline: 2026-Q4 depends-on: crm }
    `,
    all(move("it", -270), move("crm", 200)),
    `
    strategy main "Main" { horizon: 2026 }
    initiative crm "CRM" { timeline: 2027-Q1 }
    initiative it "It" { timeline: 2026-Q1 depends-on: crm }
    `,
  ));

test("all selected bars move together, each as it is written", () =>
  check(
    `
    initiative a "A" { timeline: 2026-Q1 } initiative b "B" { timeline: 2026-02-01 for 2 weeks }
    //- more.strategy
    initiative c "C" {
      timeline: 2026-01 .. 2026-05
    }
    `,
    all(move("a", 90), move("b", 90), move("c", 90)),
    `
    initiative a "A" { timeline: 2026-Q2 } initiative b "B" { timeline: 2026-05-02 for 2 weeks }
    //- more.strategy
    initiative c "C" {
      timeline: 2026-04 .. 2026-08
    }
    `,
  ));

test("the lines of a text end as they did", () => {
  const plan = (own: string) => `initiative it "It" {\r\n  timeline: ${own}\r\n}\r\n`;
  expect(plan("2026-Q1")).toContain("\r");
  check(plan("2026-Q1"), move("it", 90), plan("2026-Q2"));
});
