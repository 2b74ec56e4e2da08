// VS Code's start of the extension → a running language client, the preview and the commands.
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { registerCheckTask } from "./check-task.ts";
import type { ExportWriting } from "./exporting.ts";
import { clientOptions } from "./language.ts";
import { registerParts } from "./parts.ts";
import { createRecovery } from "./recovery.ts";

let client: LanguageClient | undefined;

const writing: ExportWriting = {
  can: () => true,
  load: () => import("./exports/writers.ts"),
};

/** Called by VS Code when a folder with strategies or a strategy is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  const output = vscode.window.createOutputChannel("Strategy", { log: true });
  const recovery = createRecovery();
  client = new LanguageClient(
    "strategy",
    "Strategy",
    {
      run: { module, transport: TransportKind.ipc },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { execArgv: ["--nolazy", "--inspect=6009"] },
      },
    },
    clientOptions(output, recovery),
  );
  context.subscriptions.push(
    output,
    recovery,
    ...registerParts({ context, client, recovery, output, writing }),
    registerCheckTask(context.extensionUri),
  );
  // Nobody waits for it: what is asked meanwhile is answered once it runs.
  void recovery.start(client);
}

/** Called by VS Code before it closes or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
