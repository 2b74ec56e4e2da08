// Whatever happens to a disk and in an editor → the editor is told what a fresh start would tell, and what stays the same is kept.
import process from "node:process";
import { describe, expect, test } from "vitest";
import { run } from "../fuzz/disk.ts";
import { goal, isFresh, kpi, late, rows, work } from "./plans.ts";
import { worldOf } from "./world.ts";

describe("another day", () => {
  test("what is overdue since midnight is told, in the workspace and of a document alone", async () => {
    const world = await worldOf({ "/w/a.strategy": late }, "/w");
    world.type("/x/q.strategy", late);
    expect(await world.codes("/w/a.strategy")).not.toContain("overdue");
    expect(await world.codes("/x/q.strategy")).not.toContain("overdue");
    world.setToday("2026-12-01");
    expect(await world.codes("/w/a.strategy")).toContain("overdue");
    expect(await world.codes("/x/q.strategy")).toContain("overdue");
    await isFresh(world);
  });
});

describe("what stays the same", () => {
  test("a look that finds nothing new changes nothing, and nobody is told", async () => {
    const world = await worldOf(
      { "/w/a.strategy": goal + kpi("k.csv"), "/w/k.csv": rows, "/w/strategy.config.json": "{}" },
      "/w",
    );
    const before = world.store.now().workspace;
    const wide = world.wide();
    world.tell("/w/a.strategy", "changed");
    world.tell("/w/k.csv", "changed");
    world.tell("/w/.git/HEAD", "changed");
    await world.store.settled();
    expect(world.store.now().workspace).toBe(before);
    expect(world.wide()).toBe(wide);
  });

  test("a file that changes is read again, and no other one", async () => {
    const many = Array.from({ length: 50 }, (_, index) => [`/w/${index}.strategy`, goal]);
    const world = await worldOf({ ...Object.fromEntries(many), "/w/a.strategy": goal }, "/w");
    const { reads, lists } = world.disk.asked;
    const kept = world.store.now().workspace.projects.get("/w")?.files.get("7.strategy");
    world.write("/w/a.strategy", work);
    world.type("/w/7.strategy", goal + kpi("k.csv"));
    world.type("/w/7.strategy", goal);
    await world.store.settled();
    // Besides the file, what is not there is asked for again: configurations, a .gitignore, the CSV.
    expect(world.disk.asked.reads - reads).toBeLessThan(25);
    expect(world.disk.asked.lists).toBe(lists);
    const project = world.store.now().workspace.projects.get("/w");
    expect(project?.files.get("8.strategy")).toBeDefined();
    expect(project?.files.get("7.strategy")?.tree).toEqual(kept?.tree);
    await isFresh(world);
  });
});

test("whatever happens, the editor is told what a fresh start would tell", {
  timeout: 600_000,
}, async () => {
  const seeds = Number(process.env.STRATEGY_SEEDS ?? 60);
  for (let seed = 1; seed <= seeds; seed++) await run(seed);
});
