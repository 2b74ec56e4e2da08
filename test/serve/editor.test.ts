// A real server process and what an editor tells it of the disk → what the editor hears then.
import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  type FileSystemWatcher,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  RenameRequest,
} from "vscode-languageserver/node";
import type { Client } from "../client.ts";
import { codes, growth, missing, pulled, pulls, start, untilCode } from "../session.ts";

async function tell(client: Client, file: string, type: FileChangeType): Promise<void> {
  const changes = [{ uri: client.uri(file), type }];
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

async function close(client: Client, file: string): Promise<void> {
  await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
    textDocument: { uri: client.uri(file) },
  });
}

test("a folder that is removed or moved takes its files along, though the editor tells of the folder alone", async () => {
  const client = await start(
    { "a.strategy": missing.replace("growht", "growth"), "sub/b.strategy": growth },
    { capabilities: pulls },
  );
  await untilCode(client, "a.strategy", "unknown-name", false);
  renameSync(
    path.join(client.folder, "sub"),
    path.join(client.folder, "..", `${path.basename(client.folder)}-gone`),
  );
  await tell(client, "sub", FileChangeType.Deleted);
  await untilCode(client, "a.strategy", "unknown-name");
  renameSync(
    path.join(client.folder, "..", `${path.basename(client.folder)}-gone`),
    path.join(client.folder, "new"),
  );
  await tell(client, "new", FileChangeType.Created);
  await untilCode(client, "a.strategy", "unknown-name", false);
});

/** The next words about a document: the codes that are told of it. */
async function pushed(client: Client, file: string): Promise<readonly unknown[]> {
  const uri = client.uri(file);
  const said = await client.next<PublishDiagnosticsParams>(
    "textDocument/publishDiagnostics",
    (one) => one.uri === uri,
  );
  return codes(said.diagnostics);
}

test.each(["out/q.strategy", "w/ignored/q.strategy"])(
  "what was told of %s is taken back when it is closed",
  async (file) => {
    const client = await start(
      { [file]: missing, "w/a.strategy": growth, "w/.gitignore": "ignored/\n" },
      { folders: ["w"] },
    );
    client.remove("strategy.config.json");
    await client.open(file, missing);
    expect(await pushed(client, file)).toContain("unknown-name");
    await close(client, file);
    expect(await pushed(client, file)).toEqual([]);
  },
);

test.skipIf(process.platform === "win32")(
  "what was told of a file behind a link that leads out is taken back when it is closed",
  async () => {
    const client = await start(
      { "q.strategy": missing, "w/a.strategy": growth },
      { folders: ["w"] },
    );
    symlinkSync("../q.strategy", path.join(client.folder, "w", "link.strategy"));
    await client.open("w/link.strategy", missing);
    expect(await pushed(client, "w/link.strategy")).toContain("unknown-name");
    await close(client, "w/link.strategy");
    expect(await pushed(client, "w/link.strategy")).toEqual([]);
  },
);

test("what was told of a buffer that was never saved is taken back, however its address is written", async () => {
  const client = await start({ "a.strategy": growth });
  const uri = client.uri("new q.strategy").replace("q.s", "%71.s");
  const said = () =>
    client.next<PublishDiagnosticsParams>(
      "textDocument/publishDiagnostics",
      (one) => one.uri === uri,
    );
  const textDocument = { uri, languageId: "strategy", version: 1, text: missing };
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  expect(codes((await said()).diagnostics)).toContain("unknown-name");
  await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
    textDocument: { uri },
  });
  expect((await said()).diagnostics).toEqual([]);
});

test("closing and opening back to back leaves the document as it was opened last", async () => {
  const client = await start({ "a.strategy": missing }, { capabilities: pulls });
  await client.open("a.strategy", missing);
  await close(client, "a.strategy");
  await client.open("a.strategy", missing.replace("growht", "crm"));
  await untilCode(client, "a.strategy", "unknown-name", false);
  await close(client, "a.strategy");
  await untilCode(client, "a.strategy", "unknown-name");
});

