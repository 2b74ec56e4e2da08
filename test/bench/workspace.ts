// A size → its files in a folder of their own on the disk, as an editor or a command line finds them.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { generate, type Size } from "./generate.ts";

export interface Workspace {
  readonly folder: string;
  /** The texts by path, without the configuration. */
  readonly texts: ReadonlyMap<string, string>;
  readonly lines: number;
}

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes the files of a size. The day is fixed, so that every run finds the same. */
export function workspaceOf(size: Size): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "strategy-bench-")));
  folders.push(folder);
  const texts = generate(size);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "strategy.config.json"), `{ "today": "${today}" }\n`);
  let lines = 0;
  for (const text of texts.values()) lines += text.split("\n").length - 1;
  return { folder, texts, lines };
}

const today = "2026-11-23";
