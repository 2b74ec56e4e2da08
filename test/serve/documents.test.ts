// Documents that an editor opens, types in, saves and closes → what a fresh start would find.
import { describe, expect, test } from "vitest";
import { data, files, goal, isFresh, kpi, late, rows, work } from "./samples.ts";
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

describe("what decides which files count", () => {
  const plans = { "/w/a.strategy": goal, "/w/sub/b.strategy": goal };

  test("a configuration is open with text that is not saved: it counts, until it is closed", async () => {
    const world = await worldOf({ ...plans, "/w/strategy.config.json": "{}" }, "/w");
    world.type("/w/strategy.config.json", '{ "exclude": ["sub/"] }');
    expect(await files(world)).toEqual({ "/w": ["a.strategy"] });
    await isFresh(world);
    world.tell("/w/strategy.config.json", "changed");
    expect(await files(world)).toEqual({ "/w": ["a.strategy"] });
    world.close("/w/strategy.config.json");
    expect(await files(world)).toEqual({ "/w": ["a.strategy", "sub/b.strategy"] });
    await isFresh(world);
  });

  test("a configuration is created and deleted while it is open", async () => {
    const world = await worldOf(plans, "/w");
    const path = "/w/sub/strategy.config.json";
    world.type(path, "{}");
    expect(await files(world)).toEqual({ "/w": ["a.strategy"], "/w/sub": ["b.strategy"] });
    await isFresh(world);
    world.write(path, "{}");
    await isFresh(world);
    world.disk.remove(path);
    world.tell(path, "deleted");
    expect(Object.keys(await files(world))).toEqual(["/w", "/w/sub"]);
    await isFresh(world);
    world.close(path);
    expect(await files(world)).toEqual({ "/w": ["a.strategy", "sub/b.strategy"] });
    await isFresh(world);
  });

  test("a nested project appears and disappears", async () => {
    const world = await worldOf(plans, "/w");
    expect(await world.codes("/w/sub/b.strategy")).toContain("duplicate-name");
    world.write("/w/sub/strategy.config.json", "{}");
    expect(await world.codes("/w/sub/b.strategy")).not.toContain("duplicate-name");
    await isFresh(world);
    world.disk.remove("/w/sub/strategy.config.json");
    world.tell("/w/sub/strategy.config.json", "deleted");
    expect(await world.codes("/w/sub/b.strategy")).toContain("duplicate-name");
    await isFresh(world);
  });

  test("a configuration above the folder appears and disappears", async () => {
    const world = await worldOf(plans, "/w/sub");
    world.write("/w/strategy.config.json", "{}");
    expect(await files(world)).toEqual({ "/w": ["a.strategy", "sub/b.strategy"] });
    world.disk.remove("/w/strategy.config.json");
    world.tell("/w/strategy.config.json", "deleted");
    expect(await files(world)).toEqual({ "/w/sub": ["b.strategy"] });
    await isFresh(world);
  });

  test("a .gitignore is written, changed and deleted", async () => {
    const world = await worldOf(plans, "/w");
    world.write("/w/.gitignore", "sub/\n");
    expect(await files(world)).toEqual({ "/w": ["a.strategy"] });
    world.write("/w/.gitignore", "a.strategy\n");
    expect(await files(world)).toEqual({ "/w": ["sub/b.strategy"] });
    await isFresh(world);
    world.disk.remove("/w/.gitignore");
    world.tell("/w/.gitignore", "deleted");
    expect(await files(world)).toEqual({ "/w": ["a.strategy", "sub/b.strategy"] });
    await isFresh(world);
  });

  test("a folder becomes a repository, so that a .gitignore above it counts", async () => {
    const world = await worldOf({ ...plans, "/w/.gitignore": "b.strategy\n" }, "/w/sub");
    expect(await files(world)).toEqual({ "/w/sub": ["b.strategy"] });
    world.disk.texts.set("/w/.git/HEAD", "ref: refs/heads/main\n");
    world.tell("/w/.git", "created");
    expect(await files(world)).toEqual({ "/w/sub": [] });
    await isFresh(world);
  });

  test("folders are added and removed", async () => {
    const world = await worldOf(
      { ...plans, "/v/e.strategy": kpi("k.csv"), "/v/k.csv": rows },
      "/w",
    );
    await world.folders("/w", "/v");
    expect(Object.keys(await files(world))).toEqual(["/w", "/v"]);
    await isFresh(world);
    await world.folders("/v", "/w/sub");
    expect(await files(world)).toEqual({ "/v": ["e.strategy"], "/w/sub": ["b.strategy"] });
    await isFresh(world);
    await world.folders();
    expect(await files(world)).toEqual({});
  });

  test("an import is taken back: its project is read no more", async () => {
    const world = await worldOf({ "/w/a.strategy": goal, "/corp/o.strategy": goal }, "/w");
    world.type("/w/a.strategy", 'import corp from "../corp"\n');
    expect(Object.keys(await files(world))).toEqual(["/w", "/corp"]);
    world.type("/w/a.strategy", goal);
    expect(Object.keys(await files(world))).toEqual(["/w"]);
    await isFresh(world);
  });

  test("a document that is in two places, such as alone and as an import, is the same in both", async () => {
    const world = await worldOf(
      { "/x/q.strategy": 'import two from "two"\n', "/x/two/t.strategy": goal },
      "/w",
    );
    world.type("/x/q.strategy", 'import two from "two"\ninitiative i { supports: two.growth }\n');
    world.type("/x/two/t.strategy", goal);
    expect(await world.codes("/x/q.strategy")).not.toContain("unknown-name");
    world.type("/x/two/t.strategy", "role cio\n");
    expect(await world.codes("/x/q.strategy")).toContain("unknown-name");
    await isFresh(world);
  });
});

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
