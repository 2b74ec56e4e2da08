// `strategy init` in folders of all kinds → what is written, and what stays as it was.
import { chmodSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { folderWith, oneWarning } from "./strategy.ts";

const on = ["--today", "2026-11-29"] as const;

test("it writes a plan in which nothing is wrong, and says how to go on", async () => {
  const folder = folderWith({});
  const run = await folder.strategy(
    "init",
    "--template",
    "okr-quarter",
    "--currency",
    "chf",
    ...on,
  );
  expect([run.code, run.out]).toEqual([0, "plan.strategy\n"]);
  expect(run.talk).toBe(
    [
      "This is the template 'OKR quarter', dated from 2026-11-29, in CHF. All of it is invented: make it yours.",
      "",
      "  strategy preview",
      "      shows it as a roadmap, and follows as you write",
      "  strategy check",
      "      says what is wrong, and what to do",
      "",
    ].join("\n"),
  );
  expect(folder.read("plan.strategy")).toContain("currency: CHF\n");
  const check = await folder.strategy("check", ...on);
  expect([check.code, check.out]).toEqual([
    0,
    "Nothing to mend in 1 file, as of 2026-11-29, 100% of the money is aligned.\n",
  ]);
});

test("a folder that is not there is made, and the next commands name it", async () => {
  const folder = folderWith({});
  const run = await folder.strategy("init", "plans/it", "--template", "blank");
  expect([run.code, run.out]).toEqual([0, `${path.join("plans", "it", "plan.strategy")}\n`]);
  expect(run.talk).toContain("  strategy preview --project plans/it\n");
});

test("who names no template gets that of an IT department, and hears of the others", async () => {
  const folder = folderWith({});
  const run = await folder.strategy("init");
  expect(folder.read("plan.strategy")).toMatch(/^\/\/ The strategy of an IT department\./);
  expect(run.talk).toContain(
    "There are others: okr-quarter, digital-transformation, product-portfolio, blank. Choose one with --template.\n",
  );
});

test("the environment says in which currency people pay", () => {
  const folder = folderWith({});
  const { code } = folder.shell("LC_ALL= LC_MONETARY=ja_JP.UTF-8 strategy init --template blank");
  expect(code).toBe(0);
  expect(folder.read("plan.strategy")).toMatch(/currency: JPY\n[\s\S]* upfront: 5M\n/);
});

describe("what is refused, with what to do, and nothing is written", () => {
  const separate =
    "Go on with that one, or add --separate to begin another, with a configuration of its own.";
  const nested = {
    "plan.strategy": oneWarning,
    "team/strategy.config.json": "{}",
    "team/risks.strategy": "role cio\n",
    "file.txt": "",
  };
  const cases: readonly (readonly [words: readonly string[], says: string])[] = [
    [
      ["."],
      `'plan.strategy' is there already and is left as it is. Go on with that one, or begin another in a folder of its own: strategy init ${"plan"} --separate.`,
    ],
    [["new"], `'new' belongs to a plan that has its strategy already, 'plan'. ${separate}`],
    [
      ["team"],
      `'team' belongs to a plan that has begun in '${path.join("team", "risks.strategy")}'. ${separate}`,
    ],
    [
      ["team", "--separate"],
      "'team/strategy.config.json' is there already and is left as it is. Go on with that one, or begin another in a folder of its own: strategy init team/plan --separate.",
    ],
    [["file.txt"], "'file.txt' is a file. Name a folder: strategy init plan."],
    [["file.txt/below"], "'file.txt' is a file. Name a folder: strategy init plan."],
    [
      ["--template", "okr-quarte"],
      "There is no template 'okr-quarte'. Did you mean 'okr-quarter'? There are:",
    ],
    [
      ["--currency", "EURO"],
      "The option '--currency <code>' cannot be 'EURO'. Write the code of a currency, such as EUR.",
    ],
    [["--today", "soon"], "'soon' is no date. Write it as in --today 2026-11-23."],
    [["--today", "9999-12-31"], "'9999-12-31' is too far from our time for the dates of a plan."],
  ];
  test.each(cases)("init %j", async (words, says) => {
    const folder = folderWith(nested);
    if (words[0]?.startsWith("--")) folder.write("elsewhere/strategy.config.json", "{}");
    const place = words[0]?.startsWith("--") ? ["elsewhere"] : [];
    const before = filesIn(folder.path);
    const run = await folder.strategy("init", ...place, ...words);
    expect([run.code, run.out]).toEqual([2, ""]);
    expect(run.talk.split("\n")[0]).toBe(says.replaceAll("/", path.sep));
    expect(filesIn(folder.path)).toEqual(before);
    expect(folder.read("plan.strategy")).toBe(oneWarning);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that can only be read", async () => {
    const folder = folderWith({ "locked/a.md": "" });
    chmodSync(path.join(folder.path, "locked"), 0o500);
    const run = await folder.strategy("init", "locked/deeper");
    chmodSync(path.join(folder.path, "locked"), 0o700);
    expect([run.code, run.talk]).toEqual([
      2,
      "'locked/deeper' cannot be written: you are not allowed to. Change who may do that and try again.\n",
    ]);
    expect(existsSync(path.join(folder.path, "locked/deeper"))).toBe(false);
  });
});

test("another plan within a plan has a configuration, and both are well", async () => {
  const folder = folderWith({});
  await folder.strategy("init", "--template", "it-department", ...on);
  const run = await folder.strategy("init", "okr", "--separate", "--template", "blank", ...on);
  const files = ["plan.strategy", "strategy.config.json"].map((file) => path.join("okr", file));
  expect([run.code, run.out]).toEqual([0, files.map((file) => `${file}\n`).join("")]);
  const check = await folder.strategy("check", ...on);
  expect([check.code, check.out]).toEqual([
    0,
    expect.stringMatching(/^Nothing to mend in 2 files/),
  ]);
});

test("the day is that of the project, where its configuration names one", async () => {
  const folder = folderWith({ "strategy.config.json": '{ "today": "2024-02-29" }' });
  await folder.strategy("init", "--template", "blank");
  expect(folder.read("plan.strategy")).toContain("date: 2024-02-29\n");
});

test("a file of a project whose repository has a plan elsewhere belongs to it", async () => {
  const folder = folderWith({ ".git/HEAD": "", "it/plan.strategy": oneWarning });
  const run = await folder.strategy("init", "hr");
  expect([run.code, run.talk]).toEqual([2, expect.stringMatching(/^'hr' belongs to a plan /)]);
});

/** All files and folders, by their paths. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String).toSorted();
}
