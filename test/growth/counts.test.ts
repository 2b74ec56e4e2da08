// Strategies with a great many things of one sort → what they cost, and that nothing of them is lost.
import { describe, expect, test } from "vitest";
import { cardIn } from "../../client/cli/cards.ts";
import { jsonOf } from "../../client/cli/formats/json.ts";
import { sarifOf } from "../../client/cli/formats/sarif.ts";
import { textOf } from "../../client/cli/formats/text.ts";
import { report } from "../../client/cli/report.ts";
import { paper } from "../../client/cli/screen.ts";
import { placesIn } from "../../client/preview/sources.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { universe } from "../../server/model/universe.ts";
import { abilitiesOf } from "../../server/serve/abilities.ts";
import type { Encoding } from "../../server/serve/positions.ts";
import { createPush } from "../../server/serve/push.ts";
import { documentReport, workspaceReport } from "../../server/serve/report.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { workspaceOf } from "../workspace.ts";
import { growth, judged, type Shape, type Work } from "./cost.ts";

function times(count: number, make: (index: number) => string, joint = "\n"): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(joint);
}

/** Names that have little in common, the same on every run. */
function name(index: number): string {
  let rest = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const letters: string[] = [];
  for (let at = 0; at < 6; at++) {
    letters.push(String.fromCharCode(97 + (rest % 26)));
    rest = (Math.floor(rest / 26) + index * 31 + at * 17) >>> 0;
  }
  return `${letters.join("")}-${index.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")}`;
}

