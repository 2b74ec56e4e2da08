// A text and its findings, before and after → whether the walkthrough ticks off that something was mended, or kept true.
import { describe, expect, test } from "vitest";
import { lineToMiss, wasKeptTrue, wasMended } from "../client/noticed.ts";

const found = (...findings: readonly string[]) => ({ findings, errors: 0 });

describe("a finding was mended", () => {
  test("where it is gone and the others are there", () => {
    expect(wasMended(found("no owner", "no risk"), found("no risk"))).toBe(true);
  });

  test("not where there was none, or it is there still", () => {
    expect(wasMended(found(), found())).toBe(false);
    expect(wasMended(found("no owner"), found("no owner"))).toBe(false);
  });

  test("not where another has come in its place", () => {
    expect(wasMended(found("no owner"), found("no name"))).toBe(false);
  });

  test("not where the text cannot be read any more, and less is said of it for that", () => {
    const broken = { findings: ["a brace is missing"], errors: 1 };
    expect(wasMended(found("no owner", "no risk"), broken)).toBe(false);
  });
});

describe("a plan was kept true", () => {
  const before = "initiative crm {\n  status: planned\n  owner: cio\n}\n";
  const keptTrue = (from: string, to: string) => wasKeptTrue(before, before.replace(from, to));

  test("where it says how something stands by now", () => {
    expect(keptTrue("planned", "active")).toBe(true);
    expect(keptTrue("owner: cio", "owner: cio\n  progress: 40%")).toBe(true);
    expect(keptTrue("owner: cio", "owner: cio\n  actual: 4.1 on 2026-10")).toBe(true);
  });

  test("not where it is edited otherwise", () => {
    expect(keptTrue("cio", "cto")).toBe(false);
    expect(keptTrue("  status: planned\n", "")).toBe(false);
  });

  test("not where something new has a status, or half a line is typed", () => {
    expect(keptTrue("}\n", "}\n\ninitiative erp {\n  status: active\n}\n")).toBe(false);
    expect(keptTrue("owner: cio", "owner: cio\n  progress: ")).toBe(false);
  });
});

describe("the line that is tried", () => {
  const first = "initiative erp {\n  timeline: 2026-Q4 // tried\n}\n";

  test("is the first timeline of an initiative, and of nothing else", () => {
    const text = `objective growth {\n  timeline: 2026\n\n${first}}\n\n${first.replaceAll("erp", "crm")}`;
    expect(lineToMiss(text)).toBe(4);
    expect(lineToMiss("objective growth {\n  timeline: 2026\n}\n")).toBe(undefined);
  });

  test("is rather one on which nothing else depends", () => {
    const text = `${first}\ninitiative crm {\n  timeline: after erp\n}\n`;
    expect(lineToMiss(text)).toBe(5);
    expect(lineToMiss(first)).toBe(1);
  });
});
