// The tokens against WCAG 2.2: text at 4.5, signs at 3, in every theme.
import { expect, test } from "vitest";
import { contrast, mix, parseColour, type Rgb, toHex } from "../../client/drawings/contrast.ts";
import { type ColourToken, type Theme, themes, variableOf } from "../../client/drawings/theme.ts";

function colour(theme: Theme, token: ColourToken): Rgb {
  const found = parseColour(themes[theme][token]);
  if (!found) throw new Error(`${theme} ${token} is no colour`);
  return found;
}

const texts: readonly [ColourToken, ColourToken][] = [
  ["ink", "bg"],
  ["ink2", "bg"],
  ["ink", "raised"],
  ["ink", "row"],
  ["ink", "workTint"],
  ["ink", "amberTint"],
  ["ink2", "done"],
  ["onSolid", "work"],
  ["onSolid", "ink2"],
  ["bg", "ink"],
  ["red", "bg"],
  ["amber", "amberTint"],
  ["red", "redTint"],
];
const signs: readonly [ColourToken, ColourToken][] = [
  ["workEdge", "bg"],
  ["work", "bg"],
  ["doneEdge", "bg"],
  ["green", "bg"],
  ["amber", "bg"],
  ["red", "bg"],
  ["grey", "bg"],
  ["focus", "bg"],
  ["onSolid", "green"],
  ["onSolid", "amber"],
  ["onSolid", "red"],
];

test.each(Object.keys(themes) as Theme[])("%s: text passes 4.5, signs pass 3", (theme) => {
  const low = (pairs: readonly [ColourToken, ColourToken][], least: number) =>
    pairs
      .map(([a, b]) => [`${a} on ${b}`, contrast(colour(theme, a), colour(theme, b))] as const)
      // The tables print one decimal, as the figures that were computed for the design do.
      .filter(([, ratio]) => Math.round(ratio * 10) / 10 < least);
  expect(low(texts, 4.5)).toEqual([]);
  expect(low(signs, 3)).toEqual([]);
});

test("contrast is that of WCAG: 21 between black and white, 1 with itself", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([120, 30, 99], [120, 30, 99])).toBe(1);
});

test("colours are read as browsers write them", () => {
  expect(parseColour("#1A2230")).toEqual([26, 34, 48]);
  expect(parseColour("rgb(26, 34, 48)")).toEqual([26, 34, 48]);
  expect(parseColour("rgba(26, 34, 48, 0.5)")).toEqual([26, 34, 48]);
  expect(parseColour("color(srgb 1 0.5 0)")).toEqual([255, 127.5, 0]);
  expect(parseColour("currentcolor")).toBeUndefined();
  expect(toHex(mix([0, 0, 0], [255, 255, 255], 0.5))).toBe("#808080");
});

test("each token has a variable of its own", () => {
  expect(variableOf("workEdge")).toBe("--work-edge");
  expect(variableOf("ink2")).toBe("--ink-2");
});
