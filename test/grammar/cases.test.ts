// Each case is a source and what it means: see `shown` for the form.
import { describe, expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { casesIn } from "./cases.ts";
import { shown } from "./shown.ts";

describe.each([
  ["text, as section 1 of the contract says", "text.txt"],
  ["the grammar and its recovery, as section 2 says", "grammar.txt"],
  ["braces that are missing", "braces.txt"],
  ["what people write instead of the language", "written.txt"],
])("%s", (_, file) => {
  test.each(casesIn(file).map((one) => [one.title, one] as const))("%s", (_title, one) => {
    const tree = parseFile(one.source);
    expect(shown(tree)).toBe(one.expected);
    expect(tree.chunks.map((chunk) => chunk.text).join("")).toBe(one.source);
  });
});

test("what a fix writes has no fault left, where it is the only one", () => {
  const broken = [
    "initiative a { budget: 1,200,000 }",
    "initiative a { budget: 1.200.000 }",
    "initiative a { budget: 12 000 }",
    "initiative a { budget: €5 }",
    "initiative a { budget: EUR 800k }",
    "initiative a { budget: 1.2m }",
    "initiative a { budget: 1.2 M EUR }",
    "objective a “A” {}",
    "objective a {\n  owner：cio\n}",
    "objective a { links: https://example.org }",
    "technology 5g {}",
    "objective a { owner: head of platform }",
    "objective a { owner cio }",
    "objective a { owner = cio }",
    "initiative a { cost: { upfront: 5 } }",
    'objective a "A',
    'objective a A"',
    "milestone a { date: 15.03.2026 }",
    "objective a {\n  owner: cio\n\nobjective b {\n}",
    "objective a\n  owner: cio\n}",
    "objective a\n  owner: cio\n",
    "objective a {\n}\n}",
    'objective a { description: "\\q" }',
    "objective a {} /* open",
    'objective a {\n  description: """open\n}',
  ];
  for (const source of broken) {
    const [chunk, ...others] = parseFile(source).chunks.filter((one) => one.faults.length > 0);
    expect(others, source).toEqual([]);
    expect(chunk?.faults.length, source).toBe(1);
    const edits = [...(chunk?.faults[0]?.fix?.edits ?? [])].sort((a, b) => b.start - a.start);
    let text = chunk?.text ?? "";
    for (const edit of edits) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    expect(edits.length, source).toBeGreaterThan(0);
    expect(
      parseFile(text).chunks.flatMap((one) => one.faults),
      text,
    ).toEqual([]);
  }
});

test("messages are sentences in plain words", () => {
  const messages = ["text.txt", "grammar.txt", "braces.txt", "written.txt"]
    .flatMap((file) => casesIn(file))
    .flatMap((one) => parseFile(one.source).chunks.flatMap((chunk) => chunk.faults))
    .map((fault) => fault.message);
  expect(messages.length).toBeGreaterThan(100);
  const wrong = /\b(?:invalid|unexpected|token|pars|syntax|identifier|literal|undefined|null)/i;
  expect(messages.filter((one) => wrong.test(one) || !/^['"\p{Lu}].*\.$/u.test(one))).toEqual([]);
});
