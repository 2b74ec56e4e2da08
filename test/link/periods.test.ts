// Periods of two written dates: each end stands for its whole span, in the fiscal year of its project.
import { expect, test } from "vitest";
import { diagnosed } from "../diagnosed.ts";
import { check } from "./faults.ts";

test("a period that ends before it begins is told whole, with a swap as its fix", () => {
  check(`
    strategy s "S" { horizon: 2028 .. 2026 }
                              ^^^^^^^^^^^^ inverted-period: such as 2026 .. 2028 @Swap the dates
    objective a "A" { timeline: 2026-Q2..2026-Q1 }
                                ^^^^^^^^^^^^^^^^ inverted-period: such as 2026-Q1 .. 2026-Q2
    initiative b "B" { timeline: 2026-03-02 .. 2026-03-01 }
                                 ^^^^^^^^^^^^^^^^^^^^^^^^ inverted-period
    initiative c "C" { timeline: 2027, initial { timeline: 2027-Q2 .. 2027-Q1 } }
                                                           ^^^^^^^^^^^^^^^^^^ inverted-period
  `);
});

test("coarse dates begin on their first day and end on their last", () => {
  check(`
    initiative a "A" { timeline: 2026-06 .. 2026 }
    initiative b "B" { timeline: 2026 .. 2026-06 }
    initiative c "C" { timeline: 2026-06-30 .. 2026-H1 }
    initiative d "D" { timeline: 2026-07-01 .. 2026-H1 }
                                 ^^^^^^^^^^^^^^^^^^^^^ inverted-period
    initiative e "E" { timeline: 2026-03-31 .. 2026-Q1 }
    initiative f "F" { timeline: 2026-03-01 .. 2026-03-01 }
  `);
});

test("years, halves and quarters are fiscal, months and days are not", () => {
  check(`
    strategy s "S" { fiscal-year-start: 4 }
    initiative a "A" { timeline: 2025-07 .. 2026-Q1 }
                                 ^^^^^^^^^^^^^^^^^^ inverted-period
    initiative b "B" { timeline: 2025-06 .. 2026-Q1 }
    initiative c "C" { timeline: 2026-05 .. 2026 }
                                 ^^^^^^^^^^^^^^^ inverted-period
  `);
  check(`
    strategy s "S" { fiscal-year-start: 4, fiscal-year-named-by: start }
    initiative a "A" { timeline: 2026-07 .. 2026-Q1 }
                                 ^^^^^^^^^^^^^^^^^^ inverted-period
    initiative c "C" { timeline: 2027-03 .. 2026 }
  `);
});

test("only two written dates are compared, and nothing where the fiscal year is unknown", () => {
  check(`
    initiative a "A" { timeline: 2027 .. }
    initiative b "B" { timeline: after a .. 2026 }
    initiative c "C" { timeline: 2027 for 2 weeks }
  `);
  const { findings } = diagnosed({
    "plan.strategy":
      'strategy s "S" { fiscal-year-start: 13 }\ninitiative a "A" { timeline: 2027 .. 2026 }\n',
  });
  expect(findings.map((one) => one.rule)).not.toContain("inverted-period");
});

test("the swap keeps what stands between the dates", () => {
  const files = { "plan.strategy": 'initiative a "A" { timeline: 2027 /* ? */ .. 2026-H1 }\n' };
  const { diagnostics, after } = diagnosed(files);
  const [fix] = diagnostics.find((one) => one.code === "inverted-period")?.fixes ?? [];
  expect(fix && after(fix)["plan.strategy"]).toBe(
    'initiative a "A" { timeline: 2026-H1 .. 2027 /* ? */ }\n',
  );
});
