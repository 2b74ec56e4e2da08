import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { flaws } from "./sound.ts";

const many = 100_000;

/** Sources that no one writes, each with what stands first among its faults, if anything does. */
const sources: Readonly<Record<string, readonly [string, RegExp | undefined]>> = {
  nothing: ["", undefined],
  space: [" \t\r\n\u00a0\u2003", undefined],
  "a comment": ["// only this", undefined],
  "a NUL": ["objective a \0 {}", /belongs to nothing|title/],
  "lone surrogates": ['objective \ud800 "A" {}\nskill \udfff', /name/],
  "a mark of byte order": ['\ufeffobjective a "A" {}', undefined],
  binary: [
    Array.from({ length: many }, (_, at) => String.fromCharCode((at * 7919) % 256)).join(""),
    /./,
  ],
  "a line of 10 MB": ["x".repeat(10_000_000), /starts nothing/],
  "a text of 10 MB": [`skill a "${"x".repeat(10_000_000)}`, /no end/],
  "blocks nested 70 deep": [`${"objective a {\n".repeat(70)}${"}\n".repeat(70)}`, /64 deep/],
  "100,000 nested blocks": ["objective a { ".repeat(many) + "}".repeat(many), /64 deep/],
  "100,000 open blocks": ["{".repeat(many), /no end/],
  "100,000 closing braces": ["}".repeat(many), /closes nothing/],
  "blocks one below the other": ["objective a {\n".repeat(many / 10), /no end/],
  quotes: ['"'.repeat(many + 1), /./],
  "quotes behind letters": ['a"'.repeat(many), /./],
  "open comments": ["/*\n".repeat(many), /no end/],
  "open long texts": ['"""\n\\'.repeat(many), /./],
  "escaped long texts": ['\\"""\n'.repeat(many), /./],
  "single quotes": ["‘ x".repeat(many), /./],
  colons: ["a: b ".repeat(many), undefined],
  commas: [`objective a { tags: ${"a, ".repeat(many)} }`, undefined],
  dots: ["a.".repeat(many), /./],
  digits: ["1".repeat(many), /./],
  "groups of digits": ["1 200 ".repeat(many), /./],
};

test.each(Object.entries(sources))("%s", { timeout: 60_000 }, (_, [source, first]) => {
  const tree = parseFile(source);
  expect(flaws(tree)).toEqual([]);
  const message = tree.chunks.flatMap((chunk) => chunk.faults)[0]?.message;
  if (first === undefined) expect(message).toBeUndefined();
  else expect(message).toMatch(first);
});

test("what is nested too deep is one fault, and what stands around it keeps its meaning", () => {
  const deep = `${"objective a {\n".repeat(70)}${"}\n".repeat(70)}`;
  const tree = parseFile(`skill before\n${deep}skill behind\n`);
  expect(tree.chunks.flatMap((chunk) => chunk.faults).length).toBe(1);
  expect(tree.chunks.map((chunk) => chunk.entries.length)).toEqual([1, 1, 1]);
});
