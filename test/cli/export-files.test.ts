// `strategy export VIEW --to pdf|png` → files, and a sentence where none can be written.
import { expect, test } from "vitest";
import { isInstalled } from "../exports/tools.ts";
import { folderWith, oneWarning } from "./strategy.ts";

const today = ["--today", "2026-11-23"] as const;

test("a view and the board are written as PDF, and a view as PNG", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  for (const [view, format, start] of [
    ["roadmap", "pdf", "%PDF-1.7"],
    ["board", "pdf", "%PDF-1.7"],
    ["roadmap", "png", "PNG"],
  ] as const) {
    const file = `${view}.${format}`;
    const run = folder.shell(
      `strategy export ${view} --to ${format} --output ${file} ${today.join(" ")}`,
    );
    expect([run.code, run.out, run.talk]).toEqual([0, "", ""]);
    expect(folder.read(file).slice(0, 9)).toContain(start);
  }
});

test("a plan with a fault is written as far as it is read, and that is told", async () => {
  const folder = folderWith({ "plan.strategy": `${oneWarning}\nobjective ] "No"\n` });
  const run = await folder.strategy("export", "risks", "--to", "md", ...today);
  expect([run.code, run.talk]).toEqual([
    0,
    expect.stringMatching(
      /^Line \d+ of 'plan.strategy' has a fault: what could be read is written\.\n$/,
    ),
  ]);
});

test("the board is no picture", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const run = await folder.strategy("export", "board", "--to", "png");
  expect([run.code, run.talk]).toEqual([
    2,
    expect.stringMatching(/^'board' is written as .*, not as 'png'\./),
  ]);
});

test("a font that is not there, none, or a pipe is refused, and the old file stays", () => {
  const folder = folderWith({ "plan.strategy": oneWarning, "old.pdf": "old\n" });
  folder.shell("mkfifo pipe.ttf");
  for (const [font, says] of [
    ["pipe.ttf", "'pipe.ttf' is no file. "],
    ["nowhere.ttf", "'nowhere.ttf' cannot be read: "],
    [
      "plan.strategy",
      "The font file cannot be read. Name one that ends with .ttf, .otf or .ttc.\n",
    ],
  ] as const) {
    const run = folder.shell(`strategy export roadmap --to pdf --font ${font} --output old.pdf`);
    expect([run.code, run.talk.startsWith(says)]).toEqual([2, true]);
    expect(folder.read("old.pdf")).toBe("old\n");
  }
});

test("a size of paper that there is not is refused", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const run = await folder.strategy("export", "roadmap", "--to", "pdf", "--paper", "letter");
  expect([run.code, run.talk]).toEqual([2, expect.stringContaining("a4, a3")]);
});

test.skipIf(!isInstalled("script"))("what is no text goes to no terminal", () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const run = folder.shell(
    `script -qec "'$node' '$main' export roadmap --to pdf" /dev/null; exit $?`,
  );
  expect(run.code).toBe(2);
  expect(run.out.replaceAll(/\s+/g, " ")).toContain(
    "A pdf is no text for a terminal. Name a file for it: --output FILE.",
  );
});
