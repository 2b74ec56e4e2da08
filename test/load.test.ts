// Folders on a disk → the projects in them: configurations, nesting, what is left out, imports and data.
import { describe, expect, test } from "vitest";
import { loadFile, loadWorkspace } from "../server/project/load.ts";
import type { Workspace } from "../server/project/project.ts";
import type { Files } from "../server/project/roots.ts";

/** A disk of files by absolute path; it remembers what was read. */
function disk(texts: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const files: Files = {
    list: async (folder) =>
      Object.keys(texts)
        .filter((path) => path.startsWith(`${folder}/`))
        .filter((path) => /(?:\.strategy|\.csv|\/strategy\.config\.json|\/\.gitignore)$/.test(path))
        .sort(),
    read: async (path) => {
      asked.push(path);
      return texts[path];
    },
  };
  return { files, asked };
}

/** The files of each project, `*` before those that are only imported. */
function shown(workspace: Workspace): Record<string, readonly string[]> {
  return Object.fromEntries(
    [...workspace.projects.values()].map(({ root, files, inWorkspace }) => [
      (inWorkspace ? "" : "*") + root,
      [...files.keys()],
    ]),
  );
}

const options = { today: "2026-11-23" };

async function projects(
  texts: Readonly<Record<string, string>>,
  ...folders: readonly string[]
): Promise<Record<string, readonly string[]>> {
  return shown(await loadWorkspace(disk(texts).files, folders, options));
}

const s = "role cio";

describe("where a project is", () => {
  test("the workspace folder, without any configuration", async () => {
    expect(
      await projects({ "/w/b.strategy": s, "/w/a/a.strategy": s, "/x.strategy": s }, "/w"),
    ).toEqual({
      "/w": ["a/a.strategy", "b.strategy"],
    });
  });

  test("the folder of the nearest configuration up", async () => {
    const texts = {
      "/w/strategy.config.json": "{}",
      "/w/plan.strategy": s,
      "/w/teams/data/team.strategy": s,
    };
    expect(await projects(texts, "/w/teams/data")).toEqual({
      "/w": ["plan.strategy", "teams/data/team.strategy"],
    });
  });

  test("nested projects are cut out of the outer one, at any depth", async () => {
    const texts = {
      "/w/plan.strategy": s,
      "/w/a/strategy.config.json": "",
      "/w/a/a.strategy": s,
      "/w/a/deep/down/strategy.config.json": "{}",
      "/w/a/deep/down/d.strategy": s,
      "/w/a/deep/e.strategy": s,
    };
    expect(await projects(texts, "/w")).toEqual({
      "/w": ["plan.strategy"],
      "/w/a": ["a.strategy", "deep/e.strategy"],
      "/w/a/deep/down": ["d.strategy"],
    });
  });

  test("a workspace folder within another one is a project of its own", async () => {
    const texts = { "/w/plan.strategy": s, "/w/sub/x.strategy": s };
    const both = { "/w": ["plan.strategy"], "/w/sub": ["x.strategy"] };
    expect(await projects(texts, "/w", "/w/sub")).toEqual(both);
    expect(await projects(texts, "/w/sub", "/w")).toEqual(both);
  });

  test("a single file opened alone is a project, unless a configuration lies above it", async () => {
    const texts = { "/w/one.strategy": s, "/w/two.strategy": s };
    const alone = await loadFile(disk(texts).files, "/w/one.strategy", options);
    expect(shown(alone)).toEqual({ "/w": ["one.strategy"] });
    const held = { ...texts, "/strategy.config.json": "{}", "/w/strategy.config.json": "{}" };
    const whole = await loadFile(disk(held).files, "/w/one.strategy", options);
    expect(shown(whole)).toEqual({ "/w": ["one.strategy", "two.strategy"] });
  });
});

