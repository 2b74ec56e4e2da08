// A strategy as text → its scorecard as a compact text: headline, bands, figures, verdicts, gaps.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kpiState } from "../../server/model/derive/kpi.ts";
import { openKpisOf } from "../../server/model/status.ts";
import type { ScorecardView, ScoredKpi } from "../../server/views/scorecard/shape.ts";
import { scorecard } from "../../server/views/scorecard.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

function cardOf(source: Sources): ScorecardView {
  return viewOf(scorecard, universeOf(source).model());
}

/** "churn red | 4.20% 3.75% (3.63%) | 79%, slipping | 3.50% by Dec 2026 | Oct 2026" */
function row(kpi: ScoredKpi): string {
  const { id, health, baseline, latest, expected, unit, verdict, target, measured, stale } = kpi;
  const should = expected === undefined ? "" : ` (${expected.text})`;
  return [
    `${id} ${health}`,
    `${baseline?.text ?? "–"} ${latest?.text ?? "–"}${should}${unit ? ` ${unit}` : ""}`,
    verdict,
    target ? `${target.text} ${target.when}` : "–",
    stale ? `${measured}, ${stale}` : measured,
    ...kpi.notes,
  ].join(" | ");
}

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

/** What one KPI comes to that has these fields. */
function only(fields: string, data: Readonly<Record<string, string>> = {}): string {
  const { bands } = cardOf({ "plan.strategy": `kpi k "K" { ${fields} }`, ...data });
  return bands.flatMap(({ kpis }) => kpis.map(row)).join("\n");
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
No perspective 1 0 0 0
- loose green | 42 27 (30.3) days | 129% | 28 by Dec 2026 | Oct 2026`);
});

test("its sentence names what is far behind and what slips, its figures what is measured at all", () => {
  const { sentence, figures } = cardOf(shop);
  expect(sentence).toBe("1 KPI is far behind plan, 1 is slipping");
  expect(figures.map(({ value, label, counts }) => [counts ?? value, label])).toEqual([
    [{ green: 2, amber: 1, red: 1, grey: 1 }, "on track, slipping, behind, unknown"],
    ["4 of 5", "objectives are measured"],
    ["4 of 5", "have baseline and dated target"],
    ["2", "have no fresh figure"],
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
    "0 of 1 have baseline and dated target",
    "1 has no fresh figure",
  ]);
  expect(
    labels(
      "objective a { kpi k { baseline: 0 on 2026-11 target: 1 by 2027 actual: 1 on 2026-11 } }",
    ),
  ).toEqual([
    "1 of 1 objective is measured",
    "1 of 1 has baseline and dated target",
    "0 have no fresh figure",
  ]);
  expect(labels("objective a {}")).toEqual([]);
});

test.each([
  [
    "% 4.2 on 2026-01",
    "3.5 by 2026-12",
    "3.75 on 2026-10",
    "amber | 4.20% 3.75% (3.63%) | 79%, slipping",
  ],
  ["% 18.0 on 2025-12", "24 by 2026-12", "23 on 2026-10", "green | 18.0% 23.0% (22.997%) | 100.1%"],
  [
    "% 18 on 2025-12",
    "24 by 2026-12",
    "17 on 2026-10",
    "red | 18% 17% (23.0%) | Worse than at the start",
  ],
  [
    "h 0 on 2025-12",
    "100 by 2026-12",
    "-3 on 2026-10",
    "red | 0 −3 (83.3) h | Worse than at the start",
  ],
  ["h 0 on 2026-10-30", "100 by 2026-12", "40 on 2026-10", "green | 0 40 (1.6) h | over 999%"],
  [
    "h 1.2M on 2026-01",
    "2M by 2026-12",
    "1.25M on 2026-10",
    "red | 1.20M 1.25M (1.85M) h | 8%, behind",
  ],
  [
    "h 125000 on 2026-01",
    "200k by 2026-12",
    "185300 on 2026-10",
    "green | 125,000 185,300 (186,302.4) h | 98%",
  ],
  [
    "h 0.00001 on 2026-01",
    "0.00003 by 2026-12",
    "0.00003 on 2026-10",
    "green | 0.00001 0.00003 (0.00002…) h | 122%",
  ],
])(
  "printed in its own decimals, what is expected with one more: %s, %s, %s",
  (from, to, now, says) => {
    const [unit = "", ...baseline] = from.split(" ");
    const written = `unit: ${unit} baseline: ${baseline.join(" ")} target: ${to} actual: ${now}`;
    const shown = only(written).replace(/0\.00002\d+/, "0.00002…");
    expect(shown).toBe(`k ${says} | ${shown.split(" | ").slice(3).join(" | ")}`);
  },
);

test("to keep a figure, it may be too high or too low", () => {
  const kept =
    "unit: h baseline: 99 on 2026-01 target: 99 by 2026-12 direction: maintain tolerance: 5%";
  const words = (actual: number) => only(`${kept} actual: ${actual} on 2026-10`).split(" | ")[2];
  expect([99, 97, 91, 80, 107, 120].map(words)).toEqual([
    "100%",
    "98%",
    "92%, too low",
    "81%, far too low",
    "92%, too high",
    "79%, far too high",
  ]);
});

const start = "baseline: 1 on 2026-01";
const aim = "target: 3 by 2026-12";

test.each([
  ["", "– – | Nothing is written yet | – | Never"],
  [aim, "– – | No baseline and no figure | 3 by Dec 2026 | Never"],
  [`${start} ${aim}`, "1 – | No figure yet | 3 by Dec 2026 | Jan 2026, 10 months ago"],
  ["actual: 3 on 2026-10", "– 3 | No baseline and no target | – | Oct 2026"],
  [`${start} actual: 2 on 2026-10`, "1 2 | No target | – | Oct 2026"],
  [`${aim} actual: 3 on 2026-10`, "– 3 | Nothing due before Dec 2026 | 3 by Dec 2026 | Oct 2026"],
  [
    `baseline: 1 ${aim} actual: 3 on 2026-10`,
    "1 3 | Its baseline has no date | 3 by Dec 2026 | Oct 2026",
  ],
  [
    `${start} target: 3 actual: 3 on 2026-10`,
    "1 3 | Its target has no date | 3 no date | Oct 2026",
  ],
  [`${start} ${aim} actual: 3`, "1 – | Its figure has no date | 3 by Dec 2026 | Jan 2026"],
  [
    `${start} ${aim} actual: 2 on 2025-10`,
    "1 2 | Measured before its baseline | 3 by Dec 2026 | Oct 2025, 13 months ago",
  ],
  [
    `${start} ${aim} actual: 3 on 2026-10 tolerance: 5 apples unit: h`,
    "1 3 (2.6) h | Its tolerance does not fit | 3 by Dec 2026 | Oct 2026",
  ],
  [
    `${start} ${aim} actuals: "no.csv"`,
    "1 – | Its file cannot be read | 3 by Dec 2026 | Not known",
  ],
  [`${start} ${aim} actual: lots`, "1 – | A figure cannot be read | 3 by Dec 2026 | Not known"],
  [
    `baseline: ? ${aim} actual: 3 on 2026-10`,
    "– 3 | Its baseline cannot be read | 3 by Dec 2026 | Oct 2026",
  ],
])("what nobody knows is said in words, and is a dash, never 0: %s", (fields, says) => {
  expect(only(`frequency: quarterly ${fields}`)).toBe(`k grey | ${says}`);
});

test("targets in the past were met, were missed, or nobody knows", () => {
  const past = "baseline: 1 on 2025-01 target: 3 by 2025-12";
  expect(only(`${past} actual: 3 on 2025-12`)).toBe(
    "k green | 1 3 (3.0) | 100% | 3 met, Dec 2025 | Dec 2025",
  );
  expect(only(`${past} actual: 2 on 2026-10`)).toBe(
    "k red | 1 2 (3.0) | 50%, behind | 3 missed, Dec 2025 | Oct 2026",
  );
  expect(only(`${past} target: 4 by 2026-12 actual: 2 on 2026-10`)).toBe(
    "k red | 1 2 (3.8) | 35%, behind | 4 by Dec 2026 | Oct 2026 | It missed 3 by Dec 2025",
  );
  expect(only("direction: increase target: 3 by 2025-12 actual: 1 on 2025-11")).toContain(
    "missed, Dec 2025",
  );
  expect(only("target: 3 by 2026-10 frequency: yearly")).toContain("3 was due Oct 2026");
  expect(
    only("direction: increase baseline: 5 on 2026-01 target: 3 by 2026-12 actual: 4 on 2026-10"),
  ).toContain("| Target leads the wrong way |");
});

test("figures from a file count, and rows that do not are said", () => {
  const fields = `unit: % ${start} ${aim} actuals: "data/k.csv"`;
  const data = "date,value\n2026-09-30,2.4\n2026-10-28,2.5\n2026-11-30,lots\n";
  expect(only(fields, { "data/k.csv": data })).toBe(
    "k green | 1.0% 2.5% (2.6%) | 93% | 3.0% by Dec 2026 | 28 Oct 2026 | 1 row of its file does not count",
  );
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

const folder = "examples/it-department";
const texts = (at: string, ends: string) =>
  readdirSync(`${folder}/${at}`)
    .filter((name) => name.endsWith(ends))
    .map((name) => [`${at}${name}`, readFileSync(`${folder}/${at}${name}`, "utf8")] as const);

test("of the example each open KPI stands there once, with the figures of the model", () => {
  const { model, all } = universeOf(
    Object.fromEntries([
      ...texts("", ".strategy"),
      ...texts("", ".json"),
      ...texts("data/", ".csv"),
    ]),
  );
  const shown = viewOf(scorecard, model()).bands.flatMap(({ kpis }) => kpis);
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
