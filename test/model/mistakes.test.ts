// One mistake gives one diagnostic: nothing else is concluded from what is written but faulty.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diagnosed } from "../diagnosed.ts";

const contract = readFileSync("test/grammar/contract.strategy", "utf8");

/** What is said of a text beside its undeclared names. */
function said(text: string): readonly string[] {
  return diagnosed({ "plan.strategy": text })
    .diagnostics.filter((one) => one.code !== "undeclared-name")
    .map((one) => one.code);
}

test("the contract's own example gives nothing but undeclared names, as information", () => {
  const { diagnostics } = diagnosed({ "plan.strategy": contract });
  const found = new Set(diagnostics.map((one) => `${one.code} ${one.severity}`));
  expect([...found]).toEqual(["undeclared-name info"]);
});

test("of all one-character deletions of it, 95% give at most one fault and none more than two", () => {
  const counts = [...contract].map((_, at) => {
    const text = contract.slice(0, at) + contract.slice(at + 1);
    const { diagnostics } = diagnosed({ "plan.strategy": text });
    return diagnostics.filter((one) => one.isFault).length;
  });
  const quiet = counts.filter((count) => count <= 1).length;
  expect(quiet / counts.length).toBeGreaterThanOrEqual(0.95);
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
});

describe("a misspelt word has no consequences", () => {
  for (const word of [
    "objective",
    "kpi",
    "target",
    "supports",
    "risk",
    "review",
    "timeline",
    "budget",
  ]) {
    test(word, () => {
      const text = contract.replace(new RegExp(`\\b${word}\\b`), `${word.slice(0, -1)}x`);
      expect(said(text).filter((code) => !code.startsWith("unknown-"))).toEqual([]);
    });
  }
});
