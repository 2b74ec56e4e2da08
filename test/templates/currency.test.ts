// Locales, as browsers and terminals write them → the currency in which a plan begins.
import { expect, test } from "vitest";
import { currencyOfTerminal } from "../../client/currency.ts";

test.each([
  ["de", "EUR"],
  ["de-CH", "CHF"],
  ["en", "USD"],
  ["en-GB", "GBP"],
  ["ja", "JPY"],
  ["ko-KR", "KRW"],
  ["pt-br", "BRL"],
  ["zh-Hant-TW", "TWD"],
  ["bg", "EUR"],
  ["qps-ploc", "EUR"],
  ["not a locale", "EUR"],
  ["", "EUR"],
])("%s is paid in %s", (locale, currency) => {
  expect(currencyOfTerminal({}, locale)).toBe(currency);
});

test("of what a terminal says the strongest counts, and what says nothing is passed over", () => {
  const swiss = { LC_MONETARY: "de_CH.UTF-8", LANG: "ja_JP.UTF-8" };
  expect(currencyOfTerminal(swiss, "en-US")).toBe("CHF");
  expect(currencyOfTerminal({ ...swiss, LC_ALL: "en_GB@euro" }, "en-US")).toBe("GBP");
  expect(currencyOfTerminal({ ...swiss, LC_ALL: "" }, "en-US")).toBe("CHF");
  expect(currencyOfTerminal({}, "en-AU")).toBe("AUD");
  expect(currencyOfTerminal({ LANG: "C.UTF-8" }, "en-US")).toBe("EUR");
});
