// The tables of views as other programs want them: each cell says what it is, and what is not known is blank.
import { readFileSync } from "node:fs";
import { Big } from "big.js";
import { expect, test } from "vitest";
import { tableOf } from "../../client/drawings/index.ts";
import { type GridCell, gridOf } from "../../client/exports/grid.ts";
import { views } from "../../server/views/index.ts";
import { allData, dataOf } from "./exported.ts";

/** The cells of a column by the id of their row. */
function column(view: string, key: string, text?: string): ReadonlyMap<string, GridCell> {
  const { columns, rows } = gridOf(dataOf(view, text));
  const at = columns.findIndex((one) => one.key === key);
  expect(at).toBeGreaterThanOrEqual(0);
  return new Map(rows.map(({ id, entries }) => [id, entries[at]]));
}

const plan = `
strategy s "S" { currency: EUR budget: 5M horizon: 2026 .. 2027 }
objective grow "Grow" { level: business owner: cfo }
role cfo "CFO" {}
initiative move "Move" {
  supports: grow
  timeline: 2026-02 .. 2027
  status: active
  progress: 40%
  budget: 1234567.89
  cost { licences: 1000.5 }
  milestone live "Live" { date: 2026-06-01 }
}
initiative coin "Coin" { status: proposed }
review spring "Spring" { date: 2026-10-05 }
kpi churn "Churn" { measures: grow unit: "%" baseline: 4 on 2026-01-01 target: 2.5 by 2026-12-31 actual: 3.75 on 2026-10-31 }
risk lock "Lock-in" { affects: move probability: high impact: high loss: 100k }
team ops "Ops" { capacity: 5 FTE }
`;

test.each(views.map(({ name }) => name))(
  "%s: each column has a name and one kind of cell",
  (name) => {
    const { columns, rows } = gridOf(dataOf(name));
    const keys = columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z][A-Za-z]*$/);
    expect(keys).not.toContain("id");
    for (const { entries } of rows) {
      expect(entries.length).toBe(columns.length);
      for (const [at, entry] of entries.entries())
        if (entry !== undefined) expect([keys[at], entry.is]).toEqual([keys[at], columns[at]?.is]);
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  },
);

test("docs/exports.md names the columns of each view, and what they are", () => {
  const page = readFileSync("docs/exports.md", "utf8");
  for (const { name } of views) {
    const [, told = ""] = new RegExp(`^\\| \`${name}\` \\| (.*) \\|$`, "m").exec(page) ?? [];
    const columns = gridOf(dataOf(name)).columns.map(({ key, is }) =>
      is === "text" ? `\`${key}\`` : `\`${key}\` (${is})`,
    );
    expect(told).toBe(columns.join(", "));
  }
});

test("a figure of a table is sorted by what it is exactly", () => {
  for (const data of allData()) {
    const facts = tableOf(data).rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (typeof cell === "object" && cell.fact ? [cell] : [])),
    );
    expect(facts.length).toBeGreaterThan(data.view === "alignment" ? 10 : 20);
    for (const { by, fact } of facts) {
      if (by === Number.POSITIVE_INFINITY) continue;
      if (fact?.is === "money") expect(Number(fact.amount)).toBe(by);
      if (fact?.is === "share") expect(fact.share).toBe(by);
      if (fact?.is === "number") expect(fact.number).toBe(by);
      if (fact?.is === "day") expect(fact.day).toBe(by);
    }
  }
});

test("the roadmap has what an office for projects keeps of each initiative", () => {
  const { columns, rows } = gridOf(dataOf("roadmap", plan));
  const facts = rows.map(({ id, entries }) => [
    id,
    Object.fromEntries(
      columns.flatMap(({ key }, at) => {
        const entry = entries[at];
        return entry === undefined ? [] : [[key, Object.values(entry)[1]]];
      }),
    ),
  ]);
  expect(Object.fromEntries(facts)).toMatchObject({
    "work:move": {
      ...{ group: "Grow", title: "Move", kind: "Initiative", objectives: "Grow" },
      ...{ status: "Active", start: "2026-02-01", end: "2027-12-31", progress: 0.4 },
      ...{ amount: "1234567.89", budget: "1234567.89", cost: "1000.5" },
    },
    "milestone:move:live": { title: "Live", kind: "Milestone", partOf: "Move", end: "2026-06-01" },
    "work:coin": { group: "Supports no objective", gap: "Supports no objective" },
  });
  expect(rows.map(({ id }) => id.split(":").slice(0, 2).join(":"))).toEqual([
    ...["work:move", "milestone:move", "work:coin", "event:review", "event:target"],
  ]);
});

test("what nobody knows is blank, and never 0", () => {
  for (const key of ["start", "end", "progress", "amount", "budget", "cost", "return"])
    expect([key, column("roadmap", key, plan).get("work:coin")]).toEqual([key, undefined]);
  const bare = 'kpi k "K" {}\nrisk r "R" { affects: i }\ninitiative i "I" {}\nteam t "T" {}';
  for (const data of allData(bare))
    for (const { entries } of gridOf(data).rows)
      for (const entry of entries)
        if (entry !== undefined && "number" in entry) expect(entry.number).not.toBe(0);
  expect(column("scorecard", "progress", bare).get("kpi:k")).toBeUndefined();
  expect(column("risks", "today", bare).get("risk:r")).toBeUndefined();
  expect(column("risks", "gap", bare).get("risk:r")).toMatchObject({
    text: "No probability, no impact",
  });
});

test("the least that a figure can be is said to be that", () => {
  const least = `initiative a "A" { budget: 1M EUR }
    initiative p "P" { cost { upfront: 2M licences: 100k per year } }`;
  expect(column("roadmap", "atLeast", least).get("work:p")).toMatchObject({ text: "Amount; Cost" });
  expect(column("roadmap", "atLeast", least).get("work:a")).toBeUndefined();
});

test("by what they are counted in, rows of money add up", () => {
  const { columns, rows } = gridOf(dataOf("money"));
  const at = (key: string) => columns.findIndex((one) => one.key === key);
  const sumOf = (group: string, within: string, key: string) =>
    rows
      .map(({ entries }) => entries)
      .filter((entries) => {
        const [first, counted] = [entries[at("group")], entries[at("countedIn")]];
        return (
          first?.is === "text" &&
          first.text === group &&
          counted?.is === "text" &&
          counted.text === within
        );
      })
      .reduce((sum, entries) => {
        const entry = entries[at(key)];
        return entry?.is === "money" ? sum.plus(entry.amount) : sum;
      }, new Big(0))
      .toFixed();
  for (const by of ["objective", "team", "technology"])
    expect(sumOf(`Where it goes, by ${by}`, "All open work", "amount")).toBe("17500000");
  const whole = column("money", "cost").get("Cost by head and year:all:total");
  expect(whole).toMatchObject({
    is: "money",
    amount: sumOf("Cost by head and year", "All cost, together", "cost"),
  });
});
