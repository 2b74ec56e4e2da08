// Strategies of a city, a university and an agency, as somebody writes them down on a first evening → what is said of them.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatText } from "../grammar/format.ts";
import { diagnosed } from "./diagnosed.ts";

/** How often each rule speaks, as "rule 3", most often first. */
function counts(draft: string): readonly string[] {
  const { diagnostics } = diagnosed({
    "draft.strategy": readFileSync(`test/drafts/${draft}.strategy`, "utf8"),
    "strategy.config.json": '{ "today": "2026-11-23" }',
  });
  const byCode = [...Map.groupBy(diagnostics, ({ code }) => code)];
  return byCode
    .map(([code, own]) => ({ code, count: own.length }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(({ code, count }) => `${code} ${count}`);
}

test("a city: 19 pieces of work, few figures, nearly no risks", () => {
  expect(counts("city")).toEqual([
    "unbudgeted-initiative 8",
    "overdue 5",
    "unproven-spend 4",
    "missing-stakeholders 3",
    "undeclared-name 3",
    "stale-kpi 2",
    "undated-objective 2",
    "unmeasured-objective 2",
    "bare-budget 1",
    "behind-schedule 1",
    "incomplete-kpi 1",
    "missing-milestone 1",
    "missing-risk 1",
    "no-cadence 1",
    "off-track-kpi 1",
    "overloaded-owner 1",
    "unmitigated-risk 1",
    "unreported-progress 1",
  ]);
});

test("a university: budgets, progress, a project that was approved at two thirds of its price", () => {
  expect(counts("university")).toEqual([
    "undeclared-name 12",
    "overdue 5",
    "behind-schedule 4",
    "missing-stakeholders 4",
    "unreported-progress 3",
    "off-plan 2",
    "unbudgeted-initiative 2",
    "undated-objective 2",
    "unmeasured-objective 2",
    "unproven-spend 2",
    "bare-budget 1",
    "incomplete-kpi 1",
    "missing-milestone 1",
    "missing-risk 1",
    "not-started 1",
    "off-track-kpi 1",
    "review-without-outcome 1",
    "unmitigated-risk 1",
  ]);
});

test("an agency: goals in goals, a law to wait for, and a plan whose last year has ended", () => {
  expect(counts("agency")).toEqual([
    "unbudgeted-initiative 11",
    "overdue 10",
    "undated-objective 5",
    "undeclared-name 5",
    "missing-stakeholders 4",
    "unmeasured-objective 4",
    "bare-budget 3",
    "missed-target 2",
    "unmitigated-risk 2",
    "unproven-spend 2",
    "missing-milestone 1",
    "missing-risk 1",
    "off-track-kpi 1",
    "overdue-review 1",
    "overloaded-owner 1",
    "stale-kpi 1",
    "unreported-progress 1",
  ]);
});

test("the drafts are canonical", () => {
  for (const draft of ["city", "university", "agency"]) {
    const text = readFileSync(`test/drafts/${draft}.strategy`, "utf8");
    expect(formatText(text)).toBe(text);
  }
});
