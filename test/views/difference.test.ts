// Two versions of plain data → what is sent of the later one, and that the earlier one becomes it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "../../server/views/difference.ts";
import { withDifference } from "../../server/views/sheet.ts";

/** What is sent, once it is known that the one becomes the other by it. */
function check(before: object, after: object): unknown {
  const difference = differenceOf(before, after);
  const sent = JSON.parse(JSON.stringify(difference ?? null));
  expect(sent === null ? before : withDifference(before, sent)).toEqual(after);
  return sent;
}

test("what says the same is not sent", () => {
  expect(
    check({ rows: [{ id: "a", title: "A" }] }, { rows: [{ id: "a", title: "A" }] }),
  ).toBeNull();
  expect(check([], [])).toBeNull();
  expect(check({ end: undefined }, {})).toBeNull();
});

test("of a list the items that stay are counted, and those that are new or changed are sent", () => {
  const rows = ["a", "b", "c", "d"].map((id) => ({ id, title: id.toUpperCase() }));
  const [a, b, c, d] = rows;
  expect(check(rows, [a, b, { id: "c", title: "Sea" }, d])).toEqual({
    list: [[0, 2], { of: 2, change: { parts: { title: { put: "Sea" } } } }, [3, 1]],
  });
  expect(check(rows, [a, { id: "x", title: "X" }, b, c, d])).toEqual({
    list: [[0, 1], { put: [{ id: "x", title: "X" }] }, [1, 3]],
  });
  expect(check(rows, [d, a, b, c])).toEqual({
    list: [
      [3, 1],
      [0, 3],
    ],
  });
  expect(check(rows, [])).toEqual({ list: [] });
  expect(check([], ["a"])).toEqual({ list: [{ put: ["a"] }] });
});

test("what is gone is told", () => {
  expect(check({ start: "2026", end: "2027" }, { start: "2026" })).toEqual({
    parts: { end: null },
  });
});

test("what has not changed stays the same object", () => {
  const rows = [
    { id: "a", title: "A" },
    { id: "b", title: "B" },
  ];
  const change = differenceOf(rows, [
    { id: "a", title: "A" },
    { id: "b", title: "Bee" },
  ]);
  const after = withDifference(rows, change ?? { put: undefined });
  expect(after[0]).toBe(rows[0]);
  expect(after[1]).toEqual({ id: "b", title: "Bee" });
});

const row = fc.record(
  {
    id: fc.constantFrom("a", "b", "c", "d"),
    title: fc.constantFrom("A", "B", ""),
    tags: fc.array(fc.constantFrom("x", "y", "z"), { maxLength: 3 }),
    money: fc.record({ amount: fc.nat(3) }, { requiredKeys: [] }),
  },
  { requiredKeys: ["id"] },
);
const sheet = fc.record({ rows: fc.array(row), days: fc.array(fc.nat(5)), title: fc.string() });

test("whatever changes, the one becomes the other", () => {
  fc.assert(
    fc.property(sheet, sheet, (before, after) => {
      check(before, after);
    }),
    { numRuns: 2000 },
  );
});
