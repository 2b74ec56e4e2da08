// The KPIs of a scorecard → pages of charts, for formats that have charts of their own.
import { expect, test } from "vitest";
import { pagesOfAll } from "../../client/drawings/pages.tsx";
import { scorecardView } from "../../server/views/scorecard.ts";
import { viewOf } from "../../server/views/view.ts";
import { cardOf } from "../views/kpi-rows.ts";
import { exampleModel } from "./example.ts";

const slide = { theme: "light", width: 1280, height: 720, foot: "Revision 3f2a91c" } as const;

/** What the marks of a strategy's charts hold. */
function chartsOf(kpi: string) {
  const pages = pagesOfAll([cardOf(`kpi k "K" { ${kpi} }`)], { ...slide, withCharts: true });
  return pages.flatMap(({ marks }) => marks).flatMap(({ chart }) => chart ?? []);
}

test("charts follow the scorecard where they are asked for, and nowhere else", () => {
  const data = viewOf(scorecardView, exampleModel());
  const labels = pagesOfAll([data], { ...slide, withCharts: true }).map(({ label }) => label);
  expect([...new Set(labels)]).toEqual(["Scorecard", "KPIs over time"]);
  expect(pagesOfAll([data], slide).every(({ label }) => label === "Scorecard")).toBe(true);
});

test("a page has six charts, none over another or over the foot", () => {
  const data = viewOf(scorecardView, exampleModel());
  const pages = pagesOfAll([data], { ...slide, withCharts: true }).filter(
    ({ label }) => label === "KPIs over time",
  );
  expect(pages.map(({ marks }) => marks.length)).toEqual([6, 6, 5]);
  for (const { marks } of pages)
    for (const one of marks) {
      expect(one.y + one.height).toBeLessThan(680);
      const over = marks.filter(
        (other) =>
          other !== one &&
          other.x < one.x + one.width &&
          one.x < other.x + other.width &&
          other.y < one.y + one.height &&
          one.y < other.y + other.height,
      );
      expect(over).toEqual([]);
    }
});

test("a chart has the plan, what was measured, and where it should go", () => {
  const [chart] = chartsOf(
    "unit: EUR baseline: 1.2M on 2025-12 target: 2M by 2026-12 actual: 1.25M on 2026-10",
  );
  expect(chart?.lines.map(({ name, look }) => `${name}: ${look}`)).toEqual([
    "Plan: dashes",
    "Measured: line",
    "Target: discs",
  ]);
  expect(chart?.numbers).toEqual({ decimals: 2, by: 1e6, sign: "M" });
});

test("what no sheet can count has no chart", () => {
  expect(chartsOf("baseline: 1 on 1066-10 target: 9 by 2026-12 actual: 8 on 2026-06")).toEqual([]);
  expect(
    chartsOf(`baseline: 1 on 2025-10 target: 1${"0".repeat(400)} by 2026-12 actual: 8 on 2026-06`),
  ).toEqual([]);
});
