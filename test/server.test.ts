// A real server process: what an editor asks it over standard streams, and what it hears.
import { afterEach, expect, test } from "vitest";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  RenameRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { type ChangedParams, changedNotification, viewRequest } from "../server/protocol.ts";
import { type Client, type ClientOptions, startClient } from "./client.ts";

const config = '{ "today": "2026-11-23" }';
const pulls: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const running = new Set<Client>();

afterEach(async () => {
  for (const client of running) {
    running.delete(client);
    expect(await client.stop()).toBe(0);
  }
});

async function start(
  files: Readonly<Record<string, string>>,
  options?: ClientOptions,
): Promise<Client> {
  const client = await startClient({ "strategy.config.json": config, ...files }, options);
  running.add(client);
  return client;
}

/** The place just before a text in a document. */
function before(text: string, part: string) {
  const lines = text.slice(0, text.indexOf(part)).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function codes(found: readonly Diagnostic[]): readonly unknown[] {
  return found.map((one) => one.code);
}

async function pull(client: Client, path: string, previousResultId?: string) {
  return client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: client.uri(path) },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });
}

async function pulled(client: Client, path: string): Promise<readonly Diagnostic[]> {
  const report = await pull(client, path);
  return report.kind === "full" ? report.items : [];
}

/** Waits until a document has a diagnostic of this code, or has none, pulling again when told to. */
async function untilCode(client: Client, path: string, code: string, there = true): Promise<void> {
  while (codes(await pulled(client, path)).includes(code) !== there)
    await client.next("workspace/diagnostic/refresh");
}

const missing = 'initiative crm "CRM" {\n  supports: growht\n}\n';
const growth = 'objective growth "Growth" {\n  owner: cio\n}\n';

test("diagnostics are pushed to a client that cannot pull, and only when they change", async () => {
  const client = await start({ "a.strategy": missing, "b.strategy": growth });
  const said = await client.next<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    ({ uri }) => uri === client.uri("a.strategy"),
  );
  expect(codes(said.diagnostics)).toContain("unknown-name");
  await client.open("a.strategy", missing);
  await client.edit("a.strategy", "growht", "growth");
  const mended = await client.next<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    ({ uri, version }) => uri === client.uri("a.strategy") && version === 2,
  );
  expect(codes(mended.diagnostics)).not.toContain("unknown-name");
});

test("diagnostics are pulled with result ids", async () => {
  const client = await start({ "b.strategy": growth }, { capabilities: pulls });
  await client.open("a.strategy", missing);
  const first = await pull(client, "a.strategy");
  expect(first.kind).toBe("full");
  const again = await pull(client, "a.strategy", first.resultId);
  expect(again).toEqual({ kind: "unchanged", resultId: first.resultId });
  await client.edit("a.strategy", "growht", "growth");
  const changed = await pull(client, "a.strategy", first.resultId);
  expect(changed.kind).toBe("full");
  expect(changed.resultId).not.toBe(first.resultId);
});

test("the whole workspace is pulled, open or not, and what is gone is cleared", async () => {
  const client = await start(
    { "a.strategy": missing, "b.strategy": growth },
    { capabilities: pulls },
  );
  const ask = (previousResultIds: { uri: string; value: string }[] = []) =>
    client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  const of = (report: WorkspaceDiagnosticReport, path: string) =>
    report.items.find((one) => one.uri === client.uri(path));
  const first = await ask();
  const a = of(first, "a.strategy");
  expect(a?.kind === "full" && codes(a.items)).toContain("unknown-name");
  const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
  expect((await ask(known)).items.map((one) => one.kind)).toEqual(known.map(() => "unchanged"));
  client.remove("a.strategy");
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: client.uri("a.strategy"), type: FileChangeType.Deleted }],
  });
  await client.next("workspace/diagnostic/refresh");
  expect(of(await ask(known), "a.strategy")).toMatchObject({ kind: "full", items: [] });
});

test("changes on the disk are seen: files, configuration and data", async () => {
  const kpi =
    'kpi k "K" {\n  measures: growth\n  unit: %\n  baseline: 1 on 2026-01\n  target: 2 by 2027-01\n  actuals: "k.csv"\n}\n';
  const client = await start(
    { "b.strategy": growth, "k.strategy": kpi, "k.csv": "date,value\n2026-10-31,2\n" },
    { capabilities: pulls },
  );
  const changed = async (path: string, text: string) => {
    client.write(path, text);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: client.uri(path), type: FileChangeType.Changed }],
    });
  };
  await untilCode(client, "k.strategy", "faulty-rows", false);
  await changed("k.csv", "date,value\n2026-10-31,much\n");
  await untilCode(client, "k.strategy", "faulty-rows");
  await changed("k.csv", "nothing");
  await untilCode(client, "k.strategy", "unreadable-data");
  await untilCode(client, "b.strategy", "missing-title", false);
  await changed("b.strategy", "objective growth {}\n");
  await untilCode(client, "b.strategy", "missing-title");
  await changed("strategy.config.json", '{ "rules": { "missing-title": "off" } }');
  await untilCode(client, "b.strategy", "missing-title", false);
});

test("unsaved text wins over the disk until it is closed", async () => {
  const client = await start(
    { "a.strategy": missing, "b.strategy": growth },
    { capabilities: pulls },
  );
  await client.open("b.strategy", growth.replace("objective growth", "objective growht"));
  await untilCode(client, "a.strategy", "unknown-name", false);
  await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
    textDocument: { uri: client.uri("b.strategy") },
  });
  await untilCode(client, "a.strategy", "unknown-name");
});

test("the configuration is checked, also as it is typed", async () => {
  const client = await start({ "b.strategy": growth }, { capabilities: pulls });
  await client.open("strategy.config.json", '{ "todya": "2026-11-23" }');
  const [found] = await pulled(client, "strategy.config.json");
  expect(found?.message).toContain("Did you mean 'today'?");
  await client.edit("strategy.config.json", "todya", "today");
  expect(await pulled(client, "strategy.config.json")).toEqual([]);
});

test("a file opened alone is a project of its own", async () => {
  const client = await start({}, { capabilities: pulls, folders: [] });
  client.remove("strategy.config.json");
  await client.open("alone.strategy", "objective a\nkpi k { measures: b }\n");
  expect(codes(await pulled(client, "alone.strategy"))).toContain("unknown-name");
  await client.edit("alone.strategy", "measures: b", "measures: a");
  expect(codes(await pulled(client, "alone.strategy"))).not.toContain("unknown-name");
});

test("folders come and go", async () => {
  const files = {
    "one/a.strategy": "kpi k { measures: x }\n",
    "two/b.strategy": "kpi l { measures: y }\n",
  };
  const client = await start(files, {
    capabilities: { ...pulls, workspace: { ...pulls.workspace, workspaceFolders: true } },
    folders: ["one"],
  });
  client.remove("strategy.config.json");
  const paths = async () => {
    const params = { previousResultIds: [] };
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, params);
    return items
      .map((one) => one.uri.slice(client.uri("").length + 1))
      .filter((one) => one.endsWith(".strategy"));
  };
  expect(await paths()).toEqual(["one/a.strategy"]);
  const two = { uri: client.uri("two"), name: "two" };
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [two], removed: [] },
  });
  await client.next("workspace/diagnostic/refresh");
  expect(await paths()).toEqual(["one/a.strategy", "two/b.strategy"]);
});

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
          codeAction: { resolveSupport: { properties: ["edit"] } },
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
