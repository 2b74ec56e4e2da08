// Whole declarations that completion offers → what they say where they are put, in an empty and in a full project.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { kinds } from "../../grammar/vocabulary.ts";
import type { Query } from "../../server/cursor/spot.ts";
import type { Suggestion } from "../../server/cursor/suggestion.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { completion } from "../../server/features/completion.ts";
import { isOpen } from "../../server/model/status.ts";
import { universe } from "../../server/model/universe.ts";
import { projectAt, type Workspace, withFile } from "../../server/project/project.ts";
import { rules } from "../../server/rules/index.ts";
import { readMarks } from "../marks.ts";
import { workspaceOf } from "../workspace.ts";
import { untouched } from "./untouched.ts";

/** A file of a workspace with an offset in it. */
interface Place {
  readonly workspace: Workspace;
  readonly path: string;
  readonly offset: number;
}

function placeOf(source: string, today = "2026-11-23"): Place {
  const { files, cursor } = readMarks(source);
  if (cursor === undefined) throw new Error("There is no $0.");
  const workspace = workspaceOf(Object.fromEntries(files), { today });
  return { workspace, path: cursor.file, offset: cursor.offset };
}

function queryAt({ workspace, path, offset }: Place): Query {
  const held = projectAt(workspace, `/workspace/${path}`);
  const file = held?.project.files.get(held.path);
  const model = held && universe(workspace).models.get(held.project.root);
  if (file === undefined || model === undefined) throw new Error(`There is no ${path}.`);
  return { model, file, offset };
}

/** The whole declarations that are offered at a place. */
function offered(place: Place): readonly Suggestion[] {
  const { items } = completion(queryAt(place));
  return items.filter(({ kind, snippet }) => kind === "kind" && snippet !== undefined);
}

/** The same place after a text was put there, indented like its line. */
function withText(place: Place, text: string): Place & { readonly end: number } {
  const whole = queryAt(place).file.tree.text;
  const before = whole.slice(0, place.offset);
  const indent = /[^\S\n]*$/.exec(before)?.[0] ?? "";
  const put = text.replace(/\n(?=.)/g, `\n${indent}`);
  const tree = parseFile(before + put + whole.slice(place.offset), queryAt(place).file.tree);
  const workspace = withFile(place.workspace, `/workspace/${place.path}`, tree);
  return { ...place, workspace, end: place.offset + put.length };
}

/** What is said of what was put there, and that it makes something else faulty. */
function saidOf(place: Place, text: string): readonly string[] {
  const after = withText(place, text);
  const faults = (one: Place) => diagnose(queryAt(one).model).filter(({ isFault }) => isFault);
  const here = diagnose(queryAt(after).model).filter(
    ({ path, start }) => path === place.path && start >= place.offset && start <= after.end,
  );
  const isWorse = faults(after).length > faults(place).length;
  return [...here.map((one) => one.code), ...(isWorse ? ["a language fault"] : [])];
}

/** Each whole declaration at a place says nothing but what is allowed of its label. */
function check(place: Place, allowed: (label: string) => readonly string[]): readonly string[] {
  const all = offered(place);
  const wrong = all.flatMap((one) => {
    const text = untouched(one.snippet ?? "");
    const said = saidOf(place, text).filter((code) => !allowed(one.label).includes(code));
    return said.map((code) => `${one.label}: ${code}\n${text}`);
  });
  expect(
    wrong.join("\n\n"),
    `at ${place.offset} of ${place.path} on ${place.workspace.today}`,
  ).toBe("");
  return all.map((one) => one.label);
}

/** What a project has not begun with is said once of it. */
const saidOnce = rules.filter((one) => one.practice !== undefined).map((one) => one.id);

/** What nobody can name before it is there. */
const named = /^(?:skill|technology|team|stakeholder|theme)$/;

const days = ["2026-11-23", "2026-01-01", "2026-12-31", "2027-02-28"];

