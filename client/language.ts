// What the language client and its commands are on the desktop and in the browser alike.
import * as vscode from "vscode";
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  Range,
  WorkspaceEdit,
} from "vscode-languageclient";
import { type ChoicesParams, type ChoicesResult, choicesRequest } from "../server/protocol.ts";
import { pageLinks, pagesAddress } from "./pages.ts";
import { iconless } from "./preview/iconless.ts";
import type { Recovery } from "./recovery.ts";

/** Every `.strategy` file, wherever it lies, and the configuration. */
export function clientOptions(
  output: vscode.LogOutputChannel,
  { handler }: Recovery,
): LanguageClientOptions {
  return {
    documentSelector: [{ language: "strategy" }, { pattern: "**/strategy.config.json" }],
    outputChannel: output,
    initializationOptions: { pages: pagesAddress },
    middleware: pageLinks,
    errorHandler: handler,
    // It is tried again, and told of where that does not help.
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: true },
  };
}

/** The commands that the palette offers, and the one behind "Align with another objective …". */
export function registerCommands(
  client: BaseLanguageClient,
  output: vscode.LogOutputChannel,
  recovery: Recovery,
): readonly vscode.Disposable[] {
  return [
    vscode.commands.registerCommand("strategy.showOutput", () => output.show()),
    vscode.commands.registerCommand("strategy.restartServer", () => recovery.restart()),
    vscode.commands.registerCommand("strategy.chooseFix", (params: ChoicesParams<Range>) =>
      chooseFix(client, params),
    ),
    vscode.commands.registerCommand("strategy.check", async () => {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
    }),
  ];
}

/** Lets one of many fixes be chosen, and makes its change. */
async function chooseFix(client: BaseLanguageClient, params: ChoicesParams<Range>): Promise<void> {
  const choices = await client.sendRequest<ChoicesResult<WorkspaceEdit>>(choicesRequest, params);
  const items = choices.map(({ title, edit }) => ({ label: iconless(title), edit }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: params.title });
  if (chosen === undefined) return;
  await vscode.workspace.applyEdit(
    await client.protocol2CodeConverter.asWorkspaceEdit(chosen.edit),
  );
}
