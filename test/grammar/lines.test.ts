import { expect, test } from "vitest";
import { lineStarts, offsetAt, positionAt } from "../../grammar/lines.ts";

test("LF, CRLF and a lone CR end lines, and nothing else does", () => {
  expect(lineStarts("a\nb\r\nc\rd\u2028e\u0085f\v")).toEqual([0, 2, 5, 7]);
  expect(lineStarts("")).toEqual([0]);
  expect(lineStarts("\r\r\n\n")).toEqual([0, 1, 3, 4]);
});

test("characters count in UTF-16 units", () => {
  const text = "a😀b\nc";
  const starts = lineStarts(text);
  expect(positionAt(starts, text, 3)).toEqual({ line: 0, character: 3 });
  expect(offsetAt(starts, text, { line: 0, character: 3 })).toBe(3);
});

test("a character behind the end of its line counts as that end", () => {
  const text = "ab\r\ncd";
  const starts = lineStarts(text);
  expect(offsetAt(starts, text, { line: 0, character: 99 })).toBe(2);
  expect(offsetAt(starts, text, { line: 1, character: 99 })).toBe(6);
  expect(offsetAt(starts, text, { line: 9, character: 0 })).toBe(6);
  expect(positionAt(starts, text, 3)).toEqual({ line: 0, character: 2 });
  expect(positionAt(starts, text, 99)).toEqual({ line: 1, character: 2 });
});

test("an offset survives the way there and back", () => {
  const text = "one\ntwo\r\nthree\rfour\n";
  const starts = lineStarts(text);
  for (let at = 0; at <= text.length; at++) {
    if (text[at - 1] === "\r" && text[at] === "\n") continue;
    expect(offsetAt(starts, text, positionAt(starts, text, at))).toBe(at);
  }
});
