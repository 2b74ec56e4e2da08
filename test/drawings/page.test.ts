// The page without a browser: where the cursor leads, what arrow keys do, what is remembered and said.
import { expect, test } from "vitest";
import { frameFor } from "../../client/drawings/frame.ts";
import { barOf } from "../../client/drawings/roadmap/bars.ts";
import { interWidth } from "../../client/drawings/text.ts";
import { dayOf, scaleOf } from "../../client/drawings/time.ts";
import { markAt, roadmapPlaces } from "../../client/preview/cursor.ts";
import { pictureOf, shownRow } from "../../client/preview/picture.ts";
import { readSettings } from "../../client/preview/settings.ts";
import { stepFrom } from "../../client/preview/steps.ts";
import { faultSentence } from "../../client/preview/words.ts";
import { nordwind } from "./nordwind.ts";

/** Those of somebody who has set nothing. */
const startingSettings = readSettings({}, "roadmap");
const picture = pictureOf(nordwind, startingSettings, 1600);
const frame = frameFor(1600, 30);
const scale = scaleOf(nordwind.calendar, 1000);

function step(mark: string, key: string): string {
  const found = stepFrom(
    mark,
    key,
    picture.rows,
    (row) =>
      row.type === "initiative"
        ? barOf(row.initiative, scale, dayOf(nordwind.today), frame, interWidth).diamonds
        : [],
    ["event:review:spring:2026-04-14", "event:target:churn:2026-12-31"],
  );
  if (!found) return "nothing";
  return "to" in found ? found.to : `${found.open ? "open" : "close"} ${found.toggle}`;
}

test("up and down go by rows, left and right by time", () => {
  expect(step("group:revenue", "ArrowDown")).toBe("group:service");
  expect(step("work:data-hub", "ArrowDown")).toBe("work:crm");
  expect(step("milestone:data-hub:first-feeds", "ArrowDown")).toBe("work:crm");
  expect(step("work:crm", "ArrowRight")).toBe("milestone:crm:pilot-live");
  expect(step("milestone:crm:pilot-live", "ArrowRight")).toBe("milestone:crm:all-stores");
  expect(step("milestone:crm:all-stores", "ArrowRight")).toBe("nothing");
  expect(step("milestone:crm:pilot-live", "ArrowLeft")).toBe("work:crm");
  expect(step("group:revenue", "End")).toBe("work:loyalty");
});

test("above the first row the keys go along the reviews and targets, and back", () => {
  expect(step("group:revenue", "ArrowUp")).toBe("event:review:spring:2026-04-14");
  expect(step("event:review:spring:2026-04-14", "ArrowRight")).toBe(
    "event:target:churn:2026-12-31",
  );
  expect(step("event:target:churn:2026-12-31", "ArrowRight")).toBe("nothing");
  expect(step("event:target:churn:2026-12-31", "ArrowLeft")).toBe("event:review:spring:2026-04-14");
  expect(step("event:target:churn:2026-12-31", "ArrowUp")).toBe("nothing");
  expect(step("event:target:churn:2026-12-31", "ArrowDown")).toBe("group:revenue");
});

test("on a header, left closes and right opens", () => {
  expect(step("group:revenue", "ArrowLeft")).toBe("close revenue");
  expect(step("group:revenue", "ArrowRight")).toBe("nothing");
});

test("the cursor lights the innermost declaration round it", () => {
  const crm = nordwind.initiatives.find(({ id }) => id === "crm");
  if (!crm) throw new Error("The fixture has a CRM.");
  const inside = { line: crm.source.range.start.line + 2, character: 4 };
  expect(markAt(roadmapPlaces(nordwind), crm.source.uri, inside)).toBe("work:crm");
  expect(markAt(roadmapPlaces(nordwind), "file:///other.strategy", inside)).toBeUndefined();
  expect(
    markAt(roadmapPlaces(nordwind), crm.source.uri, { line: 0, character: 0 }),
  ).toBeUndefined();
});

test("the cursor in a review lights its mark on the lane", () => {
  const [review] = nordwind.events.filter(({ kind }) => kind === "review");
  if (!review) throw new Error("The fixture has a review.");
  const { uri, range } = review.source;
  expect(markAt(roadmapPlaces(nordwind), uri, range.start)).toBe(`event:review:${review.id}`);
});

test("what a closed group hides is shown by the group", () => {
  const closed = pictureOf(nordwind, { ...startingSettings, collapsed: ["revenue"] }, 1600);
  expect(shownRow(closed, "work:crm")?.key).toBe("group:revenue");
  expect(shownRow(closed, "work:hamburg")?.key).toBe("work:hamburg");
});

test("settings come back as they were; nonsense is as at the start", () => {
  const kept = { ...startingSettings, groupBy: "team", zoom: "months", collapsed: ["a"] };
  expect(readSettings({ roadmap: JSON.parse(JSON.stringify(kept)) }, "roadmap")).toEqual(kept);
  expect(
    readSettings({ roadmap: { groupBy: "colour", zoom: 7, scroll: "x", quarter: -1 } }, "roadmap"),
  ).toEqual(startingSettings);
});

test("a fault is named by its line, and by its file where there are several", () => {
  const at = { line: 40, character: 0 };
  const source = {
    uri: "file:///nordwind/plan.strategy",
    range: { start: at, end: at },
    name: { start: at, end: at },
  };
  const fault = { file: "plan.strategy", source, message: "" };
  expect(faultSentence(nordwind, fault)).toBe("Line 41 has a fault.");
  const other = { ...fault, file: "it/money.strategy", source: { ...source, uri: "file:///m" } };
  expect(faultSentence(nordwind, other)).toBe("Line 41 of money.strategy has a fault.");
});
