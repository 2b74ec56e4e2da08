// A real server process: it answers from 'initialize' to 'shutdown', and ends as it is told or when nobody is left.
import { spawn } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";
import { server as program } from "../programs.ts";
import { startRaw } from "./started.ts";

const hover = {
  textDocument: { uri: "file:///nowhere/a.strategy" },
  position: { line: 0, character: 0 },
};
const uninitialized = -32002;
const invalidRequest = -32600;

test("a request before 'initialize' is refused, a notification dropped", async () => {
  const server = startRaw();
  for (const method of ["textDocument/hover", "shutdown", "strategy/view", "textDocument/unheard"])
    expect(await server.ask(method, hover)).toMatchObject({ error: { code: uninitialized } });
  server.say({ jsonrpc: "2.0", method: "initialized", params: {} });
  expect(await server.begin()).toHaveProperty("result.capabilities");
});

test("'initialize' succeeds once, and again where it has failed", async () => {
  const server = startRaw();
  for (const params of [undefined, {}, { capabilities: null }, [1, 2]])
    expect(await server.ask("initialize", params)).toMatchObject({ error: { code: -32602 } });
  expect(await server.begin()).toHaveProperty("result.capabilities");
  expect(await server.ask("initialize", { capabilities: {} })).toMatchObject({
    error: { code: invalidRequest },
  });
  expect(await server.ask("textDocument/hover", hover)).toHaveProperty("result", null);
});

test("after 'shutdown' nothing is answered and nothing done, and 'exit' ends with 0", async () => {
  const server = startRaw();
  await server.begin();
  expect(await server.ask("shutdown")).toHaveProperty("result", null);
  for (const method of ["textDocument/hover", "shutdown", "initialize", "workspace/symbol"])
    expect(await server.ask(method, hover)).toMatchObject({ error: { code: invalidRequest } });
  server.say({ jsonrpc: "2.0", method: "textDocument/didOpen", params: null });
  server.say({ jsonrpc: "2.0", method: "exit" });
  expect(await server.ended()).toEqual({ code: 0, word: "" });
  expect(server.heard().filter((one) => one.method === "window/logMessage")).toEqual([]);
});

test.for([
  ["before 'initialize'", false],
  ["without 'shutdown'", true],
] as const)("'exit' %s ends with 1", async ([, begun]) => {
  const server = startRaw();
  if (begun) await server.begin();
  server.say({ jsonrpc: "2.0", method: "exit" });
  expect((await server.ended()).code).toBe(1);
});

test("a stream that closes ends the process: 0 after 'shutdown', else 1 with a word", async () => {
  const server = startRaw();
  await server.begin();
  server.process.stdin?.end();
  expect(await server.ended()).toMatchObject({ code: 1, word: /gone/ });
  const other = startRaw();
  await other.begin();
  await other.ask("shutdown");
  other.process.stdin?.end();
  expect(await other.ended()).toEqual({ code: 0, word: "" });
});

test("what was asked before the stream closed is answered first", async () => {
  const server = startRaw();
  const initialize = { id: 1, method: "initialize", params: { processId: null, capabilities: {} } };
  server.say(
    initialize,
    { method: "initialized", params: {} },
    { id: 2, method: "workspace/symbol", params: { query: "" } },
    { id: 3, method: "shutdown" },
  );
  server.process.stdin?.end();
  expect(await server.ended()).toEqual({ code: 0, word: "" });
  expect(server.heard().map((one) => one.id)).toEqual(expect.arrayContaining([1, 2, 3]));
});

test("the process ends when the one that is named as its parent has ended", async () => {
  const parent = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const server = startRaw();
  await server.begin({ processId: parent.pid });
  parent.kill("SIGKILL");
  expect((await server.ended()).code).toBe(1);
});

test("a channel to the parent that closes ends the process", async () => {
  const server = spawn(process.execPath, [program, "--node-ipc"], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const answered = new Promise<unknown>((resolve) => server.once("message", resolve));
  server.send({ jsonrpc: "2.0", id: 1, method: "textDocument/hover", params: hover });
  expect(await answered).toMatchObject({ id: 1, error: { code: uninitialized } });
  server.disconnect();
  expect(await ended).toBe(1);
});

test("a request is answered though the client never says 'initialized'", async () => {
  const server = startRaw();
  await server.ask("initialize", { processId: null, capabilities: {} });
  expect(await server.ask("textDocument/hover", hover)).toHaveProperty("result", null);
});

test("an editor that does not listen any more ends the process", async () => {
  const server = startRaw();
  await server.begin();
  server.process.stdout?.destroy();
  server.say({ jsonrpc: "2.0", id: 7, method: "textDocument/hover", params: hover });
  expect((await server.ended()).code).toBe(1);
});
