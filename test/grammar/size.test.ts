// Texts that are too long to be read: one fault on the first line, and nothing else happens to them.
import { expect, test } from "vitest";
import { format, formatText } from "../../grammar/format.ts";
import { longestText, readText, unread } from "../../grammar/size.ts";

const long = `role   cio\r\n${"x".repeat(longestText)}`;

test("a text of the greatest length is read, a longer one has one fault on its first line", () => {
  const [fault] = readText(long).chunks.flatMap((chunk) => chunk.faults);
  expect(fault).toMatchObject({ code: "syntax", start: 0, end: "role   cio".length });
  const whole = readText(`role cio\n//${"x".repeat(longestText - 11)}`);
  expect(whole.chunks.flatMap(({ faults }) => faults)).toEqual([]);
});

test("the mark on a line without end is short", () => {
  const [fault] = readText("x".repeat(longestText + 1)).chunks.flatMap((chunk) => chunk.faults);
  expect(fault?.end).toBe(80);
});

test("formatting leaves it as it is", () => {
  expect(format(readText(long))).toEqual([]);
  expect(formatText(long)).toBe(long);
});

test("nothing of it is carried over to the text that follows", () => {
  const faults = (text: string, before: string) =>
    readText(text, readText(before)).chunks.flatMap((chunk) => chunk.faults.length);
  expect(faults("role cio", long)).toEqual([0]);
  expect(faults(long, "role cio")).toEqual([1]);
  for (const text of ["", "role cio"])
    expect(readText(text, unread("", "It is gone.")).chunks.flatMap((one) => one.faults)).toEqual(
      [],
    );
});
