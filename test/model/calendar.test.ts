// Days and dates: the calendar's own arithmetic against Temporal's, over all years that can be written.
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { day, endOf, iso, monthsIn, parts, quartersIn } from "../../server/model/calendar.ts";

const epoch = Temporal.PlainDate.from("1970-01-01");
const last = epoch.until("9999-12-31").days;
const first = epoch.until("0000-01-01").days;
const anyDay = fc.integer({ min: first, max: last });

test("a day is the date that so many days before or after 1970 was or will be", () => {
  fc.assert(
    fc.property(anyDay, (at) => {
      const date = epoch.add({ days: at });
      expect(iso(at)).toBe(date.toString());
      expect(day(date.toString())).toBe(at);
      expect(parts(at)).toEqual({ year: date.year, month: date.month, day: date.day });
    }),
    { numRuns: 2000 },
  );
});

test("only dates that exist are days", () => {
  for (const text of ["2026-02-29", "2026-13-01", "2026-11", "soon", "2026-04-31"])
    expect(() => day(text)).toThrow();
  expect(iso(day("2028-02-29"))).toBe("2028-02-29");
});

test("a length in months ends where Temporal's does, on the last day where a month is shorter", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (start, count) => {
      const to = epoch.add({ days: start }).add({ months: count });
      const expected = to.day === epoch.add({ days: start }).day ? to.subtract({ days: 1 }) : to;
      const end = Math.min(epoch.until(expected).days, last);
      expect(endOf(start, { count, unit: "month" })).toBe(end);
    }),
    { numRuns: 2000 },
  );
  expect(iso(endOf(day("2026-01-31"), { count: 1, unit: "month" }))).toBe("2026-02-28");
  expect(iso(endOf(day("2026-03-15"), { count: 1, unit: "quarter" }))).toBe("2026-06-14");
  expect(iso(endOf(day("2028-02-29"), { count: 1, unit: "year" }))).toBe("2029-02-28");
});

test("months and quarters are those that a span touches", () => {
  const span = { start: day("2026-01-31"), end: day("2026-04-01") };
  expect(monthsIn(span)).toBe(4);
  expect(quartersIn(span, { month: 1, namedBy: "end" }).map((one) => one.name)).toEqual([
    "2026-Q1",
    "2026-Q2",
  ]);
  expect(quartersIn(span, { month: 4, namedBy: "end" }).map((one) => one.name)).toEqual([
    "2026-Q4",
    "2027-Q1",
  ]);
});
