// Bytes of every kind → a server that answers, or ends with a word; it is never deaf.
import process from "node:process";
import { expect, test } from "vitest";
import { createFrames } from "../../server/serve/frames.ts";
import { framed, type Raw } from "./raw.ts";
import { startRaw } from "./started.ts";

const parseError = -32700;
const invalidRequest = -32600;

async function begun(): Promise<Raw> {
  const server = startRaw();
  await server.begin();
  return server;
}

/** The server still understands what comes next. */
async function expectHearing(server: Raw): Promise<void> {
  expect(await server.ask("workspace/symbol", { query: "" })).toHaveProperty("result", []);
}

test("a message that cannot be read is answered by an error, and the next is understood", async () => {
  const server = await begun();
  const broken = {
    "no JSON": framed("{ 'id': 1 }"),
    empty: framed(""),
    "cut off": framed('{"jsonrpc":"2.0","id":1,"method":"'),
    "no UTF-8": Buffer.from('Content-Length: 7\r\n\r\n{"\xff":1}', "latin1"),
  };
  for (const [what, bytes] of Object.entries(broken)) {
    server.send(bytes);
    expect(await server.answer(null), what).toMatchObject({ error: { code: parseError } });
    await expectHearing(server);
  }
});

test("what is no request is answered by an error, and the next is understood", async () => {
  const server = await begun();
  const ask = { jsonrpc: "2.0", id: 1, method: "workspace/symbol", params: { query: "" } };
  const others = [[ask], [], "hello", 5, null, {}, { ...ask, id: null }, { ...ask, id: [1] }];
  for (const message of [...others, { ...ask, id: undefined, method: 5 }]) {
    server.say(message);
    const what = JSON.stringify(message);
    expect(await server.answer(null), what).toMatchObject({ error: { code: invalidRequest } });
    await expectHearing(server);
  }
});

test.for([
  ["is missing", 'Content-Type: application/json\r\n\r\n{"id":1}'],
  ["is negative", 'Content-Length: -5\r\n\r\n{"id":1}'],
  ["is no number", 'Content-Length: ten\r\n\r\n{"id":1}'],
  ["ends in letters", 'Content-Length: 8bytes\r\n\r\n{"id":1}'],
  ["has a fraction", 'Content-Length: 8.5\r\n\r\n{"id":1}'],
  ["is that of 10 GB", 'Content-Length: 10000000000\r\n\r\n{"id":1}'],
  ["is beyond all numbers", `Content-Length: 1${"0".repeat(400)}\r\n\r\n{"id":1}`],
  ["is that of another alphabet", "Content-Length: 8\r\nContent-Type: a; charset=utf-16\r\n\r\n{}"],
  ["is too small by some bytes", framed('{"id":1,"method":"x"}').replace("21", "18")],
  ["has garbage before it", `garbage\r\n${framed("{}")}`],
  ["never comes", "x".repeat(10_000)],
] as const)("where the length %s, the server ends with a word", async ([, bytes]) => {
  const server = await begun();
  server.send(bytes);
  server.say({ jsonrpc: "2.0", id: 9, method: "workspace/symbol", params: { query: "" } });
  const { code, word } = await server.ended();
  expect(code).toBe(1);
  expect(word).toMatch(/^strategy: .+ The server ends; start it again\.\n$/);
  const told = server.heard().filter((one) => one.id === null);
  expect(told.map((one) => one.error?.code)).toContain(parseError);
});

test("where the length is too large by some bytes, the next message tells, and the server ends", async () => {
  const server = await begun();
  server.send(framed('{"id":1,"method":"x"}').replace("21", "23"));
  server.say({ jsonrpc: "2.0", id: 9, method: "workspace/symbol", params: { query: "" } });
  expect(await server.ended()).toMatchObject({ code: 1, word: /length|begins/ });
});

test("a claimed length takes no memory, whether it can be or not", () => {
  const before = process.memoryUsage().arrayBuffers;
  for (const length of ["200000000", "10000000000"]) {
    const found: string[] = [];
    const take = createFrames({
      onBody: () => found.push("body"),
      onLost: () => found.push("lost"),
    });
    take(Buffer.from(`Content-Length: ${length}\r\n\r\n{`));
    expect(found).toEqual(length === "200000000" ? [] : ["lost"]);
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
});

test("a message is understood however it is cut", async () => {
  const server = await begun();
  const name = JSON.stringify({
    id: "größe 🚀",
    method: "workspace/symbol",
    params: { query: "" },
  });
  const bytes = Buffer.from(framed(name));
  for (const byte of bytes) server.send(Uint8Array.of(byte));
  expect(await server.answer("größe 🚀")).toHaveProperty("result", []);
});

test("other headers, other cases and empty lines between messages do not matter", async () => {
  const server = await begun();
  const body = '{"id":4,"method":"workspace/symbol","params":{"query":""}}';
  const type = "Content-Type: application/vscode-jsonrpc; charset=utf8";
  server.send(`\r\n${type}\r\ncontent-length:${body.length}\r\n\r\n${body}\r\n`);
  expect(await server.answer(4)).toHaveProperty("result", []);
  await expectHearing(server);
});

test("bodies are found in pieces of any size", () => {
  const bodies = ["", "{}", "größe", "x".repeat(5000)];
  const bytes = Buffer.from(bodies.map(framed).join("\r\n"));
  for (const size of [1, 2, 3, 7, 64, 4095, 4096, 4097, bytes.length]) {
    const found: string[] = [];
    const take = createFrames({
      onBody: (body) => found.push(Buffer.from(body).toString()),
      onLost: (why) => expect.fail(why),
    });
    for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size));
    expect(found).toEqual(bodies);
  }
});
