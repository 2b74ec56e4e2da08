// The rows of a roadmap as a table: the same facts, and the same sums.
import { Big } from "big.js";
import { expect, test } from "vitest";
import type { Cell } from "../../client/drawings/drawing.ts";
import { frameFor } from "../../client/drawings/frame.ts";
import { arrange } from "../../client/drawings/roadmap/rows.ts";
import { roadmapTable } from "../../client/drawings/roadmap/table.ts";
import type { GroupBy, RoadmapView } from "../../server/views/roadmap/shape.ts";
import { exampleRoadmap, roadmapOf } from "./example.ts";

function tableOf(view: RoadmapView, groupBy: GroupBy = "objective") {
  const arrangement = { groupBy, filter: {}, collapsed: new Set<string>() };
  return roadmapTable(view, arrange(view, arrangement, frameFor(1600, 30)));
}

const text = (cell: Cell | undefined) => (typeof cell === "object" ? cell.text : (cell ?? ""));

const plan = roadmapOf(`
strategy s "S" { currency: EUR horizon: 2026 .. 2027 }
objective grow "Grow" { level: business owner: cfo }
objective idle "Idle" { level: business }
initiative move "Move" { supports: grow, idle timeline: 2026 .. 2027 status: active teams: ops, dev depends-on: desk
  initiative wave "Wave" { budget: 1.25M timeline: 2026 .. 2027 milestone live "Live" { date: 2026-06-01 } } }
initiative desk "Desk" { supports: grow budget: 1M timeline: 2026-01 .. 2026-03 status: completed }
initiative coin "Coin" { budget: 2M }
review spring "Spring review" { date: 2026-10-05 }
`);

test("each row has its facts in words, and where it counts", () => {
  const { columns, rows } = tableOf(plan);
  expect(columns.map(({ head }) => head)).toEqual([
    "Initiative",
    "Supports",
    "Status",
    "Health",
    "Owner",
    "Teams",
    "Timeline",
    "Money",
    "Milestones",
    "Waits for",
    "Risks and what is wrong",
  ]);
  expect(rows.map(({ cells }) => [0, 7, 9].map((at) => text(cells[at])).join(" | "))).toEqual([
    "Move | 1.3M | Desk",
    "Wave | of it 1.3M | –",
    "Desk | 1.0M, closed | –",
    "Move | counted elsewhere | Desk",
    "Coin | 2.0M | –",
    "Spring review | – | –",
  ]);
  expect(rows.map(({ section, gap }) => `${section?.slice(0, 21)}${gap ? " !" : ""}`)).toEqual([
    "Grow. On track. Owner",
    "Grow. On track. Owner",
    "Grow. On track. Owner",
    "Idle. Not known",
    "Supports no objective !",
    "Reviews, events and K",
  ]);
});

test("an objective without work has a row that says so", () => {
  const { rows } = tableOf(roadmapOf('objective bare "Bare" { level: business }'));
  expect(rows.map(({ cells }) => [text(cells[0]), text(cells[10])])).toEqual([
    ["Bare", "No initiative supports it yet"],
  ]);
});

test.each(["objective", "team", "owner", "theme"] satisfies GroupBy[])(
  "by %s the column of money adds up to the headline, and no row is there twice",
  (by) => {
    const view = exampleRoadmap();
    const { rows } = tableOf(view, by);
    const figures = rows.flatMap(({ cells }) => {
      const cell = cells[7];
      const isSum = typeof cell === "object" && !cell.text.startsWith("of it");
      return isSum && typeof cell.by === "number" && !Number.isNaN(cell.by) ? [cell.by] : [];
    });
    const sum = figures.reduce((all, one) => all.plus(one), new Big(0));
    expect(view.figures[0]?.value).toBe(`${sum.div(1_000_000).toFixed(1)}M of 18M`);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.every(({ cells }) => cells.length === 11)).toBe(true);
  },
);
