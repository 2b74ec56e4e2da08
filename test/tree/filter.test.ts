// What is typed into the filter → what is left of the tree, and the sentence that says so.
import { expect, test } from "vitest";
import { linesOf, treeIn } from "./trees.ts";

const plan = `
objective service "Personal service" {
  owner: cco
  kpi churn "Monthly churn" { owner: cfo }
}
objective cost "Lower cost" { owner: coo }
initiative crm "Service with a CRM" {
  supports: service
  owner: head-of-platform
  status: active
  timeline: 2026
  risk lock-in "Only one vendor" {}
  initiative stores "In all stores" { timeline: 2026 status: planned }
}
initiative cloud "Out of the data centre" { supports: cost timeline: 2026-01 .. 2026-06 status: active }
initiative old "Old plan" { supports: cost status: cancelled }
`;

function left(typed: string) {
  const tree = treeIn(plan, "objective", typed);
  const titles = linesOf(tree).map((line) => line.replace(/\[.*?\] /, "").replace(/:.*$/, ""));
  return [tree.matched, ...titles];
}

test("an initiative is found by a part of its title, whatever case, with all that stands in it", () => {
  expect(left("crm")).toMatchInlineSnapshot(`
    [
      "2 of 3 initiatives match 'crm'.",
      "- Personal service",
      "  - Service with a CRM",
      "    In all stores",
    ]
  `);
});

test("it is found by its owner, and what matches inside of something brings only that", () => {
  expect(left("PLATFORM")).toMatchInlineSnapshot(`
    [
      "2 of 3 initiatives match 'PLATFORM'.",
      "- Personal service",
      "  - Service with a CRM",
      "    In all stores",
    ]
  `);
  expect(left("vendor")).toMatchInlineSnapshot(`
    [
      "1 risk matches 'vendor'.",
      "- Personal service",
      "  - Service with a CRM",
      "    Only one vendor",
    ]
  `);
  expect(left("stores")).toMatchInlineSnapshot(`
    [
      "1 of 3 initiatives matches 'stores'.",
      "- Personal service",
      "  - Service with a CRM",
      "    In all stores",
    ]
  `);
});

test("an objective is found by its owner, a KPI by its title", () => {
  expect(left("cco")).toMatchInlineSnapshot(`
    [
      "1 objective matches 'cco'.",
      "+ Personal service",
      "  + Service with a CRM",
      "    In all stores",
      "    Only one vendor",
      "  Monthly churn",
    ]
  `);
  expect(left("churn")).toMatchInlineSnapshot(`
    [
      "1 KPI matches 'churn'.",
      "- Personal service",
      "  Monthly churn",
    ]
  `);
});

test("how something stands is found in words, however they are joined", () => {
  for (const typed of ["off track", "off-track", "OffTrack"])
    expect(left(typed).slice(1)).toEqual(["- Lower cost", "  Out of the data centre"]);
  expect(left("off track centre")[0]).toBe("1 of 3 initiatives matches 'off track centre'.");
  expect(left("planned")[0]).toBe("1 of 3 initiatives matches 'planned'.");
});

test("what was given up is found, and counts only where it is", () => {
  expect(left("old")).toMatchInlineSnapshot(`
    [
      "1 of 4 initiatives matches 'old'.",
      "- Lower cost",
      "  Old plan",
    ]
  `);
});

test("where nothing matches the tree is empty and says so; signs of a search stand for themselves", () => {
  expect(left("zebra")).toEqual(["Nothing matches 'zebra'."]);
  expect(left("(.*")).toEqual(["Nothing matches '(.*'."]);
});

test("without a word all is shown, and nothing is said", () => {
  expect(left("  ")[0]).toBeUndefined();
  expect(left("  ")).toHaveLength(9);
});
