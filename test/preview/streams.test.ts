// Pages that listen, many, slow and gone → what the preview does for them, and how little it keeps.

import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { HostMessage } from "../../server/protocol.ts";
import { type Served, serve, word } from "./asking.ts";

/** A page that listens, once it has got an answer; `read` is all that it has got. */
async function listening({ open, port }: Served): Promise<{ socket: Socket; read: () => string }> {
  let text = "";
  const socket = open(`GET /${word}/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  await new Promise<void>((done) => {
    socket.on("data", (part) => {
      text += String(part);
      done();
    });
  });
  return { socket, read: () => text };
}

const first: HostMessage = { type: "stale", sentence: "The first." };

test("a page hears what there is, and then what is new", async () => {
  const served = await serve([first]);
  const { read } = await listening(served);
  served.send(() => ({ type: "stale", sentence: "The second." }));
  await vi.waitFor(() => expect(read()).toContain("The second."));
  expect(read()).toContain(
    'data: {"type":"setting","edits":false,"exports":false}\n\ndata: {"type":"stale","sentence":"The first."}',
  );
});

test("of 300 pages 50 listen, the others are told why not, and the preview goes on", async () => {
  const served = await serve([first], { streams: 50 });
  const pages = [];
  for (let count = 0; count < 300; count++) {
    const page = await listening(served);
    pages.push(page);
    // Who is refused is gone; who listens stays.
    if (page.read().startsWith("HTTP/1.1 503")) page.socket.destroy();
  }
  const answers = pages.map(({ read }) => read().slice(9, 12));
  expect(answers.filter((status) => status === "200")).toHaveLength(50);
  expect(answers.filter((status) => status === "503")).toHaveLength(250);
  expect(pages.at(-1)?.read()).toContain("open in 50 windows already. Close some of them.");
  expect((await served.ask({})).status).toBe(200);
});

test("a page that is closed makes room for another", async () => {
  const served = await serve([], { streams: 1 });
  const { socket } = await listening(served);
  expect((await served.ask({ path: "events" })).status).toBe(503);
  socket.destroy();
  await vi.waitFor(async () => expect((await listening(served)).read()).toContain(" 200 "), {
    timeout: 10_000,
  });
});

/** A message of a megabyte. */
function long(count: number): HostMessage {
  return { type: "stale", sentence: `${count}:${"x".repeat(1e6)}:${count}` };
}

/** Bytes that the server holds for pages that have not read them. */
function held(served: Served): () => number {
  const sockets = new Set<Socket>();
  served.server.on("connection", (socket: Socket) => sockets.add(socket));
  return () => [...sockets].reduce((sum, { writableLength }) => sum + writableLength, 0);
}

test("who reads slowly makes nothing pile up, and gets the newest in the end", async () => {
  const served = await serve();
  const bytes = held(served);
  const { socket, read } = await listening(served);
  socket.pause();
  let most = 0;
  for (let count = 0; count < 100; count++) {
    served.send(() => long(count));
    await sleep(1);
    most = Math.max(most, bytes());
  }
  expect(most).toBeLessThan(5e6);
  socket.resume();
  await vi.waitFor(() => expect(read()).toContain(":99"), { timeout: 15_000 });
});

test("who never reads is let go", async () => {
  const served = await serve([], { patience: 50, streams: 1 });
  const { socket } = await listening(served);
  socket.pause();
  for (let count = 0; count < 20; count++) {
    served.send(() => long(count));
    await sleep(1);
  }
  await vi.waitFor(async () => expect((await listening(served)).read()).toContain(" 200 "), {
    timeout: 10_000,
    interval: 100,
  });
});
