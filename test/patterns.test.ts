// Patterns that would cost each path out of proportion: not read, and told; the others still leave out.
import { describe, expect, test } from "vitest";
import { readConfig } from "../server/project/config.ts";
import { ignored, limits, patternFault } from "../server/project/ignored.ts";
import { loadWorkspace } from "../server/project/load.ts";
import { type Trouble, whyNot } from "../server/project/trouble.ts";
import { growth } from "./growth/cost.ts";

const above = (most: number, one: string) => one.repeat(most + 1);

describe("a pattern that leaves open how deep things lie again and again", () => {
  test.each([
    ["archive/**", false],
    ["**/a/**/b/**/c", false],
    ["!**/a/**/b/**/c", false],
    ["a/**b/**b/**b/**b/c", false],
    ["**/a/**/b/**/c/**/d", true],
    ["!**/a/**/b/**/c/**/d", true],
    ["/**/**/**/**/d", true],
    ["a/****/b/****/c/****/d/****/e", true],
  ])("%s: %s", (pattern, is) => {
    expect(patternFault(pattern) !== undefined).toBe(is);
  });

  test("is told in `exclude`, and the others hold", () => {
    const open = `${above(limits.anyDepth, "a/**/")}b`;
    const text = JSON.stringify({ exclude: ["old/**", open, "new/**"] });
    const { exclude, faults } = readConfig(text);
    expect(exclude).toEqual(["old/**", "new/**"]);
    expect(faults.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      [`"${open}"`, 'This pattern has "**/" more than 3 times. Write it with fewer.'],
    ]);
  });

  test("keeps its .gitignore from being read, which is told with the line", async () => {
    const open = `${above(limits.anyDepth, "a/**/")}b`;
    expect(await loaded(`# ${open}\n*.strategy\n${open}`)).toEqual({
      files: ["plan.strategy"],
      told: ['Look at its line 3. This pattern has "**/" more than 3 times. Write it with fewer.'],
    });
    expect(await loaded(`# ${open}\n*.strategy`)).toEqual({ files: [], told: [] });
  });
});

test("a pattern so long that no expression can be made of it is told as well", async () => {
  for (const long of ["*a".repeat(7_000), `${"*/".repeat(7_000)}b`, "x".repeat(50_000)]) {
    const { exclude, faults } = readConfig(JSON.stringify({ exclude: ["*.tmp", long] }));
    expect(exclude).toEqual(["*.tmp"]);
    const why = "This pattern has more than 1,000 characters. Shorten it.";
    expect(faults.map(({ message }) => message)).toEqual([why]);
    expect(await loaded(`*.strategy\n${long}`)).toEqual({
      files: ["plan.strategy"],
      told: [`Look at its line 2. ${why}`],
    });
  }
  // What is as long as can be is read.
  for (const one of ["*a", "*/", "?", "[ab]", "\\\\"]) {
    const lines = [one.repeat(limits.length / one.length), "b.tmp"];
    expect(ignored("/w", [{ folder: "/w", lines }])("/w/b.tmp")).toBe(true);
  }
});

test("of a great many patterns those of `exclude` count up to a limit, and no .gitignore is read", async () => {
  const many = Array.from({ length: limits.patterns + 2 }, (_, index) => `x${index}`);
  const text = JSON.stringify({ exclude: many });
  const { exclude, faults } = readConfig(text);
  expect(exclude).toEqual(many.slice(0, limits.patterns));
  expect(faults.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
    ['"x2000"', "Those from here on do not count: 'exclude' takes 2,000 patterns."],
  ]);
  const lines = many.slice(0, limits.patterns - 1).join("\n");
  const said = `# one\n\n*.strategy\n${lines}`;
  expect(await loaded(said)).toEqual({ files: [], told: [] });
  expect(await loaded(`${said}\nmore`)).toEqual({
    files: ["plan.strategy"],
    told: ["It has more than 2,000 patterns. Take some away."],
  });
});

test("far below its patterns a file is left out where its folder is, and not otherwise", () => {
  const isOut = ignored("/w", [{ folder: "/w", lines: ["*.tmp", "!a.tmp", "old/"] }]);
  const deep = (levels: number, name: string) => `/w/${"d/".repeat(levels - 1)}${name}`;
  expect(isOut(deep(limits.levels, "b.tmp"))).toBe(true);
  expect(isOut(deep(limits.levels, "a.tmp"))).toBe(false);
  expect(isOut(deep(limits.levels + 1, "b.tmp"))).toBe(false);
  expect(isOut(`/w/old/${"d/".repeat(100)}b`)).toBe(true);
  // A .gitignore far below speaks for what lies near it.
  const folder = `/w/${"d/".repeat(99)}d`;
  expect(ignored("/w", [{ folder, lines: ["*.tmp"] }])(`${folder}/e/b.tmp`)).toBe(true);
});

test("the deepest folders under the most open patterns cost as much more as there are of them", () => {
  const lines = ["**/a/**/a/**/b", "a/**/a/**/a/**/b", "**/a*a*a*b/**", "*a*a*a*b"];
  const work = (files: Readonly<Record<string, string>>) => {
    const isOut = ignored("/w", [{ folder: "/w", lines }]);
    return Object.keys(files).filter(isOut);
  };
  const shape = (size: number) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, index) => [`/w/${"a/".repeat(60)}${index}`, ""]),
    );
  expect(growth(shape, 500, 2_000, work)).toBeLessThan(8);
  // In one path of thousands of folders, too.
  expect(work({ [`/w/${"a/".repeat(2_000)}b`]: "" })).toHaveLength(0);
});

/** What is read of a folder with a .gitignore, and what is told of it. */
async function loaded(gitignore: string) {
  const texts: Record<string, string> = { "/w/.gitignore": gitignore, "/w/plan.strategy": "" };
  const told: Trouble[] = [];
  const { projects } = await loadWorkspace(
    { list: async () => Object.keys(texts), read: async (path) => texts[path] },
    ["/w"],
    { today: "2026-11-23", onTrouble: (trouble) => told.push(trouble) },
  );
  return {
    files: [...projects.values()].flatMap(({ files }) => [...files.keys()]),
    told: told.map(whyNot),
  };
}