test("a new name is written where the names lie on the disk, not where they lay in a buffer that was left", async () => {
  const work = 'initiative crm "CRM" { supports: growth }\n';
  const client = await start({ "a.strategy": growth, "b.strategy": work }, { capabilities: pulls });
  await client.open("b.strategy", `// not saved\n\n${work}`);
  await untilCode(client, "b.strategy", "missing-risk");
  const lines = async () => {
    const params = {
      textDocument: { uri: client.uri("a.strategy") },
      position: { line: 0, character: 11 },
      newName: "more",
    };
    const edit = await client.connection.sendRequest(RenameRequest.type, params);
    return edit?.changes?.[client.uri("b.strategy")]?.map(({ range }) => range.start.line);
  };
  expect(await lines()).toEqual([2]);
  await close(client, "b.strategy");
  expect(await lines()).toEqual([0]);
  client.write("b.strategy", `//\n${work}`);
  await tell(client, "b.strategy", FileChangeType.Changed);
  expect(await lines()).toEqual([1]);
});

test("a nested project appears and disappears with its configuration", async () => {
  const client = await start(
    { "a.strategy": growth, "sub/b.strategy": growth },
    { capabilities: pulls },
  );
  await untilCode(client, "sub/b.strategy", "duplicate-name");
  client.write("sub/strategy.config.json", "{}");
  await tell(client, "sub/strategy.config.json", FileChangeType.Created);
  await untilCode(client, "sub/b.strategy", "duplicate-name", false);
  client.remove("sub/strategy.config.json");
  await tell(client, "sub/strategy.config.json", FileChangeType.Deleted);
  await untilCode(client, "sub/b.strategy", "duplicate-name");
});

const watches: ClientCapabilities = {
  ...pulls,
  workspace: {
    ...pulls.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

async function watchers(client: Client): Promise<readonly FileSystemWatcher[]> {
  const { registrations } = await client.next<RegistrationParams>(
    "client/registerCapability",
    (one) => one.registrations.some(({ method }) => method === "workspace/didChangeWatchedFiles"),
  );
  return registrations.flatMap((one) => one.registerOptions?.watchers ?? []);
}

test("the editor is asked for the comings and goings of all, folders too, and for changes of files of ours", async () => {
  const client = await start({ "a.strategy": growth }, { capabilities: watches });
  expect(await watchers(client)).toEqual([
    { globPattern: "**/*", kind: 5 },
    { globPattern: "**/*.{strategy,csv}", kind: 2 },
    { globPattern: "**/{strategy.config.json,.gitignore}", kind: 2 },
    { globPattern: "**/.git/HEAD", kind: 2 },
  ]);
});

test("a project outside of the folders is watched as long as it is imported", async () => {
  const use = 'import corp from "../corp"\ninitiative x {\n  supports: corp.growth\n}\n';
  const files = {
    "w/a.strategy": use,
    "corp/strategy.config.json": "{}",
    "corp/o.strategy": growth,
  };
  const client = await start(files, { capabilities: watches, folders: ["w"] });
  client.remove("strategy.config.json");
  await watchers(client);
  const baseUri = pathToFileURL(path.join(client.folder, "corp")).href;
  const outside = await watchers(client);
  expect(outside[0]).toEqual({ globPattern: { baseUri, pattern: "**/*" }, kind: 5 });
  client.remove("corp/o.strategy");
  await tell(client, "corp/o.strategy", FileChangeType.Deleted);
  await untilCode(client, "w/a.strategy", "unknown-name");
  await client.open("w/a.strategy", "role cio\n");
  await client.next("client/unregisterCapability");
});

test("folders that come and go are read and forgotten", async () => {
  const client = await start(
    { "one/a.strategy": growth, "two/b.strategy": growth },
    { capabilities: watches, folders: ["one"] },
  );
  client.remove("strategy.config.json");
  const change = (added: readonly string[], removed: readonly string[]) => {
    const of = (names: readonly string[]) => names.map((name) => ({ uri: client.uri(name), name }));
    return client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: of(added), removed: of(removed) },
    });
  };
  expect(await pulled(client, "two/b.strategy")).toEqual([]);
  await change(["two"], []);
  await untilCode(client, "two/b.strategy", "unsupported-objective");
  await change([], ["two"]);
  await untilCode(client, "two/b.strategy", "unsupported-objective", false);
  mkdirSync(path.join(client.folder, "one", "empty"));
  await tell(client, "one/empty", FileChangeType.Created);
  expect(codes(await pulled(client, "one/a.strategy"))).toContain("unsupported-objective");
});
