// What pages ask to see → what the terminal shows of it.
import { expect, test } from "vitest";
import { createPointer } from "../../client/cli/preview/pointer.ts";
import { sourcesOf } from "../../client/preview/sources.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

const at = { line: 2, character: 4 };
const place = { start: at, end: at };
const reveal = (uri: string) => ({ type: "reveal", uri, range: place, select: place }) as const;

/** A pointer into the drawing of one initiative in this file. */
function pointer(file: string) {
  const view = viewOf(roadmapView, universeOf({ [file]: "initiative crm {}" }).model());
  const [crm] = view.initiatives;
  return { uri: crm?.source.uri ?? "", point: createPointer((uri) => sourcesOf(view).has(uri)) };
}

test("a place in a file of the drawing is said", () => {
  const { uri, point } = pointer("a plan.strategy");
  expect(point(reveal(uri), 0)).toBe("/workspace/a plan.strategy:3:5");
});

test.each([
  "file:///etc/passwd",
  "https://evil.example/",
  "command:workbench.action.quit",
  "\u001b]0;title\u0007",
  "",
])("what the drawing is not made of is not said: %j", (uri) => {
  expect(pointer("plan.strategy").point(reveal(uri), 0)).toBeUndefined();
});

test("a name of a file steers no terminal", () => {
  const { uri, point } = pointer("\u001b[2Jplan\n\u202e.strategy");
  expect(point(reveal(uri), 0)).toBe("/workspace/\\u{1b}[2Jplan \\u{202e}.strategy:3:5");
});

test("a page that asks without end is heard now and then", () => {
  const { uri, point } = pointer("plan.strategy");
  const said = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => point(reveal(uri), from + index)).filter(Boolean);
  expect(said(0, 1000).length).toBeLessThan(15);
  expect(said(60_000, 5)).toHaveLength(5);
});
