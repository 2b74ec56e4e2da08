// The scorecard in all widths: nothing overlaps, leaves the page or is measured before it is drawn; every KPI is a mark.
import { expect, test } from "vitest";
import type { LaidOut } from "../../client/drawings/drawing.ts";
import { drawSheet } from "../../client/drawings/picture.tsx";
import { scorecardDrawing } from "../../client/drawings/scorecard.tsx";
import type { ScorecardView } from "../../server/views/scorecard/shape.ts";
import { cardOf } from "../views/kpi-rows.ts";
import { roomOf, svgOf } from "./drawn.ts";
import { type TextBox, textsIn } from "./texts-in.ts";

const dated = "baseline: 42 on 2025-12 target: 28 by 2026-12";
const long = "How long it takes from the idea to the customer, who waits ".repeat(4);

const hard = cardOf({
  "plan.strategy": `
role cco "Chief Commercial and Customer Officer of the whole group of companies" {}
objective revenue "Grow the revenue that we earn with digital products" {
  perspective: financial owner: cco
  kpi share { unit: % baseline: 18.0 on 2025-12 target: 24 by 2026-12 actual: 23.1 on 2026-10 }
  kpi cost "Infrastructure cost per order" {
    unit: EUR ${dated} actual: 40 on 2026-03 guardrails: missed, share frequency: monthly
  }
  kpi large { unit: members baseline: 1.2M on 2025-12 target: 987654321.55 by 2026-12 actual: 1.25M on 2026-10 }
  kpi tiny { unit: % baseline: 0.00001234 on 2025-12 target: 0.00006 by 2026-12 actual: 0.00005 on 2026-10 }
}
objective service "Service" {
  perspective: customer
  kpi worse "${long}" { unit: "${long}" ${dated} actual: 60 on 2026-10 guardrails: cost }
  kpi missed { unit: days baseline: 10 on 2024-12 target: 90 by 2025-12 actual: 72 on 2026-10 guardrails: worse }
  kpi missed-worse { unit: days baseline: 10 on 2024-12 target: 90 by 2025-12 actual: 2 on 2026-10 }
  kpi passed { ${dated} target: 20 by 2027-12 actual: 27 on 2026-12 target: 35 by 2026-03 }
  kpi file "Rows that nobody can read" { actuals: "k.csv" ${dated} guardrails: missed }
  kpi wrong { direction: increase baseline: 223456789.25 on 2025-12 target: 123456789.55 by 2026-12 actual: 223456789.25 on 2026-10 }
  kpi lost { actuals: "no.csv" ${dated} }
}
objective skill "顧客推奨度と従業員満足度の四半期ごとの平均値および目標値に対する達成率の推移を測る" {
  perspective: learning
  kpi arabic "متوسط وقت الاسترداد بعد انقطاع الخدمات الأساسية في جميع الأسواق" { unit: دقيقة ${dated} actual: 30 on 2026-10 }
  kpi cjk "顧客推奨度と従業員満足度の四半期ごとの平均値および目標値に対する達成率の推移" { unit: 分 ${dated} }
  kpi script "<script>alert(1)</script> & more" { target: 75 by 2026-12 }
}
kpi "" { }
kpi bare {}
kpi aim "Not dated" { target: 3 actual: 4 on 2026-11 baseline: 2 }
`,
  "k.csv": "date,value\n2026-01-31,40\n2026-02-31,39\n2026-10-31,31\n",
});

/** A hundred of one thing. */
const many = cardOf(
  Array.from(
    { length: 100 },
    (_, at) => `kpi k${at} "KPI ${at}" { ${dated} actual: ${at} on 2026-10 }`,
  ).join("\n"),
);

const widths = [300, 320, 599, 600, 622, 900, 999, 1000, 1199, 1200, 1600, 2500];

function laidOut(view: ScorecardView, width: number, chosen = {}): LaidOut {
  return scorecardDrawing.layOut(view, roomOf(width, { chosen }));
}

