// A strategy as text → the lines of its tree: what stands under what, with which sign and words, however it is grouped.
import { expect, test } from "vitest";
import { healthSigns } from "../../client/tree/tree-signs.ts";
import { linesOf, treeIn } from "./trees.ts";

const shop = `
strategy shop "Shop" { horizon: 2026 .. 2028 currency: EUR }
objective growth "Grow" { level: business owner: ceo }
objective service "Personal service" {
  supports: growth
  level: it
  kpi churn "Monthly churn" {
    unit: %
    owner: cco
    baseline: 4 on 2026-01
    target: 2 by 2027-12
    actual: 3.9 on 2026-10
  }
}
initiative crm "Service with a CRM" {
  supports: service
  owner: head-of-platform
  timeline: 2026 .. 2027
  budget: 1.9M
  status: active
  progress: 50%
  milestone pilot "Pilot live" { date: 2026-07-01 status: reached }
  milestone stores "All stores" { date: 2026-10-01 }
  risk lock-in "Only one vendor" { probability: very-high impact: very-high owner: ciso }
  initiative data "Clean data" { timeline: 2026 budget: 400k status: completed owner: head-of-data }
}
initiative tokens "Loyalty tokens" { owner: head-of-data timeline: 2027-Q1 status: proposed }
initiative desk "Service desk" { supports: service owner: head-of-data status: planned budget: 300k }
kpi mood "Mood" { unit: points }
risk strike "A strike" { probability: low impact: low owner: coo }
`;

test("objectives lead to the work for them, that to its parts, milestones and risks; gaps stand behind them all", () => {
  expect(linesOf(treeIn(shop))).toMatchInlineSnapshot(`
    [
      "- [error] Grow: off track · 25% · 2.2M",
      "  - [error] Personal service: off track · 25% · 2.2M",
      "    + [error] Service with a CRM: off track · 50% · 1.9M",
      "      [check] Clean data: completed",
      "      [debug-breakpoint-log] Pilot live: milestone · reached · 1 Jul 2026",
      "      [debug-breakpoint-log-unverified] All stores: milestone · planned · 1 Oct 2026 · 53 days over",
      "      [shield] Only one vendor: risk · above what is accepted",
      "    [circle-large-outline] Service desk: planned · 0.3M",
      "    [error] Monthly churn: KPI · off track · 3.9%, expected 3.2%",
      "- [warning] Supports no objective: 1 initiative",
      "  [issue-draft] Loyalty tokens: proposed",
      "- [calendar] No dates yet: 1 initiative · 0.3M, 14% of the money",
      "  [circle-large-outline] Service desk: planned · 0.3M",
      "+ [circle-slash] KPIs that measure nothing: 1",
      "  [issue-draft] Mood: KPI · not known · never measured",
      "+ [circle-slash] Risks that affect nothing: 1",
      "  [shield] A strike: risk · within what is accepted",
    ]
  `);
});

