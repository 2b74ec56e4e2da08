// A strategy as text → its roadmap as a compact text: headline, groups, bars, gaps, lane, faults.
import { expect, test } from "vitest";
import type { Group, GroupBy, Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

function drawnOf(source: Sources, folder?: string): RoadmapView {
  return viewOf(roadmapView, universeOf(source).model(folder));
}

/** "crm One CRM | active 40% red | 2026-04-01..2027-06-30 | 1.9M | critical, late 12, 2 milestones" */
function bar(initiative: Initiative): string {
  const { id, title, status, progress, trouble, start, end, openEnd, money } = initiative;
  const percent = progress === undefined ? "" : ` ${Math.round(progress * 100)}%`;
  const marks = [
    initiative.critical ? "critical" : "",
    initiative.overdueDays ? `${initiative.overdueDays} over` : "",
    initiative.risk ? `risk ${initiative.risk.state}` : "",
    ...initiative.milestones.map((one) => `${one.title} ${one.status} ${one.date}`),
  ].filter((mark) => mark);
  return [
    `${id} ${title}`,
    `${status ?? "no status"}${percent}${trouble ? ` ${trouble}` : ""}`,
    start ? `${start}..${openEnd ? "open" : (end ?? "?")}` : "no dates",
    money.amount ?? "–",
    ...(marks.length > 0 ? [marks.join(", ")] : []),
  ].join(" | ");
}

function header({ title, owner, health, amount, progress, depth }: Group): string {
  const percent = progress === undefined ? "" : ` ${Math.round(progress * 100)}%`;
  const who = owner ? ` (${owner})` : "";
  return `${"  ".repeat(depth)}${title}${who} ${health ?? "–"} ${amount ?? "–"}${percent}`;
}

function outline(view: RoadmapView, by: GroupBy = "objective"): string {
  const bars = new Map(view.initiatives.map((one) => [one.id, bar(one)]));
  const groups = view.groupings.find((one) => one.by === by)?.groups ?? [];
  return groups
    .flatMap((group) => [
      header(group),
      ...group.initiatives.map((id) => `${"  ".repeat(group.depth + 1)}- ${bars.get(id)}`),
    ])
    .join("\n");
}

const shop = `
strategy shop "Shop strategy" {
  horizon: 2026 .. 2027
  currency: EUR
  budget: 6M
}

role cco "Chief customer officer" {}

objective retention "Keep customers longer" {
  level: business
  owner: cco

  kpi churn "Monthly churn" {
    unit: %
    baseline: 4.0 on 2026-01
    target: 2.0 by 2026-12
    actual: 3.9 on 2026-10
  }
}

objective service "Personal service" {
  supports: retention
  level: it
  owner: cio
}

initiative crm "Service with a CRM" {
  supports: service
  owner: head-of-platform
  teams: platform 4 FTE, data 2 FTE
  timeline: 2026-Q2 .. 2027-Q2
  budget: 1.9M
  status: active
  progress: 40%
  milestone pilot "Pilot live" { date: 2026-07-01 status: reached }
}

initiative hub "Customer data hub" {
  supports: service
  timeline: 2026-01 .. 2026-09
  budget: 1M
  status: active
  technologies: lake
}

initiative app "App relaunch" {
  supports: service
  teams: platform 1 FTE
  timeline: after crm for 2 quarters
  budget: 600k
  status: planned
}

initiative tokens "Loyalty tokens" {
  timeline: 2027-Q1
  budget: 500k
  status: proposed
}

initiative desk "Service desk" {
  supports: service
  budget: 300k
  status: planned
}

review autumn "Autumn review" { date: 2026-10-05 }
`;

test("objectives hold their sub-objectives and initiatives, with health, money and progress", () => {
  expect(outline(drawnOf(shop))).toBe(`Keep customers longer (Chief customer officer) red 3.8M 13%
  Personal service (cio) red 3.8M 13%
    - crm Service with a CRM | active 40% | 2026-04-01..2027-06-30 | 1.9M | critical, Pilot live reached 2026-07-01
    - hub Customer data hub | active red | 2026-01-01..2026-09-30 | 1.0M | 54 over
    - app App relaunch | planned | 2027-07-01..2027-12-31 | 0.6M | critical
    - desk Service desk | planned | no dates | 0.3M`);
});

test("it opens with a sentence, the title with its years, and figures", () => {
  const view = drawnOf(shop);
  expect(view.sentence).toBe("The IT objective is off track");
  expect(view.title).toBe("Shop strategy 2026–2027");
  expect(view.today).toBe("2026-11-23");
  expect(view.currency).toBe("EUR");
  expect(view.figures.map(({ value, label, counts }) => [value || counts, label])).toEqual([
    ["4.3M of 6M", "of the budget is planned"],
    ["88%", "of the money is aligned"],
    [{ green: 0, amber: 0, red: 1, grey: 0 }, "KPIs: on, at risk, off, unknown"],
  ]);
  expect(view.calendar).toEqual({
    start: "2026-01-01",
    end: "2027-12-31",
    fiscalStart: 1,
    namedBy: "end",
  });
});

test("the sentence tells what is on track from what is not known, and too much money is told", () => {
  const view = drawnOf(`
    strategy house "House" { budget: 1M currency: EUR }
    objective known { initiative done { status: completed budget: 2M } }
    objective other { initiative work { budget: 1.2M timeline: 2026 status: active } }
    objective third`);
  expect(view.sentence).toBe("1 objective is on track, 2 not known");
  expect(view.figures[0]).toEqual({
    value: "1.2M of 1M",
    label: "is planned, 0.2M over the budget",
    wrong: true,
  });
});

test("parts stand behind their programme, and an event on the lane", () => {
  const view = drawnOf(`
    initiative second "Second" { part-of: move timeline: 2027 }
    initiative other "Other" { timeline: 2026 }
    initiative move "Move" { initiative first "First" { timeline: 2026 progress: 40% } }
    milestone law "The law applies" { date: 2026-12-01 }`);
  expect(view.initiatives.map(({ id, programme }) => [id, programme?.title])).toEqual([
    ["other", undefined],
    ["move", undefined],
    ["second", "Move"],
    ["first", "Move"],
  ]);
  expect(view.events).toMatchObject([
    { kind: "event", sentence: "The law applies, planned for 1 Dec 2026", status: "planned" },
  ]);
});

test("gaps stand apart, whatever the grouping, with their share of the money", () => {
  const view = drawnOf(shop);
  expect(view.unaligned).toEqual({
    initiatives: ["tokens"],
    work: 1,
    amount: "0.5M",
    share: "12%",
  });
  expect(view.undated).toEqual({ initiatives: ["desk"], work: 1, amount: "0.3M", share: "7%" });
  for (const { groups } of view.groupings) {
    expect(groups.flatMap(({ initiatives }) => initiatives)).not.toContain("tokens");
    expect(groups.flatMap(({ initiatives }) => initiatives).toSorted()).toEqual([
      "app",
      "crm",
      "desk",
      "hub",
    ]);
  }
});

test("dependencies tell what is critical and what is late", () => {
  const view = drawnOf(
    `
initiative first "First" { timeline: 2026-01 .. 2026-06 status: active }
initiative second "Second" { timeline: 2026-07 .. 2026-12 depends-on: first status: active }
initiative early "Early" { timeline: 2026-03 .. 2026-04 depends-on: first.half status: active }
initiative stopped "Stopped" { timeline: 2026-01 .. 2026-02 status: cancelled }
`.replace('"First" {', '"First" { milestone half "Half" { date: 2026-03-31 }'),
  );
  expect(
    view.dependencies.map(({ from, to, milestone, critical, late }) =>
      [from, to, milestone ?? "", critical ? "critical" : "", late ? "late" : ""].join(" ").trim(),
    ),
  ).toEqual(["first second  critical", "first early half  late"]);
  expect(view.initiatives.find(({ id }) => id === "early")?.wrong).toContain(
    "It starts before 'Half' of 'First'",
  );
});

test("a risk above the appetite, one within it and one that occurred", () => {
  const risk = (name: string, more: string) => `
initiative ${name} "${name}" {
  supports: goal
  status: active
  timeline: 2026 .. 2027
  risk ${name}-risk "Risk of ${name}" { ${more} owner: cio }
}`;
  const view = drawnOf(`objective goal "Goal" { level: business }
${risk("above", 'probability: high impact: very-high response: mitigate mitigation: "x" residual { probability: medium }')}
${risk("bare", "probability: high impact: very-high")}
${risk("within", "probability: low impact: low")}
${risk("occurred", "probability: low impact: low status: occurred")}
${risk("over", "probability: low impact: low status: closed")}`);
  expect(
    view.initiatives.map(({ id, risk: mark }) => `${id}: ${mark?.state} ${mark?.sentence}`),
  ).toEqual([
    "above: above Risk of above: high after mitigation, above the medium that is accepted",
    "bare: above Risk of bare: high, nothing is done about it",
    "within: within Risk of within: low, within the medium that is accepted",
    "occurred: occurred Risk of occurred: it has occurred",
    "over: undefined undefined",
  ]);
  expect(view.figures.at(-1)).toEqual({ value: "2", label: "risks above appetite" });
});

test("reviews and dated targets stand on the lane, with sentences", () => {
  expect(
    drawnOf(shop).events.map(({ date, held, sentence }) => `${date} ${held ?? ""} ${sentence}`),
  ).toEqual([
    "2026-10-05 true Autumn review, held on 5 Oct 2026",
    "2026-12-31  Monthly churn: 2% by 31 Dec 2026",
  ]);
});

test("fiscal years, and work that leaves the horizon, make the calendar", () => {
  const view = drawnOf(`strategy s "S" { horizon: 2027 .. 2027 fiscal-year-start: 4 }
initiative late "Late" { timeline: 2027-02 .. 2027-05 status: planned }`);
  expect(view.calendar).toEqual({
    start: "2026-04-01",
    end: "2027-06-30",
    fiscalStart: 4,
    namedBy: "end",
  });
  const far = drawnOf(`strategy s "S" { horizon: 2026 .. 2026 }
initiative typo "Typo" { timeline: 2026-01 .. 2206-05 status: planned }`);
  expect(far.calendar.end <= "2032-12-31").toBe(true);
});

test("each mark knows where it is written, in the file's URI", () => {
  const view = drawnOf({
    "it/plan a.strategy": 'objective goal "Goal" {\n  initiative one "One" {}\n}\n',
  });
  const [one] = view.initiatives;
  expect(one?.source).toEqual({
    uri: "file:///workspace/it/plan%20a.strategy",
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 25 } },
    name: { start: { line: 1, character: 13 }, end: { line: 1, character: 16 } },
  });
});

