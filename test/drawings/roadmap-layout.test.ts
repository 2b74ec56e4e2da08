// Plans that are hard to draw, at each width → no text covers another, and none leaves the page.
import { expect, test } from "vitest";
import { frameFor } from "../../client/drawings/frame.ts";
import { axisOf } from "../../client/drawings/roadmap/axis.ts";
import { barOf } from "../../client/drawings/roadmap/bars.ts";
import { laneOf } from "../../client/drawings/roadmap/lane.ts";
import { pillOf, yearsOf } from "../../client/drawings/roadmap/years.ts";
import { drawRoadmap } from "../../client/drawings/roadmap.tsx";
import { interWidth } from "../../client/drawings/text.ts";
import { dayOf, scaleOf, xOf } from "../../client/drawings/time.ts";
import type { GroupBy, RoadmapView } from "../../server/views/roadmap/shape.ts";
import { exampleRoadmap, roadmapOf } from "./example.ts";
import { collisions, textsIn } from "./texts-in.ts";

const widths = [300, 320, 622, 900, 1600, 2500];

const long = "Personalised service ".repeat(10).trim();

const hard = roadmapOf(`
strategy s "A strategy whose own title is as long as that of a board that could not agree on a shorter one" { currency: EUR budget: 1M horizon: 2026 .. 2029 fiscal-year-start: 4 }
role boss "Head of everything that nobody else in this company would like to be the head of"
theme all "${long}"
objective grow "${long}" { level: business owner: boss health: green theme: all kpi k "${long}" { unit: % target: 3 by 2027-01-01 } }
objective low "すべての顧客のための一つのプラットフォームを構築するすべての顧客のための" { level: it supports: grow health: green }
objective rtl "منصة واحدة لكل العملاء في المنطقة منصة واحدة لكل العملاء في المنطقة" { level: it supports: grow, other }
objective other "Other" { level: business }
initiative a "${long}" { supports: low, rtl owner: boss teams: x, y timeline: 2026-Q1 .. 2026-Q2 status: active progress: 7% health: green budget: 12345678.9 initial { timeline: 2025-Q3 .. 2026-Q1 budget: 5M }
  risk r "${long}" { probability: very-high impact: very-high } }
initiative b "منصة واحدة لكل العملاء في المنطقة منصة واحدة لكل العملاء في المنطقة" { supports: rtl timeline: 2026-Q4 .. 2027-Q1 status: active progress: 99% budget: 999999999
  milestone m "منصة واحدة لكل العملاء" { date: 2026-12-01 } }
initiative c "すべての顧客のための一つのプラットフォームを構築するすべての顧客のための" { supports: low timeline: 2029-12-20 .. 2029-12-31 status: planned
  milestone n "すべての顧客のための一つ" { date: 2029-12-30 } }
initiative p "Programme of parts" { supports: low status: active
  initiative p1 "${long}" { timeline: 2026 budget: 1M progress: 20% status: active }
  initiative p2 "Two" { timeline: 2027 budget: 2M supports: rtl confidence: low }
  initiative p3 "" { budget: 3M status: on-hold timeline: 2026 .. 2028 progress: 50% } }
initiative u "<script>alert(1)</script>" { budget: 4M status: proposed timeline: 2028 }
initiative v "${long}" { budget: 4M status: planned }
initiative w "${long}" { supports: low budget: 4M status: planned }
milestone law "${long}" { date: 2026-12-31 }
review r1 "${long}" { date: 2026-11-23 }
review r2 "Second review" { date: 2026-12-30 }
`);

const crowd = roadmapOf(`objective o "O" { level: business }
initiative a "A hundred on one day" { supports: o timeline: 2026 .. 2027 status: active progress: 40%
${Array.from({ length: 100 }, (_, i) => `milestone m${i} "Milestone ${i}" { date: 2026-12-24 }`).join("\n")} }
${Array.from({ length: 100 }, (_, i) => `review r${i} "Review ${i}" { date: 2027-03-01 }`).join("\n")}`);

const undated = roadmapOf(
  `objective o "O" { level: business }\n${Array.from({ length: 40 }, (_, i) => `initiative i${i} "Work number ${i}" { supports: o budget: ${i}k }`).join("\n")}`,
);

const plans: Readonly<Record<string, RoadmapView>> = {
  "the example": exampleRoadmap(),
  "hard titles": hard,
  "a hundred on one day": crowd,
  "nothing dated": undated,
  "nothing at all": roadmapOf(""),
};

const cases = Object.keys(plans).flatMap((name) => widths.map((width) => [name, width] as const));

test.each(cases)("%s at %i px: no text over another, none off the page", (name, width) => {
  const view = plans[name];
  if (view === undefined) throw new Error("It is one of the plans.");
  const ways: readonly GroupBy[] = ["objective", "team", "theme"];
  for (const groupBy of ways)
    for (const filter of [{}, { search: "pers" }]) {
      const arrangement = { groupBy, filter, collapsed: new Set<string>() };
      const boxes = textsIn(drawRoadmap(view, { theme: "light", width, arrangement }));
      expect(boxes.length).toBeGreaterThan(2);
      expect(boxes.filter(({ left, right }) => left < -0.5 || right > width + 0.5)).toEqual([]);
      expect(collisions(boxes)).toEqual([]);
    }
});

