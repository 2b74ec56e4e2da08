// Parts of the judgement that break → what is told of them, and that all others are still heard.

import process from "node:process";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type MessageConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { registerCheck } from "../client/cli/check.ts";
import { broken, diagnose, diagnoseConfig } from "../server/diagnosis/diagnose.ts";
import * as encoding from "../server/diagnosis/encoding.ts";
import * as folding from "../server/diagnosis/fold.ts";
import * as suppression from "../server/diagnosis/suppress.ts";
import { guarded, unjudged } from "../server/diagnosis/unjudged.ts";
import { linkChecks } from "../server/model/link/link.ts";
import * as universes from "../server/model/universe.ts";
import { diskFiles } from "../server/project/disk/files.ts";
import { missingOwner } from "../server/rules/missing-owner.ts";
import type { Practice } from "../server/rules/rule.ts";
import { undeclaredName } from "../server/rules/undeclared-name.ts";
import { serve } from "../server/serve.ts";
import { folderWith } from "./cli/strategy.ts";
import { codes, pulls } from "./session.ts";
import { universeOf } from "./workspace.ts";

vi.mock("../server/diagnosis/encoding.ts", { spy: true });
vi.mock("../server/diagnosis/fold.ts", { spy: true });
vi.mock("../server/diagnosis/suppress.ts", { spy: true });
vi.mock("../server/model/universe.ts", { spy: true });

afterEach(() => {
  vi.resetAllMocks();
  vi.restoreAllMocks();
});

const plan = `objective growth "Growth" {
  owner: ceo
  colour: red
}

initiative crm "CRM" {
  supports: growht
}
`;

const breaks = () => {
  throw new RangeError("Out of room");
};

/** Lets a rule that is no practice break. */
function breakRule(): void {
  vi.spyOn(undeclaredName, "judgeFile").mockImplementation(breaks);
}

function codesOf(files: string | Readonly<Record<string, string>>): readonly string[] {
  return diagnose(universeOf(files).model()).map(({ code }) => code);
}

/** What is found without what is told of the fault itself. */
function others(found: readonly string[], ...but: readonly string[]): readonly string[] {
  return found.filter((code) => code !== "unjudged" && !but.includes(code));
}

test("work that breaks is noted, and work that does not is done", () => {
  const found: Parameters<typeof guarded>[1] = [];
  expect(guarded("The rule 'a'", found, () => 1)).toBe(1);
  expect(guarded("The rule 'b'", found, breaks)).toBe(undefined);
  expect(found.map(({ part }) => part)).toEqual(["The rule 'b'"]);
});

test("what broke of the same fault is told in one sentence, however many parts it is", () => {
  const parts = Array.from({ length: 60 }, (_, index) => `The rule 'r${index}'`);
  const found = parts.map((part) => ({ part, error: new RangeError("Out of room") }));
  const [says, ...more] = unjudged(found);
  expect(more).toEqual([]);
  expect(says).toContain("The rule 'r0', the rule 'r1'");
  expect(says).toContain("and 55 others could not judge this project");
});

test("a rule that breaks is told on the first line, and all others are heard", () => {
  const whole = codesOf(plan);
  breakRule();
  const model = universeOf(plan).model();
  const [first] = diagnose(model);
  expect(first).toMatchObject({ code: "unjudged", severity: "error", path: "plan.strategy" });
  expect(first?.start).toBe(0);
  expect(first?.message).toContain("The rule 'undeclared-name' could not judge this project");
  expect(first?.message).toContain("Please report it");
  expect(codesOf(plan)).toContain("unjudged");
  expect(others(codesOf(plan))).toEqual(others(whole, "undeclared-name"));
  expect(broken(model).map(({ error }) => String(error))).toEqual(["RangeError: Out of room"]);
});

test("a practice that breaks is told, and all others are heard", () => {
  const whole = codesOf(plan);
  const practice: Practice | undefined = missingOwner.practice;
  if (practice === undefined) throw new Error("'missing-owner' is a practice.");
  vi.spyOn(practice, "look").mockImplementation(breaks);
  expect(codesOf(plan)).toContain("unjudged");
  expect(others(codesOf(plan))).toEqual(others(whole, "missing-owner"));
});

test("where there is a configuration, it is told there", () => {
  breakRule();
  const files = { "plan.strategy": plan, "strategy.config.json": '{\n  "colour": 1\n}' };
  const model = universeOf(files).model();
  expect(codesOf(files)).not.toContain("unjudged");
  const [first, second] = diagnoseConfig(model);
  expect(first).toMatchObject({ code: "unjudged", severity: "error", start: 0, end: 1 });
  expect(second?.message).toContain("'colour'");
});

