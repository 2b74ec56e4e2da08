// The risks of a strategy → their matrix and list as facts: nothing overlaps, nothing is cut off, and all adds up.
import { expect, test } from "vitest";
import { drawSheet } from "../../client/drawings/picture.tsx";
import { standingsOf } from "../../client/drawings/risks/crowd.ts";
import { matrixFrame } from "../../client/drawings/risks/frame.ts";
import { numbered } from "../../client/drawings/risks/numbered.ts";
import { matrixPlaces, runsThrough } from "../../client/drawings/risks/places.ts";
import { slotsIn } from "../../client/drawings/risks/slots.ts";
import { staircaseOf } from "../../client/drawings/risks/staircase.ts";
import { risksDrawing } from "../../client/drawings/risks.tsx";
import type { Theme } from "../../client/drawings/theme.ts";
import type { RisksView } from "../../server/views/risks/shape.ts";
import { risksView } from "../../server/views/risks.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";
import { roomOf } from "./drawn.ts";
import { crowd, head, plans, risk, strange, ten } from "./risk-plans.ts";
import { collisions, textsIn } from "./texts-in.ts";

const widths = [300, 320, 599, 600, 622, 900, 1199, 1200, 1600, 2500];

const shown = (source: string): RisksView => viewOf(risksView, universeOf(source).model());

const layOut = (view: RisksView, width: number) => risksDrawing.layOut(view, roomOf(width));

/** Names of both sides and of the axes, the list: what must be read. Numbers of squares may lie under an arrow. */
test.each(Object.entries(plans))(
  "%s: no text lies over another or beyond the picture",
  (_, plan) => {
    const view = shown(plan);
    for (const width of widths) {
      const svg = drawSheet(risksDrawing, view, { theme: "light", width });
      const boxes = textsIn(svg);
      expect(boxes.length).toBeGreaterThan(view.risks.length);
      for (const box of boxes) {
        expect.soft(box.left, `${width}: ${box.text}`).toBeGreaterThanOrEqual(0);
        expect.soft(box.right, `${width}: ${box.text}`).toBeLessThanOrEqual(width + 0.5);
      }
      // The head is the shell's.
      expect(collisions(boxes.filter(({ top }) => top > 76))).toEqual([]);
    }
  },
);

test.each(Object.entries(plans))(
  "%s: marks lie in the room, apart, each with its own key",
  (_, plan) => {
    const view = shown(plan);
    for (const width of widths) {
      const { marks, height, blocks } = layOut(view, width);
      expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
      for (const mark of marks) {
        expect(mark.x).toBeGreaterThanOrEqual(0);
        expect(mark.x + mark.width).toBeLessThanOrEqual(width);
        expect(mark.y + mark.height).toBeLessThanOrEqual(height);
        expect(mark.sentence).not.toMatch(/undefined|NaN|\.$/);
      }
      for (const { top, bottom } of blocks) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(height);
      }
      const spots = marks.filter(({ isRow }) => !isRow);
      for (const [index, a] of spots.entries())
        for (const b of spots.slice(index + 1)) {
          const isOver =
            Math.abs(a.x - b.x) < Math.min(a.width, b.width) &&
            Math.abs(a.y - b.y) < Math.min(a.height, b.height);
          expect(isOver, `${width}: ${a.key} ${b.key}`).toBe(false);
        }
      const rows = marks.filter(({ isRow }) => isRow);
      expect(rows.map(({ key }) => key)).toEqual(view.risks.map(({ id }) => `risk:${id}`));
      for (const [index, row] of rows.entries()) {
        const next = rows[index + 1];
        if (next) expect(next.y).toBeGreaterThanOrEqual(row.y + row.height);
      }
    }
  },
);

/** The square in which a mark of the matrix lies: "probability-impact". */
function squareOf(view: RisksView, width: number, key: string): string {
  const { marks } = layOut(view, width);
  const frame = matrixFrame(roomOf(width), 0, []);
  const mark = marks.find((one) => one.key === key);
  const matrix = marks.filter(({ isRow }) => !isRow);
  if (mark === undefined) throw new Error(`There is no ${key} among ${matrix.length}.`);
  const column = Math.floor((mark.x + mark.width / 2 - frame.x) / frame.cell.width);
  const y = mark.y + mark.height / 2 - frame.y - topOf(view, width);
  return `${5 - Math.floor(y / frame.cell.height)}-${column + 1}`;
}

/** Where the squares begin: that of the highest probability and the lowest impact is empty in `ten`. */
function topOf(view: RisksView, width: number): number {
  const { blocks } = layOut(view, width);
  const top = blocks.find(({ key }) => key === "matrix")?.top ?? 0;
  return top + (width < 600 ? 46 : 36);
}

test("a mark lies in the square of today, probability up and impact to the right", () => {
  const view = shown(ten);
  for (const width of [300, 622, 1600]) {
    for (const { id, today } of view.risks)
      expect(squareOf(view, width, `spot:${id}`)).toBe(`${today?.probability}-${today?.impact}`);
  }
});

