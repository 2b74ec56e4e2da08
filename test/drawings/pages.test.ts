// Every view, of the example and of larger strategies → its pages on paper.
import { describe, expect, test } from "vitest";
import { type DrawnPage, pagesOfAll } from "../../client/drawings/pages.tsx";
import { alignmentView } from "../../server/views/alignment.ts";
import { views } from "../../server/views/index.ts";
import { risksView } from "../../server/views/risks.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { scorecardView } from "../../server/views/scorecard.ts";
import { viewOf } from "../../server/views/view.ts";
import { generate } from "../bench/generate.ts";
import { universeOf } from "../workspace.ts";
import { exampleModel } from "./example.ts";

const a4 = { theme: "print", width: 1122.5, height: 793.7, foot: "Revision 3f2a91c" } as const;

function large() {
  return universeOf(Object.fromEntries(generate({ files: 12, lines: 200 }))).model();
}

function textsOf(pages: readonly DrawnPage[]): readonly (readonly string[])[] {
  return pages.map(({ svg }) =>
    Array.from(svg.matchAll(/>([^<]+)<\/text>/g), ([, text]) => text ?? ""),
  );
}

/** On how many pages a text stands. */
function timesOf(text: string, pages: readonly DrawnPage[]): number {
  return textsOf(pages).filter((texts) => texts.includes(text)).length;
}

describe.each(views.map((view) => ({ name: view.name, view })))("$name", ({ view }) => {
  const pages = pagesOfAll([viewOf(view, exampleModel())], a4);

  test("each mark stands on one page, within its edges and above its foot", () => {
    const keys = pages.flatMap(({ marks }) => marks.map(({ key }) => key));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    for (const { marks } of pages)
      for (const { key, x, y, width, height } of marks)
        expect([key, x >= 0, y >= 0, x + width <= a4.width, y + height <= 760]).toEqual([
          key,
          true,
          true,
          true,
          true,
        ]);
  });

  test("no text is smaller than 8 pt", () => {
    for (const { svg } of pages) {
      const scale = Number(/scale\(([\d.]+)\)/.exec(svg)?.[1]);
      const sizes = Array.from(svg.matchAll(/font-size="([\d.]+)"/g), ([, size]) => Number(size));
      expect(Math.min(...sizes) * scale).toBeGreaterThan(10.6);
    }
  });

  test("pages say which of how many they are, and the first has the sentence and the signs", () => {
    const texts = textsOf(pages);
    for (const [at, page] of texts.entries())
      expect(page.at(-1)).toBe(`Page ${at + 1} of ${pages.length}`);
    expect(texts[0]).toContain(pages[0]?.sentence);
    for (const page of texts.slice(1)) expect(page[0]).toMatch(/ \(\d+ of \d+\)$/);
  });

  test("the same view gives the same pages", () => {
    expect(pagesOfAll([viewOf(view, exampleModel())], a4)).toEqual(pages);
  });
});

test("several views are numbered from the first page to the last", () => {
  const all = pagesOfAll(
    [viewOf(roadmapView, exampleModel()), viewOf(risksView, exampleModel())],
    a4,
  );
  expect(textsOf(all).at(-1)?.at(-1)).toBe(`Page ${all.length} of ${all.length}`);
  expect(all.map(({ view, number }) => `${view} ${number}`).at(-1)).toBe("risks 2");
});

test("without a foot there is none, and its room is the picture's", () => {
  const view = viewOf(roadmapView, exampleModel());
  const [page] = pagesOfAll([view], { theme: "light", width: 1280, height: 720 });
  expect(page?.svg).not.toContain("Page 1");
});

test("what supports no objective and what has no dates stand on the first page of a roadmap", () => {
  const pages = pagesOfAll([viewOf(roadmapView, exampleModel())], a4);
  const [first = []] = textsOf(pages);
  expect(first).toContain("Supports no objective");
  expect(first).toContain("Loyalty points on a blockchain");
  expect(first).toContain("No dates yet");
});