/** The boxes of the texts, signs, bars and lines in some SVG. */
function boxesIn(svg: string): readonly TextBox[] {
  const number = (tag: string, name: string) => Number(RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
  const signs = [
    ...svg.matchAll(/<(?:g|circle)[^>]*transform="translate\(([\d.-]+) ([\d.-]+)\)( scale)?/g),
  ].map(([, x = "", y = "", small]) => {
    const half = small ? 5 : 6;
    const [left, top] = [Number(x) - half, Number(y) - half];
    return { text: "sign", left, right: left + 2 * half, top, bottom: top + 2 * half };
  });
  const bars = [...svg.matchAll(/<rect([^>]*rx="2"[^>]*)>/g)].map(([, tag = ""]) => ({
    text: "bar",
    ...{ left: number(tag, "x"), right: number(tag, "x") + number(tag, "width") },
    ...{ top: number(tag, "y"), bottom: number(tag, "y") + number(tag, "height") },
  }));
  const lines = [...svg.matchAll(/ d="(M\d[^"Z]*)"/g)].map(([, d = ""]) => {
    const points = [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
    const [xs, ys] = [points.map(([, x]) => Number(x)), points.map(([, , y]) => Number(y))];
    return {
      text: "line",
      ...{ left: Math.min(...xs), right: Math.max(...xs) },
      ...{ top: Math.min(...ys), bottom: Math.max(...ys) },
    };
  });
  return [...textsIn(svg), ...signs, ...bars, ...lines];
}

/** Signs and lines may cross each other in a sparkline, and bars lie on their tracks; texts cross nothing. */
function crossings(boxes: readonly TextBox[]): readonly string[] {
  const isText = ({ text }: TextBox) => !["sign", "bar", "line"].includes(text);
  return boxes
    .filter(isText)
    .flatMap((a) =>
      boxes.flatMap((b) =>
        a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
          ? [`${a.text} over ${b.text}`]
          : [],
      ),
    );
}

test.each(widths)(
  "at %i px no text crosses another, a sign, a bar or a line, and all lie on the page",
  (width) => {
    const { blocks, head } = laidOut(hard, width);
    const drawn = [
      ...blocks,
      ...(head ? [{ key: "head", top: 0, bottom: head.height, draw: head.draw }] : []),
    ];
    expect(drawn.length).toBe(17 + 4 + 1);
    for (const { key, top, bottom, draw } of drawn) {
      const boxes = boxesIn(svgOf([{ draw }]));
      expect(boxes.length, key).toBeGreaterThan(2);
      expect(crossings(boxes), key).toEqual([]);
      const outside = boxes.filter(
        (box) => box.left < 8 || box.right > width - 8 || box.top < top || box.bottom > bottom,
      );
      expect(outside, key).toEqual([]);
    }
  },
);

test.each(widths)(
  "at %i px rows and bands follow each other without a gap, each KPI is a mark in its row",
  (width) => {
    const { blocks, marks, height } = laidOut(hard, width);
    let y = 0;
    for (const { top, bottom } of blocks) {
      expect(top).toBe(y);
      y = bottom;
    }
    expect(y).toBe(height);
    const rows = blocks.filter(({ key }) => key.startsWith("kpi:"));
    expect(marks.map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
    for (const [at, mark] of marks.entries()) {
      expect(mark.source).toBeDefined();
      expect(mark.y).toBeGreaterThanOrEqual(rows[at]?.top ?? Number.NaN);
      expect(mark.y + mark.height).toBeLessThanOrEqual(rows[at]?.bottom ?? Number.NaN);
      expect(mark.x + mark.width).toBeLessThanOrEqual(width);
    }
  },
);

test("a width shows what its table of columns says", () => {
  const heads = (width: number) =>
    boxesIn(svgOf([laidOut(hard, width).head ?? { draw: () => null }])).map(({ text }) => text);
  expect(heads(1600)).toEqual([
    "KPI, and what it measures",
    ...["Baseline", "Latest", "Expected", "Progress against expected", "Next target"],
    ...["Actual and plan", "Owner", "Last measured"],
  ]);
  expect(heads(1100)).toEqual([
    "KPI, and what it measures",
    ...["Latest", "Expected", "Progress", "Next target", "Actual and plan", "Last measured"],
  ]);
  expect(heads(622)).toEqual(["Latest", "Expected", "Progress", "Next target", "Actual and plan"]);
  expect(heads(320)).toEqual(["KPI", "Latest", "Expected"]);
});

test("the bar is as long as the share of what is expected, up to 130%, and the tick stands at 100%", () => {
  const view = cardOf(`
    kpi half { baseline: 0 on 2025-12-31 target: 100 by 2026-12-31 actual: 25 on 2026-07-01 }
    kpi over { baseline: 0 on 2025-12-31 target: 100 by 2026-12-31 actual: 90 on 2026-07-01 }`);
  const [, half = "", over = ""] = laidOut(view, 1600).blocks.map(({ draw }) => svgOf([{ draw }]));
  const bars = (svg: string) => boxesIn(svg).filter(({ text }) => text === "bar");
  const wide = ({ left, right }: TextBox) => right - left;
  const [track, bar] = bars(half).map(wide);
  const progress = view.bands[0]?.kpis[0]?.progress ?? Number.NaN;
  expect(progress).toBeCloseTo(0.5, 1);
  expect((bar ?? 0) / (track ?? 1)).toBeCloseTo(progress / 1.3, 2);
  const [otherTrack, full] = bars(over).map(wide);
  expect(full).toBe(otherTrack);
  const [tick] = [...half.matchAll(/<line x1="([\d.]+)" x2="\1"/g)].map(([, x]) => Number(x));
  const start = bars(half)[0]?.left ?? Number.NaN;
  expect(((tick ?? 0) - start) / (track ?? 1)).toBeCloseTo(1 / 1.3, 2);
});

test("worst first: far behind, slipping, not known, on plan, each from the least of its way", () => {
  const { marks, blocks } = laidOut(many, 900, { order: "worst" });
  expect(blocks.length).toBe(100);
  const kpis = new Map(
    many.bands.flatMap((band) => band.kpis).map((kpi) => [`kpi:${kpi.id}`, kpi]),
  );
  const ranks = marks.map(({ key }) => {
    const { health = "grey", progress = 0 } = kpis.get(key) ?? {};
    return ["red", "amber", "grey", "green"].indexOf(health) * 1000 + progress;
  });
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(marks.map(({ key }) => key)).size).toBe(100);
  expect(marks[0]?.key).toBe("kpi:k99");
});

test("a hundred KPIs are laid out without measuring a single text", () => {
  const room = {
    ...roomOf(1600),
    measure: () => {
      throw new Error("Nothing is measured before it is drawn.");
    },
  };
  expect(scorecardDrawing.layOut(many, room).marks).toHaveLength(100);
});

test("a mark says all that its row says", () => {
  const sentence = (id: string) =>
    laidOut(hard, 1600).marks.find(({ key }) => key === `kpi:${id}`)?.sentence;
  expect(sentence("cost")).toBe(
    "Infrastructure cost per order. Slipping: 58% of what was expected. 40 EUR measured Mar 2026, 38.5 EUR expected then, 42 EUR at the start. Target 28 EUR by Dec 2026. Measures Grow the revenue that we earn with digital products. Owner Chief Commercial and Customer Officer of the whole group of companies. Last measured 8 months ago. missed, which must not suffer for it, is far behind plan",
  );
});

test("the table has all of it, a dash where nothing is known, and sorts by how bad it is", () => {
  const { columns, rows } = scorecardDrawing.table(hard);
  expect(rows.map(({ key }) => key)).toEqual(laidOut(hard, 1600).marks.map(({ key }) => key));
  for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  const cellsOf = (id: string) =>
    rows
      .find(({ key }) => key === `kpi:${id}`)
      ?.cells.map((cell) => (typeof cell === "string" ? cell : cell.text));
  expect(cellsOf("bare")).toEqual([
    ...["bare", "Measures nothing", "Not known", "–", "–", "–", "–", "–"],
    ...["–", "–", "–", "Never", "Nothing is written yet"],
  ]);
  const health = columns.findIndex(({ head }) => head === "Health");
  const order = rows.map(({ cells }) => cells[health]);
  expect(new Set(order.map((cell) => (typeof cell === "object" ? cell.by : cell)))).toEqual(
    new Set([0, 1, 2, 3]),
  );
});

test("the legend explains what is drawn, and nothing else", () => {
  const words = (view: ScorecardView) => scorecardDrawing.legend(view).map(({ text }) => text);
  expect(words(cardOf("kpi k { }"))).toEqual(["Not known"]);
  expect(words(many)).toEqual([
    "On plan, or short by up to the tolerance",
    "Short by up to twice the tolerance",
    "Short by more",
    ...["Where it should be on the day it was measured", "Measured", "Plan", "Target"],
  ]);
  expect(words(hard)).toContain("Target missed");
  expect(words(hard)).toContain("Measured too long ago");
});

test("without a KPI it says what to write", () => {
  const none = cardOf("objective a {}");
  expect(scorecardDrawing.empty(none)).toMatchObject({ title: "No KPIs yet", kind: "kpi" });
  expect(scorecardDrawing.empty(many)).toBeUndefined();
  expect(laidOut(none, 900)).toMatchObject({ height: 0, blocks: [], marks: [] });
});

test.each(["light", "dark", "high-contrast", "print"] as const)(
  "%s: literal colours only, no number that is none, the same bytes again",
  (theme) => {
    for (const width of [320, 622, 1600]) {
      const one = drawSheet(scorecardDrawing, hard, { theme, width });
      expect(one).not.toMatch(/NaN|undefined|null|Infinity|var\(|<script/);
      expect(drawSheet(scorecardDrawing, hard, { theme, width })).toBe(one);
    }
  },
);
