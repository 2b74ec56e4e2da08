// Baseline, targets and actuals, written and in files → where a KPI stands.
import { expect, test } from "vitest";
import { iso } from "../../server/model/calendar.ts";
import { kpiState } from "../../server/model/derive/kpi.ts";
import { universeOf } from "../workspace.ts";

type Source = Parameters<typeof universeOf>[0];

test("the example of the language", () => {
  const { latest, expected, attainment, rag, behind, direction, nextTarget } = kpi(`
    unit: %
    baseline: 4.2 on 2026-01
    target: 3.5 by 2026-12
    target: 2.5 by 2027-06
    actual: 3.6 on 2026-10`);
  expect(`${latest?.value} ${iso(latest?.day ?? 0)} ${latest?.source}`).toBe(
    "3.6 2026-10-31 field",
  );
  // 31 January to 31 October are 273 of the 334 days to 31 December: 4.2 − 0.7 × 273 ÷ 334.
  expect(expected?.toFixed(10)).toBe("3.6278443114");
  // (4.2 − 3.6) ÷ (4.2 − 3.6278…) = 0.6 × 334 ÷ (0.7 × 273).
  expect(attainment).toBeCloseTo(200.4 / 191.1, 12);
  expect([rag, behind, direction]).toEqual(["green", false, "decrease"]);
  expect(iso(nextTarget?.day ?? 0)).toBe("2026-12-31");
});

test("green, amber and red by the distance to the target then due", () => {
  // On 31 October 3.6278 is expected; 10% of 4.2 − 3.5 are 0.07: behind from 3.6978, red from 3.7678.
  const at = (value: string, tolerance = "") =>
    kpi(`baseline: 4.2 on 2026-01 target: 3.5 by 2026-12 actual: ${value} on 2026-10 ${tolerance}`)
      .rag;
  expect(["3", "3.69", "3.7", "3.76", "3.77"].map((value) => at(value))).toEqual([
    "green",
    "green",
    "amber",
    "amber",
    "red",
  ]);
  expect(at("3.7", "tolerance: 20%")).toBe("green");
  expect(at("3.7", "tolerance: 0%")).toBe("red");
  expect(at("3.7", "tolerance: 0.1 points unit: points")).toBe("green");
});

test("a quantity as tolerance needs the unit of the KPI", () => {
  const at = (fields: string) =>
    kpi(`baseline: 10 on 2026-01-01 target: 0 by 2026-12-31 actual: 1 on 2026-12-31 ${fields}`).rag;
  expect(at("unit: days tolerance: 2 days")).toBe("green");
  expect(at("unit: days tolerance: 2 Day")).toBe("green");
  expect(at("unit: days tolerance: 0.4 days")).toBe("red");
  expect(at("unit: days tolerance: 2 hours")).toBe("grey");
  expect(at("tolerance: 2 hours")).toBe("green");
});

test("an actual on the date of the baseline is held against the baseline", () => {
  const state = kpi("baseline: 10 on 2026-01 target: 20 by 2026-12 actual: 10 on 2026-01");
  expect([state.expected?.toFixed(), state.attainment, state.rag]).toEqual(["10", 1, "green"]);
  expect(kpi("baseline: 10 on 2026-02 target: 20 by 2026-12 actual: 9 on 2026-01").rag).toBe(
    "grey",
  );
});

test("after the last target it stays", () => {
  const state = kpi("baseline: 10 on 2025-01 target: 20 by 2025-12 actual: 19 on 2026-10");
  expect([state.expected?.toFixed(), state.attainment, state.rag]).toEqual(["20", 0.9, "green"]);
  expect(state.nextTarget).toBe(undefined);
});

test("an actual counts on its date, wherever today is", () => {
  const state = kpi("baseline: 0 on 2025-12-31 target: 10 by 2027-12-31 actual: 5 on 2026");
  // 365 of 730 days.
  expect([state.expected?.toFixed(), iso(state.latest?.day ?? 0)]).toEqual(["5", "2026-12-31"]);
});

test("without a dated baseline the latest target whose date has come is expected, and before the first nothing", () => {
  const plan = "target: 20 by 2026-03 target: 40 by 2026-09";
  const at = (fields: string) => {
    const { expected, dueTarget } = kpi(`${plan} ${fields}`);
    return `${expected?.toFixed()} ${dueTarget?.value.toFixed()}`;
  };
  expect(at("actual: 12 on 2026-03-30")).toBe("undefined undefined");
  expect(at("actual: 12 on 2026-03-31")).toBe("20 20");
  expect(at("actual: 12 on 2026-09-29")).toBe("20 20");
  expect(at("actual: 12 on 2026-10")).toBe("40 40");
});

