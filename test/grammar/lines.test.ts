import { expect, test } from "vitest";
import { lineStarts, positionAt } from "../../grammar/lines.ts";

test("LF, CRLF and a lone CR end lines, and nothing else does", () => {
  expect(lineStarts("a\nb\r\nc\rd\u2028e\u0085f\v")).toEqual([0, 2, 5, 7]);
  expect(lineStarts("")).toEqual([0]);
  expect(lineStarts("\r\r\n\n")).toEqual([0, 1, 3, 4]);
});

test("characters count in UTF-16 units", () => {
  const text = "a😀b\nc";
  const starts = lineStarts(text);
  expect(positionAt(starts, text, 3)).toEqual({ line: 0, character: 3 });
});

test("an offset behind the end of its line counts as that end", () => {
  const text = "ab\r\ncd";
  const starts = lineStarts(text);
  expect(positionAt(starts, text, 3)).toEqual({ line: 0, character: 2 });
  expect(positionAt(starts, text, 99)).toEqual({ line: 1, character: 2 });
});
