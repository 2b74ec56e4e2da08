// Texts that turn, hide or steer, wherever a strategy can hold a text → a roadmap in which they are seen.
import { expect, test } from "vitest";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { everywhere, inPlace } from "../texts/nasty.ts";
import { hidden } from "../texts/rendered.ts";
import { universeOf } from "../workspace.ts";

const text = "\u001b[2J\u202eone\ntwo\u0000\u200b";

test.each([
  ["in every field", everywhere(text)],
  ["in a strategy in which all is well", inPlace(text)],
])("%s: no word of a roadmap turns the direction of writing, hides or steers", (_, plan) => {
  const shown = words(viewOf(roadmapView, universeOf({ "plan.strategy": plan }).model("")));
  expect(shown.filter(([, word]) => hidden.test(word) || word.includes("\n"))).toEqual([]);
  expect(shown.map(([, word]) => word)).toContain("\\u{1b}[2J\\u{202e}one two\\u{0}\\u{200b}");
});

/** All texts of a view with the ways to them. */
function words(view: unknown, way = ""): readonly (readonly [string, string])[] {
  if (typeof view === "string") return [[way, view]];
  if (typeof view !== "object" || view === null) return [];
  return Object.entries(view).flatMap(([name, value]) => words(value, `${way}.${name}`));
}