test("without a baseline the tolerance is a share of the target, with an undated one of the way from it", () => {
  const at = (fields: string) => kpi(`target: 100 by 2026-06 ${fields}`).rag;
  // 10 of 100.
  expect(["90", "89", "80", "79"].map((value) => at(`actual: ${value} on 2026-07`))).toEqual([
    "green",
    "amber",
    "amber",
    "red",
  ]);
  // 2 of 100 − 80.
  expect(
    ["98", "97", "96", "95"].map((value) => at(`baseline: 80 actual: ${value} on 2026-07`)),
  ).toEqual(["green", "amber", "amber", "red"]);
  expect(at("baseline: 80 tolerance: 50% actual: 90 on 2026-07")).toBe("green");
  // Less is better, by the direction written or the first actual.
  expect(at("direction: decrease actual: 110 on 2026-07")).toBe("green");
  expect(at("direction: decrease actual: 111 on 2026-07")).toBe("amber");
  expect(at("actual: 150 on 2026-05 actual: 121 on 2026-07")).toBe("red");
});

test("without a baseline to maintain is to stay at the target, on both sides", () => {
  const at = (value: string) =>
    kpi(`target: 100 by 2026-06 direction: maintain actual: ${value} on 2026-07`).rag;
  expect(["89", "90", "110", "111", "121"].map(at)).toEqual([
    "amber",
    "green",
    "green",
    "amber",
    "red",
  ]);
});

test("without a way to go the attainment is what is left of the target", () => {
  const at = (fields: string) => kpi(`target: 100 by 2026-06 ${fields}`).attainment;
  expect(at("actual: 90 on 2026-07")).toBe(0.9);
  expect(at("actual: 120 on 2026-07")).toBe(1);
  expect(at("direction: decrease actual: 120 on 2026-07")).toBe(0.8);
  // (90 − 80) ÷ (100 − 80).
  expect(at("baseline: 80 actual: 90 on 2026-07")).toBe(0.5);
});

test("the target then due is the next one on the line, after the last the last", () => {
  const at = (date: string) =>
    kpi(`baseline: 0 on 2025-12-31 target: 9 by 2026-09 target: 5 by 2026-03 target: 1 by 2025-06
      actual: 1 on ${date}`).dueTarget?.value.toFixed();
  expect(["2025-11", "2026-01", "2026-03", "2026-04", "2026-12"].map(at)).toEqual([
    undefined,
    "5",
    "5",
    "9",
    "9",
  ]);
});

test("without anything that it takes nothing is expected", () => {
  const grey = (fields: string) => {
    const { expected, attainment, behind, rag } = kpi(fields);
    expect([expected, attainment, behind, rag]).toEqual([undefined, undefined, undefined, "grey"]);
  };
  grey("baseline: 10 target: 20 by 2026-12 actual: 12 on 2026-10");
  grey("target: 20 by 2026-12 actual: 12 on 2026-10");
  grey("baseline: 10 on 2026-01 target: 20 actual: 12 on 2026-10");
  grey("baseline: 10 on 2026-01 actual: 12 on 2026-10");
  grey("baseline: 10 on 2026-01 target: 20 by 2026-12");
});

test("what rests on a faulty value is unknown", () => {
  const plan = "baseline: 10 on 2026-01 target: 20 by 2026-12";
  expect(kpi(`${plan} actual: 12 on 2026-10 target: 30 by 2027-13`).rag).toBe("grey");
  expect(kpi(`${plan} actual: 12 on 2026-10 actual: 12 on 2026-13`).latest).toBe(undefined);
  expect(kpi(`${plan} actual: 12 on 2026-10 direction: up`).rag).toBe("grey");
  expect(kpi(`${plan} actual: 12 on 2026-10 tolerance: wide`).rag).toBe("grey");
  expect(kpi(`${plan} actual: 12 on 2026-10 actuals: "none.csv"`).latest).toBe(undefined);
  expect(kpi(`${plan} actual: 12 on 2026-Q3`, "strategy s { fiscal-year-start: 13 }").rag).toBe(
    "grey",
  );
});

test("the direction is written, else it goes from the baseline to the target", () => {
  const of = (fields: string) => kpi(fields).direction;
  expect(of("baseline: 1 target: 2")).toBe("increase");
  expect(of("baseline: 2 target: 1")).toBe("decrease");
  expect(of("baseline: 2 target: 2")).toBe("maintain");
  expect(of("baseline: 2 on 2025 target: 3 by 2027 target: 2 by 2026")).toBe("increase");
  expect(of("baseline: 2 target: 1 direction: increase")).toBe("increase");
  expect(of("baseline: 2")).toBe(undefined);
  expect(of("direction: decrease")).toBe("decrease");
});

