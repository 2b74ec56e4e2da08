// Gestures that the text cannot follow, or that were made on an older picture of it → a sentence and no edit.
import { describe, expect, test } from "vitest";
import { isRefusal } from "../../server/edits/refusal.ts";
import type { Gesture } from "../../server/gestures/shape.ts";
import { universe } from "../../server/model/universe.ts";
import { worldOf } from "../serve/world.ts";
import { universeOf } from "../workspace.ts";
import { all, check, type Deed, drag, dragDate, move } from "./check.ts";
import { after, markOf, moveOf } from "./dragged.ts";

const plan = `
initiative crm "CRM" {
  timeline: 2026-Q2
  milestone pilot "Pilot" { date: 2026-06-30 }
}
`;
const movedOn = "The text has been changed meanwhile. Look at the new picture and try again.";

/** What becomes of a later text by a gesture on the picture of an earlier one. */
function late(now: string, deed: Deed): string | undefined {
  const drawn = universeOf(plan);
  const gestures = [deed(drawn.model(), drawn.entity)].flat();
  const result = after({ "plan.strategy": now }, universeOf(now).model(), gestures);
  return isRefusal(result) ? result.refused : result["plan.strategy"];
}

describe("a gesture on an older picture", () => {
  test.each([
    ["the dates", plan.replace("2026-Q2", "2026-Q3")],
    ["the place", `\n${plan}`],
    ["the name", plan.replace("crm", "erp")],
    ["nothing of it", ""],
  ])("is refused where the text has moved on: %s", (_, now) =>
    expect(late(now, move("crm", 91))).toBe(movedOn),
  );

  test("is refused for a milestone too", () =>
    expect(late(plan.replace("06-30", "06-29"), dragDate("crm.pilot", "2026-07-01"))).toBe(
      movedOn,
    ));

  test("is made where something else was changed", () => {
    const now = plan.replace('"Pilot"', '"Pilot live"');
    expect(late(now, move("crm", 91))).toBe(now.replace("Q2", "Q3"));
  });
});

describe("a file with a fault in its form", () => {
  test("is not changed, be the fault where it may", () =>
    check(
      `
      initiative crm "CRM" {
        timeline: 2026-Q2
      }
      initiative erp "ERP" {
        owner
      }
      `,
      move("crm", 91),
      "Line 5 has a fault. Mend it first, then drag again.",
    ));

  test("is named where it is another one", () =>
    check(
      `
      initiative all-of-it "All of it" {
        initiative a "A" { timeline: 2026-Q1 }
      }
      //- more.strategy
      initiative b "B" { part-of: all-of-it timeline: 2026-Q2 }
      owner: "
      `,
      move("all-of-it", 91),
      "Line 2 of more.strategy has a fault. Mend it first, then drag again.",
    ));

  test("in another file holds up nothing", () =>
    check(
      `
      initiative a "A" { timeline: 2026-Q1 }
      //- more.strategy
      owner
      `,
      move("a", 91),
      `
      initiative a "A" { timeline: 2026-Q2 }
      //- more.strategy
      owner
      `,
    ));

  test("is still changed where only what it says is at fault", () =>
    check(
      'initiative a "A" { timeline: 2026-Q1 supports: nothing-there owner: 5 }\n',
      move("a", 91),
      'initiative a "A" { timeline: 2026-Q2 supports: nothing-there owner: 5 }\n',
    ));
});

const status =
  (name: string, to: string): Deed =>
  (model, entity): Gesture => ({ type: "status", of: markOf(model, entity(name)), to });

describe("several gestures at once", () => {
  test("become one list of edits", () =>
    check(
      'initiative a "A" {\n  timeline: 2026-Q1\n}\n',
      all(move("a", 91), status("a", "active")),
      'initiative a "A" {\n  timeline: 2026-Q2\n  status: active\n}\n',
    ));

  test("are made once where they are the same", () =>
    check(
      'initiative a "A" {\n  owner: cio\n}\n',
      all(status("a", "active"), status("a", "active")),
      'initiative a "A" {\n  owner: cio\n  status: active\n}\n',
    ));

  test("are all refused where one of them is", () =>
    check(
      `
      initiative a "A" { timeline: 2026-Q1 }
      initiative b "B" { timeline: after a for 2 weeks }
      `,
      all(move("a", 91), drag("b", { start: "2026-05-01" })),
      "'b' starts after 'a'. Drag its end, or move 'a'.",
    ));

  test("are refused where together they would bring a fault", () =>
    check(
      'initiative a "A"\n',
      all(status("a", "active"), drag("a", { start: "2026-01-01", end: "2026-03-31" })),
      "With this the text would have a fault: This block has no kind and name before it, such as 'objective growth {'.",
    ));
});

test("a text that was typed in since it was read is changed where it stands now", async () => {
  const world = await worldOf({ "/w/plan.strategy": plan }, "/w");
  const path = "/w/plan.strategy";
  const modelNow = () => {
    const { workspace } = world.store.now();
    const model = universe(workspace).models.get("/w");
    if (model === undefined) throw new Error("There is no project.");
    return model;
  };
  world.type(path, plan);
  await world.store.settled();
  modelNow();
  // What only gets another title stays as it was read.
  const now = plan.replace('"CRM"', '"A much longer title"');
  world.type(path, now);
  await world.store.settled();
  const model = modelNow();
  const crm = model.names.get("crm");
  if (crm === undefined) throw new Error("Nothing is called 'crm'.");
  expect(model.universe.standing(crm)).not.toBe(crm);
  const result = after({ [path]: now }, model, [moveOf(model, crm, 91)]);
  expect(result).toEqual({ [path]: now.replace("Q2", "Q3") });
});