test("the CSV files of a project are known by their paths, and read only where a KPI names them", async () => {
  const texts = {
    "/w/.gitignore": "scratch/\n",
    "/w/plan.strategy": 'kpi k { actuals: "data/b.csv" }',
    "/w/top.csv": "",
    "/w/data/b.csv": "date,value\n",
    "/w/scratch/c.csv": "",
    "/w/a/strategy.config.json": "{}",
    "/w/a/d.csv": "",
  };
  const { files, asked } = disk(texts);
  const workspace = await loadWorkspace(files, ["/w"], options);
  const tables = [...workspace.projects.values()].map((one) => [one.root, one.tables]);
  expect(Object.fromEntries(tables)).toEqual({
    "/w": ["/w/data/b.csv", "/w/top.csv"],
    "/w/a": ["/w/a/d.csv"],
  });
  expect(asked.filter((path) => path.endsWith(".csv"))).toEqual(["/w/data/b.csv"]);
});

describe("what is left out", () => {
  test("by .gitignore files at each level, of which a deeper one may take back", async () => {
    const texts = {
      "/w/.gitignore": "draft-*.strategy\n/old/\n# a comment\n",
      "/w/a/.gitignore": "!draft-2.strategy\nlocal.strategy\n",
      "/w/plan.strategy": s,
      "/w/local.strategy": s,
      "/w/draft-1.strategy": s,
      "/w/old/x.strategy": s,
      "/w/a/old/x.strategy": s,
      "/w/a/draft-1.strategy": s,
      "/w/a/draft-2.strategy": s,
      "/w/a/local.strategy": s,
    };
    expect(await projects(texts, "/w")).toEqual({
      "/w": ["a/draft-2.strategy", "a/old/x.strategy", "local.strategy", "plan.strategy"],
    });
  });

  test("nothing below a folder that is left out can be taken back, as in git", async () => {
    const texts = {
      "/w/.gitignore": "old/\n!old/keep.strategy\n",
      "/w/old/.gitignore": "!keep.strategy",
      "/w/old/keep.strategy": s,
      "/w/plan.strategy": s,
    };
    expect(await projects(texts, "/w")).toEqual({ "/w": ["plan.strategy"] });
  });

  test("by .gitignore files above the project, up to the top of its repository", async () => {
    const texts = {
      "/.gitignore": "*.strategy",
      "/repo/.git/HEAD": "",
      "/repo/.gitignore": "draft.strategy\nplans/a.strategy",
      "/repo/plans/strategy.config.json": "{}",
      "/repo/plans/a.strategy": s,
      "/repo/plans/b.strategy": s,
      "/repo/plans/draft.strategy": s,
    };
    expect(await projects(texts, "/repo/plans")).toEqual({ "/repo/plans": ["b.strategy"] });
  });

  test("not the folder itself that was asked for", async () => {
    const texts = {
      "/repo/.git/HEAD": "",
      "/repo/.gitignore": "tmp/",
      "/repo/tmp/strategy.config.json": "{}",
      "/repo/tmp/deep/a.strategy": s,
      "/repo/plan.strategy": s,
    };
    expect(await projects(texts, "/repo/tmp")).toEqual({ "/repo/tmp": ["deep/a.strategy"] });
    expect(await projects(texts, "/repo")).toEqual({ "/repo": ["plan.strategy"] });
  });

  test("by `exclude`, with the patterns of a .gitignore, of which the last decides", async () => {
    const texts = {
      "/w/strategy.config.json":
        '{ "exclude": ["archive/*", "!archive/keep.strategy", "/x.strategy"] }',
      "/w/.gitignore": "private.strategy",
      "/w/archive/.gitignore": "!gone.strategy",
      "/w/archive/gone.strategy": s,
      "/w/archive/keep.strategy": s,
      "/w/a/x.strategy": s,
      "/w/x.strategy": s,
      "/w/private.strategy": s,
    };
    expect(await projects(texts, "/w")).toEqual({
      "/w": ["a/x.strategy", "archive/keep.strategy"],
    });
  });

  test("`exclude` says nothing of nested projects", async () => {
    const texts = {
      "/w/strategy.config.json": '{ "exclude": ["**/x.strategy", "sub/"] }',
      "/w/sub/strategy.config.json": "{}",
      "/w/sub/x.strategy": s,
    };
    expect(await projects(texts, "/w")).toEqual({ "/w": [], "/w/sub": ["x.strategy"] });
  });
});