test("by owner, each has what it answers for, and what supports nothing stays a gap", () => {
  expect(
    linesOf(treeIn(shop, "owner")).filter((line) => /^\S\S? ?\[/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "- [person] head-of-platform: 1 initiative · 1 off track · 1.9M",
      "- [person] head-of-data: 1 initiative · 0.3M",
      "- [warning] Supports no objective: 1 initiative",
      "- [calendar] No dates yet: 1 initiative · 0.3M, 14% of the money",
      "+ [circle-slash] KPIs that measure nothing: 1",
      "+ [circle-slash] Risks that affect nothing: 1",
    ]
  `);
});

test("by status, a group has the sign of its status", () => {
  expect(
    linesOf(treeIn(shop, "status")).filter((line) => line.startsWith("-")),
  ).toMatchInlineSnapshot(`
    [
      "- [color-mode] Active: 1 initiative · 1 off track · 1.9M",
      "- [circle-large-outline] Planned: 1 initiative · 0.3M",
      "- [check] Completed: 1 initiative counted elsewhere",
      "- [warning] Supports no objective: 1 initiative",
      "- [calendar] No dates yet: 1 initiative · 0.3M, 14% of the money",
    ]
  `);
});

test("what also supports another objective stands there too, and says where it counts", () => {
  const tree = treeIn(`
    objective one "One" {}
    objective two "Two" {}
    initiative crm "CRM" { supports: one, two status: active }
  `);
  expect(linesOf(tree)).toMatchInlineSnapshot(`
    [
      "- [issue-draft] One: not known",
      "  [color-mode] CRM: not known",
      "- [issue-draft] Two: not known",
      "  [color-mode] CRM: counted under One",
      "- [calendar] No dates yet: 1 initiative",
      "  [color-mode] CRM: not known",
    ]
  `);
});

test("two of the same name, side by side, are both there", () => {
  const tree = treeIn(`
    initiative crm "CRM" { milestone live "Live" { date: 2027 } milestone live "Live again" { date: 2028 } }
  `);
  expect(linesOf(tree).filter((line) => line.includes("Live"))).toHaveLength(4);
});

test("of several projects each has a line, with the sentence of its roadmap", () => {
  const tree = treeIn({
    "it/strategy.config.json": "{}",
    "it/plan.strategy": 'strategy it "IT" {}\nobjective one "One" { level: it }\n',
    "sales/strategy.config.json": "{}",
    "sales/plan.strategy": 'strategy sales "Sales" {}\nobjective two "Two" { level: it }\n',
  });
  expect(linesOf(tree)).toMatchInlineSnapshot(`
    [
      "- [compass] IT: How the IT objective stands is not known",
      "  [issue-draft] One: not known · nothing supports it yet",
      "- [compass] Sales: How the IT objective stands is not known",
      "  [issue-draft] Two: not known · nothing supports it yet",
    ]
  `);
});

test("a strategy in which nothing is planned has an empty tree", () => {
  expect([treeIn(shop).isBare, treeIn('strategy shop "Shop" {}').isBare]).toEqual([false, true]);
  expect(linesOf(treeIn('strategy shop "Shop" {}'))).toEqual([]);
});

test("all of a line is told in a sentence, and menus know what can be done with it", () => {
  const told = (title: string) => {
    const all = [...treeIn(shop).top];
    for (let one = all.pop(); one !== undefined; one = all.pop()) {
      if (one.title === title) return { says: one.sentence(), can: one.can.join(" ") };
      for (const child of one.children()) all.push(child);
    }
    return undefined;
  };
  expect(
    [
      "Personal service",
      "Service with a CRM",
      "All stores",
      "Monthly churn",
      "Only one vendor",
    ].map(told),
  ).toMatchInlineSnapshot(`
    [
      {
        "can": "initiative-in kpi-in risk-in drawn written",
        "says": "Objective: Personal service. Off track. 25% done. 2.2M EUR. Monthly churn is behind plan: 3.9%, expected 3.22%. Only one vendor: high, nothing is done about it.",
      },
      {
        "can": "initiative-in kpi-in risk-in drawn written",
        "says": "Initiative: Service with a CRM. Active, 50% done. Off track. Owner head-of-platform. 1 Jan 2026 to 31 Dec 2027. 1.9M EUR. Risk above appetite. Only one vendor: high, nothing is done about it.",
      },
      {
        "can": "drawn written",
        "says": "Milestone All stores, planned, 1 Oct 2026, 53 days over.",
      },
      {
        "can": "drawn written",
        "says": "KPI: Monthly churn. Off track. 3.9%, expected 3.2%. Owner cco.",
      },
      {
        "can": "drawn written",
        "says": "Risk: Only one vendor: high, nothing is done about it.",
      },
    ]
  `);
});

test("each state has a shape of its own, whatever its colour", () => {
  const shapes = Object.values(healthSigns).map(({ icon }) => icon);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test("whoever hears the tree hears how work under way stands, also where that is well", () => {
  const tree = treeIn(`
strategy shop "Shop" { horizon: 2026 .. 2028 currency: EUR }
objective growth "Grow" {
  level: business
  kpi orders "Orders online" { unit: % target: 40 by 2027-12 }
  initiative portal "Portal" { timeline: 2026 .. 2027 status: active progress: 60% }
  initiative later "Later" { timeline: 2027 status: planned }
}
`);
  const heard = tree.top.flatMap((one) => one.children().map(({ sentence }) => sentence()));
  expect(heard).toMatchInlineSnapshot(`
    [
      "Initiative: Portal. Active, 60% done. On track. 1 Jan 2026 to 31 Dec 2027.",
      "Initiative: Later. Planned. 1 Jan 2027 to 31 Dec 2027.",
      "KPI: Orders online. Not known. Never measured.",
    ]
  `);
});
