// A real server process: the diagnostics that an editor hears of, whatever happens to its files.
import { expect, test } from "vitest";
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
  type PublishDiagnosticsParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { codes, growth, missing, pull, pulled, pulls, start, untilCode } from "./session.ts";

test("diagnostics are pushed to a client that cannot pull, and only when they change", async () => {
  const client = await start(
    { "a.strategy": missing, "b.strategy": growth },
    { capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } } },
  );
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
