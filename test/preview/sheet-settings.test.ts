// What was remembered of a view → its settings: as they were, or as at the start.
import { expect, test } from "vitest";
import { readSheetSettings } from "../../client/preview/sheet-settings.ts";

const atTheStart = readSheetSettings({}, "risks");

test("what was set comes back as it was, and only to its view", () => {
  const set = { chosen: { sort: "worst" }, toggled: ["role:cio"], table: true, scroll: 400 };
  const state = JSON.parse(JSON.stringify({ risks: set, view: "risks" }));
  expect(readSheetSettings(state, "risks")).toEqual(set);
  expect(readSheetSettings(state, "money")).toEqual(atTheStart);
});

test.each([
  "text",
  7,
  null,
  [],
  {},
  { chosen: "all", toggled: "none", table: "yes", scroll: "far" },
  { chosen: null, toggled: {}, table: 1, scroll: Number.NaN },
])("what fits nowhere is as at the start: %j", (saved) => {
  expect(readSheetSettings({ risks: saved }, "risks")).toEqual(atTheStart);
});

test("values of another type are read as texts, so that nothing that draws meets them", () => {
  const saved = { chosen: { by: 3 }, toggled: [1, null], scroll: "120" };
  expect(readSheetSettings({ risks: saved }, "risks")).toEqual({
    chosen: { by: "3" },
    toggled: ["1", "null"],
    table: false,
    scroll: 120,
  });
});
