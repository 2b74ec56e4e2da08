import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import type { FileTree } from "../../grammar/tree.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { universeOf } from "../workspace.ts";
import { flaws } from "./sound.ts";

const contract = readFileSync(new URL("contract.strategy", import.meta.url), "utf8");
const root = new URL("../../examples/", import.meta.url);
const examples = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".strategy"))
  .map((path) => [path, readFileSync(new URL(path, root), "utf8")] as const);

function faultsOf(tree: FileTree): readonly string[] {
  return tree.chunks.flatMap((chunk) => chunk.faults.map((fault) => fault.message));
}

test("the contract's example has no fault", () => {
  expect(faultsOf(parseFile(contract))).toEqual([]);
});

/** The braces of a text, each with the name of what they open or close. */
function bracesOf(text: string): readonly { readonly at: number; readonly name: string }[] {
  const bare = text.replace(/\/\/.*|"""[\s\S]*?"""|"[^"\n]*"/g, (inert) =>
    inert.replace(/[^\n]/g, " "),
  );
  const open: number[] = [];
  return [...bare.matchAll(/[{}]/g)].flatMap(({ 0: brace, index }) => {
    if (brace === "{") open.push(index);
    const start = brace === "{" ? undefined : open.pop();
    if (start === undefined) return [];
    const [word = "", name = word] = bare.slice(0, start).split("\n").at(-1)?.match(/\S+/g) ?? [];
    return [start, index].map((at) => ({ at, name }));
  });
}

test("a brace too few is one fault, on the name of the declaration or block", () => {
  for (const text of [contract, ...examples.map(([, example]) => example)]) {
    for (const { at, name } of bracesOf(text)) {
      const tree = parseFile(text.slice(0, at) + text.slice(at + 1));
      const said = tree.chunks.flatMap((chunk) =>
        chunk.faults.map(({ start, end }) => chunk.text.slice(start, end)),
      );
      expect(said, text.slice(at - 40, at + 10)).toEqual([name]);
    }
  }
});

test("one character too few in the contract's example is one mistake, language faults counted", {
  timeout: 60_000,
}, () => {
  let single = 0;
  const worse: string[] = [];
  for (let at = 0; at < contract.length; at++) {
    const text = contract.slice(0, at) + contract.slice(at + 1);
    const errors = diagnose(universeOf(text).model()).filter((one) => one.severity === "error");
    if (errors.length <= 1) single++;
    if (errors.length > 2) worse.push(text.slice(Math.max(0, at - 20), at + 20));
  }
  expect(worse).toEqual([]);
  expect(single / contract.length).toBeGreaterThanOrEqual(0.95);
});

describe.each(examples)("%s", { timeout: 120_000 }, (_, text) => {
  const tree = parseFile(text);

  test("has no fault", () => expect(faultsOf(tree)).toEqual([]));

  test("one character too few is one mistake", () => {
    const wrong: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const shorter = text.slice(0, at) + text.slice(at + 1);
      const parsed = parseFile(shorter, tree);
      const faults = faultsOf(parsed);
      if (faults.length > 1 || flaws(parsed).length > 0) {
        wrong.push(`${shorter.slice(Math.max(0, at - 30), at + 10)}\n${faults.join("\n")}`);
      }
    }
    // Three quotes that lose one turn text and fields inside out where another long text follows.
    expect(wrong.length / text.length, wrong.join("\n\n")).toBeLessThanOrEqual(0.002);
  });

  test("the file cut off anywhere is one mistake", () => {
    const wrong: string[] = [];
    let before: FileTree | undefined;
    for (let end = 0; end < text.length; end++) {
      before = parseFile(text.slice(0, end), before);
      const faults = faultsOf(before);
      if (faults.length > 1 || flaws(before).length > 0) {
        wrong.push(`${text.slice(Math.max(0, end - 30), end)}\n${faults.join("\n")}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
