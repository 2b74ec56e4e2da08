// Amounts and shares as every view prints them: one unit in a column, and nothing rounded to what it is not.
import { Big } from "big.js";
import { expect, test } from "vitest";
import { amountInWords, sharePercent } from "../../server/views/amounts.ts";

const words = (amount: number, inMillions = true) =>
  amountInWords({ amount: new Big(amount) }, inMillions);

test("one decimal from a million, thousands as k, and tenths of a million in a plan of millions", () => {
  expect([0, 999, 49_999, 50_000, 850_000, 1_250_000].map((one) => words(one))).toEqual([
    "0",
    "999",
    "50k",
    "0.1M",
    "0.9M",
    "1.3M",
  ]);
  expect(words(850_000, false)).toBe("850k");
  expect(amountInWords({ amount: new Big(1_400_000), atLeast: true }, true)).toBe("at least 1.4M");
});

test("what is rounded up to a thousand of a unit is one of the next", () => {
  expect(words(999_949_999)).toBe("999.9M");
  expect(words(999_999_999)).toBe("1.0B");
  expect(words(999_499, false)).toBe("999k");
  expect(words(999_600, false)).toBe("1.0M");
  expect(words(999.7)).toBe("1k");
});

test("0% and 100% only where it is so", () => {
  expect([0, 0.0001, 0.5, 0.9999, 1].map(sharePercent)).toEqual(["0%", "1%", "50%", "99%", "100%"]);
});
