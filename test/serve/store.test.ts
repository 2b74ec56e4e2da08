// What happens to a disk and in an editor → the editor is told what a fresh start would tell, by name of what was seen to differ.
import process from "node:process";
import { describe, expect, test } from "vitest";
import { run } from "../fuzz/disk.ts";
import { diskOf, startWorld, type World, worldOf } from "./world.ts";

const goal = 'objective growth "Growth" { owner: cio }\n';
const work = "initiative crm { supports: growth }\n";
const late = "initiative crm { timeline: 2026-01 .. 2026-11-30\n  status: active }\n";
const kpi = (path: string) => `kpi k { measures: growth  actuals: "${path}" }\n`;
const rows = "date,value\n2026-01-31,4\n";

async function isFresh(world: World): Promise<void> {
  expect(await world.seen()).toEqual(await world.fresh());
}

/** The files of each project of the workspace. */
async function files(world: World): Promise<Record<string, readonly string[]>> {
  await world.store.settled();
  return Object.fromEntries(
    [...world.store.now().workspace.projects].map(([root, one]) => [root, [...one.files.keys()]]),
  );
}

/** The texts of the CSV files that the workspace reads. */
async function data(world: World): Promise<Record<string, string | undefined>> {
  await world.store.settled();
  const { workspace } = world.store.now();
  const all = [...workspace.projects.values()].flatMap((one) => [...one.data]);
  return Object.fromEntries(all);
}

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
