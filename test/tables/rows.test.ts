// Rows that say something else than one thing of a plan, and columns of which only the cells tell → what becomes of them.
import { expect, test } from "vitest";
import { planIn, tableOf } from "./tables.ts";

test("a row that adds up those above it is kept as a comment, since its money would count twice", () => {
  const result = tableOf(`
    Projekt | Verantwortlich | Budget
    CRM     | Anna   | 100000
    Summe   |        | 100000`);
  expect(planIn(result)).toContain("// Row of a total: Summe, 100000");
  expect(result.sentence).toBe("1 initiative; 1 value was not understood and stands as a comment.");
});

test("work may bear such a name, where more than a figure is said of it", () => {
  const result = tableOf(`
    Project | Owner | Budget
    CRM     | Anna  | 100000
    Total   | Jo    | 200000`);
  expect(result.sentence).toBe("2 initiatives; all of the table was understood.");
});

test("a column with yes and no says which rows are milestones, and no more than that", () => {
  const result = tableOf(`
    Name    | Finish     | Milestone
    Build   | 2027-03-31 | No
    Go-live | 2027-04-15 | Yes`);
  expect(result.sentence).toBe("1 initiative and 1 milestone; all of the table was understood.");
  expect(planIn(result)).toContain('milestone go-live "Go-live"');
});

test("a goal is taken from the row above only where it stands before the titles, as groups do", () => {
  const before = tableOf(`
    Objective | Initiative
    Grow      | Shop
              | App`);
  expect(before.notes).toEqual(["Where 'Objective' is blank, the one above it is taken."]);
  const behind = tableOf(`
    Initiative | Objective
    Shop       | Grow
    App        |`);
  expect(behind.notes).toEqual([]);
  expect(planIn(behind)).toMatch(/^initiative app "App"$/m);
});

test("one blank before a title sets nothing in", () => {
  const result = tableOf([["Name"], ["Shop"], [" App"]]);
  expect(planIn(result)).toBe('initiative shop "Shop"\n\ninitiative app "App"');
});

test("a step on a scale may have its number beside its word", () => {
  const result = tableOf(`
    Risk       | Likelihood   | Impact
    Ransomware | 2 - Unlikely | 5 - Critical
    Fire       | High (4)     | 3: somewhat bad`);
  expect(planIn(result)).toMatch(/ransomware[^}]*probability: low\n {2}impact: very-high/);
  expect(planIn(result)).toMatch(/fire[^}]*probability: high\n {2}impact: medium/);
});

test("where no heading is that of a title, the first column of other words is, and it is told", () => {
  const result = tableOf(`
    Epic       | Theme  | Quarter
    Mobile app | Growth | Q1 2027
    Search     | Growth | Q2 2027`);
  expect(result.notes).toEqual(["'Epic' is taken for the title of the rows."]);
  expect(planIn(result)).toContain('initiative mobile-app "Mobile app" {\n  theme: growth');
});

test("sections of a board that are words for a status are statuses", () => {
  const board = (first: string) =>
    tableOf(`
      Task ID | Created At | Completed At | Name | Section/Column
      1       | 2026-01-10 |              | Shop | ${first}
      2       | 2026-01-10 |              | App  | Done`);
  expect(planIn(board("In progress"))).toContain('"Shop" {\n  status: active');
  expect(planIn(board("Growth"))).toContain('"Shop" {\n  theme: growth');
});

test("a unit may stand behind a heading without brackets", () => {
  for (const heading of ["Budget T€", "Budget TEUR", "Budget k€", "Budget (T€)", "Budget in TEUR"])
    expect(planIn(tableOf(`Projekt | ${heading}\nCRM | 1200`))).toContain("budget: 1.2M");
  for (const heading of ["Budget Mio. €", "Budget in Mio. EUR", "Budget M€"])
    expect(planIn(tableOf(`Projekt | ${heading}\nCRM | 1200`))).toContain("budget: 1.2B");
  for (const heading of ["Budget €", "Budget EUR", "Kosten EUR"])
    expect(planIn(tableOf(`Projekt | ${heading}\nCRM | 1200`))).toContain("budget: 1.2k");
});

test("a total may stand in the column of the groups", () => {
  const result = tableOf(`
    Ziel   | Maßnahme | Budget T€
    Kunden | CRM      | 1200
    Summe  |          | 1200`);
  expect(planIn(result)).toContain("// Row of a total: Summe, 1200");
  expect(planIn(result)).not.toContain("objective summe");
});
