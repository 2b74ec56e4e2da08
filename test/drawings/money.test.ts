// The money picture at every width → labels that lie within it and on nothing else, and bars on one scale.
import { expect, test } from "vitest";
import type { LaidOut } from "../../client/drawings/drawing.ts";
import { moneyDrawing } from "../../client/drawings/money.tsx";
import { drawSheet } from "../../client/drawings/picture.tsx";
import type { Theme } from "../../client/drawings/theme.ts";
import type { MoneyView } from "../../server/views/money/shape.ts";
import { moneyView } from "../../server/views/money.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";
import { roomOf, svgOf } from "./drawn.ts";
import { collisions, textsIn } from "./texts-in.ts";

const long = "A title that goes on and on ".repeat(8);

const many = Array.from(
  { length: 100 },
  (_, at) => `objective g${at} "Goal ${at}" { supports: growth }
  initiative i${at} "Work ${at}" { supports: g${at}, g${(at * 7) % 100} teams: t${at % 30}, t${at % 7}
    timeline: 2026-0${(at % 9) + 1} .. 2028 cost { upfront: ${at + 1}k staff: ${at}k per month } benefit: ${at}k per month }`,
).join("\n");

const start = `strategy s "S" { horizon: 2026 .. 2033 currency: EUR budget: 12M }
objective growth "Growth" { level: business }`;

const plans: Readonly<Record<string, string>> = {
  nothing: "",
  "one small thing": "initiative a { budget: 5 }",
  "a budget and no plan": start,
  "a plan like others": `${start}
    objective a "Personalised customer service" { supports: growth }
    objective b "Run at lower cost" { level: business }
    initiative x "CRM" { supports: a, b teams: platform, data technologies: cloud type: transform
      timeline: 2026 .. 2027 cost { upfront: 2M staff: 400k per year licences: 90k per year contingency: 5% } benefit: 2M per year
      risk r "Loss" { probability: high impact: high loss: 4M owner: cio response: accept } }
    initiative y "App" { supports: b teams: data type: grow timeline: 2026-05 .. 2026-09 cost { licences: 300k } benefit: 100k }
    initiative z "Idea" { budget: 1.4M type: run }
    technology cloud "Cloud" { cost { licences: 40k per year } benefit: 900k }`,
  "far over its budget": `${start}
    initiative a "A" { supports: growth budget: 99M } initiative b "B" { budget: 1M type: improve }`,
  "nothing but slivers": `${start}
    initiative a { supports: growth type: run budget: 1k } initiative b { supports: growth type: grow budget: 1k }
    initiative c { supports: growth type: improve budget: 1k } initiative d { supports: growth type: transform budget: 9M }
    initiative e { budget: 1k }`,
  "long, foreign and empty titles": `${start}
    objective a "${long}" { supports: growth } objective b "すべてのお客様に一番よいサービスを提供する${"、".repeat(20)}" { supports: growth }
    objective c "خدمة العملاء المخصصة" { supports: a } objective d "" { supports: c } objective e "<script>alert(1)</script>" {}
    initiative x "${long}" { supports: a, b, c teams: t, u timeline: 2026 .. 2030 cost { staff: 123456789 per year upfront: 1 } }
    initiative y { supports: d cost { staff: 1 per year other: 3 } } initiative z "${long}" { budget: 3 supports: e }`,
  "money that cannot be counted": `${start} initiative a "${long}" { supports: growth budget: 5 USD }`,
  "a hundred of everything": `${start}\n${many}`,
};

function viewIn(source: string): MoneyView {
  return viewOf(moneyView, universeOf(source).model());
}

