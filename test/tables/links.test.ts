// What rows name of others → what stands in what, what supports and waits for what, and no circle.
import { expect, test } from "vitest";
import { planIn, tableOf } from "./tables.ts";

/** The heads of the declarations as they stand in each other, and what they name. */
function outline(table: Parameters<typeof tableOf>[0], asked: Parameters<typeof tableOf>[1] = {}) {
  const lines = planIn(tableOf(table, asked)).split("\n");
  const said =
    /^ *(?:(?:objective|initiative|kpi|risk|milestone) |supports:|depends-on:|part-of:|measures:|affects:|timeline: after|\/\/)/;
  return lines
    .filter((line) => said.test(line))
    .map((line) => line.replace(/ "[^"]*"(?: \{)?$/, ""));
}

const deep = [
  "initiative erp",
  "  initiative design",
  "    initiative draft",
  "  initiative build",
];

test("parts stand in what they are part of, by a column, levels, numbers of chapters or indentation", () => {
  expect(
    outline(`
      Key | Name   | Parent
      4   | Draft  | Design
      1   | ERP    |
      2   | Design | 1
      3   | Build  | 1`),
  ).toEqual([
    "initiative erp",
    "  initiative design",
    "    initiative draft",
    "  initiative build",
  ]);
  expect(
    outline(`
      Name   | Outline Level | Start | Finish
      ERP    | 1 | |
      Design | 2 | |
      Draft  | 3 | |
      Build  | 2 | |`),
  ).toEqual(deep);
  expect(
    outline(`
      WBS   | Name
      1     | ERP
      1.1   | Design
      1.1.1 | Draft
      1.2   | Build`),
  ).toEqual(deep);
  expect(outline([["Name"], ["ERP"], ["  Design"], ["     Draft"], ["  Build"]])).toEqual(deep);
});

test("what may not stand in its parent stands in the nearest one above in which it may", () => {
  expect(
    outline(`
      Type       | Title  | Parent
      Objective  | Grow   |
      Key Result | Churn  | Grow
      Project    | CRM    | Churn
      Risk       | Lock-in | CRM
      Objective  | Below  | CRM`),
  ).toEqual([
    "objective grow",
    "  kpi churn",
    "  initiative crm",
    "    risk lock-in",
    "  objective below",
  ]);
});

test("parents in a circle are cut once, and a parent that is nowhere is kept", () => {
  expect(
    outline(`
      Name | Parent
      A    | C
      B    | A
      C    | B
      D    | X-9
      E    | E`),
  ).toEqual([
    "initiative b",
    "  // Parent: A",
    "  initiative c",
    "    initiative a",
    "initiative d",
    "  // Parent: X-9",
    "initiative e",
    "  // Parent: E",
  ]);
});

test("very deep parts name what they are part of", () => {
  const rows = Array.from({ length: 70 }, (_, at) => [`P${at}`, at === 0 ? "" : `P${at - 1}`]);
  const lines = outline([["Name", "Parent"], ...rows]);
  expect(lines.filter((line) => line.startsWith("initiative"))).toEqual([
    "initiative p0",
    "initiative p25",
    "initiative p50",
  ]);
  expect(lines.filter((line) => line.includes("part-of"))).toEqual([
    "  part-of: p24",
    "  part-of: p49",
  ]);
});

test("objectives and initiatives that are named but have no row of their own are declared once", () => {
  expect(
    outline(`
      Initiative | Strategic goal | Key risks         | KPI
      CRM        | Grow           | Lock-in; Overrun  | Churn
      Shop       | grow; Save     |                   |`),
  ).toEqual([
    "objective grow",
    "objective save",
    "initiative crm",
    "  supports: grow",
    "  kpi churn",
    "  risk lock-in",
    "  risk overrun",
    "initiative shop",
    "  supports: grow, save",
  ]);
});

test("a figure or a risk of one thing stands in it, of several names them", () => {
  expect(
    outline(`
      KPI   | Objective  | Target
      Churn | Grow       | 3
      NPS   | Grow; Save | 50`),
  ).toEqual([
    "objective grow",
    "  kpi churn",
    "objective save",
    "kpi nps",
    "  measures: grow, save",
  ]);
});

test("predecessors are waited for, by number or title; what is more than that stays beside", () => {
  expect(
    outline(`
      ID | Name   | Predecessors
      1  | Design |
      2  | Build  | 1
      3  | Test   | 2FS+2 days;1
      4  | Train  | 3SS
      5  | Live   | Test, Train
      6  | Care   | 99`),
  ).toEqual([
    "initiative design",
    "initiative build",
    "  depends-on: design",
    "initiative test",
    "  depends-on: build, design",
    "  // Predecessors: 2FS+2 days;1",
    "initiative train",
    "  // Predecessors: 3SS",
    "initiative live",
    "  depends-on: test, train",
    "initiative care",
    "  // Predecessors: 99",
  ]);
});

test("without dates work begins when what it waits for has ended", () => {
  expect(
    outline(`
      ID | Name   | Start      | Duration | Predecessors
      1  | Design | 2026-03-01 | 6 weeks  |
      2  | Build  |            | 3 months | 1`),
  ).toEqual(["initiative design", "initiative build", "  timeline: after design for 3 months"]);
});

test("what waits in a circle is cut where it closes, across milestones too", () => {
  expect(
    outline(`
      Type      | Name | Parent | Predecessors
      Project   | A    |        | C
      Project   | B    |        | A
      Project   | C    |        | B
      Project   | M    |        | Go
      Milestone | Go   | M      |`),
  ).toEqual([
    "initiative a",
    "  depends-on: c",
    "initiative b",
    "  // Predecessors: A",
    "initiative c",
    "  depends-on: b",
    "initiative m",
    "  // Predecessors: Go",
    "  milestone go",
  ]);
});
