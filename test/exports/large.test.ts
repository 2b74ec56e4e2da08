// Views of two sizes → what more of them costs each format: four times as much, about four times as much.
import { expect, test } from "vitest";
import { gridOf } from "../../client/exports/grid.ts";
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import type { RisksView } from "../../server/views/risks/shape.ts";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { ViewData } from "../../server/views/shape.ts";
import { growth } from "../growth/cost.ts";
import { dataOf, exported } from "./exported.ts";

const sizes = [2_500, 10_000] as const;

const plan = `objective goal "Goal" { level: business }
initiative move "Move" { supports: goal timeline: 2026 .. 2027 budget: 1M EUR }
risk fire "Fire" { affects: move probability: high impact: low loss: 5k EUR }`;

/** The same thing so many times, each with a name and a title of its own. */
function times<One extends { readonly id: string; readonly title: string }>(
  size: number,
  [one]: readonly One[],
): readonly One[] {
  if (one === undefined) throw new Error("There is nothing to repeat.");
  return Array.from({ length: size }, (_, at) => ({
    ...one,
    ...{ id: `${one.id}${at}`, title: `${one.title} ${at}` },
  }));
}

function roadmap(size: number): ViewData {
  const view = dataOf("roadmap", plan) as RoadmapView;
  const initiatives = times(size, view.initiatives);
  const ids = initiatives.map(({ id }) => id);
  const groupings = view.groupings.map(({ by, groups }) => ({
    by,
    groups: groups.map((group) => ({ ...group, initiatives: ids })),
  }));
  return { ...view, initiatives, groupings } as ViewData;
}

function alignment(size: number): ViewData {
  const view = dataOf("alignment", plan) as AlignmentView;
  const initiatives = times(size, view.initiatives);
  const ids = initiatives.map(({ id }) => id);
  const goals = view.goals.map((goal) => ({ ...goal, initiatives: ids }));
  return { ...view, initiatives, goals } as ViewData;
}

function risks(size: number): ViewData {
  const view = dataOf("risks", plan) as RisksView;
  return { ...view, risks: times(size, view.risks) } as ViewData;
}

test.each([
  ["csv", "roadmap", roadmap],
  ["csv", "risks", risks],
  ["json", "roadmap", roadmap],
  ["md", "roadmap", roadmap],
  ["xlsx", "roadmap", roadmap],
  ["mermaid", "roadmap", roadmap],
  ["mermaid", "alignment", alignment],
] as const)("%s of a large %s", (format, _, viewWith) => {
  const views = new Map(sizes.map((size) => [String(size), viewWith(size)]));
  for (const [size, view] of views)
    expect(gridOf(view).rows.length).toBeGreaterThanOrEqual(Number(size));
  const write = ({ size = "" }: Readonly<Record<string, string>>) => {
    const view = views.get(size);
    // All but the packing of a workbook is done before the first wait.
    return view && exported([view], format);
  };
  expect(growth((size) => ({ size: String(size) }), sizes, 8, write)).toBeLessThan(8);
});