function laid(data: MoneyView, width: number, by: string): LaidOut {
  return moneyDrawing.layOut(data, roomOf(width, { chosen: { by } }));
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

const widths = [300, 320, 599, 622, 900, 1199, 1200, 1280, 1600, 2500];

test.each(Object.entries(plans))("%s: no label on another, none beyond the edge", (_, source) => {
  const data = viewIn(source);
  for (const by of ["objective", "team", "technology"])
    for (const width of widths) {
      const labels = textsIn(svgOf(laid(data, width, by).blocks));
      const where = `${by} at ${width}`;
      expect([where, collisions(labels)]).toEqual([where, []]);
      const beyond = labels.filter(({ left, right }) => left < 0 || right > width + 1);
      expect([where, beyond]).toEqual([where, []]);
    }
});

test.each(Object.entries(plans))(
  "%s: marks are within, have words, and no two share a key",
  (_, source) => {
    const data = viewIn(source);
    for (const width of widths) {
      const { marks, blocks, height } = laid(data, width, "objective");
      expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
      expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
      for (const mark of marks) {
        expect(mark.sentence).toMatch(/[^.]$/);
        expect(mark.sentence).not.toMatch(/undefined|null|NaN/);
        expect(mark.x).toBeGreaterThanOrEqual(0);
        expect(mark.x + mark.width).toBeLessThanOrEqual(width + 0.01);
        expect(mark.y + mark.height).toBeLessThanOrEqual(height);
        expect(mark.source ?? mark.card).toBeDefined();
      }
      for (const { top, bottom } of blocks) expect(top).toBeLessThanOrEqual(bottom);
    }
  },
);

const usual = viewIn(plans["a plan like others"] ?? "");

test("a narrow room has its lists first, others the bars; a wide one has two columns", () => {
  const order = (width: number) =>
    laid(usual, width, "objective")
      .blocks.filter(({ key }) => key.startsWith("heading:"))
      .map(({ key, top }) => `${key.slice(8)} ${top}`);
  expect(order(320).map((one) => one.split(" ")[0])).toEqual(["where", "costs", "budget", "kinds"]);
  expect(order(900).map((one) => one.split(" ")[0])).toEqual(["budget", "kinds", "where", "costs"]);
  const [budget, kinds, costs, where] = order(1600).map((one) => one.split(" ")[1]);
  expect([budget, costs]).toEqual([kinds, where]);
});

test("every row that stands for a declaration has its place, and what none explains has a card", () => {
  const { marks } = laid(usual, 1600, "objective");
  const of = (key: string) => marks.find((mark) => mark.key === key);
  expect(of("where:a")?.source?.range).toBeDefined();
  expect(of("where:a")?.card).toBeUndefined();
  expect(of("where:b:b/x")?.sentence).toMatch(
    /^CRM: .*counted under Personalised customer service$/,
  );
  expect(of("where:b:b/x")?.source).toBeDefined();
  expect(of("where:unaligned:")?.card?.facts).toEqual([["1.4M", "Idea"]]);
  expect(of("cost:staff:2027")?.card?.title).toBe("Staff, 2027: 0.4M");
  expect(of("cost:staff:2027")?.card?.facts).toEqual([["0.4M", "CRM"]]);
  expect(of("budget:unaligned")?.sentence).toMatch(/^1.4M not aligned, \d+% of what is planned$/);
  const teams = laid(usual, 1600, "team").marks.map(({ key }) => key);
  expect(teams).toContain("where:team:platform");
});

/** The widths of the bars of a colour, in drawing order. */
function barsOf(data: MoneyView, width: number, fill: string, block: RegExp): readonly number[] {
  const blocks = laid(data, width, "objective").blocks.filter(({ key }) => block.test(key));
  const svg = svgOf(blocks);
  return [...svg.matchAll(/<rect[^>]*>/g)].flatMap(([tag]) =>
    attribute(tag, "fill") === fill ? [Number(attribute(tag, "width"))] : [],
  );
}

test.each([320, 900, 1280, 1600, 2500])("bars are on one scale at %d px", (width) => {
  const paid = usual.costs.rows
    .filter(({ head }) => head !== "contingency")
    .flatMap(({ cells }) => cells.flatMap((cell) => cell?.length ?? []));
  const drawn = barsOf(usual, width, "#5B86BF", /^costs:/);
  expect(drawn.length).toBe(paid.length);
  const most = Math.max(...paid);
  const longest = Math.max(...drawn);
  expect(longest).toBeGreaterThan(20);
  for (const [at, bar] of drawn.entries())
    expect(Math.abs(bar - Math.max(2, ((paid[at] ?? 0) / most) * longest))).toBeLessThan(0.2);
});

test("what is over the budget is hatched from where the budget ends", () => {
  const data = viewIn(plans["far over its budget"] ?? "");
  const [red = 0] = barsOf(data, 900, "url(#hatch-red)", /^budget:/);
  expect(red / (900 - 48)).toBeCloseTo(88 / 100, 2);
  const labels = textsIn(svgOf(laid(data, 900, "objective").blocks)).map(({ text }) => text);
  expect(labels).toContain("88.0M over");
  expect(labels).toContain("1.0M not aligned, 1%");
});

test("the table has the same facts: bars, every way the money goes, every cost", () => {
  const table = moneyDrawing.table(usual);
  const cell = (one: unknown) => (typeof one === "string" ? one : (one as { text: string }).text);
  const rows = table.rows.map((row) => [row.section, ...row.cells.map(cell)].join(" | "));
  expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
  expect(new Set(table.rows.map(({ key }) => key)).size).toBe(table.rows.length);
  expect(rows).toContain("Kind of work | Run | 1.4M | – | – | – | – | 18%");
  expect(rows).toContain("Cost by head and year | Staff, 2027 | – | 0.4M | – | – | – | ");
  const sections = [...new Set(table.rows.map(({ section }) => section))];
  expect(sections).toEqual([
    "Budget",
    "Kind of work",
    "Where it goes, by objective",
    "Where it goes, by team",
    "Where it goes, by technology",
    "Technologies by themselves, not in the plan",
    "Cost by head and year",
  ]);
});

test("where nothing is written about money, it says what to write", () => {
  expect(moneyDrawing.empty(viewIn(""))?.button).toBe("Add an initiative");
  expect(moneyDrawing.empty(usual)).toBeUndefined();
});

test.each(["light", "dark", "high-contrast", "print"] satisfies Theme[])(
  "%s: literal colours only, no number that is none, the same bytes again",
  (theme) => {
    for (const source of Object.values(plans)) {
      const data = viewIn(source);
      for (const width of [320, 900, 1600]) {
        const one = drawSheet(moneyDrawing, data, { theme, width });
        expect(one).not.toMatch(/NaN|undefined|Infinity|var\(/);
        expect(one).not.toContain("<script>");
        expect(drawSheet(moneyDrawing, data, { theme, width })).toBe(one);
      }
    }
  },
);
