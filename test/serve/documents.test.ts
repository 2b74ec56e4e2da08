// Documents that are opened and closed, saved or not → what is told is what a fresh start would tell.
import { describe, expect, test } from "vitest";
import { data, files, goal, isFresh, kpi, rows, work } from "./plans.ts";
import { worldOf } from "./world.ts";

describe("documents without a file", () => {
  test("a buffer that was never saved reads the CSV that it names", async () => {
    const world = await worldOf(
      { "/w/a.strategy": goal, "/w/k.csv": rows, "/x/k.csv": rows },
      "/w",
    );
    world.type("/w/new.strategy", kpi("k.csv"));
    expect(await data(world)).toEqual({ "/w/k.csv": rows });
    world.type("/x/new.strategy", goal + kpi("k.csv"));
    expect(await world.codes("/x/new.strategy")).not.toContain("unreadable-data");
    await isFresh(world);
  });

  test("a buffer that was never saved and matches `exclude` is a project of its own", async () => {
    const config = '{ "exclude": ["drafts/"] }';
    const world = await worldOf({ "/w/strategy.config.json": config, "/w/a.strategy": goal }, "/w");
    world.type("/w/drafts/new.strategy", goal + kpi("k.csv"));
    expect(await files(world)).toEqual({ "/w": ["a.strategy"] });
    expect(await world.codes("/w/a.strategy")).not.toContain("duplicate-name");
    expect(await world.codes("/w/drafts/new.strategy")).toContain("unreadable-data");
    await isFresh(world);
    world.write("/w/drafts/k.csv", rows);
    expect(await world.codes("/w/drafts/new.strategy")).not.toContain("unreadable-data");
    await isFresh(world);
  });

  test("a buffer that was never saved is gone when it is closed, and stays when it was saved", async () => {
    const world = await worldOf({ "/w/a.strategy": goal }, "/w");
    world.type("/w/new.strategy", goal);
    expect(await world.codes("/w/new.strategy")).toContain("duplicate-name");
    world.close("/w/new.strategy");
    expect(await files(world)).toEqual({ "/w": ["a.strategy"] });
    await isFresh(world);
    world.type("/w/new.strategy", goal);
    await world.store.settled();
    // The watcher has not told yet.
    world.disk.texts.set("/w/new.strategy", goal);
    world.close("/w/new.strategy");
    world.tell("/w/new.strategy", "created");
    expect(await world.codes("/w/new.strategy")).toContain("duplicate-name");
    await isFresh(world);
  });

  test("a buffer that was saved a moment ago stays in its project before the watcher tells", async () => {
    const world = await worldOf({ "/w/a.strategy": goal }, "/w");
    world.type("/w/new.strategy", work);
    await world.store.settled();
    world.disk.texts.set("/w/new.strategy", work);
    world.type("/w/a.strategy", goal + kpi("k.csv"));
    expect(await files(world)).toEqual({ "/w": ["a.strategy", "new.strategy"] });
    await isFresh(world);
  });
});

describe("closing", () => {
  test("what was typed and not saved is forgotten: the text on the disk counts again", async () => {
    const world = await worldOf({ "/w/a.strategy": goal, "/w/b.strategy": work }, "/w");
    world.type("/w/a.strategy", "role cio\n");
    expect(await world.codes("/w/b.strategy")).toContain("unknown-name");
    world.close("/w/a.strategy");
    expect(await world.codes("/w/b.strategy")).not.toContain("unknown-name");
    await isFresh(world);
  });

  test("a file that was deleted while it was open counts until it is closed", async () => {
    const world = await worldOf({ "/w/a.strategy": goal, "/w/b.strategy": work }, "/w");
    world.type("/w/a.strategy", goal);
    world.disk.remove("/w/a.strategy");
    world.tell("/w/a.strategy", "deleted");
    expect(await world.codes("/w/b.strategy")).not.toContain("unknown-name");
    await isFresh(world);
    world.close("/w/a.strategy");
    expect(await files(world)).toEqual({ "/w": ["b.strategy"] });
    await isFresh(world);
  });

  test("an open file of an imported project that is deleted counts until it is closed", async () => {
    const use = 'import corp from "../corp"\ninitiative x { supports: corp.growth }\n';
    const world = await worldOf(
      { "/w/a.strategy": use, "/corp/strategy.config.json": "{}", "/corp/o.strategy": goal },
      "/w",
    );
    world.type("/corp/o.strategy", goal);
    world.disk.remove("/corp/o.strategy");
    world.tell("/corp/o.strategy", "deleted");
    expect(await world.codes("/w/a.strategy")).not.toContain("unknown-name");
    await isFresh(world);
    world.close("/corp/o.strategy");
    expect(await world.codes("/w/a.strategy")).toContain("unknown-name");
    await isFresh(world);
  });

  test("closing and opening back to back leaves the document open", async () => {
    const world = await worldOf({ "/w/a.strategy": goal, "/x/q.strategy": goal }, "/w");
    for (const path of ["/w/a.strategy", "/x/q.strategy", "/w/new.strategy"]) {
      world.type(path, goal);
      world.close(path);
      world.type(path, `${goal}// again`);
      await isFresh(world);
      world.type(path, "role cio");
      await isFresh(world);
    }
  });

  test("a document from outside takes its project along when it is closed", async () => {
    const world = await worldOf(
      { "/w/a.strategy": goal, "/x/strategy.config.json": "{}", "/x/q.strategy": goal },
      "/w",
    );
    world.type("/x/q.strategy", goal);
    expect(Object.keys(await files(world))).toEqual(["/w", "/x"]);
    world.close("/x/q.strategy");
    expect(Object.keys(await files(world))).toEqual(["/w"]);
    await isFresh(world);
  });
});
