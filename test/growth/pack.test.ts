// A strategy of 300 initiatives → what its board costs as a file, in times of a check of it, and that little memory does.
import { expect, test } from "vitest";
import { generate } from "../bench/generate.ts";
import { folderWith } from "../cli/strategy.ts";

/** Thirty initiatives a file. */
const files = Object.fromEntries(generate({ files: 10, lines: 660 }));
const day = "--today 2026-11-23";

/** Megabytes for all that lives on in it: some 90 are enough. */
const room = 256;

/** So many times a check. */
const most = 20;

test.each(["pptx", "pdf", "html"])("the board as %s", (format) => {
  const folder = folderWith(files);
  /** The processor time of a whole process, in seconds. */
  const cost = (command: string, code: number): number => {
    const run = folder.shell(
      `export NODE_OPTIONS=--max-old-space-size=${room}; TIMEFORMAT='%U %S'; time strategy ${command} ${day} >/dev/null 2>&1`,
    );
    expect(run.code).toBe(code);
    return run.talk.split(" ").reduce((sum, part) => sum + Number(part), 0);
  };
  let [check, pack] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The least of up to three rounds, so that a noisy machine changes little.
  for (let round = 0; round < 3 && !(pack / check < most); round++) {
    check = Math.min(check, cost("check", 1));
    pack = Math.min(pack, cost(`export board --to ${format} --output board.${format}`, 0));
  }
  expect(pack / check).toBeLessThan(most);
});