test.each(linkChecks.map(({ name }, index) => ({ name, index })))(
  "a check of $name that breaks is told, and the rules are heard",
  ({ name, index }) => {
    const check = linkChecks[index];
    if (check === undefined) throw new Error("There is such a check.");
    vi.spyOn(check, "find").mockImplementation(breaks);
    const [first] = diagnose(universeOf(plan).model());
    expect(first?.message).toContain(`The check of ${name} could not judge`);
    expect(codesOf(plan)).toContain("undeclared-name");
    expect(codesOf(plan)).toContain("unknown-field");
  },
);

test("reading a file that breaks is told, and other files and the rules are heard", () => {
  const files = { "a.strategy": "objective a {\n  colour: red\n}", "b.strategy": plan };
  vi.mocked(encoding.garbled).mockImplementationOnce(breaks);
  const found = diagnose(universeOf(files).model());
  expect(found[0]?.message).toContain("The part that reads 'a.strategy'");
  const told = found.map(({ path, code }) => `${path} ${code}`);
  expect(told).toContain("b.strategy unknown-field");
  expect(told).toContain("a.strategy missing-title");
});

test("suppressions that break leave all findings as they are", () => {
  vi.mocked(suppression.suppressed).mockImplementation(breaks);
  const text = `// ignore missing-owner: nobody yet\n${plan}`;
  expect(codesOf(text)).toEqual(expect.arrayContaining(["unjudged", "missing-owner"]));
});

test("folding that breaks leaves each finding where it stands", () => {
  const many = Array.from(
    { length: 6 },
    (_, index) => `objective r${index} "R" {\n  risk q${index} "Q" {\n  }\n}`,
  ).join("\n");
  const folded = () => codesOf(many).filter((code) => code === "incomplete-risk").length;
  expect(folded()).toBe(1);
  vi.mocked(folding.summary).mockImplementation(breaks);
  expect(folded()).toBe(6);
  expect(codesOf(many)).toContain("unjudged");
});

/** Runs `strategy check` within this process, where a rule can be made to break. */
async function check(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = folderWith({ ...files, "strategy.config.json": '{ "today": "2026-11-23" }' });
  const printed = { out: "", talk: "" };
  const hear = (stream: NodeJS.WriteStream, name: "out" | "talk") =>
    vi.spyOn(stream, "write").mockImplementation((text: unknown, ...rest: unknown[]) => {
      printed[name] += String(text);
      for (const done of rest) if (typeof done === "function") done();
      return true;
    });
  hear(process.stdout, "out");
  hear(process.stderr, "talk");
  const program = new Command().exitOverride();
  registerCheck(program);
  const before = process.exitCode;
  try {
    await program.parseAsync(["check", "--project", folder.path, ...args], { from: "user" });
    return { ...printed, code: process.exitCode };
  } finally {
    process.exitCode = before;
  }
}

test.each(["text", "json", "sarif", "junit", "github", "gitlab"])(
  "'strategy check --format %s' ends with 3 and tells what broke and all else",
  async (format) => {
    breakRule();
    const { out, talk, code } = await check({ "plan.strategy": plan }, "--format", format);
    expect(code).toBe(3);
    expect(out).toContain("unjudged");
    expect(out).toContain("missing-risk");
    expect(out).toContain("unknown-field");
    expect(talk).toContain("The rule 'undeclared-name': RangeError: Out of room");
  },
);

test.each(["--rule=missing-risk", "--summary", "--max-warnings=99"])(
  "'strategy check %s' says what broke, whatever is asked for",
  async (option) => {
    breakRule();
    const found = await check({ "plan.strategy": plan }, option);
    expect(found.code).toBe(3);
    expect(found.out).toContain("unjudged");
  },
);

test("no baseline takes in what broke", async () => {
  breakRule();
  const files = { "plan.strategy": plan };
  const folder = folderWith({});
  const file = `${folder.path}/known.json`;
  const first = await check(files, "--write-baseline", file);
  expect(first.code).toBe(3);
  expect(folder.read("known.json")).not.toContain("unjudged");
  const second = await check(files, "--baseline", file);
  expect({ code: second.code, isTold: second.out.includes("unjudged") }).toEqual({
    code: 3,
    isTold: true,
  });
});