test("the list stands beside the matrix where there is room, below it, or before it", () => {
  const view = shown(ten);
  const firstRow = (width: number) => layOut(view, width).marks.find(({ isRow }) => isRow);
  const matrixOf = (width: number) =>
    layOut(view, width).blocks.find(({ key }) => key === "matrix");
  expect(firstRow(1600)?.x).toBeGreaterThan(700);
  expect(firstRow(1600)?.y).toBeLessThan(100);
  expect(firstRow(900)?.x).toBe(24);
  expect(firstRow(900)?.y).toBeGreaterThan(matrixOf(900)?.bottom ?? 0);
  expect(firstRow(320)?.x).toBe(16);
  expect(matrixOf(320)?.top).toBeGreaterThan(firstRow(320)?.y ?? 0);
});

function placesIn(view: RisksView, width: number) {
  const frame = matrixFrame(roomOf(width), 0, []);
  const { standings, crowds } = standingsOf(
    numbered(view.risks),
    slotsIn(frame).length,
    frame.bare,
  );
  return { frame, ...matrixPlaces(standings, crowds, frame) };
}

test.each([622, 900, 1200, 1600, 2500])(
  "at %i px arrows begin in the square of before, keep to their lane, and run through no mark",
  (width) => {
    for (const plan of [ten, plans["a low appetite"], plans["two hundred in five"]]) {
      const { frame, risks: placed, crowds } = placesIn(shown(plan), width);
      const marks = [...placed, ...crowds].map(({ at }) => at);
      for (const { standing, at, from } of placed) {
        if (from === undefined) continue;
        const { before, today } = standing;
        expect(Math.floor(from.x / frame.cell.width) + 1).toBe(before?.impact);
        expect(5 - Math.floor(from.y / frame.cell.height)).toBe(before?.probability);
        if (plan === ten && before?.impact === today.impact) expect(from.x).toBe(at.x);
        for (const mark of marks)
          if (mark !== at) expect(runsThrough({ from, to: at }, mark, frame)).toBe(false);
      }
    }
  },
);

test("arrows of one column have lanes of their own, at least 28 px apart", () => {
  const { risks: placed, leftOut } = placesIn(shown(ten), 1600);
  expect(leftOut).toBe(0);
  const upright = placed.filter(
    ({ from, at, standing }) => from?.x === at.x && standing.today.impact === 5,
  );
  expect(upright).toHaveLength(2);
  const [a, b] = upright.map(({ at }) => at.x);
  expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThanOrEqual(28);
});

test("a risk without a residual has no arrow, nor has one that stayed where it was, or occurred", () => {
  const view = shown(`${head}
    ${risk("still", "No residual", "high high")}
    ${risk("same", "The same", "high high", "high high")}
    ${risk("past", "Occurred", "high high", "low low", "status: occurred")}
    ${risk("moved", "Moved", "high high", "low low")}`);
  const moved = placesIn(view, 1600).risks.filter(({ from }) => from);
  expect(moved.map(({ standing }) => standing.risk.id)).toEqual(["moved"]);
});

test("over four in a square are three and a mark whose card lists the others", () => {
  const four = layOut(shown(crowd(4, 1)), 1600).marks.filter(({ isRow }) => !isRow);
  expect(four.map(({ key }) => key).toSorted()).toEqual([
    "spot:r0",
    "spot:r1",
    "spot:r2",
    "spot:r3",
  ]);
  const marks = layOut(shown(crowd(8, 1)), 1600).marks.filter(({ isRow }) => !isRow);
  expect(marks).toHaveLength(4);
  const more = marks.find(({ key }) => key === "crowd:1-1");
  expect(more?.sentence).toBe("+5. 5 more of 8 risks with very low probability, very low impact");
  expect(more?.card?.facts.map(([number]) => number)).toEqual(["4", "5", "6", "7", "8"]);
  const many = layOut(shown(crowd(100, 1)), 1600).marks.find(({ key }) => key === "crowd:1-1");
  expect(many?.card?.facts).toHaveLength(21);
  expect(many?.card?.facts.at(-1)).toEqual(["", "and 77 more, all in the list"]);
});

test("what is not rated is in the list and nowhere in the matrix", () => {
  const { marks } = layOut(shown(strange), 1600);
  const keys = marks.map(({ key }) => key);
  expect(keys).toContain("risk:half");
  expect(keys).not.toContain("spot:half");
  const half = marks.find(({ key }) => key === "risk:half");
  expect(half?.sentence).toBe("Half of it. Not rated: no impact. Affects nothing. No owner");
});

