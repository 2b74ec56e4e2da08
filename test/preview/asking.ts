// Lines of a request → what the preview's server answers, byte by byte as any program on the machine could ask.
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import {
  createPreview,
  type Limits,
  type PreviewServer,
  requestLimits,
} from "../../client/cli/preview/server.ts";
import type { HostMessage, PageMessage } from "../../server/protocol.ts";

export interface Answered {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  /** Behind the word of the address; `target` says the whole of it. */
  readonly path?: string;
  readonly target?: string;
  /** `Host` is the right one where none is given. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Served extends PreviewServer {
  readonly port: number;
  readonly heard: readonly PageMessage[];
  readonly ask: (asked: Asked) => Promise<Answered>;
  /** A connection that stays open, on which this was written. */
  readonly open: (text: string) => Socket;
}

export const word = "0123456789abcdef";

/** A preview that listens until the test is over. */
export async function serve(
  messages: readonly HostMessage[] = [],
  own: Partial<Limits> = {},
): Promise<Served> {
  const heard: PageMessage[] = [];
  const preview = await createPreview({
    word,
    messages: () => messages,
    edits: false,
    onMessage: (message) => {
      heard.push(message);
      return undefined;
    },
    limits: { ...requestLimits, ...own },
  });
  await new Promise<void>((done) => preview.server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    preview.server.close();
    preview.server.closeAllConnections();
  });
  const address = preview.server.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen.");
  const { port } = address;
  const open = (text: string) => {
    const socket = connect(port, "127.0.0.1");
    onTestFinished(() => {
      socket.destroy();
    });
    socket.on("error", () => {});
    socket.write(text);
    return socket;
  };
  return { ...preview, port, heard, open, ask: (asked) => read(open(requestOf(port, asked))) };
}

function requestOf(port: number, asked: Asked): string {
  const { method = "GET", path = "", body = "" } = asked;
  const headers = {
    Host: `127.0.0.1:${port}`,
    Connection: "close",
    ...(body === "" ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
    ...asked.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const target = asked.target ?? `/${word}/${path}`;
  return [`${method} ${target} HTTP/1.1`, ...lines, "", body].join("\r\n");
}

/** All that comes until the other side ends. */
export async function read(socket: Socket): Promise<Answered> {
  const parts: Buffer[] = [];
  await new Promise<void>((done) => {
    socket.on("data", (part) => parts.push(part));
    socket.on("close", () => done());
  });
  const [head = "", ...rest] = Buffer.concat(parts).toString().split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: Number(first.split(" ")[1]),
    headers: new Map(headers),
    body: rest.join("\r\n\r\n"),
  };
}
