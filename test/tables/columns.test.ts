// Headings in three languages, and what stands below them → what each column says, and what the rows are.
import { expect, test } from "vitest";
import { columnsIn, planIn, tableOf } from "./tables.ts";

test("headings are known in English, German and French, whatever their case, accents and units", () => {
  const english = tableOf(`
    Project name | Project Manager | START-DATE | Due Date | Budget (k€) | % complete | RAG status
    CRM          | Anna Schmidt    | 2026-03-01 | 2027-03-31 | 1,200     | 40         | Amber`);
  const german = tableOf(`
    Vorhaben | Verantwortliche/r | Geplanter Beginn | Enddatum   | Budget in TEUR | Fortschritt in % | Ampel
    CRM      | Anna Schmidt      | 01.03.2026       | 31.03.2027 | 1.200          | 40               | gelb`);
  const french = tableOf(`
    Projet | Chef de projet | Date de Début | Échéance   | Coût (k€) | Avancement | Météo
    CRM    | Anna Schmidt   | 01/03/2026    | 31/03/2027 | 1 200     | 40 %       | orange`);
  const fields = ["title", "owner", "start", "end", "budget", "progress", "health"];
  for (const result of [english, german, french]) {
    expect(result.columns.map(({ field }) => field)).toEqual(fields);
    expect(planIn(result)).toBe(`initiative crm "CRM" {
  owner: anna-schmidt
  timeline: 2026-03-01 .. 2027-03-31
  budget: 1.2M
  progress: 40%
  health: amber
}`);
  }
});

test("of a heading that may mean several things the cells below it tell", () => {
  const kpis = tableOf(`
    KPI     | Ziel | Start | Ist
    Churn   | 2,5  | 4,2   | 3,6`);
  expect(columnsIn(kpis)).toEqual(["KPI: title", "Ziel: target", "Start: baseline", "Ist: actual"]);
  const work = tableOf(`
    Vorhaben | Ziel               | Start      | Level
    CRM      | Kunden binden      | 01.03.2026 | 1`);
  expect(columnsIn(work)).toEqual([
    "Vorhaben: title",
    "Ziel: objective",
    "Start: start",
    "Level: depth",
  ]);
  const goals = tableOf(`
    Objective | Level
    Grow      | Company`);
  expect(columnsIn(goals)).toEqual(["Objective: title", "Level: level"]);
});

test("what rows are is told by a column, by the title's heading, by what they have, else by the name of the file", () => {
  const kinds = (table: string, file = "plan.csv") =>
    planIn(tableOf(table, { file })).match(/^ *[a-z]+(?= )/gm);
  expect(
    kinds(`
    Type       | Title
    Objective  | Grow
    Epic       | CRM
    Key Result | Churn`),
  ).toEqual(["objective", "initiative", "kpi"]);
  expect(
    kinds(`
    Risk
    Lock-in`),
  ).toEqual(["risk"]);
  expect(
    kinds(`
    Name  | Baseline | Target | Unit
    Churn | 4.2      | 3      | %`)?.[0],
  ).toEqual("kpi");
  expect(kinds("Name | Owner\nChurn | Anna", "risk register.csv")?.[0]).toEqual("risk");
  expect(kinds("Name | Owner\nChurn | Anna")?.[0]).toEqual("initiative");
});

test("what is asked for comes before what is guessed; a column can be left out", () => {
  const table = `
    Name | Lead | Sprint | Votes
    CRM  | Anna | 12     | 3`;
  const map = { Lead: "sponsor", Sprint: "tags", Votes: "" };
  expect(planIn(tableOf(table, { map }))).toBe(`initiative crm "CRM" {
  sponsor: anna
  // Sprint: 12
}`);
  expect(planIn(tableOf(table, { kind: "objective" }))).toContain('objective crm "CRM" {');
});

test("the headings stand below what is above them, and are repeated", () => {
  const result = tableOf(`
    Report of the PMO | |
    as of today | |
    Name | Start | Owner
    CRM  | 2026  | Anna
    Name | Start | Owner
    ERP  | 2027  | Jo`);
  expect(planIn(result).match(/^initiative \S+/gm)).toEqual(["initiative crm", "initiative erp"]);
  expect(result.text).toMatch(/^strategy report-of-the-pmo "Report of the PMO"/);
});

test("without a column for the title nothing is made, and it is said what to do", () => {
  expect(() => tableOf("Colour | Votes\nred | 3")).toThrow(
    `No column of plan.csv is known to be the title of its rows. It has 'Colour' and 'Votes'. Call one of them 'Title', and try again.`,
  );
  expect(() => tableOf("Name | Start")).toThrow("There are no rows in plan.csv.");
});

test("more rows than a plan has are refused", () => {
  const rows = [["Name"], ...Array.from({ length: 20_001 }, (_, at) => [`Row ${at}`])];
  expect(() => tableOf(rows)).toThrow("plan.csv has more than 20,000 rows.");
});
