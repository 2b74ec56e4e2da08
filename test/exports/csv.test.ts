// A view as CSV → what spreadsheets and programs read of it.
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { gridOf } from "../../client/exports/grid.ts";
import { views } from "../../server/views/index.ts";
import { dataOf, exported, exportedText, nastyTitles, roadmapWith } from "./exported.ts";

function read(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, { bom: true, columns: true, record_delimiter: "\r\n" });
}

test.each(views.map(({ name }) => name))("%s: each row of the table is a record", async (name) => {
  const data = dataOf(name);
  const records = read(await exportedText([data], "csv"));
  const { columns, rows } = gridOf(data);
  expect(records.length).toBe(rows.length);
  expect(Object.keys(records[0] ?? {})).toEqual(columns.map(({ head }) => head));
});

test("it begins with the mark that spreadsheets need, and lines end as RFC 4180 says", async () => {
  const bytes = await exported([dataOf("risks")], "csv");
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(
    text
      .split("\n")
      .slice(0, -1)
      .every((line) => line.endsWith("\r")),
  ).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
});

test("days are ISO, amounts are plain decimals under a head with their currency", async () => {
  const plan = `strategy s "S" { currency: CHF }
    initiative a "A" { timeline: 2026-02 .. 2027 progress: 40% budget: 1234567.89 }
    initiative b "B" {}`;
  const [first, second] = read(await exportedText([dataOf("roadmap", plan)], "csv"));
  expect(first).toMatchObject({
    Title: "A",
    Start: "2026-02-01",
    End: "2027-12-31",
    Progress: "0.4",
    "Amount (CHF)": "1234567.89",
  });
  expect(second).toMatchObject({ Title: "B", Start: "", Progress: "", "Amount (CHF)": "" });
});

test("no cell begins a formula, and each is read as it was", async () => {
  const records = read(await exportedText([roadmapWith(nastyTitles)], "csv"));
  const titles = records.filter((one) => one.Kind === "Initiative").map((one) => one.Title);
  for (const [at, title] of titles.entries()) {
    expect(title).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    const plain = nastyTitles[at] ?? "";
    expect([plain, `'${plain}`]).toContain(title);
  }
  expect(titles.slice(0, 4)).toEqual(nastyTitles.slice(0, 4).map((title) => `'${title}`));
  expect(titles.length).toBe(nastyTitles.length);
});

test("a negative figure stays a number", async () => {
  const plan = 'initiative a "A" { timeline: 2026 cost { other: 5 } benefit: 2 }';
  const [first] = read(await exportedText([dataOf("roadmap", plan)], "csv"));
  expect(first?.Return).toBe("-0.6");
});
