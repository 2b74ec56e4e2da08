// `strategy format`, `explain`, `export` and help.
import { expect, test } from "vitest";
import { inPieces } from "../../client/cli/export.ts";
import { rules } from "../../server/rules/index.ts";
import { modelExport } from "../../server/views/model.ts";
import { universeOf } from "../workspace.ts";
import { folderWith, oneWarning } from "./strategy.ts";

test("format writes the canonical form and names what it changed", async () => {
  const folder = folderWith({
    "a.strategy": 'role   cio "CIO"\n',
    "b.strategy": 'role cto "CTO"\n',
  });
  const check = await folder.strategy("format", "--check");
  expect([check.code, check.out]).toEqual([1, "a.strategy\n"]);
  expect(folder.read("a.strategy")).toBe('role   cio "CIO"\n');
  const run = await folder.strategy("format");
  expect([run.code, run.out]).toEqual([0, "a.strategy\n"]);
  expect(folder.read("a.strategy")).toBe('role cio "CIO"\n');
  expect((await folder.strategy("format", "--check")).code).toBe(0);
});

test("explain prints the page of a rule or a fault as text", async () => {
  const folder = folderWith({});
  expect((await folder.strategy("explain", "missing-risk")).out).toMatch(
    /^missing-risk\n\n[\s\S]*\n\nWrong\n\n {4}initiative crm /,
  );
  expect((await folder.strategy("explain", "unknown-name")).out).toMatch(/^unknown-name\n/);
  expect((await folder.strategy("explain", "configuration")).out).toMatch(/^configuration\n/);
  const run = await folder.strategy("explain", "mising-risk");
  expect([run.code, run.talk]).toEqual([
    2,
    "There is no rule 'mising-risk'. Did you mean 'missing-risk'?\n",
  ]);
});

test("explain without a rule lists all of them by group, then the faults", async () => {
  const { code, out } = await folderWith({}).strategy("explain");
  expect(code).toBe(0);
  const headings = out.split("\n").filter((line) => /^[A-Z]/.test(line));
  expect(headings).toEqual([...new Set(rules.map(({ group }) => group)), "Faults of the language"]);
  const listed = [...out.matchAll(/^ {2}(\S+)/gm)].map(([, id]) => id);
  expect(listed.slice(0, rules.length)).toEqual(rules.map(({ id }) => id));
  expect(listed.slice(rules.length)).toContain("unreadable-data");
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("a model is written a declaration at a time, as the one JSON that it is", () => {
  for (const text of ["", "role cio\n", oneWarning]) {
    const data = modelExport(universeOf(text).model());
    expect([...inPieces(data)].join("")).toBe(`${JSON.stringify(data, undefined, 2)}\n`);
    // The last piece is the end of the frame.
    expect([...inPieces(data)]).toHaveLength(data.entities.length + 2);
  }
});

test("export model gives every declaration with its figures", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const run = await folder.strategy("export", "model", "--to", "json", "--today", "2026-11-23");
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
      end: "2026-12-31",
      amount: { amount: "0", currency: "EUR" },
      alignmentPath: ["trust"],
    },
  });
});

test("help says how each command is used", async () => {
  const folder = folderWith({});
  expect((await folder.strategy("--help")).out).toContain("check [options] [paths...]");
  for (const command of ["check", "format", "export", "preview", "explain", "lsp"]) {
    const run = await folder.strategy(command, "--help");
    expect([run.code, run.out.startsWith(`Usage: strategy ${command}`)]).toEqual([0, true]);
  }
});
