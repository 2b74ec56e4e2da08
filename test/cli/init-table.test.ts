// `strategy init --from` tables → a plan, what its columns became, and what to do where that cannot be told.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { folderWith } from "./strategy.ts";

const fixture = (file: string) =>
  readFileSync(new URL(`../tables/fixtures/${file}`, import.meta.url), "utf8");
const on = ["--today", "2026-11-29", "--currency", "EUR"] as const;

test("what each column became is told, and at the end how much was understood", async () => {
  const folder = folderWith({ "okr.csv": fixture("okr.csv") });
  const run = await folder.strategy("init", "--from", "okr.csv", ...on);
  expect([run.code, run.out]).toEqual([0, "plan.strategy\n"]);
  expect(run.talk).toBe(`What the 8 columns of okr.csv became.
  Objective   objective     Delight our customers
  Key Result  title         Net promoter score from 32 to 50
  Owner       owner         Chloe Adeyemi
  Baseline    baseline      32
  Target      target        50
  Current     actual        41
  Unit        unit          NPS
  Due date    end           2027-06-30
Where 'Objective' is blank, the one above it is taken.

  strategy preview
      shows it as a roadmap, and follows as you write
  strategy check
      says what is wrong, and what to do

4 KPIs and 2 objectives; all of the table was understood.
`);
  expect(folder.read("plan.strategy")).toBe(fixture("okr.strategy"));
  const check = await folder.strategy("check", "--today", "2026-11-29");
  expect(check.out).toMatch(/^\d+ warnings/m);
  expect(check.out).not.toContain("error");
});

test("columns say what is asked of them, by their headings without regard to case", async () => {
  const folder = folderWith({ "jira.csv": fixture("jira.csv") });
  const maps = ["--map", "sprint=tags", "--map", "Fix versions=", "--map", "Votes=note"];
  const run = await folder.strategy("init", "--from", "jira.csv", ...maps, ...on);
  expect(run.code).toBe(0);
  expect(run.talk).toMatch(/^ {2}Sprint +tags +Sprint 12$/m);
  expect(run.talk).toMatch(/^ {2}Fix versions +\(left out\) +2026\.3$/m);
  expect(folder.read("plan.strategy").match(/^ +\/\/ .*/gm)).toContain("    // Votes: 2");
});

test("a column that is spoken of chooses among the sheets of a workbook", async () => {
  const folder = folderWith({});
  const sheetOf = (sheet: string, ...rows: readonly (readonly string[])[]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => ({ value }))),
  });
  const sheets = [
    sheetOf("Read me", ["Name", "Owner", "Status"], ["Notes", "Jo", "done"]),
    sheetOf("Plan", ["Name", "Lead"], ["CRM", "Anna"]),
  ];
  writeFileSync(path.join(folder.path, "b.xlsx"), await writeXlsxFile(sheets).toBuffer());
  const run = await folder.strategy("init", "--from", "b.xlsx", "--map", "Lead=owner", ...on);
  expect(run.talk).toContain("This is the sheet 'Plan'.");
  expect(folder.read("plan.strategy")).toContain('initiative crm "CRM" {\n  owner: anna');
  const none = await folder.strategy(
    "init",
    "x",
    "--separate",
    "--from",
    "b.xlsx",
    "--map",
    "Led=owner",
  );
  expect(none.talk).toContain("b.xlsx has no column 'Led'. Did you mean 'Lead'?");
});

test.each([
  [["--from", "gone.csv"], "There is no file 'gone.csv'."],
  [["--from", "."], "'.' is no file. Name a CSV file or a workbook."],
  [
    ["--from", "jira.csv", "--map", "Sprintt=tags"],
    "jira.csv has no column 'Sprintt'. Did you mean 'Sprint'?",
  ],
  [["--from", "jira.csv", "--map", "Sprint=tgs"], "No column can say 'tgs'. Did you mean 'tags'?"],
  [["--from", "jira.csv", "--map", "Sprint"], 'Write --map as "HEADING=field"'],
  [
    ["--from", "jira.csv", "--kind", "initative"],
    "A row cannot be 'initative'. Did you mean 'initiative'?",
  ],
  [["--from", "jira.csv", "--sheet", "Plan"], "jira.csv has no sheets. Leave out --sheet."],
  [
    ["--from", "jira.csv", "--template", "blank"],
    "A strategy begins from a template or from a table.",
  ],
  [["--sheet", "Plan"], "--sheet is about a table. Name it with --from."],
])("%j is refused, and nothing is written", async (args, says) => {
  const folder = folderWith({ "jira.csv": fixture("jira.csv") });
  const run = await folder.strategy("init", "plan", ...args, ...on);
  expect([run.code, run.out]).toEqual([2, ""]);
  expect(run.talk.replaceAll("\n", " ")).toContain(says);
  expect(() => folder.read("plan/plan.strategy")).toThrow();
});

test("the built program reads a table from a file of its own", () => {
  const folder = folderWith({ "okr.csv": fixture("okr.csv") });
  const run = folder.shell("strategy init --from okr.csv --today 2026-11-29 --currency EUR");
  expect([run.code, run.out]).toEqual([0, "plan.strategy\n"]);
  expect(run.talk).toMatch(/\n4 KPIs and 2 objectives; all of the table was understood\.\n$/);
});
