// Cells as countries and tools write them → dates, amounts, people and choices, decided by the whole column.
import { expect, test } from "vitest";
import { dateIn, periodIn } from "../../server/tables/dates.ts";
import { decimalSignOf, numberIn, writtenAmount } from "../../server/tables/numbers.ts";
import { NameGiver } from "../../server/tables/slugs.ts";
import { planIn, tableOf } from "./tables.ts";

test.each([
  ["2026-03-15", "2026-03-15"],
  ["31.12.2026", "2026-12-31"],
  ["31/12/2026", "2026-12-31"],
  ["12/31/26", "2026-12-31"],
  ["12/Mar/26 9:00 AM", "2026-03-12"],
  ["Mon 3/2/26", "2026-02-03"],
  ["lundi 3 mars 2026", "2026-03-03"],
  ["Mar 15, 2026", "2026-03-15"],
  ["15. März 2026", "2026-03-15"],
  ["2026-03-15T10:00:00.000Z", "2026-03-15"],
  ["46023", "2026-01-01"],
  ["Q3 2026", "2026-Q3"],
  ["T3 2026", "2026-Q3"],
  ["3. Quartal 2026", "2026-Q3"],
  ["3ème trimestre 2026", "2026-Q3"],
  ["FY27 Q2", "2027-Q2"],
  ["1. Halbjahr 2026", "2026-H1"],
  ["03/2026", "2026-03"],
  ["2026", "2026"],
  ["2026-02-30", undefined],
  ["31/31/2026", undefined],
  ["1.5", undefined],
  ["TBD", undefined],
])("the date %s", (cell, iso) => {
  expect(dateIn(cell, "day")).toBe(iso);
});

test.each([
  ["Q3 2026 - Q1 2027", ["2026-Q3", "2027-Q1"]],
  ["Jan - Mar 2026", ["2026-01", "2026-03"]],
  ["01.02.2026 – 31.03.2026", ["2026-02-01", "2026-03-31"]],
  ["du 1er mars 2026 au 3 mai 2026", ["2026-03-01", "2026-05-03"]],
  ["Q2 2026", ["2026-Q2"]],
])("the period %s", (cell, dates) => {
  expect(periodIn(cell, "day")).toEqual(dates);
});

const slashes = (first: string, second: string, locale: string) =>
  tableOf(`Name | Start | End\nCRM | ${first} | ${second}`, { locale });

test("whether the day or the month comes first is decided by the columns, else by the reader's language, and said", () => {
  expect(planIn(slashes("3/4/2026", "13/4/2026", "en-US"))).toContain("2026-04-03 .. 2026-04-13");
  expect(planIn(slashes("3/4/2026", "4/13/2026", "de"))).toContain("2026-03-04 .. 2026-04-13");
  const american = slashes("3/4/2026", "5/6/2026", "en-US");
  expect(planIn(american)).toContain("2026-03-04 .. 2026-05-06");
  expect(american.notes).toEqual([
    "'Start' is read as month/day, as in 3/4/2026: nothing in the table tells.",
    "'End' is read as month/day, as in 5/6/2026: nothing in the table tells.",
  ]);
  expect(planIn(slashes("3/4/2026", "5/6/2026", "fr"))).toContain("2026-04-03 .. 2026-06-05");
});

test("dates that end before they begin stand as comments, both", () => {
  expect(planIn(tableOf("Name | Start | End\nCRM | 2027-01-01 | 2026-01-01"))).toBe(
    `initiative crm "CRM" {\n  // Start: 2027-01-01\n  // End: 2026-01-01\n}`,
  );
});

