// Points on a bar, clicks that choose, pictures before and after → grips, chosen bars, and what is wrong since.
import { expect, test } from "vitest";
import { asMarked } from "../../../client/drawings/marked.ts";
import { withRange, withToggled } from "../../../client/preview/drag/chosen.ts";
import { gripAt } from "../../../client/preview/drag/grips.ts";
import { wrongSince } from "../../../client/preview/drag/settled.ts";
import { shownPlan } from "./plan.ts";

test.each([
  [200, "start 24, all 168, end 24, dot 20"],
  [48, "start 24, all 16, end 24, dot 20"],
  // A bar too small for all three keeps a middle, and its grips reach beyond it.
  [12, "start 10, all 8, end 10, dot 20"],
  [3, "start 8, all 9, end 8, dot 17"],
])("of a bar of %i px lies under the pointer: %s", (width, parts) => {
  const found = new Map<string, number>();
  for (let x = -40.5; x < width + 40; x++) {
    const grip = gripAt({ x: 0, width }, x, true);
    if (grip) found.set(grip, (found.get(grip) ?? 0) + 1);
  }
  expect([...found].map(([grip, px]) => `${grip} ${px}`).join(", ")).toBe(parts);
});

const plan = shownPlan(`objective o "O" {}
initiative a "A" { supports: o timeline: 2026-Q1 }
initiative b "B" { supports: o timeline: 2026-Q1 }
initiative c "C" { supports: o timeline: 2026-Q1 }`);

test("a click with Ctrl chooses one more or one less, with Shift all up to there", () => {
  const one = withToggled(new Set(), "work:a");
  expect([...one]).toEqual(["work:a"]);
  const all = withRange(one, "work:c", plan.rows);
  expect([...all].sort()).toEqual(["work:a", "work:b", "work:c"]);
  expect([...withToggled(all, "work:b")].sort()).toEqual(["work:a", "work:c"]);
});

const order = (start: string) => `strategy p { horizon: 2026 .. 2028 } objective o "O" {}
initiative crm "CRM" { supports: o timeline: ${start} }
initiative app "App" { supports: o timeline: 2027-Q1 .. 2027-Q4 depends-on: crm }`;

test("a rule that breaks with a drop is told, be it that of what waits for it", () => {
  const [before, after] = [order("2026-Q3"), order("2027-Q2")].map((text) => shownPlan(text));
  const crm = before?.byId.get("crm");
  if (!before || !after || !crm) throw new Error("There is no such plan.");
  const gestures = [{ type: "dates", of: asMarked(crm), was: {}, to: {} } as const];
  expect(wrongSince(before.view, after.view, gestures)).toBe(
    "'App': it starts before 'CRM' has ended",
  );
  expect(wrongSince(after.view, after.view, gestures)).toBeUndefined();
});
