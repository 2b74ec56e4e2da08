// Texts → whether a picture says that nothing is written yet, so that a strategy can begin in it.
import { expect, test } from "vitest";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

/** What each of the views says of it. */
function isBare(...texts: readonly string[]): readonly (true | undefined)[] {
  const files = Object.fromEntries(texts.map((text, at) => [`${at}.strategy`, text]));
  const model = universeOf({ "strategy.config.json": "{}", ...files }).model();
  return views.map((view) => viewOf(view, model).isBare);
}

const all = views.map(() => true);
const none = views.map(() => undefined);

test("no file, empty ones, and those that hold nothing but comments are bare", () => {
  expect(isBare()).toEqual(all);
  expect(isBare("", "\n\n")).toEqual(all);
  expect(isBare("// What the board said\n/* strategy x */\n")).toEqual(all);
});

test("a declaration is enough, be it half-typed, misspelt, or in another file", () => {
  expect(isBare('strategy plan "Plan"')).toEqual(none);
  expect(isBare("strat")).toEqual(none);
  expect(isBare('goal growth "Growth" {}')).toEqual(none);
  expect(isBare("", "role cio")).toEqual(none);
});
