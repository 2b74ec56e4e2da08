// Rows of a table and clicks on its heads → their order.
import { expect, test } from "vitest";
import type { Cell, TableRow } from "../../client/drawings/drawing.ts";
import {
  inTableOrder,
  matchingRows,
  orderAfter,
  type TableOrder,
} from "../../client/preview/sorted.ts";

function rowsOf(...cells: readonly Cell[]): readonly TableRow[] {
  return cells.map((cell, index) => ({ key: String(index), cells: ["Title", cell] }));
}

/** The second cells of the rows, sorted by them. */
function sorted(cells: readonly Cell[], falls = false): readonly string[] {
  return inTableOrder(rowsOf(...cells), { column: 1, falls }).map(({ cells: [, cell = ""] }) =>
    typeof cell === "object" ? cell.text : cell,
  );
}

test("a head is clicked: up, then down, then as it was; another head begins anew", () => {
  const click = (order: TableOrder | undefined, column: number) => orderAfter(order, column);
  const up = click(undefined, 2);
  const down = click(up, 2);
  expect([up, down, click(down, 2)]).toEqual([
    { column: 2, falls: false },
    { column: 2, falls: true },
    undefined,
  ]);
  expect(click(down, 0)).toEqual({ column: 0, falls: false });
});

test("words go by the alphabet, and numbers in them by their size", () => {
  const cells = ["Team 10", "team 9", "Äpfel", "Zebra"];
  expect(sorted(cells)).toEqual(["Äpfel", "team 9", "Team 10", "Zebra"]);
  expect(sorted(cells, true)).toEqual(["Zebra", "Team 10", "team 9", "Äpfel"]);
});

test("an amount goes by its value, not by its words", () => {
  const cells = [
    { text: "900k", by: 900_000 },
    { text: "at least 1.4M", by: 1_400_000 },
    { text: "-3M", by: -3_000_000 },
    { text: "0", by: 0 },
  ];
  expect(sorted(cells)).toEqual(["-3M", "0", "900k", "at least 1.4M"]);
  expect(sorted(cells, true)).toEqual(["at least 1.4M", "900k", "0", "-3M"]);
});

test("what is not known comes last, both ways, in the order of the source", () => {
  const cells = [
    "–",
    { text: "2", by: 2 },
    "",
    { text: "–", by: -1 },
    { text: "not known", by: Number.NaN },
    { text: "1", by: 1 },
    { text: "none", by: "" },
  ];
  const unknown = ["–", "", "–", "not known", "none"];
  expect(sorted(cells)).toEqual(["1", "2", ...unknown]);
  expect(sorted(cells, true)).toEqual(["2", "1", ...unknown]);
});

test("rows that are alike keep the order of the source, both ways", () => {
  const rows = rowsOf("b", "a", "b", "a");
  const keys = (order: TableOrder) => inTableOrder(rows, order).map(({ key }) => key);
  expect(keys({ column: 1, falls: false })).toEqual(["1", "3", "0", "2"]);
  expect(keys({ column: 1, falls: true })).toEqual(["0", "2", "1", "3"]);
  expect(keys({ column: 0, falls: true })).toEqual(["0", "1", "2", "3"]);
});

test("a row without that cell comes last, and without an order all is as it is", () => {
  const short: TableRow = { key: "short", cells: ["Title"] };
  const rows = [short, ...rowsOf("a")];
  expect(inTableOrder(rows, { column: 1, falls: false }).at(-1)).toBe(short);
  expect(inTableOrder(rows, undefined)).toBe(rows);
});

test("a search leaves the rows in which its words stand, in a cell or in the heading above", () => {
  const rows: readonly TableRow[] = [
    { key: "a", section: "Within appetite", cells: ["Lock-in", { text: "Head of Cloud", by: 2 }] },
    { key: "b", section: "Above appetite", cells: ["Fire", "–"] },
  ];
  const keys = (search: string) => matchingRows(rows, search).map(({ key }) => key);
  expect(keys("cloud")).toEqual(["a"]);
  expect(keys("above")).toEqual(["b"]);
  expect(keys("appetite")).toEqual(["a", "b"]);
  expect(keys("water")).toEqual([]);
  expect(matchingRows(rows, "  ")).toBe(rows);
});
