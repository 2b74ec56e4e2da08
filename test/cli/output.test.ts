// Where results go: to a file that is never half written, through a pipe, or nowhere, with a word.
import { linkSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Folder, folderWith, oneWarning } from "./strategy.ts";

const today = ["--today", "2026-11-23"] as const;
const day = today.join(" ");

describe("a file that a result goes to", () => {
  const more = Array.from({ length: 300 }, (_, at) => `goal g${at} "G"\nrole r${at} "R"\n`);
  const large = oneWarning + more.join("");

  test.each([
    ["check --output", "--format json"],
    ["check --write-baseline", "--format json"],
    ["export model --to json --output", ""],
    ["export board --to pdf --output", ""],
  ])("%s keeps the old file where the new one finds no room", (command, more) => {
    const folder = folderWith({ "plan.strategy": large, "out.json": "old\n" });
    const run = folder.shell(
      `export NODE_DISABLE_COMPILE_CACHE=1; ulimit -f 8; strategy ${command} out.json ${more} ${day} | cat >/dev/null; exit "\${PIPESTATUS[0]}"`,
    );
    expect([run.code, run.talk]).toEqual([
      2,
      "'out.json' cannot be written: it would be larger than a file may be here. It is as it was. Ask for a higher limit.\n",
    ]);
    expect(folder.read("out.json")).toBe("old\n");
    expect(readdirSync(folder.path).sort()).toEqual(["out.json", "plan.strategy"]);
  });

  test("may be a pipe, which is written straight through", () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const run = folder.shell(
      `mkfifo pipe; cat pipe & strategy check --format json --output pipe ${day}; code=$?; wait; exit $code`,
    );
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out).summary.warning).toBe(1);
    const substituted = folder.shell(
      `strategy check --format json --output >(cat) ${day}; wait $!; sleep 0.1`,
    );
    expect(JSON.parse(substituted.out).summary.warning).toBe(1);
  });

  test("may be standard output by its name, and what is in it already stays", () => {
    const folder = folderWith({ "plan.strategy": oneWarning, log: "before\n" });
    for (const name of ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]) {
      folder.write("log", "before\n");
      folder.shell(`strategy check --output ${name} ${day} >>log; echo after >>log`);
      expect(folder.read("log")).toMatch(/^before\nplan\.strategy:10:14 [\s\S]*\nafter\n$/);
    }
  });

  test("is the one to which a link leads", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning, "reports/real.txt": "old" });
    symlinkSync("reports/real.txt", path.join(folder.path, "out.txt"));
    await folder.strategy("check", "--output", "out.txt", ...today);
    expect(folder.read("reports/real.txt")).toMatch(/^plan\.strategy:10:14 /);
  });

  test("that is full gets a sentence", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const run = await folder.strategy("check", "--output", "/dev/full", ...today);
    expect([run.code, run.talk]).toEqual([
      2,
      "'/dev/full' cannot be written: the disk is full. Make room on it and try again.\n",
    ]);
  });
});

describe("a result that would overwrite the plan is refused", () => {
  const plan = `kpi nps "NPS" {\n  actuals: "nps.csv"\n}\n${oneWarning}`;
  const files = { "plan.strategy": plan, "nps.csv": "date,value\n", "strategy.config.json": "{}" };

  async function refused(folder: Folder, option: string, name: string): Promise<void> {
    const command = option === "export" ? ["export", "model", "--to", "json"] : ["check"];
    const given = option === "export" ? "--output" : option;
    const run = await folder.strategy(...command, given, name, ...today);
    expect([name, run.code, run.out]).toEqual([name, 2, ""]);
    expect(run.talk).toMatch(
      /^'[^']+' (?:belongs to the plan and would be overwritten|would be read as a part of the plan)\. Name another file\.\n$/,
    );
    for (const [file, text] of Object.entries(files)) expect(folder.read(file)).toBe(text);
  }

  test("by every option, and for every file that is read", async () => {
    const folder = folderWith(files);
    for (const option of ["--output", "--write-baseline", "export"])
      await refused(folder, option, "plan.strategy");
    for (const name of ["strategy.config.json", "nps.csv"]) await refused(folder, "--output", name);
  });

  test("by another name of it, and by a name under which it would be read from now on", async () => {
    const folder = folderWith(files);
    symlinkSync("plan.strategy", path.join(folder.path, "link.txt"));
    linkSync(path.join(folder.path, "plan.strategy"), path.join(folder.path, "twin.txt"));
    for (const name of ["link.txt", "twin.txt", "../new.strategy"])
      await refused(folder, "--output", name);
  });
});

describe("a reader that has gone", () => {
  test.each([
    ["check | true", "1"],
    ["check --format json | true", "1"],
    ["check --limit 0 2>&1 >/dev/null | true", "1"],
    ["check --rule cycle | true", "0"],
    ["check nowhere 2>&1 | true", "2"],
    ["check --output /dev/stdout | true", "1"],
    ["format --check | true", "1"],
    ["--help | true", "0"],
  ])("changes nothing of how '%s' ends", (command, code) => {
    const goals = Array.from({ length: 2000 }, (_, at) => `goal  g${at} "G"\n`).join("");
    const folder = folderWith({ "plan.strategy": `${goals}role   cio "CIO"\n` });
    const run = folder.shell(`strategy ${command}; echo "\${PIPESTATUS[0]}"`);
    expect([run.out.trim(), run.talk]).toEqual([code, ""]);
  });

  test("is no reader that has no room: that is told, whatever was to be written", () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    for (const command of ["check", "explain cycle", "--help", "help check", "--version"]) {
      const run = folder.shell(`strategy ${command} >/dev/full`);
      expect([command, run.code, run.talk]).toEqual([
        command,
        2,
        "The result cannot be written: the disk is full. Make room on it and try again.\n",
      ]);
    }
  });
});

describe("a place that is none gets a sentence", () => {
  test.each([
    ["no/out.json", "There is no folder 'no'. Make it first, or name another one.\n"],
    ["reports", "'reports' is a folder. Name a file in it.\n"],
    [
      "plan.strategy/out",
      "There is no folder 'plan.strategy'. Make it first, or name another one.\n",
    ],
    [
      `${"x".repeat(300)}.json`,
      /^'x+\.json' cannot be .*: its name is too long\. Give it a shorter/,
    ],
    [
      "round",
      /^'.*round' cannot be .*: its links lead round in a circle\. Name the file itself\.\n$/,
    ],
  ])("%s", async (name, says) => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    mkdirSync(path.join(folder.path, "reports"));
    symlinkSync("round", path.join(folder.path, "round"));
    const run = await folder.strategy("check", "--output", name, ...today);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.talk).toEqual(typeof says === "string" ? says : expect.stringMatching(says));
  });
});
