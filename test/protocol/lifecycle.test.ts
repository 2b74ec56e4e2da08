// A real server process: it answers from 'initialize' to 'shutdown', and ends as it is told or when nobody is left.
import { spawn } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";
import { Disposable, Event, Message } from "vscode-languageserver";
import { guardLifecycle } from "../../server/serve/lifecycle.ts";
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

test("what comes behind the greeting waits for those who answer it, in its order", async () => {
  const { guard, say, heard, answer } = guarded();
  say({ id: 1, method: "initialize", params: { capabilities: {} } });
  say({ method: "initialized", params: {} });
  say({ id: 2, method: "textDocument/hover", params: hover });
  say({ method: "$/cancelRequest", params: { id: 2 } });
  answer({ id: 1, result: {} });
  await guard.greeted;
  say({ id: 3, method: "shutdown" });
  expect(heard).toEqual(["initialize"]);
  expect(guard.isBusy()).toBe(true);
  guard.proceed();
  const all = ["initialize", "initialized", "textDocument/hover", "$/cancelRequest", "shutdown"];
  expect(heard).toEqual(all);
  say({ method: "exit" });
  expect(heard).toEqual([...all, "exit"]);
});

test("what comes behind a greeting that fails is refused, and another greeting is heard", () => {
  const { say, heard, said, answer } = guarded();
  say({ id: 1, method: "initialize", params: { capabilities: {} } });
  say({ id: 2, method: "textDocument/hover", params: hover });
  say({ id: 3, method: "initialize", params: { capabilities: {} } });
  say({ id: 4, method: "textDocument/hover", params: hover });
  answer({ id: 1, error: { code: -32603, message: "It fails." } });
  expect(heard).toEqual(["initialize", "initialize"]);
  expect(said).toMatchObject([{ id: 1 }, { id: 2, error: { code: uninitialized } }]);
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

/** A guard between a client that says what it is told to and a connection that only listens. */
function guarded() {
  const heard: string[] = [];
  const said: Message[] = [];
  let take: (message: Message) => void = () => {};
  const nothing = { onError: Event.None, onClose: Event.None, dispose: () => {} };
  const guard = guardLifecycle({
    reader: {
      ...nothing,
      onPartialMessage: Event.None,
      listen: (callback) => {
        take = callback;
        return Disposable.create(() => {});
      },
    },
    writer: {
      ...nothing,
      end: () => {},
      write: async (message) => {
        said.push(message);
      },
    },
  });
  guard.reader.listen((message) => {
    if (Message.isRequest(message) || Message.isNotification(message)) heard.push(message.method);
  });
  const whole = (message: object) => ({ jsonrpc: "2.0", ...message });
  return {
    guard,
    heard,
    said,
    say: (message: object) => take(whole(message)),
    answer: (message: object) => void guard.writer.write(whole(message)),
  };
}
