// Exact figures → the text that people read, alone and side by side.
import { Big } from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allApart, apart, type Form, longAmount, shortAmount } from "../../server/words/amounts.ts";

test.each([
  ["1254000", "1.25M"],
  ["340520", "340.5k"],
  ["9940.25", "9940.25"],
  ["900", "900"],
  ["-1900000", "-1.9M"],
  ["0", "0"],
  // What rounds up to the next unit is written in it.
  ["999999", "1M"],
  ["9999.999", "10k"],
])("%s in short is %s", (amount, expected) => {
  expect(shortAmount(new Big(amount))).toBe(expected);
});

test.each([
  ["1900000", "1,900,000"],
  ["82800.5", "82,800.50"],
  ["900", "900"],
  ["-1234567", "-1,234,567"],
])("%s in full is %s", (amount, expected) => {
  expect(longAmount(new Big(amount))).toBe(expected);
});

test.each<[string, string, Form, string]>([
  ["2", "2.01", "number", "2 and 2.01"],
  ["2", "2.004", "number", "2 and 2.004"],
  ["2.5", "3", "number", "2.5 and 3"],
  ["40", "53.2", "percent", "40 and 53"],
  ["40", "40.3", "percent", "40 and 40.3"],
  ["99.96", "100", "percent", "99.96 and 100"],
  ["1200000", "1200400", "money", "1.2M and 1.2004M"],
  ["1200000", "950000", "money", "1.2M and 950k"],
  ["999999", "1000000", "money", "999.999k and 1M"],
  ["0.405", "0.387", { decimals: 3 }, "0.405 and 0.387"],
  ["0.0042", "0.0038", "number", "0.0042 and 0.0038"],
  ["5", "5", "number", "5 and 5"],
  // A third written with twenty digits is no other figure than the same third with thirty.
  ["0.33333333333333333333", "0.33333333333333333334", "number", "0.33 and 0.33"],
])("%s beside %s as %o are %s", (a, b, form, expected) => {
  expect(apart(new Big(a), new Big(b), form).join(" and ")).toBe(expected);
});

test("a row of figures tells all apart that differ", () => {
  const row = ["0.42", "0.405", "0.4049", "0.4"].map((one) => new Big(one));
  expect(allApart(row, "number")).toEqual(["0.42", "0.405", "0.4049", "0.4"]);
});

test("figures that differ by a cent or more never read the same", () => {
  const cents = fc.integer({ min: -1e11, max: 1e11 });
  fc.assert(
    fc.property(cents, cents, fc.constantFrom<Form>("money", "percent", "number"), (a, b, form) => {
      const [first, second] = apart(new Big(a).div(100), new Big(b).div(100), form);
      expect(first === second).toBe(a === b);
    }),
  );
});
