// A title that is typed, or a line above → its declarations stay the things they were, and all that is told is that of a fresh start.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { succeed } from "../../server/model/live.ts";
import { universe } from "../../server/model/universe.ts";
import { type Workspace, withFile } from "../../server/project/project.ts";
import { allFacets, told } from "../fuzz/fresh/facets.ts";
import { workspaceOf } from "../workspace.ts";

const everywhere = { facets: allFacets, seed: 1, everywhere: true } as const;

/** Whether the declarations of a file are the same things after its text has become another. */
function check(before: string, ...later: readonly string[]): "stay" | "are read anew" {
  let workspace = workspaceOf(before);
  succeed(undefined, workspace);
  const first = entitiesIn(workspace);
  told(workspace, everywhere);
  for (const text of later) {
    const [project] = workspace.projects.values();
    const [file] = project?.files.values() ?? [];
    if (project === undefined || file === undefined) throw new Error("There is a file.");
    const after = withFile(workspace, `${project.root}/${file.path}`, parseFile(text, file.tree));
    succeed(workspace, after);
    workspace = after;
    expect(told(workspace, everywhere)).toEqual(told({ ...workspace }, everywhere));
  }
  const isSame = entitiesIn(workspace).every((one, index) => one === first[index]);
  return isSame ? "stay" : "are read anew";
}

function entitiesIn(workspace: Workspace) {
  return [...universe(workspace).models.values()].flatMap(({ entities }) => entities);
}

const plan = `strategy one "Plan" {
  horizon: 2026 .. 2027
}

objective growth "Growth of sales" {
  level: business
  owner: cio
  // ignore missing-stakeholders: small
  kpi sales "Sales" {
    unit: %
    baseline: 1 on 2026-01
    target: 9 by 2026-12
  }
}

initiative crm "CRM" {
  suports: growth
  owner: cfo
  timeline: 2026-01 .. 2026-06
  budget: 100k
  teams: platform 2 FTE
  technologies: cobol
  milestone pilot "Pilot" { due: 2026-03 }
  risk late "Too late" {
    probability: high
    impact: high
  }
}

initiative tea "Tea" { risk dry "Thirst" { impact: high } budget: 20k }

initiative sales-portal "Portal" {
  timeline: after crm.pilot for 3 months
  budget: 50k
  tags: crm
}

team platform "Platform" {
  lead: cio
}
`;

/** The plan with another text in the place of one that stands in it once. */
function withThe(from: string, to: string, text = plan): string {
  if (text.split(from).length !== 2) throw new Error(`'${from}' stands there once.`);
  return text.replace(from, to);
}

test.each([
  ["a letter more", withThe('"Growth of sales"', '"Growth of sales!"')],
  ["a letter less", withThe('"Growth of sales"', '"Growth of sale"')],
  ["quite another title", withThe('"Growth of sales"', '"Portal"')],
  ["a sign that has to be written otherwise", withThe('"Growth of sales"', '"Growth \\"of\\" {}"')],
  ["no letter any more", withThe('"Growth of sales"', '""')],
  ["the title of what is nested", withThe('"Sales"', '"Sales of all the shops"')],
  ["of what others stand behind", withThe('"Plan"', '"Plan of the years to come"')],
  ["of what decides how a line is laid out", withThe('"Thirst"', `"${"T".repeat(70)}"`)],
  ["of who answers for work", withThe('"Platform"', '"Platform and more"')],
])("declarations stay where a title is changed: %s", (_, after) => {
  expect(check(plan, after)).toBe("stay");
});

test("they stay through many keys, in several titles, and back", () => {
  const one = withThe('"Growth of sales"', '"Growth"');
  const two = withThe('"Sales"', '"Sales in euros"', one);
  const three = withThe('"Sales in euros"', '"S"', two);
  const four = withThe('"Platform"', '"Platforms"', three);
  expect(check(plan, one, two, three, four, three, two, one, plan)).toBe("stay");
});

test.each([
  ["a line before all", `\n${plan}`],
  ["lines between", withThe("initiative sales-portal", "\n\n\ninitiative sales-portal")],
  ["a line less", withThe("\nteam platform", "team platform")],
])("they stay where empty lines come and go: %s", (_, after) => {
  expect(check(plan, after)).toBe("stay");
  expect(check(after, plan)).toBe("stay");
});

test("they stay where the first one of a file moves", () => {
  const goal = 'objective growth "Growth" {\n  level: business\n}\n';
  expect(check(goal, `\n\n${goal}`, goal)).toBe("stay");
});

test("they stay where they move and get titles by turns", () => {
  const lower = `\n\n${plan}`;
  const titled = withThe('"Plan"', '"Plan of plans"', lower);
  expect(check(plan, lower, titled, withThe('"Plan"', '"Plan of plans"'), plan)).toBe("stay");
});

test("what is written around them moves", () => {
  const longer = withThe('"Growth of sales"', '"Growth of sales in all the markets"');
  const lower = `\n// A plan.\n${longer}`;
  expect(check(plan, longer, lower, withThe("cfo", "cto", longer))).toBe("are read anew");
});

test.each([
  ["a field", withThe("100k", "120k")],
  ["a name", withThe("objective growth", "objective growths")],
  ["a space before it", withThe("initiative crm", " initiative crm")],
  ["a line in it", withThe("  owner: cfo", "\n  owner: cfo")],
  [
    "a comment before it",
    withThe("initiative crm", "// ignore missing-risk: small\ninitiative crm"),
  ],
  ["a comment", withThe("missing-stakeholders", "missing-risk")],
  ["a title that goes", withThe(' "Growth of sales"', "")],
  ["a title that is left open", withThe('"Growth of sales"', '"Growth of sales')],
  ["a title and a field", withThe("unit: %", "unit: points", withThe('"Sales"', '"Sale"'))],
  ["a title beside a fault", withThe('"CRM"', '"CRMs"')],
])("they are read anew where more is changed: %s", (_, after) => {
  expect(check(plan, after)).toBe("are read anew");
});
