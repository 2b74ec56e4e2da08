// `strategy preview`: the panel of the editor on localhost, drawn again whenever a file changes.
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { Option } from "commander";
import openBrowser from "open";
import { type HostMessage, pageMessage } from "../../server/protocol.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { pageHtml } from "../preview/html.ts";
import { named, port } from "./arguments.ts";
import { type Register, say, write } from "./command.ts";
import { nothingIn, openProject } from "./open.ts";
import { distFile } from "./pages.ts";
import { onChange } from "./watch.ts";

interface Options {
  readonly project?: string;
  readonly port: number;
  readonly open: boolean;
  readonly today?: string;
}

export const registerPreview: Register = (program) => {
  program
    .command("preview")
    .description("serves the live roadmap on localhost")
    .option("--project <dir>", "folder of the strategy; else here", named("a folder"))
    .addOption(
      new Option("--port <number>", "port to listen on").argParser(port).default(0, "any free one"),
    )
    .option("--no-open", "do not open a browser")
    .option("--today <date>", "the date that counts as today")
    .action(servePreview);
};

async function servePreview(options: Options): Promise<void> {
  const first = await draw(options);
  const pages = new Set<ServerResponse>();
  const nonce = randomUUID().replaceAll("-", "");
  const server = createServer((request, response) => {
    answer(request, response, { pages, nonce, options }).catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
      if (response.headersSent) response.end();
      else response.writeHead(500).end();
    });
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    say(
      error.code === "EADDRINUSE"
        ? `Port ${options.port} is taken. Choose another one with --port.`
        : error.message,
    );
    process.exit(error.code === "EADDRINUSE" ? 2 : 3);
  });
  await new Promise<void>((done) => server.listen(options.port, "127.0.0.1", done));
  const { port: taken } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${taken}/`;
  await write(`${address}\n`);
  say(`The roadmap is at ${address} and follows every change. Ctrl+C ends it.`);
  onChange(first.root, async () => {
    const message = await picture(options);
    for (const page of pages) send(page, message);
  });
  if (options.open && canOpen()) await openBrowser(address).catch(() => {});
}

/** Whether there is a screen on which a browser could open. */
function canOpen(): boolean {
  if (process.env.CI) return false;
  return (
    process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}

interface Drawn {
  readonly root: string;
  readonly message: HostMessage;
}

async function draw(options: Options): Promise<Drawn> {
  const opened = await openProject(options);
  const { models, base } = opened;
  const drawn = models.filter((model) => model.project.files.size > 0);
  const model = drawn.find((one) => one.project.root === base) ?? drawn[0];
  if (model === undefined) throw await nothingIn(opened, options);
  return { root: base, message: { type: "view", view: roadmapView(model) } };
}

/** The picture, or why there is none now: the page keeps the last one and says so. */
async function picture(options: Options): Promise<HostMessage> {
  try {
    return (await draw(options)).message;
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    say(sentence);
    return { type: "stale", sentence };
  }
}

interface Serving {
  readonly pages: Set<ServerResponse>;
  readonly nonce: string;
  readonly options: Options;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  // Only pages of this server may talk to it: a name other than localhost means that a foreign page asks.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? "")) {
    response.writeHead(403).end();
    return;
  }
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (request.method === "POST" && pathname === "/message") await receive(request, response);
  else if (pathname === "/") page(response, serving.nonce);
  else if (pathname === "/page.js") file(response, "page.js", "text/javascript");
  else if (pathname === "/page.css") file(response, "page.css", "text/css");
  else if (pathname === "/events") await listen(response, serving);
  // A browser asks for an icon on its own; without an answer it complains in its console.
  else if (pathname === "/favicon.ico") response.writeHead(204).end();
  else response.writeHead(404).end();
}

function page(response: ServerResponse, nonce: string): void {
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  const parts = { script: "/page.js", style: "/page.css", source: "'self'", language: "en" };
  response.end(pageHtml({ ...parts, nonce, connect: "'self'" }));
}

function file(response: ServerResponse, name: string, type: string): void {
  const path = distFile(name);
  if (!existsSync(path)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
  });
  response.end(readFileSync(path));
}

/** Keeps the answer open and writes messages to it, as server-sent events. */
async function listen(response: ServerResponse, { pages, options }: Serving): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  pages.add(response);
  response.on("close", () => pages.delete(response));
  send(response, { type: "setting" });
  send(response, await picture(options));
}

function send(response: ServerResponse, message: HostMessage): void {
  response.write(`data: ${JSON.stringify(message)}\n\n`);
}

/** What the page asks of its host: outside an editor the place of a bar is told on the terminal. */
async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
    if (parts.reduce((sum, one) => sum + one.length, 0) > 1e6) break;
  }
  let raw: unknown;
  try {
    raw = JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    raw = undefined;
  }
  const message = pageMessage.safeParse(raw);
  response.writeHead(message.success ? 204 : 400).end();
  if (!message.success || message.data.type !== "reveal") return;
  const { uri, select } = message.data;
  say(`${uri.replace(/^file:\/\//, "")}:${select.start.line + 1}:${select.start.character + 1}`);
}
