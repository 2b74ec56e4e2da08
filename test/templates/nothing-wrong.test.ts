// The clock, moved over all that is odd in a calendar → templates in which the check finds nothing.
import { describe, expect, test } from "vitest";
import { formatText } from "../../grammar/format.ts";
import { day, iso } from "../../server/model/calendar.ts";
import { templates, textOn } from "../../server/templates/index.ts";
import { amountIn } from "../../server/templates/magnitude.ts";
import { diagnosed } from "../diagnosed.ts";

/** What the check says of all templates that are made on a day, so many days later. */
function findingsOf(made: string, currency: string, later = 0): readonly string[] {
  const today = iso(day(made) + later);
  return templates.flatMap((template) => {
    const text = textOn(template, made, currency);
    return diagnosed({ "plan.strategy": text }, { today }).findings.map(
      ({ rule, message }) => `${template.name} of ${made} on ${today}: ${rule} ${message}`,
    );
  });
}

function daysFrom(first: string, count: number, step = 1): readonly string[] {
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => iso(day(first) + at * step));
}

describe("a template has no finding on the day on which it is made", () => {
  test("whatever day of a leap year and of the turns of the years around it that is", {
    timeout: 60_000,
  }, () => {
    const days = [...daysFrom("2027-12-01", 31), ...daysFrom("2028-01-01", 366), "2029-01-01"];
    expect(days.flatMap((made) => findingsOf(made, "EUR"))).toEqual([]);
  });

  const edges: Readonly<Record<string, readonly string[]>> = {
    "leap days, and 28 February where there is none": [
      ...["2024-02-28", "2024-02-29", "2024-03-01", "2026-02-28", "2026-03-01"],
      ...["2028-02-29", "2096-02-29", "2100-02-28", "2100-03-01", "2400-02-29"],
    ],
    "the turn of a year": ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01", "2099-12-31"],
    "the turn of a fiscal year, wherever it begins": [
      ...["2026-01-31", "2026-02-01", "2026-03-31", "2026-04-01", "2026-04-05", "2026-04-06"],
      ...["2026-06-30", "2026-07-01", "2026-08-31", "2026-09-01", "2026-09-30", "2026-10-01"],
    ],
    "the 29th, 30th and 31st, and the day before a shorter month": [
      ...["2026-01-29", "2026-01-30", "2026-05-31", "2026-08-31", "2026-10-31", "2026-11-30"],
    ],
    "30 and 45 days before a quarter, where what is planned, and the goals, go over to the next": [
      ...["2026-02-14", "2026-02-15", "2026-02-16", "2026-03-01", "2026-03-02", "2026-03-03"],
      ...["2026-11-15", "2026-11-16", "2026-11-17", "2026-11-30", "2026-12-01", "2026-12-02"],
    ],
  };
  for (const [name, days] of Object.entries(edges))
    test(name, () => {
      for (const currency of ["EUR", "USD", "JPY"])
        expect(days.flatMap((made) => findingsOf(made, currency))).toEqual([]);
    });

  test("and in currencies of any size", () => {
    for (const currency of ["KWD", "CZK", "HUF", "IDR", "LBP"])
      expect(findingsOf("2026-11-29", currency)).toEqual([]);
  });
});

test("nor has it one within the next fortnight", () => {
  const days = [...daysFrom("2026-11-29", 365, 9), "2027-03-30", "2028-02-29", "2028-12-31"];
  expect(days.flatMap((made) => findingsOf(made, "EUR", 14))).toEqual([]);
});

test("it would be told: a year later there is something to say of each", () => {
  const told = findingsOf("2026-11-29", "EUR", 365).map((finding) => finding.split(" ")[0]);
  expect([...new Set(told)]).toEqual(templates.map(({ name }) => name));
});

test("a template is in canonical form", () => {
  for (const made of ["2026-11-29", "2027-02-01"])
    for (const currency of ["EUR", "IDR"])
      for (const template of templates) {
        const text = textOn(template, made, currency);
        expect(formatText(text)).toBe(text);
      }
});

test("amounts are of the order that they have in a currency, and written as people write them", () => {
  const written = (euro: number) => ["EUR", "JPY", "KRW", "IDR"].map((one) => amountIn(one, euro));
  expect(written(1_250_000)).toEqual(["1.25M", "125M", "1.25B", "12.5B"]);
  expect(written(40_000)).toEqual(["40k", "4M", "40M", "400M"]);
  expect(amountIn("JPY", 5)).toBe("500");
});

test("what is no currency is the euro", () => {
  for (const template of templates)
    expect(textOn(template, "2026-11-29", "XXX")).toContain("\n  currency: EUR\n");
});