test("fixes that break cost no finding", async () => {
  vi.spyOn(undeclaredName, "judgeFile").mockImplementation(function* (model) {
    const [entity] = model.entities;
    if (entity === undefined) return;
    const at = { chunk: entity.chunk, span: entity.node.kind };
    yield { at, message: "Something is amiss.", fixes: breaks };
  });
  const { out, code } = await check({ "plan.strategy": plan }, "--format", "json");
  expect(out).toContain("Something is amiss.");
  expect(out).toContain("missing-risk");
  expect(code).toBe(3);
});

/** A server within this process, and an editor that has a document open in it. */
async function editing(
  files: Readonly<Record<string, string>>,
  capabilities: ClientCapabilities,
): Promise<{ editor: MessageConnection; uri: (path: string) => string; logged: string[] }> {
  const folder = folderWith(files);
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  serve(server, { files: diskFiles, today: () => "2026-11-23" });
  const editor = createMessageConnection(
    new StreamMessageReader(back),
    new StreamMessageWriter(there),
  );
  onTestFinished(() => {
    editor.dispose();
    server.dispose();
  });
  const logged: string[] = [];
  editor.onNotification("window/logMessage", ({ message }: { message: string }) => {
    logged.push(message);
  });
  editor.listen();
  const uri = (path: string) => pathToFileURL(`${folder.path}/${path}`).href;
  await editor.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri: uri("").replace(/\/$/, ""), name: "plan" }],
  });
  await editor.sendNotification(InitializedNotification.type, {});
  const textDocument = { languageId: "strategy", version: 1, text: plan };
  await editor.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { ...textDocument, uri: uri("plan.strategy") },
  });
  return { editor, uri, logged };
}

/** What the editor is told of the open document when it asks, and when it asks of all. */
async function asked(files: Readonly<Record<string, string>>, path: string) {
  const { editor, uri, logged } = await editing(files, pulls);
  const one = await editor.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: uri(path) },
  });
  const all = await editor.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  const same = all.items.find((item) => item.uri === uri(path));
  return {
    document: one.kind === "full" ? codes(one.items) : [],
    workspace: same?.kind === "full" ? codes(same.items) : [],
    logged: logged.join("\n"),
  };
}

test("an editor that asks is told of a rule that broke, and of all else", async () => {
  breakRule();
  const found = await asked({ "plan.strategy": plan }, "plan.strategy");
  expect(found.document).toEqual(expect.arrayContaining(["unjudged", "missing-risk"]));
  expect(found.workspace).toEqual(found.document);
  expect(found.logged).toContain("Out of room");
});

test("an editor that asks is told in the configuration", async () => {
  breakRule();
  const files = { "plan.strategy": plan, "strategy.config.json": "{}" };
  const found = await asked(files, "strategy.config.json");
  expect(found.document).toEqual(["unjudged"]);
  expect(found.workspace).toEqual(found.document);
});

test("an editor that is told hears of a rule that broke", async () => {
  breakRule();
  const { editor, uri } = await editing({ "plan.strategy": plan }, {});
  const found = await pushed(editor, uri("plan.strategy"));
  expect(codes(found.diagnostics)).toEqual(expect.arrayContaining(["unjudged", "missing-risk"]));
});

test("where nothing at all can be judged, no editor sees an empty list", async () => {
  const { editor, uri } = await editing({ "plan.strategy": plan }, pulls);
  const textDocument = { uri: uri("plan.strategy") };
  const before = await editor.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  expect(before.kind === "full" && codes(before.items)).toContain("missing-risk");
  vi.mocked(universes.universe).mockImplementation(breaks);
  const after = await editor.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  expect(after.kind === "full" && codes(after.items)).toEqual(["unjudged"]);
  const all = editor.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  await expect(all).rejects.toThrow("a fault in Strategy as Code itself");
});

test("where nothing at all can be judged, an editor that is told hears so of its open documents", async () => {
  const { editor, uri } = await editing({ "plan.strategy": plan }, {});
  await pushed(editor, uri("plan.strategy"));
  vi.mocked(universes.universe).mockImplementation(breaks);
  const next = pushed(editor, uri("plan.strategy"));
  await editor.sendNotification("textDocument/didChange", {
    textDocument: { uri: uri("plan.strategy"), version: 2 },
    contentChanges: [{ text: `${plan}\n` }],
  });
  expect(codes((await next).diagnostics)).toEqual(["unjudged"]);
});

function pushed(editor: MessageConnection, uri: string): Promise<PublishDiagnosticsParams> {
  return new Promise((resolve) => {
    editor.onNotification(PublishDiagnosticsNotification.type, (params) => {
      if (params.uri === uri) resolve(params);
    });
  });
}