describe("imports", () => {
  const corporate = { "/w/corporate/strategy.config.json": "{}", "/w/corporate/c.strategy": s };
  const imports = (path: string) => `import corporate from "${path}"`;

  test("a project outside the workspace is loaded, without those nested in it", async () => {
    const texts = {
      ...corporate,
      "/w/corporate/nested/strategy.config.json": "{}",
      "/w/corporate/nested/n.strategy": s,
      "/w/division/strategy.config.json": "{}",
      "/w/division/d.strategy": imports("../corporate/"),
    };
    expect(await projects(texts, "/w/division")).toEqual({
      "/w/division": ["d.strategy"],
      "*/w/corporate": ["c.strategy"],
    });
    const deeper = { ...texts, "/w/division/d.strategy": imports("../corporate/nested") };
    expect(await projects(deeper, "/w/division")).toEqual({
      "/w/division": ["d.strategy"],
      "*/w/corporate/nested": ["n.strategy"],
    });
  });

  test("a folder without a configuration is a project too, and one in a project stands for it", async () => {
    const texts = {
      "/w/plain/p.strategy": s,
      ...corporate,
      "/w/corporate/plans/p.strategy": s,
      "/w/division/a.strategy": imports("../plain"),
      "/w/division/b.strategy": imports("../corporate/plans"),
      "/w/division/c.strategy": imports("../nowhere"),
    };
    const workspace = await loadWorkspace(disk(texts).files, ["/w/division"], options);
    expect(shown(workspace)).toEqual({
      "/w/division": ["a.strategy", "b.strategy", "c.strategy"],
      "*/w/plain": ["p.strategy"],
      "*/w/corporate": ["c.strategy", "plans/p.strategy"],
    });
    expect([...workspace.absent]).toEqual(["/w/nowhere"]);
  });

  test("no file is in two projects, though one that is imported lies in another that is", async () => {
    const texts = {
      "/w/a.strategy": 'import more from "../corp/more"',
      "/w/b.strategy": 'import corp from "../corp"',
      "/corp/o.strategy": s,
      "/corp/o.csv": "",
      "/corp/more/p.strategy": s,
      "/corp/more/p.csv": "",
    };
    const workspace = await loadWorkspace(disk(texts).files, ["/w"], options);
    expect(shown(workspace)).toEqual({
      "/w": ["a.strategy", "b.strategy"],
      "*/corp/more": ["p.strategy"],
      "*/corp": ["o.strategy"],
    });
    expect(workspace.projects.get("/corp")?.tables).toEqual(["/corp/o.csv"]);
  });

  test("may lead on, and round in a circle", async () => {
    const texts = {
      "/a/a.strategy": 'import b from "../b"',
      "/b/b.strategy": 'import c from "../c"',
      "/c/c.strategy": 'import a from "../a"',
    };
    expect(await projects(texts, "/a")).toEqual({
      "/a": ["a.strategy"],
      "*/b": ["b.strategy"],
      "*/c": ["c.strategy"],
    });
  });
});

describe("data", () => {
  const kpi = (path: string) => `kpi churn "Churn" { actuals: "${path}" }`;

  test("is read by its path from the file, once, and only inside the workspace", async () => {
    const { files, asked } = disk({
      "/w/deep/a.strategy": kpi("../data/churn.csv"),
      "/w/b.strategy": kpi("data/churn.csv"),
      "/w/c.strategy": kpi("../secret.csv"),
      "/w/data/churn.csv": "date,value\n",
      "/secret.csv": "date,value\n",
    });
    const workspace = await loadWorkspace(files, ["/w"], options);
    expect(workspace.projects.get("/w")?.data).toEqual(
      new Map([
        ["/w/data/churn.csv", "date,value\n"],
        ["/secret.csv", undefined],
      ]),
    );
    expect(asked.filter((path) => path.endsWith(".csv"))).toEqual(["/w/data/churn.csv"]);
  });
});
