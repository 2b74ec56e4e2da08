// Marks that lie somewhere and an arrow key → the mark to which it leads.
import { expect, test } from "vitest";
import type { PictureMark } from "../../client/drawings/drawing.ts";
import { neighbourOf } from "../../client/preview/neighbours.ts";

/** Each letter is a mark at its place, a line of the text 30 px high and a letter 40 px wide; "aa" is one of 80 px. */
function drawn(text: string): readonly PictureMark[] {
  const lines = text.trim().split("\n");
  return lines.flatMap((line, row) =>
    [...line.trim().matchAll(/(\w)\1*/g)].map(({ 0: run, 1: key = "", index }) => ({
      ...{ key, sentence: key },
      ...{ x: index * 40, y: row * 30, width: run.length * 40 - 8, height: 22 },
    })),
  );
}

/** Where the keys lead, one after the other. */
function walk(text: string, from: string, ...keys: readonly string[]): string {
  const marks = drawn(text);
  let at = from;
  for (const key of keys) at = neighbourOf(marks, at, key)?.key ?? `nothing from ${at}`;
  return at;
}

const [up, down, left, right] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

const cells = `
  abc
  def
  ghi
`;

test("in a matrix each arrow goes to the next cell, and ends at the edge", () => {
  expect(walk(cells, "e", up)).toBe("b");
  expect(walk(cells, "e", down)).toBe("h");
  expect(walk(cells, "e", left)).toBe("d");
  expect(walk(cells, "e", right)).toBe("f");
  expect(walk(cells, "c", right)).toBe("nothing from c");
  expect(walk(cells, "a", up)).toBe("nothing from a");
  expect(walk(cells, "a", right, right, down, down, left, left, up, up)).toBe("a");
});

test("over a hole it goes to what is nearest beyond", () => {
  const holes = `
    a..b
    ....
    c..d
  `;
  expect(walk(holes, "a", right, down, left, up)).toBe("a");
});

test("rows of different widths that begin at the same edge lie below each other", () => {
  const rows = `
    aaaaaaaaaa
    bb
    cccccc
    .d
  `;
  expect(walk(rows, "a", down)).toBe("b");
  expect(walk(rows, "a", down, down)).toBe("c");
  expect(walk(rows, "c", up, up)).toBe("a");
  expect(walk(rows, "a", down, down, down)).toBe("d");
});

test("Home and End go to the first and the last, a page is ten", () => {
  const many = [..."abcdefghijklmnopqrstuvwxyz"].join("\n");
  expect(walk(many, "k", "Home")).toBe("a");
  expect(walk(many, "k", "End")).toBe("z");
  expect(walk(many, "k", "PageDown")).toBe("u");
  expect(walk(many, "u", "PageDown")).toBe("z");
  expect(walk(many, "k", "PageUp")).toBe("a");
  expect(walk(many, "b", "PageUp")).toBe("a");
});

test("from a mark that is gone it begins at the first; another key leads nowhere; nothing has no neighbours", () => {
  expect(walk(cells, "gone", down)).toBe("a");
  expect(walk(cells, "e", "x")).toBe("nothing from e");
  expect(neighbourOf([], "a", "ArrowDown")).toBeUndefined();
});
