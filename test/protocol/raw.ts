// Bytes → a real server process, and what it makes of them: messages, words on standard error, its end.
import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { server as program } from "../programs.ts";

/** A message of the server, as it came. */
export interface Heard {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface Raw {
  readonly process: ChildProcess;
  /** Bytes as they are. */
  send(bytes: string | Uint8Array): void;
  /** Messages in their frames, sent at once. */
  say(...messages: readonly unknown[]): void;
  /** The next message of the server that fits and was not given yet. */
  next(fits: (message: Heard) => boolean): Promise<Heard>;
  /** The answer to a request, or to what was no request, whose id is null. */
  answer(id: string | number | null): Promise<Heard>;
  /** Asks, and waits for the answer. */
  ask(method: string, params?: unknown, id?: string | number): Promise<Heard>;
  /** Begins as an editor does. */
  begin(params?: object): Promise<Heard>;
  /** How the process ended, and what it said of it. */
  ended(): Promise<{ readonly code: number | null; readonly word: string }>;
  /** How much was heard in all. */
  heard(): readonly Heard[];
}

/** Starts a server that the caller ends. */
export function talkToServer(env: NodeJS.ProcessEnv = process.env): Raw {
  const server = spawn(process.execPath, [program, "--stdio"], {
    stdio: ["pipe", "pipe", "pipe"],
    env,
  });
  let word = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => {
    word += text;
  });
  // Who writes to a server that has ended is told of it by `ended`.
  server.stdin.on("error", () => {});
  const end = new Promise<{ code: number | null; word: string }>((resolve) => {
    server.once("close", (code) => resolve({ code, word }));
  });
  const all: Heard[] = [];
  const fresh: Heard[] = [];
  const waiting = new Set<{
    readonly fits: (message: Heard) => boolean;
    readonly take: (message: Heard) => void;
  }>();
  const hear = (message: Heard) => {
    all.push(message);
    for (const one of waiting) {
      if (!one.fits(message)) continue;
      waiting.delete(one);
      one.take(message);
      return;
    }
    fresh.push(message);
  };
  let bytes = Buffer.alloc(0);
  server.stdout.on("data", (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(bytes.subarray(0, 60).toString("latin1"));
      const from = head?.[0].length ?? 0;
      const to = from + Number(head?.[1] ?? 0);
      if (head === null || bytes.length < to) return;
      hear(JSON.parse(bytes.subarray(from, to).toString("utf8")));
      bytes = bytes.subarray(to);
    }
  });
  let last = 0;
  const raw: Raw = {
    process: server,
    send: (some) => void server.stdin.write(some),
    say: (...messages) => raw.send(messages.map((one) => framed(JSON.stringify(one))).join("")),
    next: (fits) =>
      new Promise((take) => {
        const index = fresh.findIndex(fits);
        const [found] = index < 0 ? [] : fresh.splice(index, 1);
        if (found !== undefined) take(found);
        else waiting.add({ fits, take });
      }),
    answer: (id) => raw.next((one) => one.method === undefined && one.id === id),
    ask: (method, params, id = `ask-${++last}`) => {
      raw.say({ jsonrpc: "2.0", id, method, ...(params === undefined ? {} : { params }) });
      return raw.answer(id);
    },
    begin: async (params = {}) => {
      const started = await raw.ask("initialize", {
        processId: null,
        rootUri: null,
        capabilities: {},
        ...params,
      });
      raw.say({ jsonrpc: "2.0", method: "initialized", params: {} });
      return started;
    },
    ended: () => end,
    heard: () => all,
  };
  return raw;
}

/** A body behind its length. */
export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
