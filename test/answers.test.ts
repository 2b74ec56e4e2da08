// A real server process: what it answers to the other questions of an editor.
import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  InsertTextFormat,
  LSPErrorCodes,
  RenameRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import {
  type ChangedParams,
  type ChoicesResult,
  changedNotification,
  choicesRequest,
  type DraftResult,
  draftRequest,
  viewRequest,
} from "../server/protocol.ts";
import { before, codes, growth, missing, pulled, pulls, start } from "./session.ts";

test.for(["utf-16", "utf-8"] as const)("edits and positions count in %s", async (encoding) => {
  const client = await start({}, { capabilities: pulls, encoding });
  expect(client.started.capabilities.positionEncoding).toBe(encoding);
  await client.open(
    "a.strategy",
    'objective größe "🚀 Größe" { owner: cio }\nkpi k { measures: x }\n',
  );
  await client.edit("a.strategy", "Größe", "🚀");
  await client.edit("a.strategy", "cio", "cto");
  await client.edit("a.strategy", "measures: x", "measures: größe");
  const textDocument = { uri: client.uri("a.strategy") };
  const found = await client.connection.sendRequest(DefinitionRequest.type, {
    textDocument,
    position: { line: 1, character: 20 },
  });
  const end = encoding === "utf-16" ? 15 : 17;
  expect(found).toMatchObject([
    { range: { start: { line: 0, character: 10 }, end: { line: 0, character: end } } },
  ]);
  expect(codes(await pulled(client, "a.strategy"))).not.toContain("syntax");
});

test("completion explains itself, fixes are applied, refusals say why", async () => {
  const client = await start(
    { "b.strategy": growth },
    {
      capabilities: {
        ...pulls,
        textDocument: {
          ...pulls.textDocument,
          codeAction: {
            ...pulls.textDocument?.codeAction,
            dataSupport: true,
            resolveSupport: { properties: ["edit"] },
          },
        },
      },
    },
  );
  await client.open("a.strategy", missing);
  const textDocument = { uri: client.uri("a.strategy") };
  const at = before(missing, "growht");
  const completed = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: at,
  });
  const items = Array.isArray(completed) ? completed : (completed?.items ?? []);
  const item = items.find((one) => one.label === "growth");
  if (item === undefined) throw new Error("'growth' is not offered.");
  const explained = await client.connection.sendRequest(CompletionResolveRequest.type, item);
  expect(JSON.stringify(explained.documentation)).toContain("Growth");

  const [fault] = await pulled(client, "a.strategy");
  const range = { start: at, end: at };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range,
    context: { diagnostics: fault ? [fault] : [] },
  });
  const fix = actions?.find((one) => one.title.includes("growth"));
  if (fix === undefined || !("kind" in fix)) throw new Error("No fix is offered.");
  expect(fix).not.toHaveProperty("edit");
  const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, fix);
  expect(resolved.edit?.changes?.[textDocument.uri]?.[0]?.newText).toBe("growth");

  const rename = client.connection.sendRequest(RenameRequest.type, {
    textDocument,
    position: before(missing, "crm"),
    newName: "growth",
  });
  await expect(rename).rejects.toThrow("'growth' is the name of an objective already.");
});

/** An editor that knows all about changes, such as VS Code. */
const rich: ClientCapabilities = {
  ...pulls,
  textDocument: {
    ...pulls.textDocument,
    completion: { completionItem: { snippetSupport: true } },
  },
  workspace: {
    ...pulls.workspace,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};

test("a reason is asked for in the text, by a client that can", async () => {
  const edits = async (capabilities: ClientCapabilities) => {
    const client = await start({}, { capabilities });
    await client.open("a.strategy", "initiative a\n");
    const at = { line: 0, character: 11 };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri("a.strategy") },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const found = actions?.find((one) => one.title.startsWith("Leave 'missing-risk' out here"));
    return found && "edit" in found ? JSON.stringify(found.edit) : "";
  };
  expect(await edits(rich)).toContain(
    `"snippet":{"kind":"snippet","value":"// ignore missing-risk: \${1:why}\\n"}`,
  );
  const plain = await edits(pulls);
  expect(plain).toContain('"newText":"// ignore missing-risk: why\\n"');
  expect(plain).not.toContain("snippet");
});

