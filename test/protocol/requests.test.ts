// A real server process: whatever is asked, and however badly, is answered, and the server lives on.
import { expect, test } from "vitest";
import * as protocol from "vscode-languageserver/node";
import { framed, type Raw } from "./raw.ts";
import { startRaw } from "./started.ts";
import { wire } from "./wire.ts";

const text = 'objective growth "Growth"\nkpi k { measures: growth }\n';
const uri = "file:///nowhere/a.strategy";
const errors = { invalidParams: -32602, methodNotFound: -32601, cancelled: -32800 };

async function opened(): Promise<Raw> {
  const server = startRaw();
  await server.begin({
    capabilities: {
      textDocument: {
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
    },
  });
  const textDocument = { uri, languageId: "strategy", version: 1, text };
  server.say({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
  return server;
}

/** The server still knows its documents. */
async function expectWell(server: Raw): Promise<void> {
  const params = { textDocument: { uri }, position: { line: 0, character: 12 } };
  expect(await server.ask("textDocument/hover", params)).toHaveProperty("result.range");
}

/** All requests that the protocol lets a client send, and our own. */
const methods: readonly string[] = [
  ...new Set(
    Object.values(protocol).flatMap((one: unknown) => {
      if (typeof one !== "object" || one === null || !("method" in one)) return [];
      const isRequest = "type" in one && !(one.type instanceof protocol.ProtocolNotificationType);
      const isOurs = "messageDirection" in one && one.messageDirection !== "serverToClient";
      return isRequest && isOurs && typeof one.method === "string" ? [one.method] : [];
    }),
  ),
  "strategy/view",
  "strategy/viewChange",
  "strategy/card",
  "strategy/draft",
  "strategy/templates",
  "strategy/shown",
  "strategy/table",
  "strategy/choices",
  "strategy/summary",
  "strategy/example",
].filter((one) => one !== "initialize" && one !== "shutdown");

const textDocument = { uri };
const start = { line: 0, character: 0 };
const places = [
  null,
  5,
  {},
  { line: -1, character: -1 },
  { line: 1_000_000_000, character: 1_000_000_000 },
  { line: 0.5, character: 0.5 },
  { line: "0", character: null },
];
const broken: readonly unknown[] = [
  null,
  {},
  [],
  [{}, {}],
  "text",
  5,
  { textDocument: null },
  { textDocument: {} },
  { textDocument: { uri: 5 } },
  { textDocument },
  ...places.map((position) => ({ textDocument, position, newName: "more", ch: "}" })),
  ...places.map((end) => ({ textDocument, range: { start: end, end: start }, context: null })),
  ...places.map((end) => ({ textDocument, range: { start, end }, context: { only: null } })),
  { textDocument, range: null, context: { diagnostics: null } },
  { textDocument, range: { start, end: start }, context: { diagnostics: [null], only: [null] } },
  { textDocument, position: start, newName: null, ch: null, options: null, context: null },
  { textDocument, position: start, newName: 5, ch: "\n".repeat(1000), options: { tabSize: -1 } },
  { textDocument, positions: null },
  { textDocument, positions: [null, {}, start] },
  { textDocument, previousResultId: {}, previousResultIds: [null] },
  { textDocument, kind: {}, view: "nothing", uri: null, place: -1, title: {} },
  { item: null },
  { item: { data: 5 } },
  { item: { data: { root: "", name: "" } } },
  { label: null, data: { root: "/", name: "__proto__" } },
  { title: "x", data: { uri, range: { start, end: start }, place: 1e99 } },
  { title: "x", data: { uri: "a b:c", range: { start: 5, end: null }, place: 0 } },
  { files: null },
  { files: [null] },
  { files: [{ oldUri: 5, newUri: {} }] },
  { query: null },
  { command: null, arguments: 5 },
  ...[
    "",
    "untitled:Untitled-1",
    "untitled:",
    "git:/a.strategy?%7B%7D",
    "http://example.com/a.strategy",
    "file:///%",
    "file:///%zz%C3.strategy",
    "file:////two/slashes",
    "a b:c",
    "x".repeat(10_000),
  ].map((odd) => ({ textDocument: { uri: odd }, position: start, uri: odd, view: "roadmap" })),
];

test("whatever comes with a request, it is answered: by an error, or by what can be known", async () => {
  const server = await opened();
  const asked = methods.flatMap((method) => broken.map((params) => ({ method, params })));
  expect(asked.length).toBeGreaterThan(2000);
  server.say(...asked.map((one, id) => ({ jsonrpc: "2.0", id, ...one })));
  for (const [id, one] of asked.entries()) {
    const { result, error } = await server.answer(id);
    const what = JSON.stringify(one).slice(0, 200);
    expect(result !== undefined || typeof error?.code === "number", what).toBe(true);
  }
  await expectWell(server);
});

test("a number that is none in JSON's reach is taken for the end", async () => {
  const server = await opened();
  const params = `{"textDocument":{"uri":"${uri}"},"position":{"line":1e999,"character":-1e999}}`;
  server.send(framed(`{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":${params}}`));
  expect(await server.answer(1)).toHaveProperty("result", null);
  await expectWell(server);
});

test("a request without a document is told so", async () => {
  const server = await opened();
  for (const params of [undefined, null, {}, { textDocument: null }, { textDocument: { uri: 5 } }])
    expect(await server.ask("textDocument/hover", params)).toMatchObject({
      error: { code: errors.invalidParams },
    });
});

test("what comes with a notification is at most logged", async () => {
  const server = await opened();
  const names = [
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didOpen",
    "textDocument/didSave",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "workspace/didChangeConfiguration",
    "window/workDoneProgress/cancel",
    "$/setTrace",
    "$/cancelRequest",
    "$/progress",
    "initialized",
  ];
  const other = { uri: "file:///nowhere/b.strategy" };
  const odd = [
    ...broken.filter((one) => !JSON.stringify(one).includes(JSON.stringify(uri))),
    { textDocument: other, contentChanges: null },
    { textDocument: other, contentChanges: [null] },
    { changes: null },
    { changes: [null, { uri: 5 }, { uri: "a b:c", type: 9 }] },
    { event: null },
    { event: { added: null, removed: [null] } },
    { value: {} },
    { id: {} },
    { token: 5, value: null },
  ];
  for (const method of names)
    server.say(...odd.map((params) => ({ jsonrpc: "2.0", method, params })));
  await expectWell(server);
});

test("unknown requests are refused, those that begin with $/ too; unknown notifications are let go", async () => {
  const server = await opened();
  for (const method of ["$/unheard", "textDocument/unheard", "", "__proto__", "codeLens/resolve"]) {
    server.say({ jsonrpc: "2.0", method, params: {} });
    expect(await server.ask(method, {})).toMatchObject({ error: { code: errors.methodNotFound } });
  }
  await expectWell(server);
});

test("a request that is cancelled is answered as cancelled", async () => {
  const server = await opened();
  const params = { textDocument, position: start, query: "" };
  const some = ["textDocument/hover", "textDocument/completion", "workspace/symbol"];
  const others = ["textDocument/diagnostic", "strategy/view", "strategy/viewChange"];
  for (const [id, method] of [...some, ...others].entries()) {
    server.say(
      { jsonrpc: "2.0", id, method, params: { ...params, uri, view: "roadmap" } },
      { jsonrpc: "2.0", method: "$/cancelRequest", params: { id } },
    );
    expect(await server.answer(id), method).toMatchObject({ error: { code: errors.cancelled } });
  }
  server.say({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: "unheard" } });
  await expectWell(server);
});

test("two requests with one id are two answers", async () => {
  const server = await opened();
  const ask = { jsonrpc: "2.0", id: 1, method: "workspace/symbol", params: { query: "" } };
  server.say(ask, ask, { ...ask, id: "1" });
  const answers = [await server.answer(1), await server.answer(1), await server.answer("1")];
  expect(answers.filter((one) => one.error === undefined)).toHaveLength(1);
  await expectWell(server);
});

test("a lens is complete, and its command is the client's or the server's own", async () => {
  const server = await opened();
  const found = await server.ask("textDocument/codeLens", { textDocument });
  expect(found.result).toMatchObject([{ command: { command: "strategy.read" } }]);
  const run = (command: string) => server.ask("workspace/executeCommand", { command });
  expect(await run("strategy.read")).toHaveProperty("result", null);
  expect(await run("rm")).toMatchObject({ error: { code: errors.invalidParams } });
});

test.for([
  ["two words", "cannot be a name"],
  ['say "no"', "cannot be a name"],
  ["back\\slash", "cannot be a name"],
  ["line\nbreak", "cannot be a name"],
  ["// none", "cannot be a name"],
  ["5g", "cannot be a name"],
  ["", "Write the new name."],
  ["k", "already"],
])("a name is not changed to %j: a sentence says why", async ([newName, why]) => {
  const client = await wire({});
  await client.open("a.strategy", text);
  const params = {
    textDocument: { uri: client.uri("a.strategy") },
    position: { line: 0, character: 12 },
  };
  await expect(client.ask("textDocument/rename", { ...params, newName })).rejects.toThrow(why);
});
