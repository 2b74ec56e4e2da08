// A risk that is dragged onto a square → what that means, in words and as a gesture.
import { expect, test } from "vitest";
import type { Drop } from "../../client/drawings/drawing.ts";
import { risksDrawing } from "../../client/drawings/risks.tsx";
import type { RisksView } from "../../server/views/risks/shape.ts";
import { risksView } from "../../server/views/risks.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";
import { roomOf } from "./drawn.ts";
import { head, risk, ten } from "./risk-plans.ts";

const shown = (source: string): RisksView => viewOf(risksView, universeOf(source).model());

const treated = `${head}${risk("lock", "Lock-in", "high high", "low medium")}`;

/** What it means to drop a mark of a plan on a square. */
function dropped(plan: string, mark: string, square: string): Drop | undefined {
  return risksDrawing.dropped?.(shown(plan), mark, `square:${square}`);
}

test("it says the square, how severe it is, and on which side of the appetite", () => {
  expect(dropped(treated, "spot:lock", "4-3")?.says).toBe(
    "Probability high, impact medium: severity 12, within what is accepted",
  );
  expect(dropped(treated, "risk:lock", "4-4")).toMatchObject({
    says: "Probability high, impact high: severity 16, above what is accepted",
    warns: true,
  });
});

test("what is left after the response is not more than there was before, or a word says so", () => {
  expect(dropped(treated, "spot:lock", "4-5")).toMatchObject({
    says: "Probability high, impact very high: severity 20, above what is accepted, more than before mitigation",
    warns: true,
  });
  expect(dropped(treated, "before:lock", "1-1")).toMatchObject({
    says: "Before mitigation: probability very low, impact very low: severity 1, less than it is today",
    warns: true,
  });
  expect(dropped(treated, "before:lock", "5-5")?.warns).toBeUndefined();
});

test("it is a gesture on what was dragged, with what the picture showed", () => {
  const view = shown(treated);
  const [lock] = view.risks;
  const of = { id: "lock", uri: lock?.source.uri, position: lock?.source.name.start };
  expect(dropped(treated, "before:lock", "5-2")?.gesture).toEqual({
    ...{ type: "rating", of, which: "before" },
    was: { probability: 4, impact: 4 },
    to: { probability: 5, impact: 2 },
  });
  expect(dropped(treated, "risk:lock", "2-2")?.gesture).toMatchObject({
    which: "today",
    was: { probability: 2, impact: 3 },
  });
});

test("where it lies already nothing is to be done", () => {
  expect(dropped(treated, "spot:lock", "2-3")).toEqual({
    says: "Probability low, impact medium, as it is",
  });
  expect(dropped(treated, "before:lock", "4-4")?.gesture).toBeUndefined();
});

test("what is not rated has been nowhere; of what has occurred, or without an appetite, no side is told", () => {
  const open = `${head}risk open "Open" { affects: cloud }`;
  const gesture = dropped(open, "risk:open", "3-3")?.gesture;
  expect(gesture).toMatchObject({ which: "today", to: { probability: 3, impact: 3 } });
  expect(gesture).not.toHaveProperty("was");
  const past = `${head}${risk("past", "Past", "low low", undefined, "status: occurred")}`;
  expect(dropped(past, "risk:past", "5-5")?.says).toBe(
    "Probability very high, impact very high: severity 25",
  );
  const unclear = treated.replace("appetite: medium", "appetite: tiny");
  expect(dropped(unclear, "spot:lock", "5-1")?.says).toBe(
    "Probability very high, impact very low: severity 5",
  );
});

test("other marks and places mean nothing", () => {
  expect(dropped(treated, "crowd:1-1", "1-1")).toBeUndefined();
  expect(dropped(treated, "risk:gone", "1-1")).toBeUndefined();
  expect(dropped(treated, "risk:lock", "6-1")).toBeUndefined();
});

test("only where it can be changed there are signs to drag, rings among them, and squares to drop them on", () => {
  const view = shown(ten);
  for (const width of [340, 900, 1600]) {
    const plain = risksDrawing.layOut(view, roomOf(width));
    expect(plain.drops).toBeUndefined();
    expect(plain.marks.filter(({ drags, key }) => drags || key.startsWith("before:"))).toEqual([]);
    const { marks, drops = [] } = risksDrawing.layOut(view, roomOf(width, { edits: true }));
    const dragged = marks.filter(({ drags }) => drags);
    expect(drops).toHaveLength(25);
    expect(drops[12]?.key).toBe("square:3-3");
    // Each sign of the matrix lies in the place from which it comes.
    for (const { key, drags } of dragged.filter((mark) => !mark.key.startsWith("risk:"))) {
      const place = drops.find((one) => one.key === drags?.from);
      const [dx, dy] = [(drags?.x ?? 0) - (place?.x ?? 0), (drags?.y ?? 0) - (place?.y ?? 0)];
      expect([key, dx > 0, dx < (place?.width ?? 0)]).toEqual([key, true, true]);
      expect([key, dy > 0, dy < (place?.height ?? 0)]).toEqual([key, true, true]);
    }
    expect(dragged.filter(({ key }) => key.startsWith("risk:"))).toHaveLength(view.risks.length);
    expect(dragged.some(({ key }) => key.startsWith("before:"))).toBe(width >= 600);
  }
});
