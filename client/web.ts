// The start of the extension in a browser → a language client whose server runs in a worker.
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import {
  type FilesParams,
  type FilesResult,
  filesRequest,
  mostBytes,
  type ReadResult,
  readRequest,
  type UriParams,
} from "../server/protocol.ts";
import type { ExportWriting } from "./exporting.ts";
import { clientOptions } from "./language.ts";
import { registerParts } from "./parts.ts";
import { createRecovery } from "./recovery.ts";

let client: LanguageClient | undefined;
let worker: Worker | undefined;

const writing: ExportWriting = {
  can: ({ text }) => text === true,
  load: async () => {
    const { textWriters: writers, tabs } = await import("./exports/text-writers.ts");
    return { writers, tabs };
  },
};

/** Called by VS Code when a folder with strategies or a strategy is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel("Strategy", { log: true });
  const recovery = createRecovery();
  const script = vscode.Uri.joinPath(context.extensionUri, "dist", "web-server.js");
  // Each start has a worker of its own: one that has ended does not begin again.
  const begin = async () => {
    worker?.terminate();
    worker = await startWorker(script);
    return worker;
  };
  client = new LanguageClient("strategy", "Strategy", begin, clientOptions(output, recovery));
  client.onRequest(filesRequest, ({ uri, most }: FilesParams) =>
    filesBelow(vscode.Uri.parse(uri), most),
  );
  client.onRequest<ReadResult, void>(readRequest, ({ uri }: UriParams) =>
    read(vscode.Uri.parse(uri)),
  );
  context.subscriptions.push(
    output,
    recovery,
    ...registerParts({ context, client, recovery, output, writing }),
  );
  // Nobody waits for it: what is asked meanwhile is answered once it runs.
  void recovery.start(client);
}

/** Called by VS Code before it closes or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}

/** A worker may not be started from another origin, so its text is read first. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
  const bytes = new Uint8Array(await vscode.workspace.fs.readFile(script));
  const address = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  return new Worker(address, { name: "strategy" });
}

async function filesBelow(folder: vscode.Uri, most: number | undefined): Promise<FilesResult> {
  const pattern = new vscode.RelativePattern(
    folder,
    "**/{*.strategy,*.csv,strategy.config.json,.gitignore}",
  );
  const found = await vscode.workspace.findFiles(pattern, "**/{node_modules,.git}/**", most);
  return found.map((uri) => uri.toString());
}

/** Reads an ordinary file that is not too large; a link is not followed, since nobody knows where to. */
async function read(file: vscode.Uri): Promise<ReadResult> {
  const { fs } = vscode.workspace;
  const found = await stat(file);
  if (found === undefined) return null;
  const { type, size } = found;
  try {
    if (type & vscode.FileType.SymbolicLink) return { is: "outside" };
    if (type & vscode.FileType.Directory) return { is: "folder" };
    if (!(type & vscode.FileType.File)) return { is: "special" };
    if (size > mostBytes) return { is: "large" };
    return new TextDecoder().decode(await fs.readFile(file));
  } catch {
    return { is: "unreadable" };
  }
}

/** Above the folders of the workspace some file systems refuse to say anything: nothing is there. */
async function stat(file: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(file);
  } catch {
    return undefined;
  }
}
