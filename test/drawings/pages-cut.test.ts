// Stretches of a picture that is too high for a page → where it is cut.
import { expect, test } from "vitest";
import { cut, type Solid } from "../../client/drawings/pages/cut.ts";

/** Marks of 20 px, one below the other; those named are headings of that depth. */
function rows(count: number, headings: Readonly<Record<number, number>> = {}): readonly Solid[] {
  return Array.from({ length: count }, (_, at): Solid => {
    const depth = headings[at];
    const place = { top: at * 20, bottom: at * 20 + 20, is: "mark" } as const;
    return depth === undefined ? place : { ...place, heads: { title: `${at}`, depth } };
  });
}

function endsOf(solids: readonly Solid[], height: number, room: number): readonly number[] {
  return cut({ height, solids }, () => room).map(({ bottom }) => bottom);
}

test("a page ends between two rows, as full as it can be", () => {
  expect(endsOf(rows(10), 200, 90)).toEqual([80, 160, 200]);
});

test("what fits is not cut, be it by the width of a stroke too high", () => {
  expect(endsOf(rows(5), 101, 100)).toEqual([101]);
});

test("a heading never stands at the foot of a page, nor do two", () => {
  expect(endsOf(rows(10, { 3: 0 }), 200, 90)).toEqual([60, 140, 200]);
  expect(endsOf(rows(10, { 2: 0, 3: 1 }), 200, 90)).toEqual([40, 120, 200]);
});

test("a page ends rather before a group than in it, unless that would leave much of it empty", () => {
  expect(endsOf(rows(10, { 4: 0 }), 200, 100)).toEqual([80, 180, 200]);
  expect(endsOf(rows(10, { 2: 0 }), 200, 100)).toEqual([100, 200]);
});

test("what is empty between two pages stands on neither", () => {
  const solids: readonly Solid[] = [
    { top: 0, bottom: 80, is: "part" },
    { top: 110, bottom: 180, is: "part" },
  ];
  expect(cut({ height: 180, solids }, () => 120)).toEqual([
    { top: 0, bottom: 80, isClean: true },
    { top: 110, bottom: 180, isClean: true },
  ]);
});

test("what is higher than a page is cut where it is, and the rest goes on", () => {
  const solids: readonly Solid[] = [{ top: 0, bottom: 250, is: "mark" }];
  expect(endsOf(solids, 250, 100)).toEqual([100, 200, 250]);
});

test("heads of columns stand again over what goes on below them, and take their room", () => {
  const heads = { top: 0, bottom: 20, is: "part", heads: "columns" } as const;
  const list = rows(9).map((row) => ({ ...row, top: row.top + 20, bottom: row.bottom + 20 }));
  const pages = cut({ height: 200, solids: [heads, ...list], repeats: true }, () => 100);
  expect(pages.map(({ bottom, again }) => [bottom, again?.top])).toEqual([
    [100, undefined],
    [180, 0],
    [200, 0],
  ]);
});
