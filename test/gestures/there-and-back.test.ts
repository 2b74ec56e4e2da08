// The examples and what can be done to their pictures → texts that are sound, and the same again on the way back.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { departmentFiles } from "../department.ts";
import type { Files } from "../diagnosed.ts";
import { diceOf } from "../fuzz/material/dice.ts";
import { universeOf } from "../workspace.ts";
import { doneTo } from "./done.ts";
import { back, type Done, offeredIn } from "./offered.ts";

const first = { "plan.strategy": readFileSync("examples/first/plan.strategy", "utf8") };

/** As many of each kind. */
function tried(files: Files, seed: number, count: number): readonly Done[] {
  const dice = diceOf(seed);
  const kinds = Map.groupBy(offeredIn(universeOf(files).model()), (one) =>
    one.type === "group" ? one.by : one.type,
  );
  return [...kinds.values()].flatMap((alike) => dice.many(count, () => dice.pick(alike)));
}

/**
 * Whether the way back leads to the same text: always where a word or a number takes the place of
 * another. What goes and comes again stands where the vocabulary has it, and a declaration at the end
 * of its block: of that, undoing is the way back.
 */
function comesBack(done: Done): boolean {
  if (done.type === "rating") return done.was !== undefined;
  if (done.type === "group") return done.by === "status" && done.to !== "status:";
  return done.type !== "wait" && !(done.type !== "title" && done.to === undefined);
}

function check(files: Files, seed: number, count: number): void {
  let same = 0;
  for (const done of tried(files, seed, count)) {
    const after = doneTo(files, done);
    if (typeof after === "string") continue;
    expect(after).not.toEqual(files);
    if (!comesBack(done)) continue;
    expect(doneTo(after, back(done))).toEqual(files);
    same += 1;
  }
  expect(same).toBeGreaterThan(count);
}

test("whatever is done to the first example leaves it sound", { timeout: 120_000 }, () => {
  check(first, 1, 12);
});

test("whatever is done to the example of a department leaves it sound", {
  timeout: 240_000,
}, () => {
  check(departmentFiles(), 2, 3);
});
