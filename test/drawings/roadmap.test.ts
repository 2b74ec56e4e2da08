// The whole roadmap as an SVG: complete, the same every time, and every mark a sentence.
import { expect, test } from "vitest";
import { drawRoadmap } from "../../client/drawings/roadmap.tsx";
import type { Theme } from "../../client/drawings/theme.ts";
import { nordwind } from "./nordwind.ts";

const svg = drawRoadmap(nordwind, { theme: "light", width: 1600 });
const decode = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<");
const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => decode(text));
const sentences = [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, text = ""]) => decode(text));

test("it opens with the sentence, then what, as of when and in which currency, then the figures", () => {
  expect(texts.slice(0, 4)).toEqual([
    "2 of 6 IT objectives are off track",
    "Nordwind IT strategy 2026–2028. As of 23 November 2026, amounts in EUR",
    "2",
    "risks above appetite",
  ]);
  for (const figure of ["17.3M of 18M", "92%"]) expect(texts).toContain(figure);
});

test("it shows every initiative, group, review and milestone by name", () => {
  for (const { title } of nordwind.initiatives) {
    expect(texts.some((text) => text.startsWith(title))).toBe(true);
  }
  for (const { title } of nordwind.groupings[0]?.groups ?? []) expect(texts).toContain(title);
  for (const name of ["Pilot live", "All brands", "In the stores", "First switch-over test"]) {
    expect(texts).toContain(name);
  }
  expect(texts).toContain("13 targets");
  expect(texts).toContain("54 days over");
});

test("gaps are said in words, with their share of the money", () => {
  expect(texts).toContain("Supports no objective");
  expect(texts).toContain("8% of the money is not aligned with any objective.");
  expect(texts).toContain("No dates yet");
});

test("every bar, milestone, event and header is a full sentence", () => {
  const marks = svg.match(/class="mark [a-z]+"/g)?.length ?? 0;
  expect(marks).toBeGreaterThan(30);
  const tags = [...svg.matchAll(/<g[^>]*class="mark[^>]*>/g)].map(([tag]) => tag);
  expect(tags.filter((tag) => !/aria-label="[^"]+\."/.test(tag))).toEqual([]);
  expect(sentences).toContain(
    "Monitoring of core services. Active, 65% done. Off track. Owner Head of Operations. 1 Feb 2026 to 30 Sep 2026. 54 days over. 0.8M EUR. It should have ended on 30 Sep 2026.",
  );
  expect(sentences).toContain("Milestone Pilot live, reached, 1 Jul 2026.");
  expect(sentences).toContain("Grow digital revenue. At risk. Owner CCO. 5.8M EUR.");
});

test.each(["light", "dark", "high-contrast", "print"] satisfies Theme[])(
  "%s: literal colours only, no number that is none, the same bytes again",
  (theme) => {
    for (const width of [340, 800, 1600]) {
      const one = drawRoadmap(nordwind, { theme, width });
      expect(one).not.toMatch(/NaN|undefined|null|Infinity|var\(/);
      expect(drawRoadmap(nordwind, { theme, width })).toBe(one);
    }
  },
);

test("an empty plan still draws", () => {
  const empty = {
    ...nordwind,
    initiatives: [],
    dependencies: [],
    groupings: [],
    events: [],
    unaligned: { initiatives: [], work: 0 },
    undated: { initiatives: [], work: 0 },
  };
  expect(drawRoadmap(empty, { theme: "light", width: 1600 })).toContain("</svg>");
});

test("a hostile title stays text", () => {
  const [first, ...rest] = nordwind.initiatives;
  if (!first) throw new Error("The fixture has initiatives.");
  const hostile = { ...first, title: '<script>alert("1")</script>' };
  const drawn = drawRoadmap(
    { ...nordwind, initiatives: [hostile, ...rest] },
    { theme: "light", width: 1600 },
  );
  expect(drawn).not.toContain("<script");
});
