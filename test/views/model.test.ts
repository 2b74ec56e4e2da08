// The export of the model: the shape that other programs read, and its figures on the contract's own example.
import { expect, test } from "vitest";
import { modelExport, type PlainEntity } from "../../server/views/model.ts";
import { universeOf } from "../workspace.ts";

const plan = `strategy acme "Acme digital strategy" {
  horizon: 2026-Q1 .. 2028-Q4
  currency: EUR
  budget: 6M
}

objective retention "Keep customers longer" {
  level: business

  kpi churn "Monthly churn" {
    unit: %
    baseline: 4.2 on 2026-01
    target: 3.5 by 2026-12
    target: 2.5 by 2027-06
    actual: 3.6 on 2026-10
  }
}

initiative crm "Personalised service with a CRM" {
  supports: retention
  teams: platform 4 FTE, data
  timeline: 2026-Q2 .. 2027-Q2
  budget: 1.9M
  cost {
    upfront: 700k
    integration: 150k
    training: 60k
    licences: 90k per year
    maintenance: 120k per year
    contingency: 15%
  }
  benefit: 1.4M per year
  value: 8
  effort: 5
  status: active
  progress: 40%
  tags: retail, crm

  milestone crm-pilot "Pilot live" { date: 2026-07-01 status: reached }

  risk vendor-lock-in {
    probability: 25%
    impact: high
    loss: 100k
    residual { probability: low }
  }
}

initiative app { timeline: after crm for 3 months depends-on: crm.crm-pilot }

team platform { capacity: 3 FTE }

technology cloud { cost { operations: 100k per year } benefit: 150k per year }
`;

function exported(source: string): (name: string) => PlainEntity {
  const { entities } = modelExport(universeOf(source).model());
  return (name) => {
    const found = entities.find((entity) => entity.name === name);
    if (found === undefined) throw new Error(`Nothing is called '${name}'.`);
    return found;
  };
}

const euro = (amount: string) => ({ amount, currency: "EUR" });

test("every declaration is there, in its order, with its place", () => {
  const { version, project, today, entities } = modelExport(universeOf(plan).model());
  expect({ version, project, today }).toEqual({ version: 1, project: "acme", today: "2026-11-23" });
  expect(entities.map(({ kind, name, parent }) => [kind, name, parent])).toEqual([
    ["strategy", "acme", null],
    ["objective", "retention", null],
    ["kpi", "churn", "retention"],
    ["initiative", "crm", null],
    ["milestone", "crm-pilot", "crm"],
    ["risk", "vendor-lock-in", "crm"],
    ["initiative", "app", null],
    ["team", "platform", null],
    ["technology", "cloud", null],
  ]);
  const { file, range, title } = exported(plan)("churn");
  expect({ file, title }).toEqual({ file: "plan.strategy", title: "Monthly churn" });
  const lines = plan.split("\n");
  expect(lines[range.start.line]?.slice(range.start.character)).toBe('kpi churn "Monthly churn" {');
  expect(range.end).toEqual({ line: range.start.line + 6, character: 3 });
  expect(exported(plan)("vendor-lock-in").title).toBeNull();
});

test("it is JSON: nothing in it is lost when it is written and read", () => {
  const value = modelExport(universeOf(plan).model());
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
});

test("fields are as written, with what the nesting implies", () => {
  const entity = exported(plan);
  expect(entity("crm").fields).toEqual({
    supports: ["retention"],
    teams: [
      { name: "platform", fte: 4 },
      { name: "data", fte: null },
    ],
    timeline: { start: "2026-04-01", end: "2027-06-30" },
    budget: euro("1900000"),
    cost: {
      upfront: euro("700000"),
      integration: euro("150000"),
      training: euro("60000"),
      licences: { ...euro("90000"), per: "year" },
      maintenance: { ...euro("120000"), per: "year" },
      contingency: 0.15,
    },
    benefit: { ...euro("1400000"), per: "year" },
    value: 8,
    effort: 5,
    status: "active",
    progress: 0.4,
    tags: ["retail", "crm"],
  });
  expect(entity("churn").fields).toEqual({
    measures: ["retention"],
    unit: "%",
    baseline: { value: 4.2, date: "2026-01-31" },
    target: [
      { value: 3.5, date: "2026-12-31" },
      { value: 2.5, date: "2027-06-30" },
    ],
    actual: [{ value: 3.6, date: "2026-10-31" }],
  });
  expect(entity("app").fields).toEqual({
    timeline: {
      start: "2027-07-01",
      end: "2027-09-30",
      after: ["crm"],
      length: { count: 3, unit: "month" },
    },
    "depends-on": ["crm.crm-pilot"],
  });
  expect(entity("vendor-lock-in").fields).toEqual({
    affects: ["crm"],
    probability: 0.25,
    impact: "high",
    loss: euro("100000"),
    residual: { probability: "low" },
  });
});

