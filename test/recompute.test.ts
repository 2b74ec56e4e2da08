// An edit in a large workspace → how little is computed again, and that it is the same as a fresh start.
import { expect, test } from "vitest";
import { parseFile } from "../grammar/parser.ts";
import { diagnose } from "../server/diagnosis/diagnose.ts";
import { outline } from "../server/model/outline.ts";
import { universe } from "../server/model/universe.ts";
import { type Workspace, withFile } from "../server/project/project.ts";
import { generate, type Size, sizes } from "./bench/generate.ts";
import { relatedOf } from "./related.ts";
import { workspaceOf } from "./workspace.ts";

const root = "/workspace";

function generated(size: Size): Workspace {
  return workspaceOf(Object.fromEntries(generate(size)));
}

function textOf(workspace: Workspace, path: string): string {
  return workspace.projects.get(root)?.files.get(path)?.tree.text ?? "";
}

/** The workspace after an edit of one file, with the texts of the chunks that were parsed for it. */
function edited(workspace: Workspace, path: string, from: string, to: string) {
  const tree = workspace.projects.get(root)?.files.get(path)?.tree;
  const text = textOf(workspace, path);
  if (!text.includes(from)) throw new Error(`There is no '${from}' in ${path}.`);
  const parsed: string[] = [];
  const after = parseFile(text.replace(from, to), tree, (chunk) => parsed.push(chunk));
  return { workspace: withFile(workspace, `${root}/${path}`, after), parsed };
}

function chunksOf(workspace: Workspace) {
  return [...workspace.projects.values()].flatMap((project) =>
    [...project.files.values()].flatMap((file) => file.tree.chunks),
  );
}

function said(workspace: Workspace) {
  return [...universe(workspace).models.values()].flatMap((model) =>
    diagnose(model).map((one) => {
      const { path, start, end, code, severity, message } = one;
      return { path, start, end, code, severity, message, related: relatedOf(one) };
    }),
  );
}

test("a keystroke in 1,000 files and 200,000 lines parses and outlines one chunk", {
  timeout: 60_000,
}, () => {
  const before = generated(sizes.L);
  const files = [...(before.projects.get(root)?.files.values() ?? [])];
  const lines = files.reduce((sum, file) => sum + file.tree.text.split("\n").length, 0);
  expect([files.length, lines > 200_000]).toEqual([1000, true]);
  const outlines = new Set(chunksOf(before).map(outline));
  const path = files[500]?.path ?? "";
  for (const [from, to] of [
    ['"Renew system 4501"', '"Renew system 4501 s"'],
    ["progress: ", "progress: 1"],
    ["supports: ", "supports: g"],
    ["  owner: head-", "  owner head-"],
  ] as const) {
    const { workspace, parsed } = edited(before, path, from, to);
    expect(parsed).toHaveLength(1);
    const again = chunksOf(workspace).map(outline);
    expect(again.filter((one) => !outlines.has(one))).toHaveLength(1);
    const other = [...workspace.projects.values()].flatMap((project) => [
      ...project.files.values(),
    ]);
    expect(other.filter((file, index) => file !== files[index])).toHaveLength(1);
  }
});

test("after an edit all is said as after a fresh start", () => {
  const before = generated({ files: 12, lines: 200 });
  said(before);
  const [first = "", second = ""] = [...(before.projects.get(root)?.files.keys() ?? [])];
  let workspace = before;
  for (const [path, from, to] of [
    [first, "objective goal-0 ", "objective goal-00 "],
    [second, "supports: ", "supports: goal-00, "],
    [first, "currency: EUR", "currency: USD"],
    [first, "  cadence: quarterly\n}", "  cadence: quarterly\n"],
    [second, "initiative", "role cio\n\ninitiative"],
    [first, "  cadence: quarterly\n", "  cadence: quarterly\n}"],
  ] as const) {
    workspace = edited(workspace, path, from, to).workspace;
    const fresh = Object.fromEntries(
      [...generate({ files: 12, lines: 200 }).keys()].map((one) => [one, textOf(workspace, one)]),
    );
    expect(said(workspace)).toEqual(said(workspaceOf(fresh)));
  }
});
