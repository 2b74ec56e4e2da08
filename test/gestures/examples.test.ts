// The strategies of `examples/` and a hundred random drags, forth and back → the texts are what they were.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { type Drawn, drawn, type Outcome, returned } from "../fuzz/drags/holds.ts";
import { dragSomething } from "../fuzz/drags.ts";
import { diceOf } from "../fuzz/material/dice.ts";

const drags = 100;

const roots = globSync("examples/**/strategy.config.json")
  .toSorted()
  .map((path) => path.replace("/strategy.config.json", ""));

/** The files of an example: a strategy in it may import another. */
function filesOf(root: string): Readonly<Record<string, string>> {
  const [top, example] = root.split("/");
  const paths = globSync(`${top}/${example}/**/*.{strategy,json,csv}`);
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
}

test.each(roots)("%s", { timeout: 120_000 }, (root) => {
  const dice = diceOf(7);
  const first = drawn(filesOf(root), `/workspace/${root}`);
  let now: Drawn = first;
  const made: Outcome[] = [];
  // What cannot come back, such as an end that was open, is not kept.
  for (let tried = 0; made.length < drags && tried < 20 * drags; tried++) {
    const next = dragSomething(dice, now);
    if (next?.back === undefined || next.files === now.files) continue;
    now = next;
    made.push(next);
  }
  expect(made).toHaveLength(drags);
  expect(now.files).not.toEqual(first.files);
  for (const { back = [], picture } of made.toReversed())
    now = { ...now, files: returned({ files: now.files, picture }, back) };
  expect(now.files).toEqual(first.files);
});
