// Targets, actuals and frequencies → which target was missed, and when a figure is late.
import { expect, test } from "vitest";
import { iso } from "../../server/model/calendar.ts";
import { after, frequencyOf, inWords } from "../../server/model/derive/frequency.ts";
import { missOf, toldMissOf } from "../../server/model/derive/missed.ts";
import { universeOf } from "../workspace.ts";

/** The missed target of the KPI `k`, and the figure that shows it or "never measured". */
function miss(fields: string, find = missOf): string | undefined {
  const { model, entity } = universeOf(`kpi k { ${fields} }`);
  const found = find(model(), entity("k"));
  return (
    found && `${found.target.value.toFixed()}: ${found.by?.value.toFixed() ?? "never measured"}`
  );
}

test("the latest target that has passed, by the latest actual of its day or later", () => {
  const plan =
    "baseline: 0 on 2025-12 target: 10 by 2026-03 target: 20 by 2026-09 target: 30 by 2027";
  expect(miss(`${plan} actual: 19 on 2026-09`)).toBe("20: 19");
  expect(miss(`${plan} actual: 19 on 2026-10`)).toBe("20: 19");
  expect(miss(`${plan} actual: 19 on 2026-09 actual: 20 on 2026-10`)).toBeUndefined();
  expect(miss(`${plan} actual: 20 on 2026-09 actual: 19 on 2026-10`)).toBe("20: 19");
  // Half a year between the targets has not passed since 30 September.
  expect(miss(`${plan} actual: 9 on 2026-03`)).toBeUndefined();
});

test("without such an actual when one frequency more has passed, unless an earlier one reached it", () => {
  const plan = "target: 10 by 2026-08-22 frequency: quarterly direction: increase";
  expect(miss(`${plan} actual: 9 on 2026-08-21`)).toBe("10: never measured");
  expect(miss(plan)).toBe("10: never measured");
  expect(miss(`${plan} actual: 10 on 2026-05 actual: 9 on 2026-06`)).toBeUndefined();
  expect(miss("target: 10 by 2026-08-23 frequency: quarterly")).toBeUndefined();
});

test("nothing is missed where that cannot be known", () => {
  const plan = "target: 10 by 2025-12 direction: increase";
  expect(miss(plan)).toBe("10: never measured");
  expect(miss(`${plan} actual: 9`)).toBeUndefined();
  expect(miss(`${plan} actual: nine on 2026-01`)).toBeUndefined();
  expect(miss(`${plan} actuals: "none.csv"`)).toBeUndefined();
  expect(miss(`${plan} target: 11 by 2026-13`)).toBeUndefined();
  expect(miss(`${plan} tolerance: wide`)).toBeUndefined();
  expect(miss("target: 10 by 2025-12 direction: up")).toBeUndefined();
});

test("to maintain is to stay within the tolerance, on both sides", () => {
  const at = (value: string) =>
    miss(`target: 10 by 2026-06 direction: maintain actual: ${value} on 2026-07`);
  expect(["9", "11", "8.9", "11.1"].map(at)).toEqual([undefined, undefined, "10: 8.9", "10: 11.1"]);
});

test("what is behind plan is told as that", () => {
  const plan = "baseline: 0 on 2025-12 target: 10 by 2026-06";
  expect(miss(`${plan} actual: 9 on 2026-07`, toldMissOf)).toBe("10: 9");
  expect(miss(`${plan} actual: 8.9 on 2026-07`)).toBe("10: 8.9");
  expect(miss(`${plan} actual: 8.9 on 2026-07`, toldMissOf)).toBeUndefined();
});

test.each([
  ["frequency: weekly target: 1 by 2026 target: 2 by 2027", "weekly"],
  ["target: 3 by 2029 target: 1 by 2026-12 target: 2 by 2027-06", "every 181 days"],
  ["target: 1 by 2026-12 target: 2 by 2026-12", "monthly"],
  ["target: 1 by 2026-12 target: 2", "monthly"],
  ["", "monthly"],
  ["frequency: seldom", undefined],
  ["target: 1 by 2026 target: 2 by 2027-13", undefined],
])("'%s' is measured %s", (fields, expected) => {
  const { model, entity } = universeOf(`strategy s { cadence: monthly } kpi k { ${fields} }`);
  const found = frequencyOf(model(), entity("k"));
  expect(found && inWords(found)).toBe(expected);
});

test("without a cadence a KPI is measured quarterly; with one that cannot be read nobody knows", () => {
  const of = (before: string) => {
    const { model, entity } = universeOf(`${before} kpi k`);
    const found = frequencyOf(model(), entity("k"));
    return found && inWords(found);
  };
  expect(of("")).toBe("quarterly");
  expect(of("strategy s { cadence: sometimes }")).toBeUndefined();
  expect(of("strategi s { cadence: yearly }")).toBeUndefined();
});

test("a frequency is calendar time; half of a month is half of its days", () => {
  const { model } = universeOf("kpi k");
  const from = model().today;
  const late = (word: string, times: number) => iso(Math.floor(after(from, { word }, times)));
  expect(iso(from)).toBe("2026-11-23");
  expect(late("daily", 1.5)).toBe("2026-11-24");
  expect(late("weekly", 1.5)).toBe("2026-12-03");
  expect(late("monthly", 1)).toBe("2026-12-23");
  // From 23 December half of the 31 days to 23 January.
  expect(late("monthly", 1.5)).toBe("2027-01-07");
  expect(late("quarterly", 1.5)).toBe("2027-04-07");
  expect(late("half-yearly", 1)).toBe("2027-05-23");
  expect(late("yearly", 1.5)).toBe("2028-05-23");
  expect(iso(after(from, { days: 181 }, 1.5))).toBe("2027-08-21");
});
