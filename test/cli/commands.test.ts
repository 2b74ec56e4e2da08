// `strategy format`, `explain`, `export` and help, in a real process.
import { expect, test } from "vitest";
import { folderWith, oneWarning } from "./strategy.ts";

test("format writes the canonical form and names what it changed", () => {
  const folder = folderWith({
    "a.strategy": 'role   cio "CIO"\n',
    "b.strategy": 'role cto "CTO"\n',
  });
  const check = folder.strategy("format", "--check");
  expect([check.code, check.out]).toEqual([1, "a.strategy\n"]);
  expect(folder.read("a.strategy")).toBe('role   cio "CIO"\n');
  const run = folder.strategy("format");
  expect([run.code, run.out]).toEqual([0, "a.strategy\n"]);
  expect(folder.read("a.strategy")).toBe('role cio "CIO"\n');
  expect(folder.strategy("format", "--check").code).toBe(0);
});

test("explain prints the page of a rule or a fault", () => {
  const folder = folderWith({});
  expect(folder.strategy("explain", "missing-risk").out).toMatch(/^# missing-risk\n/);
  expect(folder.strategy("explain", "unknown-name").out).toMatch(/^# unknown-name\n/);
  const run = folder.strategy("explain", "mising-risk");
  expect([run.code, run.talk]).toEqual([
    2,
    "There is no rule 'mising-risk'. Did you mean 'missing-risk'?\n",
  ]);
});

test("export model gives every declaration with its figures", () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const run = folder.strategy("export", "model", "--to", "json", "--today", "2026-11-23");
  const { version, entities } = JSON.parse(run.out);
  expect(version).toBe(1);
  expect(entities.map((one: { kind: string; name: string }) => `${one.kind} ${one.name}`)).toEqual([
    "strategy plan",
    "objective trust",
    "initiative crm",
    "kpi nps",
    "review autumn",
    "role cio",
  ]);
  expect(entities[2]).toMatchObject({
    title: "CRM",
    file: "plan.strategy",
    range: { start: { line: 9, character: 2 } },
    derived: {
      start: "2026-01-01",
      end: "2027-12-31",
      amount: { amount: "0", currency: "EUR" },
      alignmentPath: ["trust"],
    },
  });
});

test("help says how each command is used", () => {
  const folder = folderWith({});
  expect(folder.strategy("--help").out).toContain("check [options] [paths...]");
  for (const command of ["check", "format", "export", "preview", "explain", "lsp"]) {
    const run = folder.strategy(command, "--help");
    expect([run.code, run.out.startsWith(`Usage: strategy ${command}`)]).toEqual([0, true]);
  }
});