function day(index: number): string {
  return new Date(Date.UTC(1990, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
}

function one(make: (size: number) => string): Shape {
  return (size) => ({ "plan.strategy": make(size) });
}

const kpi = 'kpi k "K" {\n  unit: %\n  baseline: 1 on 1989-01\n  target: 5 by 2060\n';
const csv = (rows: string) => ({
  "plan.strategy": `${kpi}  actuals: "k.csv"\n}`,
  "k.csv": `date,value\n${rows}`,
});

const shapes: Readonly<Record<string, Shape>> = {
  objectives: one((size) => times(size, (at) => `objective o${at} "O" {\n}`)),
  files: (size) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, at) => [`f${at}.strategy`, `objective o${at} "O" {\n}`]),
    ),
  "declarations of one name": one((size) => times(size, () => 'objective same "O" {\n}')),
  "names that do not exist, among many that do": one((size) =>
    times(
      size,
      (at) => `objective ${name(at)} "O" {\n}\nrisk r${at} "R" {\n  affects: ${name(at)}x\n}`,
    ),
  ),
  "names of a row that do not exist, among many that do": one((size) =>
    times(
      size,
      (at) => `objective goal-${at} "O" {\n}\nrisk r${at} "R" {\n  affects: goal-${at}x\n}`,
    ),
  ),
  "names that nobody declares, among many that somebody does": one((size) =>
    times(size, (at) => `role ${name(at)} "R" {\n}\nteam t${at} "T" {\n  lead: ${name(at)}x\n}`),
  ),
  "names that nobody declares, in one list": one(
    (size) => `initiative i "I" {\n  stakeholders: ${times(size, name, ", ")}\n}`,
  ),
  "actuals of a KPI": one(
    (size) => `${kpi}${times(size, (at) => `  actual: ${at} on ${day(at)}`)}\n}`,
  ),
  "actuals of a KPI for one day": one(
    (size) => `${kpi}${times(size, (at) => `  actual: ${at} on 2026-02-01`)}\n}`,
  ),
  "targets of a KPI": one(
    (size) => `kpi k "K" {\n${times(size, (at) => `  target: ${at % 7} by ${day(at)}`)}\n}`,
  ),
  "rows of a KPI's file": (size) => csv(times(size, (at) => `${day(at)},${at}`)),
  "rows of a KPI's file for one day": (size) => csv(times(size, (at) => `2026-01-01,${at}`)),
  "actuals that the file has too": (size) => ({
    ...csv(times(size, (at) => `${day(at)},${at}`)),
    "plan.strategy": `${kpi}  actuals: "k.csv"\n${times(size, (at) => `  actual: ${at + 1} on ${day(at)}`)}\n}`,
  }),
  "times the same field": one(
    (size) => `objective o "O" {\n${times(size, () => "  owner: cio")}\n}`,
  ),
  "times the same block": one(
    (size) => `initiative i "I" {\n${times(size, () => "  cost { upfront: 1k }")}\n}`,
  ),
  "unknown fields": one(
    (size) => `objective o "O" {\n${times(size, (at) => `  ${name(at)}: cio`)}\n}`,
  ),
  "misspelt fields": one((size) => `objective o "O" {\n${times(size, () => "  ownr: cio")}\n}`),
  "halves of a period": one(
    (size) => `initiative i "I" {\n${times(size, () => "  start: 2026-01")}\n}`,
  ),
  "fields without a colon": one(
    (size) => `objective o "O" {\n${times(size, () => "  owner cio")}\n}`,
  ),
  suppressions: one((size) =>
    times(size, (at) => `// ignore missing-owner: not yet\nobjective o${at} "O" {\n}`),
  ),
  "suppressions of nothing": one((size) =>
    times(size, (at) => `// ignore overdue: not yet\nobjective o${at} "O" {\n}`),
  ),
  "suppressions of a file": one(
    (size) =>
      `${times(size, () => "// ignore-file missing-owner: not yet")}\n${times(size, (at) => `objective o${at} "O" {\n}`)}`,
  ),
  "suppressions above one declaration": one(
    (size) => `${times(size, () => "// ignore missing-owner: not yet")}\nobjective o "O" {\n}`,
  ),
  "suppressions in one declaration": one(
    (size) =>
      `initiative i "I" {\n${times(size, (at) => `  // ignore overdue: not yet\n  milestone m${at} "M" {}`)}\n}`,
  ),
  "suppressions on lines": one(
    (size) =>
      `initiative i "I" {\n${times(size, () => "  owner: cio // ignore overdue: not yet")}\n}`,
  ),
  "suppressions beside faults": one((size) =>
    times(size, (at) => `// ignore missing-owner: not yet\nobjective o${at} "O" {\n  statuz: x\n}`),
  ),
  "rules in one suppression": one(
    (size) => `// ignore ${times(size, () => "overdue", ", ")}: not yet\nobjective o "O" {\n}`,
  ),
  tags: one((size) => `objective o "O" {\n  tags: ${times(size, name, ", ")}\n}`),
  "teams of one initiative": one(
    (size) =>
      `${times(size, (at) => `team t${at} "T" {\n  capacity: 3 FTE\n}`)}\ninitiative i "I" {\n  timeline: 2026-01 .. 2027-01\n  teams: ${times(size, (at) => `t${at} 2 FTE`, ", ")}\n}`,
  ),
  "initiatives of one team": one(
    (size) =>
      `team t "T" {\n  capacity: 3 FTE\n}\n${times(size, (at) => `initiative i${at} "I" {\n  timeline: 2026-01 .. 2027-01\n  teams: t 2 FTE\n}`)}`,
  ),
  "milestones of one initiative": one(
    (size) => `initiative i "I" {\n${times(size, (at) => `  milestone m${at} "M" {}`)}\n}`,
  ),
  "milestones of one name": one(
    (size) => `initiative i "I" {\n${times(size, () => '  milestone m "M" {}')}\n}`,
  ),
  "milestones that others wait for": one(
    (size) =>
      `initiative i "I" {\n${times(size, (at) => `  milestone m${at} "M" {}`)}\n}\n${times(size, (at) => `initiative j${at} "J" {\n  depends-on: i.m${at}\n}`)}`,
  ),
  "milestones that do not exist": one(
    (size) =>
      `initiative i "I" {\n${times(size, (at) => `  milestone ${name(at)} "M" {}`)}\n}\n${times(size, (at) => `initiative j${at} "J" {\n  depends-on: i.${name(at)}x\n}`)}`,
  ),
  "values in a list": one(
    (size) =>
      `${times(size, (at) => `objective o${at} "O" {\n}`)}\ninitiative i "I" {\n  supports: ${times(size, (at) => `o${at}`, ", ")}\n}`,
  ),
  "values of another type in a list": one(
    (size) => `initiative i "I" {\n  supports: ${times(size, () => "5", ", ")}\n}`,
  ),
  "values where one is taken": one(
    (size) => `initiative i "I" {\n  owner: ${times(size, name, ", ")}\n}`,
  ),
  "declarations on one line": one((size) =>
    times(size, (at) => `objective o${at} "O" { owner: cio }`, " "),
  ),
  "faulty declarations on one line": one((size) =>
    times(size, (at) => `objective o${at} "O" { ownr: cio }`, " "),
  ),
  "words in a comment": one((size) => `/* ${"word\n".repeat(size * 20)} */\nobjective o "O" {}`),
  "comments in a row": one((size) => `${times(size * 5, () => "// word")}\nobjective o "O" {}`),
  "comments in a declaration": one(
    (size) => `objective o "O" {\n${times(size * 5, () => "// word")}\n}`,
  ),
  "letters in a name": one(
    (size) =>
      `objective ${"ab".repeat(size * 5)} "O" {\n}\nrisk r "R" {\n  affects: ${"ab".repeat(size * 5)}x\n}`,
  ),
  "sub-objectives of one objective": one(
    (size) => `objective top "O" {\n${times(size, (at) => `  objective o${at} "O" {}`)}\n}`,
  ),
  strategies: one((size) => times(size, (at) => `strategy s${at} "S" {\n}`)),
};

