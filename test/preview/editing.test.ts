// What a reader does to a picture → messages to the host, and the answer for each of them.
import { expect, onTestFinished, test, vi } from "vitest";
import { createEditing } from "../../client/preview/editing.ts";
import { embeddedId } from "../../client/preview/embedded.ts";
import { findHost } from "../../client/preview/host.ts";
import { receive } from "../../client/preview/known.ts";
import { type PageMessage, pageMessage } from "../../server/protocol.ts";

const gesture = {
  type: "progress",
  of: { id: "crm", uri: "file:///plan.strategy", position: { line: 0, character: 11 } },
  to: 40,
} as const;

test("each edit and undo has its own answer, in whatever order they come", async () => {
  const sent: PageMessage[] = [];
  const editing = createEditing((message) => sent.push(message));
  const [made, undone] = [editing.make([gesture]), editing.undo()];
  expect(sent).toEqual([
    { type: "edit", number: 1, gestures: [gesture] },
    { type: "undo", number: 2 },
  ]);
  editing.hear(2, "There is nothing to undo.");
  editing.hear(1, undefined);
  expect(await Promise.all([made, undone])).toEqual([undefined, "There is nothing to undo."]);
});

test("what is sent is a message that hosts take", () => {
  const sent: unknown[] = [];
  void createEditing((message) => sent.push(message)).make([gesture]);
  expect(sent.map((one) => pageMessage.safeParse(one).success)).toEqual([true]);
});

test("a host says whether it writes, and one that says nothing of it stays as it began", () => {
  const known = { seen: {}, inserts: false, exports: false, edits: false };
  expect(receive(known, { type: "setting", edits: true }).edits).toBe(true);
  expect(receive(known, { type: "setting" }).edits).toBe(false);
});

test("a page that was given away edits nothing, and nor does one whose server has not said that it does", () => {
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const given = JSON.stringify({ views: [{ view: "roadmap" }], cards: {} });
  for (const textContent of [given, ""]) {
    const getElementById = (id: string) => (id === embeddedId ? { textContent } : null);
    vi.stubGlobal("document", { getElementById });
    expect(findHost()).toMatchObject({ edits: false, inserts: false });
  }
});
