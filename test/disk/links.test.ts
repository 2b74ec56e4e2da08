// Symbolic links: what leads out of the workspace is not read, the rest is followed, and each file is read once.
import { describe, expect, test } from "vitest";
import { diskWith, isWindows, link, seen } from "./disk.ts";

const role = (name: string) => `role ${name}`;
const kpi = (actuals: string) => `kpi churn { actuals: "${actuals}" }`;
const outside = "a link that leads out of the workspace";

describe.skipIf(isWindows)("what leads out of the workspace is not read", () => {
  test("a CSV, through a link to the file or to its folder", async () => {
    const disk = diskWith({
      "secret/k.csv": "date,value\n2026-01-31,4\n",
      "w/k.csv": link("../secret/k.csv"),
      "w/data": link("../secret"),
      "w/a.strategy": kpi("k.csv"),
      "w/b.strategy": 'kpi other { actuals: "data/k.csv" }',
    });
    const { faults } = await seen(disk, "w");
    expect(faults).toEqual([
      `w/a.strategy: unreadable-data: 'k.csv' cannot be read. It is or lies behind ${outside}. Put what is meant into the workspace instead.`,
      expect.stringContaining("w/b.strategy: unreadable-data: 'data/k.csv' cannot be read. It is"),
    ]);
  });

  test("a file of the system, whose lines are not shown as faulty rows either", async () => {
    const disk = diskWith({ "w/k.csv": link("/etc/passwd"), "w/a.strategy": kpi("k.csv") });
    const { faults } = await seen(disk, "w");
    expect(faults).toEqual([expect.stringContaining(outside)]);
  });

  test("a strategy, a folder, a .gitignore: each is told, and the others are read", async () => {
    const disk = diskWith({
      "elsewhere/b.strategy": role("b"),
      "elsewhere/ignore": "*.strategy",
      "w/a.strategy": role("a"),
      "w/b.strategy": link("../elsewhere/b.strategy"),
      "w/more": link("../elsewhere"),
      "w/.gitignore": link("../elsewhere/ignore"),
      "w/host.strategy": link("/etc/hostname"),
    });
    const { files, troubles, faults } = await seen(disk, "w");
    expect([files, faults]).toEqual([{ w: ["a.strategy"] }, []]);
    expect(troubles.map((one) => one.split(" Put")[0])).toEqual(
      ["w/.gitignore", "w/b.strategy", "w/host.strategy", "w/more"].map(
        (path) => `${path}: It is or lies behind ${outside}.`,
      ),
    );
  });

  test("a configuration, which is a fault of the project", async () => {
    const disk = diskWith({
      "elsewhere.json": '{ "exclude": ["*.strategy"] }',
      "w/strategy.config.json": link("../elsewhere.json"),
      "w/a.strategy": role("a"),
    });
    expect(await seen(disk, "w")).toEqual({
      files: { w: ["a.strategy"] },
      troubles: [],
      faults: [expect.stringMatching(/^w: The configuration is not read, .* leads out of the wor/)],
    });
  });

  test("what leads out and is left out anyway is not told", async () => {
    const disk = diskWith({
      "elsewhere/b.strategy": role("b"),
      "w/.gitignore": "out*\n",
      "w/strategy.config.json": '{ "exclude": ["gone"] }',
      "w/outer": link("../elsewhere"),
      "w/out.strategy": link("../elsewhere/b.strategy"),
      "w/gone": link("../elsewhere"),
    });
    expect((await seen(disk, "w")).troubles).toEqual([]);
  });

  test("a folder of the same beginning lies outside", async () => {
    const disk = diskWith({
      "work-secret/k.csv": "date,value\n",
      "work/k.csv": link("../work-secret/k.csv"),
      "work/a.strategy": kpi("k.csv"),
    });
    expect((await seen(disk, "work")).faults).toEqual([expect.stringContaining(outside)]);
  });

  test("a path that climbs from its own beginning lies outside as well", async () => {
    const disk = diskWith({ "secret.csv": "date,value\n", "w/b.strategy": "" });
    const up = diskWith({ "w/a.strategy": kpi(`${disk.path}/w/../secret.csv`) });
    expect((await seen(up, "w")).faults).toEqual([expect.stringContaining("lies outside")]);
    const own = kpi(`${up.path}/w/../k.csv`);
    const climbing = diskWith({ "w/a.strategy": own.replace(up.path, "/w/..") });
    expect((await seen(climbing, "w")).faults).toEqual([expect.stringContaining("lies outside")]);
  });
});

