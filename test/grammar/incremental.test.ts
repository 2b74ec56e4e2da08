import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { splitChange } from "../../grammar/change.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { FileTree } from "../../grammar/tree.ts";
import { flaws } from "./sound.ts";

const contract = readFileSync(new URL("contract.strategy", import.meta.url), "utf8");

/** Parses the text with `now` in the place of `was`, and gives what had to be parsed. */
function edit(tree: FileTree, was: string, now: string): { tree: FileTree; parsed: string[] } {
  const parsed: string[] = [];
  const text = tree.text.replace(was, () => now);
  return { tree: parseFile(text, tree, (one) => parsed.push(one)), parsed };
}

test("a keystroke parses one chunk, and the others stay the same objects", () => {
  const tree = parseFile(contract);
  const { tree: next, parsed } = edit(tree, "level: business", "level: businesss");
  expect(parsed.length).toBe(1);
  expect(parsed[0]).toContain("objective retention");
  expect(next.chunks.map((chunk, index) => chunk === tree.chunks[index])).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test("a keystroke in one of many declarations parses one chunk", () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    contract.replaceAll(/\b(acme|retention|crm|autumn)\b/g, `$1-${index}`),
  ).join("\n");
  const tree = parseFile(many);
  const { parsed } = edit(tree, "objective retention-250", "objective retention-250x");
  expect(tree.chunks.length).toBe(2000);
  expect(parsed.length).toBe(1);
});

test("chunks survive what is inserted, removed and moved around them", () => {
  const tree = parseFile("skill a\nskill b\nskill c\nskill d\n");
  expect(edit(tree, "skill b\n", "skill b\nskill x\n").parsed).toEqual(["\nskill x"]);
  expect(edit(tree, "skill b\n", "").parsed).toEqual([]);
  const twice = parseFile("skill a\nskill x\nskill c\nskill y\nskill d\n", tree);
  const survivors = twice.chunks.filter((chunk) => tree.chunks.includes(chunk));
  expect(survivors.map((chunk) => chunk.text.trim())).toEqual(["skill a", "skill c", "skill d"]);
});

test("two chunks of the same text are two objects", () => {
  const tree = parseFile("skill a\nskill b\nskill b\nskill b\n");
  expect(new Set(tree.chunks).size).toBe(4);
  expect(new Set(edit(tree, "skill a", "skill c").tree.chunks).size).toBe(4);
});

test("a block that loses its end leaves the declarations around it as they are", () => {
  const tree = parseFile(contract);
  const { tree: next, parsed } = edit(tree, "    actual: 3.6 on 2026-10\n  }", "");
  expect(parsed.length).toBe(1);
  expect(next.chunks.filter((chunk) => tree.chunks.includes(chunk)).length).toBe(3);
});

test("a chunk whose braces count otherwise is parsed again, though its text is the same", () => {
  const open = parseFile("objective a {\n  owner: cio\n");
  expect(open.chunks[0]?.faults.length).toBe(1);
  const closed = edit(open, "cio\n", "cio\n}\n").tree;
  expect(closed.chunks[0]?.faults).toEqual([]);
});

test("what becomes of the last declaration says where the one before it ends", () => {
  const before = "skill a\nobjective gr";
  const after = `${before}owth: why`;
  expect(parseFile(after, parseFile(before))).toEqual(parseFile(after));
});

/** How many chunks an edit of a long file cuts anew; `all` where it cuts the whole file. */
function cutAnew(text: string, was: string, now: string): number | "all" {
  const tree = parseFile(text);
  const after = text.replace(was, () => now);
  expect(after).not.toBe(text);
  const change = splitChange(after, tree);
  if (change === undefined) return "all";
  expect(parseFile(after, tree)).toEqual(parseFile(after));
  return tree.chunks.length - change.head - change.tail;
}

test("an edit cuts only what is near it, also where something has no end", () => {
  const many = Array.from(
    { length: 200 },
    (_, index) => `objective o-${index} "O" {\n  owner: cio\n}\n`,
  ).join("");
  const lacking = (what: string, by: string) => many.replace(what, () => by);
  for (const [text, what] of [
    [many, "a sound file"],
    [lacking('o-90 "O" {\n  owner: cio\n}', 'o-90 "O" {\n  owner: cio'), "a block without its end"],
    [lacking('o-90 "O" {', 'o-90 "O"'), "a block without its beginning"],
    [lacking('o-90 "O" {\n  owner: cio\n}', 'o-90 "O"\n  owner: cio'), "fields without braces"],
    [lacking('o-90 "O" {\n  owner: cio\n}', 'o-90 "O" {\n  owner: cio\n}\n}'), "a brace too many"],
    [lacking('o-90 "O" {', '/* o-90 "O" {'), "a comment without its end"],
  ] as const)
    for (const near of [20, 90, 91, 180]) {
      const cut = cutAnew(text, `o-${near} "O"`, `o-${near}x "O"`);
      expect(cut, `${what}, in chunk ${near}`).toBeLessThan(8);
    }
});

test("an edit that ends what has no end further up cuts all anew", () => {
  const many = 'objective a "A" {\n  owner: cio\n}\n'.repeat(30);
  expect(cutAnew(`objective b {\n${many}skill z`, "skill z", "}\nskill z")).toBe("all");
  expect(cutAnew(`skill b /* c\n${many}skill z`, "skill z", "*/ skill z")).toBe("all");
});

const pieces = [
  "{", "}", '"', '"""', "/*", "*/", "//", "\n", "\r\n", "\r", " ", "  ", "\t", ":", ",", ".", "..",
  "objective a", 'kpi b "B" {', "owner: cio", "x", "5g", "12 000", "€5", "“", "”", "｛", "｝", "：",
  "after ", 'import a from "b"', "1,2", "=", "cost", "\u200b", "\ufeff", "\0", "\ud800", "'", "\\",
  "https://x.y//z", "% ", "@@", "-", "2026-Q1", "15.03.2026", "on ", "for ", "per ", "skill s",
]; // biome-ignore format: a list to read across

test("any edits give what a fresh start on the same text gives", { timeout: 120_000 }, () => {
  let seed = 20_261_123;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  let tree = parseFile(contract);
  for (let round = 0; round < 5000; round++) {
    if (round % 40 === 0) tree = parseFile(contract, tree);
    const at = random(tree.text.length + 1);
    const removed = random(3) === 0 ? random(20) : random(2);
    const inserted = random(4) === 0 ? "" : (pieces[random(pieces.length)] ?? "");
    const text = tree.text.slice(0, at) + inserted + tree.text.slice(at + removed);
    tree = parseFile(text, tree);
    const fresh = parseFile(text);
    if (JSON.stringify(tree) !== JSON.stringify(fresh)) expect(tree, text).toEqual(fresh);
    const wrong = flaws(tree);
    if (wrong.length > 0) expect(wrong, text).toEqual([]);
  }
});

test("soups of tokens are parsed", { timeout: 60_000 }, () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  for (let round = 0; round < 3000; round++) {
    const soup = Array.from({ length: 1 + random(40) }, () => pieces[random(pieces.length)]);
    const tree = parseFile(soup.join(random(2) === 0 ? " " : ""));
    const wrong = flaws(tree);
    if (wrong.length > 0) expect(wrong, tree.text).toEqual([]);
  }
});
