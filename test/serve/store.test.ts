// What happens to a disk and in an editor → the editor is told what a fresh start would tell, by name of what was seen to differ.
import process from "node:process";
import { describe, expect, test } from "vitest";
import { run } from "../fuzz/disk.ts";
import { data, files, goal, isFresh, kpi, late, rows, work } from "./samples.ts";
import { diskOf, startWorld, type World, worldOf } from "./world.ts";

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

describe("typing while the disk is slow", () => {
  /** A disk that answers nothing until it is opened. */
  function slow(texts: Readonly<Record<string, string>>) {
    let gate = Promise.withResolvers<void>();
    gate.resolve();
    return {
      disk: diskOf(texts, () => gate.promise),
      shut: () => {
        gate = Promise.withResolvers();
      },
      open: () => gate.resolve(),
    };
  }

  test("a keystroke does not wait for the disk", async () => {
    const { disk, shut, open } = slow({ "/w/a.strategy": goal, "/w/b.strategy": work });
    const world = await worldOf(disk, "/w");
    shut();
    world.tell("/w/b.strategy", "changed");
    world.type("/w/a.strategy", `${goal}// typed`);
    const file = world.store.now().workspace.projects.get("/w")?.files.get("a.strategy");
    expect(file?.tree.text).toBe(`${goal}// typed`);
    open();
    await isFresh(world);
  });

  const files = {
    "/w/strategy.config.json": "{}",
    "/w/a.strategy": goal,
    "/w/k.csv": rows,
    "/w/sub/b.strategy": work,
    "/corp/strategy.config.json": "{}",
    "/corp/c.strategy": 'objective size "Size"\n',
  };

  /** Does something at every moment while a disk answers, and compares with a fresh start. */
  async function atEachMoment(
    begin: (world: World) => void,
    typed: string,
    holds: (world: World) => void | Promise<void>,
  ): Promise<void> {
    for (let moment = 0; moment < 40; moment++) {
      const world = await worldOf(
        diskOf(files, async () => {}),
        "/w",
      );
      world.type("/w/a.strategy", goal);
      world.type("/w/sub/b.strategy", work);
      await world.store.settled();
      begin(world);
      for (let wait = 0; wait < moment; wait++) await Promise.resolve();
      world.type("/w/a.strategy", typed);
      world.type("/w/sub/b.strategy", `${work}${kpi("k.csv")}`);
      const { workspace } = world.store.now();
      expect(workspace.projects.get("/w")?.files.get("a.strategy")?.tree.text).toBe(typed);
      await world.store.settled();
      await holds(world);
      await isFresh(world);
    }
  }
  const exclude = (world: World) =>
    world.type("/w/strategy.config.json", '{ "exclude": ["sub/"] }');

  test("`actuals` typed while an exclude is read again is not lost", () =>
    atEachMoment(exclude, goal + kpi("k.csv"), async (world) => {
      expect(await data(world)).toEqual({ "/w/k.csv": rows });
    }));

  test("an import typed while an exclude is read again is not lost", () => {
    const use = 'import corp from "../corp"\ninitiative x { supports: corp.size }\n';
    return atEachMoment(exclude, use, (world) => {
      expect([...world.store.now().workspace.projects.keys()]).toEqual(["/w", "/corp"]);
    });
  });

  test("what is typed while a CSV and another file are read again is not lost", () =>
    atEachMoment(
      (world) => {
        world.write("/w/k.csv", "date,value\n");
        world.write("/w/c.strategy", kpi("k.csv"));
      },
      goal + kpi("k.csv"),
      async (world) => {
        expect(await data(world)).toEqual({
          "/w/k.csv": "date,value\n",
          "/w/sub/k.csv": undefined,
        });
      },
    ));

  test("what is opened, closed and typed while all is read for the first time counts", async () => {
    const { disk, shut, open } = slow(files);
    const world = await worldOf(disk);
    shut();
    const loaded = world.folders("/w");
    world.type("/w/a.strategy", "role cio\n");
    world.type("/w/sub/b.strategy", "role cfo\n");
    world.close("/w/sub/b.strategy");
    open();
    await loaded;
    await isFresh(world);
  });

  test("a fault of the disk ends the look that has it, and the next one finds all", async () => {
    const disk = diskOf(files);
    let isBroken = false;
    const faults: unknown[] = [];
    const world = await startWorld(
      {
        ...disk,
        files: {
          ...disk.files,
          read: async (path) => {
            if (isBroken) throw new Error("The disk is gone.");
            return disk.files.read(path);
          },
        },
      },
      [],
      (error) => faults.push(error),
    );
    isBroken = true;
    await world.folders("/w");
    expect(faults).toEqual([new Error("The disk is gone.")]);
    isBroken = false;
    world.tell("/w/a.strategy", "changed");
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
  const seeds = Number(process.env.STRATEGY_SEEDS ?? 30);
  for (let seed = 1; seed <= seeds; seed++) await run(seed);
});