test("in an empty project they name what is still to be declared, and lack only what is not there", () => {
  const allowed = (label: string) => [
    "undeclared-name",
    ...saidOnce,
    ...(label === "initiative" ? ["unaligned-initiative", "unaligned-spend"] : []),
    ...(named.test(label) || /^(?:kpi|risk)/.test(label) ? ["unused-declaration"] : []),
  ];
  for (const today of days) {
    const labels = check(placeOf("$0", today), allowed);
    expect(labels).toEqual(expect.arrayContaining(["objective", "strategy", "kpi-mttr"]));
    for (const around of ["objective a", "initiative a", "technology a", "team a"])
      check(placeOf(`${around} "A" {\n  $0\n}\n`, today), allowed);
  }
});

const folder = "examples/it-department";
const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
const example = (today: string) =>
  workspaceOf(
    Object.fromEntries(
      paths
        .filter((path) => /\.(?:strategy|csv)$/.test(path))
        .map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]),
    ),
    { today },
  );

test("in a full project they say nothing", { timeout: 60_000 }, () => {
  const allowed = (label: string) => (named.test(label) ? ["unused-declaration"] : []);
  for (const today of days.slice(0, 2)) {
    const workspace = example(today);
    const path = "backlog.strategy";
    const { text } = queryAt({ workspace, path, offset: 0 }).file.tree;
    const labels = check({ workspace, path, offset: text.length }, allowed);
    expect(labels).not.toContain("strategy");
    for (const place of insides(workspace)) check(place, allowed);
  }
});

/** The ends of the blocks of the first open declarations of each kind. */
function insides(workspace: Workspace): readonly Place[] {
  const [model] = universe(workspace).models.values();
  if (model === undefined) return [];
  return kinds.flatMap(({ name }) =>
    model
      .of(name)
      .filter((one) => isOpen(model.universe, one) && one.node.block !== undefined)
      .slice(0, 3)
      .flatMap(({ chunk, node }) => {
        const at = model.placeOf(chunk);
        if (at === undefined || node.block === undefined) return [];
        const put = `\n  `;
        const offset = at.at(node.block.close.start);
        return [withText({ workspace, path: at.file.path, offset }, put)].map((one) => ({
          ...one,
          offset: one.end,
        }));
      }),
  );
}
/** The first whole declaration with this label has these lines, and none that begins with what follows `not`. */
function checkLines(source: string, label: string, lines: readonly string[], not = "-"): void {
  const place = placeOf(source);
  const text = offered(place).find((one) => one.label === label)?.insert ?? "";
  const found = text.split("\n").map((line) => line.trim());
  expect(
    lines.filter((line) => !found.includes(line)),
    text,
  ).toEqual([]);
  expect(found.filter((line) => line.startsWith(not))).toEqual([]);
}

const plan = `
strategy s "S" { horizon: 2026-Q1 .. 2027-Q3 currency: CHF owner: cto }
role ceo "CEO"
objective old "Done" { status: achieved }
objective grow "Grow" { level: business due: 2027-06 }
team web "Web"
initiative shop "Shop" { supports: grow timeline: 2027-Q2 .. 2027-08-15 }
`;

test("a draft names what exists: open objectives, declared people, the currency", () => {
  checkLines(`${plan}$0`, "initiative", ["supports: grow", "owner: ceo", "teams: web"]);
  checkLines(`${plan}$0`, "kpi", ["measures: grow", "owner: ceo"]);
  checkLines(`${plan}$0`, "risk", ["affects: grow"]);
  checkLines(`${plan}$0`, "kpi-infrastructure-cost", ["unit: CHF"]);
  checkLines("strategy s { owner: cto }\n$0", "objective", ["owner: cto", "sponsor: ceo"]);
  checkLines("strategy s { owner: cto }\nrole ceo\nrole cto\n$0", "kpi", ["owner: cto"]);
  checkLines("$0", "objective", ["owner: cio", "sponsor: ceo"]);
  checkLines("$0", "initiative", ["owner: cio"], "supports:");
  checkLines("objective o { owner: head-of-it\n$0 }", "kpi", ["owner: head-of-it"], "measures:");
});

test("a part costs nothing of its own where its programme has the money", () => {
  checkLines("initiative p { budget: 2M\n$0 }", "initiative", ["type: transform"], "cost");
  checkLines("initiative p { owner: cio\n$0 }", "initiative", ["cost {", "upfront: 200k"]);
});

