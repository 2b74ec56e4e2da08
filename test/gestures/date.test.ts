// A mark with one date that is moved → its date, as precise as it is written.
import { expect, test } from "vitest";
import { isRefusal } from "../../server/edits/refusal.ts";
import { universeOf } from "../workspace.ts";
import { check, dragDate, exactly } from "./check.ts";
import { after, dateDragOf } from "./dragged.ts";

const plan = (date: string, settings = "") => `
strategy main "Main" {${settings}
}
initiative crm "CRM" {
  timeline: 2026-Q1 .. 2026-Q4
  milestone pilot "Pilot" { date: ${date} /* or so */ status: planned }
}
`;

test.each([
  ["2026-06-30", "2026-07-04", "2026-07-04"],
  ["2026-06", "2026-08-20", "2026-08"],
  ["2026-06", "2026-08-10", "2026-07"],
  ["2026-Q2", "2026-10-02", "2026-Q3"],
  ["2026-H1", "2026-12-31", "2026-H2"],
  ["2026", "2028-02-01", "2027"],
  ["2026-Q2", "2026-07-20", "2026-Q2"],
])("a milestone of %s goes with %s to %s", (before, to, now) =>
  check(plan(before), dragDate("crm.pilot", to), plan(now)),
);

test("it goes to the day where it is asked for", () =>
  check(plan("2026-Q2"), exactly(dragDate("crm.pilot", "2026-07-20")), plan("2026-07-20")));

test("it goes by the quarters of the fiscal year", () => {
  const april = "\n  fiscal-year-start: 4";
  check(plan("2027-Q1", april), dragDate("crm.pilot", "2026-09-20"), plan("2027-Q2", april));
});

test("its work stays where it is, and it may lie outside of it", () =>
  check(plan("2026-06-30"), dragDate("crm.pilot", "2030-01-01"), plan("2030-01-01")));

test("events and reviews are dragged too", () => {
  check(
    'milestone law "Law" { date: 2027-01 } // in force\n',
    dragDate("law", "2027-03-31"),
    'milestone law "Law" { date: 2027-03 } // in force\n',
  );
  check(
    'review spring "Spring" {\n  date: 2027-04-13\n}\n',
    dragDate("spring", "2027-04-20"),
    'review spring "Spring" {\n  date: 2027-04-20\n}\n',
  );
});

test("what cannot be written is refused", () => {
  check(plan("9998"), dragDate("crm.pilot", "9999-12-31"), plan("9999"));
  check(
    plan("2026-06-30"),
    dragDate("crm.pilot", "0000-12-31"),
    "Dates lie in the years 0001 to 9999. Drag it less far.",
  );
  check(
    plan("2026-06-30"),
    dragDate("crm.pilot", "2027-02-29"),
    "'2027-02-29' is no day of the calendar. Drag it to another one.",
  );
});

test("what has no date of its own is refused", () => {
  const source = 'kpi churn "Churn" { unit: % baseline: 5 on 2026-01 target: 2 by 2027-06 }\n';
  const { model, entity } = universeOf(source);
  const milestone = universeOf('milestone law "Law" { date: 2027-01 }\n');
  const gesture = dateDragOf(milestone.model(), milestone.entity("law"), "2027-06-30");
  const position = { line: 0, character: 4 };
  const of = { ...gesture.of, id: entity("churn").name, position };
  const result = after({ "plan.strategy": source }, model(), [{ ...gesture, of }]);
  expect(isRefusal(result) && result.refused).toBe(
    "'churn' has no date to drag. Change it in the text.",
  );
});
