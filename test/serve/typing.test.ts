// What is typed while the disk is slow → it counts at once, and nothing of it is lost.
import { describe, expect, test } from "vitest";
import { data, goal, isFresh, kpi, rows, work } from "./plans.ts";
import { diskOf, startWorld, type World, worldOf } from "./world.ts";

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
