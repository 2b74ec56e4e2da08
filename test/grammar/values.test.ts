import { describe, expect, test } from "vitest";
import { isCurrency, nfc, readDate, readNumber, suggestDate } from "../../grammar/values.ts";

describe("numbers are read exactly", () => {
  test.each([
    ["12", "12"],
    ["-3", "-3"],
    ["+3", "3"],
    ["4.5", "4.5"],
    ["1_200_000", "1200000"],
    ["250k", "250000"],
    ["1.2M", "1200000"],
    ["3B", "3000000000"],
    ["0.1", "0.1"],
    ["1.000_000_1k", "1000.0001"],
    ["123456789012345678901234567890.1", "123456789012345678901234567890.1"],
  ])("%s", (text, value) => expect(readNumber(text)?.toFixed()).toBe(value));

  test.each(["", "1.", ".5", "1__0", "_1", "1_", "1.2m", "1,200", "1.2.3", "12 000", "k", "1e3"])(
    "not %s",
    (text) => expect(readNumber(text)).toBeUndefined(),
  );
});

describe("dates are read as precisely as they are written", () => {
  test.each([
    ["2026-03-15", "day 2026 3 15"],
    ["2024-02-29", "day 2024 2 29"],
    ["2026-03", "month 2026 3 0"],
    ["2026-Q1", "quarter 2026 1 0"],
    ["2026-H2", "half 2026 2 0"],
    ["2026", "year 2026 0 0"],
  ])("%s", (text, value) => {
    const date = readDate(text);
    expect(`${date?.precision} ${date?.year} ${date?.part} ${date?.day}`).toBe(value);
  });

  test.each(["2026-02-30", "2100-02-29", "2026-13", "2026-00", "2026-Q5", "2026-H3", "2026-q1"])(
    "%s does not exist",
    (text) => expect(readDate(text)).toBeUndefined(),
  );
});

test.each([
  ["15.03.2026", "2026-03-15"],
  ["05.03.2026", "2026-03-05"],
  ["2026/03/15", "2026-03-15"],
  ["2026.03.15", "2026-03-15"],
  ["2026-3-5", "2026-03-05"],
  ["2026-3", "2026-03"],
  ["2026-q1", "2026-Q1"],
  ["2026-h2", "2026-H2"],
  ["2026Q1", "2026-Q1"],
  ["Q1-2026", "2026-Q1"],
  ["15/03/2026", "2026-03-15"],
  ["03/15/2026", "2026-03-15"],
  ["20260315", "2026-03-15"],
  ["03-2026", "2026-03"],
  ["2026-03-15T10:00", "2026-03-15"],
  ["05/03/2026", undefined],
  ["2026-Q5", undefined],
  ["2026-02-30", undefined],
  ["30.02.2026", undefined],
  ["next-year", undefined],
])("the ISO form of %s is %s", (text, iso) => expect(suggestDate(text)).toBe(iso));

test("currencies are those of ISO 4217 in use", () => {
  expect(["EUR", "USD", "CHF", "XOF"].every(isCurrency)).toBe(true);
  expect(["eur", "DEM", "HRK", "XAU", "FTE", ""].some(isCurrency)).toBe(false);
});

test("names are compared in NFC", () => expect(nfc("cafe\u0301")).toBe(nfc("caf\u00e9")));
