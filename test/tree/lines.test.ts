// A tree and a later one → the lines that stay the same, those that are shown anew, and the line of a place in the text.
import { expect, test } from "vitest";
import { createHold } from "../../client/preview/held.ts";
import { createLines, type Lines, type TreeLine } from "../../client/tree/lines.ts";
import type { TreeViews } from "../../client/tree/plan.ts";
import { type Tree, treeOfProjects } from "../../client/tree/tree-of-projects.ts";
import { parseFile } from "../../grammar/parser.ts";
import { succeed } from "../../server/model/live.ts";
import { universe } from "../../server/model/universe.ts";
import { withFile } from "../../server/project/project.ts";
import { createSheets } from "../../server/serve/sheets.ts";
import { viewNamed } from "../../server/views/index.ts";
import { sheetOf } from "../../server/views/view.ts";
import { workspaceOf } from "../workspace.ts";
import { treeIn } from "./trees.ts";

const plan = `role chair "The chair"
objective service "Service" {
  initiative crm "CRM" { status: active timeline: 2026 .. 2027 }
  initiative hub "Hub" { status: active timeline: 2026 .. 2027 }
}
objective cost "Cost" {
  initiative cloud "Cloud" { status: active timeline: 2026 .. 2027 }
}
`;

/** A tree that is kept up to date while its text changes, with all of its lines in sight. */
function kept() {
  let workspace = workspaceOf(plan);
  succeed(undefined, workspace);
  const sheets = createSheets();
  const names = ["roadmap", "alignment", "scorecard"] as const;
  const holds = new Map(names.map((name) => [name, createHold()]));
  const lines = createLines();
  const tree = (): Tree => {
    const [model] = universe(workspace).models.values();
    const views = Object.fromEntries(
      names.map((name) => {
        const view = viewNamed(name);
        const hold = holds.get(name);
        if (model === undefined || view === undefined || hold === undefined)
          throw new Error("There is a project, and each of these views.");
        return [name, hold.take(sheets(model, hold.version(), sheetOf(view, model)))];
      }),
    );
    return treeOfProjects([{ root: "/", views: views as unknown as TreeViews }], "objective", "");
  };
  lines.take(tree().top, "");
  return {
    lines,
    /** The titles of the lines that are to be shown anew once the text has changed. */
    edit(from: string, to: string) {
      const [root, project] = [...workspace.projects][0] ?? [];
      const old = project?.files.get("plan.strategy")?.tree;
      const text = old?.text.replace(from, to) ?? "";
      const next = withFile(workspace, `${root}/plan.strategy`, parseFile(text, old));
      succeed(workspace, next);
      workspace = next;
      const anew = lines.take(tree().top, "");
      return anew === "all" ? anew : anew.map(({ branch }) => branch.title);
    },
  };
}

/** Asks for all lines, as an editor does that shows them. */
function all(lines: Lines, some = lines.top()): readonly TreeLine[] {
  return some.flatMap((line) => [line, ...all(lines, lines.under(line))]);
}

function lineOf(lines: Lines, title: string): TreeLine {
  const found = all(lines).find(({ branch }) => branch.title === title);
  if (found === undefined) throw new Error(`There is no line '${title}'.`);
  return found;
}

test("only the line that says something else is shown anew, and it stays the same object", () => {
  const { lines, edit } = kept();
  const crm = lineOf(lines, "CRM");
  expect(edit('"CRM"', '"A new CRM"')).toEqual(["A new CRM"]);
  expect(lineOf(lines, "A new CRM")).toBe(crm);
});

test("where a line comes or goes, what stands over it is shown anew, and nothing else", () => {
  const { lines, edit } = kept();
  all(lines);
  expect(
    edit("  initiative hub", '  initiative new "New" { timeline: 2027 }\n  initiative hub'),
  ).toEqual(["Service"]);
  expect(all(lines).map(({ branch }) => branch.title)).toEqual([
    "Service",
    "CRM",
    "New",
    "Hub",
    "Cost",
    "Cloud",
  ]);
});

