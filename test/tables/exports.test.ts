// The documented exports of other tools, and tables as departments keep them → strategies, as they stand in fixtures/.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rowsOfFile } from "../../client/tables/file-rows.ts";
import type { TableText } from "../../server/tables/shape.ts";
import { tableOf } from "./tables.ts";

const fixtures = new URL("fixtures/", import.meta.url);

async function read(file: string): Promise<TableText> {
  const found = await rowsOfFile(readFileSync(new URL(file, fixtures)), file);
  if ("refused" in found) throw new Error(found.refused);
  const [sheet] = found.sheets;
  return tableOf(sheet?.rows ?? [], { file, decimal: found.decimal });
}

test.each([
  [
    "viva-goals",
    "Viva Goals",
    "4 KPIs, 2 objectives and 1 initiative; 17 values were not understood and stand as comments.",
  ],
  ["jira", "Jira", "5 initiatives; 5 values were not understood and stand as comments."],
  ["asana", "Asana", "5 initiatives; all of the table was understood."],
  ["monday", "Monday", "5 initiatives; 1 value was not understood and stands as a comment."],
  [
    "ms-project",
    "MS Project",
    "6 initiatives and 1 milestone; 3 values were not understood and stand as comments.",
  ],
  [
    "massnahmen",
    undefined,
    "4 initiatives and 2 objectives; 4 values were not understood and stand as comments.",
  ],
  [
    "risques",
    undefined,
    "3 risks and 1 initiative; 1 value was not understood and stands as a comment.",
  ],
  ["okr", undefined, "4 KPIs and 2 objectives; all of the table was understood."],
])("%s.csv", async (name, source, sentence) => {
  const result = await read(`${name}.csv`);
  expect([result.source, result.sentence]).toEqual([source, sentence]);
  await expect(result.text).toMatchFileSnapshot(`fixtures/${name}.strategy`);
});

test("an export is known by its columns, in whatever order, and without those that were taken out", async () => {
  const rows = [
    ["Status", "Summary", "Assignee", "Issue Type", "Issue id", "Due date"],
    ["Done", "Move the shop", "Tara Okafor", "Epic", "20001", "30/Jun/27 12:00 AM"],
  ];
  expect(tableOf(rows).source).toBe("Jira");
  expect(tableOf(rows.map((row) => row.slice(0, 3))).source).toBeUndefined();
});
