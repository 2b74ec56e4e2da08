// The fields of a KPI → its figures and its verdict in words, or why nobody knows.
import { expect, test } from "vitest";
import { only } from "./kpi-rows.ts";

test.each([
  [
    "% 4.2 on 2026-01",
    "3.5 by 2026-12",
    "3.75 on 2026-10",
    "amber | 4.20% 3.75% (3.63%) | 79%, slipping",
  ],
  ["% 18.0 on 2025-12", "24 by 2026-12", "23 on 2026-10", "green | 18.0% 23.0% (22.997%) | 100.1%"],
  [
    "% 18 on 2025-12",
    "24 by 2026-12",
    "17 on 2026-10",
    "red | 18% 17% (23.0%) | Worse than at the start",
  ],
  [
    "h 0 on 2025-12",
    "100 by 2026-12",
    "-3 on 2026-10",
    "red | 0 −3 (83.3) h | Worse than at the start",
  ],
  ["h 0 on 2026-10-30", "100 by 2026-12", "40 on 2026-10", "green | 0 40 (1.6) h | over 999%"],
  [
    "h 1.2M on 2026-01",
    "2M by 2026-12",
    "1.25M on 2026-10",
    "red | 1.20M 1.25M (1.85M) h | 8%, behind",
  ],
  [
    "h 125000 on 2026-01",
    "200k by 2026-12",
    "185300 on 2026-10",
    "green | 125,000 185,300 (186,302.4) h | 98%",
  ],
  [
    "h 0.00001 on 2026-01",
    "0.00003 by 2026-12",
    "0.00003 on 2026-10",
    "green | 0.00001 0.00003 (0.00002…) h | 122%",
  ],
])(
  "printed in its own decimals, what is expected with one more: %s, %s, %s",
  (from, to, now, says) => {
    const [unit = "", ...baseline] = from.split(" ");
    const written = `unit: ${unit} baseline: ${baseline.join(" ")} target: ${to} actual: ${now}`;
    const shown = only(written).replace(/0\.00002\d+/, "0.00002…");
    expect(shown).toBe(`k ${says} | ${shown.split(" | ").slice(3).join(" | ")}`);
  },
);

test("to keep a figure, it may be too high or too low", () => {
  const kept =
    "unit: h baseline: 99 on 2026-01 target: 99 by 2026-12 direction: maintain tolerance: 5%";
  const words = (actual: number) => only(`${kept} actual: ${actual} on 2026-10`).split(" | ")[2];
  expect([99, 97, 91, 80, 107, 120].map(words)).toEqual([
    "100%",
    "98%",
    "92%, too low",
    "81%, far too low",
    "92%, too high",
    "79%, far too high",
  ]);
});

const start = "baseline: 1 on 2026-01";
const aim = "target: 3 by 2026-12";

test.each([
  ["", "– – | Nothing is written yet | – | Never"],
  [aim, "– – | No baseline and no figure | 3 by Dec 2026 | Never"],
  [`${start} ${aim}`, "1 – | No figure yet | 3 by Dec 2026 | Jan 2026, 10 months ago"],
  ["actual: 3 on 2026-10", "– 3 | No baseline and no target | – | Oct 2026"],
  [`${start} actual: 2 on 2026-10`, "1 2 | No target | – | Oct 2026"],
  [`${aim} actual: 3 on 2026-10`, "– 3 | Nothing due before Dec 2026 | 3 by Dec 2026 | Oct 2026"],
  [
    `baseline: 1 ${aim} actual: 3 on 2026-10`,
    "1 3 | Its baseline has no date | 3 by Dec 2026 | Oct 2026",
  ],
  [
    `${start} target: 3 actual: 3 on 2026-10`,
    "1 3 | Its target has no date | 3 no date | Oct 2026",
  ],
  [`${start} ${aim} actual: 3`, "1 – | Its figure has no date | 3 by Dec 2026 | Jan 2026"],
  [
    `${start} ${aim} actual: 2 on 2025-10`,
    "1 2 | Measured before its baseline | 3 by Dec 2026 | Oct 2025, 13 months ago",
  ],
  [
    `${start} ${aim} actual: 3 on 2026-10 tolerance: 5 apples unit: h`,
    "1 3 (2.6) h | Its tolerance does not fit | 3 by Dec 2026 | Oct 2026",
  ],
  [
    `${start} ${aim} actuals: "no.csv"`,
    "1 – | Its file cannot be read | 3 by Dec 2026 | Not known",
  ],
  [`${start} ${aim} actual: lots`, "1 – | A figure cannot be read | 3 by Dec 2026 | Not known"],
  [
    `baseline: ? ${aim} actual: 3 on 2026-10`,
    "– 3 | Its baseline cannot be read | 3 by Dec 2026 | Oct 2026",
  ],
])("what nobody knows is said in words, and is a dash, never 0: %s", (fields, says) => {
  expect(only(`frequency: quarterly ${fields}`)).toBe(`k grey | ${says}`);
});

test("targets in the past were met, were missed, or nobody knows", () => {
  const past = "baseline: 1 on 2025-01 target: 3 by 2025-12";
  expect(only(`${past} actual: 3 on 2025-12`)).toBe(
    "k green | 1 3 (3.0) | 100% | 3 met, Dec 2025 | Dec 2025",
  );
  expect(only(`${past} actual: 2 on 2026-10`)).toBe(
    "k red | 1 2 (3.0) | 50%, behind | 3 missed, Dec 2025 | Oct 2026",
  );
  expect(only(`${past} target: 4 by 2026-12 actual: 2 on 2026-10`)).toBe(
    "k red | 1 2 (3.8) | 35%, behind | 4 by Dec 2026 | Oct 2026 | It missed 3 by Dec 2025",
  );
  expect(only("direction: increase target: 3 by 2025-12 actual: 1 on 2025-11")).toContain(
    "missed, Dec 2025",
  );
  expect(only("target: 3 by 2026-10 frequency: yearly")).toContain("3 was due Oct 2026");
  expect(
    only("direction: increase baseline: 5 on 2026-01 target: 3 by 2026-12 actual: 4 on 2026-10"),
  ).toContain("| Target leads the wrong way |");
});

test("figures from a file count, and rows that do not are said", () => {
  const fields = `unit: % ${start} ${aim} actuals: "data/k.csv"`;
  const data = "date,value\n2026-09-30,2.4\n2026-10-28,2.5\n2026-11-30,lots\n";
  expect(only(fields, { "data/k.csv": data })).toBe(
    "k green | 1.0% 2.5% (2.6%) | 93% | 3.0% by Dec 2026 | 28 Oct 2026 | 1 row of its file does not count",
  );
});