test("the row and the mark of a risk say the same, with its number", () => {
  const { marks } = layOut(shown(ten), 1600);
  const row = marks.find(({ key }) => key === "risk:a");
  const spot = marks.find(({ key }) => key === "spot:a");
  expect(row?.sentence).toBe(
    "1. Cloud engineers leave. 16, high probability, high impact, above the appetite. Before mitigation 20. Affects Move 120 workloads to the cloud. Mitigate. Owner CFO. Expected loss 0.98M EUR",
  );
  expect(spot?.sentence).toBe(row?.sentence);
  expect(spot?.source).toEqual(row?.source);
});

test.each([
  ["low", "M-9 10L10 10L10 30L20 30L20 40L40 40L40 59"],
  ["medium", "M20 -9L20 10L30 10L30 20L40 20L40 30L59 30"],
])("the line of a %s appetite", (appetite, path) => {
  const { squares } = shown(ten.replace("appetite: medium", `appetite: ${appetite}`));
  expect(staircaseOf(squares, { cell: { width: 10, height: 10 } })?.path).toBe(path);
});

test.each(["high", "tiny"])("an appetite of %s draws no line, and says why", (appetite) => {
  const view = shown(ten.replace("appetite: medium", `appetite: ${appetite}`));
  expect(staircaseOf(view.squares, { cell: { width: 10, height: 10 } })).toBeUndefined();
  const texts = textsIn(drawSheet(risksDrawing, view, { theme: "light", width: 1600 }));
  const says = appetite === "high" ? "All within appetite" : "Appetite not understood";
  expect(texts.some(({ text }) => text.startsWith(says))).toBe(true);
});

test("the list prints each loss and their sum; the table holds the same", () => {
  const view = shown(ten);
  const texts = textsIn(drawSheet(risksDrawing, view, { theme: "light", width: 1600 }));
  const said = texts.map(({ text }) => text);
  for (const { title, loss } of view.risks) {
    expect(said).toContain(title);
    expect(said).toContain(loss);
  }
  expect(said).toContain("6.47M");
  const { columns, rows } = risksDrawing.table(view);
  expect(rows).toHaveLength(11);
  for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  const losses = rows.slice(0, -1).map(({ cells }) => cells.at(-1));
  const sum = losses.reduce<number>(
    (all, cell) => all + (typeof cell === "object" ? Number.parseFloat(cell.text) : Number.NaN),
    0,
  );
  expect(sum).toBeCloseTo(6.47, 6);
  expect(rows.at(-1)?.cells.at(-1)).toEqual({
    text: "6.47M",
    by: Number.POSITIVE_INFINITY,
    fact: { is: "money", amount: "6470000" },
  });
});

test("the legend explains what is drawn, and nothing else", () => {
  const legend = (plan: string) => risksDrawing.legend(shown(plan)).map(({ text }) => text);
  expect(legend(ten)).toEqual([
    "Before mitigation",
    "Today, within appetite",
    "Today, above",
    "Appetite",
  ]);
  expect(legend(`${head}${risk("a", "A", "low low")}`)).toEqual([
    "Today, within appetite",
    "Appetite",
  ]);
  expect(legend(plans["an appetite that is not understood"])).toEqual([
    "Before mitigation",
    "Today",
  ]);
});

test.each(["light", "dark", "high-contrast", "print"] satisfies Theme[])(
  "%s: above the appetite is told by more than a tint",
  (theme) => {
    const svg = drawSheet(risksDrawing, shown(ten), { theme, width: 1600 });
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity|var\(/);
    const isFlat = theme === "high-contrast" || theme === "print";
    expect(svg.match(/fill="url\(#hatch-red\)"/g)?.length ?? 0).toBe(isFlat ? 6 : 0);
    expect(drawSheet(risksDrawing, shown(strange), { theme, width: 320 })).not.toContain("<script");
  },
);

test("heads of columns stay in sight over a long list", () => {
  expect(layOut(shown(ten), 1600).head).toBeUndefined();
  expect(layOut(shown(crowd(60, 5)), 1600).head?.height).toBe(36);
  const { blocks } = layOut(shown(crowd(1000, 25)), 1600);
  const tallest = Math.max(...blocks.map(({ top, bottom }) => bottom - top));
  expect(tallest).toBeLessThan(900);
});

test("nothing to draw says what to write", () => {
  expect(risksDrawing.empty(shown(ten))).toBeUndefined();
  const none = risksDrawing.empty(shown("strategy s {}"));
  expect([none?.title, none?.kind, none?.button]).toEqual([
    "No risks yet",
    "risk",
    "Insert a risk",
  ]);
  const closed = (count: number) =>
    Array.from({ length: count }, (_, index) => `risk r${index} { status: closed }`).join("\n");
  expect(risksDrawing.empty(shown(closed(1)))?.title).toBe("The only risk is closed");
  expect(risksDrawing.empty(shown(closed(3)))?.title).toBe("All 3 risks are closed");
  for (const width of widths) expect(layOut(shown("strategy s {}"), width).marks).toEqual([]);
});
