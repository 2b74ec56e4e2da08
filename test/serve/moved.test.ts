// An edit in a workspace that is followed → which files are told anew, and that the others keep what they were told.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { diagnoseFile } from "../../server/diagnosis/diagnose.ts";
import type { Diagnostic } from "../../server/diagnosis/diagnostic.ts";
import { succeed } from "../../server/model/live.ts";
import { universe } from "../../server/model/universe.ts";
import { type Workspace, withFile } from "../../server/project/project.ts";
import { workspaceOf } from "../workspace.ts";

const files = {
  "goals.strategy": `objective growth "Grow" { owner: cio }
objective calm "Calm" { owner: cio }`,
  "work.strategy": `initiative crm "CRM" { supports: growth owner: cio budget: 100k }`,
  "other.strategy": `initiative data "Data" { supports: calm owner: cio budget: 200k }`,
  "apart.strategy": `technology mainframe "Mainframe" { owner: cto }`,
};

/** What each file is told, as lists that stay the same lists where nothing changed. */
function toldIn(workspace: Workspace): ReadonlyMap<string, readonly Diagnostic[]> {
  const [model] = universe(workspace).models.values();
  if (model === undefined) throw new Error("There is a project.");
  return new Map([...model.paths()].map((path) => [path, diagnoseFile(model, path)]));
}

/** The files that are told anew after an edit of one of them. */
function check(path: keyof typeof files, from: string, to: string): readonly string[] {
  const before = workspaceOf(files);
  succeed(undefined, before);
  const first = toldIn(before);
  const [root = ""] = before.projects.keys();
  const text = files[path];
  if (!text.includes(from)) throw new Error(`There is no '${from}' in ${path}.`);
  const after = withFile(before, `${root}/${path}`, parseFile(text.replace(from, to)));
  succeed(before, after);
  const second = toldIn(after);
  const plain = (told: ReadonlyMap<string, readonly Diagnostic[]>) =>
    [...told].map(([at, all]) => [at, all.map((one) => [one.code, one.start, one.message])]);
  expect(plain(second)).toEqual(plain(toldIn({ ...after })));
  return [...second.keys()].filter((one) => second.get(one) !== first.get(one));
}

test("a figure wakes its own file and those that look at it", () => {
  expect(check("work.strategy", "100k", "150k")).not.toContain("apart.strategy");
  expect(check("apart.strategy", "cto", "ceo")).toEqual(["apart.strategy"]);
});

test("a name that is broken is told where it is used, and leaves the others in peace", () => {
  const told = check("goals.strategy", "objective calm", "objective quiet");
  expect(told).toContain("other.strategy");
  expect(told).not.toContain("apart.strategy");
});
