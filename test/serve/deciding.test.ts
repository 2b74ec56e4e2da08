// Configurations, .gitignore files, folders and imports come and go → the files that count are those of a fresh start.
import { describe, expect, test } from "vitest";
import { files, goal, isFresh, kpi, rows } from "./plans.ts";
import { worldOf } from "./world.ts";

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