test("nobody can open the tray of an export: it names what has no dates, as far as eight lines go", () => {
  const few = roadmapOf(`objective o "O" { level: business }
${Array.from({ length: 6 }, (_, i) => `initiative i${i} "Undated work number ${i}" { supports: o budget: ${i + 1}k }`).join("\n")}`);
  for (const width of [320, 900, 1600]) {
    const svg = drawRoadmap(few, { theme: "light", width });
    for (let i = 0; i < 6; i++)
      expect(svg.split(`>Undated work number ${i}<`).length, `${i} at ${width} px`).toBe(3);
  }
  expect(drawRoadmap(undated, { theme: "light", width: 320 })).toMatch(/>and \d+ more</);
});

test("with its groups closed, a picture shows what is done and what is not", () => {
  const view = exampleRoadmap();
  const collapsed = new Set(view.groupings[0]?.groups.map(({ id }) => id));
  const svg = drawRoadmap(view, {
    ...{ theme: "high-contrast", width: 1600 },
    arrangement: { groupBy: "objective", filter: {}, collapsed },
  });
  expect(collisions(textsIn(svg))).toEqual([]);
  const strokes = [...svg.matchAll(/<rect[^>]*height="4"[^>]*>/g)].map(([one]) => one);
  expect(strokes.some((one) => one.includes('fill="#000000"') && one.includes("stroke="))).toBe(
    true,
  );
  expect(strokes.some((one) => one.includes('fill="#8EC5FF"'))).toBe(true);
});

test("a hundred milestones on one day are one mark with a count, and so are reviews", () => {
  const [work] = crowd.initiatives;
  const scale = scaleOf(crowd.calendar, 1096);
  const today = dayOf(crowd.today);
  if (!work) throw new Error("There is work.");
  const bar = barOf(work, scale, today, frameFor(1600, 2), interWidth);
  expect(bar.diamonds.map(({ milestones }) => milestones.length)).toEqual([100]);
  expect(bar.labels.map(({ text }) => text)).toContain("100 milestones");
  const lane = laneOf(crowd.events, scale, xOf(scale, today), interWidth);
  expect(lane.map(({ label, events }) => [label?.text, events.length])).toEqual([
    ["100 reviews", 100],
  ]);
});

test("marks of several kinds nearer than 12 px are one, and say what they hold", () => {
  const view = roadmapOf(`initiative a "A" { timeline: 2026 .. 2028 }
milestone law "Law" { date: 2026-12-31 }
milestone law2 "Law 2" { date: 2026-12-30 }
review new-year "New year" { date: 2027-01-02 }
review far "Far review" { date: 2027-06-02 }`);
  const scale = scaleOf(view.calendar, 1096);
  const lane = laneOf(view.events, scale, xOf(scale, dayOf(view.today)), interWidth);
  expect(lane.map(({ label }) => label?.text)).toEqual(["2 events, 1 review", "Far"]);
});

test("the year of a day that is today is never hidden by it, at any width and on any day", () => {
  for (const years of [1, 2, 3, 6, 12, 40])
    for (const width of [300, 320, 480, 622, 900, 1600])
      for (const day of ["2026-01-01", "2026-02-29", "2026-06-15", "2026-12-31"]) {
        const today = day === "2026-02-29" ? "2026-02-28" : day;
        const calendar = {
          ...{ start: "2026-01-01", end: `${2025 + years}-12-31` },
          ...{ fiscalStart: 1, namedBy: "end" as const },
        };
        const frame = frameFor(width, 10);
        const scale = scaleOf(calendar, frame.calendar);
        const at = { view: { ...hard, today }, frame, scale, axis: axisOf(scale, "months") };
        const labels = yearsOf(at, interWidth);
        const pill = pillOf(at, labels, interWidth);
        expect(labels[0]?.text).toMatch(/26$/);
        for (const [index, one] of labels.entries()) {
          expect(one.x + one.width).toBeLessThanOrEqual(scale.width);
          const next = labels[index + 1];
          if (next) expect(one.x + one.width).toBeLessThan(next.x);
          const covered = one.x < pill.left + pill.width && one.x + one.width > pill.left;
          if (covered) expect(pill.below).toBe(true);
        }
      }
});

test("scrolled into a year, its label and that of its quarter stay in sight", () => {
  const calendar = { ...hard.calendar, start: "2026-01-01", end: "2028-12-31", fiscalStart: 1 };
  const frame = frameFor(1600, 10);
  const scale = scaleOf(calendar, 3000);
  const axis = axisOf(scale, "months");
  const sight = [400, 1500] as const;
  const [first] = yearsOf({ view: hard, frame, scale, axis, sight }, interWidth);
  expect(first).toMatchObject({ text: "2026", x: 408 });
});

test("the last day of a leap year and of a fiscal year lies where its year ends", () => {
  const calendar = {
    start: "2027-04-01",
    end: "2029-03-31",
    fiscalStart: 4,
    namedBy: "end" as const,
  };
  const scale = scaleOf(calendar, 731);
  expect(xOf(scale, dayOf("2028-02-29"))).toBe(334);
  expect(xOf(scale, dayOf("2028-03-01"))).toBe(335);
  const axis = axisOf(scale, "quarters");
  expect(axis.years.map(({ label, x, width }) => [label, x, x + width])).toEqual([
    ["FY28", 0, 366],
    ["FY29", 366, 731],
  ]);
});

test("the axis says how fine it is drawn, whatever was asked for", () => {
  const level = (width: number, zoom: "years" | "quarters" | "months") =>
    axisOf(scaleOf({ ...hard.calendar, start: "2026-01-01", end: "2028-12-31" }, width), zoom)
      .level;
  expect(level(3000, "years")).toBe("years");
  expect(level(1096, "months")).toBe("quarters");
  expect(level(3000, "months")).toBe("months");
  expect(level(3000, "quarters")).toBe("quarters");
  expect(level(180, "quarters")).toBe("halves");
});
