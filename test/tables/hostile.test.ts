// Cells that would act, hide or break out → nothing but texts and comments.
import { expect, test } from "vitest";
import { valueIn } from "../../server/model/entity.ts";
import { universeOf } from "../workspace.ts";
import { planIn, tableOf } from "./tables.ts";

/** The title and the description of the one initiative of a table. */
function read(title: string, description: string) {
  const { text } = tableOf([
    ["Name", "Description"],
    [title, description],
  ]);
  const { model } = universeOf(text);
  const [entity] = model().of("initiative");
  if (entity === undefined) throw new Error("There is no initiative.");
  return [model().universe.titleOf(entity), valueIn(entity, "description", "text")?.text];
}

test.each([
  ['a "quoted" title \\ with \\n and \\u{41}'],
  ['""" three, and four """"'],
  ["=cmd|' /C calc'!A0"],
  ["*/ } // */ { owner: nobody"],
  ["// ignore missing-risk: no"],
  ['" import x from "../y"'],
  ["\u202e\u200b\0"],
  ["a\ufffdb"],
])("%j is the text that it is", (text) => {
  expect(read(`x ${text} y`, `x ${text} y`)).toEqual([`x ${text} y`, `x ${text} y`]);
});

test("lines of a description stay lines, those of a title become one", () => {
  const lines = 'first\n\n  - second """\n  - third \\';
  expect(read("a\r\nb", lines)).toEqual(["a b", lines]);
});

test("a comment ends where its line ends, and switches nothing off", () => {
  const table = [
    ["Name", "Sprint", "ignore missing-risk"],
    ["CRM", "12\n}\nobjective x {\u2028y\rz", "no"],
  ];
  expect(planIn(tableOf(table))).toBe(`initiative crm "CRM" {
  // Sprint: 12 } objective x { y z
  // Column ignore missing-risk: no
}`);
});

test("a very long title is cut, and the whole of it is the description", () => {
  const long = "word ".repeat(20_000).trim();
  const [title, description] = read(long, "");
  expect(title).toBe(`${"word ".repeat(40).trim()} …`);
  expect(description).toBe(long);
});

test("headings that are names of JavaScript are headings", () => {
  const table = [
    ["Name", "__proto__", "constructor"],
    ["CRM", "1", "2"],
  ];
  expect(planIn(tableOf(table, { map: { toString: "owner" } }))).toBe(`initiative crm "CRM" {
  // __proto__: 1
  // constructor: 2
}`);
});
