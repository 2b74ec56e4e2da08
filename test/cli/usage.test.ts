// What people may write on a command line by mistake → one sentence that says what to do, and exit code 2.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import process from "node:process";
import { describe, expect, onTestFinished, test } from "vitest";
import { names, percent, port, wholeNumber } from "../../client/cli/arguments.ts";
import { baselineFrom } from "../../client/cli/baseline.ts";
import { cli } from "../programs.ts";
import { folderWith, oneWarning } from "./strategy.ts";

const today = ["--today", "2026-11-23"] as const;

/** Something that is said by a command that ends with 2, and nothing else. */
function expectSentence(run: { code: number | null; out: string; talk: string }, says: RegExp) {
  expect(run.talk).toMatch(says);
  expect([run.code, run.out]).toEqual([2, ""]);
  const lines = run.talk.trimEnd().split("\n");
  expect(
    lines.filter((line) => !/^\(strategy .*--help shows how it is used\)$/.test(line)),
  ).toEqual([expect.stringMatching(/^\S.*[.?)]$/)]);
}

describe("a baseline that is none", () => {
  const says =
    /^'.*' is no baseline that can be read\. Write one with --write-baseline and name it\.$/m;
  const files = {
    "text.json": "known",
    "list.json": '["known"]',
    "null.json": "null",
    "word.json": '{ "known": "all" }',
    "numbers.json": '{ "known": [1, 2] }',
    "later.json": '{ "version": 2, "known": [] }',
    "proto.json": '{ "__proto__": { "known": [] } }',
    "deep.json": `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
    "empty.json": "",
  };

  test.each(Object.keys(files))("%s", (name) => {
    const folder = folderWith(files);
    expect(() => baselineFrom(path.join(folder.path, name))).toThrow(says);
  });

  test("a folder, a pipe that nobody writes to, what is not there, and another file", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning, "deep.json": files["deep.json"] });
    folder.shell("mkfifo pipe");
    for (const name of [".", "pipe", "nowhere.json", "plan.strategy", "deep.json"])
      expectSentence(await folder.strategy("check", "--baseline", name), says);
  });

  test("but what somebody writes to is read", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    await folder.strategy("check", "--write-baseline", "known.json", ...today);
    const day = today.join(" ");
    for (const command of [
      `strategy check ${day} --baseline <(cat known.json)`,
      `cat known.json | strategy check ${day} --baseline /dev/stdin`,
    ]) {
      const run = folder.shell(command);
      expect([run.code, run.talk]).toEqual([0, ""]);
    }
  });
});

describe("folders", () => {
  test("that were removed under the command's feet", () => {
    const folder = folderWith({ "gone/plan.strategy": oneWarning });
    for (const command of ["check", "format", "export model --to json", "preview --no-open"]) {
      const run = folder.shell(`mkdir -p gone; cd gone; rm -r ../gone; strategy ${command}`);
      expectSentence(run, /^The folder in which you are is not there any more\. Go to another one/);
    }
  });

  test("that have no name, are a file or a pipe", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    folder.shell("mkfifo pipe");
    for (const command of [["check"], ["format"], ["export", "model", "--to", "json"]]) {
      const run = (name: string) => folder.strategy(...command, "--project", name);
      expectSentence(
        await run(""),
        /^The option '--project <dir>' cannot be ''\. Name a folder\.$/m,
      );
      expectSentence(await run("pipe"), /^'pipe' is a file\. Name its folder: --project "\."\.$/m);
    }
    expectSentence(await folder.strategy("check", ""), /^There is no file or folder ''\.$/m);
    expectSentence(await folder.strategy("format", ""), /^There is no file or folder ''\.$/m);
  });

  test("that may not be opened", () => {
    const folder = folderWith({ "closed/plan.strategy": oneWarning });
    const closed = path.join(folder.path, "closed");
    chmodSync(folder.path, 0o755);
    chmodSync(closed, 0o000);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(closed, 65534, 65534);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, "check", "--project", "closed"],
      {
        cwd: folder.path,
        encoding: "utf8",
        env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: "1" },
        ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
      },
    );
    chmodSync(closed, 0o755);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/'closed'/);
    expect(stderr).not.toContain("Something went wrong");
  });
});

describe("options", () => {
  test.each([
    ["--limit", "1e3", "Write a whole number, such as 0."],
    ["--max-warnings", "-1", "Write a whole number, such as 0."],
    ["--min-aligned", "101%", "Write a percentage, such as 90%."],
    ["--rule", ",", "Name a rule; 'strategy explain' lists them."],
    ["--output", "", "Name a file."],
    ["--write-baseline", "", "Name a file."],
    ["--baseline", "", "Name a file."],
    ["--today", "2026-02-30", "Write it as in --today 2026-11-23."],
    ["--today", "", "Write it as in --today 2026-11-23."],
  ])("%s '%s' says what it takes", async (option, value, says) => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const run = await folder.strategy("check", option, value);
    expectSentence(run, /^(?:The option '--.*' cannot be '.*'|'.*' is no date)\. /);
    expect(run.talk).toContain(says);
  });

  test("take nothing that only looks right", () => {
    for (const value of ["", "-1", "1e3", "1.5", "0x10", "abc", " 1", "1 ", "9".repeat(400)])
      expect(() => wholeNumber(value), value).toThrow("Write a whole number");
    for (const value of ["", "-1", "101%", "half", "1e1", "%"])
      expect(() => percent(value), value).toThrow("Write a percentage");
    for (const value of ["", ",", " , "]) expect(() => names(value), value).toThrow("Name a rule");
    for (const value of ["-1", "65536", "1e3", "0x50", "abc", "", " 80", "1.5", "80 "])
      expect(() => port(value), value).toThrow("Write a number from 0 to 65535.");
    expect([wholeNumber("007"), percent("12.5%"), names("a, b,", ["c"]), port("65535")]).toEqual([
      7,
      0.125,
      ["c", "a", "b"],
      65535,
    ]);
  });

  test("the first and the last of days are dates", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    for (const day of ["0000-01-01", "9999-12-31"]) {
      const run = await folder.strategy("check", "--today", day);
      expect([run.code, run.talk]).toEqual([1, ""]);
    }
  });

  test("of one that is given twice the last counts, and rules add up", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const run = await folder.strategy(
      ...[
        "check",
        "--format",
        "text",
        "--format",
        "json",
        "--project",
        "nowhere",
        "--project",
        ".",
      ],
      ...["--rule", "cycle", "--rule", "missing-risk", ...today],
    );
    expect(JSON.parse(run.out).diagnostics).toHaveLength(1);
  });

  test("that are none, or have no value, are named", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    expectSentence(
      await folder.strategy("check", "--colour"),
      /^There is no option '--colour'\.$/m,
    );
    expectSentence(
      await folder.strategy("check", "--output"),
      /^The option '--output <file>' has no value/,
    );
    expectSentence(await folder.strategy("export", "", "--to", "json"), /^There is no view ''/);
  });

  test("a port that is none is told", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    for (const port of ["", "-1", "65536", "1e3"]) {
      const run = await folder.strategy("preview", "--no-open", "--port", port);
      const says =
        /^The option '--port <number>' cannot be '.*'\. Write a number from 0 to 65535\.$/m;
      expectSentence(run, says);
    }
  });

  test("a port that is taken is told", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const folder = folderWith({ "plan.strategy": oneWarning });
    const run = await folder.strategy("preview", "--no-open", "--port", port);
    expectSentence(run, /^Port \d+ is taken\. Choose another one with --port\.$/m);
  });
});

test("help of what is no command says so", async () => {
  const folder = folderWith({});
  expectSentence(
    await folder.strategy("help", "foo"),
    /^There is no command 'foo'\. 'strategy help' lists/,
  );
  expectSentence(
    await folder.strategy("help", "chek"),
    /^There is no command 'chek'\. Did you mean 'check'\?$/m,
  );
  const check = await folder.strategy("help", "check");
  expect([check.code, check.out]).toEqual([0, (await folder.strategy("check", "--help")).out]);
  expect((await folder.strategy("help")).out).toBe((await folder.strategy("--help")).out);
});

describe("surroundings", () => {
  test.each([
    { TERM: "no such terminal", COLUMNS: "-5" },
    { TERM: "", COLUMNS: "wide" },
    { LANG: "C", LC_ALL: "C", HOME: "/nowhere", TMPDIR: "/nowhere" },
    {},
  ])("%o change nothing", (odd) => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "check", ...today], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, ...odd },
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^plan\.strategy:10:14 {2}warning {2}missing-risk\n/);
  });

  test("an argument that is no UTF-8 is a name that is not there", () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const run = folder.shell("strategy check $'a\\xff.strategy'");
    expectSentence(run, /^There is no file or folder 'a\ufffd\.strategy'\.$/m);
  });

  test("a file whose name is no UTF-8 stops nothing else", async () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const odd = Buffer.concat([
      Buffer.from(`${folder.path}/a`),
      Buffer.from([0xff]),
      Buffer.from(".strategy"),
    ]);
    try {
      writeFileSync(odd, "role   cio\n");
    } catch {
      return; // Some systems have no such names.
    }
    for (const command of [["check", ...today], ["format"]]) {
      const { code, talk } = await folder.strategy(...command);
      expect(code).toBeLessThan(3);
      expect(talk).not.toContain("Something went wrong");
    }
  });
});
