import { Big } from "big.js";
import { expect, test } from "vitest";
import { day } from "../../server/model/calendar.ts";
import {
  attainmentOf,
  type Direction,
  expectedOn,
  judge,
  type Plan,
} from "../../server/model/derive/plan.ts";

test("expects what lies on the line from the baseline to the target", () => {
  // 273 of the 334 days from 31 Jan to 31 Dec have passed: 4.2 − 0.7 × 273 ÷ 334 = 3.6278…
  expect(expected("4.2 2026-01-31, 3.5 2026-12-31", "2026-10-31")).toBe("3.6278");
  // Half of 10 days: 0 + 5 × 5 ÷ 10.
  expect(expected("0 2026-01-01, 5 2026-01-11", "2026-01-06")).toBe("2.5000");
});

test("expects the baseline on its day, the target on its day, and nothing earlier", () => {
  expect(expected("10 2026-01-01, 20 2026-01-11", "2026-01-01")).toBe("10.0000");
  expect(expected("10 2026-01-01, 20 2026-01-11", "2026-01-11")).toBe("20.0000");
  expect(expected("10 2026-01-01, 20 2026-01-11", "2025-12-31")).toBe(undefined);
});

test("goes on from target to target, and stays after the last", () => {
  const plan = "10 2026-01-01, 20 2026-01-11, 40 2026-01-21";
  expect(expected(plan, "2026-01-16")).toBe("30.0000");
  expect(expected(plan, "2027-01-01")).toBe("40.0000");
});

test("leaves out targets that are not later than the baseline, unless there is no other", () => {
  expect(expected("10 2026-01-11, 5 2026-01-01, 20 2026-01-21", "2026-01-16")).toBe("15.0000");
  expect(expected("10 2026-01-11, 5 2026-01-01", "2026-01-16")).toBe("5.0000");
  expect(expected("10 2026-01-11, 5 2026-01-11", "2026-01-11")).toBe("5.0000");
});

test("takes the last of several targets on one day", () => {
  expect(expected("10 2026-01-01, 99 2026-01-11, 20 2026-01-11", "2026-01-06")).toBe("15.0000");
});

test("judges by a share of the distance from the baseline to the target then due", () => {
  // Expected 15 of 10 → 20; 10% of the distance are 1.
  const plan = "10 2026-01-01, 20 2026-01-11";
  expect(judged("increase", plan, "2026-01-06", "14")).toBe("green");
  expect(judged("increase", plan, "2026-01-06", "13.99")).toBe("amber");
  expect(judged("increase", plan, "2026-01-06", "13")).toBe("amber");
  expect(judged("increase", plan, "2026-01-06", "12.99")).toBe("red");
  expect(judged("increase", plan, "2026-01-06", "99")).toBe("green");
  // From the baseline, not from the target before: 10% of 10 → 40 are 3.
  const two = `${plan}, 40 2026-01-21`;
  expect(judged("increase", two, "2026-01-16", "27")).toBe("green");
  expect(judged("increase", two, "2026-01-16", "26.9")).toBe("amber");
});

test("is exact where the expected value is not", () => {
  // Expected 1 ÷ 3 on the second of four days; tolerance 0.1; 1 ÷ 3 − 0.1 does not end, but
  // 0.2333…4 is within it and 0.2333…3 is not.
  const plan = "0 2026-01-01, 1 2026-01-04";
  expect(judged("increase", plan, "2026-01-02", "0.233333333333333333333333333334")).toBe("green");
  expect(judged("increase", plan, "2026-01-02", "0.233333333333333333333333333333")).toBe("amber");
});

test("turns round for what should decrease, and looks both ways for what should stay", () => {
  const down = "20 2026-01-01, 10 2026-01-11";
  expect(judged("decrease", down, "2026-01-06", "16")).toBe("green");
  expect(judged("decrease", down, "2026-01-06", "16.5")).toBe("amber");
  expect(judged("decrease", down, "2026-01-06", "1")).toBe("green");
  // 10% of the target 50 are 5, above and below.
  const flat = "50 2026-01-01, 50 2026-12-31";
  expect(judged("maintain", flat, "2026-06-30", "45")).toBe("green");
  expect(judged("maintain", flat, "2026-06-30", "55.5")).toBe("amber");
  expect(judged("maintain", flat, "2026-06-30", "60.5")).toBe("red");
});

test("takes a quantity as it is", () => {
  const plan = "10 2026-01-01, 20 2026-01-11";
  expect(judged("increase", plan, "2026-01-06", "13", { absolute: new Big(2) })).toBe("green");
  expect(judged("increase", plan, "2026-01-06", "11", { absolute: new Big(2) })).toBe("amber");
  expect(judged("increase", plan, "2026-01-06", "10.9", { absolute: new Big(2) })).toBe("red");
});

test("attains the share of the way that is expected", () => {
  // (13 − 10) ÷ (15 − 10), (20 − 10) ÷ 5, (9 − 10) ÷ 5.
  const plan = "10 2026-01-01, 20 2026-01-11";
  expect(attained("increase", plan, "2026-01-06", "13")).toBe(0.6);
  expect(attained("increase", plan, "2026-01-06", "20")).toBe(2);
  expect(attained("increase", plan, "2026-01-06", "9")).toBe(-0.2);
  // (4.2 − 3.75) ÷ (4.2 − 3.5).
  const down = "4.2 2026-01-01, 3.5 2026-12-31";
  expect(attained("decrease", down, "2026-12-31", "3.85")).toBe(0.5);
});

test("attains what is kept where there is no way to go", () => {
  // 1 − 2 ÷ 50, on either side; never below 0; nothing to measure against 0.
  const flat = "50 2026-01-01, 50 2026-12-31";
  expect(attained("maintain", flat, "2026-06-30", "48")).toBe(0.96);
  expect(attained("maintain", flat, "2026-06-30", "52")).toBe(0.96);
  expect(attained("maintain", flat, "2026-06-30", "500")).toBe(0);
  expect(attained("increase", flat, "2026-06-30", "52")).toBe(1);
  expect(attained("increase", flat, "2026-06-30", "48")).toBe(0.96);
  expect(attained("increase", "0 2026-01-01, 0 2026-12-31", "2026-06-30", "1")).toBe(undefined);
});

/** `value date, value date, …`: the baseline first. */
function planOf(text: string): Plan {
  const [baseline, first, ...others] = text.split(", ").map((part) => {
    const [value = "", date = ""] = part.split(" ");
    return { value: new Big(value), day: day(date) };
  });
  if (baseline === undefined || first === undefined) throw new Error("A plan has a target.");
  return { from: baseline, baseline: baseline.value, targets: [first, ...others] };
}

function expected(plan: string, date: string): string | undefined {
  const found = expectedOn(planOf(plan), day(date));
  return found?.times.div(found.scale).toFixed(4);
}

function judged(
  direction: Direction,
  plan: string,
  date: string,
  value: string,
  tolerance: Parameters<typeof judge>[2] = { percent: new Big(10) },
): string | undefined {
  const found = expectedOn(planOf(plan), day(date));
  return found && judge(direction, found, tolerance, new Big(value));
}

function attained(
  direction: Direction,
  plan: string,
  date: string,
  value: string,
): number | undefined {
  const found = expectedOn(planOf(plan), day(date));
  return found && attainmentOf(direction, found, new Big(value));
}