test("text that moves shows nothing anew, and lines know where they stand now", () => {
  const { lines, edit } = kept();
  const cloud = lineOf(lines, "Cloud");
  const before = cloud.position?.line ?? 0;
  expect(edit("role chair", "\n\nrole chair")).toEqual([]);
  expect(cloud.position?.line).toBe(before + 2);
});

test("what nobody has looked at is not made anew", () => {
  const { edit } = kept();
  expect(edit('"Cloud"', '"The cloud"')).toEqual([]);
});

test("another objective at the top makes all of it anew", () => {
  const { edit } = kept();
  expect(edit("objective cost", 'objective more "More" {}\nobjective cost')).toBe("all");
});

test("lines know what they stand under, and two of the same name have keys of their own", () => {
  const { lines } = kept();
  expect(lines.over(lineOf(lines, "Hub"))?.branch.title).toBe("Service");
  expect(lines.over(lineOf(lines, "Service"))).toBeUndefined();
  const faulty = createLines();
  const twice = '{ milestone live "Live" { date: 2027 } milestone live "Live" { date: 2028 } }';
  faulty.take(treeIn(`initiative crm "CRM" ${twice}`).top, "");
  const keys = all(faulty).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

/** The titles on the way to the `|` in a text, by the lines that lead there. */
function wayTo(marked: string, by: "objective" | "owner" = "objective"): readonly string[] {
  const before = marked.slice(0, marked.indexOf("|")).split("\n");
  const tree = treeIn(marked.replace("|", ""), by);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const titles: string[] = [];
  let here = tree.top;
  for (const id of tree.trailTo("file:///workspace/plan.strategy", position)) {
    const found = here.find((one) => one.id === id);
    titles.push(found?.title ?? `no ${id}`);
    here = found?.children() ?? [];
  }
  return titles;
}

const nested = `
objective growth "Grow" {
  objective service "Service" {
    initiative crm "CRM" {
      owner: cio
      initiative part "Part" {
        milestone live "Live" { date: 2027 }
        kpi users "Users" {}
      }
    }
  }
}
risk strike "Strike" {}
role cio "Chief"
`;

test("the innermost declaration around the cursor has its line, at the end of the way from the top", () => {
  const at = (text: string) => wayTo(nested.replace(text, `|${text}`));
  expect(at("owner: cio")).toEqual(["Grow", "Service", "CRM"]);
  expect(at("date: 2027")).toEqual(["Grow", "Service", "CRM", "Part", "Live"]);
  expect(at("kpi users")).toEqual(["Grow", "Service", "CRM", "Part", "Users"]);
  expect(at("risk strike")).toEqual(["Risks that affect nothing", "Strike"]);
});

test("grouped by owner the way leads through the owner; what the tree does not have has no line", () => {
  expect(wayTo(nested.replace("owner: cio", "|owner: cio"), "owner")).toEqual(["Chief", "CRM"]);
  expect(wayTo(nested.replace('"Chief"', '|"Chief"'))).toEqual([]);
});

test("what another project shows too is found in the one in which it is written", () => {
  const tree = treeIn({
    "a/strategy.config.json": "{}",
    "a/plan.strategy": 'import top from "../top"\nobjective part "Part" { supports: top.whole }\n',
    "top/strategy.config.json": "{}",
    "top/plan.strategy": 'objective whole "Whole" {}\n',
  });
  const at = (path: string, character: number) =>
    tree.trailTo(`file:///workspace/${path}`, { line: path.startsWith("a/") ? 1 : 0, character });
  expect(at("top/plan.strategy", 12)).toEqual(["file:///workspace/top", "whole"]);
  expect(at("a/plan.strategy", 12)).toEqual(["file:///workspace/a", "top.whole", "part"]);
});
