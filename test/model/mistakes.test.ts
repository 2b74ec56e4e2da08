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
    const around = contract.slice(Math.max(0, at - 20), at + 20);
    return { around, count: diagnostics.filter((one) => one.isFault).length };
  });
  const quiet = counts.filter(({ count }) => count <= 1).length;
  expect(quiet / counts.length).toBeGreaterThanOrEqual(0.95);
  expect(counts.filter(({ count }) => count > 2)).toEqual([]);
});

/** The words of a text that are neither in quotes nor in a comment. */
function wordsOf(text: string): readonly { readonly word: string; readonly at: number }[] {
  const bare = text.replace(/\/\/.*|"[^"\n]*"/g, (quoted) => " ".repeat(quoted.length));
  return [...bare.matchAll(/[a-z][a-z-]{2,}/gi)].map(({ 0: word, index }) => ({ word, at: index }));
}

describe("a misspelt word has no consequences", () => {
  const slips: Readonly<Record<string, (word: string) => string>> = {
    "its last letter missing": (word) => word.slice(0, -1),
    "another second letter": (word) => `${word[0]}j${word.slice(2)}`,
  };
  for (const [title, slip] of Object.entries(slips)) {
    test(title, () => {
      const after = wordsOf(contract).map(({ word, at }) => {
        const text = contract.slice(0, at) + slip(word) + contract.slice(at + word.length);
        return [`${word} at ${at}`, said(text)] as const;
      });
      expect(after.filter(([, codes]) => codes.length > 1)).toEqual([]);
    });
  }
});

const goal = (name: string, more = "") =>
  `objective ${name} "Goal" {
  owner: cio
  sponsor: cio
  ${more}
  kpi ${name}-kpi "KPI" {
    unit: %
    baseline: 1 on 2026-10
    target: 2 by 2027
  }
}
`;

describe("names in something that is not understood count as named", () => {
  const cases: Readonly<Record<string, string>> = {
    "a misspelt field": `stakeholder board "Board"\n${goal("a", "stakeholderz: board")}initiative w "W" {\n status: proposed\n supports: a\n}\n`,
    "an unknown field": `stakeholder board "Board"\n${goal("a", "zzzzqqq: board")}initiative w "W" {\n status: proposed\n supports: a\n}\n`,
    "an unknown declaration": `stakeholder board "Board"\n${goal("a")}zzzzqqq w "W" {\n supports: a\n owner: board\n}\n`,
    "a field that is written twice": `${goal("a")}${goal("b")}initiative w "W" {\n status: proposed\n supports: a\n supports: b\n}\n`,
    "a declaration that lacks a word": `${goal("a").replace("objective ", "")}initiative w "W" {\n status: proposed\n supports: a\n}\n`,
    "a name in quotes": `${goal("a")}initiative w "W" {\n status: proposed\n supports: "a"\n}\n`,
  };
  for (const [title, text] of Object.entries(cases)) {
    test(title, () => expect(said(text)).toHaveLength(1));
  }
});

test("nothing follows from a field that is written twice, since nobody knows which of them counts", () => {
  const twice = "initiative w {\n status: active\n status: proposed\n supports: a\n}\n";
  expect(said(goal("a") + twice)).toEqual(["duplicate-field"]);
});

test("a name that begins with a digit is one fault, and its block is kept quiet", () => {
  expect(
    said(`objective 5g "5G" {
  ownr: cio

  initiative x "X" {
    supports: nothing
    owner: nobody
  }
}
`),
  ).toEqual(["syntax"]);
});

test("what has no name may be what is missing, in its own project and in one that imports it", () => {
  const nameless = { "a/strategy.config.json": "{}", "a/plan.strategy": 'objective "Goal" {}\n' };
  const missing = 'initiative w "W" {\n  supports: nowhere\n}\n';
  const speaks = (more: string) => {
    const other = { "b/strategy.config.json": "{}", "b/plan.strategy": more };
    const { diagnostics } = diagnosed({ ...nameless, ...other });
    return diagnostics.some((one) => one.code === "unsupported-objective");
  };
  expect(speaks("")).toBe(true);
  expect(speaks(missing)).toBe(true);
  expect(speaks(`import a from "../a"\n${missing}`)).toBe(false);
});
