// Status, dates and progress → whether work has begun in time, and how far it is behind.
import { expect, test } from "vitest";
import { isNotStarted, lagInWords, lagOf } from "../../server/model/derive/timeliness.ts";
import { universeOf } from "../workspace.ts";

test.each([
  ["timeline: 2026-10 .. 2027 status: planned", true],
  ["timeline: 2026-11-22 .. 2026-11-23 status: planned", true],
  ["timeline: 2026-10 .. status: planned", true],
  ["timeline: 2026-11-23 .. 2027 status: planned", false],
  ["timeline: 2026-10 .. 2026-11-22 status: planned", false],
  ["timeline: 2026-10 .. 2027 status: active", false],
  ["timeline: 2026-10 .. 2027 status: proposed", false],
  ["timeline: 2026-10 .. 2027", false],
  ["status: planned", false],
])("%s", (fields, expected) => {
  const { all, entity } = universeOf(`initiative work { ${fields} }`);
  expect(isNotStarted(all, entity("work"))).toBe(expected);
});

/** On 23 November, 3 of the 5 days from the 21st have passed: 60%. */
const five = "timeline: 2026-11-21 .. 2026-11-25";

test.each([
  [`${five} progress: 39%`, "39% 60%"],
  [`${five} progress: 40%`, undefined],
  [`${five} progress: 39.9%`, "39.9% 60%"],
  // 327 of 365 days are 89.589…%, which is over 69.58% by 20 points and a little.
  ["timeline: 2026 progress: 69.58%", "69.58% 89.59%"],
  ["timeline: 2026 progress: 69.59%", undefined],
  // 129 of 365 days are 35.342…%.
  ["timeline: 2026-07-18 .. 2027-07-17 progress: 15.34%", "15.34% 35.342%"],
  ["timeline: 2026-01 .. 2026-10 progress: 1%", undefined],
  ["timeline: 2026-01 .. progress: 1%", undefined],
  [`${five} progress: 1% status: proposed`, undefined],
  [`${five} progress: 1% status: completed`, undefined],
  [`${five} progress: 1% status: on-hold`, "1% 60%"],
  [`${five}`, undefined],
])("%s is behind: %s", (fields, expected) => {
  const { all, entity } = universeOf(`initiative work { ${fields} }`);
  const lag = lagOf(all, entity("work"));
  const words = lag && lagInWords(lag);
  expect(words && `${words.done} ${words.elapsed}`).toBe(expected);
});

test("how much is allowed is what the rule is told", () => {
  const { all, entity } = universeOf({
    "strategy.config.json": '{ "rules": { "behind-schedule": ["info", { "points": 50 }] } }',
    "plan.strategy": `initiative a { ${five} progress: 10% } initiative b { ${five} progress: 9% }`,
  });
  expect([lagOf(all, entity("a")), lagOf(all, entity("b"))].map((lag) => lag?.points)).toEqual([
    undefined,
    50,
  ]);
});
