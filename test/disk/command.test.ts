// What is not read, on the command line: a sentence, an exit code that a pipeline notices, and never a secret.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { longestText } from "../../grammar/size.ts";
import { cli } from "../programs.ts";
import { type Disk, diskWith, isAlmighty, isWindows, link, pipe } from "./disk.ts";

const sound = "role cio\n";
const kpi = (actuals: string) => `kpi churn { actuals: "${actuals}" }\n`;

/** Runs `strategy` in a folder of a disk; a run that hangs is ended, and has no code. */
function run(disk: Disk, folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: disk.at(folder),
    env: { ...process.env, NO_COLOR: "1" },
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: status, out: stdout, talk: stderr };
}

function messages(out: string): readonly string[] {
  const found: { diagnostics: readonly { file: string; rule: string; message: string }[] } =
    JSON.parse(out);
  return found.diagnostics
    .filter(({ rule }) => ["syntax", "unreadable-data", "configuration"].includes(rule))
    .map(({ file, message }) => `${file}: ${message}`);
}

describe.skipIf(isWindows)("links", { timeout: 120_000 }, () => {
  test("no line of a file outside the repository is printed, in any format", () => {
    const disk = diskWith({
      "secret.txt": "date,value\nroot:x:0,hunter2\n",
      "repo/.git/HEAD": "",
      "repo/k.csv": link("../secret.txt"),
      "repo/s.strategy": link("../secret.txt"),
      "repo/a.strategy": kpi("k.csv"),
    });
    for (const format of ["text", "json", "sarif", "junit", "github", "gitlab"]) {
      const { code, out, talk } = run(disk, "repo", "check", "--format", format);
      expect([format, code, /root:x|hunter2/.test(out + talk)]).toEqual([format, 1, false]);
      expect(talk).toMatch(/^'s\.strategy' is left out\. It is or lies behind a link that leads/);
      expect(out).toContain("k.csv");
    }
    expect(run(disk, "repo", "export", "model", "--to", "json").out).not.toMatch(/hunter2/);
  });

  test("one from the project into its repository is followed", () => {
    const disk = diskWith({
      "repo/.git/HEAD": "",
      "repo/shared/roles.txt": sound,
      "repo/shared/k.csv": "date,value\n",
      "repo/plan/strategy.config.json": "{}",
      "repo/plan/roles.strategy": link("../shared/roles.txt"),
      "repo/plan/k.csv": link("../shared/k.csv"),
      "repo/plan/a.strategy": kpi("k.csv"),
    });
    for (const paths of [[], ["roles.strategy", "a.strategy"], ["."]]) {
      const { out, talk } = run(disk, "repo/plan", "check", "--format", "json", ...paths);
      expect([paths, messages(out), talk]).toEqual([paths, [], ""]);
      expect(JSON.parse(out).summary.files).toBe(2);
    }
  });
});

describe.skipIf(isWindows)("what is no ordinary file", { timeout: 240_000 }, () => {
  test("a FIFO in any place hangs no command", () => {
    const disk = diskWith({
      "w/a.strategy": sound,
      "w/pipe.strategy": pipe,
      "w/k.csv": pipe,
      "w/b.strategy": kpi("k.csv"),
      "w/.gitignore": pipe,
    });
    const why = "is left out. It is no ordinary file. Put an ordinary file in its place.";
    for (const args of [
      ["check", "--format", "json"],
      ["format", "--check"],
      ["export", "model", "--to", "json"],
    ]) {
      const { code, talk } = run(disk, "w", ...args);
      expect([args, code === null]).toEqual([args, false]);
      expect(talk).toContain(`'pipe.strategy' ${why}`);
      expect(talk).toContain(`'.gitignore' ${why}`);
    }
  });

  test("a FIFO that is named is told", () => {
    const disk = diskWith({ "w/a.strategy": sound, "w/pipe.strategy": pipe, "w/other": pipe });
    for (const name of ["pipe.strategy", "other"]) {
      const { code, talk } = run(disk, "w", "check", name);
      expect([name, code]).toEqual([name, 2]);
      expect(talk).toContain(
        `'${name}' is no ordinary file. Name a file or folder of the strategy.`,
      );
    }
  });

  test("a FIFO as the configuration is a fault of it", () => {
    const disk = diskWith({ "w/a.strategy": sound, "w/strategy.config.json": pipe });
    const { code, out } = run(disk, "w", "check", "--format", "json");
    expect([code, messages(out)]).toEqual([
      2,
      [
        expect.stringMatching(
          /^strategy.config.json: The configuration is not read, .* ordinary f/,
        ),
      ],
    ]);
  });
});