test("without a baseline it goes from the first actual, if not later than the first target, to the last; else up", () => {
  const of = (fields: string) => {
    const { direction, isDirectionAssumed } = kpi(fields);
    return `${direction}${isDirectionAssumed ? " assumed" : ""}`;
  };
  const targets = "target: 20 by 2026-03 target: 10 by 2026-09";
  expect(of(`${targets} actual: 15 on 2026-03`)).toBe("decrease");
  expect(of(`${targets} actual: 5 on 2026-02 actual: 30 on 2026-03`)).toBe("increase");
  expect(of(`${targets} actual: 15 on 2026-04-01`)).toBe("increase assumed");
  expect(of(`${targets} actual: 10 on 2026-01`)).toBe("increase assumed");
  expect(of(targets)).toBe("increase assumed");
  expect(of("target: 20 actual: 30 on 2026-01")).toBe("increase assumed");
  expect(of(`${targets} direction: decrease`)).toBe("decrease");
  // What would tell it cannot be read.
  expect(of(`${targets} actual: 15 on 2026-13`)).toBe("undefined");
  expect(of(`${targets} actuals: "none.csv"`)).toBe("undefined");
  expect(of(`${targets} baseline: high`)).toBe("undefined");
  expect(of(`${targets} target: high`)).toBe("undefined");
});

test("of two actuals for a day the first counts, and one without a date counts nowhere", () => {
  const { series, repeated, latest, isUndated } = kpi(
    "actual: 1 on 2026-05 actual: 2 on 2026-05-31 actual: 1 on 2026-05 actual: 9 actual: 3 on 2026-04",
  );
  expect(series.map(({ value }) => value.toFixed())).toEqual(["3", "1"]);
  expect(repeated.map(({ written, first }) => `${written.value} ${first.value}`)).toEqual([
    "2 1",
    "1 1",
  ]);
  expect([latest?.value.toFixed(), isUndated]).toEqual(["1", true]);
});

test("targets are in doubt where one of them or its date cannot be read", () => {
  const of = (fields: string, before = "") => kpi(fields, before).areTargetsDoubtful;
  expect(of("target: 1 by 2026-12 target: 2")).toBe(false);
  expect(of("target: 1 by 2026-12 target: two")).toBe(true);
  expect(of("target: 1 by 2026-12 taget: 2 by 2027")).toBe(true);
  expect(of("target: 1 by 2026-Q4", "strategy s { fiscal-year-start: 13 }")).toBe(true);
});

test("what should stay is held against its target, on both sides", () => {
  const at = (value: string) =>
    kpi(`baseline: 4.2 on 2025-12 target: 4.2 by 2028-12 direction: maintain tolerance: 5%
      actual: ${value} on 2026-09`);
  // 5% of 4.2 are 0.21: 3.99 to 4.41; amber to 3.78 and 4.62.
  expect(["3.99", "3.98", "4.41", "4.42", "4.63"].map((value) => at(value).rag)).toEqual([
    "green",
    "amber",
    "green",
    "amber",
    "red",
  ]);
  expect(at("4.1").attainment).toBeCloseTo(4.1 / 4.2, 12);
});

test("the file and the written actuals are one series, and the file wins", () => {
  const state = kpi({
    "plan.strategy": `kpi k {
      baseline: 0 on 2025-12-31 target: 100 by 2026-12-31 actuals: "data/k.csv"
      actual: 10 on 2026-01 actual: 22 on 2026-02 actual: 33 on 2026-03
    }`,
    "data/k.csv": "date,value\n2026-02-28,20\n2026-03-31,33.0\n2026-04-30,40\noops,1\n",
  });
  expect(state.series.map((one) => `${iso(one.day)} ${one.value} ${one.source}`)).toEqual([
    "2026-01-31 10 field",
    "2026-02-28 20 file",
    "2026-03-31 33 file",
    "2026-04-30 40 file",
  ]);
  expect(state.latest?.line).toBe(4);
  expect(state.shadowed.map(({ written, file }) => `${written.value} ${file.value}`)).toEqual([
    "22 20",
  ]);
});

test("it was last measured on the latest actual or, with none at all, at the baseline", () => {
  const of = (fields: string) => kpi(fields).lastMeasured;
  expect(iso(of("baseline: 1 on 2026-01 actual: 2 on 2026-03 actual: 3 on 2026-02") ?? 0)).toBe(
    "2026-03-31",
  );
  expect(iso(of("baseline: 1 on 2026-01") ?? 0)).toBe("2026-01-31");
  expect(of("baseline: 1 on 2026-01 actual: 2 on 2026-13")).toBe(undefined);
  expect(of("unit: %")).toBe(undefined);
});

/** The state of the KPI `k`: its fields, or whole files. */
function kpi(source: Source, before = ""): ReturnType<typeof kpiState> {
  const text = typeof source === "string" ? `${before} kpi k { ${source} }` : source;
  const { all, entity } = universeOf(text);
  return kpiState(all, entity("k"));
}
