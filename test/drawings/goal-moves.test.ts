// Work that is dragged onto a goal, or into the frame at the foot → what that means, in words and as a gesture.
import { expect, test } from "vitest";
import { alignmentDrawing } from "../../client/drawings/alignment.tsx";
import { alignmentView } from "../../server/views/alignment.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";
import { roomOf } from "./drawn.ts";

const plan = `strategy shop "Shop" { currency: EUR }
objective grow "Grow" { level: business
  objective keep "Keep customers" { level: it
    initiative crm "CRM" { budget: 2M }
    initiative suite "Suite" { budget: 1M }
    initiative part "Part" { part-of: suite budget: 1M }
  }
}
objective save "Save" { level: it }
initiative loose "Loose" { budget: 1M
  risk late "Late" { affects: loose }
}`;
const view = viewOf(alignmentView, universeOf(plan).model());

const dropped = (mark: string, place: string) => alignmentDrawing.dropped?.(view, mark, place);

test("it says what is supported from now on, and instead of what", () => {
  expect(dropped("initiative:crm", "objective:save")).toMatchObject({
    says: "Supports 'Save' instead of 'Keep customers'",
    gesture: { type: "group", by: "objective", from: "keep", to: "save", of: { id: "crm" } },
  });
  expect(dropped("initiative:loose", "objective:grow")).toMatchObject({
    says: "Supports 'Grow'",
    gesture: { from: undefined, to: "grow" },
  });
});

test("at the foot it leads nowhere, which is warned of", () => {
  expect(dropped("initiative:crm", "gap")).toMatchObject({
    says: "Supports no objective: leads nowhere",
    warns: true,
    gesture: { from: "keep", to: undefined },
  });
});

test("where it stands already nothing is to be done, and what is no work is not dragged", () => {
  expect(dropped("initiative:crm", "objective:keep")).toEqual({
    says: "Supports 'Keep customers', as it is",
  });
  expect(dropped("initiative:loose", "gap")?.gesture).toBeUndefined();
  expect(dropped("objective:keep", "objective:grow")).toBeUndefined();
  expect(dropped("initiative:crm", "objective:lone:")).toBeUndefined();
});

test("places are the objectives that are written, and the whole frame at the foot", () => {
  for (const width of [340, 900, 1600]) {
    expect(alignmentDrawing.layOut(view, roomOf(width)).drops).toBeUndefined();
    const { marks, drops = [] } = alignmentDrawing.layOut(view, roomOf(width, { edits: true }));
    expect(drops.map(({ key }) => key)).toEqual([
      "objective:grow",
      "objective:keep",
      "objective:save",
      "gap",
    ]);
    const foot = drops.find(({ key }) => key === "gap");
    const own = marks.find(({ key }) => key === "initiative:loose");
    expect((own?.y ?? 0) + (own?.height ?? 0)).toBeLessThanOrEqual(
      (foot?.y ?? 0) + (foot?.height ?? 0),
    );
    const from = new Map(marks.flatMap(({ key, drags }) => (drags ? [[key, drags.from]] : [])));
    // A part stands where its programme stands.
    expect(Object.fromEntries(from)).toEqual({
      "initiative:crm": "objective:keep",
      "initiative:suite": "objective:keep",
      "initiative:loose": "gap",
    });
  }
});
