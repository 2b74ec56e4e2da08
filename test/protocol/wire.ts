// Files and what a client can do → a server in this process, and all that it sends, to be looked through.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterEach } from "vitest";
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  type InitializeResult,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { diskFiles } from "../../server/project/disk/files.ts";
import { serve } from "../../server/serve.ts";

export interface Wire {
  readonly started: InitializeResult;
  readonly folder: string;
  uri(path: string): string;
  /** The answer to a request; an error is thrown. */
  ask(method: string, params: unknown): Promise<unknown>;
  tell(method: string, params: unknown): Promise<void>;
  open(path: string, text: string, uri?: string): Promise<void>;
  /** Waits for the first message of a method from the server that fits. */
  heard(method: string, fits?: (params: unknown) => boolean): Promise<unknown>;
  /** The methods of all messages of the server up to now. */
  methods(): readonly string[];
}

export interface WireOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  /** What else is said at the start, or instead of the folder. */
  readonly paramsIn?: (folder: string, uri: string) => object;
  /** What the client answers to a request of the server; null if nothing is said. */
  readonly reply?: (method: string, params: unknown) => unknown;
}

const running = new Set<() => void>();

afterEach(() => {
  for (const end of running) end();
  running.clear();
});

/** Starts a server on files in a new folder, which goes with the test. */
export async function wire({
  files = {},
  capabilities = {},
  paramsIn = () => ({}),
  reply = () => null,
}: WireOptions): Promise<Wire> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "strategy-")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  serve(server, { files: diskFiles, today: () => "2026-11-23", pages: "https://pages/" });
  const connection = createMessageConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const messages: { readonly method: string; readonly params: unknown }[] = [];
  const waiting = new Set<() => void>();
  const hear = (method: string, given: unknown) => {
    messages.push({ method, params: given });
    for (const look of waiting) look();
  };
  connection.onUnhandledNotification((one) => hear(one.method, one.params));
  connection.onRequest((method, given) => {
    hear(method, given);
    return reply(method, given);
  });
  connection.listen();
  running.add(() => {
    connection.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  const uri = (path: string) => pathToFileURL(join(folder, path)).href.replace(/\/$/, "");
  const started = await connection.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: uri(""),
    capabilities,
    ...paramsIn(folder, uri("")),
  });
  await connection.sendNotification("initialized", {});
  return {
    started,
    folder,
    uri,
    ask: (method, given) => connection.sendRequest(method, given),
    tell: (method, given) => connection.sendNotification(method, given),
    open: (path, text, as = uri(path)) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: as, languageId: "strategy", version: 1, text },
      }),
    heard: (method, fits = () => true) =>
      new Promise((resolve) => {
        const look = () => {
          const found = messages.find((one) => one.method === method && fits(one.params));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found.params);
        };
        waiting.add(look);
        look();
      }),
    methods: () => messages.map((one) => one.method),
  };
}

/** Whether a key stands anywhere in an answer. */
export function holds(answer: unknown, key: string): boolean {
  return valuesOf(answer, key).length > 0;
}

/** All values of a key in an answer, however deep. */
export function valuesOf(answer: unknown, key: string): readonly unknown[] {
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(value, key),
  ]);
}