describe("what is too large or cannot be read", { timeout: 240_000 }, () => {
  test("a strategy, a CSV and a configuration are told, and the others are checked", () => {
    const disk = diskWith({
      "w/large.strategy": `role cio "${"x".repeat(longestText)}"`,
      "w/k.csv": "2026-01-31,4\n".repeat(longestText / 10),
      "w/small.strategy": `${kpi("k.csv")}goal x\n`,
      "w/strategy.config.json": `{ "exclude": ["${"x".repeat(300_000)}"] }`,
    });
    const { code, out } = run(disk, "w", "check", "--format", "json");
    expect([code, messages(out).map((one) => one.replace(/ It has .*/, ""))]).toEqual([
      2,
      [
        "strategy.config.json: The configuration is not read, so nothing in it holds.",
        "large.strategy: This file is not read.",
        "small.strategy: 'k.csv' cannot be read.",
      ],
    ]);
    expect(out.length).toBeLessThan(1e6);
    expect(JSON.parse(out).diagnostics).toContainEqual(
      expect.objectContaining({ file: "small.strategy", rule: "unknown-kind" }),
    );
  });

  test.skipIf(isWindows)("a folder in the place of the configuration ends with 2", () => {
    const disk = diskWith({ "w/strategy.config.json/x": "", "w/deep/a.strategy": sound });
    const { code, out } = run(disk, "w/deep", "check", "--format", "json");
    expect([code, messages(out)]).toEqual([
      2,
      [expect.stringContaining("strategy.config.json: The configuration is not read")],
    ]);
  });

  test.skipIf(isWindows)("a folder that cannot be read ends with 2, and the rest is told", () => {
    const disk = diskWith({ "w/a.strategy": "goal x\n" });
    // A folder that nobody can name: its path is longer than the system takes.
    const before = process.cwd();
    process.chdir(disk.at("w"));
    for (let depth = 0; depth < 30; depth++) {
      const name = "long".repeat(50);
      mkdirSync(name);
      process.chdir(name);
    }
    process.chdir(before);
    const { code, out, talk } = run(disk, "w", "check", "--format", "json");
    expect(talk).toMatch(/is left out\. Its path is too long for this\s+system\. Shorten it\.\s*$/);
    expect([code, JSON.parse(out).diagnostics[0]?.rule]).toEqual([2, "unknown-kind"]);
    expect(run(disk, "w", "export", "model", "--to", "json").code).toBe(2);
  });

  test.skipIf(isWindows || isAlmighty)("nor one without permission", () => {
    const disk = diskWith({ "w/a.strategy": sound, "w/closed/b.strategy": sound });
    chmodSync(disk.at("w/closed"), 0);
    const part = run(disk, "w", "check");
    chmodSync(disk.at("w/closed"), 0o755);
    expect([part.code, part.talk]).toEqual([
      2,
      "'closed' is left out. You have no permission to read it. Change its permissions.\n",
    ]);
  });

  test.skipIf(isWindows)(
    "one strategy that cannot be read is a finding, and the others are checked",
    () => {
      const disk = diskWith({ "w/a.strategy": link("a.strategy"), "w/b.strategy": "goal x\n" });
      const { code, out } = run(disk, "w", "check", "--format", "json");
      expect([code, messages(out)]).toEqual([
        1,
        [expect.stringMatching(/^a\.strategy: This file is not read\. It .* back to itself/)],
      ]);
      expect(out).toContain("unknown-kind");
    },
  );
});

test.skipIf(isWindows)("a project that is opened through a link is found", () => {
  const disk = diskWith({ "real/a.strategy": "goal x\n", named: link("real") });
  const named = run(disk, ".", "check", "--project", "named", "--format", "json");
  expect(JSON.parse(named.out).diagnostics[0]).toMatchObject({ file: "a.strategy" });
  rmSync(disk.at("named"));
  symlinkSync("named", disk.at("named"));
  const circle = run(disk, ".", "check", "--project", "named");
  expect([circle.code, circle.talk.split("\n")[0]]).toEqual([
    2,
    "There is no folder 'named'. Name one with --project.",
  ]);
});