test("the fixes behind one entry are chosen through a command, by a client that has it", async () => {
  const names = ["a", "b", "c", "d", "e"];
  const objectives = names.map((name) => `objective ${name} "${name.toUpperCase()}"\n`).join("");
  const at = { line: names.length, character: 11 };
  const range = { start: at, end: at };
  const asked = async (options: { readonly chooseCommand?: string }) => {
    const client = await start({}, { capabilities: pulls, options });
    await client.open("a.strategy", `${objectives}initiative x "X"\n`);
    const textDocument = { uri: client.uri("a.strategy") };
    const context = { diagnostics: [] };
    const params = { textDocument, range, context };
    const found = await client.connection.sendRequest(CodeActionRequest.type, params);
    return { client, found: (found ?? []).filter((one) => one.title.startsWith("Align")) };
  };
  const { client, found } = await asked({ chooseCommand: "choose" });
  const more = found.at(-1);
  expect(more).toMatchObject({
    title: "Align with another objective …",
    command: { command: "choose" },
  });
  const [params] =
    more !== undefined && typeof more.command === "object" ? (more.command.arguments ?? []) : [];
  const choices = await client.connection.sendRequest<ChoicesResult<WorkspaceEdit>>(
    choicesRequest,
    params,
  );
  expect(choices.map((one) => one.title)).toEqual(["Align with 'D' (d)", "Align with 'E' (e)"]);
  expect(JSON.stringify(choices[1]?.edit)).toContain("supports: e");
  const plain = await asked({});
  expect(plain.found.map((one) => one.title)).toEqual([
    "Align with 'A' (a)",
    "Align with 'B' (b)",
    "Align with 'C' (c)",
  ]);
});

test("whole declarations are snippets, or plain text for a client without them", async () => {
  const text = 'objective a "A" {\n  \n}\n';
  const item = async (capabilities: ClientCapabilities) => {
    const client = await start({}, { capabilities });
    await client.open("a.strategy", text);
    const found = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri("a.strategy") },
      position: { line: 1, character: 2 },
    });
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    return items.find((one) => one.label === "kpi");
  };
  const snippet = await item(rich);
  expect(snippet?.insertTextFormat).toBe(InsertTextFormat.Snippet);
  expect(snippet?.textEdit?.newText).toContain(`\n  unit: \${3:%}\n`);
  const plain = await item(pulls);
  expect(plain?.insertTextFormat).toBeUndefined();
  expect(plain?.textEdit?.newText).toContain("\n    unit: %\n");
});

test("a file is begun with a whole declaration at its end", async () => {
  const client = await start({}, { capabilities: pulls });
  await client.open("a.strategy", "role cio\n");
  const textDocument = { uri: client.uri("a.strategy") };
  const ask = (kind: string) =>
    client.connection.sendRequest<DraftResult>(draftRequest, { textDocument, kind });
  expect((await ask("initiative"))?.snippet).toMatch(
    /^\ninitiative \$\{1:new-initiative\} .*\n\s+owner: \$\{3:cio\}\n.*\}\n$/s,
  );
  expect(await ask("wish")).toBeNull();
});

test("a whole declaration is put into what stands around a place", async () => {
  const client = await start({}, { capabilities: pulls });
  const text = 'objective ä "Ä" {\n  owner: cio\n}\n\nrole cio\n';
  await client.open("a.strategy", text);
  const textDocument = { uri: client.uri("a.strategy") };
  const ask = (position: object) =>
    client.connection.sendRequest<DraftResult>(draftRequest, {
      ...{ textDocument, position, kind: "risk" },
    });
  const found = await ask({ line: 1, character: 4 });
  expect(found).toMatchObject({
    into: "Ä",
    range: { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } },
  });
  expect(found?.snippet).toMatch(
    /^\n\n {2}risk \$\{1:new-risk\} "[^"]+" \{\n {4}category: .*\n {2}\}$/s,
  );
  const end = await ask({ line: 4, character: 2 });
  expect(end).not.toHaveProperty("into");
  expect(end?.range.start).toEqual({ line: 5, character: 0 });
});