/** What four times the size may cost. Where each were compared with each, it would be sixteen times as much. */
const most = 9;

describe("four times as many cost about four times as much:", () => {
  test.each(Object.entries(shapes))("%s", { timeout: 300_000 }, (_, shape) => {
    expect(growth(shape, [1_500, 6_000], most)).toBeLessThan(most);
  });
});

/** The report of `strategy check` on files. */
function reported(files: Readonly<Record<string, string>>) {
  const workspace = workspaceOf(files);
  const models = [...universe(workspace).models.values()];
  return report({ base: workspace.folders[0] ?? "", models, workspace, isPartial: false });
}

const printed: Readonly<Record<string, Work>> = {
  text: (files) => textOf(reported(files), paper, 0),
  JSON: (files) => jsonOf(reported(files)),
  SARIF: (files) => sarifOf(reported(files)),
};

describe("four times as many findings are printed in about four times the time:", () => {
  const line = one((size) => times(size, (at) => `objective o${at} "O" { ownr: cio }`, " "));
  const block = one((size) => `objective o "O" {\n${times(size, () => "  ownr: cio")}\n}`);
  const each = Object.entries(printed);
  test.each(each)("on one line, as %s", { timeout: 300_000 }, (_, work) => {
    expect(growth(line, [1_000, 4_000], most, work)).toBeLessThan(most);
  });
  test("in one declaration, with their fixes", { timeout: 300_000 }, () => {
    expect(growth(block, [400, 1_600], most, (files) => jsonOf(reported(files)))).toBeLessThan(
      most,
    );
  });
});

