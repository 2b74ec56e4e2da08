// A strategy as text → its scorecard as a compact text: headline, bands, figures, verdicts, gaps.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { kpiState } from "../../server/model/derive/kpi.ts";
import { succeed } from "../../server/model/live.ts";
import { openKpisOf } from "../../server/model/status.ts";
import { universe } from "../../server/model/universe.ts";
import { type Workspace, withFile } from "../../server/project/project.ts";
import type { ScorecardView } from "../../server/views/scorecard/shape.ts";
import { scorecardView } from "../../server/views/scorecard.ts";
import { viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";
import { workspaceOf } from "../workspace.ts";
import { cardOf, row } from "./kpi-rows.ts";

/** Band by band: its name, how many stand how, its KPIs. */
function outline({ bands }: ScorecardView): string {
  return bands
    .map(({ title, counts, kpis }) =>
      [`${title} ${Object.values(counts).join(" ")}`, ...kpis.map((kpi) => `- ${row(kpi)}`)].join(
        "\n",
      ),
    )
    .join("\n");
}

const shop = `
strategy shop "Shop strategy" { horizon: 2026 .. 2027 cadence: monthly }
role cco "Chief customer officer" {}

objective learn "People who can" {
  perspective: learning
  kpi certified "Engineers certified" {
    unit: %
    frequency: quarterly
    baseline: 20 on 2025-12
    target: 45 by 2026-12
    actual: 25 on 2026-03
  }
  kpi engagement "Engagement" { target: 75 by 2026-12 }
}
objective revenue "Grow revenue" {
  level: business
  perspective: financial
  owner: cco
}
objective service "Personal service" {
  supports: revenue
  perspective: customer
  kpi churn "Monthly churn" {
    unit: %
    baseline: 4.2 on 2025-12
    target: 3.5 by 2026-12
    actual: 3.75 on 2026-10
    guardrails: cost
  }
}
objective cloud "Workloads in the cloud" {
  supports: revenue
  kpi cost "Cost per order" {
    unit: EUR
    baseline: 0.42 on 2025-12
    target: 0.38 by 2026-12
    actual: 0.405 on 2026-10
  }
}
objective trust "Trust" {}
objective over "Long gone" { status: retired kpi gone "Gone" { target: 1 by 2027 } }
kpi loose "Loose" { unit: days baseline: 42 on 2025-12 target: 28 by 2026-12 actual: 27 on 2026-10 }
`;

test("open KPIs stand in the perspective of what they measure, or of what that supports, in the order of the scorecard", () => {
  expect(outline(cardOf(shop))).toBe(`Financial 0 0 1 0
- cost red | 0.420 0.405 (0.387) EUR | 45%, behind | 0.380 by Dec 2026 | Oct 2026
Customer 0 1 0 0
- churn amber | 4.20% 3.75% (3.62%) | 77%, slipping | 3.50% by Dec 2026 | Oct 2026 | Cost per order, which must not suffer for it, is far behind plan
Learning 1 0 0 1
- certified green | 20% 25% (26.2%) | 81% | 45% by Dec 2026 | Mar 2026, 8 months ago
- engagement grey | – – | No baseline and no figure | 75 by Dec 2026 | Never
Perspective not known 1 0 0 0
- loose green | 42 27 (30.3) days | 129% | 28 by Dec 2026 | Oct 2026`);
});

test("of several things that it measures the first that leads to a perspective tells it; a faulty one tells none", () => {
  const { bands } = cardOf(`
    objective plain "Plain" {}
    objective paid "Paid" { perspective: financial }
    objective odd "Odd" { perspective: finances supports: paid }
    objective asked "Asked" { perspective: customer }
    initiative work "Work" { supports: asked }
    kpi several { measures: plain, paid, asked }
    kpi faulty { measures: odd }
    kpi through { measures: work }
    kpi none {}`);
  expect(bands.map(({ id, kpis }) => `${id} ${kpis.map((kpi) => kpi.id).join(" ")}`)).toEqual([
    "financial several",
    "customer through",
    "unknown faulty none",
  ]);
});

test("its sentence names what is far behind and what slips, its figures what is measured at all", () => {
  const { sentence, figures } = cardOf(shop);
  expect(sentence).toBe("1 KPI is far behind plan, 1 is slipping");
  expect(figures.map(({ value, label, counts }) => [counts ?? value, label])).toEqual([
    [{ green: 2, amber: 1, red: 1, grey: 1 }, "on track, slipping, behind, unknown"],
    ["4 of 5", "objectives measured"],
    ["4 of 5", "with baseline and dated target"],
    ["2", "without a fresh figure"],
  ]);
});

/** KPIs that are far behind, slipping, on plan, and of which nothing is known. */
function sentenceOf(red: number, amber: number, green: number, grey: number): string {
  const dated = "baseline: 0 on 2025-12 target: 100 by 2026-12";
  const actuals = [
    ...Array.from({ length: red }, () => "actual: 1 on 2026-10"),
    ...Array.from({ length: amber }, () => "actual: 70 on 2026-10"),
    ...Array.from({ length: green }, () => "actual: 90 on 2026-10"),
    ...Array.from({ length: grey }, () => ""),
  ];
  return cardOf(actuals.map((actual, at) => `kpi k${at} { ${dated} ${actual} }`).join("\n"))
    .sentence;
}

test.each([
  [0, 0, 0, 0, "No KPI is open"],
  [2, 2, 9, 0, "2 KPIs are far behind plan, 2 are slipping"],
  [1, 1, 0, 0, "1 KPI is far behind plan, 1 is slipping"],
  [1, 0, 0, 0, "The KPI is far behind plan"],
  [2, 0, 0, 0, "Both KPIs are far behind plan"],
  [3, 0, 0, 0, "All 3 KPIs are far behind plan"],
  [1, 0, 4, 1, "1 KPI is far behind plan"],
  [0, 1, 0, 0, "The KPI is slipping"],
  [0, 1, 1, 0, "1 KPI is slipping"],
  [0, 0, 1, 0, "The KPI is on plan"],
  [0, 0, 2, 0, "Both KPIs are on plan"],
  [0, 0, 4, 0, "All 4 KPIs are on plan"],
  [0, 0, 4, 1, "4 KPIs are on plan, 1 not known"],
  [0, 0, 0, 1, "How the KPI stands is not known"],
  [0, 0, 0, 3, "How 3 KPIs stand is not known"],
])("%i far behind, %i slipping, %i on plan, %i not known", (red, amber, green, grey, says) => {
  expect(sentenceOf(red, amber, green, grey)).toBe(says);
});

test("without objectives, and with one of each, its figures read right", () => {
  const labels = (source: string) =>
    cardOf(source)
      .figures.slice(1)
      .map(({ value, label }) => `${value} ${label}`);
  expect(labels("kpi k { target: 1 by 2027 }")).toEqual([
    "0 of 1 with baseline and dated target",
    "1 without a fresh figure",
  ]);
  expect(
    labels(
      "objective a { kpi k { baseline: 0 on 2026-11 target: 1 by 2027 actual: 1 on 2026-11 } }",
    ),
  ).toEqual([
    "1 of 1 objective measured",
    "1 of 1 with baseline and dated target",
    "0 without a fresh figure",
  ]);
  expect(labels("objective a {}")).toEqual([]);
});

test("a sparkline begins with the baseline, ends with the target, and bends where the plan does", () => {
  const { bands } = cardOf(`kpi k {
    baseline: 10 on 2026-01
    target: 20 by 2026-06
    target: 60 by 2026-12
    target: 90 by 2027-12
    actual: 5 on 2025-06
    actual: 18 on 2026-06
    actual: 15 on 2026-10
  }`);
  const trend = bands[0]?.kpis[0]?.trend;
  expect(trend?.actual.values).toEqual([10, 18, 15]);
  expect(trend?.plan.values).toEqual([10, 20, 60]);
  expect(trend?.target?.value).toBe(60);
  expect(trend?.missed?.value).toBe(20);
});

test("of thousands of figures a sparkline keeps the ends and all peaks", () => {
  const days = Array.from({ length: 3000 }, (_, at) => new Date(Date.UTC(2018, 0, 1 + at)));
  const lines = days.map(
    (day, at) => `${day.toISOString().slice(0, 10)},${at === 1234 ? 900 : at % 7}`,
  );
  const { bands } = cardOf({
    "plan.strategy": 'kpi k { actuals: "k.csv" }',
    "k.csv": `date,value\n${lines.join("\n")}\n`,
  });
  const { days: kept = [], values = [] } = bands[0]?.kpis[0]?.trend.actual ?? {};
  expect(kept.length).toBeLessThan(300);
  expect(values).toContain(900);
  expect(kept[0]).toBe(Date.UTC(2018, 0, 1) / 86_400_000);
  expect(kept.at(-1)).toBe(Date.UTC(2018, 0, 3000) / 86_400_000);
});

test("what measures several things, or nothing, says so; titles are one line", () => {
  const { bands } = cardOf(`
    objective a "A\u{202e}a" {} objective b "B" {} objective c "C" {}
    kpi one { measures: a } kpi two { measures: a, b } kpi three { measures: a, b, c } kpi none {}`);
  expect(bands[0]?.kpis.map(({ measures }) => measures)).toEqual([
    "A\\u{202e}a",
    "A\\u{202e}a and B",
    "A\\u{202e}a and 2 more",
    "Measures nothing",
  ]);
});

test("of the example each open KPI stands there once, with the figures of the model", () => {
  const { model, all } = department();
  const shown = viewOf(scorecardView, model()).bands.flatMap(({ kpis }) => kpis);
  const open = openKpisOf(model());
  expect(shown.map(({ id }) => id).toSorted()).toEqual(open.map(({ name }) => name).toSorted());
  for (const kpi of open) {
    const { rag, latest, expected, attainment, baseline } = kpiState(all, kpi);
    const found = shown.find(({ id }) => id === kpi.name);
    expect(found).toMatchObject({ health: rag, progress: attainment });
    expect(found?.latest?.value).toBe(latest?.value.toNumber());
    expect(found?.expected?.value).toBe(expected?.toNumber());
    expect(found?.baseline?.value).toBe(baseline?.value.toNumber());
    const printed = Number(found?.expected?.text.replace("%", ""));
    expect(Math.abs(printed - (expected?.toNumber() ?? Number.NaN))).toBeLessThan(0.051);
  }
});

test("an edit makes one row again; all others stay the same objects", () => {
  const kpis = Array.from(
    { length: 30 },
    (_, at) => `kpi k${at} "KPI ${at}" { target: ${at} by 2026-12 actual: 1 on 2026-10 }\n`,
  );
  const path = "/workspace/plan.strategy";
  const before = workspaceOf(kpis.join(""));
  succeed(undefined, before);
  const rowsOf = (workspace: Workspace) =>
    [...universe(workspace).models.values()]
      .flatMap((model) => scorecardView.dataOf(model).bands)
      .flatMap((band) => band.kpis);
  const old = rowsOf(before);
  const tree = before.projects.get("/workspace")?.files.get("plan.strategy")?.tree;
  const text = kpis.join("").replace("target: 7 by", "target: 70 by");
  const after = withFile(before, path, parseFile(text, tree));
  succeed(before, after);
  const now = rowsOf(after);
  expect(now).toHaveLength(30);
  expect(now.flatMap((row, at) => (row === old[at] ? [] : [row.id]))).toEqual(["k7"]);
  expect(now[7]?.target?.text).toBe("70");
});
