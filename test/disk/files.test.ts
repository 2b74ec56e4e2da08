// Files that are no ordinary ones, too large, or cannot be read: each is told, the others are read, and nothing waits.
import {
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { longestText } from "../../grammar/size.ts";
import { longestSettings } from "../../server/project/config.ts";
import { diskFiles } from "../../server/project/disk/files.ts";
import { diskWith, fill, isAlmighty, isWindows, link, pipe, seen } from "./disk.ts";

const role = (name: string) => `role ${name}`;
const kpi = (actuals: string) => `kpi churn { actuals: ${JSON.stringify(actuals)} }`;

describe.skipIf(isWindows)("only ordinary files are read, and nothing is waited for", () => {
  test("a FIFO as a strategy, a CSV and a .gitignore, and as the target of a link", async () => {
    const disk = diskWith({
      "w/.gitignore": pipe,
      "w/a.strategy": pipe,
      "w/b.strategy": link("pipe"),
      "w/pipe": pipe,
      "w/k.csv": pipe,
      "w/c.strategy": kpi("k.csv"),
      "w/d.strategy": 'kpi other { actuals: "pipe" }',
    });
    const { files, troubles, faults } = await seen(disk, "w");
    const why = "It is no ordinary file. Put an ordinary file in its place.";
    expect(files).toEqual({ w: ["c.strategy", "d.strategy"] });
    expect(troubles).toEqual([
      `w/.gitignore: ${why}`,
      `w/a.strategy: ${why}`,
      `w/b.strategy: ${why}`,
    ]);
    expect(faults).toEqual([
      `w/c.strategy: unreadable-data: 'k.csv' cannot be read. ${why}`,
      `w/d.strategy: unreadable-data: 'pipe' cannot be read. ${why}`,
    ]);
  });

  test("a FIFO as the configuration, here and above", async () => {
    const disk = diskWith({
      "strategy.config.json": pipe,
      "w/strategy.config.json": pipe,
      "w/a.strategy": role("a"),
    });
    const { files, faults } = await seen(disk, "w");
    expect(files).toEqual({ w: ["a.strategy"] });
    expect(faults).toEqual([
      expect.stringMatching(/^w: The configuration is not .* ordinary file/),
    ]);
  });

  test("a socket and a device", async () => {
    const disk = diskWith({ "w/b.strategy": role("b"), "w/null.strategy": link("/dev/null") });
    const server = createServer().listen(disk.at("w/a.strategy"));
    await new Promise((done) => server.once("listening", done));
    const { files, troubles } = await seen(disk, "w");
    server.close();
    expect(files).toEqual({ w: ["b.strategy"] });
    expect(troubles).toEqual([
      expect.stringContaining("w/a.strategy: It is no ordinary file."),
      expect.stringContaining("w/null.strategy: It is or lies behind a link that leads out"),
    ]);
    expect(await diskFiles.why?.("/dev/null")).toMatchObject({ is: "special" });
  });

  test("data on standard input lies outside the workspace", async () => {
    const disk = diskWith({ "w/a.strategy": kpi("/dev/stdin") });
    expect((await seen(disk, "w")).faults).toEqual([expect.stringContaining("lies outside")]);
  });

  test("a file that becomes a FIFO while it is read is not waited for", async () => {
    const disk = diskWith({ "a.strategy": role("a"), pipe });
    const path = disk.at("a.strategy");
    let isOver = false;
    const reading = (async () => {
      while (!isOver) await diskFiles.read(path, [disk.path]);
    })();
    for (let turn = 0; turn < 200; turn++) {
      symlinkSync(disk.at("pipe"), disk.at("next"));
      renameSync(disk.at("next"), path);
      await new Promise((done) => setImmediate(done));
      writeFileSync(disk.at("next"), role("a"));
      renameSync(disk.at("next"), path);
      await new Promise((done) => setImmediate(done));
    }
    isOver = true;
    await reading;
    expect(await diskFiles.read(path)).toBe(role("a"));
  });
});

describe("what is too large is told on its first line and not read", () => {
  const large = "It has more than 4,000,000 characters. Divide it, or shorten it.";

  test("a strategy of many lines, one of one line, and a CSV; the others are read", async () => {
    const disk = diskWith({
      "w/lines.strategy": "role cio\n".repeat(longestText / 8),
      "w/line.strategy": `role cio "${"x".repeat(longestText)}"`,
      "w/small.strategy": `${kpi("k.csv")}\ngoal x`,
      "w/k.csv": `date,value\n${"2026-01-31,4\n".repeat(longestText / 12)}`,
    });
    const { files, faults } = await seen(disk, "w");
    expect(files).toEqual({ w: ["line.strategy", "lines.strategy", "small.strategy"] });
    expect(faults).toEqual([
      `w/line.strategy: syntax: This file is not read. ${large}`,
      `w/lines.strategy: syntax: This file is not read. ${large}`,
      `w/small.strategy: unreadable-data: 'k.csv' cannot be read. ${large}`,
      expect.stringContaining("w/small.strategy: unknown-kind"),
    ]);
  });

  test("a file of gigabytes is not read to find that out", async () => {
    const disk = diskWith({ "w/a.strategy": "" });
    truncateSync(disk.at("w/a.strategy"), 2 ** 33);
    const before = process.memoryUsage().rss;
    expect((await seen(disk, "w")).faults).toEqual([expect.stringContaining(large)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(500e6);
  });

  test("the length is counted in characters, as an editor counts, and not in bytes", async () => {
    const disk = diskWith({ "w/a.strategy": `// ${"價".repeat(longestText - 3)}` });
    expect((await seen(disk, "w")).faults).toEqual([]);
    writeFileSync(disk.at("w/a.strategy"), `// ${"價".repeat(longestText - 2)}`);
    expect((await seen(disk, "w")).faults).toEqual([expect.stringContaining(large)]);
  });

  test("the configuration and a .gitignore", async () => {
    const disk = diskWith({
      "w/strategy.config.json": `{ "exclude": ["${"x".repeat(longestSettings)}"] }`,
      "w/.gitignore": `*.strategy\n${"x".repeat(longestSettings)}`,
      "w/a.strategy": role("a"),
    });
    const { files, faults, troubles } = await seen(disk, "w");
    expect(files).toEqual({ w: ["a.strategy"] });
    const why = "It has more than 200,000 characters. Divide it, or shorten it.";
    expect(faults).toEqual([`w: The configuration is not read, so nothing in it holds. ${why}`]);
    expect(troubles).toEqual([`w/.gitignore: ${why}`]);
  });
});

describe.skipIf(isWindows)("what cannot be read is told, and the others are read", () => {
  test("a strategy and a CSV, by links that lead back to themselves and by folders", async () => {
    const disk = diskWith({
      "w/a.strategy": link("b.strategy"),
      "w/b.strategy": link("a.strategy"),
      "w/c.strategy": kpi("k.csv"),
      "w/d.strategy": 'kpi other { actuals: "data" }',
      "w/k.csv": link("k.csv"),
      "w/data/x.csv": "",
    });
    const { files, faults } = await seen(disk, "w");
    expect(files.w).toHaveLength(4);
    expect(faults.map((one) => one.split(". ")[0])).toEqual([
      "w/a.strategy: syntax: This file is not read",
      "w/b.strategy: syntax: This file is not read",
      "w/c.strategy: unreadable-data: 'k.csv' cannot be read",
      "w/d.strategy: unreadable-data: 'data' cannot be read",
    ]);
    expect(faults[2]).toContain("leads back to itself");
    expect(faults[3]).toContain("It is a folder.");
  });

  test("a configuration, by a folder in its place and by a link that leads back to itself", async () => {
    for (const [thing, why] of [
      [{ "w/strategy.config.json/inside.txt": "" }, "It is a folder."],
      [{ "w/strategy.config.json": link("strategy.config.json") }, "leads back to itself"],
    ] as const) {
      const disk = diskWith({ ...thing, "w/deep/a.strategy": role("a") });
      const { files, faults } = await seen(disk, "w/deep");
      expect(files).toEqual({ w: ["deep/a.strategy"] });
      expect(faults).toEqual([expect.stringContaining(why)]);
    }
  });

  test.skipIf(isAlmighty)(
    "a folder, a strategy and a configuration without permission",
    async () => {
      const disk = diskWith({
        "w/closed/a.strategy": role("a"),
        "w/ignored/a.strategy": role("a"),
        "w/b.strategy": role("b"),
        "w/c.strategy": role("c"),
        "w/.gitignore": "ignored/",
        "w/strategy.config.json": "{}",
      });
      const all = ["w/closed", "w/ignored", "w/b.strategy", "w/strategy.config.json"];
      for (const one of all) chmodSync(disk.at(one), 0);
      const { files, faults, troubles } = await seen(disk, "w");
      for (const one of all) chmodSync(disk.at(one), 0o755);
      expect(files).toEqual({ w: ["b.strategy", "c.strategy"] });
      expect(faults).toEqual([
        expect.stringMatching(/^w: .* no permission/),
        expect.stringMatching(/^w\/b.strategy: .* no permission/),
      ]);
      expect(troubles).toEqual([expect.stringMatching(/^w\/closed: .* no permission/)]);
    },
  );

  test("a file and a folder that go while they are looked for are not told", async () => {
    const disk = diskWith({ "a.strategy": role("a"), "b/c.strategy": role("c") });
    const paths = await diskFiles.list(disk.path);
    unlinkSync(disk.at("a.strategy"));
    rmSync(disk.at("b"), { recursive: true });
    for (const path of paths) {
      expect(await diskFiles.read(path)).toBe(undefined);
      expect(await diskFiles.why?.(path)).toBe(undefined);
    }
    expect(await diskFiles.list(disk.at("b"))).toEqual([]);
  });
});

describe("odd paths of data are told, and nothing throws", () => {
  test("a NUL, a very long name, climbing above the top, an address", async () => {
    const paths = [
      "a\0b.csv",
      `${"long".repeat(100)}.csv`,
      `${"folder/".repeat(2000)}k.csv`,
      `${"../".repeat(100)}etc/passwd`,
      "file:///etc/passwd",
      "https://example.org/k.csv",
      "C:\\data\\k.csv",
      "//server/share/k.csv",
      ".",
      "..",
      "/",
      "~/k.csv",
    ];
    for (const path of paths) {
      const disk = diskWith({
        "w/a.strategy": `kpi churn {\n  actuals: "${path.replaceAll("\\", "\\\\")}"\n}\n`,
      });
      const { faults } = await seen(disk, "w");
      expect([path, faults]).toEqual([path, [expect.stringContaining("unreadable-data")]]);
    }
  });

  test("what the system says of a name that is too long is told", async () => {
    const disk = diskWith({ "w/a.strategy": kpi(`${"long".repeat(100)}.csv`) });
    const { faults } = await seen(disk, "w");
    expect(faults[0]).toMatch(/Its path is too long for this system\. Shorten it\.$/);
  });
});

describe.skipIf(isWindows)("much is not too much", () => {
  test("folders that are nested 2,000 deep", { timeout: 120_000 }, async () => {
    const disk = diskWith({ "w/.gitignore": "*.tmp", "w/a.strategy": role("a") });
    // A path from the top would be too long for the system in one step.
    const before = process.cwd();
    process.chdir(disk.at("w"));
    for (let depth = 0; depth < 2000; depth++) {
      mkdirSync("d");
      process.chdir("d");
    }
    process.chdir(before);
    const short = disk.at(`w${"/d".repeat(1900)}`);
    writeFileSync(`${short}/deep.strategy`, role("deep"));
    const { files, troubles } = await seen(disk, "w");
    expect(files.w).toEqual(["a.strategy", `${"d/".repeat(1900)}deep.strategy`]);
    expect(troubles.length).toBeLessThanOrEqual(1);
  });

  test("a folder of 50,000 files", { timeout: 120_000 }, async () => {
    const disk = diskWith({ "w/a.strategy": role("a") });
    fill(disk.at("w"), 50_000, ".csv");
    const { files } = await seen(disk, "w");
    expect(files).toEqual({ w: ["a.strategy"] });
    expect(await diskFiles.list(disk.at("w"))).toHaveLength(50_001);
  });
});
