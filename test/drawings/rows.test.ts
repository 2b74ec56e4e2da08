// The rows of the picture as an outline: grouping, closing and filtering, and the gap that nothing hides.
import { expect, test } from "vitest";
import { frameFor } from "../../client/drawings/frame.ts";
import {
  type Arrangement,
  arrange,
  gapKey,
  heightOf,
  rowAt,
  rowsBetween,
} from "../../client/drawings/roadmap/rows.ts";
import { nordwind } from "./nordwind.ts";

function arrangement(part: Partial<Arrangement> = {}): Arrangement {
  return { groupBy: "objective", filter: {}, collapsed: new Set(), ...part };
}

function outline(part: Partial<Arrangement> = {}, view = nordwind): string {
  const rows = arrange(view, arrangement(part), frameFor(1600, 30));
  return rows
    .map((row) => {
      if (row.type === "gap") return "! Supports no objective";
      if (row.type === "initiative") return `${"  ".repeat(row.depth)}- ${row.initiative.title}`;
      const { group, collapsed, work } = row;
      const closed = collapsed ? ` (closed over ${work.length})` : "";
      return `${"  ".repeat(group.depth)}${group.title}${closed}`;
    })
    .join("\n");
}

test("by objective, in source order, what supports none at the end", () => {
  expect(outline()).toBe(`Grow digital revenue
  Personalised customer service
    - One customer data hub
    - Personalised service with a CRM
    - Mobile app relaunch
  New features every week
    - Internal developer platform
Run at lower cost
  Workloads in the cloud
    - Cloud landing zone
    - Move 120 workloads to the cloud
    - Close the Hamburg data centre
  Routine work automated
    - Invoices without paper
    - Self-service desk with AI
Earn and keep trust
  Core services always on
    - Monitoring of core services
    - Recovery in a second region
  Security by design
    - Access without a perimeter
    - Safe onboarding of suppliers
! Supports no objective
    - Loyalty points on a blockchain`);
});

test("a closed group stands for all work under it", () => {
  expect(
    outline({ collapsed: new Set(["revenue", "cloud", "trust"]) }),
  ).toBe(`Grow digital revenue (closed over 4)
Run at lower cost
  Workloads in the cloud (closed over 3)
  Routine work automated
    - Invoices without paper
    - Self-service desk with AI
Earn and keep trust (closed over 3)
! Supports no objective
    - Loyalty points on a blockchain`);
});

test("parts stand a step further in than their programme, where both are shown", () => {
  const [hub] = nordwind.initiatives;
  const initiatives = nordwind.initiatives.map((one) =>
    hub && one.title.startsWith("Personalised")
      ? { ...one, programme: { id: hub.id, title: hub.title } }
      : one,
  );
  const view = { ...nordwind, initiatives };
  expect(outline({}, view)).toContain(
    "    - One customer data hub\n      - Personalised service with a CRM\n    - Mobile app",
  );
  expect(outline({ filter: { search: "CRM" } }, view)).toContain(
    "\n    - Personalised service with a CRM",
  );
});

test("a filter keeps the groups above what passes, and never hides the gap", () => {
  expect(outline({ filter: { status: ["on-hold"] } })).toBe(`Run at lower cost
  Routine work automated
    - Invoices without paper
! Supports no objective
    - Loyalty points on a blockchain`);
  const gapOnly = "! Supports no objective\n    - Loyalty points on a blockchain";
  expect(outline({ filter: { status: ["on-hold"], team: ["Data"] } })).toBe(gapOnly);
  expect(outline({ filter: { search: "perimeter" } })).toBe(`Earn and keep trust
  Security by design
    - Access without a perimeter
${gapOnly}`);
});

test("by team, the gap still stands last", () => {
  const lines = outline({ groupBy: "team" }).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "Data",
    "  - One customer data hub",
    "Platform",
    "  - Personalised service with a CRM",
  ]);
  expect(lines.at(-2)).toBe("! Supports no objective");
});

test("rows lie one below the other, and a stretch of them is found by its place", () => {
  const rows = arrange(nordwind, arrangement(), frameFor(1600, 30));
  let y = 0;
  for (const row of rows) {
    expect(row.y).toBe(y);
    y += row.height;
  }
  expect(heightOf(rows)).toBe(y);
  expect(rowAt(rows, 0)).toBe(0);
  expect(rows[rowAt(rows, y - 1)]?.key).toBe("work:loyalty");
  const some = rowsBetween(rows, 70, 130);
  expect(some.map(({ key }) => key)).toEqual(["work:data-hub", "work:crm", "work:app"]);
  expect(rows.filter(({ key }) => key === gapKey)).toHaveLength(1);
});

test("a plan of ten thousand initiatives is placed in rows of 24 px", () => {
  const [first] = nordwind.initiatives;
  if (!first) throw new Error("The fixture has initiatives.");
  const initiatives = Array.from({ length: 10_000 }, (_, index) => ({ ...first, id: `i${index}` }));
  const groups = [
    { id: "o", title: "All", depth: 0, wrong: [], initiatives: initiatives.map(({ id }) => id) },
  ];
  const view = { ...nordwind, initiatives, groupings: [{ by: "objective" as const, groups }] };
  const frame = frameFor(1600, 10_000);
  const rows = arrange(view, arrangement(), frame);
  expect(rows).toHaveLength(10_002);
  expect(heightOf(rows)).toBe(10_000 * 24 + 2 * frame.band);
});