test("CSV files are offered as they come and go", async () => {
  const kpi = 'kpi k {\n  actuals: "t"\n}\n';
  const client = await start({ "data/churn.csv": "date,value\n" }, { capabilities: pulls });
  await client.open("a.strategy", kpi);
  const position = { ...before(kpi, 't"'), character: before(kpi, 't"').character + 1 };
  const offered = async () => {
    const params = { textDocument: { uri: client.uri("a.strategy") }, position };
    const found = await client.connection.sendRequest(CompletionRequest.type, params);
    return (Array.isArray(found) ? found : (found?.items ?? [])).map((one) => one.label);
  };
  const changed = async (path: string, type: FileChangeType) => {
    const changes = [{ uri: client.uri(path), type }];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  };
  expect(await offered()).toEqual(["data/churn.csv"]);
  client.write("top.csv", "date,value\n");
  await changed("top.csv", FileChangeType.Created);
  await expect.poll(offered).toEqual(["data/churn.csv", "top.csv"]);
  client.remove("data/churn.csv");
  await changed("data/churn.csv", FileChangeType.Deleted);
  await expect.poll(offered).toEqual(["top.csv"]);
});

test("a text is formatted, outlined and coloured", async () => {
  const client = await start({}, { capabilities: pulls });
  await client.open("a.strategy", "objective a {owner:cio}\n");
  const textDocument = { uri: client.uri("a.strategy") };
  const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
    textDocument,
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits?.length).toBeGreaterThan(0);
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  expect(symbols).toMatchObject([{ name: "a" }]);
  const whole = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  await client.edit("a.strategy", "cio", "chief");
  const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
    textDocument,
    previousResultId: whole?.resultId ?? "",
  });
  expect(delta).toMatchObject({ edits: [{ deleteCount: 1, data: [5] }] });
});

test("the preview gets its view, and a word when it may look different", async () => {
  const client = await start({}, { capabilities: pulls });
  await client.open("a.strategy", 'strategy s "Our plan"\ninitiative a "A" { timeline: 2026 }\n');
  const view = await client.connection.sendRequest(viewRequest, {
    uri: client.uri("a.strategy"),
    view: "roadmap",
  });
  expect(view).toMatchObject({ view: "roadmap", title: "Our plan" });
  await client.edit("a.strategy", "2026", "2027");
  const changed = await client.next<ChangedParams>(changedNotification);
  expect(changed.uris).toEqual([client.uri("")]);
});

test("a handler that throws is told of and answers empty, and the server lives on", async () => {
  const client = await start({}, { capabilities: pulls });
  await client.open("a.strategy", growth);
  const textDocument = { uri: client.uri("a.strategy") };
  const broken = { textDocument, position: null };
  expect(await client.connection.sendRequest("textDocument/hover", broken)).toBeNull();
  const logged = await client.next<{ message: string }>("window/logMessage");
  expect(logged.message).toContain("TypeError");
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: before(growth, "growth"),
  });
  expect(JSON.stringify(hover)).toContain("Growth");
});

test("what is no longer wanted is not answered", async () => {
  const client = await start({}, { capabilities: pulls });
  await client.open("a.strategy", growth);
  const textDocument = { uri: client.uri("a.strategy") };
  const source = new CancellationTokenSource();
  const asked = client.connection.sendRequest(
    HoverRequest.type,
    { textDocument, position: before(growth, "growth") },
    source.token,
  );
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test("a document that nobody opened, or that is no strategy, has no answers", async () => {
  const client = await start({}, { capabilities: pulls });
  const textDocument = { uri: client.uri("nowhere.strategy") };
  const position = { line: 0, character: 0 };
  expect(
    await client.connection.sendRequest(HoverRequest.type, { textDocument, position }),
  ).toBeNull();
  expect(await pulled(client, "nowhere.strategy")).toEqual([]);
});
