// Where the command line looks: folders, paths, and what it says where there is nothing to find.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { cli } from "../programs.ts";
import { folderWith, oneWarning } from "./strategy.ts";

const today = ["--today", "2026-11-23"];

interface Json {
  readonly diagnostics: readonly { readonly file: string; readonly rule: string }[];
  readonly summary: { readonly files: number };
}

function json(out: string): Json {
  return JSON.parse(out);
}

describe("a first-time user's mistakes get a sentence", () => {
  test("an empty folder, a folder that is not there, a file for a folder", async () => {
    const folder = folderWith({ "notes.md": "", "plans/a.strategy": "" });
    const cases = [
      [["check", "--project", "nowhere"], "There is no folder 'nowhere'. Name one with --project."],
      [
        ["check", "--project", "plans/a.strategy"],
        `'plans/a.strategy' is a file. Name its folder: --project "plans".`,
      ],
      [["check", "nowhere"], "There is no file or folder 'nowhere'."],
      [
        ["check", "notes.md"],
        "'notes.md' is no .strategy file. Name a file or folder of the strategy.",
      ],
      [
        ["check", "--output", "no/such/out.json"],
        "There is no folder 'no/such'. Make it first, or name another one.",
      ],
      [["export", "timeline", "--to", "svg"], "There is no view 'timeline' to export."],
    ] as const;
    for (const [args, says] of cases) {
      const run = await folder.strategy(...args);
      expect([args, run.talk.trim().endsWith(says) || run.talk.includes(says)]).toEqual([
        args,
        true,
      ]);
      expect(run.code).toBe(2);
    }
    for (const command of [["check"], ["format"], ["export", "model", "--to", "json"]]) {
      const run = await folderWith({ "notes.md": "" }).strategy(...command);
      expect([run.code, run.out]).toEqual([2, ""]);
      expect(run.talk).toMatch(/^There is no \.strategy file in '\.'\. Name a folder that has one/);
    }
  });

  test("a path in which there is no strategy is named, wherever it lies", async () => {
    const folder = folderWith({ "notes/a.md": "" });
    const elsewhere = folderWith({ "other.strategy": "" });
    for (const [at, name] of [
      [folder, "notes"],
      [elsewhere, path.join(folder.path, "notes")],
    ] as const) {
      const run = await at.strategy("check", name);
      expect([run.code, run.talk.split(".strategy file in ")[1]?.split(/[.,] /)[0]]).toEqual([
        2,
        `'${name}'`,
      ]);
    }
  });

  test("an empty folder is told how to begin, and what comes of that is sound", async () => {
    const folder = folderWith({});
    const { talk } = await folder.strategy("check");
    expect(talk).toMatch(
      /^There is no \.strategy file in '\.'\. .*or begin one with 'strategy init'\.\n$/,
    );
    await folder.strategy("init");
    const { summary } = JSON.parse((await folder.strategy("check", "--format", "json")).out);
    expect(summary).toMatchObject({ error: 0, warning: 0, info: 0, files: 1 });
    expect((await folder.strategy("format", "--check")).out).toBe("");
  });

  test("a path that is not there is named, also where there is nothing else", async () => {
    for (const command of ["check", "format"]) {
      const run = await folderWith({}).strategy(command, "plans/x");
      expect([run.code, run.talk]).toEqual([2, "There is no file or folder 'plans/x'.\n"]);
    }
  });

  test("files that are left out, and projects further down", async () => {
    const out = folderWith({
      "strategy.config.json": '{ "exclude": ["*.strategy"] }',
      "a.strategy": "",
    });
    expect((await out.strategy("check")).talk).toMatch(
      /^All \.strategy files in '\.' are left out by/,
    );
    expect((await out.strategy("check", "a.strategy")).code).toBe(2);
    const nested = folderWith({ "corporate/strategy.config.json": "", "corporate/a.strategy": "" });
    const run = await nested.strategy("export", "model", "--to", "json");
    expect(run.talk).toBe(
      "There is no .strategy file in '.' itself, but in 'corporate'. Name one of these with --project.\n",
    );
  });
});

