// The plan as first approved → slip and overrun, with the arithmetic written out.
import { expect, test } from "vitest";
import { overrunOf, slipDays } from "../../server/model/derive/baseline.ts";
import { universeOf } from "../workspace.ts";

function slips(source: string, ...names: string[]): (number | undefined)[] {
  const { all, entity } = universeOf(source);
  return names.map((name) => slipDays(all, entity(name)));
}

test("slip is end − initial end, in days", () => {
  const source = `
    initiative late { timeline: 2026-Q2 .. 2027-Q2 initial { timeline: 2026-Q2 .. 2027-Q1 } }
    initiative early { timeline: 2026-01 initial { timeline: 2026-01 for 2 months } }
    initiative same { timeline: 2026-01 initial { timeline: 2025-12 .. 2026-01 } }
    initiative computed { timeline: after same for 1 month initial { timeline: 2026-02-01 .. 2026-02-20 } }
    initiative programme { initial { timeline: 2026-01 }
      initiative part { timeline: 2026-02 }
    }
  `;
  // April to June 2027 are 91 days; February 2026 has 28.
  expect(slips(source, "late", "early", "same", "computed", "programme")).toEqual([
    91, -28, 0, 8, 28,
  ]);
});

test("there is no slip where one of the ends is not known", () => {
  const source = `
    strategy s { horizon: 2026 .. 2028 }
    initiative open { timeline: 2026-01 .. initial { timeline: 2026-01 } }
    initiative was-open { timeline: 2026-01 initial { timeline: 2026-01 .. } }
    initiative none { timeline: 2026-01 }
    initiative bare { initial { timeline: 2026-01 } }
    initiative odd { timeline: 2026-01 initial { timeline: 2026-13 } }
    initiative money { timeline: 2026-01 initial { budget: 1M } }
  `;
  expect(slips(source, "open", "was-open", "none", "bare", "odd", "money")).toEqual(
    Array(6).fill(undefined),
  );
});

test("overrun is amount ÷ initial budget − 1", () => {
  const source = {
    "strategy.config.json": '{ "rates": { "USD": 0.5 } }',
    "plan.strategy": `
      strategy s { currency: EUR }
      initiative more { budget: 1.25M initial { budget: 1M } }
      initiative less { budget: 900k initial { budget: 1M } }
      initiative cost { cost { upfront: 300k } initial { budget: 200k } }
      initiative dollars { budget: 1M initial { budget: 1M USD } }
      initiative free { budget: 1M initial { budget: 0 } }
      initiative unknown { budget: 1M initial { budget: 1M CHF } }
      initiative silent { initial { budget: 1M } }
      initiative first { budget: 1M }
    `,
  };
  const { all, entity } = universeOf(source);
  const names = "more less cost dollars free unknown silent first".split(" ");
  // A dollar is half a euro, so 1M USD was 500k.
  expect(names.map((name) => overrunOf(all, entity(name))?.toFixed())).toEqual([
    "0.25",
    "-0.1",
    "0.5",
    "1",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
