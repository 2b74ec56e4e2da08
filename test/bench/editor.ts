// A program and a folder → an editor's session with it, in which the time of each answer can be taken.
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type MessageConnection,
  type Position,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startNode } from "./children.ts";
import type { Used } from "./programs/probe.ts";
import type { Workspace } from "./workspace.ts";

/** One change of a text: so many characters at an offset give way to others. */
export interface Change {
  readonly path: string;
  readonly offset: number;
  readonly remove: number;
  readonly insert: string;
}

export interface Editor {
  readonly connection: MessageConnection;
  uri(path: string): string;
  text(path: string): string;
  version(path: string): number;
  /** What was published last of a document; undefined before that. */
  published(path: string): readonly Diagnostic[] | undefined;
  /** How often each code was published, in all documents. */
  counts(): ReadonlyMap<string, number>;
  isOpen(path: string): boolean;
  open(path: string): Promise<void>;
  /** Makes a change, and gives the moment at which it was sent. */
  change(change: Change): Promise<number>;
  /** The moment at which diagnostics arrive that fit. */
  arrival(path: string, fits: (published: PublishDiagnosticsParams) => boolean): Promise<number>;
  /** Waits until nothing is on the way any more. */
  quiet(): Promise<void>;
  isRunning(): boolean;
  used(what: "cpu" | "heap"): Promise<Used>;
  stop(): Promise<void>;
}

/** Nobody waits longer for an answer. */
const patience = 120_000;

/** So long nothing is said by a server that has said all. */
const pause = 25;

const probe = join(import.meta.dirname, "dist/probe.cjs");

/** Starts a program and greets it; it may not have read the folder by then. */
export async function startEditor(
  words: readonly string[],
  { folder, texts }: Workspace,
  asks = false,
): Promise<Editor> {
  const all = ["--expose-gc", "--require", probe, ...words];
  const server = startNode(all, ["pipe", "pipe", "inherit", "ipc"]);
  const ended = new Promise<never>((_, reject) =>
    server.once("exit", () => {
      reject(new Error("it ended"));
    }),
  );
  // Whoever waits for something hears of it; that it is stopped concerns nobody.
  ended.catch(() => {});
  const connection = connectTo(server);
  const uri = (path: string) => pathToFileURL(join(folder, path)).href;
  const documents = new Map<string, { version: number; text: string }>();
  const last = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<(published: PublishDiagnosticsParams) => void>();
  let heard = 0;
  connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
    heard++;
    last.set(published.uri, published);
    for (const hear of waiting) hear(published);
  });
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, greeting(folder, asks));
  await connection.sendNotification(InitializedNotification.type, {});

  const text = (path: string) => documents.get(path)?.text ?? texts.get(path) ?? "";
  const within = <Result>(what: string, promise: Promise<Result>): Promise<Result> => {
    const late = wait(patience, undefined, { ref: false }).then(() => {
      throw new Error(`${what} did not come within ${patience / 1000} s`);
    });
    return Promise.race([promise, late, ended]);
  };
  return {
    connection,
    uri,
    text,
    version: (path) => documents.get(path)?.version ?? 0,
    published: (path) => last.get(uri(path))?.diagnostics,
    counts: () => {
      const codes = [...last.values()].flatMap(({ diagnostics }) =>
        diagnostics.map(({ code }) => String(code)),
      );
      return new Map(
        [...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]),
      );
    },
    isOpen: (path) => documents.has(path),
    open: async (path) => {
      documents.set(path, { version: 1, text: text(path) });
      const textDocument = { uri: uri(path), languageId: "strategy", version: 1, text: text(path) };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change: async ({ path, offset, remove, insert }) => {
      const before = text(path);
      const range = {
        start: placeOf(before, offset),
        end: placeOf(before, offset + remove),
      };
      const version = (documents.get(path)?.version ?? 0) + 1;
      const after = before.slice(0, offset) + insert + before.slice(offset + remove);
      documents.set(path, { version, text: after });
      const params = {
        textDocument: { uri: uri(path), version },
        contentChanges: [{ range, text: insert }],
      };
      const sent = performance.now();
      await connection.sendNotification(DidChangeTextDocumentNotification.type, params);
      return sent;
    },
    arrival: (path, fits) =>
      within(
        "an answer",
        new Promise((resolve) => {
          const hear = (published: PublishDiagnosticsParams) => {
            if (published.uri !== uri(path) || !fits(published)) return;
            resolve(performance.now());
            waiting.delete(hear);
          };
          waiting.add(hear);
        }),
      ),
    quiet: async () => {
      const [path] = documents.keys();
      const textDocument = { uri: uri(path ?? "") };
      const position = { line: 0, character: 0 };
      do {
        heard = 0;
        await within(
          "a card",
          connection.sendRequest(HoverRequest.type, { textDocument, position }),
        );
        await wait(pause);
      } while (heard > 0);
    },
    isRunning: () => server.exitCode === null && server.signalCode === null,
    used: (what) =>
      within(
        "what it has used",
        new Promise((resolve) => {
          server.once("message", (used: Used) => resolve(used));
          server.send(what);
        }),
      ),
    stop: async () => {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      connection.dispose();
      server.kill("SIGKILL");
      await gone;
    },
  };
}

/** The connection to a server on its standard streams. */
export function connectTo({ stdin, stdout }: ChildProcess): MessageConnection {
  if (stdin === null || stdout === null) throw new Error("The server has no standard streams.");
  return createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
}

/** What an editor says, which is sent diagnostics as they change or asks for them. */
export function greeting(folder: string, asks = false): InitializeParams {
  return {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
        ...(asks ? { diagnostic: {} } : {}),
        hover: { contentFormat: ["markdown"] },
        // Like all editors of today it asks for the card of a name when it shows it.
        completion: { completionItem: { resolveSupport: { properties: ["documentation"] } } },
      },
      workspace: { workspaceFolders: true },
    },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "bench" }],
  };
}

/** The line and column of an offset. */
export function placeOf(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, character: offset - start };
}
