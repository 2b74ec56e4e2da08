// language-configuration.json: what counts as a word, and what Enter does behind which line.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const configuration = JSON.parse(readFileSync("language-configuration.json", "utf8"));
const { wordPattern, indentationRules, onEnterRules } = configuration;

test("a word is a name in any script, or a date, as a whole", () => {
  const words = (text: string) =>
    text.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)) ?? [];
  expect(words("supports: geschäfts-ziel, 売上-成長 // ok")).toEqual([
    "supports",
    "geschäfts-ziel",
    "売上-成長",
    "ok",
  ]);
  expect(words("timeline: 2026-Q2..2027-Q2")).toEqual(["timeline", "2026-Q2", "2027-Q2"]);
  expect(words("crm.crm-pilot _5g")).toEqual(["crm", "crm-pilot", "_5g"]);
});

test.each([
  ['objective a "A" {', true],
  ["cost {", true],
  ["cost { // what it takes", true],
  ["residual { probability: low }", false],
  ["// not a block {", false],
  ['title: "a { in a text"', false],
  ["owner: cio", false],
])("the line behind %j is indented: %j", (line, indented) => {
  expect(new RegExp(indentationRules.increaseIndentPattern).test(line)).toBe(indented);
});

test.each([
  // A comma asks for another item; the line behind the last item is a field again.
  ["", "  teams: platform 4 FTE,", "indent"],
  ["  teams: platform 4 FTE,", "    data 2 FTE", "outdent"],
  ["  teams: platform 4 FTE,", "    data 2 FTE,", undefined],
  ["", "  owner: cio", undefined],
  ["  owner: cio", "  status: active", undefined],
  ["", '  links: "https://example.com/a",', "indent"],
])("Enter behind %j, %j: %j", (before, line, indent) => {
  const rule = onEnterRules.find(
    (one: { beforeText: string; afterText?: string; previousLineText?: string }) =>
      one.afterText === undefined &&
      new RegExp(one.beforeText).test(line) &&
      (one.previousLineText === undefined || new RegExp(one.previousLineText).test(before)),
  );
  expect(rule?.action.indent).toBe(indent);
});