describe("the project is found", () => {
  const files = {
    "strategy.config.json": "{}",
    "plan.strategy": oneWarning,
    "a/b/c.strategy": "goal x",
  };

  test("from a folder within it, with files named from there in text and from the project in JSON", async () => {
    const folder = folderWith(files);
    const run = await folder.strategyIn("a/b", "check", "--format", "json", ...today);
    expect(json(run.out).diagnostics.map((one) => one.file)).toContain("plan.strategy");
    expect((await folder.strategyIn("a/b", "check", ...today)).out).toContain(
      "../../plan.strategy:10:14",
    );
  });

  test("by paths, relative and absolute, from anywhere", async () => {
    const folder = folderWith({ ...files, "sp ace/ünï.strategy": "goal y" });
    const elsewhere = folderWith({ "other.strategy": "" });
    const rules = (run: { out: string }) => json(run.out).diagnostics.map((one) => one.file);
    const absolute = path.join(folder.path, "sp ace", "ünï.strategy");
    for (const at of [folder, elsewhere]) {
      const run = await at.strategy("check", absolute, "--format", "json");
      expect([rules(run), json(run.out).summary.files]).toEqual([["sp ace/ünï.strategy"], 1]);
    }
    expect(rules(await folder.strategyIn("a", "check", "b", "--format", "json"))).toEqual([
      "a/b/c.strategy",
    ]);
    expect(rules(await folder.strategyIn("a", "check", "../sp ace", "--format", "json"))).toEqual([
      "sp ace/ünï.strategy",
    ]);
  });

  test("without a configuration it is the folder here, also in a larger one with strategies", async () => {
    const folder = folderWith({ "plan.strategy": "role cio", "team/plan.strategy": "role cio" });
    const faults = async (below: string) =>
      json((await folder.strategyIn(below, "check", "--format", "json")).out).diagnostics.filter(
        (one) => one.rule === "duplicate-name",
      ).length;
    expect([await faults("."), await faults("team")]).toEqual([1, 0]);
  });

  test("each project below is told of with its own names, in the same order each time", async () => {
    const folder = folderWith({
      "b/strategy.config.json": "{}",
      "b/plan.strategy": "goal b",
      "a/strategy.config.json": "{}",
      "a/z.strategy": "goal a",
      "a/c.strategy": "goal a",
      "plan.strategy": "goal here",
    });
    const run = async () =>
      (await folder.strategy("check", "--format", "json", "--rule", "unknown-kind")).out;
    expect(json(await run()).diagnostics.map((one) => one.file)).toEqual([
      "plan.strategy",
      "a/c.strategy",
      "a/z.strategy",
      "b/plan.strategy",
    ]);
    expect(await run()).toBe(await run());
  });
});

test("of one file in a folder that holds much else the same is said as where all is asked for", async () => {
  const goal = (name: string, more = "") => `objective ${name} "Goal" {}\n${more}`;
  const folder = folderWith({
    ".git/HEAD": "",
    "corporate/strategy.config.json": "{}",
    "corporate/plan.strategy": goal("growth", 'team web "Web" {}\nteam idle "Idle" {}\n'),
    "division/strategy.config.json": '{ "rules": { "no-such-rule": "off" } }',
    "division/plan.strategy": `import c from "../corporate"\ninitiative crm "CRM" {\n  supports: c.growth\n  teams: c.web\n}\n`,
    "other/strategy.config.json": "{}",
    "other/plan.strategy": goal("other"),
    "loose.strategy": goal("loose"),
  });
  const found = async (...args: readonly string[]) => {
    const run = await folder.strategy("check", "--format", "json", ...args, ...today);
    return { code: run.code, diagnostics: json(run.out).diagnostics };
  };
  const whole = await found();
  for (const file of ["corporate/plan.strategy", "division/plan.strategy", "loose.strategy"]) {
    const asked = await found(file);
    expect(asked.diagnostics).toEqual(whole.diagnostics.filter((one) => one.file === file));
    expect(asked.diagnostics.length).toBeGreaterThan(0);
    // A configuration that is faulty is one of the whole.
    expect(asked.code).toBe(whole.code);
  }
});