test("figures of an initiative", () => {
  expect(exported(plan)("crm").derived).toMatchObject({
    start: "2026-04-01",
    end: "2027-06-30",
    // 33 months to the end of 2028: (910k + 210k × 33 ÷ 12) × 1.15
    cost: euro("1710625"),
    // 15 months of the timeline: (910k + 210k × 15 ÷ 12) × 1.15
    deliveryCost: euro("1348375"),
    amount: euro("1900000"),
    // 18 months of benefit, July 2027 to the end of 2028: 1.4M × 18 ÷ 12 = 2.1M, 389,375 more
    return: 389_375 / 1_710_625,
    // 8 ÷ 5
    score: 1.6,
    // app follows at once and ends the plan.
    slackDays: 0,
    critical: true,
    aligned: true,
    alignmentPath: ["retention"],
  });
});

test("figures of the other kinds", () => {
  const entity = exported(plan);
  expect(entity("acme").derived).toEqual({ alignedShare: 1, amount: euro("1900000") });
  expect(entity("retention").derived).toMatchObject({
    level: "business",
    progress: 0.4,
    health: "green",
    amount: euro("1900000"),
    alignmentPath: [],
  });
  // From 31 January to 31 December are 334 days, to 31 October 273.
  const expected = 4.2 - (0.7 * 273) / 334;
  const churn = entity("churn").derived;
  expect(churn).toMatchObject({ latest: 3.6, rag: "green" });
  expect(churn.expected).toBeCloseTo(expected, 12);
  expect(churn.attainment).toBeCloseTo(0.6 / (4.2 - expected), 12);
  expect(entity("vendor-lock-in").derived).toMatchObject({
    // 25% is in the second band: 2 × 4; afterwards low × high, the same.
    score: 8,
    severity: "medium",
    residualSeverity: "medium",
    // What is left: low is 30%, of 100k.
    expectedLoss: euro("30000"),
  });
  expect(entity("crm-pilot").derived).toEqual({ date: "2026-07-01" });
  expect(entity("cloud").derived).toEqual({ cost: euro("300000"), return: 0.5 });
  expect(entity("platform").derived).toEqual({
    load: ["2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"].map((quarter) => ({
      quarter,
      fte: 4,
      capacity: 3,
    })),
  });
});

test("what cannot be known is null", () => {
  expect(exported("initiative idea { supports: gaol budget: a-lot }")("idea")).toMatchObject({
    title: null,
    fields: { supports: ["gaol"], budget: null },
    derived: {
      start: null,
      end: null,
      cost: null,
      deliveryCost: null,
      amount: null,
      return: null,
      paybackMonths: null,
      score: null,
      slackDays: null,
      // It waits for nothing, whatever its dates.
      critical: false,
      elapsed: null,
      progress: null,
      slipDays: null,
      overrun: null,
      parts: [],
      aligned: null,
      alignmentPath: null,
    },
  });
});

test("a programme has what its parts come to, and work how far it is from its first plan", () => {
  const at = exported(`
    strategy house { currency: EUR horizon: 2026 .. 2027 }
    objective trust { }
    initiative move {
      supports: trust
      initial { timeline: 2026 budget: 80k }
      initiative pack { timeline: 2026-Q1 .. 2026-Q2 budget: 40k status: completed }
      initiative carry { timeline: 2026-Q3 .. 2027-Q1 cost { staff: 60k } status: active progress: 20% }
      initiative dream { timeline: 2028 budget: 1M status: cancelled }
    }`);
  expect(at("move").derived).toMatchObject({
    start: "2026-01-01",
    end: "2027-03-31",
    cost: { amount: "60000", currency: "EUR" },
    amount: { amount: "100000", currency: "EUR" },
    progress: 0.6,
    slipDays: 90,
    overrun: 0.25,
    parts: ["pack", "carry", "dream"],
    aligned: true,
  });
  expect(at("move").fields).toMatchObject({
    initial: {
      timeline: { start: "2026-01-01", end: "2026-12-31" },
      budget: { amount: "80000", currency: "EUR" },
    },
  });
  expect(at("carry").derived).toMatchObject({
    alignmentPath: ["trust"],
    parts: [],
    slipDays: null,
  });
  expect(at("carry").fields).toMatchObject({ "part-of": "move" });
});

test("names of other projects are written as their importer writes them", () => {
  const { model } = universeOf({
    "corporate/strategy.config.json": "{}",
    "corporate/plan.strategy": "objective growth { }",
    "division/strategy.config.json": "{}",
    "division/plan.strategy": `
      import corporate from "../corporate"
      objective loyalty { supports: corporate.growth }
    `,
    "team/strategy.config.json": "{}",
    "team/plan.strategy": `
      import division from "../division"
      objective checkout { initiative scan { supports: division.loyalty } }
      objective speed { supports: division.loyalty initiative app { owner: cio } }
    `,
  });
  const { entities } = modelExport(model("team"));
  const paths = entities.map(({ name, derived }) => [name, derived.alignmentPath]);
  expect(paths).toEqual([
    ["checkout", []],
    ["scan", ["checkout"]],
    ["speed", ["division.loyalty", "corporate.growth"]],
    ["app", ["speed", "division.loyalty", "corporate.growth"]],
  ]);
});