test("of a very long line what stands around a finding is shown", () => {
  const line = times(2_000, (at) => `objective o${at} "O" { ownr: cio }`, " ");
  const shown = reported({ "plan.strategy": line });
  const far = shown.diagnostics.findLast(({ rule }) => rule === "unknown-field");
  const text = textOf({ ...shown, diagnostics: far === undefined ? [] : [far] }, paper, 0);
  const [, code = "", marks = ""] = /\n( *1 \| .*)\n( *\| .*)\n/.exec(text) ?? [];
  expect(code.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("ownr");
});

/** The files as an editor sees them. */
function seen(files: Readonly<Record<string, string>>, encoding: Encoding) {
  const capabilities = { textDocument: { diagnostic: { relatedInformation: true } } };
  const client = { ...abilitiesOf({ processId: null, rootUri: null, capabilities }), encoding };
  const snapshot = { workspace: workspaceOf(files), alone: new Map(), open: new Map() };
  return { snapshot, client, pages: "" };
}

/** Whoever is told of a fault of ours fails the test. */
function never(error: unknown): void {
  throw error;
}

describe("an editor is told four times as many findings in about four times the time:", () => {
  const line = one((size) => times(size, (at) => `objective ö${at} "Ö" { ownr: cio }`, " "));
  const twice = one((size) => times(size, () => 'objective same "O" {\n}'));
  test.each(["utf-16", "utf-8"] as const)(
    "on one line, in %s",
    { timeout: 300_000 },
    (encoding) => {
      const work: Work = (files) => workspaceReport(seen(files, encoding), never);
      expect(growth(line, [1_500, 6_000], most, work)).toBeLessThan(most);
    },
  );
  test("with related places, as they are pushed", { timeout: 300_000 }, () => {
    const work: Work = (files) => createPush(() => {}, never)(seen(files, "utf-16"));
    expect(growth(twice, [1_500, 6_000], most, work)).toBeLessThan(most);
  });
});

describe("nothing of a great many is lost", () => {
  test("15,000 objectives", { timeout: 300_000 }, () => {
    const counts = judged(one((size) => times(size, (at) => `objective o${at} "O" {\n}`))(15_000));
    expect(counts.get("unsupported-objective")).toBe(15_000);
  });

  test("50,000 files", { timeout: 300_000 }, () => {
    const files = Array.from({ length: 50_000 }, (_, at) => [`f${at}.strategy`, "team t {\n}"]);
    expect(judged(Object.fromEntries(files)).get("duplicate-name")).toBe(49_999);
  });

  test("100,000 declarations of one name, each with one related place, in an editor", {
    timeout: 300_000,
  }, () => {
    const files = { "plan.strategy": times(100_000, () => "team same {\n}") };
    const sight = seen(files, "utf-16");
    const found = documentReport(sight, "/workspace/plan.strategy", never);
    const twice = found.filter(({ code }) => code === "duplicate-name");
    expect(twice).toHaveLength(99_999);
    expect(twice.every(({ relatedInformation }) => relatedInformation?.length === 1)).toBe(true);
  });

  test("100,000 findings in one declaration, on the command line", { timeout: 300_000 }, () => {
    const text = `objective o "O" {\n${times(100_000, () => "  ownr: cio")}\n}`;
    const shown = reported({ "plan.strategy": text });
    expect(shown.broken).toEqual([]);
    expect(shown.diagnostics.filter(({ rule }) => rule === "unknown-field")).toHaveLength(100_000);
    expect(textOf(shown, paper, 200)).toContain("200 of 100003 findings shown");
  });

  test("100,000 values, rows and fields", { timeout: 300_000 }, () => {
    const size = 100_000;
    const text = [
      `initiative i "I" {\n  stakeholders: ${times(size, (at) => `s${at}`, ", ")}\n  budget: 1,${times(size, () => "000", ",")}\n}`,
      `${kpi}  actuals: "k.csv"\n${times(size, (at) => `  actual: ${at} on ${day(at % 9999)}`)}\n}`,
    ].join("\n");
    const rows = times(size, (at) => `${day(at % 9999)},${at}`);
    const counts = judged({ "plan.strategy": text, "k.csv": `date,value\n${rows}` });
    expect(counts.has("unjudged")).toBe(false);
    expect(counts.get("undeclared-name")).toBe(size);
  });
});

test("the cards of a page that is given away cost what they say, however long the file is", () => {
  const shape = one((size) =>
    times(size, (at) => `initiative i${at} "I" {\n  timeline: 2026 .. 2027\n  budget: 3k\n}`),
  );
  const cards: Work = (files) => {
    for (const model of universe(workspaceOf(files)).models.values())
      for (const { uri, name } of placesIn(viewOf(roadmapView, model)))
        expect(cardIn(model, uri, name.start)).not.toBeNull();
  };
  expect(growth(shape, [1_000, 4_000], 9, cards)).toBeLessThan(9);
});

test("messages do not grow with what they speak of", () => {
  const size = 3_000;
  const text = [
    `// ignore ${times(size, () => "overdue", ", ")}\n`,
    times(size, (at) => `objective o${at} "O" {\n}`),
    times(size, (at) => `role r${at} "R" {\n  owns: x\n}`),
    `team t "T" {\n  capacity: 1 FTE\n}`,
    times(
      size,
      (at) =>
        `initiative i${at} "I" {\n  timeline: 2026-01 .. 2040-01\n  status: active\n  owner: r0\n  teams: t 2 FTE\n  budget: 3k ${["EUR", "USD", "GBP"][at % 3]}\n  skills: ${name(at)}\n}`,
    ),
    `initiative all "All" {\n  supports: ${times(size, (at) => `o${at}`, ", ")}\n  teams: ${times(size, name, ", ")}\n  depends-on: ${times(size, (at) => `i${at}`, ", ")}\n  skills: ${times(size, name, ", ")}\n}`,
    `${kpi}  actuals: "k.csv"\n}`,
  ].join("\n");
  const files = { "plan.strategy": text, "k.csv": `date,value\n${times(size, () => "x,y")}` };
  const [model] = universe(workspaceOf(files)).models.values();
  const found = model === undefined ? [] : diagnose(model);
  const long = found.filter(({ message }) => message.length > 1_000);
  expect(long.map(({ code, message }) => `${code}: ${message.length}`)).toEqual([]);
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(15);
});