describe("streams", () => {
  test("a reader that has seen enough changes nothing of the exit code", () => {
    const text = Array.from({ length: 4000 }, (_, index) => `goal g${index} "G"`).join("\n");
    const folder = folderWith({ "plan.strategy": text });
    const codes = (args: string) => {
      const script = `set -o pipefail; "$0" "$1" ${args} | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`;
      const run = spawnSync("bash", ["-c", script, process.execPath, cli], {
        cwd: folder.path,
        encoding: "utf8",
      });
      return [run.stdout.trim(), run.stderr];
    };
    expect(codes("check --format json")).toEqual(["1", ""]);
    expect(codes("check --format json --rule cycle")).toEqual(["0", ""]);
    expect(codes("check --limit 0")).toEqual(["1", ""]);
  });

  test("colour only where it is asked for, and never in a file", () => {
    const folder = folderWith({ "plan.strategy": oneWarning });
    const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
      spawnSync(process.execPath, [cli, "check", ...today, ...args], {
        cwd: folder.path,
        env: { PATH: process.env.PATH, ...env },
        encoding: "utf8",
      }).stdout;
    const isColoured = (text: string) => text.includes("\u001b[");
    expect(isColoured(run({}))).toBe(false);
    expect(isColoured(run({ FORCE_COLOR: "1" }))).toBe(true);
    expect(isColoured(run({ FORCE_COLOR: "0" }))).toBe(false);
    expect(isColoured(run({ FORCE_COLOR: "1", NO_COLOR: "1" }))).toBe(false);
    run({ FORCE_COLOR: "1" }, "--output", "out.txt");
    expect(isColoured(folder.read("out.txt"))).toBe(false);
  });

  test("a reader that has seen enough is no fault, and a long result is written whole", () => {
    const text = Array.from({ length: 4000 }, (_, index) => `goal g${index} "G"`).join("\n");
    const folder = folderWith({ "plan.strategy": text });
    const run = spawnSync(
      "sh",
      [
        "-c",
        `"$0" "$1" check --format json | head -c 10; echo; "$0" "$1" check --format json | wc -l`,
        process.execPath,
        cli,
      ],
      { cwd: folder.path, encoding: "utf8" },
    );
    const lines = run.stdout.trim().split("\n");
    expect([lines[0], Number(lines.at(-1)) > 40_000, run.stderr]).toEqual(["{", true, ""]);
  });
});

test("format keeps a byte order mark, and every byte of what is not UTF-8", async () => {
  const folder = folderWith({ "bom.strategy": '\uFEFFrole   cio "CIO"\r\n' });
  const latin = Buffer.from('role   cfo "Gesch\xe4ft"\n', "latin1");
  writeFileSync(path.join(folder.path, "latin.strategy"), latin);
  const run = await folder.strategy("format");
  expect([run.code, run.out]).toEqual([2, "bom.strategy\n"]);
  expect(run.talk).toContain("'latin.strategy' is not written in UTF-8 and stays as it is.");
  expect(readFileSync(path.join(folder.path, "latin.strategy"))).toEqual(latin);
  expect(folder.read("bom.strategy").startsWith("\uFEFFrole cio")).toBe(true);
});

test("check says what format says of a file that is not UTF-8, once", async () => {
  const folder = folderWith({ "strategy.config.json": "{}" });
  writeFileSync(
    path.join(folder.path, "latin.strategy"),
    Buffer.from('objective gr\xe9\xe9e "Gr\xf6\xdfe" { owner: cio }\n', "latin1"),
  );
  const { code, out } = await folder.strategy("check", "--rule", "syntax", "--format", "json");
  expect([code, JSON.parse(out).diagnostics]).toEqual([
    1,
    [
      expect.objectContaining({
        range: { start: { line: 0, character: 12 }, end: { line: 0, character: 13 } },
        message: expect.stringContaining("'latin.strategy' is not written in UTF-8. Save it as"),
      }),
    ],
  ]);
});

test("places are counted without a byte order mark, as an editor shows the text", async () => {
  const folder = folderWith({ "plan.strategy": '\uFEFFgoal x "X"\n' });
  const { out } = await folder.strategy("check", "--format", "json", "--rule", "unknown-kind");
  expect(JSON.parse(out).diagnostics[0].range.start).toEqual({ line: 0, character: 0 });
});
