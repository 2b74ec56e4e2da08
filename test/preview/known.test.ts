// Messages of the host, one after the other → what the page knows and says of each view.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  forgiven,
  type Heard,
  type Knowledge,
  receive,
  staleness,
} from "../../client/preview/known.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import type { ViewData } from "../../server/views/shape.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

const nothing: Knowledge = { seen: {}, inserts: false, edits: false, exports: false };

/** A roadmap of these initiatives; a `]` in it is a fault. */
function planOf(text: string): ViewData {
  return viewOf(roadmapView, universeOf(text).model());
}

const good = planOf('initiative crm "CRM" { timeline: 2026 }');
const broken = planOf('initiative crm "CRM" { timeline: ] }\nobjective growth "Growth" {}');
const empty = planOf('objective growth "Growth" {}');
const emptyAndBroken = planOf("objective growth { level: ] }");

function after(...messages: readonly Heard[]): Knowledge {
  return messages.reduce(receive, nothing);
}

const shows = (view: ViewData): Heard => ({ type: "view", view });
const says = (known: Knowledge) => staleness(known.seen.roadmap ?? {}, known.silent)?.sentence;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 23, 14, 2) });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a good picture takes the place of the one before, and there is nothing to say", () => {
  const known = after(shows(good), shows(empty));
  expect(known.seen.roadmap?.view).toBe(empty);
  expect(says(known)).toBeUndefined();
});

test("while the text has a fault the last good picture stays, and it is said where and from when", () => {
  const known = after(shows(good));
  vi.setSystemTime(new Date(2026, 10, 23, 15, 30));
  const later = receive(receive(known, shows(broken)), shows(broken));
  expect(later.seen.roadmap?.view).toBe(good);
  expect(says(later)).toBe("Line 1 has a fault. This is the last good picture, from 14:02.");
  expect(staleness(later.seen.roadmap ?? {}, undefined)?.source).toBe(broken.faults[0]?.source);
  const mended = receive(later, shows(good));
  expect([mended.seen.roadmap?.view, says(mended)]).toEqual([good, undefined]);
});

test("where there was no good picture, what could be read is drawn", () => {
  for (const known of [after(shows(broken)), after(shows(empty), shows(broken))]) {
    expect(known.seen.roadmap?.view).toBe(broken);
    expect(says(known)).toBe("Line 1 has a fault. What could be read is drawn.");
  }
  expect(after(shows(emptyAndBroken)).seen.roadmap?.view).toBe(emptyAndBroken);
});

test("a picture of a text with faults is not taken for a good one, and follows the text", () => {
  const known = after(shows(broken), shows(emptyAndBroken));
  expect(known.seen.roadmap?.view).toBe(emptyAndBroken);
  expect(says(known)).toBe("Line 1 has a fault. What could be read is drawn.");
});

test("one view fails, the others stay, and it is forgiven when it is asked for again", () => {
  const other = { ...good, view: "other" };
  const error: Heard = { type: "error", view: "roadmap", details: "It fell." };
  const known = after(shows(good), shows(other), error);
  expect(known.seen.roadmap).toMatchObject({ error: "It fell.", view: good });
  expect(known.seen.other).toEqual({ view: other, time: new Date() });
  expect(forgiven(known, "roadmap").seen.roadmap).toEqual({ view: good, time: new Date() });
  expect(receive(known, shows(good)).seen.roadmap?.error).toBeUndefined();
  expect(receive(known, shows(broken)).seen.roadmap?.error).toBeUndefined();
  expect(forgiven(nothing, "roadmap").seen.roadmap).toEqual({});
});

test("a host that does not answer says so over what there is, until it shows something", () => {
  const silent: Heard = { type: "stale", sentence: "The checker has stopped." };
  const known = after(shows(good), silent);
  expect([known.seen.roadmap?.view, says(known)]).toEqual([good, "The checker has stopped."]);
  // Where a fault is known too, it is the one that can be mended.
  expect(says(after(shows(good), shows(broken), silent))).toMatch(/^Line 1 has a fault/);
  expect(says(receive(known, shows(good)))).toBeUndefined();
});

test("the cursor comes and goes, and a setting says only what it names", () => {
  const position = { line: 4, character: 2 };
  const known = after({ type: "cursor", uri: "file:///plan.strategy", position });
  expect(known.cursor).toEqual({ uri: "file:///plan.strategy", position });
  expect("cursor" in receive(known, { type: "cursor" })).toBe(false);
  const set = receive(known, { type: "setting", theme: "dark", inserts: true });
  expect([set.theme, set.inserts, set.cursor]).toEqual(["dark", true, known.cursor]);
  expect(receive(set, { type: "setting" })).toEqual(set);
});