test.each([
  ["1.200.000,50 €", "1_200_000.5", "EUR"],
  ["CHF 1'250'000", "1.25M", "CHF"],
  ["1 250 000,00 €", "1.25M", "EUR"],
  ["$1.2M", "1.2M", "USD"],
  ["250 TEUR", "250k", "EUR"],
  ["12 Mio. EUR", "12M", "EUR"],
  ["(1,200)", "-1.2k", undefined],
  ["1,5E+06", "1.5M", undefined],
])("the amount %s", (cell, amount, currency) => {
  const sign = decimalSignOf([cell], true);
  const number = numberIn(cell, sign === "," ? "," : ".");
  expect([number && writtenAmount(number.value), number?.currency]).toEqual([amount, currency]);
});

test("one number of a column tells how all of them are written", () => {
  const budgets = (...cells: readonly string[]) =>
    planIn(
      tableOf([["Name", "Budget"], ...cells.map((cell, at) => [`P${at}`, cell])], { locale: "de" }),
    ).match(/(?<=budget: ).*/g);
  expect(budgets("1.200", "3,50")).toEqual(["1.2k", "3.5"]);
  expect(budgets("1,200", "3.50")).toEqual(["1.2k", "3.5"]);
  // Nobody writes money with three decimals.
  expect(budgets("1.200")).toEqual(["1.2k"]);
});

test("the currency is that of the amounts, and an amount in another one says so", () => {
  const euro = tableOf("Name | Budget\nCRM | 5 €", { currency: "CHF" });
  expect(euro.text).toContain("currency: EUR");
  const both = tableOf("Name | Budget\nCRM | 5 €\nERP | $7", { currency: "CHF" });
  expect(both.text.match(/(?<=currency: |budget: ).*/g)).toEqual(["CHF", "5 EUR", "7 USD"]);
});

test.each([
  ["0.4", "1", ["40%", "100%"]],
  ["40", "100", ["40%", "100%"]],
  ["40%", "100 %", ["40%", "100%"]],
])("progress of %s and %s", (first, second, progress) => {
  const result = tableOf(`Name | Progress\nA | ${first}\nB | ${second}`);
  expect(planIn(result).match(/\d+%/g)).toEqual(progress);
});

test("people have one name, however they are written, and each is declared once", () => {
  const result = tableOf([
    ["Name", "Owner"],
    ["A", "Schmidt, Anna"],
    ["B", "anna.schmidt@acme.example"],
    ["C", "Meyer, Jo; Schmidt, Anna"],
    ["D", "[Unassigned]"],
    ["E", "Platform Team"],
  ]);
  expect(result.text.match(/^ +(?:owner|co-owners): .*/gm)).toEqual([
    "  owner: anna-schmidt",
    "  owner: anna-schmidt",
    "  owner: jo-meyer",
    "  co-owners: anna-schmidt",
    "  owner: platform-team",
  ]);
  expect(result.text.match(/^(?:role|team) .*/gm)).toEqual([
    'team platform-team "Platform Team"',
    'role anna-schmidt "Anna Schmidt"',
    'role jo-meyer "Jo Meyer"',
  ]);
});

test("a status that says how well it goes is under way, with its health", () => {
  const of = (status: string) =>
    planIn(tableOf(`Name | Status\nCRM | ${status}`))
      .split("\n")
      .slice(1, -1)
      .map((line) => line.trim());
  expect(of("At risk")).toEqual(["status: active", "health: amber"]);
  expect(of("Erledigt")).toEqual(["status: completed"]);
  expect(of("En cours")).toEqual(["status: active"]);
  expect(of("Won't Do")).toEqual(["status: cancelled"]);
  expect(of("Waiting for Godot")).toEqual(["// Status: Waiting for Godot"]);
});

test("names are those of the titles in their own script, and each is given once", () => {
  const names = new NameGiver([{ kind: "initiative", name: "crm" }]);
  const given = ["CRM", "Crm", "5G rollout", "Größe der Äcker", "目標", "🚀", "🚀", "after"].map(
    (title) => names.give("initiative", title),
  );
  expect(given).toEqual([
    "crm-2",
    "crm-3",
    "initiative-5g-rollout",
    "größe-der-äcker",
    "目標",
    "initiative-1",
    "initiative-2",
    "initiative-after",
  ]);
});
