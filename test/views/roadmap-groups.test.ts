// A strategy as text → the groups of its roadmap: who counts where, who is a ghost, and what is told of first plans and reports.
import { expect, test } from "vitest";
import type { GroupBy, RoadmapView } from "../../server/views/roadmap/shape.ts";
import { roadmapOf } from "../drawings/example.ts";

const shop = `
initiative crm "Service with a CRM" {
  supports: service
  owner: head-of-platform
  teams: platform 4 FTE, data 2 FTE
  budget: 1.9M
  status: active
}
initiative hub "Customer data hub" { supports: service budget: 1M status: active technologies: lake }
initiative app "App relaunch" { supports: service teams: platform 1 FTE budget: 600k status: planned }
initiative tokens "Loyalty tokens" { timeline: 2027-Q1 budget: 500k status: proposed }
initiative desk "Service desk" { supports: service budget: 300k status: planned }
objective service "Personal service" { level: it }
`;

/** "platform: crm, app, (hub, counted under data) 2.5M" */
function grouped(view: RoadmapView, by: GroupBy): readonly string[] {
  const groups = view.groupings.find((one) => one.by === by)?.groups ?? [];
  return groups.map(({ title, initiatives, ghosts = [], amount }) => {
    const rows = [...initiatives, ...ghosts.map(({ id, under }) => `(${id}, under ${under})`)];
    return `${title}: ${rows.join(", ")}${amount === undefined ? "" : ` ${amount}`}`;
  });
}

test("work of two teams stands under each, and counts in the first", () => {
  const view = roadmapOf(shop);
  expect(grouped(view, "team")).toEqual([
    "platform: crm, app 2.5M",
    "data: (crm, under platform)",
    "No team: hub, desk 1.3M",
  ]);
  expect(grouped(view, "owner")).toEqual([
    "head-of-platform: crm 1.9M",
    "No owner: hub, app, desk 1.9M",
  ]);
  expect(grouped(view, "status")).toEqual(["Active: crm, hub 2.9M", "Planned: app, desk 0.9M"]);
  expect(grouped(view, "technology")).toEqual([
    "lake: hub 1.0M",
    "No technology: crm, app, desk 2.8M",
  ]);
});

const cascade = `
theme customer "The customer first" {
  objective near "Closer to customers" { level: business }
}
theme cost "Lean operations"
objective lean "Spend less" { level: business theme: cost }
objective cloud "To the cloud" { level: it supports: lean }
objective data "Good data" { level: it supports: near, lean }
initiative move "Move" { supports: cloud, near budget: 3M teams: ops, dev timeline: 2026 .. 2027 }
initiative lake "Lake" {
  supports: data
  budget: 2M
  initiative wave "First wave" { budget: 1.5M teams: dev timeline: 2026 }
  initiative wave2 "Second wave" { supports: cloud budget: 0.2M timeline: 2027 status: completed }
}
initiative tidy "Tidy up" { theme: cost budget: 1M status: completed timeline: 2025 }
`;

test("a second objective has a ghost, of work, of parts and of objectives, and every column adds up", () => {
  const view = roadmapOf(cascade);
  expect(grouped(view, "objective")).toEqual([
    "Closer to customers: (move, under To the cloud) 2.0M",
    "Good data: lake, wave, wave2 2.0M",
    "Spend less: (data, under Closer to customers) 3.0M",
    "To the cloud: move, (wave2, under Lake) 3.0M",
    "Closed, without an objective: tidy 0",
  ]);
  expect(view.figures[0]?.value).toBe("5.0M");
  const lake = view.initiatives.find(({ id }) => id === "lake");
  expect(lake).toMatchObject({ hasParts: true, bracket: true, start: "2026-01-01" });
});

test("by theme: its own, else those of the objectives that it supports", () => {
  expect(grouped(roadmapOf(cascade), "theme")).toEqual([
    "Lean operations: move, tidy, (wave2, under Lake) 3.0M",
    "The customer first: lake, wave, wave2, (move, under Lean operations) 2.0M",
  ]);
});

test("parts of a programme count in it, wherever else they belong", () => {
  expect(grouped(roadmapOf(cascade), "team")).toEqual([
    "ops: move 3.0M",
    "dev: (move, under ops), (wave, under Lake)",
    "No team: lake, wave, wave2, tidy 2.0M",
  ]);
  expect(grouped(roadmapOf(cascade), "status")).toEqual([
    "Completed: tidy, (wave2, under Lake) 0",
    "No status: move, lake, wave, wave2 5.0M",
  ]);
});

test("work says how far it is from the plan as first approved, and what is over the allowance", () => {
  const first = (text: string) =>
    roadmapOf(`strategy s "S" { currency: EUR } initiative a "A" { ${text} status: active }`)
      .initiatives[0]?.firstPlan;
  expect(
    first(
      "timeline: 2026-Q2 .. 2027-Q2 budget: 1.9M initial { timeline: 2026-Q2 .. 2026-Q4 budget: 1.7M }",
    ),
  ).toEqual({
    start: "2026-04-01",
    end: "2026-12-31",
    budget: "1.7M",
    time: { words: "2 quarters later", wrong: true },
    money: { words: "+12% of the money" },
  });
  const year = "initial { timeline: 2026 budget: 100k }";
  expect(first(`timeline: 2026-01 .. 2027-02 budget: 121k ${year}`)).toMatchObject({
    time: { words: "2 months later" },
    money: { words: "+21% of the money", wrong: true },
  });
  expect(first(`timeline: 2026-01-01 .. 2026-12-21 budget: 120k ${year}`)).toMatchObject({
    time: { words: "10 days sooner" },
    money: { words: "+20% of the money" },
  });
  expect(first(`timeline: 2026 budget: 100k ${year}`)?.time).toBeUndefined();
  expect(first("timeline: 2026")).toBeUndefined();
});

test("a report that is better than what can be seen is told beside it", () => {
  const view = roadmapOf(`objective goal "Goal" { level: business health: green
  initiative a "A" { timeline: 2026-01 .. 2026-03 status: active health: amber }
  initiative b "B" { timeline: 2026 .. 2027 status: active health: red } }`);
  expect(view.initiatives.map(({ health, reported }) => [health, reported])).toEqual([
    ["red", "amber"],
    ["red", undefined],
  ]);
  expect(view.groupings[0]?.groups[0]).toMatchObject({
    health: "red",
    reported: "green",
    counts: "other",
  });
});

test("KPIs and risks say on what they hang, a risk of a technology on the work that uses it", () => {
  const view = roadmapOf(`objective goal "Goal" { level: business
  kpi k "K" { unit: % }
  initiative a "A" { technologies: erp, lake timeline: 2026 } }
technology erp "ERP" { risk old "Old" { probability: very-high impact: very-high } }
risk lost "Lost" { affects: lake probability: low impact: low }
risk over "Over" { affects: a status: closed }`);
  expect(view.kpis).toEqual([{ id: "k", health: "grey", of: ["goal"] }]);
  expect(view.risks).toEqual([
    { id: "old", above: true, of: ["a"] },
    { id: "lost", of: ["a"] },
  ]);
});