test("an objective of another project stands above what supports it", () => {
  const view = drawnOf(
    {
      "corporate/strategy.config.json": "{}",
      "corporate/plan.strategy": 'objective growth "Grow" { level: business }',
      "it/strategy.config.json": "{}",
      "it/plan.strategy": `import corporate from "../corporate"
objective platform "Platform" { level: it supports: corporate.growth }
initiative cloud "Cloud" { supports: platform }`,
    },
    "it",
  );
  expect(view.groupings[0]?.groups.map(({ id, depth, parent }) => [id, depth, parent])).toEqual([
    ["corporate.growth", 0, undefined],
    ["platform", 1, "corporate.growth"],
  ]);
  expect(view.initiatives[0]?.path).toEqual(["Platform", "Grow"]);
});

test("a circle of support is cut, and nothing is lost or shown twice", () => {
  const view = drawnOf(`objective a "A" { supports: b }
objective b "B" { supports: a }
initiative x "X" { supports: b }`);
  const groups = view.groupings[0]?.groups ?? [];
  expect(groups.map(({ id, depth }) => `${id} ${depth}`)).toEqual(["a 0", "b 1"]);
  expect(groups.flatMap(({ initiatives }) => initiatives)).toEqual(["x"]);
});

test("what cannot be understood has a group of its own and is not called unaligned", () => {
  const view = drawnOf(`objective goal "Goal" { level: business }
initiative lost "Lost" { supports: gaol }`);
  expect(view.unaligned.initiatives).toEqual([]);
  expect(view.groupings[0]?.groups.at(-1)).toMatchObject({
    title: "What it supports is not clear",
    initiatives: ["lost"],
  });
});

test("two things of one name have two ids", () => {
  const view = drawnOf('initiative a "One" {}\ninitiative a "Two" {}');
  expect(view.initiatives.map(({ id, title }) => `${id} ${title}`)).toEqual(["a One", "a~2 Two"]);
});

test("faults of the form are told with their place; others do not make a picture old", () => {
  const view = drawnOf('initiative a "A" {\n  owner:\n}\ninitiative b "B" { status: nonsense }');
  expect(view.faults.map(({ file, source }) => `${file} ${source.name.start.line}`)).toEqual([
    "plan.strategy 1",
  ]);
});

test("a view is plain JSON", () => {
  const view = drawnOf(shop);
  const plain = JSON.parse(JSON.stringify(view));
  expect(JSON.stringify(plain)).toBe(JSON.stringify(view));
});

test("what has a title of no letters is called by its name", () => {
  const view = drawnOf(`
objective growth "" { owner: cio }
initiative crm " " { supports: growth timeline: 2027 status: planned }
`);
  expect(view.initiatives.map(({ title }) => title)).toEqual(["crm"]);
  expect(outline(view)).toMatch(/^growth /);
});
