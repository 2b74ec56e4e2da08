// Files of a project and versions of them → one table that reads like a map of all, and what two tables differ in.
import { expect, test } from "vitest";
import { parseFile } from "../grammar/parser.ts";
import { FileTable, type SourceFile } from "../server/project/table.ts";
import { diceOf } from "./fuzz/material/dice.ts";

function fileOf(path: string, text: string): SourceFile {
  return { path, tree: parseFile(text) };
}

type Files = ReadonlyMap<string, SourceFile>;

/** All that a map can be asked. */
function read(files: Files) {
  const visited: unknown[] = [];
  files.forEach((file, path) => {
    visited.push([path, file]);
  });
  return {
    ...{ size: files.size, all: [...files], entries: [...files.entries()], visited },
    ...{ keys: [...files.keys()], values: [...files.values()] },
    got: ["a", "p7", "q"].map((path) => [files.has(path), files.get(path)]),
  };
}

function differing(before: Files, after: Files): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}

test("a table reads like the map that it stands for, after however many versions", () => {
  const dice = diceOf(7);
  const paths = Array.from({ length: 60 }, (_, index) => `p${index}`);
  let table: Files = new Map(paths.map((path) => [path, fileOf(path, "")]));
  let plain = table;
  for (let step = 0; step < 200; step++) {
    // Mostly the same few: a user types in some files.
    const path = dice.once(3) ? dice.pick(paths) : dice.pick(paths.slice(0, 3));
    const file = fileOf(path, `// ${step}`);
    const [before, beforePlain] = [table, plain];
    table = FileTable.with(table, file);
    plain = new Map(plain).set(path, file);
    expect(read(table)).toEqual(read(plain));
    expect([...FileTable.differing(before, table)]).toEqual(differing(beforePlain, plain));
    expect([...FileTable.differing(table, before)]).toEqual([path]);
  }
});

test("files that go and come differ too, those that come last", () => {
  const [a, b, c] = ["a", "b", "c"].map((path) => fileOf(path, path));
  if (a === undefined || b === undefined || c === undefined) throw new Error("There are three.");
  const before = FileTable.with(new Map([a, b].map((one) => [one.path, one])), fileOf("a", "A"));
  const after = new Map([c, b].map((one) => [one.path, one]));
  expect([...FileTable.differing(before, after)]).toEqual(["a", "c"]);
  expect([...FileTable.differing(before, before)]).toEqual([]);
});