test("what of it has no room there stands behind all others, and nothing is lost", () => {
  const view = viewOf(roadmapView, large());
  const pages = pagesOfAll([view], a4);
  const drawn = pages.flatMap(({ marks }) => marks.map(({ key }) => key));
  expect(new Set(drawn).size).toBe(drawn.length);
  for (const { id } of view.initiatives) expect(drawn).toContain(`work:${id}`);
  expect(timesOf("Supports no objective, continued", pages)).toBe(1);
  expect(timesOf("2028", pages)).toBe(pages.length);
});

test("a page that begins in a group says in which", () => {
  const [, second] = pagesOfAll([viewOf(roadmapView, exampleModel())], a4);
  expect(second?.svg).toContain("Run at lower cost, Workloads in the cloud");
});

test("each KPI stands in one row", () => {
  const view = viewOf(scorecardView, exampleModel());
  const pages = pagesOfAll([view], a4);
  for (const { title } of view.bands.flatMap(({ kpis }) => kpis))
    expect([title, timesOf(title, pages)]).toEqual([title, 1]);
});

test("ribbons are drawn where one of their ends is, and nowhere between", () => {
  const text = Array.from(
    { length: 80 },
    (_, at) => `initiative i${at} "Work ${at}" { supports: o, budget: 1M }`,
  );
  const view = viewOf(
    alignmentView,
    universeOf(`objective o "One" {\n  level: business\n}\n${text.join("\n")}`).model(),
  );
  const pages = pagesOfAll([view], a4);
  const ribbons = pages.map(({ svg }) => (svg.match(/<path d="M[^"]*C/g) ?? []).length);
  expect(pages.length).toBeGreaterThan(3);
  expect(ribbons.reduce((sum, count) => sum + count, 0)).toBeLessThan(2 * 80 + 1);
});

test("a list of risks over many pages has its heads on each", () => {
  const pages = pagesOfAll([viewOf(risksView, large())], a4);
  expect(timesOf("Exp. loss", pages)).toBe(
    pages.filter(({ marks }) => marks.some(({ key }) => key.startsWith("risk:"))).length,
  );
});

test("a list of risks begins beside the matrix, and goes on from edge to edge", () => {
  const [first, second, ...more] = pagesOfAll([viewOf(risksView, exampleModel())], a4);
  const left = (page: DrawnPage | undefined) =>
    page?.marks
      .filter(({ isRow }) => isRow)
      .reduce<number>((least, { x }) => Math.min(least, x), a4.width);
  expect(left(first)).toBeGreaterThan(a4.width * 0.4);
  expect(left(second)).toBeLessThan(a4.width * 0.1);
  expect(more).toEqual([]);
});

test("no sum stands on a page without a row that it counts", () => {
  const money = views.filter(({ name }) => name === "money");
  const risks = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `risk r${at} "Risk ${at}" { probability: low, impact: low, loss: 1k EUR }`,
    ).join("\n");
  for (const count of [9, 10, 11, 12, 13]) {
    const view = viewOf(risksView, universeOf(risks(count)).model());
    const pages = pagesOfAll([view], a4);
    const last = pages.at(-1);
    expect([count, timesOf("All open risks", pages)]).toEqual([count, 1]);
    expect(last?.marks.some(({ key }) => key.startsWith("risk:"))).toBe(true);
  }
  const [, second] = pagesOfAll(
    money.map((view) => viewOf(view, exampleModel())),
    a4,
  );
  expect(textsOf([second].flatMap((page) => page ?? []))[0]).toContain("Supports no objective");
});

test("all figures of a view stand at its head where they have room", () => {
  const view = viewOf(roadmapView, exampleModel());
  const [page] = pagesOfAll([view], a4);
  for (const { label } of view.figures) expect(page?.svg).toContain(`>${label}</text>`);
});

test("a roadmap in which nothing is written says so", () => {
  const view = viewOf(roadmapView, universeOf('strategy s "Nothing yet" {\n}').model());
  expect(
    timesOf("No initiatives yet. Write one in any .strategy file.", pagesOfAll([view], a4)),
  ).toBe(1);
});

test("a strategy of which nothing is written yet takes one page a view", () => {
  const model = universeOf('strategy s "Nothing yet" {\n}').model();
  for (const view of views) expect(pagesOfAll([viewOf(view, model)], a4)).toHaveLength(1);
});
