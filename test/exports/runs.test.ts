// A line of text in which directions mix → its pieces from left to right.
import { expect, test } from "vitest";
import { fontsOf } from "../../client/exports/fonts.ts";
import { runsOf } from "../../client/exports/runs.ts";
import { toolsFor } from "./tools.ts";

const fonts = await fontsOf(toolsFor());

/** The pieces; signs that Inter has not stand alone. */
function pieces(text: string, isRtl = false): readonly string[] {
  return runsOf(text, isRtl, fonts).map((run) => run.text);
}

test("what Inter has is one piece", () => {
  expect(pieces("Café Ελληνικά (2026) → №")).toEqual(["Café Ελληνικά (2026) → №"]);
});

test("what it has not stands in between", () => {
  expect(runsOf("AI 日 ok", false, fonts)).toEqual([
    { text: "AI ", source: "inter" },
    { text: "日", source: "none" },
    { text: " ok", source: "inter" },
  ]);
});

test("a line from right to left ends at the left, its numbers and Latin words as they are read", () => {
  expect(pieces("אב 120 (Cloud) ג", true)).toEqual([
    "ג",
    " (",
    "Cloud",
    ") ",
    "120",
    " ",
    "ב",
    "א",
  ]);
});

test("words from right to left in another line stay where they are, and run to the left", () => {
  expect(pieces("Plan אב now")).toEqual(["Plan ", "ב", "א", " now"]);
});

test("what joins signs and shows nothing is no box", () => {
  expect(pieces("a\u200db\u00ad\ufe0f")).toEqual(["ab"]);
});
