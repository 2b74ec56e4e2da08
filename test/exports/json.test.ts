// A view as JSON → the shape of docs/exports.md, typed and harmless.
import { expect, test } from "vitest";
import { views } from "../../server/views/index.ts";
import { dataOf, exportedText, nastyTitles, roadmapWith } from "./exported.ts";

async function read(...of: Parameters<typeof dataOf>) {
  return JSON.parse(await exportedText([dataOf(...of)], "json"));
}

test.each(views.map(({ name }) => name))("%s: head, figures, columns and rows", async (name) => {
  const data = dataOf(name);
  const json = await read(name);
  expect(Object.keys(json)).toEqual([
    ...["version", "view", "title", "sentence", "today", "currency", "figures", "columns", "rows"],
  ]);
  expect(json).toMatchObject({
    ...{
      version: 1,
      view: name,
      title: data.title,
      sentence: data.sentence,
      currency: data.currency ?? null,
    },
    ...{ today: "2026-11-23" },
  });
  const keys = json.columns.map(({ key }: { readonly key: string }) => key);
  for (const row of json.rows) expect(Object.keys(row)).toEqual(["id", ...keys]);
});

test("cells are typed, and what is not known is null", async () => {
  const plan = `strategy s "S" { currency: EUR }
    initiative a "A" { timeline: 2026-02 .. 2027 progress: 40% cost { upfront: 2M licences: 100k per year } }
    initiative b "B" {}`;
  const { rows } = await read("roadmap", plan);
  expect(rows).toMatchObject([
    {
      ...{ id: "work:a", title: "A", start: "2026-02-01", end: "2027-12-31", progress: 0.4 },
      amount: { amount: "2191666.67", currency: "EUR" },
    },
    { id: "work:b", start: null, progress: null, amount: null, gap: "Supports no objective" },
  ]);
  const open = await read("roadmap", plan.replace("timeline: 2026-02 .. 2027", ""));
  expect(open.rows[0].amount).toEqual({ amount: "2000000", currency: "EUR", atLeast: true });
});

test("counts by health are numbers", async () => {
  const { figures } = await read("scorecard");
  const counted = figures.filter((one: object) => "counts" in one);
  expect(counted.length).toBeGreaterThan(0);
  for (const { value, counts } of counted) {
    expect(value).toBeNull();
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(["green", "amber", "red", "grey"]));
  }
});

test("each title is read as it was, and no character of it acts on a terminal", async () => {
  const text = await exportedText([roadmapWith(nastyTitles)], "json");
  expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  const work = JSON.parse(text).rows.filter((row: { kind: string }) => row.kind === "Initiative");
  expect(work.map(({ title }: { title: string | null }) => title ?? "")).toEqual([...nastyTitles]);
});
