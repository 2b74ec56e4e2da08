// The calendar axis: what stands on it at each width of a quarter, and how fiscal years read.
import { expect, test } from "vitest";
import { axisOf, type Zoom } from "../../client/drawings/roadmap/axis.ts";
import { dayAt, dayOf, quarterWidth, scaleOf, widthFor, xOf } from "../../client/drawings/time.ts";
import type { Calendar } from "../../server/views/roadmap/shape.ts";

const calendar: Calendar = {
  start: "2026-01-01",
  end: "2027-12-31",
  fiscalStart: 1,
  namedBy: "end",
};

/** The labels of the axis, a line each for years, halves or quarters, months. */
function labels(of: Calendar, quarter: number, zoom: Zoom = "months"): string {
  const axis = axisOf(scaleOf(of, widthFor(of, quarter)), zoom);
  return [axis.years, axis.parts, axis.months]
    .filter((spans) => spans.length > 0)
    .map((spans) => spans.map(({ label }) => label).join(" "))
    .join("\n");
}

test("it gets finer as a quarter gets wider", () => {
  expect(labels(calendar, 9)).toBe("2026 2027");
  expect(labels(calendar, 12)).toBe("2026 2027\nH1 H2 H1 H2");
  expect(labels(calendar, 96)).toBe("2026 2027\nQ1 Q2 Q3 Q4 Q1 Q2 Q3 Q4");
  expect(labels({ ...calendar, end: "2026-06-30" }, 250)).toBe(
    "2026\nQ1 Q2\nJan Feb Mar Apr May Jun",
  );
});

test("the zoom that was asked for caps it", () => {
  expect(labels(calendar, 96, "years")).toBe("2026 2027");
  expect(labels(calendar, 300, "quarters")).toBe("2026 2027\nQ1 Q2 Q3 Q4 Q1 Q2 Q3 Q4");
});

test("a year that is a slip of the pen costs no page: centuries get coarser", () => {
  const levels = ["2126", "2206", "2726", "9999"].map(
    (year) => axisOf(scaleOf({ ...calendar, end: `${year}-12-31` }, 9_000_000), "months").level,
  );
  expect(levels).toEqual(["months", "quarters", "halves", "years"]);
});

test("the first century is drawn where it lies", () => {
  const first: Calendar = { ...calendar, start: "0001-01-01", end: "0002-12-31" };
  expect(labels(first, 9)).toBe("1 2");
});

test("fiscal years bear the year they end or start in and say what they span; months stay calendar", () => {
  const fiscal: Calendar = {
    start: "2026-04-01",
    end: "2027-03-31",
    fiscalStart: 4,
    namedBy: "end",
  };
  expect(labels(fiscal, 250)).toBe(
    "FY27\nQ1 Q2 Q3 Q4\nApr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar",
  );
  expect(labels({ ...fiscal, namedBy: "start" }, 96)).toBe("FY26\nQ1 Q2 Q3 Q4");
  const [year] = axisOf(scaleOf(fiscal, 400), "quarters").years;
  expect(year?.note).toBe("Apr 2026 to Mar 2027");
});

test("spans lie on the calendar edge to edge and are cut at its ends", () => {
  const cut: Calendar = { ...calendar, start: "2026-02-15", end: "2026-08-10" };
  const scale = scaleOf(cut, 700);
  const { parts } = axisOf(scale, "quarters");
  expect(parts.map(({ label, cut: isCut }) => `${label}${isCut ? " cut" : ""}`)).toEqual([
    "Q1 cut",
    "Q2",
    "Q3",
  ]);
  let x = 0;
  for (const span of parts) {
    expect(span.x).toBeCloseTo(x);
    x += span.width;
  }
  expect(x).toBeCloseTo(700);
});

test("days and places are two sides of one scale", () => {
  const scale = scaleOf(calendar, 1460);
  expect(xOf(scale, dayOf("2026-01-01"))).toBe(0);
  expect(xOf(scale, dayOf("2028-01-01"))).toBe(1460);
  expect(dayAt(scale, xOf(scale, dayOf("2027-05-17")) + 0.5)).toBe(dayOf("2027-05-17"));
  expect(quarterWidth(scale)).toBeCloseTo(182.6, 0);
});