describe.skipIf(isWindows)("links inside the workspace are followed", () => {
  test("to a file that has another name, and to a CSV", async () => {
    const disk = diskWith({
      "w/plan.txt": kpi("now.csv"),
      "w/plan.strategy": link("plan.txt"),
      "w/2026.csv": "date,value\n2026-01-31,4\n",
      "w/now.csv": link("2026.csv"),
    });
    const { files, faults } = await seen(disk, "w");
    expect([files, faults]).toEqual([{ w: ["plan.strategy"] }, []]);
  });

  test("to a file and to a folder of another project, which then counts in both", async () => {
    const disk = diskWith({
      "shared/roles.strategy": role("cio"),
      "shared/more/teams.strategy": "team platform",
      "a/strategy.config.json": "{}",
      "a/roles.strategy": link("../shared/roles.strategy"),
      "b/strategy.config.json": "{}",
      "b/shared": link("../shared"),
    });
    expect((await seen(disk)).files).toEqual({
      ".": ["shared/more/teams.strategy", "shared/roles.strategy"],
      a: ["roles.strategy"],
      b: ["shared/more/teams.strategy", "shared/roles.strategy"],
    });
  });

  test("between two folders of the workspace, but not where only one of them is open", async () => {
    const disk = diskWith({
      "a/b.strategy": link("../b/b.strategy"),
      "b/b.strategy": role("b"),
    });
    expect((await seen(disk, "a", "b")).files).toEqual({ a: ["b.strategy"], b: ["b.strategy"] });
    expect((await seen(disk, "a")).files).toEqual({ a: [] });
  });

  test("a workspace that is itself opened through a link", async () => {
    const disk = diskWith({
      "real/a.strategy": kpi("k.csv"),
      "real/k.csv": link("data/k.csv"),
      "real/b.strategy": link("a.strategy"),
      "real/data/k.csv": "date,value\n",
      named: link("real"),
    });
    const { files, faults } = await seen(disk, "named");
    expect([files, faults]).toEqual([{ named: ["a.strategy"] }, []]);
  });
});

describe.skipIf(isWindows)("in a project each file is read once", () => {
  test("under its own name, whatever the order of the names", async () => {
    const disk = diskWith({
      "w/a.strategy": link("m.strategy"),
      "w/m.strategy": role("m"),
      "w/z.strategy": link("m.strategy"),
      "w/folder": link("deep"),
      "w/deep/x.strategy": role("x"),
    });
    const { files, faults } = await seen(disk, "w");
    expect([files, faults]).toEqual([{ w: ["deep/x.strategy", "m.strategy"] }, []]);
  });

  test("else under the first link to it by path", async () => {
    const disk = diskWith({
      "w/plan.txt": role("m"),
      "w/b.strategy": link("plan.txt"),
      "w/a/z.strategy": link("../plan.txt"),
      "w/c.strategy": link("b.strategy"),
    });
    expect((await seen(disk, "w")).files).toEqual({ w: ["a/z.strategy"] });
  });

  test("a project behind a link is no second project; a configuration may serve two", async () => {
    const disk = diskWith({
      "w/real/strategy.config.json": '{ "today": "2026-01-01" }',
      "w/real/a.strategy": role("a"),
      "w/again": link("real"),
      "w/other/strategy.config.json": link("../real/strategy.config.json"),
      "w/other/b.strategy": role("b"),
    });
    const { files, faults } = await seen(disk, "w");
    expect(files).toEqual({ w: [], "w/other": ["b.strategy"], "w/real": ["a.strategy"] });
    expect(faults).toEqual([]);
  });

  test("what is left out where it lies is left out through a link, which is told", async () => {
    const disk = diskWith({
      "w/.gitignore": "/drafts/",
      "w/strategy.config.json": '{ "exclude": ["archive"] }',
      "w/drafts/d.strategy": role("d"),
      "w/archive/2025.strategy": role("old"),
      "w/later": link("drafts"),
      "w/now.strategy": link("archive/2025.strategy"),
      "w/plan.strategy": role("p"),
    });
    const { files, troubles } = await seen(disk, "w");
    expect(files).toEqual({ w: ["plan.strategy"] });
    expect(troubles).toEqual([
      expect.stringMatching(/^w\/now.strategy: It is a link to something that is left out/),
    ]);
  });
});