test("a draft lies between today and the end of what it belongs to", () => {
  checkLines("$0", "initiative", ["timeline: 2027-Q1 .. 2027-Q4"]);
  checkLines("$0", "kpi", ["baseline: 0 on 2026-11-23", "target: 100 by 2027-12-31"]);
  checkLines(`${plan}$0`, "initiative", ["timeline: 2027-Q1 .. 2027-Q2"]);
  checkLines(`${plan}$0`, "objective", ["due: 2027-09", "target: 100 by 2027-09"]);
  checkLines(plan.replace("due: 2027-06", "due: 2027-06\n$0"), "objective", ["due: 2027-06"]);
  checkLines(plan.replace("08-15", "08-15\n$0"), "milestone", ["date: 2027-04"]);
  checkLines(plan.replace("08-15", "08-15\n$0"), "kpi", ["baseline: 0 on 2026-11-23"]);
  checkLines("strategy s { horizon: 2025 .. 2026-12-10 }\n$0", "initiative", [
    "timeline: 2026-11-23 .. 2026-12-10",
  ]);
  const programme = (fields: string) => `${plan}initiative p { supports: grow ${fields}\n$0 }`;
  checkLines(
    programme("timeline: 2027-02 .. 2027-05"),
    "initiative",
    ["timeline: 2027-02-01 .. 2027-05"],
    "supports:",
  );
  checkLines(programme(""), "initiative", ["timeline: 2027-Q1 .. 2027-Q2"], "part-of:");
  checkLines("initiative p { timeline: 2027-Q2 .. 2029\n$0 }", "initiative", [
    "timeline: 2027-Q2 .. 2028-Q1",
  ]);
  checkLines("strategy s { fiscal-year-start: 10 }\n$0", "initiative", [
    "timeline: 2027-Q2 .. 2028-Q1",
  ]);
});

test("a draft has a name that is free, and one that is wanted where there is one", () => {
  checkLines("initiative new-initiative\n$0", "initiative", [
    'initiative new-initiative-2 "What we do" {',
    'risk new-initiative-2-risk "What could go wrong" {',
  ]);
  checkLines("risk new-initiative-risk\n$0", "initiative", [
    'initiative new-initiative-2 "What we do" {',
  ]);
  checkLines("initiative a {\n  milestone new-milestone\n  $0\n}", "milestone", [
    'milestone new-milestone-2 "What is reached" {',
  ]);
  checkLines("kpi mttr\n$0", "kpi-mttr", ['kpi mttr-2 "Mean time to recovery" {']);
  checkLines("objective o { owner: head-of-sales }\n$0", "role", [
    'role head-of-sales "Head of sales" {',
  ]);
  checkLines("initiative i { supports: later }\n$0", "objective", ['objective later "Later" {']);
  // What is a slip of the finger wants nothing new.
  checkLines("objective growth\ninitiative i { supports: growht }\n$0", "objective", [
    'objective new-objective "What we want to reach" {',
  ]);
});

test("a draft names nothing that leads back to it", () => {
  checkLines("role architect { reports-to: cio }\n$0", "role", ['role cio "CIO" {'], "reports-to:");
  checkLines("team t { lead: ceo\n  role architect }\n$0", "role", [
    'role ceo "CEO" {',
    "reports-to: cio",
  ]);
});

test("a client without snippets gets the same as plain text with its indentation", () => {
  const place = placeOf("objective o {\r\n  risk$0\r\n}");
  const item = completion(queryAt(place)).items.find((one) => one.label === "risk");
  expect(item?.insert).toContain(
    'risk new-risk "What could go wrong" {\r\n    category: security\r\n',
  );
  expect(untouched(item?.snippet ?? "").split("\n").length).toBe(
    item?.insert?.split("\r\n").length,
  );
});

test("whole declarations stand only where one may begin", () => {
  for (const source of [
    "initiative a { budget: $0 }",
    "initiative a { budget: 5k $0 }",
    "initiative a {\n  cost {\n    $0\n  }\n}",
    "initiative a $0",
    'initiative a "A" $0',
    "kpi k {\n  $0\n}",
    "initiative a { owner: $0 }",
  ])
    expect(
      offered(placeOf(source)).map((one) => one.label),
      source,
    ).toEqual([]);
  const inTeam = offered(placeOf("team t {\n  $0\n}")).map((one) => one.label);
  expect(inTeam).toEqual(["team", "role"]);
});
