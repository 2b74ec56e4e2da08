// Every declaration to begin with, as the vocabulary has it → sound, canonical text.
import { expect, test } from "vitest";
import { formatText } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import { kpiSample, readyKpis } from "../../grammar/snippets.ts";
import { kinds } from "../../grammar/vocabulary.ts";

const samples = [...kinds.map(({ snippet }) => snippet), ...readyKpis.map(kpiSample)];

for (const sample of samples)
  test(sample.slice(0, sample.indexOf("\n")), () => {
    const text = `${sample}\n`;
    expect(formatText(text)).toBe(text);
    expect(parseFile(text).chunks.flatMap((chunk) => chunk.faults)).toEqual([]);
  });

test("the ready-made KPIs are those that IT departments ask for", () => {
  expect(readyKpis.map((kpi) => kpi.name)).toEqual([
    "availability",
    "incident-resolution-time",
    "mttr",
    "operational-cost-savings",
    "delivery-on-time",
    "infrastructure-cost",
    "delivery-velocity",
  ]);
});
