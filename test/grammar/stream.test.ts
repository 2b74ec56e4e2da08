// A stretch of a text → the words, texts, comments and signs in it, whether it parses or not.
import { expect, test } from "vitest";
import { tokensIn } from "../../grammar/stream.ts";

/** The tokens of a text up to its end: `¶` before one that starts a line, `…` behind one that has no end. */
function check(text: string, expected: string, start = 0, end = text.length): void {
  const shown = tokensIn(text, start, end).map(
    ({ is, text: image, closed, newLine }) =>
      `${newLine ? "¶" : ""}${is === "sign" ? "" : `${is} `}${image}${closed ? "" : "…"}`,
  );
  expect(shown.join(" | ")).toBe(expected);
}

test("names, numbers, texts and signs are told apart", () => {
  check(
    'timeline: after crm .. 2027-Q1, 4 FTE "x" {',
    '¶word timeline | : | word after | word crm | .. .. | number 2027-Q1 | , | number 4 | word FTE | text "x" | {',
  );
  check(
    "links: https://x.y/{z}#1 5g -",
    "¶word links | : | address https://x.y/{z}#1 | number 5g | -",
  );
});

test("comments are kept, and a token behind one starts a line where a line end stands before it", () => {
  check("a // b\nc", "¶word a | comment // b… | ¶word c");
  check("a /* b\n */ c", "¶word a | comment /* b\n */ | ¶word c");
  check("a /* b */ c", "¶word a | comment /* b */ | word c");
});

test("what the end cuts has no end", () => {
  check('title: "half a text" b', '¶word title | : | text "half…', 0, 12);
  check('title: """half a text""" b', '¶word title | : | text """half…', 0, 14);
  check("a /* b */ c", "¶word a | comment /* b…", 0, 6);
  check("owner: c", "¶word c", 6);
});
