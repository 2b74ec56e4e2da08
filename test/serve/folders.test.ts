// Folders that come, go and move on the disk → what is told is what a fresh start would tell, and little is looked at.
import { describe, expect, test } from "vitest";
import { data, files, goal, isFresh, kpi, late, rows, work } from "./plans.ts";
import { worldOf } from "./world.ts";

describe("folders on the disk", () => {
  const plans = {
    "/w/b.strategy": work,
    "/w/sub/a.strategy": goal,
    "/w/sub/deep/c.strategy": kpi("k.csv"),
  };

  test("a folder that is removed takes its files along, though nobody tells of them", async () => {
    const world = await worldOf(plans, "/w");
    expect(await world.codes("/w/b.strategy")).not.toContain("unknown-name");
    world.disk.remove("/w/sub");
    world.tell("/w/sub", "deleted");
    expect(await files(world)).toEqual({ "/w": ["b.strategy"] });
    expect(await world.codes("/w/b.strategy")).toContain("unknown-name");
    await isFresh(world);
  });

  test("a folder that is moved as a whole is found where it is now", async () => {
    const world = await worldOf(plans, "/w");
    world.disk.move("/w/sub", "/w/new");
    world.tellAll([
      { path: "/w/sub", kind: "deleted" },
      { path: "/w/new", kind: "created" },
    ]);
    expect(await files(world)).toEqual({
      "/w": ["b.strategy", "new/a.strategy", "new/deep/c.strategy"],
    });
    await isFresh(world);
  });

  test("a folder that comes from elsewhere brings its files, though nobody tells of them", async () => {
    const world = await worldOf({ ...plans, "/else/x.strategy": goal }, "/w");
    world.disk.move("/else", "/w/else");
    world.tell("/w/else", "created");
    expect(await world.codes("/w/sub/a.strategy")).toContain("duplicate-name");
    await isFresh(world);
  });

  test("a folder of CSV files that is removed is missed where a KPI reads one", async () => {
    const world = await worldOf(
      { "/w/a.strategy": goal + kpi("data/k.csv"), "/w/data/k.csv": rows },
      "/w",
    );
    expect(await data(world)).toEqual({ "/w/data/k.csv": rows });
    world.disk.remove("/w/data");
    world.tell("/w/data", "deleted");
    expect(await world.codes("/w/a.strategy")).toContain("unreadable-data");
    await isFresh(world);
  });

  test("a branch that is switched is read again, though nobody tells of a file", async () => {
    const world = await worldOf(plans, "/w");
    world.disk.remove("/w/sub");
    world.disk.texts.set("/w/b.strategy", late);
    world.disk.texts.set("/w/new/d.strategy", goal);
    world.tell("/w/.git/HEAD", "changed");
    expect(await files(world)).toEqual({ "/w": ["b.strategy", "new/d.strategy"] });
    await isFresh(world);
  });

  test("where one file is gone of which nobody told, the others are looked at again", async () => {
    const world = await worldOf(plans, "/w");
    world.disk.remove("/w/sub");
    world.tell("/w/sub/a.strategy", "changed");
    expect(await files(world)).toEqual({ "/w": ["b.strategy"] });
    await isFresh(world);
  });

  test("of folders of tools and of files of others nothing is looked at", async () => {
    const world = await worldOf({ ...plans, "/w/.git/HEAD": "" }, "/w");
    const before = { ...world.disk.asked };
    const paths = Array.from({ length: 10_000 }, (_, index) => `/w/node_modules/p${index}`);
    world.tellAll(paths.map((path) => ({ path, kind: "created" })));
    world.tellAll(paths.map((path) => ({ path: `${path}/readme.md`, kind: "created" })));
    world.tellAll(paths.map((_, index) => ({ path: `/w/dist/${index}.js`, kind: "deleted" })));
    world.tell("/w/.git/index.lock", "created");
    await world.store.settled();
    expect(world.disk.asked).toEqual(before);
    expect(world.wide()).toBe(1);
  });

  test("of many new files in one folder only the folder is looked into", async () => {
    const world = await worldOf(plans, "/w");
    const { lists } = world.disk.asked;
    const inside = Array.from({ length: 1_000 }, (_, index) => `/w/dist/${index}.js`);
    world.tellAll([...inside, "/w/dist"].map((path) => ({ path, kind: "created" })));
    await world.store.settled();
    expect(world.disk.asked.lists).toBe(lists + 1);
  });
});
