// KPIs, risks and work → health and its reasons.
import { expect, test } from "vitest";
import { healthOf, healthReasons, inSentence } from "../../server/model/derive/health.ts";
import { universeOf } from "../workspace.ts";

/** The health, and below it the reasons. */
function health(source: string, name: string): string {
  const { all, entity } = universeOf(source);
  const one = entity(name);
  return [
    healthOf(all, one),
    ...healthReasons(all, one).map((reason) => inSentence(all, reason)),
  ].join("\n");
}

/** On 31 December 2026 the straight line from 0 to 100 is at the end. */
const kpi = (actual: number) =>
  `kpi sales "Sales" { unit: % baseline: 0 on 2025-12 target: 100 by 2026-12 actual: ${actual} on 2026-12 }`;
const risk = (more: string) => `risk fire "Fire" { probability: high impact: high ${more} }`;

test.each([
  // Behind by up to 10% of the distance is green, up to 20% amber.
  [kpi(90), "green"],
  [kpi(85), "amber\nSales is behind plan: 85%, expected 100%."],
  [kpi(79), "red\nSales is behind plan: 79%, expected 100%."],
  [risk(""), "red\nFire: a high risk that nothing is done about."],
  [risk("response: accept"), "red\nFire: a risk above what the strategy accepts."],
  // A risk within the appetite, dates and plans for later tell nothing.
  [risk('response: mitigate mitigation: "Doors" residual { impact: low }'), "grey"],
  [risk("status: closed"), "grey"],
  ["initiative work { timeline: 2026-Q1 .. 2027-Q1 }", "grey"],
  ["initiative work { timeline: 2027 progress: 0% }", "grey"],
  ["initiative work { progress: 40% }", "grey"],
  ["initiative work { timeline: 2026-Q1 .. 2027-Q1 progress: 70% }", "green"],
  ["initiative work { timeline: 2026-Q1 .. progress: 10% }", "green"],
  ['initiative work "Work" { timeline: 2026-Q1 .. 2026-Q3 }', "red\nWork is 54 days over its end."],
  ["initiative work { timeline: 2026 status: on-hold }", "amber\nwork is on hold."],
  ["initiative work { timeline: 2026 confidence: low }", "amber\nwork is of low confidence."],
  ["initiative work { timeline: 2026 confidence: low status: proposed }", "grey"],
  [
    "initiative work { timeline: 2026-Q4 .. 2027 status: planned }",
    "amber\nwork should have begun and is still planned.",
  ],
  [
    // 1 January to 23 November are 327 of 365 days.
    "initiative work { timeline: 2026 progress: 60% }",
    "amber\nwork is behind its time: 60% done, 90% of the time has passed.",
  ],
  ["initiative work { timeline: 2026-Q1 status: completed }", "green"],
  ["initiative work { timeline: 2026-Q1 status: cancelled }", "grey"],
  ["initiative work { owner: cio }", "grey"],
  ["initiative work { health: green }", "green"],
  ["initiative work { health: amber }", "amber\nwork is reported amber."],
  ["initiative work { health: amber status: proposed }", "grey"],
  [
    "initiative work { timeline: 2026 health: red status: on-hold }",
    "red\nwork is reported red.\nwork is on hold.",
  ],
  ["health: green", "green"],
  ["health: red", "red\ngoal is reported red."],
  ["due: 2026-10", "red\ngoal was due 23 days ago."],
  [`health: green ${kpi(79)}`, "red\nSales is behind plan: 79%, expected 100%."],
  ["kpi sales { unit: % }", "grey"],
  ["", "grey"],
])("%s makes its objective %s", (inside, expected) => {
  expect(health(`objective goal {\n${inside}\n}`, "goal")).toBe(expected);
});

test("the worst of all that hangs on it, however deep, red first", () => {
  const source = `
    objective top {
      initiative crm "CRM" { timeline: 2026 .. 2027 status: on-hold
      }
      objective below {
        ${kpi(50)}
        initiative app { timeline: 2026 .. 2027 progress: 40% }
      }
    }
    risk fire { affects: app probability: low impact: low }
  `;
  expect(health(source, "top")).toBe(
    "red\nSales is behind plan: 50%, expected 100%.\nCRM is on hold.",
  );
  expect(health(source, "app")).toBe("green");
  expect(health(source, "crm")).toBe("amber\nCRM is on hold.");
});

test("an initiative has its own KPIs and risks, from whichever end they are written", () => {
  const source = `
    initiative crm { risks: fire timeline: 2026 .. 2027 progress: 40% }
    ${risk("")}
    initiative app { timeline: 2026 .. 2027 progress: 40% }
    kpi sales "Sales" { measures: app baseline: 0 on 2025-12 target: 100 by 2026-12 actual: 85.5 on 2026-12 }
  `;
  expect(health(source, "crm")).toBe("red\nFire: a high risk that nothing is done about.");
  expect(health(source, "app")).toBe("amber\nSales is behind plan: 85.5, expected 100.");
  expect(health(source, "fire")).toBe("red\nFire: a high risk that nothing is done about.");
});

test("on an objective hang its work with the parts, sub-objectives, KPIs, and the risks of all and of their technologies", () => {
  const trouble = "Fire: a high risk that nothing is done about.";
  const places = [
    `objective goal { ${risk("")} }`,
    `objective goal { objective below { ${risk("")} } }`,
    `objective goal { objective below { status: proposed ${risk("")} } }`,
    `objective goal { objective below { status: achieved ${risk("")} } }`,
    `objective goal { initiative work { ${risk("")} } }`,
    `objective goal { initiative work { status: completed ${risk("")} } }`,
    `objective goal { initiative work { initiative part { ${risk("")} } } }`,
    `objective goal { initiative work { technologies: cloud } } technology cloud { ${risk("")} }`,
    `objective goal { initiative work { technologies: cloud } } ${risk("affects: cloud")}`,
  ];
  for (const source of places) expect(health(source, "goal"), source).toBe(`red\n${trouble}`);
  const aside = [
    `objective goal { objective below { status: retired ${risk("")} } }`,
    `objective goal { initiative work { status: proposed ${risk("")} } }`,
    `objective goal { initiative work { status: cancelled ${risk("")} } }`,
    `objective goal { initiative work { initiative part { status: cancelled ${risk("")} } } }`,
    `objective goal { supports: up } objective up { ${risk("")} }`,
    `objective goal { owner: cio } technology cloud { ${risk("")} }`,
  ];
  for (const source of aside) expect(health(source, "goal"), source).toBe("grey");
});

test("a KPI counts also where the work is completed", () => {
  const source = `objective goal { initiative work { status: completed ${kpi(50)} } }`;
  expect(health(source, "goal")).toBe("red\nSales is behind plan: 50%, expected 100%.");
});

test("the health of a programme is that of its parts as well", () => {
  const source = `
    initiative cloud { timeline: 2026 .. 2027
      initiative network { status: on-hold }
      initiative idea { status: proposed confidence: low }
    }
  `;
  expect(health(source, "cloud")).toBe("amber\nnetwork is on hold.");
});
