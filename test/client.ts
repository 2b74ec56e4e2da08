// Files and what a client can do → a real server process on standard streams, and an editor that talks to it.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createMessageConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type MessageConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

import { server as program } from "./programs.ts";

export interface Client {
  readonly connection: MessageConnection;
  readonly started: InitializeResult;
  readonly folder: string;
  readonly process: ChildProcess;
  uri(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  open(path: string, text: string): Promise<void>;
  /** Replaces the first occurrence of a text in an open document by an incremental change. */
  edit(path: string, old: string, text: string): Promise<void>;
  /** The next message of a method from the server; requests are answered with null. */
  next<Params>(method: string, fits?: (params: Params) => boolean): Promise<Params>;
  stop(): Promise<number | null>;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** Folders relative to the files; without any, the folder of the files. */
  readonly folders?: readonly string[];
  readonly encoding?: "utf-16" | "utf-8";
  /** What the editor tells the server of itself. */
  readonly options?: Readonly<Record<string, unknown>>;
}

interface Waiting {
  readonly method: string;
  readonly take: (params: unknown) => boolean;
}

/** Starts a server on files in a new folder. */
export async function startClient(
  files: Readonly<Record<string, string>>,
  { capabilities = {}, folders = [""], encoding = "utf-16", options = {} }: ClientOptions = {},
): Promise<Client> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "strategy-")));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const server = spawn(process.execPath, [program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Set<Waiting>();
  const missed: { method: string; params: unknown }[] = [];
  const receive = (method: string, params: unknown) => {
    for (const one of waiting) {
      if (one.method !== method || !one.take(params)) continue;
      waiting.delete(one);
      return;
    }
    missed.push({ method, params });
  };
  connection.onUnhandledNotification(({ method, params }) => receive(method, params));
  connection.onRequest((method, params) => {
    receive(method, params);
    return null;
  });
  connection.listen();
  const uri = (path: string) => pathToFileURL(join(folder, path)).href.replace(/\/$/, "");
  const params: InitializeParams = {
    processId: process.pid,
    rootUri: null,
    capabilities: { ...capabilities, general: { positionEncodings: [encoding] } },
    initializationOptions: options,
    workspaceFolders: folders.map((name) => ({ uri: uri(name), name })),
  };
  const started = await connection.sendRequest(InitializeRequest.type, params);
  await connection.sendNotification(InitializedNotification.type, {});
  const documents = new Map<string, { version: number; text: string }>();
  return {
    connection,
    started,
    folder,
    process: server,
    uri,
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    open: async (path, text) => {
      documents.set(path, { version: 1, text });
      const textDocument = { uri: uri(path), languageId: "strategy", version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    edit: async (path, old, text) => {
      const document = documents.get(path) ?? { version: 0, text: "" };
      const at = document.text.indexOf(old);
      if (at < 0) throw new Error(`${path} does not say '${old}'.`);
      const place = (offset: number) => {
        const lines = document.text.slice(0, offset).split("\n");
        const last = lines.at(-1) ?? "";
        const character = encoding === "utf-8" ? Buffer.byteLength(last) : last.length;
        return { line: lines.length - 1, character };
      };
      const range = { start: place(at), end: place(at + old.length) };
      const version = document.version + 1;
      const whole = document.text.slice(0, at) + text + document.text.slice(at + old.length);
      documents.set(path, { version, text: whole });
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(path), version },
        contentChanges: [{ range, text }],
      });
    },
    next: <Params>(method: string, fits: (params: Params) => boolean = () => true) =>
      new Promise<Params>((resolve) => {
        const take = (params: unknown) => {
          const given = params as Params;
          if (!fits(given)) return false;
          resolve(given);
          return true;
        };
        const index = missed.findIndex((one) => one.method === method && take(one.params));
        if (index >= 0) missed.splice(0, index + 1);
        else waiting.add({ method, take });
      }),
    stop: async () => {
      const closed = new Promise<number | null>((resolve) => server.once("exit", resolve));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await closed;
      connection.dispose();
      rmSync(folder, { recursive: true });
      return code;
    },
  };
}