describe.skipIf(isWindows)("circles of links end", () => {
  test("to itself, to the folder above, and through two folders", async () => {
    const disk = diskWith({
      "w/a.strategy": role("a"),
      "w/here": link("."),
      "w/self.strategy": link("self.strategy"),
      "w/one/two/up": link("../.."),
      "w/x/to-y": link("../y"),
      "w/x/x.strategy": role("x"),
      "w/y/to-x": link("../x"),
      "w/y/y.strategy": role("y"),
    });
    const { files, faults, troubles } = await seen(disk, "w");
    expect(files).toEqual({
      w: ["a.strategy", "self.strategy", "x/x.strategy", "y/y.strategy"],
    });
    expect(faults).toEqual([
      "w/self.strategy: syntax: This file is not read. It is or lies behind a link that leads back to itself. Let the link lead to a file or folder.",
    ]);
    expect(troubles).toEqual([]);
  });

  test("forty folders of which each links to all the others", { timeout: 60_000 }, async () => {
    const names = Array.from({ length: 40 }, (_, index) => `f${index}`);
    const links = names.flatMap((of) => names.map((to) => [`w/${of}/${to}`, link(`../${to}`)]));
    const files = names.map((name) => [`w/${name}/${name}.strategy`, role(name)]);
    const { files: found } = await seen(diskWith(Object.fromEntries([...links, ...files])), "w");
    expect(found.w).toHaveLength(40);
  });

  test("a link that leads nowhere, as editors leave while a file is open, is not told", async () => {
    const disk = diskWith({
      "w/a.strategy": role("a"),
      "w/.#a.strategy": link("user@host.1234"),
    });
    expect(await seen(disk, "w")).toEqual({
      files: { w: ["a.strategy"] },
      troubles: [],
      faults: [],
    });
  });
});

describe.skipIf(isWindows)(
  "an import may lead out of the workspace, a link in it not further",
  () => {
    const things = {
      "far/secret.strategy": role("secret"),
      "far/k.csv": "date,value\n",
      "w/a.strategy": 'import other from "../other"\nkpi k { owner: other.cio }',
      "other/b.strategy": role("cio"),
      "other/secret.strategy": link("../far/secret.strategy"),
      "other/folder": link("../far"),
    };

    test("a file and a folder", async () => {
      const { files, troubles, faults } = await seen(diskWith(things), "w");
      expect([files, faults]).toEqual([{ w: ["a.strategy"], other: ["b.strategy"] }, []]);
      expect(troubles).toEqual([
        expect.stringContaining(`other/folder: It is or lies behind ${outside}`),
        expect.stringContaining(`other/secret.strategy: It is or lies behind ${outside}`),
      ]);
    });

    test("but back into the workspace", async () => {
      const back = {
        ...things,
        "w/roles.txt": role("cfo"),
        "other/c.strategy": link("../w/roles.txt"),
      };
      expect((await seen(diskWith(back), "w")).files.other).toEqual(["b.strategy", "c.strategy"]);
    });
  },
);
